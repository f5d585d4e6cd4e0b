//! Words said in public.

use crate::model::codes::Kind;
use crate::model::may::{BeAnyone, Speak};
use crate::model::{NewEvent, Role};

/// A public statement, with or without an addressee: CAMEO 010; PLOVER has no
/// class for it.
///
/// ```
/// use demarche::{Graph, Leader, Statement};
///
/// let mut graph = Graph::new();
/// let putin = graph.add(Leader::new("Vladimir Putin"))?;
/// let said = graph.record(
///     Statement::by(putin).saying("Russia needs to build defences").about(["NATO"]),
/// )?;
/// let said = graph.event(said)?;
/// assert_eq!(said.topics(), ["NATO"]);
/// assert_eq!(said.classification().class(), None);
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
pub enum Statement {}

impl Statement {
    /// A statement by somebody.
    pub fn by(speaker: impl Speak) -> NewEvent<Self> {
        NewEvent::of_kind(Kind::Statement).joined(Role::Source, speaker)
    }
}

impl NewEvent<Statement> {
    /// Adds another who says so.
    pub fn jointly_with(self, speaker: impl Speak) -> Self {
        self.joined(Role::Source, speaker)
    }

    /// Adds to whom it is said.
    pub fn to(self, target: impl BeAnyone) -> Self {
        self.joined(Role::Target, target)
    }
}
