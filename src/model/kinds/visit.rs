//! One side as the other's guest.

use crate::model::codes::Kind;
use crate::model::may::{Host, Travel};
use crate::model::{NewEvent, Role};

/// A visit, of a visitor to a host: CAMEO 042, PLOVER CONSULT *visit*.
///
/// Files write it a second time from the host's side (CAMEO 043); that is the
/// same event.
///
/// ```
/// use demarche::{Graph, Leader, Role, State, Visit};
///
/// let mut graph = Graph::new();
/// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
/// let poland = graph.add(State::new("Poland"))?;
/// let visit = graph.record(Visit::by(macron).to(poland).at("Warsaw"))?;
/// assert_eq!(graph.event(visit)?.in_role(Role::Host).next(), Some(poland.into()));
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
pub enum Visit {}

impl Visit {
    /// A visit made by somebody.
    pub fn by(visitor: impl Travel) -> NewEvent<Self> {
        NewEvent::of_kind(Kind::Visit).joined(Role::Visitor, visitor)
    }
}

impl NewEvent<Visit> {
    /// Adds somebody who came along.
    pub fn joined_by(self, visitor: impl Travel) -> Self {
        self.joined(Role::Visitor, visitor)
    }

    /// Adds who received the visit.
    pub fn to(self, host: impl Host) -> Self {
        self.joined(Role::Host, host)
    }

    /// The host asked for it.
    pub fn invited_by(self, host: impl Host) -> Self {
        self.begun_by(host.into())
    }
}
