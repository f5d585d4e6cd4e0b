//! How long after one event another took place, and whether within so many days.

use std::fmt;

use serde::Serialize;

use crate::query::{Bracket, Ordered, Placed, day_begins, day_ends, day_of, verdict};
use crate::time::Certainty;

/// How many days after one event another took place: the fewest and the most that their
/// dates allow.
///
/// Days are counted by the calendar: from Monday to Wednesday are two, at whatever
/// times of day; on the same day none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Lag {
    least: i64,
    most: Option<i64>,
}

impl Lag {
    pub(super) fn new(least: i64, most: Option<i64>) -> Self {
        Self { least, most }
    }

    /// What it can be, given that it is no more than so many days.
    pub(super) fn within(self, days: i64) -> Self {
        let most = self.most.map_or(days, |most| most.min(days));
        Self::new(self.least, Some(most.max(self.least)))
    }

    /// The fewest days that it can be.
    pub fn least(self) -> i64 {
        self.least
    }

    /// The most days that it can be; `None` where a date is not bounded that way.
    pub fn most(self) -> Option<i64> {
        self.most
    }

    /// How many days it is, if the dates leave no doubt.
    pub fn exact(self) -> Option<i64> {
        self.most.filter(|most| *most == self.least)
    }
}

impl fmt::Display for Lag {
    /// "the same day", "1 day later", "0 to 2 days later", "5 or more days later".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.least, self.most) {
            (0, Some(0)) => write!(f, "the same day"),
            (1, Some(1)) => write!(f, "1 day later"),
            (least, Some(most)) if least == most => write!(f, "{most} days later"),
            (least, Some(most)) => write!(f, "{least} to {most} days later"),
            (least, None) => write!(f, "{least} or more days later"),
        }
    }
}

/// How certainly an event follows another: it began later, by a second or more, and at
/// most so many days of the calendar later. `ordered` is what links say of the first as
/// seen from the one that is to follow.
///
/// Exact, in the sense of a [verdict](verdict), in O(1).
pub(super) fn follows(first: &Placed, next: &Placed, ordered: Ordered, days: i64) -> Certainty {
    let sometimes = can_follow(first.possible, next.possible, days);
    if !can_obey(first, next, ordered) {
        return Certainty::from(sometimes).and(Certainty::Possible);
    }
    if !sometimes || matches!(ordered, Ordered::After | Ordered::NotBefore) {
        return Certainty::Never;
    }
    verdict([first, next], |[first, next]| {
        let later = match ordered {
            Ordered::Before => first.from < next.to,
            _ => first.to < next.from,
        };
        later && next.last_day() - first.first_day() <= days
    })
}

/// Whether the dates of two leave a choice that obeys the order that links say.
fn can_obey(first: &Placed, next: &Placed, ordered: Ordered) -> bool {
    let (first, next) = (first.possible, next.possible);
    match ordered {
        Ordered::Unsaid => true,
        Ordered::Before => first.from < next.to,
        Ordered::NotAfter => first.from <= next.to,
        Ordered::NotBefore => next.from <= first.to,
        Ordered::After => next.from < first.to,
    }
}

/// The seconds of a first event at which the next follows it within so many days,
/// whenever it was itself: at those brackets that a certainty goes by. `None` if there
/// are none.
pub(super) fn followed_for(
    first: &Placed,
    next: &Placed,
    ordered: Ordered,
    days: i64,
    certainty: Certainty,
) -> Option<Bracket> {
    let bracket = next.at(certainty).filter(|bracket| bracket.ends())?;
    let to = match ordered {
        Ordered::Before => bracket.to - 1,
        Ordered::Unsaid | Ordered::NotAfter => bracket.from - 1,
        Ordered::NotBefore | Ordered::After => return None,
    };
    let from = day_begins(bracket.last_day() - days);
    (from <= to && can_obey(first, next, ordered)).then_some(Bracket { from, to })
}

/// Whether any choice from two brackets is in order, and at most so many days apart.
fn can_follow(first: Bracket, next: Bracket, days: i64) -> bool {
    let from = first.from.max(day_begins(next.first_day() - days));
    let to = first.to.min(next.to - 1);
    // On the last second of a day nothing else of that day follows.
    from <= to && (days > 0 || from < to || from != day_ends(day_of(from)))
}

/// How many days after the first the next can have been, given that it followed.
pub(super) fn lag(first: &Placed, next: &Placed) -> Lag {
    let (first, next) = (first.possible, next.possible);
    let bounded = next.begins() && first.ends();
    let apart = if bounded {
        (next.first_day() - first.last_day()).max(0)
    } else {
        0
    };
    let least = if can_follow(first, next, apart) {
        apart
    } else {
        apart + 1
    };
    let most = (next.ends() && first.begins()).then(|| next.last_day() - first.first_day());
    Lag::new(least, most.map(|most| most.max(least)))
}

#[cfg(test)]
pub(super) mod tests;
