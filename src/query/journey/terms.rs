//! How word, or what is carried, passes from step to step.

use serde::{Deserialize, Serialize};

use crate::query::network::Timing;
use crate::time::Certainty;
use crate::time::ticks::LATEST;

/// What it takes for one step of a journey to follow another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Semantics {
    /// Word passes at any moment of a contact: of two overlapping calls, the one that
    /// began later can have been about what was said in the other, and the other way
    /// round. In link streams, t₁ ≤ t₂ ≤ …, each within its contact.
    #[default]
    Contact,
    /// A step starts after the last has ended, as what is carried has to arrive first.
    Transport,
}

/// The terms of a journey: how steps follow each other, and how long one may wait between
/// them, in seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Terms {
    pub(super) semantics: Semantics,
    pub(super) wait_least: i64,
    pub(super) wait_most: Option<i64>,
}

/// In which direction journeys are followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// From where they begin, forward in time.
    Forward,
    /// From where they end, back in time; all times are then negated.
    Back,
}

/// When an event can be taken: by who is there at `now`, if `now` plus the least wait is
/// not above `cap`; it is then `max(now + wait, key) + add` at the other end, or `floor` if
/// that is later.
///
/// In contact, for a possible answer, `key` is the earliest at which the event began and
/// `cap` the latest at which it was over: there are times at which all is in order if each
/// event can have begun by when each later one can have been over. For a certain answer it
/// is the other way round: each must have begun, at the latest, by when each later one was
/// over at the earliest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Times {
    pub(super) key: i64,
    pub(super) cap: i64,
    pub(super) add: i64,
    floor: i64,
}

impl Times {
    /// Of an event by what counts of its timing for an answer of that certainty.
    pub(super) fn new(
        semantics: Semantics,
        certainty: Certainty,
        direction: Direction,
        timing: &Timing,
    ) -> Self {
        let (begin, end) = (timing.begin, timing.end);
        let may = certainty <= Certainty::Possible;
        let (key, cap, add, over) = match (semantics, may) {
            (Semantics::Contact, true) => (begin.low, end.high, 0, begin.low),
            (Semantics::Contact, false) => (begin.high, end.low, 0, begin.high),
            // Links can say more of the end than the beginning and the length do.
            (Semantics::Transport, true) => {
                let over = end.low.max(begin.low + timing.least);
                (begin.low, begin.high, timing.least, over)
            }
            (Semantics::Transport, false) => (end.high, begin.low, 0, end.high),
        };
        match direction {
            Direction::Forward => Self {
                key,
                cap,
                add,
                floor: over,
            },
            Direction::Back => Self {
                key: -(cap + add),
                cap: -over,
                add,
                floor: i64::MIN,
            },
        }
    }

    /// Whether whoever takes the event is at the other end by its key, or when they come.
    pub(super) fn is_settled_by_key(self) -> bool {
        self.add == 0 && self.floor <= self.key
    }

    /// When one is at the other end, however early one comes; not back in time.
    pub(super) fn at_soonest(self) -> i64 {
        self.floor
    }

    /// When who is there at a time is at the other end, if the event can be taken.
    pub(super) fn after(self, now: i64, wait: i64) -> Option<i64> {
        let ready = now.saturating_add(wait);
        (ready <= self.cap).then(|| (ready.max(self.key) + self.add).max(self.floor))
    }
}

impl Terms {
    /// The latest at which one can be at the other end of a first event, and have left.
    pub(super) fn of_first(self, certainty: Certainty, timing: &Timing) -> (i64, i64) {
        match (self.semantics, certainty <= Certainty::Possible) {
            (Semantics::Contact, true) => (timing.end.high, timing.end.high),
            (Semantics::Contact, false) => (timing.end.low, timing.end.low),
            (Semantics::Transport, true) => (timing.end.high, timing.begin.high),
            (Semantics::Transport, false) => (timing.end.low, timing.begin.low),
        }
    }

    /// The same of a later event, if it comes before one has waited too long.
    pub(super) fn latest(
        self,
        certainty: Certainty,
        timing: &Timing,
        late: i64,
    ) -> Option<(i64, i64)> {
        let Some(most) = self.wait_most else {
            return Some(self.of_first(certainty, timing));
        };
        let until = late.saturating_add(most);
        let (begin, end) = (timing.begin, timing.end);
        let may = certainty <= Certainty::Possible;
        let in_time = if may { begin.low } else { begin.high };
        let (_, left) = self.of_first(certainty, timing);
        (in_time <= until).then(|| {
            let late = match (self.semantics, may) {
                (Semantics::Contact, true) => until.min(end.high),
                (Semantics::Contact, false) => until.min(end.low),
                (Semantics::Transport, true) => {
                    let at_last = until.min(begin.high);
                    let longest = timing
                        .most
                        .map_or(LATEST, |most| at_last.saturating_add(most));
                    longest.min(end.high)
                }
                (Semantics::Transport, false) => end.low,
            };
            (late, left)
        })
    }

    /// How long it takes at least from one end of an event to the other.
    pub(super) fn carrying(self, timing: &Timing) -> i64 {
        match self.semantics {
            Semantics::Contact => 0,
            Semantics::Transport => timing.least,
        }
    }
}
