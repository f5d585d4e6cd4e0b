//! Asking, without pressure.

use crate::model::codes::Kind;
use crate::model::may::{BeAnyone, Speak};
use crate::model::{NewEvent, Role};

/// An appeal: CAMEO 020 and, narrower, 021 to 028; PLOVER has no class for it.
///
/// A demand is a [`Request`](super::Request).
///
/// ```
/// use demarche::{Appeal, Graph, Organization};
///
/// let mut graph = Graph::new();
/// let eu = graph.add(Organization::new("European Union"))?;
/// let appeal = graph.record(Appeal::by(eu).coded_as("0233").saying("humanitarian aid"))?;
/// let code = graph.event(appeal)?.classification().code().unwrap();
/// assert_eq!(code.label(), Some("appeal for relief"));
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
pub enum Appeal {}

impl Appeal {
    /// An appeal by somebody.
    pub fn by(speaker: impl Speak) -> NewEvent<Self> {
        NewEvent::of_kind(Kind::Appeal).joined(Role::Source, speaker)
    }
}

impl NewEvent<Appeal> {
    /// Adds another who says so.
    pub fn jointly_with(self, speaker: impl Speak) -> Self {
        self.joined(Role::Source, speaker)
    }

    /// Adds to whom it is addressed.
    pub fn to(self, target: impl BeAnyone) -> Self {
        self.joined(Role::Target, target)
    }
}
