#![doc = include_str!("../README.md")]

pub mod analysis;
pub mod compare;
mod error;
mod graph;
pub mod ingest;
pub mod interop;
pub mod model;
mod parallel;
pub mod query;
mod store;
#[cfg(test)]
mod testing;
pub mod time;

pub use error::{Error, Position, Result};
pub use graph::difference;
pub use graph::{
    Absorbed, Account, Accounts, ActorLike, Batch, CodedEvent, Event, EventLike, Folder, Graph,
    Memory, Participants, Report, Saved, Tie,
};
pub use model::kinds::{
    Accusation, Agreement, Aid, Appeal, Assault, Call, Casualties, Coercion, Consultation,
    Disapproval, Expulsion, Mediation, Meeting, Mobilization, Negotiation, Rejection, Request,
    Sanction, Statement, Threat, Transport, Visit,
};
pub use model::{
    AccountId, Actor, ActorId, ActorSort, CodeSystem, Coordinates, EventId, Group, GroupId, Leader,
    LeaderId, LinkKind, Modality, NewAccount, NewActor, NewEvent, NewTie, Occurrence, Organization,
    OrganizationId, OrganizationSort, Place, Quantity, Role, Stance, State, StateId, TieId,
    TieKind, Unresolved, UnresolvedId,
};
pub use query::{Frame, Level, Standing, View, What};
