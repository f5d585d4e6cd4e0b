//! Force short of violence.

use crate::model::codes::Kind;
use crate::model::may::{Act, BeAnyone};
use crate::model::{NewEvent, Role};

/// Arrest, seizure, restriction, blockade: CAMEO 170, PLOVER COERCE.
///
/// ```
/// use demarche::{Coercion, Graph, Group, Organization};
///
/// let mut graph = Graph::new();
/// let guards = graph.add(Organization::new("Polish border guards"))?;
/// let migrants = graph.add(Group::new("the migrants"))?;
/// let event = graph.record(Coercion::by(guards).against(migrants).coded_as("173"))?;
/// assert_eq!(graph.event(event)?.classification().mode().unwrap().to_string(), "arrest");
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
pub enum Coercion {}

impl Coercion {
    /// Coercion by somebody.
    pub fn by(agent: impl Act) -> NewEvent<Self> {
        NewEvent::of_kind(Kind::Coercion).joined(Role::Source, agent)
    }
}

impl NewEvent<Coercion> {
    /// Adds another who does it.
    pub fn jointly_with(self, agent: impl Act) -> Self {
        self.joined(Role::Source, agent)
    }

    /// Adds to whom it is done.
    pub fn against(self, target: impl BeAnyone) -> Self {
        self.joined(Role::Target, target)
    }
}
