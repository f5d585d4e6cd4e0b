//! Talks about terms.

use crate::model::codes::Kind;
use crate::model::may::Meet;
use crate::model::{NewEvent, Role};

/// Talks about terms: CAMEO 046, PLOVER CONSULT.
///
/// ```
/// use demarche::{Graph, Negotiation, Organization, State};
///
/// let mut graph = Graph::new();
/// let eu = graph.add(Organization::new("European Union"))?;
/// let belarus = graph.add(State::new("Belarus"))?;
/// let talks = graph.record(Negotiation::between(eu, belarus).about(["repatriation"]))?;
/// assert!(graph.event(talks)?.classification().is_talk());
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
pub enum Negotiation {}

impl Negotiation {
    /// A negotiation between two; more can join.
    pub fn between(one: impl Meet, other: impl Meet) -> NewEvent<Self> {
        NewEvent::of_kind(Kind::Negotiation)
            .joined(Role::Party, one)
            .joined(Role::Party, other)
    }
}

impl NewEvent<Negotiation> {
    /// Adds a party.
    pub fn joined_by(self, another: impl Meet) -> Self {
        self.joined(Role::Party, another)
    }

    /// Says who asked for it; one of the parties.
    pub fn called_by(self, initiator: impl Meet) -> Self {
        self.begun_by(initiator.into())
    }
}
