//! Paths: by which chain two actors are linked, whatever the order of time.
//!
//! # When is a path a journey?
//!
//! A *path* says that there was contact along a chain; a *journey* that something could
//! have travelled along it. That Merkel talked to Lukashenko, who talked to Putin, who
//! talked to Macron is a path of three steps, in either direction and whenever the calls
//! were. Whether word of the first call could have reached Macron is another question: it
//! asks that each contact be no earlier than the one before. Every journey goes along a
//! path; a path is a journey only if times allow. This module ignores time; to have it
//! respected, ask for [journeys](super::journey).
//!
//! # What is a path?
//!
//! A sequence of *steps* that comes to no actor twice. A step leads from one actor to
//! another, and rests on all events of the [network](super::network) by which one may go
//! that way: they are its *alternatives*. So two actors who met ten times make one step
//! and not ten, and there are as many paths as there are sequences of actors. An event of
//! three may serve in two steps. What is within one actor, as at a
//! [level](crate::View::level), is no step. From an actor to itself there is one path: the
//! one of no step.
//!
//! A step is as [certain](crate::time::Certainty) as its most certain alternative, a path
//! as its least certain step. Neither says anything of the order of events.
//!
//! | asked for | by |
//! |---|---|
//! | the shortest; all as short as it | [`shortest`](Paths::shortest), [`all_shortest`](Paths::all_shortest) |
//! | the k shortest | [`ranked`](Paths::ranked)`.take(k)` |
//! | all within a number of steps | [`at_most`](Paths::at_most), [`simple`](Paths::simple) |
//! | to everybody | [`paths_from`](Network::paths_from), [`tree`](Paths::tree) |
//! | "talked to X, who accused Y" | [`stepwise`](Paths::stepwise) |
//!
//! ```
//! use demarche::{Call, Consultation, Graph, Leader, What};
//!
//! let mut graph = Graph::new();
//! let merkel = graph.add(Leader::new("Angela Merkel"))?;
//! let lukashenko = graph.add(Leader::new("Alexander Lukashenko"))?;
//! let putin = graph.add(Leader::new("Vladimir Putin"))?;
//! let macron = graph.add(Leader::new("Emmanuel Macron"))?;
//! graph.record(Call::between(lukashenko, merkel).on("2021-11-15"))?;
//! graph.record(Consultation::between(putin, lukashenko))?;
//! graph.record(Call::between(macron, putin).on("2021-11-15"))?;
//!
//! let network = graph.view().network()?;
//! let path = network.paths(merkel, macron)?.through(What::Talk).shortest()?.unwrap();
//! assert_eq!(
//!     path.to_string(),
//!     "Angela Merkel talked to Alexander Lukashenko (call, 2021-11-15), \
//!      who talked to Vladimir Putin (consultation, undated), \
//!      who talked to Emmanuel Macron (call, 2021-11-15)"
//! );
//! # Ok::<(), demarche::Error>(())
//! ```
//!
//! # By what, which way, on whose word?
//!
//! What lies in time, is a fact, or is said by whom is decided by the view of which the
//! network was made. Of what the network holds, a question narrows down by which sorts of
//! event to go ([`through`](Paths::through)), past whom ([`avoiding`](Paths::avoiding)),
//! which way ([`taking`](Paths::taking)) and in how many steps.
//!
//! # In which order?
//!
//! By [`Cost`], least first; paths of one cost by their number of steps; and those by
//! their actors, one after the other, each in the order in which it was added to the
//! graph. Costs are exact sums, so that the order is the same on every machine.

mod answer;
mod asked;
mod cost;
mod descent;
mod ends;
mod ground;
mod heap;
mod hop;
mod length;
mod patterns;
mod phrase;
mod ranked;
mod remaining;
mod search;
mod shortest;
mod simple;
mod step;
mod stepwise;
mod tree;

#[cfg(test)]
mod tests;

pub use answer::Path;
pub use asked::{Anywhere, Between, FromOne, Paths};
pub use cost::Cost;
pub use hop::Hop;
use length::{Length, Toll};
pub use ranked::Ranked;
pub use shortest::AllShortest;
pub use simple::Simple;
pub use step::{Alternative, Step};
pub use stepwise::Stepwise;
pub use tree::{Reached, Tree};

#[cfg(doc)]
use super::Network;
