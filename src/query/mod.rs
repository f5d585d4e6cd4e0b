//! What is asked: frames, views, and one file for each answer.
//!
//! # How is a question put?
//!
//! A [`View`] is a frame laid over a graph: which time, which kinds of event, on
//! whose word, as known when, at which level. It is narrowed step by step, and
//! every question is one of its methods:
//!
//! ```
//! # use demarche::{Call, Graph, Leader, NewAccount, Organization};
//! # let mut graph = Graph::new();
//! # let macron = graph.add(Leader::new("Emmanuel Macron"))?;
//! # let putin = graph.add(Leader::new("Vladimir Putin"))?;
//! # let elysee = graph.add(Organization::new("Élysée"))?;
//! # graph.record(Call::between(macron, putin).on("2021-11-15").account(NewAccount::by(elysee)))?;
//! let november = graph.during("2021-11")?.according_to("Élysée")?;
//! for contact in &november.who_talked_to("Emmanuel Macron")? {
//!     println!("{contact}"); // Vladimir Putin · 1 call · 2021-11-15 · according to Élysée
//! }
//! # Ok::<(), demarche::Error>(())
//! ```
//!
//! | question | method |
//! |---|---|
//! | who talked to an actor; who to whom; when last | [`who_talked_to`](View::who_talked_to), [`who_talked_to_whom`](View::who_talked_to_whom), [`talks_of`](View::talks_of), [`last_contact`](View::last_contact) |
//! | who accuses whom, of what | [`who_accuses_whom`](View::who_accuses_whom), [`accusations`](View::accusations), [`accusations_of`](View::accusations_of) |
//! | sanctions | [`sanctions`](View::sanctions), [`sanctions_on`](View::sanctions_on), [`sanctions_by`](View::sanctions_by), [`sanctions_of`](View::sanctions_of), [`sanctions_in_force`](View::sanctions_in_force), [`sanctions_agreed`](View::sanctions_agreed) |
//! | whose word we have | [`compare_accounts`](View::compare_accounts), [`accounts_between`](View::accounts_between), [`what_says`](View::what_says), [`contested`](View::contested), [`denied`](View::denied), [`alleged`](View::alleged), [`speakers`](View::speakers), [`single_source`](View::single_source), [`claimed_only_by`](View::claimed_only_by), [`independent_sources`](View::independent_sources) |
//! | two actors | [`relationship`](View::relationship), [`between`](View::between) |
//! | by which chain two actors are linked; whether word could have travelled | [`network`](View::network), then [`paths`](Network::paths), [`journeys`](Network::journeys) |
//! | one actor | [`timeline`](View::timeline), [`ties_of`](View::ties_of) |
//! | office holders, members | [`office`](View::office), [`members`](View::members) |
//! | dyads over time, as a table | [`panel`](View::panel) |
//! | the whole | [`summary`](View::summary), [`count`](View::count), [`counts`](View::counts), [`events`](View::events) |
//! | the evidence of any answer; the answer and its evidence as a document | [`evidence`](View::evidence); [`cite`](View::cite) |
//!
//! # What is counted?
//!
//! What is [asserted](Standing) and [actual](crate::Modality), unless the view
//! asks for more. An event that only *may* lie in the window is shown with its
//! [certainty](crate::time::Certainty); [`certain`](View::certain) leaves it out.
//! Answers own what they hold and say in which order they come.

mod accounts;
mod accusations;
mod acts;
mod answers;
mod area;
mod bounds;
mod citable;
mod compare;
mod contacts;
mod counts;
mod dyads;
mod frame;
mod happening;
mod in_force;
pub mod journey;
mod judge;
mod level;
mod linking;
mod measured;
pub mod network;
mod panel;
mod passing;
pub mod path;
mod period;
mod relationship;
mod rollup;
mod sanctions;
#[cfg(any(feature = "arrow", feature = "sparql"))]
mod showing;
mod sieve;
mod sight;
mod sources;
mod standing;
mod summary;
mod talks;
mod tally;
mod testimony;
mod ties;
mod timeline;
mod value;
mod view;
mod what;
mod who;
mod witness;

pub use accounts::Saying;
pub use accusations::Charge;
pub use answers::Answers;
pub use area::Area;
pub use citable::{Citable, Claim, Grounds};
pub use compare::{Comparison, Conflict, Omission};
pub use contacts::{Contact, Pair};
pub use counts::{Count, Counts};
pub use frame::Frame;
pub use happening::{Evident, Happening, Part};
pub use journey::{Journey, Journeys, Semantics};
pub use level::Level;
pub use measured::Measured;
pub use network::{Network, Way};
pub use panel::{Alike, Cell, LeftOut, Panel, PanelBuilder, Row};
pub use path::Path;
pub use period::{Period, Stretch};
pub use relationship::{Balance, Relationship};
pub use sanctions::Penalty;
pub use sources::{Independent, Speaker};
pub use standing::Standing;
pub use summary::{Active, Summary};
pub use tally::{Kinds, Tally};
pub use testimony::Testimony;
pub use ties::Bond;
pub use view::View;
pub use what::What;
pub use who::Who;

pub(crate) use acts::Act;
pub(crate) use bounds::{Bracket, Order, Ordered, Placed, day_begins, day_ends, day_of, verdict};
#[cfg(any(feature = "arrow", feature = "sparql"))]
pub(crate) use showing::{Deed, Showing, Shown};
#[cfg(feature = "sparql")]
pub(crate) use showing::{Telling, Told};
pub(crate) use tally::counted;
