//! Somebody between the parties.

use crate::model::codes::Kind;
use crate::model::may::{Converse, Meet};
use crate::model::{NewEvent, Role};

/// A mediation: CAMEO 045, PLOVER CONSULT.
///
/// It links the mediator with each party, and not the parties with one another:
/// they may never have met.
///
/// ```
/// use demarche::{Graph, Leader, Mediation, State};
///
/// let mut graph = Graph::new();
/// let carter = graph.add(Leader::new("Jimmy Carter"))?;
/// let egypt = graph.add(State::new("Egypt"))?;
/// let israel = graph.add(State::new("Israel"))?;
/// graph.record(Mediation::by(carter).between(egypt, israel).on("1978-09"))?;
///
/// assert_eq!(graph.view().who_talked_to(carter)?.len(), 2);
/// assert!(graph.view().talks_of(egypt, israel)?.is_empty());
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
pub enum Mediation {}

impl Mediation {
    /// A mediation by somebody.
    pub fn by(mediator: impl Converse) -> NewEvent<Self> {
        NewEvent::of_kind(Kind::Mediation).joined(Role::Mediator, mediator)
    }
}

impl NewEvent<Mediation> {
    /// Adds another mediator.
    pub fn jointly_with(self, mediator: impl Converse) -> Self {
        self.joined(Role::Mediator, mediator)
    }

    /// Adds two parties.
    pub fn between(self, one: impl Meet, other: impl Meet) -> Self {
        self.joined_by(one).joined_by(other)
    }

    /// Adds a party.
    pub fn joined_by(self, party: impl Meet) -> Self {
        self.joined(Role::Party, party)
    }
}
