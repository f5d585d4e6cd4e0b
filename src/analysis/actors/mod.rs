//! What an actor is among the others: its contacts, its surroundings, its place between
//! them, its rank.
//!
//! All are methods of a [`Network`](crate::query::Network), and go by what its view shows:
//! for talks alone, lay out `graph.view().of(What::Talk)`; for certain ones alone,
//! [`certain`](crate::View::certain); at a [level](crate::View::level), ask for the actors
//! of that level. What is within one actor links nobody, and counts nowhere here.

mod betweenness;
mod brokerage;
mod centrality;
mod ego;
mod mediators;
mod neighbours;
mod page_rank;
mod path_count;
mod spread;
#[cfg(test)]
mod tests;

pub use betweenness::Betweenness;
pub use brokerage::{Brokerage, Constraint};
pub use centrality::Centrality;
pub use ego::EgoNetwork;
pub use mediators::Mediator;
pub use page_rank::{PageRank, PageRanks};
pub use spread::{Share, Spread};
