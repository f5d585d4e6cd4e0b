//! Events that follow upon events: an accusation, then a call.
//!
//! What sequence analysis and temporal association rules look for in event data: an event
//! of one sort and the next of another, between the same two actors, within so many days
//! (the "A then B within a window" episodes of Mannila, Toivonen and Verkamo 1997; of
//! international event data, Schrodt 1990).
//!
//! Literature: H. Mannila, H. Toivonen and A. I. Verkamo, "Discovery of Frequent Episodes
//! in Event Sequences", *Data Mining and Knowledge Discovery* 1 (1997), 259–289.
//! P. A. Schrodt, "Parallel Event Sequences in International Crises, 1835–1940",
//! *Political Behavior* 12 (1990), 97–123.

mod search;

use std::fmt;

use serde::Serialize;

use super::{Lag, Occasion};
use crate::model::EventId;
use crate::query::{Answers, Evident, View, What, Who};
use crate::time::Certainty;

use search::Search;

/// Which events upon which others: of which sort, within how many days, which way.
///
/// ```
/// use demarche::{What, analysis::Sequence, model::codes::Kind};
///
/// let calmed = Sequence::of(What::Accusation).then(Kind::Call).within_days(7);
/// let back = calmed.the_other_way();
/// assert_ne!(calmed, back);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sequence {
    first: Option<What>,
    next: Option<What>,
    days: u32,
    way: Way,
    reach: Reach,
    at_least: Certainty,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Way {
    Either,
    Same,
    Opposite,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Reach {
    Next,
    Every,
}

impl Sequence {
    /// From events of this sort to any next one on the same day; see
    /// [`then`](Self::then) and [`within_days`](Self::within_days).
    pub fn of(first: impl Into<What>) -> Self {
        Self {
            first: Some(first.into()),
            next: None,
            days: 0,
            way: Way::Either,
            reach: Reach::Next,
            at_least: Certainty::Possible,
        }
    }

    /// From events of any sort.
    pub fn of_any() -> Self {
        Self {
            first: None,
            ..Self::of(What::Talk)
        }
    }

    /// To events of this sort.
    pub fn then(mut self, next: impl Into<What>) -> Self {
        self.next = Some(next.into());
        self
    }

    /// Within so many days of the calendar.
    pub fn within_days(mut self, days: u32) -> Self {
        self.days = days;
        self
    }

    /// Only where who acts in the first acts in the next, on the same other. What two do
    /// together goes both ways.
    pub fn the_same_way(mut self) -> Self {
        self.way = Way::Same;
        self
    }

    /// Only where who is acted upon in the first acts in the next, upon the other. What
    /// two do together goes both ways.
    pub fn the_other_way(mut self) -> Self {
        self.way = Way::Opposite;
        self
    }

    /// Every event that follows within the days, and not the next alone.
    pub fn every(mut self) -> Self {
        self.reach = Reach::Every;
        self
    }

    /// Only what follows this certainly.
    pub fn at_least(mut self, certainty: Certainty) -> Self {
        self.at_least = certainty;
        self
    }
}

/// An event, and one that followed upon it between the same two actors.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Succession {
    from: Who,
    to: Who,
    first: Occasion,
    next: Occasion,
    lag: Lag,
    certainty: Certainty,
    #[serde(skip)]
    ids: [EventId; 2],
}

impl Succession {
    /// Who acts in the first event; of two who act together, one of them.
    pub fn from(&self) -> &Who {
        &self.from
    }

    /// Upon whom.
    pub fn to(&self) -> &Who {
        &self.to
    }

    /// The first event.
    pub fn first(&self) -> &Occasion {
        &self.first
    }

    /// The event that followed.
    pub fn next(&self) -> &Occasion {
        &self.next
    }

    /// How many days later, given that it followed.
    pub fn lag(&self) -> Lag {
        self.lag
    }

    /// How certain it is that both were, between these two, and that the one followed
    /// the other within the days asked for.
    pub fn certainty(&self) -> Certainty {
        self.certainty
    }
}

impl Evident for Succession {
    fn events(&self) -> &[EventId] {
        &self.ids
    }
}

impl fmt::Display for Succession {
    /// "France and Russia · accusation (2021-11-15), then call (2021-11-17) · 2 days later".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} and {} · ", self.from, self.to)?;
        write!(f, "{}, then {} · {}", self.first, self.next, self.lag)?;
        match self.certainty {
            Certainty::Certain => Ok(()),
            Certainty::AsDated => write!(f, " · as dated"),
            _ => write!(f, " · possibly"),
        }
    }
}

impl View<'_> {
    /// Which events followed upon which, between the same two actors and within so many
    /// days: an accusation, then a call. By the first event in order of time, then by the
    /// next.
    ///
    /// A pair is listed if the one *possibly* follows the other: for some choice of times
    /// within the bounds that dates and order links leave, it began later, by a second or
    /// more, and at most so many days of the calendar later. Its certainty is *certain* if
    /// that is so for every choice; *as dated* if dates of reports have to be taken at
    /// their word. On dates that are whole days, the same day is possible.
    ///
    /// Of the events that follow, only those are listed that may be the *next*: no other
    /// of that sort between the two lies, by what dates and links leave of it, wholly after
    /// the first and before it. Several may, where dates do not tell which was first. Ask for
    /// [all](Sequence::every) that follow, or for those that do [certainly](Sequence::at_least).
    ///
    /// Events on somebody's account count as acts towards them. At a
    /// [level](Self::level), the actors are those that count there.
    ///
    /// Costs O(k log k + p log k) in the k acts of the window (at most the pairs of actors
    /// of each event) and the p pairs of events that are in reach.
    ///
    /// ```
    /// use demarche::{Accusation, Call, Graph, State, What};
    /// use demarche::{analysis::Sequence, model::codes::Kind, time::Certainty};
    ///
    /// let mut graph = Graph::new();
    /// let france = graph.add(State::new("France"))?;
    /// let russia = graph.add(State::new("Russia"))?;
    /// graph.record(Accusation::by(france).against(russia).on("2021-11-15"))?; // Monday
    /// graph.record(Call::between(france, russia).on("2021-11-17"))?; // Wednesday
    /// graph.record(Call::between(france, russia).on("2021-11-19"))?;
    ///
    /// let calls = Sequence::of(What::Accusation).then(Kind::Call).within_days(7);
    /// let found = graph.view().sequences(calls);
    /// assert_eq!(
    ///     found.to_string(),
    ///     "France and Russia · accusation (2021-11-15), then call (2021-11-17) · 2 days later\n"
    /// );
    /// assert_eq!(found[0].certainty(), Certainty::Certain);
    /// assert_eq!(graph.view().sequences(calls.every()).len(), 2);
    /// assert!(graph.view().sequences(calls.within_days(1)).is_empty());
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn sequences(&self, sequence: Sequence) -> Answers<Succession> {
        Search::new(self, sequence).run().into()
    }

    /// The same between two actors alone, at any level.
    ///
    /// Costs the pair's events in the window; at a level, all events in the window; and
    /// O(p log k) in the p pairs of the k events that are in reach.
    ///
    /// # Errors
    /// When one of the two is not found.
    pub fn sequences_of(
        &self,
        one: impl crate::ActorLike,
        other: impl crate::ActorLike,
        sequence: Sequence,
    ) -> crate::Result<Answers<Succession>> {
        let (one, other) = (self.graph().actor(one)?, self.graph().actor(other)?);
        let acts = self.acts_of_pair(one, other);
        Ok(Search::among(self, sequence, acts).run().into())
    }
}

#[cfg(test)]
mod tests;
