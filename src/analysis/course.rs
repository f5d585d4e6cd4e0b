//! The course of a relationship: cooperation and conflict by period.
//!
//! The series that the literature on reciprocity works with: events of a dyad, weighed
//! on a scale of cooperation and conflict, summed by month or week and by who acted
//! (Goldstein and Freeman 1990; Goldstein 1992).
//!
//! Literature: J. S. Goldstein and J. R. Freeman, *Three-Way Street: Strategic
//! Reciprocity in World Politics*, Chicago 1990. J. S. Goldstein, "A Conflict-Cooperation
//! Scale for WEIS Events Data", *Journal of Conflict Resolution* 36 (1992), 369–385.

mod drawn;

use std::fmt;

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use super::correlation::correlation;
use crate::Result;
use crate::graph::ActorLike;
use crate::model::EventId;
use crate::model::codes::Scale;
use crate::query::{Balance, Evident, Period, View, Who};
use crate::time::{Certainty, Window};

use drawn::{Drawn, told};

/// The course of a relationship: cooperation and conflict on a named scale, by period.
///
/// What [`View::course`] returns.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Course {
    one: Who,
    other: Who,
    period: Period,
    chapters: Vec<Chapter>,
    #[serde(serialize_with = "how_many")]
    undecided: Vec<EventId>,
}

fn how_many<S: Serializer>(
    events: &[EventId],
    serializer: S,
) -> std::result::Result<S::Ok, S::Error> {
    events.len().serialize(serializer)
}

/// One period of the [`Course`] of a relationship.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Chapter {
    period: String,
    start: Date,
    events: usize,
    possible: usize,
    certainty: Certainty,
    balance: Balance,
    by_one: Balance,
    by_other: Balance,
    together: Balance,
    #[serde(skip)]
    ids: Vec<EventId>,
}

impl Course {
    /// The one, as asked for.
    pub fn one(&self) -> &Who {
        &self.one
    }

    /// The other, as asked for.
    pub fn other(&self) -> &Who {
        &self.other
    }

    /// The same course seen from the other: the two change places, and nothing is counted
    /// anew. O(p) in the p periods and their events.
    ///
    /// ```
    /// use demarche::{Accusation, Graph, State, query::Period, model::codes::Goldstein};
    ///
    /// let mut graph = Graph::new();
    /// let france = graph.add(State::new("France"))?;
    /// let russia = graph.add(State::new("Russia"))?;
    /// for day in ["2021-01-10", "2021-02-10", "2021-02-20"] {
    ///     graph.record(Accusation::by(france).against(russia).on(day))?;
    /// }
    /// for day in ["2021-02-10", "2021-03-10", "2021-03-20"] {
    ///     graph.record(Accusation::by(russia).against(france).on(day))?;
    /// }
    /// let course = graph.view().course(france, russia, Period::Month, &Goldstein)?;
    /// // Russia does a month later what France did, and not the other way round.
    /// assert!(course.correlation(1).is_some_and(|r| r > 0.9));
    /// assert!(course.seen_from_other().correlation(1).is_some_and(|r| r < 0.0));
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn seen_from_other(&self) -> Self {
        let mut turned = self.clone();
        std::mem::swap(&mut turned.one, &mut turned.other);
        for chapter in &mut turned.chapters {
            std::mem::swap(&mut chapter.by_one, &mut chapter.by_other);
        }
        turned
    }

    /// How long each period is.
    pub fn period(&self) -> Period {
        self.period
    }

    /// The periods in order of time, without gaps: those without any event too.
    pub fn chapters(&self) -> &[Chapter] {
        &self.chapters
    }

    /// The events that are counted in no period, since they are only possibly in any,
    /// in order of time; undated ones first.
    pub fn undecided(&self) -> &[EventId] {
        &self.undecided
    }

    /// How what the one did in a period goes with what the other did so many periods
    /// later: Pearson's coefficient of correlation between the two sides' sums, from −1
    /// to 1. Reciprocity is a positive one.
    ///
    /// `None` if fewer than two periods are left, or one side's sum is the same in all.
    /// What the two do together is in neither sum. Whether the one follows the other, the
    /// course [as seen from the other](Self::seen_from_other) tells.
    ///
    /// ```
    /// use demarche::{Accusation, Aid, Graph, State, query::Period, model::codes::Goldstein};
    ///
    /// let mut graph = Graph::new();
    /// let france = graph.add(State::new("France"))?;
    /// let russia = graph.add(State::new("Russia"))?;
    /// graph.record(Accusation::by(france).against(russia).on("2021-01-10"))?;
    /// graph.record(Accusation::by(russia).against(france).on("2021-01-20"))?;
    /// graph.record(Aid::by(france).to(russia).on("2021-02-10"))?;
    /// graph.record(Aid::by(russia).to(france).on("2021-02-20"))?;
    ///
    /// let course = graph.view().course(france, russia, Period::Month, &Goldstein)?;
    /// assert!(course.correlation(0).is_some_and(|r| r > 0.99)); // tit for tat
    /// assert_eq!(course.correlation(1), None); // too short to tell
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn correlation(&self, later: usize) -> Option<f64> {
        let ones = self.chapters.iter().map(|chapter| chapter.by_one.sum());
        let others = self.chapters.iter().map(|chapter| chapter.by_other.sum());
        correlation(ones.zip(others.skip(later)))
    }
}

impl Chapter {
    /// What the period is called: "2021-11", "2021-Q4".
    pub fn name(&self) -> &str {
        &self.period
    }

    /// Its first day.
    pub fn start(&self) -> Date {
        self.start
    }

    /// How many events link the two in it, at least as dated.
    pub fn len(&self) -> usize {
        self.events
    }

    /// Whether none does.
    pub fn is_empty(&self) -> bool {
        self.events == 0
    }

    /// How many events besides possibly link them in it. They are in no sum, and may be
    /// counted as possible in several periods.
    pub fn possible(&self) -> usize {
        self.possible
    }

    /// How certain the count is: as the least certain of the events counted.
    pub fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// Cooperation, conflict, their sum and the mean score of all events counted.
    pub fn balance(&self) -> &Balance {
        &self.balance
    }

    /// The same of the acts of the one towards the other.
    pub fn by_one(&self) -> &Balance {
        &self.by_one
    }

    /// The same of the acts of the other towards the one.
    pub fn by_other(&self) -> &Balance {
        &self.by_other
    }

    /// The same of what they do together, on an equal footing: calls, meetings.
    pub fn together(&self) -> &Balance {
        &self.together
    }
}

impl Evident for Chapter {
    fn events(&self) -> &[EventId] {
        &self.ids
    }
}

impl fmt::Display for Chapter {
    /// "2021-11 · 3 events · cooperation 1.0 · conflict -4.0 · sum -3.0 · mean -1.0 · 2
    /// possible besides".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.events == 1 { "" } else { "s" };
        write!(f, "{} · {} event{plural}", self.period, self.events)?;
        if let Some(mean) = self.balance.mean() {
            write!(f, " · cooperation {:.1}", self.balance.cooperation())?;
            write!(f, " · conflict {:.1}", self.balance.conflict())?;
            write!(f, " · sum {:.1} · mean {mean:.1}", self.balance.sum())?;
        }
        if self.possible > 0 {
            write!(f, " · {} possible besides", self.possible)?;
        }
        Ok(())
    }
}

impl fmt::Display for Course {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} and {} by {}", self.one, self.other, self.period)?;
        for chapter in &self.chapters {
            writeln!(f, "  {chapter}")?;
        }
        match self.undecided.len() {
            0 => Ok(()),
            many => writeln!(f, "  {many} in no period for certain"),
        }
    }
}

impl View<'_> {
    /// The course of a relationship: how many events link two actors in each period,
    /// and how cooperation and conflict balance there on a named scale.
    ///
    /// An event counts in a period if it lies there at least *as dated*: for every choice
    /// of times within the bounds that dates and links leave it (those of reports too),
    /// and if it is at least as dated that it links the two. Others are possible in each
    /// period in which some choice puts them, and in no sum. Events on somebody's account
    /// count as acts towards them, as in [`relationship`](Self::relationship).
    ///
    /// The periods run without gaps over the view's window; where that is open, from
    /// the first event counted to the last.
    ///
    /// Costs the pair's events in the window (at a level, all events in the window) and
    /// the periods.
    ///
    /// # Errors
    /// When one of the two is not found.
    ///
    /// ```
    /// use demarche::{Accusation, Call, Graph, State, query::Period, model::codes::Goldstein};
    ///
    /// let mut graph = Graph::new();
    /// let france = graph.add(State::new("France"))?;
    /// let russia = graph.add(State::new("Russia"))?;
    /// graph.record(Accusation::by(france).against(russia).on("2021-09-20"))?;
    /// graph.record(Call::between(france, russia).on("2021-11-15"))?;
    /// graph.record(Call::between(france, russia).on("[2021-10-25..2021-11-15]"))?;
    ///
    /// let course = graph.view().course(france, russia, Period::Month, &Goldstein)?;
    /// assert_eq!(
    ///     course.to_string(),
    ///     "France and Russia by month\n\
    ///      \x20 2021-09 · 1 event · cooperation 0.0 · conflict -2.0 · sum -2.0 · mean -2.0\n\
    ///      \x20 2021-10 · 0 events · 1 possible besides\n\
    ///      \x20 2021-11 · 1 event · cooperation 1.0 · conflict 0.0 · sum 1.0 · mean 1.0 · 1 possible besides\n\
    ///      \x20 1 in no period for certain\n"
    /// );
    /// assert_eq!(course.chapters()[0].by_one().conflict(), -2.0);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn course(
        &self,
        one: impl ActorLike,
        other: impl ActorLike,
        period: Period,
        scale: &dyn Scale,
    ) -> Result<Course> {
        let graph = self.graph();
        let (one, other) = (graph.actor(one)?, graph.actor(other)?);
        let told = told(&self.acts_of_pair(one, other), one);
        let window = self.window().unwrap_or_else(Window::all);
        let drawn = Drawn::new(period, &window, told);
        Ok(Course {
            chapters: drawn.chapters(scale),
            undecided: drawn.undecided(),
            one: Who::new(graph, one),
            other: Who::new(graph, other),
            period,
        })
    }
}

#[cfg(test)]
mod tests;
