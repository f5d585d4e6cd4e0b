//! Saying that somebody did wrong.

use crate::model::codes::Kind;
use crate::model::may::{BeAnyone, Speak};
use crate::model::{NewEvent, Role};

/// An accusation: CAMEO 112, PLOVER ACCUSE *allege*.
///
/// ```
/// use demarche::{Accusation, Graph, Organization, State};
///
/// let mut graph = Graph::new();
/// let eu = graph.add(Organization::new("European Union"))?;
/// let russia = graph.add(State::new("Russia"))?;
/// graph.record(Accusation::by(eu).against(russia).of("a part in the migrant pressure"))?;
///
/// let accusations = graph.view().who_accuses_whom();
/// assert_eq!(accusations[0].charge(), Some("a part in the migrant pressure"));
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
pub enum Accusation {}

impl Accusation {
    /// An accusation by somebody.
    pub fn by(speaker: impl Speak) -> NewEvent<Self> {
        NewEvent::of_kind(Kind::Accusation).joined(Role::Source, speaker)
    }
}

impl NewEvent<Accusation> {
    /// Adds another who makes it.
    pub fn jointly_with(self, speaker: impl Speak) -> Self {
        self.joined(Role::Source, speaker)
    }

    /// Adds who is accused.
    pub fn against(self, target: impl BeAnyone) -> Self {
        self.joined(Role::Target, target)
    }

    /// Says of what.
    pub fn of(self, charge: impl Into<String>) -> Self {
        self.saying(charge)
    }
}
