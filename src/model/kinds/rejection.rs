//! Saying no.

use crate::model::codes::Kind;
use crate::model::may::{BeAnyone, Speak};
use crate::model::{NewEvent, Role};

/// A refusal of a request, proposal or demand: CAMEO 120, PLOVER REJECT.
///
/// ```
/// use demarche::{Graph, Rejection, Request, State};
///
/// let mut graph = Graph::new();
/// let poland = graph.add(State::new("Poland"))?;
/// let belarus = graph.add(State::new("Belarus"))?;
/// let request = graph.record(Request::by(belarus).to(poland).saying("let them pass"))?;
/// let no = graph.record(Rejection::by(poland).of(belarus).responding_to(request))?;
/// assert_eq!(graph.event(no)?.links()[0].to, request);
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
pub enum Rejection {}

impl Rejection {
    /// A rejection by somebody.
    pub fn by(speaker: impl Speak) -> NewEvent<Self> {
        NewEvent::of_kind(Kind::Rejection).joined(Role::Source, speaker)
    }
}

impl NewEvent<Rejection> {
    /// Adds another who says so.
    pub fn jointly_with(self, speaker: impl Speak) -> Self {
        self.joined(Role::Source, speaker)
    }

    /// Adds whose request or proposal it was.
    pub fn of(self, target: impl BeAnyone) -> Self {
        self.joined(Role::Target, target)
    }
}
