//! An answer in one's own words.

use std::fmt::{self, Display};

use super::{Citable, Grounds};
use crate::model::{EventId, TieId};

/// An answer in your own words, and what it rests on: for figures and conclusions that no
/// question of this crate gives as a whole.
///
/// It rests on all that the view shows, unless you say on what.
///
/// ```
/// use demarche::query::Claim;
/// use demarche::{Call, Graph, Leader};
///
/// let mut graph = Graph::new();
/// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
/// let putin = graph.add(Leader::new("Vladimir Putin"))?;
/// let call = graph.record(Call::between(macron, putin).on("2021-11-15"))?;
///
/// let view = graph.view();
/// let sources = view.independent_sources(call)?;
/// let claim = Claim::new(format!("The call rests on {sources} sources")).on([call]);
/// assert_eq!(view.cite(&claim)?.evidence_count(), 1);
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    words: String,
    grounds: Option<Grounds>,
}

impl Claim {
    /// A claim that rests on all that the view shows.
    pub fn new(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            grounds: None,
        }
    }

    /// Rests on these events, and on others given before.
    pub fn on(mut self, events: impl IntoIterator<Item = EventId>) -> Self {
        let grounds = self.grounds.get_or_insert_default();
        grounds.events.extend(events);
        self
    }

    /// Rests on these ties, and on others given before.
    pub fn on_ties(mut self, ties: impl IntoIterator<Item = TieId>) -> Self {
        let grounds = self.grounds.get_or_insert_default();
        grounds.ties.extend(ties);
        self
    }
}

impl Display for Claim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

impl Citable for Claim {
    fn each_answer(&self, tell: &mut dyn FnMut(&dyn Display, Grounds)) {
        let grounds = self.grounds.clone();
        tell(self, grounds.unwrap_or_else(Grounds::whole_view));
    }
}
