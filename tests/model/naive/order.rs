//! When events can have been, by their dates and by their links.

use demarche::LinkKind;
use demarche::time::{Certainty, Moment, Window};
use jiff::civil::DateTime;

use super::Lens;

/// Links are followed this far.
const CHAIN: usize = 8;

#[derive(Clone, Copy, PartialEq)]
struct Stretch {
    earliest: Option<DateTime>,
    latest: Option<DateTime>,
}

impl Lens<'_> {
    /// How certainly an event falls into the window.
    pub(super) fn in_time(&self, nth: usize) -> Certainty {
        let Ok(window) = self.window() else {
            return Certainty::Never;
        };
        if window == Window::all() {
            return Certainty::Certain;
        }
        if !self.is_ordered(nth) {
            let by_date = self.when(nth).within_window(&window);
            return self.event(nth).basis.cap(by_date);
        }
        let possibly = self.stretches(Certainty::Possible)[nth];
        if misses(possibly, &window) {
            return Certainty::Never;
        }
        for trust in [Certainty::Certain, Certainty::AsDated] {
            if is_within(self.stretches(trust)[nth], &window) {
                return trust;
            }
        }
        Certainty::Possible
    }

    fn is_ordered(&self, nth: usize) -> bool {
        self.orders().iter().any(|&(one, ..)| one == nth)
    }

    /// When an event took place, to the day, as far as its date and what it is linked
    /// to say without doubt.
    pub(super) fn lived(&self, nth: usize) -> Moment {
        let when = self.when(nth);
        if when.is_qualified() || !self.is_ordered(nth) {
            return when;
        }
        let trust = self.event(nth).basis.cap(Certainty::Certain);
        let Stretch { earliest, latest } = self.stretches(trust)[nth];
        if (earliest, latest) == (when.earliest(), when.latest()) {
            return when;
        }
        match (earliest.map(DateTime::date), latest.map(DateTime::date)) {
            (Some(from), Some(to)) => Moment::within(from, to).unwrap_or(when),
            (Some(from), None) => Moment::since(from),
            (None, Some(to)) => Moment::until(to),
            (None, None) => when,
        }
    }

    /// The bounds of all events by all dates that are trusted so far, each narrowed
    /// by its neighbours again and again.
    fn stretches(&self, trust: Certainty) -> Vec<Stretch> {
        let mut stretches: Vec<Stretch> = (0..self.plain.events.len())
            .map(|nth| {
                let when = self.when(nth);
                let in_doubt = if when.is_qualified() {
                    Certainty::Possible
                } else {
                    Certainty::Certain
                };
                let trusted = self.event(nth).basis.cap(in_doubt) >= trust;
                Stretch {
                    earliest: when.earliest().filter(|_| trusted),
                    latest: when.latest().filter(|_| trusted),
                }
            })
            .collect();
        let orders = self.orders();
        for _ in 0..CHAIN {
            let before = stretches.clone();
            for &(one, not_before, not_after, other) in &orders {
                if self.not_retracted(self.event(other).retracted) < trust {
                    continue;
                }
                if not_before && before[other].earliest.is_some() {
                    stretches[one].earliest = stretches[one].earliest.max(before[other].earliest);
                }
                if not_after {
                    let ends = [stretches[one].latest, before[other].latest];
                    stretches[one].latest = ends.into_iter().flatten().min();
                }
            }
        }
        stretches
    }

    /// Which event is not before, not after which other by a link.
    fn orders(&self) -> Vec<(usize, bool, bool, usize)> {
        let mut orders = Vec::new();
        for (nth, event) in self.plain.events.iter().enumerate() {
            for &(kind, to) in &event.links {
                match kind {
                    LinkKind::Before => {
                        orders.extend([(nth, false, true, to), (to, true, false, nth)]);
                    }
                    LinkKind::After => {
                        orders.extend([(nth, true, false, to), (to, false, true, nth)]);
                    }
                    LinkKind::BeforeEndOf => orders.push((nth, false, true, to)),
                    LinkKind::During | LinkKind::PartOf => orders.push((nth, true, true, to)),
                    LinkKind::Alleges | LinkKind::RespondsTo => {}
                }
            }
        }
        // What certainly was retracted orders nothing.
        orders.retain(|&(_, _, _, other)| {
            self.not_retracted(self.event(other).retracted) != Certainty::Never
        });
        orders
    }
}

/// Wholly outside, or nowhere as it ends before it begins.
fn misses(stretch: Stretch, window: &Window) -> bool {
    let is_before = |one: Option<DateTime>, other: Option<DateTime>| matches!((one, other), (Some(one), Some(other)) if one < other);
    is_before(stretch.latest, stretch.earliest)
        || is_before(stretch.latest, window.earliest())
        || is_before(window.latest(), stretch.earliest)
}

fn is_within(stretch: Stretch, window: &Window) -> bool {
    let begins = match window.earliest() {
        Some(from) => stretch.earliest.is_some_and(|earliest| earliest >= from),
        None => true,
    };
    let ends = match window.latest() {
        Some(to) => stretch.latest.is_some_and(|latest| latest <= to),
        None => true,
    };
    begins && ends
}
