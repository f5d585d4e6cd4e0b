//! When events can have been, by their dates and by their links.

use demarche::time::{Basis, Bound, Certainty, Duration, Moment, Window};
use demarche::{LinkKind, Modality, Standing};
use jiff::SignedDuration;
use jiff::civil::DateTime;

use super::Lens;

#[derive(Clone, Copy, PartialEq)]
struct Stretch {
    earliest: Option<DateTime>,
    latest: Option<DateTime>,
}

/// One thing is not after another.
#[derive(Clone, Copy, PartialEq)]
enum Rule {
    /// What ended is not after the beginning of the other.
    EndsByStart,
    /// It ended no later than the other.
    EndsByEnd,
    /// It began no earlier than the other.
    StartsAfterStart,
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
        let when = self.when(nth);
        let basis = self.event(nth).basis;
        let by_date = basis.cap(when.within_window(&window));
        if !self.has_order_links() {
            return by_date;
        }
        let own = Stretch {
            earliest: when.earliest(),
            latest: when.latest(),
        };
        let certain = self.stretches(Basis::Event)[nth];
        let as_dated = self.stretches(Basis::Report)[nth];
        let all = both(own, certain);
        if is_before(all.latest, all.earliest) {
            // Dates beat links.
            return by_date.min(Certainty::Possible);
        }
        if is_before(all.latest, window.earliest()) || is_before(window.latest(), all.earliest) {
            return Certainty::Never;
        }
        let going_by_dates = both(own, as_dated);
        let consistent = !is_before(going_by_dates.latest, going_by_dates.earliest);
        if is_within(certain, &window) {
            Certainty::Certain
        } else if consistent && is_within(as_dated, &window) {
            by_date.max(Certainty::AsDated)
        } else {
            by_date.max(Certainty::Possible)
        }
    }

    fn has_order_links(&self) -> bool {
        !self.rules().is_empty()
    }

    /// When an event took place, to the day, as far as its date and what it is linked
    /// to say without doubt.
    pub(super) fn lived(&self, nth: usize) -> Moment {
        let when = self.when(nth);
        if when.is_qualified() {
            return when;
        }
        let Stretch { earliest, latest } = self.stretches(self.event(nth).basis)[nth];
        let unchanged = (earliest, latest) == (when.earliest(), when.latest());
        if unchanged || is_before(latest, earliest) {
            return when;
        }
        match (earliest.map(DateTime::date), latest.map(DateTime::date)) {
            (Some(from), Some(to)) => Moment::within(from, to).unwrap_or(when),
            (Some(from), None) => Moment::since(from),
            (None, Some(to)) => Moment::until(to),
            (None, None) => when,
        }
    }

    /// The bounds on when each event began, by its own date and those of others, if
    /// dates of no worse basis are trusted; narrowed again and again until nothing
    /// changes.
    fn stretches(&self, worst: Basis) -> Vec<Stretch> {
        let count = self.plain.events.len();
        let mut starts = Vec::new();
        let mut ends = Vec::new();
        for nth in 0..count {
            let when = self.when(nth);
            let trusted = !when.is_qualified() && self.event(nth).basis <= worst;
            starts.push(Stretch {
                earliest: when.earliest().filter(|_| trusted),
                latest: when.latest().filter(|_| trusted),
            });
            ends.push(over_by(&when, self.duration(nth)).filter(|_| trusted));
        }
        let believed: Vec<bool> = (0..count).map(|nth| self.believes(nth)).collect();
        let rules = self.rules();
        // What each of an event's ends is bounded by, apart from the other end.
        loop {
            let before = (starts.clone(), ends.clone());
            for &(one, rule, other) in &rules {
                if !believed[other] {
                    continue;
                }
                match rule {
                    Rule::EndsByStart => ends[one] = lower(ends[one], starts[other].latest),
                    Rule::EndsByEnd => ends[one] = lower(ends[one], ends[other]),
                    Rule::StartsAfterStart => {
                        starts[one].earliest = starts[one].earliest.max(starts[other].earliest);
                    }
                }
            }
            for nth in 0..count {
                starts[nth].latest = lower(starts[nth].latest, ends[nth]);
            }
            if before == (starts.clone(), ends.clone()) {
                return starts;
            }
        }
    }

    /// What links say of one event and another.
    fn rules(&self) -> Vec<(usize, Rule, usize)> {
        let mut rules = Vec::new();
        for (nth, event) in self.plain.events.iter().enumerate() {
            for &(kind, to) in &event.links {
                match kind {
                    LinkKind::Before => rules.extend([
                        (nth, Rule::EndsByStart, to),
                        (to, Rule::StartsAfterStart, nth),
                    ]),
                    LinkKind::After => rules.extend([
                        (nth, Rule::StartsAfterStart, to),
                        (to, Rule::EndsByStart, nth),
                    ]),
                    LinkKind::BeforeEndOf => rules.push((nth, Rule::EndsByEnd, to)),
                    LinkKind::During | LinkKind::PartOf => rules.extend([
                        (nth, Rule::StartsAfterStart, to),
                        (nth, Rule::EndsByEnd, to),
                    ]),
                    LinkKind::Alleges | LinkKind::RespondsTo => {}
                }
            }
        }
        rules
    }

    /// Whether it certainly happened, as far as is known by then.
    fn believes(&self, nth: usize) -> bool {
        let event = self.event(nth);
        event.modality == Modality::Actual
            && !self.is_yet_to_come(nth)
            && self.not_retracted(event.retracted) == Certainty::Certain
            && self.stands(nth, Standing::Asserted) == Certainty::Certain
    }
}

/// When an event was over at the latest: its length after its latest time of day; if
/// its date has none, on its last day or as many days later as its length takes. Of a
/// length that is about, at least or over so long, double; and if it is bounded below
/// alone, not before its last day was over.
fn over_by(when: &Moment, length: Option<Duration>) -> Option<DateTime> {
    let latest = when.latest()?;
    let Some(length) = length else {
        return Some(latest.date().at(23, 59, 59, 0));
    };
    let stated = i64::try_from(length.seconds()).unwrap();
    let seconds = match length.bound() {
        Bound::Exactly | Bound::UpTo | Bound::Almost => stated,
        Bound::About | Bound::AtLeast | Bound::Over => 2 * stated,
    };
    let text = when.to_string();
    let has_time_of_day = text.rsplit("..").next().is_some_and(|to| to.contains('T'));
    let over = if has_time_of_day {
        latest + SignedDuration::from_secs(seconds)
    } else {
        let last = SignedDuration::from_secs(seconds.max(1) - 1);
        let end = latest.date().at(0, 0, 0, 0) + last;
        end.max(latest)
    };
    let that_day = latest.date().at(23, 59, 59, 0);
    Some(match length.bound() {
        Bound::AtLeast | Bound::Over if over < that_day => that_day,
        _ => over,
    })
}

fn both(one: Stretch, other: Stretch) -> Stretch {
    Stretch {
        earliest: one.earliest.max(other.earliest),
        latest: lower(one.latest, other.latest),
    }
}

fn lower(one: Option<DateTime>, other: Option<DateTime>) -> Option<DateTime> {
    [one, other].into_iter().flatten().min()
}

fn is_before(one: Option<DateTime>, other: Option<DateTime>) -> bool {
    matches!((one, other), (Some(one), Some(other)) if one < other)
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
