//! When an event can have been, as seconds, and what order links say of two events.
//!
//! # What is a verdict?
//!
//! Each event has three brackets of seconds. A relation between events is
//!
//! * **never** so if no choice of a second from the *possible* bracket of each makes it
//!   so: by its own date, and by what order links leave of it;
//! * **certain** if every choice from the *sure* brackets does: dates beyond doubt, the
//!   event's own or, through links, those of others. The own date of an event that is
//!   dated by its report, or bears a sign, leaves its sure bracket open;
//! * **as dated** if every choice from the *dated* brackets does, to which dates of
//!   reports belong too;
//! * **possible** otherwise, and at most that where links contradict an event's date.
//!
//! Where links order the two themselves, over any number of events that the view
//! certainly believes, only choices that obey them count; where the dates leave no such
//! choice, the links are doubted, and the verdict by dates is at most possible.

use std::collections::{HashMap, HashSet};

use jiff::civil::{DateTime, date};

use super::{Bounds, End, Side, Stretch, walk};
use crate::graph::Event;
use crate::model::{EventId, LinkKind};
use crate::query::View;
use crate::time::{Basis, Certainty, Duration, Window};

/// A stretch of seconds since 1970-01-01T00:00:00, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bracket {
    pub(crate) from: i64,
    pub(crate) to: i64,
}

const SECONDS_A_DAY: i64 = 86_400;

impl Bracket {
    /// Before and after all civil time, with room to add days to.
    const FIRST: i64 = -(1 << 60);
    const LAST: i64 = 1 << 60;
    pub(crate) const ALL: Self = Self {
        from: Self::FIRST,
        to: Self::LAST,
    };

    fn of(stretch: Stretch) -> Self {
        Self {
            from: stretch.earliest.map_or(Self::FIRST, second_of),
            to: stretch.latest.map_or(Self::LAST, second_of),
        }
    }

    pub(crate) fn of_window(window: &Window) -> Self {
        Self {
            from: window.earliest().map_or(Self::FIRST, second_of),
            to: window.latest().map_or(Self::LAST, second_of),
        }
    }

    pub(crate) fn first_day(self) -> i64 {
        day_of(self.from)
    }

    pub(crate) fn last_day(self) -> i64 {
        day_of(self.to)
    }

    /// Whether it begins at some time.
    pub(crate) fn begins(self) -> bool {
        self.from > Self::FIRST
    }

    /// Whether it ends at some time.
    pub(crate) fn ends(self) -> bool {
        self.to < Self::LAST
    }

    pub(crate) fn is_within(self, other: Self) -> bool {
        other.from <= self.from && self.to <= other.to
    }

    pub(crate) fn overlaps(self, other: Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }
}

/// The civil day of a second, counted from 1970-01-01.
pub(crate) fn day_of(second: i64) -> i64 {
    second.div_euclid(SECONDS_A_DAY)
}

/// The first second of a day.
pub(crate) fn day_begins(day: i64) -> i64 {
    day.saturating_mul(SECONDS_A_DAY)
}

/// The last second of a day.
pub(crate) fn day_ends(day: i64) -> i64 {
    day_begins(day).saturating_add(SECONDS_A_DAY - 1)
}

fn second_of(time: DateTime) -> i64 {
    let since = time.duration_since(date(1970, 1, 1).at(0, 0, 0, 0));
    // The whole seconds come truncated towards zero; a second lies below.
    since.as_secs() - i64::from(since.subsec_nanos() < 0)
}

/// When an event can have been; see the head of this file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Placed {
    pub(crate) possible: Bracket,
    sure: Bracket,
    dated: Bracket,
    /// Whether links contradict its own date.
    doubted: bool,
}

impl Placed {
    fn new(bounds: Bounds) -> Self {
        let own = Stretch::of(&bounds.own);
        let all = own.and(bounds.certain);
        let doubted = all.is_empty();
        let own_counts = !bounds.own.is_qualified();
        let sure = if own_counts && bounds.basis == Basis::Event {
            all
        } else {
            bounds.certain
        };
        let by_reports = own.and(bounds.as_dated);
        // Where reports' dates contradict the event's own, they count for nothing.
        let dated = match (own_counts, by_reports.is_empty()) {
            (true, false) => by_reports,
            (true, true) => all,
            (false, false) => bounds.as_dated,
            (false, true) => bounds.certain,
        };
        Self {
            possible: Bracket::of(if doubted { own } else { all }),
            sure: Bracket::of(sure),
            dated: Bracket::of(dated),
            doubted,
        }
    }

    /// The bracket from which every choice must fit for a verdict of that certainty;
    /// `None` if none can be so certain.
    pub(crate) fn at(&self, certainty: Certainty) -> Option<Bracket> {
        match certainty {
            Certainty::Certain => (!self.doubted).then_some(self.sure),
            Certainty::AsDated => (!self.doubted).then_some(self.dated),
            Certainty::Possible | Certainty::Never => Some(self.possible),
        }
    }

    /// How certainly it lies in a stretch.
    pub(crate) fn within(&self, stretch: Bracket) -> Certainty {
        if !self.possible.overlaps(stretch) {
            return Certainty::Never;
        }
        verdict([self], |[own]| own.is_within(stretch))
    }
}

/// The verdict on a relation that some choice makes so: the highest certainty at whose
/// brackets every choice does.
pub(crate) fn verdict<const N: usize>(
    events: [&Placed; N],
    always: impl Fn([Bracket; N]) -> bool,
) -> Certainty {
    let holds_at = |certainty: &Certainty| {
        let brackets = events.map(|event| event.at(*certainty));
        brackets.iter().all(Option::is_some)
            && always(brackets.map(|bracket| bracket.unwrap_or(Bracket::ALL)))
    };
    [Certainty::Certain, Certainty::AsDated]
        .into_iter()
        .find(holds_at)
        .unwrap_or(Certainty::Possible)
}

/// What links say of when an event began, seen from another: one that the view believes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Ordered {
    /// Nothing.
    #[default]
    Unsaid,
    /// It began before the other did.
    Before,
    /// It began no later.
    NotAfter,
    /// It began no earlier.
    NotBefore,
    /// It began after the other did.
    After,
}

/// Which events one is ordered before, and after, by links.
#[derive(Clone, Debug, Default)]
pub(crate) struct Order {
    before: HashSet<EventId>,
    /// With whether it certainly began later than they did, and not together.
    not_before: HashMap<EventId, bool>,
}

impl View<'_> {
    /// When an event can have been, by its date and by links.
    ///
    /// Costs O(l) in the links of the events that order it; O(1) in a graph without.
    pub(crate) fn placed(&self, event: Event<'_>) -> Placed {
        let bounds = self.judge().bounds(self.graph, event);
        Placed::new(bounds.unwrap_or_else(|| Bounds {
            own: self.judge().when(event),
            basis: event.basis(),
            certain: Stretch::default(),
            as_dated: Stretch::default(),
        }))
    }

    /// Whether the view certainly believes an event, so that its links order others.
    pub(crate) fn believes(&self, event: Event<'_>) -> bool {
        self.judge().believes(self.graph, event)
    }

    /// How long an event lasted, by the accounts that the view shows.
    pub(crate) fn length_of(&self, event: Event<'_>) -> Option<Duration> {
        self.judge().duration(event)
    }

    /// Which events this one is ordered before and after; of those that the view does
    /// not believe, none.
    ///
    /// Costs O(l) in the links of the events that order it; O(1) in a graph without.
    pub(crate) fn order_of(&self, event: Event<'_>) -> Order {
        let mut order = Order::default();
        if !self.graph.events.has_links() || !self.believes(event) {
            return order;
        }
        walk(
            self.graph,
            self.judge(),
            event,
            Side::NotAfter,
            |other, end| {
                if end == End::Start {
                    order.before.insert(other.id());
                }
            },
        );
        self.look_back(event, &mut order);
        order
    }

    /// Fills in what the event did not begin before. An event reached strictly is looked
    /// at again, so that each is at most twice.
    fn look_back(&self, event: Event<'_>, order: &mut Order) {
        let mut next = vec![(event, false)];
        while let Some((one, strictly)) = next.pop() {
            let own = one.links().iter().filter_map(|link| match link.kind {
                LinkKind::After => Some((link.to, true)),
                LinkKind::During | LinkKind::PartOf => Some((link.to, false)),
                _ => None,
            });
            let others = self.graph.events.saying_before(one.id());
            for (other, later) in own.chain(others.into_iter().map(|id| (id, true))) {
                let strictly = strictly || later;
                let known = order.not_before.get(&other);
                let is_news = known.is_none_or(|known| strictly && !known);
                let Some(other) = self.graph.event(other).ok().filter(|_| is_news) else {
                    continue;
                };
                if other.id() != event.id() && self.believes(other) {
                    order.not_before.insert(other.id(), strictly);
                    next.push((other, strictly));
                }
            }
        }
    }
}

impl Order {
    /// What links say of the one as seen from the other, each with its order; nothing
    /// where they contradict each other.
    pub(crate) fn between(one: (EventId, &Self), other: (EventId, &Self)) -> Ordered {
        let not_after = |(one, order): (EventId, &Self), (other, others): (EventId, &Self)| {
            if order.before.contains(&other) {
                return Some(true);
            }
            others.not_before.get(&one).copied()
        };
        match (not_after(one, other), not_after(other, one)) {
            (None, None) | (Some(_), Some(_)) => Ordered::Unsaid,
            (Some(true), None) => Ordered::Before,
            (Some(false), None) => Ordered::NotAfter,
            (None, Some(true)) => Ordered::After,
            (None, Some(false)) => Ordered::NotBefore,
        }
    }
}

#[cfg(test)]
mod tests;
