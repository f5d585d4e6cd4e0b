//! Forces made ready.

use crate::model::codes::Kind;
use crate::model::may::{BeAnyone, Mobilize};
use crate::model::{NewEvent, Quantity, Role};

/// Forces raised, moved or made ready: CAMEO 150, PLOVER MOBILIZE.
///
/// ```
/// use demarche::{Graph, Mobilization, Quantity, State};
///
/// let mut graph = Graph::new();
/// let poland = graph.add(State::new("Poland"))?;
/// let event = graph.record(
///     Mobilization::by(poland).of(15_000, "soldiers, border guards and police"),
/// )?;
/// let number = graph.event(event)?.number("soldiers, border guards and police");
/// assert_eq!(number, Some(Quantity::exactly(15_000)));
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
pub enum Mobilization {}

impl Mobilization {
    /// A mobilization by a state, an organization or a group.
    pub fn by(mobilizer: impl Mobilize) -> NewEvent<Self> {
        NewEvent::of_kind(Kind::Mobilization).joined(Role::Source, mobilizer)
    }
}

impl NewEvent<Mobilization> {
    /// Adds another who mobilizes.
    pub fn jointly_with(self, mobilizer: impl Mobilize) -> Self {
        self.joined(Role::Source, mobilizer)
    }

    /// Adds against whom, where that is said.
    pub fn against(self, target: impl BeAnyone) -> Self {
        self.joined(Role::Target, target)
    }

    /// Says how many of what.
    pub fn of(self, many: impl Into<Quantity>, what: impl Into<String>) -> Self {
        self.counting(what, many)
    }
}
