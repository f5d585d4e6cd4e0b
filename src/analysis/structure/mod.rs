//! Wholes: how dense a network is, into what it falls apart, who stands at its middle,
//! how its friendships and enmities balance, and what is disputed in it.
//!
//! # What is asked of a whole?
//!
//! All but the last are methods of a [`Network`](crate::query::Network), and so go by what
//! its view shows, possible events too; [`View::certain`](crate::View::certain) leaves
//! those out. Nothing here goes by the date of an event: narrow the view for that.
//!
//! | question | method | by |
//! |---|---|---|
//! | how many of the pairs that could be linked are | [`density`](crate::query::Network::density) | Wasserman and Faust 1994 |
//! | into which parts it falls that nothing links | [`components`](crate::query::Network::components) | Tarjan 1972; Sharir 1981 |
//! | which actors keep to each other | [`communities`](crate::query::Network::communities) | Newman and Girvan 2004; Traag et al. 2019 |
//! | who has most partners, or most events | [`most_central`](crate::query::Network::most_central) | Freeman 1978 |
//! | whether the friend of a friend is a friend | [`signed`](crate::query::Network::signed) | Cartwright and Harary 1956; Davis 1967 |
//! | what is denied and contradicted most | [`most_contested`](crate::View::most_contested), [`most_contested_pairs`](crate::View::most_contested_pairs) | |
//!
//! # Who takes part?
//!
//! A graph may know thousands of actors of whom a view shows a few. Here an actor *takes
//! part* if an event links it with another. Whoever only makes statements that are
//! addressed to nobody does not, and what an actor does to itself (which there is at a
//! [level](crate::View::level), when one ministry of a state calls another) links nobody.
//! The *weight* of a pair is the number of its events, each once, whoever acted.

mod central;
mod communities;
mod components;
mod contested;
mod density;
mod group;
mod signed;
#[cfg(test)]
mod tests;

pub use central::{Central, Degree};
pub use communities::Communities;
pub use components::Joined;
pub use contested::{Disputed, DisputedPair, Side, Sides};
pub use density::Density;
pub use group::Group;
pub use signed::{Census, Sign, Signed, SignedPair, Strained, Third, Thirds, Triad, TriadSort};
