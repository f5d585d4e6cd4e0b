//! People or goods brought from one place to another.

use crate::model::codes::Kind;
use crate::model::may::{Act, BeAnyone};
use crate::model::{NewEvent, Place, Role};

/// People or goods brought from one place to another. It has no code in CAMEO and
/// no class in PLOVER.
///
/// [`at`](NewEvent::at) says where it led.
///
/// ```
/// use demarche::{Graph, Group, Organization, Transport};
///
/// let mut graph = Graph::new();
/// let services = graph.add(Organization::new("Belarusian services"))?;
/// let migrants = graph.add(Group::new("the migrants"))?;
/// let led = graph.record(
///     Transport::by(services).of(migrants).from("Minsk").at("a border crossing with Poland"),
/// )?;
/// assert_eq!(graph.event(led)?.origin().unwrap().name(), Some("Minsk"));
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
pub enum Transport {}

impl Transport {
    /// A transport by somebody.
    pub fn by(carrier: impl Act) -> NewEvent<Self> {
        NewEvent::of_kind(Kind::Transport).joined(Role::Source, carrier)
    }
}

impl NewEvent<Transport> {
    /// Adds another who carries.
    pub fn jointly_with(self, carrier: impl Act) -> Self {
        self.joined(Role::Source, carrier)
    }

    /// Adds who is brought.
    pub fn of(self, target: impl BeAnyone) -> Self {
        self.joined(Role::Target, target)
    }

    /// Says where it began.
    pub fn from(self, place: impl Into<Place>) -> Self {
        self.begun_at(place.into())
    }
}
