//! What goes out, and comes back: a graph in the formats of others.
//!
//! | format | writes | reads | lossless |
//! |---|---|---|---|
//! | [JSON document](json) | yes | yes | yes |
//! | [petgraph], in place or by [`View::to_petgraph`](crate::View::to_petgraph) | yes | no | no: actors and events by handle |

pub mod json;
pub mod petgraph;
#[cfg(feature = "sparql")]
pub mod rdf;
