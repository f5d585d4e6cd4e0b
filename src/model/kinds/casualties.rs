//! People killed or hurt.

use crate::model::codes::Kind;
use crate::model::may::{Act, BeAnyone};
use crate::model::{NewEvent, Quantity, Role};

/// People killed, hurt or missing, with or without anybody who did it. It has no
/// code in CAMEO and no class in PLOVER.
///
/// ```
/// use demarche::{Casualties, Graph, Group, Quantity};
///
/// let mut graph = Graph::new();
/// let migrants = graph.add(Group::new("the migrants"))?;
/// let event = graph.record(Casualties::among(migrants).deaths(Quantity::at_least(11)))?;
/// assert_eq!(graph.event(event)?.number("deaths").unwrap().to_string(), "at least 11");
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
pub enum Casualties {}

impl Casualties {
    /// Casualties among these.
    pub fn among(victims: impl BeAnyone) -> NewEvent<Self> {
        NewEvent::of_kind(Kind::Casualties).joined(Role::Target, victims)
    }
}

impl NewEvent<Casualties> {
    /// Adds who caused them.
    pub fn caused_by(self, agent: impl Act) -> Self {
        self.joined(Role::Source, agent)
    }

    /// Says how many died.
    pub fn deaths(self, many: impl Into<Quantity>) -> Self {
        self.counting("deaths", many)
    }

    /// Says how many were injured.
    pub fn injured(self, many: impl Into<Quantity>) -> Self {
        self.counting("injured", many)
    }

    /// Says how many are missing.
    pub fn missing(self, many: impl Into<Quantity>) -> Self {
        self.counting("missing", many)
    }
}
