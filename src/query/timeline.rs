//! What an actor does, and what is done to it, over time.

use super::happening::Happening;
use super::judge::Hit;
use super::{Answers, View};
use crate::Result;
use crate::graph::ActorLike;
use crate::time::Certainty;

impl<'g> View<'g> {
    /// Everything an actor takes part in, in order of time; undated ones first. At a
    /// [level](View::level), everything in which anybody counts for it, as certainly
    /// as they do.
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader, Statement};
    ///
    /// let mut graph = Graph::new();
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// graph.record(Call::between(macron, putin).on("2021-11-15"))?;
    /// graph.record(Statement::by(putin).on("2021-11-13"))?;
    ///
    /// let timeline = graph.view().timeline(putin)?;
    /// assert_eq!(timeline[0].what(), "statement");
    /// assert_eq!(timeline[1].to_string(), "2021-11-15 · call · Emmanuel Macron – Vladimir Putin");
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// Costs the actor's events in the window; at a level, all events in the window.
    ///
    /// # Errors
    /// When the actor is not found.
    pub fn timeline(&self, actor: impl ActorLike) -> Result<Answers<Happening>> {
        let asked = self.graph.actor(actor)?;
        let hits = self.hits(self.scope_of(asked)).into_iter();
        let of_asked: Vec<Hit<'g>> = hits
            .filter_map(|hit| {
                let takes_part = hit
                    .event
                    .participants()
                    .flat_map(|who| self.counted(who.actor, hit.event, &[asked]))
                    .filter(|counted| counted.actor == asked)
                    .map(|counted| counted.certainty)
                    .reduce(Certainty::or)?;
                let certainty = hit.certainty.and(takes_part);
                let shown = self.judge().suffices(certainty);
                shown.then_some(Hit { certainty, ..hit })
            })
            .collect();
        Ok(self.happenings(&of_asked).into())
    }
}
