//! A meeting in person.

use crate::model::codes::{CameoCode, Kind, Mode};
use crate::model::may::Meet;
use crate::model::{NewEvent, Role};

/// A meeting in person: CAMEO 040, or 044 on neutral ground; PLOVER CONSULT.
///
/// Where one side is the other's guest, it is a [`Visit`](super::Visit).
///
/// ```
/// use demarche::{Graph, Leader, Meeting};
///
/// let mut graph = Graph::new();
/// let biden = graph.add(Leader::new("Joe Biden"))?;
/// let putin = graph.add(Leader::new("Vladimir Putin"))?;
/// let summit = graph.record(
///     Meeting::between(biden, putin).on_neutral_ground().at("Geneva").on("2021-06-16"),
/// )?;
/// assert_eq!(graph.event(summit)?.classification().code().unwrap().to_string(), "044");
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
pub enum Meeting {}

impl Meeting {
    /// A meeting between two; more can join.
    pub fn between(one: impl Meet, other: impl Meet) -> NewEvent<Self> {
        NewEvent::of_kind(Kind::Meeting)
            .joined(Role::Party, one)
            .joined(Role::Party, other)
    }
}

impl NewEvent<Meeting> {
    /// Adds somebody who took part.
    pub fn joined_by(self, another: impl Meet) -> Self {
        self.joined(Role::Party, another)
    }

    /// Says who asked for it; one of those who took part.
    pub fn called_by(self, initiator: impl Meet) -> Self {
        self.begun_by(initiator.into())
    }

    /// It took place where none of them is at home: CAMEO 044, PLOVER
    /// *third-party*.
    pub fn on_neutral_ground(self) -> Self {
        self.coded_as(CameoCode::CONSULT_MEET.as_str())
            .with_mode(Mode::ThirdParty)
    }
}
