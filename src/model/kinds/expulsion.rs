//! Sending away.

use crate::model::codes::Kind;
use crate::model::may::{BeAnyone, Impose};
use crate::model::{NewEvent, Role};

/// The expulsion of diplomats, observers or members: CAMEO 166, PLOVER SANCTION
/// *expel*.
///
/// The deportation of individuals is a [`Coercion`](super::Coercion).
///
/// ```
/// use demarche::{Expulsion, Graph, State};
///
/// let mut graph = Graph::new();
/// let czechia = graph.add(State::new("Czechia"))?;
/// let russia = graph.add(State::new("Russia"))?;
/// let out = graph.record(Expulsion::by(czechia).of(russia).counting("diplomats", 18))?;
/// assert_eq!(graph.event(out)?.classification().class().unwrap().to_string(), "SANCTION");
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Debug)]
pub enum Expulsion {}

impl Expulsion {
    /// An expulsion by a state or an organization.
    pub fn by(expeller: impl Impose) -> NewEvent<Self> {
        NewEvent::of_kind(Kind::Expulsion).joined(Role::Source, expeller)
    }
}

impl NewEvent<Expulsion> {
    /// Adds another who expels.
    pub fn jointly_with(self, expeller: impl Impose) -> Self {
        self.joined(Role::Source, expeller)
    }

    /// Adds who is expelled, or whose people are.
    pub fn of(self, target: impl BeAnyone) -> Self {
        self.joined(Role::Target, target)
    }
}
