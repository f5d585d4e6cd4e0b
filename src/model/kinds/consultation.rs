//! Contact by means unknown.

use crate::model::codes::Kind;
use crate::model::may::Meet;
use crate::model::{NewEvent, Role};

/// Contact of which it is not known whether it was a call, a meeting or an
/// exchange of letters: CAMEO 040, PLOVER CONSULT.
///
/// ```
/// use demarche::{Consultation, Graph, Leader, Occurrence};
///
/// let mut graph = Graph::new();
/// let putin = graph.add(Leader::new("Vladimir Putin"))?;
/// let lukashenko = graph.add(Leader::new("Alexander Lukashenko"))?;
/// let contacts = graph.record(Consultation::between(putin, lukashenko).several_times())?;
/// assert_eq!(graph.event(contacts)?.occurrence(), Occurrence::Several);
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
pub enum Consultation {}

impl Consultation {
    /// Contact between two; more can join.
    pub fn between(one: impl Meet, other: impl Meet) -> NewEvent<Self> {
        NewEvent::of_kind(Kind::Consultation)
            .joined(Role::Party, one)
            .joined(Role::Party, other)
    }
}

impl NewEvent<Consultation> {
    /// Adds somebody who took part.
    pub fn joined_by(self, another: impl Meet) -> Self {
        self.joined(Role::Party, another)
    }
}
