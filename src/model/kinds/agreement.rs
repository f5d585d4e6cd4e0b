//! A formal agreement.

use crate::model::codes::Kind;
use crate::model::may::Converse;
use crate::model::{NewEvent, Role};

/// The signing of a formal agreement: CAMEO 057, PLOVER SUPPORT.
///
/// ```
/// use demarche::{Agreement, Graph, State};
///
/// let mut graph = Graph::new();
/// let usa = graph.add(State::new("United States"))?;
/// let russia = graph.add(State::new("Russia"))?;
/// let treaty = graph.record(Agreement::between(usa, russia).saying("New START").on("2010-04-08"))?;
/// assert_eq!(graph.event(treaty)?.classification().code().unwrap().to_string(), "057");
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
pub enum Agreement {}

impl Agreement {
    /// An agreement between two; more can join.
    pub fn between(one: impl Converse, other: impl Converse) -> NewEvent<Self> {
        NewEvent::of_kind(Kind::Agreement)
            .joined(Role::Party, one)
            .joined(Role::Party, other)
    }
}

impl NewEvent<Agreement> {
    /// Adds a party.
    pub fn joined_by(self, another: impl Converse) -> Self {
        self.joined(Role::Party, another)
    }
}
