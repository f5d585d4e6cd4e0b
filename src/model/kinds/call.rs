//! A conversation by telephone or the like.

use crate::model::codes::Kind;
use crate::model::may::Converse;
use crate::model::{NewEvent, Role};

/// A conversation by telephone, video or the like: CAMEO 041, PLOVER CONSULT
/// *phone*.
///
/// ```
/// use demarche::{Call, Graph, Leader};
///
/// let mut graph = Graph::new();
/// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
/// let putin = graph.add(Leader::new("Vladimir Putin"))?;
/// let merkel = graph.add(Leader::new("Angela Merkel"))?;
///
/// let call = graph.record(Call::between(macron, putin).joined_by(merkel).placed_by(macron))?;
/// let call = graph.event(call)?;
/// assert_eq!(call.participants().len(), 3);
/// assert_eq!(call.initiator(), Some(macron.into()));
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
pub enum Call {}

impl Call {
    /// A call between two; more can join.
    pub fn between(one: impl Converse, other: impl Converse) -> NewEvent<Self> {
        NewEvent::of_kind(Kind::Call)
            .joined(Role::Party, one)
            .joined(Role::Party, other)
    }
}

impl NewEvent<Call> {
    /// Adds somebody who took part.
    pub fn joined_by(self, another: impl Converse) -> Self {
        self.joined(Role::Party, another)
    }

    /// Says who placed the call; one of those who took part.
    pub fn placed_by(self, caller: impl Converse) -> Self {
        self.begun_by(caller.into())
    }
}
