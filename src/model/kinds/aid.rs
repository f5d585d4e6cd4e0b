//! Help given.

use crate::model::codes::Kind;
use crate::model::may::{Act, BeAnyone};
use crate::model::{NewEvent, Role};

/// Aid: CAMEO 070, PLOVER AID.
///
/// ```
/// use demarche::{Aid, Graph, Group, Organization};
///
/// let mut graph = Graph::new();
/// let red_cross = graph.add(Organization::new("Red Cross"))?;
/// let migrants = graph.add(Group::new("the migrants"))?;
/// let aid = graph.record(Aid::by(red_cross).to(migrants).counting("blankets", 500))?;
/// assert_eq!(graph.event(aid)?.number("blankets").unwrap().value(), 500);
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
pub enum Aid {}

impl Aid {
    /// Aid by somebody.
    pub fn by(giver: impl Act) -> NewEvent<Self> {
        NewEvent::of_kind(Kind::Aid).joined(Role::Source, giver)
    }
}

impl NewEvent<Aid> {
    /// Adds another who gives.
    pub fn jointly_with(self, giver: impl Act) -> Self {
        self.joined(Role::Source, giver)
    }

    /// Adds who receives.
    pub fn to(self, target: impl BeAnyone) -> Self {
        self.joined(Role::Target, target)
    }
}
