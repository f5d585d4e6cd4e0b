//! When an event can have been, by what it is linked before, after and within.
//!
//! Whatever is "before" another is not after the latest at which the other can have
//! begun; whatever is "within" it, or before its end, is not after the latest at which
//! the other can have been over. So the latest of an event is the least of its own and
//! of those of all events that it can be shown not to be after, over any number of
//! links. The earliest likewise, by when the others began.
//!
//! # When was an event over?
//!
//! Its date says when it began. If the date has a time of day, it was over at the
//! latest its length after the latest time; if it has none, the event is taken to have
//! been over on the last of its days, or as many days later as its length takes: a call
//! of almost two hours on the 15th was over on the 15th, a negotiation of three days
//! that began on the 15th on the 17th. Where the length is not known, the event is
//! taken to have been over by the end of its last day. A length of *about* so much is
//! taken to be double of it at most; one of *at least* or *over* so much likewise, or to
//! go on to the end of its last day if that is later: see [`Duration`].
//!
//! # Which events order others?
//!
//! Those that the view certainly believes: said to be actual, certainly asserted, not
//! retracted, and known by the dates of knowledge asked for. And of these, a date in
//! doubt (`~`, `?`, `%`) bounds nothing, a report's date bounds *as dated*: only dates
//! of neither sort exclude an event from a window.
//!
//! # Dates beat links
//!
//! Where the links say that an event was at no time at which its own date has it, it
//! stays where its own date is, as *possible*: a link that contradicts dates is
//! doubted, and not the date. Where only reports' dates do so, they count for nothing.

mod placed;

use std::collections::HashSet;

use jiff::civil::{DateTime, Time};

use super::judge::Judge;
use crate::graph::Event;
use crate::graph::Graph;
use crate::model::{EventId, LinkKind};
use crate::time::{Basis, Certainty, Duration, Moment, Window};

pub(crate) use placed::{Bracket, Order, Ordered, Placed, day_begins, day_ends, day_of, verdict};

/// An event's own date, and the earliest and the latest at which it can have been by
/// links, first by dates beyond doubt and then by those of reports too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bounds {
    own: Moment,
    basis: Basis,
    certain: Stretch,
    as_dated: Stretch,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Stretch {
    earliest: Option<DateTime>,
    latest: Option<DateTime>,
}

impl Bounds {
    /// The bounds of an event by its own date and those of the events that order
    /// links tie it to; `None` if no event of the graph has any links.
    ///
    /// Costs O(l) in the links of the events that it is shown not to be after, and not
    /// to be before, over any number of links. There is no limit to the length of a
    /// chain: each event is looked at once, which ends rings too.
    pub(super) fn by_links(graph: &Graph, judge: &Judge, event: Event<'_>) -> Option<Self> {
        if !graph.events.has_links() {
            return None;
        }
        let mut bounds = Self {
            own: judge.when(event),
            basis: event.basis(),
            certain: Stretch::default(),
            as_dated: Stretch::default(),
        };
        for side in [Side::NotBefore, Side::NotAfter] {
            walk(graph, judge, event, side, |other, end| {
                bounds.heed(judge, other, side, end);
            });
        }
        Some(bounds)
    }

    /// Takes in that the event was not before, or not after, another.
    fn heed(&mut self, judge: &Judge, other: Event<'_>, side: Side, end: End) {
        let when = judge.when(other);
        if when.is_qualified() {
            return;
        }
        let bound = Stretch {
            earliest: when.earliest().filter(|_| side == Side::NotBefore),
            latest: match (side, end) {
                (Side::NotBefore, _) => None,
                (Side::NotAfter, End::Start) => when.latest(),
                (Side::NotAfter, End::Finish) => over_by(&when, judge.duration(other)),
            },
        };
        self.as_dated = self.as_dated.and(bound);
        if other.basis() == Basis::Event {
            self.certain = self.certain.and(bound);
        }
    }

    /// How certainly it lies in a window.
    pub(super) fn within(self, window: &Window) -> Certainty {
        let by_date = self.basis.cap(self.own.within_window(window));
        let own = Stretch::of(&self.own);
        let all = own.and(self.certain);
        if all.is_empty() {
            return by_date.and(Certainty::Possible);
        }
        if all.misses(window) {
            return Certainty::Never;
        }
        let in_doubt = self.own.is_qualified();
        let certain = match self.basis {
            Basis::Event if !in_doubt => all,
            _ => self.certain,
        };
        let as_dated = if in_doubt {
            self.as_dated
        } else {
            own.and(self.as_dated)
        };
        let by_links = if certain.is_within(window) {
            Certainty::Certain
        } else if !own.and(self.as_dated).is_empty() && as_dated.is_within(window) {
            Certainty::AsDated
        } else {
            Certainty::Possible
        };
        by_date.or(by_links)
    }

    /// Days of which at least one is in each calendar period (of whole days, as others
    /// of its length follow without a gap) that the event lies within, certainly or as
    /// dated.
    pub(super) fn days_in_likely_periods(self) -> impl Iterator<Item = jiff::civil::Date> {
        let own = Stretch::of(&self.own);
        let narrow = own.and(self.as_dated);
        let narrow = if narrow.is_empty() { own } else { narrow };
        let certain = own.and(self.certain);
        [narrow, certain, own]
            .into_iter()
            .filter_map(|stretch| stretch.earliest.map(DateTime::date))
    }

    /// The event's own date, narrowed to the days that links leave of it: by dates not
    /// in doubt, and if its own is that of a report, by those of reports. The own date
    /// as it is where links add nothing or contradict it.
    pub(super) fn narrow(self) -> Moment {
        let own = Stretch::of(&self.own);
        let narrowed = own.and(match self.basis {
            Basis::Event => self.certain,
            Basis::Report => self.as_dated,
        });
        if narrowed == own || narrowed.is_empty() {
            return self.own;
        }
        let Stretch { earliest, latest } = narrowed;
        match (earliest.map(DateTime::date), latest.map(DateTime::date)) {
            (Some(from), Some(to)) => Moment::within(from, to).unwrap_or(self.own),
            (Some(from), None) => Moment::since(from),
            (None, Some(to)) => Moment::until(to),
            (None, None) => self.own,
        }
    }
}

impl Stretch {
    fn of(when: &Moment) -> Self {
        Self {
            earliest: when.earliest(),
            latest: when.latest(),
        }
    }

    /// What the two have in common, if anything.
    fn and(self, other: Self) -> Self {
        Self {
            earliest: self.earliest.max(other.earliest),
            latest: [self.latest, other.latest].into_iter().flatten().min(),
        }
    }

    /// Whether it ends before it begins.
    fn is_empty(self) -> bool {
        precedes(self.latest, self.earliest)
    }

    fn misses(self, window: &Window) -> bool {
        precedes(self.latest, window.earliest()) || precedes(window.latest(), self.earliest)
    }

    fn is_within(self, window: &Window) -> bool {
        let after = window
            .earliest()
            .is_none_or(|from| self.earliest.is_some_and(|at| at >= from));
        let before = window
            .latest()
            .is_none_or(|to| self.latest.is_some_and(|at| at <= to));
        after && before
    }
}

/// Whether an end is before a start; not where either is open.
fn precedes(end: Option<DateTime>, start: Option<DateTime>) -> bool {
    matches!((end, start), (Some(end), Some(start)) if end < start)
}

/// The latest at which an event of that date and length can have been over; see the
/// head of this file.
pub(super) fn over_by(when: &Moment, length: Option<Duration>) -> Option<DateTime> {
    let latest = when.latest()?;
    let midnight = latest.date().to_datetime(Time::midnight());
    let last_second = latest.date().at(23, 59, 59, 0);
    let Some(length) = length else {
        return Some(last_second.max(latest));
    };
    let over = if when.ends_by_clock() {
        latest.checked_add(length.longest()).ok()?
    } else {
        let second = jiff::SignedDuration::from_secs(1);
        let over = midnight.checked_add(length.longest()).ok()?;
        over.checked_sub(second).ok()?.max(latest)
    };
    let may_last = length.may_last_the_day();
    Some(over.max(if may_last { last_second } else { over }))
}

/// On which side of an event another bounds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    NotBefore,
    NotAfter,
}

/// Which end of another event bounds one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Start,
    Finish,
}

/// Visits all events that bound one on a side, each once for every link by which it
/// is reached, and each one's own links once.
fn walk<'g>(
    graph: &'g Graph,
    judge: &Judge,
    event: Event<'g>,
    side: Side,
    mut visit: impl FnMut(Event<'g>, End),
) {
    let mut seen: HashSet<EventId> = HashSet::from([event.id()]);
    let mut disbelieved: HashSet<EventId> = HashSet::new();
    let mut next = vec![event];
    while let Some(one) = next.pop() {
        for (other, end) in neighbours(graph, one, side) {
            if other.id() == event.id() || disbelieved.contains(&other.id()) {
                continue;
            }
            if seen.contains(&other.id()) {
                visit(other, end);
            } else if judge.believes(graph, other) {
                seen.insert(other.id());
                visit(other, end);
                next.push(other);
            } else {
                disbelieved.insert(other.id());
            }
        }
    }
}

/// The events by which links bound this one on a side, from either end of a link, and
/// which end of each does.
fn neighbours<'g>(
    graph: &'g Graph,
    event: Event<'g>,
    side: Side,
) -> impl Iterator<Item = (Event<'g>, End)> + use<'g> {
    let own = event.links().iter().filter_map(move |link| {
        let end = match (side, link.kind) {
            (Side::NotAfter, LinkKind::Before)
            | (Side::NotBefore, LinkKind::After | LinkKind::During | LinkKind::PartOf) => {
                End::Start
            }
            (Side::NotAfter, LinkKind::BeforeEndOf | LinkKind::During | LinkKind::PartOf) => {
                End::Finish
            }
            _ => return None,
        };
        Some((graph.event(link.to).ok()?, end))
    });
    let others = match side {
        Side::NotBefore => graph.events.saying_before(event.id()),
        Side::NotAfter => graph.events.saying_after(event.id()),
    };
    let others = others
        .into_iter()
        .filter_map(move |id| Some((graph.event(id).ok()?, End::Start)));
    own.chain(others)
}

#[cfg(test)]
mod tests;
