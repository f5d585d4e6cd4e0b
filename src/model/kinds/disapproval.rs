//! Saying that something is bad.

use crate::model::codes::Kind;
use crate::model::may::{BeAnyone, Speak};
use crate::model::{NewEvent, Role};

/// Criticism short of an accusation: CAMEO 110, PLOVER ACCUSE *disapprove*.
///
/// ```
/// use demarche::{Disapproval, Graph, Leader};
///
/// let mut graph = Graph::new();
/// let biden = graph.add(Leader::new("Joe Biden"))?;
/// let xi = graph.add(Leader::new("Xi Jinping"))?;
/// graph.record(Disapproval::by(biden).of(xi).about(["absence from the G20"]))?;
/// assert!(graph.view().who_accuses_whom().is_empty());
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
pub enum Disapproval {}

impl Disapproval {
    /// Disapproval by somebody.
    pub fn by(speaker: impl Speak) -> NewEvent<Self> {
        NewEvent::of_kind(Kind::Disapproval).joined(Role::Source, speaker)
    }
}

impl NewEvent<Disapproval> {
    /// Adds another who says so.
    pub fn jointly_with(self, speaker: impl Speak) -> Self {
        self.joined(Role::Source, speaker)
    }

    /// Adds of whom.
    pub fn of(self, target: impl BeAnyone) -> Self {
        self.joined(Role::Target, target)
    }
}
