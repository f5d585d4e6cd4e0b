//! When an event can have been, by what it is linked before and after.
//!
//! Whatever is "before" or "within" another is not after the latest that the
//! other can have been; so the latest of an event is the least of its own and of
//! those of all events that it can be shown not to be after, over any number of
//! links. The earliest likewise. What was retracted orders nothing.
//!
//! An event is taken to lie wholly within the bounds of its date, however long it
//! lasted.

use std::collections::HashSet;

use jiff::civil::DateTime;

use super::judge::Judge;
use crate::graph::Graph;
use crate::model::{Event, EventId, LinkKind};
use crate::time::{Basis, Certainty, Moment, Window};

/// Links are followed this far; a bound that comes by a longer chain is not found,
/// which makes an answer less certain and never wrong.
const CHAIN: usize = 8;

/// The earliest and the latest at which an event can have been, by dates that are
/// trusted more and more: all of them, those at least of reports, those of events
/// that are not in doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bounds {
    possible: Stretch,
    as_dated: Stretch,
    certain: Stretch,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stretch {
    earliest: Option<DateTime>,
    latest: Option<DateTime>,
}

impl Bounds {
    /// The bounds of an event by its own date and those of the events that order
    /// links tie it to; `None` if there are no such links.
    ///
    /// Costs O(l) in the links of the events within reach.
    pub(super) fn by_links(graph: &Graph, judge: &Judge, event: Event<'_>) -> Option<Self> {
        if !graph.events.has_links() {
            return None;
        }
        let linked = neighbours(graph, event)
            .any(|(_, other)| !judge.witness().not_retracted(other.retracted()).is_never());
        let trusting = |least| Stretch {
            earliest: reach(graph, judge, event, Side::NotBefore, least)
                .filter_map(|other| judge.when(other).earliest())
                .max(),
            latest: reach(graph, judge, event, Side::NotAfter, least)
                .filter_map(|other| judge.when(other).latest())
                .min(),
        };
        linked.then(|| Self {
            possible: trusting(Certainty::Possible),
            as_dated: trusting(Certainty::AsDated),
            certain: trusting(Certainty::Certain),
        })
    }

    /// How certainly it lies in a window; never where links and dates contradict
    /// each other.
    pub(super) fn within(self, window: &Window) -> Certainty {
        if self.possible.misses(window) {
            Certainty::Never
        } else if self.certain.is_within(window) {
            Certainty::Certain
        } else if self.as_dated.is_within(window) {
            Certainty::AsDated
        } else {
            Certainty::Possible
        }
    }
}

impl Bounds {
    /// The event's own date, narrowed to the days that links leave of it: by dates not
    /// in doubt, and if its own is that of a report, by those of reports. The own date
    /// as it is where links add nothing or contradict it.
    pub(super) fn narrow(self, own: Moment, basis: Basis) -> Moment {
        let Stretch { earliest, latest } = match basis {
            Basis::Event => self.certain,
            Basis::Report => self.as_dated,
        };
        if (earliest, latest) == (own.earliest(), own.latest()) {
            return own;
        }
        match (earliest.map(DateTime::date), latest.map(DateTime::date)) {
            (Some(from), Some(to)) => Moment::within(from, to).unwrap_or(own),
            (Some(from), None) => Moment::since(from),
            (None, Some(to)) => Moment::until(to),
            (None, None) => own,
        }
    }
}

impl Stretch {
    /// Wholly outside of the window, or ending before it begins.
    fn misses(self, window: &Window) -> bool {
        let precedes = |end: Option<DateTime>, start: Option<DateTime>| matches!((end, start), (Some(end), Some(start)) if end < start);
        precedes(self.latest, self.earliest)
            || precedes(self.latest, window.earliest())
            || precedes(window.latest(), self.earliest)
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

/// On which side of an event another bounds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    NotBefore,
    NotAfter,
}

/// The event itself and all those that bound it on this side, of which the date
/// is trusted so far. Breadth first, so that each is looked at once.
fn reach<'g>(
    graph: &'g Graph,
    judge: &Judge,
    event: Event<'g>,
    side: Side,
    least: Certainty,
) -> impl Iterator<Item = Event<'g>> {
    let mut reached: Vec<Event<'g>> = vec![event];
    let mut seen: HashSet<EventId> = HashSet::from([event.id()]);
    let mut newest = 0..1;
    for _ in 0..CHAIN {
        let from: Vec<Event<'g>> = reached.get(newest).unwrap_or_default().to_vec();
        let begin = reached.len();
        for (order, other) in from.into_iter().flat_map(|one| neighbours(graph, one)) {
            if order.bounds(side)
                && judge.witness().not_retracted(other.retracted()) >= least
                && seen.insert(other.id())
            {
                reached.push(other);
            }
        }
        newest = begin..reached.len();
        if newest.is_empty() {
            break;
        }
    }
    reached
        .into_iter()
        .filter(move |one| trust(*one, &judge.when(*one)) >= least)
}

/// How far an event's date is to be trusted.
fn trust(event: Event<'_>, when: &Moment) -> Certainty {
    let certainty = if when.is_qualified() {
        Certainty::Possible
    } else {
        Certainty::Certain
    };
    event.basis().cap(certainty)
}

/// What a link says of an event's own time.
#[derive(Clone, Copy)]
enum Order {
    NotAfter,
    NotBefore,
    Within,
}

impl Order {
    fn bounds(self, side: Side) -> bool {
        match self {
            Self::NotAfter => side == Side::NotAfter,
            Self::NotBefore => side == Side::NotBefore,
            Self::Within => true,
        }
    }
}

/// The events that order links tie this one to, from either side.
fn neighbours<'g>(
    graph: &'g Graph,
    event: Event<'g>,
) -> impl Iterator<Item = (Order, Event<'g>)> + use<'g> {
    let own = event.links().iter().filter_map(move |link| {
        let order = match link.kind {
            LinkKind::Before | LinkKind::BeforeEndOf => Order::NotAfter,
            LinkKind::After => Order::NotBefore,
            LinkKind::During | LinkKind::PartOf => Order::Within,
            LinkKind::Alleges | LinkKind::RespondsTo => return None,
        };
        Some((order, graph.event(link.to).ok()?))
    });
    let others = graph
        .events
        .ordered_by(event.id())
        .filter_map(move |id| graph.event(id).ok())
        .flat_map(move |other| {
            other
                .links()
                .iter()
                .filter(move |link| link.to == event.id())
                .filter_map(move |link| {
                    let order = match link.kind {
                        LinkKind::Before => Order::NotBefore,
                        LinkKind::After => Order::NotAfter,
                        _ => return None,
                    };
                    Some((order, other))
                })
        });
    own.chain(others)
}
