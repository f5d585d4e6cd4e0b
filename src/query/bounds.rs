//! When an event can have been, by what it is linked before and after.

use jiff::civil::DateTime;

use crate::graph::Graph;
use crate::model::{Event, EventId, LinkKind};
use crate::time::{Certainty, Window};

/// Links are followed this far; a bound that comes by a longer chain is not found,
/// which makes an answer less certain and never wrong.
const CHAIN: usize = 8;

/// The earliest and the latest at which an event can have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bounds {
    earliest: Option<DateTime>,
    latest: Option<DateTime>,
}

impl Bounds {
    /// The bounds of an event by its own date and those of the events that order
    /// links tie it to; `None` if there are no such links.
    pub(super) fn by_links(graph: &Graph, event: Event<'_>) -> Option<Self> {
        if !graph.events.has_links() {
            return None;
        }
        let mut seen = vec![event.id()];
        let linked = neighbours(graph, event).next().is_some();
        linked.then(|| Self::narrowed(graph, event, &mut seen))
    }

    fn narrowed(graph: &Graph, event: Event<'_>, seen: &mut Vec<EventId>) -> Self {
        let when = event.when();
        let mut bounds = Self {
            earliest: when.earliest(),
            latest: when.latest(),
        };
        for (how, other) in neighbours(graph, event) {
            if seen.len() > CHAIN || seen.contains(&other.id()) {
                continue;
            }
            seen.push(other.id());
            let of_other = Self::narrowed(graph, other, seen);
            seen.pop();
            bounds = bounds.ordered(how, of_other);
        }
        bounds
    }

    /// Narrowed by standing so to something of these bounds.
    fn ordered(self, how: Order, other: Self) -> Self {
        let not_before = |one: Option<DateTime>| one.max(other.earliest);
        let not_after = |one: Option<DateTime>| match (one, other.latest) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        match how {
            Order::NotAfter => Self {
                latest: not_after(self.latest),
                ..self
            },
            Order::NotBefore => Self {
                earliest: not_before(self.earliest),
                ..self
            },
            Order::Within => Self {
                earliest: not_before(self.earliest),
                latest: not_after(self.latest),
            },
        }
    }

    /// How certainly it lies in a window; `None` where links and dates contradict
    /// each other.
    pub(super) fn within(self, window: &Window) -> Option<Certainty> {
        if let (Some(earliest), Some(latest)) = (self.earliest, self.latest)
            && earliest > latest
        {
            return None;
        }
        let begins = window.earliest();
        let ends = window.latest();
        let misses = matches!((self.latest, begins), (Some(latest), Some(from)) if latest < from)
            || matches!((self.earliest, ends), (Some(earliest), Some(to)) if earliest > to);
        let after = begins.is_none_or(|from| self.earliest.is_some_and(|at| at >= from));
        let before = ends.is_none_or(|to| self.latest.is_some_and(|at| at <= to));
        Some(if misses {
            Certainty::Never
        } else if after && before {
            Certainty::Certain
        } else {
            Certainty::Possible
        })
    }
}

/// What a link says of an event's own time.
#[derive(Clone, Copy)]
enum Order {
    NotAfter,
    NotBefore,
    Within,
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
        .linked_from(event.id())
        .into_iter()
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
