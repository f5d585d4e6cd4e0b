//! What is said: actors, events and their kinds, ties, accounts, codes.
//!
//! Nothing here is stored or read; these are the values that a
//! [`Graph`](crate::Graph) takes in and hands out.
//!
//! # How is a piece of news put?
//!
//! *Who* are [actors](Actor): [`Leader`], [`State`], [`Organization`],
//! [`Group`], or [`Unresolved`]. *What happened* is an event, begun from its
//! kind ([`Call::between`](kinds::Call::between),
//! [`Sanction::by`](kinds::Sanction::by)…) and filled in with
//! the methods of [`NewEvent`]. *What holds for a time* is a [tie](NewTie).
//! *Whose word we have* is an [account](NewAccount).
//!
//! The things to be recorded are called `New…` until the graph has checked
//! them; what a graph hands back ([`Actor`], [`Event`](crate::Event),
//! [`Tie`](crate::Tie), [`Account`](crate::Account)) is read only.
//!
//! # What may be said
//!
//! Where a person writes, types say who may do what: [`may`] holds a
//! small trait for each ability. A group cannot impose a sanction:
//!
//! ```compile_fail
//! # use demarche::{Graph, Group, State, kinds::Sanction};
//! # let mut graph = Graph::new();
//! let protesters = graph.add(Group::new("the protesters"))?;
//! let belarus = graph.add(State::new("Belarus"))?;
//! Sanction::by(protesters).against(belarus); // `GroupId` cannot impose a sanction
//! # Ok::<(), demarche::Error>(())
//! ```
//!
//! Coded files are another matter, as they do put any actor in any role:
//! [`NewEvent::coded`] takes what they say.

mod account;
mod actor;
mod bare;
mod called;
pub mod codes;
mod event;
mod fault;
mod id;
pub mod kinds;
mod link;
pub mod may;
mod new_account;
mod new_actor;
mod new_event;
mod new_tie;
mod place;
mod quantity;
mod role;
mod sanction;
mod sort;
mod tie;

pub(crate) use account::{AccountData, Remarks, Version};
pub use account::{DataSet, Grade, Stance, Wording, Words};
pub use actor::{Actor, ActorCode, CodeSystem};
pub(crate) use bare::{Stamped, Stamps};
pub(crate) use called::Called;
pub use event::{Aspect, Inference, Modality, Occurrence};
pub(crate) use event::{Detail, EventData};
pub(crate) use fault::Fault;
pub(crate) use id::Stamp;
pub use id::{
    AccountId, ActorId, EventId, GroupId, LeaderId, OrganizationId, StateId, Subject, TieId,
    UnresolvedId,
};
pub use link::{Link, LinkKind};
pub use new_account::NewAccount;
pub use new_actor::{Group, Leader, NewActor, Organization, Sort, State, Unresolved};
pub use new_event::NewEvent;
pub use new_tie::NewTie;
pub use place::{Coordinates, Place};
pub use quantity::Quantity;
pub use role::{Participant, Role};
pub use sanction::SanctionTerms;
pub use sort::{ActorSort, OrganizationSort};
pub(crate) use tie::TieData;
pub use tie::TieKind;
