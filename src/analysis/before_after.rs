//! Before and after an event: an interrupted series.
//!
//! The same dyad is its own comparison: what passed between the two in the days before
//! an event against what did in as many days after it (the simplest of the interrupted
//! time-series designs of Campbell and Stanley 1963). A difference shows that something
//! changed, and not that the event changed it.
//!
//! Literature: D. T. Campbell and J. C. Stanley, *Experimental and Quasi-Experimental
//! Designs for Research*, Chicago 1963. T. D. Cook and D. T. Campbell,
//! *Quasi-Experimentation: Design and Analysis Issues for Field Settings*, Boston 1979.

use std::fmt;

use serde::Serialize;

use super::lag::follows;
use crate::Result;
use crate::graph::{ActorLike, EventLike};
use crate::model::EventId;
use crate::model::codes::{Classification, Scale};
use crate::query::{Balance, Evident, Happening, Order, View, Who};
use crate::time::Certainty;

/// What passed between two actors before and after an event.
///
/// What [`View::before_and_after`] returns.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BeforeAfter {
    one: Who,
    other: Who,
    event: Happening,
    days: u32,
    before: Phase,
    after: Phase,
    undecided: Phase,
}

/// What passed between two actors in the days on one side of an event.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Phase {
    events: usize,
    certainty: Certainty,
    balance: Balance,
    #[serde(skip)]
    ids: Vec<EventId>,
}

/// How much more there is after an event than before it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Change {
    /// Of events.
    pub events: i64,
    /// Of scores above zero.
    pub cooperation: f64,
    /// Of scores below zero: negative if conflict grew.
    pub conflict: f64,
    /// Of both.
    pub sum: f64,
}

impl BeforeAfter {
    /// The one, as asked for.
    pub fn one(&self) -> &Who {
        &self.one
    }

    /// The other, as asked for.
    pub fn other(&self) -> &Who {
        &self.other
    }

    /// The event that stands between.
    pub fn event(&self) -> &Happening {
        &self.event
    }

    /// How many days on each side.
    pub fn days(&self) -> u32 {
        self.days
    }

    /// What was, at least as dated, in the days before.
    pub fn before(&self) -> &Phase {
        &self.before
    }

    /// What was, at least as dated, in the days after.
    pub fn after(&self) -> &Phase {
        &self.after
    }

    /// What was possibly in the days before or after, where dates do not tell on which
    /// side, or whether at all: such as what bears the same day as the event.
    pub fn undecided(&self) -> &Phase {
        &self.undecided
    }

    /// How much more there is after than before.
    pub fn change(&self) -> Change {
        let (before, after) = (&self.before.balance, &self.after.balance);
        let count = |phase: &Phase| i64::try_from(phase.events).unwrap_or(i64::MAX);
        Change {
            events: count(&self.after) - count(&self.before),
            cooperation: after.cooperation() - before.cooperation(),
            conflict: after.conflict() - before.conflict(),
            sum: after.sum() - before.sum(),
        }
    }
}

impl Phase {
    fn of(scale: &dyn Scale, events: &[(EventId, Classification, Certainty)]) -> Self {
        Self {
            events: events.len(),
            certainty: events
                .iter()
                .map(|(.., certainty)| *certainty)
                .fold(Certainty::Certain, Certainty::and),
            balance: Balance::of(events.iter().map(|(_, what, _)| *what), scale),
            ids: events.iter().map(|(id, ..)| *id).collect(),
        }
    }

    /// How many events.
    pub fn len(&self) -> usize {
        self.events
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.events == 0
    }

    /// How certain the count is: as the least certain of the events counted.
    pub fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// How cooperation and conflict balance.
    pub fn balance(&self) -> &Balance {
        &self.balance
    }
}

impl Evident for Phase {
    fn events(&self) -> &[EventId] {
        &self.ids
    }
}

impl fmt::Display for Phase {
    /// "2 events, -1.0 on the Goldstein scale (2 of 2 events)".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.events == 1 { "" } else { "s" };
        write!(f, "{} event{plural}", self.events)?;
        match self.events {
            0 => Ok(()),
            _ => write!(f, ", {}", self.balance),
        }
    }
}

impl fmt::Display for BeforeAfter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days = self.days;
        writeln!(f, "{} and {} around {}", self.one, self.other, self.event)?;
        writeln!(f, "  {days} days before: {}", self.before)?;
        writeln!(f, "  {days} days after: {}", self.after)?;
        if !self.undecided.is_empty() {
            writeln!(f, "  on neither side for certain: {}", self.undecided)?;
        }
        let change = self.change();
        writeln!(
            f,
            "  change: {:+} events, {:+.1}",
            change.events, change.sum
        )
    }
}

impl View<'_> {
    /// What passed between two actors in so many days before an event and in as many
    /// after it, on a named scale, with the difference.
    ///
    /// An event of the two is *before* if it certainly, or as dated, began before the
    /// given one did, by a second or more and by so many days of the calendar at most;
    /// *after* likewise, the other way round. Both go by when events began: what took
    /// place during a long summit is after it in this sense. An event for which that is
    /// only possible, on either side, is [undecided](BeforeAfter::undecided): the dates
    /// do not tell. On dates that are whole days, all of the same day are so, unless
    /// order links tell more.
    ///
    /// The given event need not be one of the two actors, nor in the view, and is not
    /// counted itself. The view's window cuts the days off like any other events.
    ///
    /// Costs the pair's events in the window; at a level, all events in the window.
    ///
    /// # Errors
    /// When one of the two, or the event, is not found.
    ///
    /// ```
    /// use demarche::{Accusation, Call, Graph, Meeting, State, model::codes::Goldstein};
    ///
    /// let mut graph = Graph::new();
    /// let france = graph.add(State::new("France"))?;
    /// let russia = graph.add(State::new("Russia"))?;
    /// graph.record(Accusation::by(france).against(russia).on("2021-11-10"))?;
    /// let summit = graph.record(Meeting::between(france, russia).on("2021-11-15"))?;
    /// graph.record(Accusation::by(russia).against(france).on("2021-11-15"))?;
    /// graph.record(Call::between(france, russia).on("2021-11-20"))?;
    ///
    /// let around = graph.view().before_and_after(france, russia, summit, 7, &Goldstein)?;
    /// assert_eq!((around.before().len(), around.after().len()), (1, 1));
    /// assert_eq!(around.undecided().len(), 1); // on the day itself
    /// assert_eq!(around.change().sum, 3.0); // from −2 to +1
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn before_and_after(
        &self,
        one: impl ActorLike,
        other: impl ActorLike,
        event: impl EventLike,
        days: u32,
        scale: &dyn Scale,
    ) -> Result<BeforeAfter> {
        let graph = self.graph();
        let (one, other) = (graph.actor(one)?, graph.actor(other)?);
        let given = graph.event(event)?;
        let (placed, order) = (self.placed(given), self.order_of(given));
        let [mut before, mut after, mut undecided] = [const { Vec::new() }; 3];
        for act in self.acts_of_events(one, other) {
            if act.id() == given.id() {
                continue;
            }
            let acts = (act.id(), &self.order_of(act.event));
            let first = Order::between(acts, (given.id(), &order));
            let next = Order::between((given.id(), &order), acts);
            let is_before = follows(&act.placed, &placed, first, i64::from(days));
            let is_after = follows(&placed, &act.placed, next, i64::from(days));
            let (before_it, after_it) = (act.certainty.and(is_before), act.certainty.and(is_after));
            let (phase, certainty) = if before_it.is_as_dated() {
                (&mut before, before_it)
            } else if after_it.is_as_dated() {
                (&mut after, after_it)
            } else {
                (&mut undecided, before_it.or(after_it))
            };
            if certainty.is_possible() {
                phase.push((act.id(), act.event.classification(), certainty));
            }
        }
        Ok(BeforeAfter {
            one: Who::new(graph, one),
            other: Who::new(graph, other),
            event: self.happening_of(given.id())?,
            days,
            before: Phase::of(scale, &before),
            after: Phase::of(scale, &after),
            undecided: Phase::of(scale, &undecided),
        })
    }
}

#[cfg(test)]
mod tests;
