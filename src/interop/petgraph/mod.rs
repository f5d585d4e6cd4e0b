//! A view as a graph of petgraph's.

mod adaptor;
mod adjacent;
mod all;
mod arcs;
mod copy;
mod dyad_edge;
mod event_edge;
mod kind;
mod reference;
mod traits;
mod visited;
mod weigh;

pub use adaptor::NetworkGraph;
pub use adjacent::Adjacent;
pub use all::{EdgeReferences, NodeIdentifiers, NodeReferences};
pub use arcs::{Edges, Neighbors};
pub use copy::Edge;
pub use dyad_edge::DyadEdge;
pub use event_edge::EventEdge;
pub use kind::{Dyads, Events, Kind};
pub use reference::{EdgeId, EdgeReference};
pub use visited::Visited;
pub use weigh::{AsIs, By, Weigh};

#[cfg(test)]
mod tests;
