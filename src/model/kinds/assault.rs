//! Violence.

use crate::model::codes::Kind;
use crate::model::may::{Act, BeAnyone};
use crate::model::{NewEvent, Role};

/// Violence, from beating to war: CAMEO 180 (or 19x, 20x), PLOVER ASSAULT.
///
/// ```
/// use demarche::{Assault, Graph, Organization};
///
/// let mut graph = Graph::new();
/// let army = graph.add(Organization::new("Army"))?;
/// let militia = graph.add(Organization::new("Militia"))?;
/// let fight = graph.record(Assault::by(army).against(militia).coded_as("193"))?;
/// assert_eq!(graph.event(fight)?.classification().class().unwrap().to_string(), "ASSAULT");
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
pub enum Assault {}

impl Assault {
    /// An assault by somebody.
    pub fn by(agent: impl Act) -> NewEvent<Self> {
        NewEvent::of_kind(Kind::Assault).joined(Role::Source, agent)
    }
}

impl NewEvent<Assault> {
    /// Adds another who does it.
    pub fn jointly_with(self, agent: impl Act) -> Self {
        self.joined(Role::Source, agent)
    }

    /// Adds to whom it is done.
    pub fn against(self, target: impl BeAnyone) -> Self {
        self.joined(Role::Target, target)
    }
}
