//! How certain a given journey is, and when it began and ended.

use super::terms::{Semantics, Terms};
use crate::query::network::{Course, Network, Order, Point, Range, Timing};
use crate::time::Certainty;
use crate::time::ticks::LATEST;

/// Seconds by which one end of an event lies after one of another.
#[derive(Clone, Copy, Debug)]
struct Condition {
    /// Which event of the journey, and which end of it.
    earlier: (usize, End),
    later: (usize, End),
    gap: i64,
}

#[derive(Clone, Copy, Debug)]
enum End {
    Begin,
    Finish,
}

/// What times allow of a journey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) certainty: Certainty,
    /// When word left, from the earliest at which it can have to the latest.
    pub(super) departure: Range,
    /// When it arrived.
    pub(super) arrival: Range,
}

/// Judges journeys through a network on given terms.
#[derive(Clone, Copy, Debug)]
pub(super) struct Court<'n, 'g> {
    pub(super) network: &'n Network<'g>,
    pub(super) terms: Terms,
}

/// What some choice of times makes of a journey at best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Best {
    /// The earliest at which it arrives.
    pub(super) arrives: i64,
    /// The latest at which it leaves.
    pub(super) leaves: i64,
    /// The shortest that it takes.
    pub(super) takes: i64,
}

/// All that is known of the times of a journey, if some choice of them puts it in order.
struct Possible {
    course: Course,
    /// When word leaves, and when it arrives.
    leaves: Point,
    arrives: Point,
}

impl Court<'_, '_> {
    /// How certainly times allow of a journey by these events, in this order.
    pub(super) fn verdict(&self, events: &[u32]) -> Option<Verdict> {
        let timed = self.timed(events)?;
        let possible = self.possible(&timed)?;
        let system = &possible.course.system;
        let (least, greatest) = (system.least()?, system.greatest()?);
        let certainty = [Certainty::Certain, Certainty::AsDated]
            .into_iter()
            .find(|&certainty| self.is_always(&timed, &possible, certainty))
            .unwrap_or(Certainty::Possible);
        let ends = &possible.course.ends;
        let (begin, end) = (ends.first()?.0, ends.last()?.1);
        Some(Verdict {
            certainty,
            departure: Range {
                low: begin.of(&least)?,
                high: possible.leaves.of(&greatest)?,
            },
            arrival: Range {
                low: possible.arrives.of(&least)?,
                high: end.of(&greatest)?,
            },
        })
    }

    /// The best that some choice of times makes of a journey by these events.
    pub(super) fn best(&self, events: &[u32]) -> Option<Best> {
        let timed = self.timed(events)?;
        let possible = self.possible(&timed)?;
        let system = &possible.course.system;
        Some(Best {
            arrives: possible.arrives.of(&system.least()?)?,
            leaves: possible.leaves.of(&system.greatest()?)?,
            takes: system.least_gap(possible.leaves, possible.arrives)?,
        })
    }

    /// Whether times allow of a journey by these events with that certainty.
    pub(super) fn admits(&self, events: &[u32], certainty: Certainty) -> bool {
        self.timed(events).is_some_and(|timed| {
            let possible = self.possible(&timed);
            possible.is_some_and(|possible| self.is_always(&timed, &possible, certainty))
        })
    }

    /// How long a journey by these events takes that makes the best of its times, in the
    /// worst choice of them, as far as dates count for that certainty.
    ///
    /// In contact it takes as long as it has to wait; and as an event on its way began
    /// after one before it was over, with what it has to wait before the one and after
    /// the other. Of one event that links contradict, so long that nothing is known of it.
    pub(super) fn takes_at_most(&self, events: &[u32], certainty: Certainty) -> Option<i64> {
        let timed = self.timed(events)?;
        let course = self.network.order().course(&timed, certainty);
        if course.system.least().is_none() {
            return Some(LATEST);
        }
        let most =
            |from: Point, to: Point| Some(course.system.least_gap(to, from)?.saturating_neg());
        let (first, last) = (course.ends.first()?, course.ends.last()?);
        if self.terms.semantics == Semantics::Transport {
            return most(first.0, last.1);
        }
        let waits = |steps: usize| {
            let steps = i64::try_from(steps).unwrap_or(i64::MAX);
            self.terms.wait_least.saturating_mul(steps)
        };
        let steps = course.ends.len().saturating_sub(1);
        let mut longest = waits(steps);
        for (later, (begin, _)) in course.ends.iter().enumerate() {
            for (earlier, (_, over)) in course.ends.iter().enumerate().take(later) {
                let waited = waits(earlier + steps - later);
                longest = longest.max(most(*over, *begin)?.saturating_add(waited));
            }
        }
        Some(longest)
    }

    fn timed(&self, events: &[u32]) -> Option<Vec<(u32, Timing)>> {
        let timed = |&event: &u32| Some((event, self.network.timing(event)?));
        events.iter().map(timed).collect()
    }

    /// What is known of the times of the events, if some choice of them puts the events in
    /// order, and none of them comes after one that links say it was before.
    fn possible(&self, timed: &[(u32, Timing)]) -> Option<Possible> {
        let order = self.network.order();
        if goes_back(order, timed) {
            return None;
        }
        let mut course = order.course(timed, Certainty::Possible);
        let points = match self.terms.semantics {
            Semantics::Contact => course.with_moments(),
            Semantics::Transport => course.ends.clone(),
        };
        let Terms {
            wait_least,
            wait_most,
            ..
        } = self.terms;
        for (before, after) in points.iter().zip(points.iter().skip(1)) {
            course.system.keep_apart(before.1, after.0, wait_least);
            if let Some(most) = wait_most {
                course
                    .system
                    .keep_apart(after.0, before.1, most.saturating_neg());
            }
        }
        course.system.least()?;
        Some(Possible {
            leaves: points.first()?.0,
            arrives: points.last()?.1,
            course,
        })
    }

    fn is_always(
        &self,
        timed: &[(u32, Timing)],
        possible: &Possible,
        certainty: Certainty,
    ) -> bool {
        certainty <= Certainty::Possible
            || timed.len() < 2
            || (!possible.course.is_doubted && self.holds(timed, certainty))
    }

    /// Whether every choice of times puts the events in order, as far as dates count for
    /// that certainty.
    fn holds(&self, timed: &[(u32, Timing)], certainty: Certainty) -> bool {
        let order = self.network.order();
        let course = order.course(timed, certainty);
        let (Some(least), Some(greatest)) = (course.system.least(), course.system.greatest())
        else {
            return false;
        };
        let event = |nth: usize| timed.get(nth).map(|&(event, _)| event);
        self.conditions(timed.len()).all(|condition| {
            let points = (course.at(condition.earlier), course.at(condition.later));
            let (Some(earlier), Some(later)) = points else {
                return false;
            };
            let always = match (earlier.of(&greatest), later.of(&least)) {
                (Some(latest), Some(earliest)) => latest.saturating_add(condition.gap) <= earliest,
                _ => false,
            };
            let by_links = match (event(condition.earlier.0), event(condition.later.0)) {
                (Some(one), Some(other)) => one == other || order.are_tied(one, other),
                _ => false,
            };
            always || (by_links && course.system.entails(earlier, later, condition.gap))
        })
    }

    /// What must be so of so many events for word to pass from the first to the last.
    ///
    /// In contact, there are moments to pass it on, each within its contact and as long
    /// after the last as one has to wait and may, if and only if each event began early
    /// enough before each later one was over, and no later than one may have waited since
    /// each earlier one was over.
    fn conditions(&self, events: usize) -> impl Iterator<Item = Condition> + use<> {
        let Terms {
            semantics,
            wait_least,
            wait_most,
        } = self.terms;
        (0..events).flat_map(move |later| {
            let first = match semantics {
                Semantics::Contact => 0,
                Semantics::Transport => later.saturating_sub(1),
            };
            (first..later).flat_map(move |earlier| {
                let steps = i64::try_from(later - earlier).unwrap_or(i64::MAX);
                let (leaves, arrives) = match semantics {
                    Semantics::Contact => (End::Begin, End::Finish),
                    Semantics::Transport => (End::Finish, End::Begin),
                };
                let after = Condition {
                    earlier: (earlier, leaves),
                    later: (later, arrives),
                    gap: wait_least.saturating_mul(steps),
                };
                let (held, taken) = (End::Finish, End::Begin);
                let not_long_after = wait_most.map(|most| Condition {
                    earlier: (later, taken),
                    later: (earlier, held),
                    gap: most.saturating_mul(steps).saturating_neg(),
                });
                std::iter::once(after).chain(not_long_after)
            })
        })
    }
}

/// Whether a step is taken by an event after one by an event that, by links, it was
/// before.
fn goes_back(order: &Order, timed: &[(u32, Timing)]) -> bool {
    let events: Vec<u32> = timed.iter().map(|&(event, _)| event).collect();
    if !events.iter().any(|&event| order.is_tied(event)) {
        return false;
    }
    (1..events.len()).any(|nth| {
        let (before, from) = events.split_at(nth);
        from.first().is_some_and(|&later| {
            before
                .iter()
                .any(|&earlier| order.says_before(&events, later, earlier))
        })
    })
}

impl Course {
    /// A moment for each step at which word passes, within its event.
    fn with_moments(&mut self) -> Vec<(Point, Point)> {
        let moment = |&(begin, end): &(Point, Point)| {
            let moment = self.system.point(Range::OPEN);
            self.system.keep_apart(begin, moment, 0);
            self.system.keep_apart(moment, end, 0);
            (moment, moment)
        };
        self.ends.iter().map(moment).collect()
    }

    /// The point of an end of an event of the journey.
    fn at(&self, (nth, end): (usize, End)) -> Option<Point> {
        let ends = self.ends.get(nth)?;
        Some(match end {
            End::Begin => ends.0,
            End::Finish => ends.1,
        })
    }
}
