//! Saying what one will do to another.

use crate::model::codes::Kind;
use crate::model::may::{BeAnyone, Speak};
use crate::model::{NewEvent, Role};

/// A threat: CAMEO 130, PLOVER THREATEN.
///
/// A sanction threatened is a [`Sanction`](super::Sanction) of that status.
///
/// ```
/// use demarche::{Graph, Leader, Organization, Threat};
///
/// let mut graph = Graph::new();
/// let lukashenko = graph.add(Leader::new("Alexander Lukashenko"))?;
/// let eu = graph.add(Organization::new("European Union"))?;
/// let threat = graph.record(Threat::by(lukashenko).against(eu).saying("to cut off the gas"))?;
/// assert_eq!(graph.event(threat)?.classification().class().unwrap().to_string(), "THREATEN");
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
pub enum Threat {}

impl Threat {
    /// A threat by somebody.
    pub fn by(speaker: impl Speak) -> NewEvent<Self> {
        NewEvent::of_kind(Kind::Threat).joined(Role::Source, speaker)
    }
}

impl NewEvent<Threat> {
    /// Adds another who says so.
    pub fn jointly_with(self, speaker: impl Speak) -> Self {
        self.joined(Role::Source, speaker)
    }

    /// Adds who is threatened.
    pub fn against(self, target: impl BeAnyone) -> Self {
        self.joined(Role::Target, target)
    }
}
