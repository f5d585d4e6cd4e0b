//! What follows: one algorithm a file, each with its definition, its literature and its
//! cost.
//!
//! # What is asked of events over time?
//!
//! All are methods of a [`View`](crate::View), and go by what it shows.
//!
//! | question | method |
//! |---|---|
//! | how a relationship went, by day, week, month, quarter or year | [`course`](crate::View::course) |
//! | whether what one side does goes with what the other does | [`Course::correlation`] |
//! | how often, how fast and whether in kind two answer each other | [`reciprocity`](crate::View::reciprocity) |
//! | what changed between two with an event | [`before_and_after`](crate::View::before_and_after) |
//! | an accusation, then a call within days | [`sequences`](crate::View::sequences), [`sequences_of`](crate::View::sequences_of) |
//! | a sanction during a summit | [`aligned`](crate::View::aligned) |
//! | what led to an event, and what followed | [`chain`](crate::View::chain), [`chain_within`](crate::View::chain_within) |
//!
//! # What is asked of actors?
//!
//! All are methods of a [`Network`](crate::query::Network), which a view lays out.
//!
//! | question | method |
//! |---|---|
//! | with how many an actor deals, and how evenly | [`spread`](crate::query::Network::spread) |
//! | its contacts, and what links them among each other | [`ego_network`](crate::query::Network::ego_network) |
//! | who links two actors | [`mediators`](crate::query::Network::mediators) |
//! | on how many shortest paths between others it stands | [`betweenness`](crate::query::Network::betweenness) |
//! | whether it can broker, or is constrained by its contacts | [`brokerage`](crate::query::Network::brokerage), [`brokers`](crate::query::Network::brokers) |
//! | whom those turn to to whom others turn | [`page_rank`](crate::query::Network::page_rank) |
//!
//! # What is likely next?
//!
//! [`forecast`] tells which dyads and which kinds of events are, by how they recurred.
//!
//! # What is asked of a whole?
//!
//! Those of a [`Network`](crate::query::Network) and of what is disputed in a view; more in
//! the module on [`structure`].
//!
//! | question | method |
//! |---|---|
//! | how many of the pairs that could be linked are | [`density`](crate::query::Network::density) |
//! | into which parts it falls that nothing links | [`components`](crate::query::Network::components) |
//! | which actors keep to each other | [`communities`](crate::query::Network::communities) |
//! | who has most partners, or most events | [`most_central`](crate::query::Network::most_central) |
//! | whether the friend of a friend is a friend | [`signed`](crate::query::Network::signed) |
//! | what is denied and contradicted most | [`most_contested`](crate::View::most_contested), [`most_contested_pairs`](crate::View::most_contested_pairs) |
//!
//! # When is an answer certain?
//!
//! Dates are often days, months or ranges, and may be those of reports. Each answer here
//! says how certain it is: *certain* if it holds for every choice of times within the
//! bounds of the dates, such as order links allow; *as dated* if it does taking dates of
//! reports at their word; *possible* if it holds for some choice. A doubtful date (`~`,
//! `?`, `%`) leaves no more than *possible*, and so does a link that contradicts dates.
//! What is counted is at least *as dated*; the rest is reported apart.
//!
//! On dates that are whole days two events of one day are in no known order, so that an
//! answer on the same day is a possible one.
//!
//! ```
//! use demarche::{Accusation, Call, Graph, State, What};
//! use demarche::{analysis::Sequence, time::Certainty};
//!
//! let mut graph = Graph::new();
//! let france = graph.add(State::new("France"))?;
//! let russia = graph.add(State::new("Russia"))?;
//! graph.record(Accusation::by(france).against(russia).on("2021-11-15"))?;
//! graph.record(Call::between(france, russia).on("2021-11-15"))?;
//!
//! let soon = Sequence::of(What::Accusation).then(What::Talk).within_days(7);
//! let found = graph.view().sequences(soon);
//! assert_eq!(found[0].certainty(), Certainty::Possible); // which came first?
//! # Ok::<(), demarche::Error>(())
//! ```

mod actors;
mod alignment;
mod before_after;
mod chain;
mod citable;
mod correlation;
mod course;
pub mod forecast;
#[cfg(test)]
mod icews_tests;
mod lag;
mod occasion;
mod reciprocity;
mod sequence;
pub mod structure;
mod sweep;

pub use actors::{
    Betweenness, Brokerage, Centrality, Constraint, EgoNetwork, Mediator, PageRank, PageRanks,
    Share, Spread,
};
pub use alignment::{Aligned, Alignment};
pub use before_after::{BeforeAfter, Change, Phase};
pub use chain::{Chain, SaidBy, Stage};
pub use course::{Chapter, Course};
pub use lag::Lag;
pub use occasion::Occasion;
pub use reciprocity::{Answer, InKind, Reciprocity, Responses};
pub use sequence::{Sequence, Succession};
