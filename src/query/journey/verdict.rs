//! How certain a given journey is, and when it began and ended.

use super::terms::{Semantics, Terms};
use crate::query::network::{Course, Network, Order, Range, Timing};
use crate::time::Certainty;

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

impl Court<'_, '_> {
    /// How certainly times allow of a journey by these events, in this order.
    pub(super) fn verdict(&self, events: &[u32]) -> Option<Verdict> {
        let timed = self.timed(events)?;
        let (course, doubted) = self.possible_course(&timed)?;
        let (least, greatest) = (course.system.least()?, course.system.greatest()?);
        let certainty = [Certainty::Certain, Certainty::AsDated]
            .into_iter()
            .find(|&certainty| timed.len() < 2 || (!doubted && self.holds(&timed, certainty)))
            .unwrap_or(Certainty::Possible);
        let (start, end) = (course.ends.first()?.0, course.ends.last()?.1);
        let (earliest, latest) = (start.of(&least)?, end.of(&greatest)?);
        let (departure, arrival) = match self.terms.semantics {
            Semantics::Contact => (
                self.departs(&course, &greatest)?,
                self.arrives(&course, &least)?,
            ),
            Semantics::Transport => (start.of(&greatest)?, end.of(&least)?),
        };
        Some(Verdict {
            certainty,
            departure: Range {
                low: earliest,
                high: departure,
            },
            arrival: Range {
                low: arrival,
                high: latest,
            },
        })
    }

    /// In contact, when word is passed on at the last event at the earliest.
    fn arrives(&self, course: &Course, least: &[i64]) -> Option<i64> {
        let steps_after = (0_i64..).zip(course.ends.iter().rev());
        let waited = |steps: i64| self.terms.wait_least.saturating_mul(steps);
        steps_after
            .filter_map(|(steps, ends)| Some(ends.0.of(least)?.saturating_add(waited(steps))))
            .max()
    }

    /// In contact, when word is passed on at the first event at the latest.
    fn departs(&self, course: &Course, greatest: &[i64]) -> Option<i64> {
        let steps_before = (0_i64..).zip(&course.ends);
        let waited = |steps: i64| self.terms.wait_least.saturating_mul(steps);
        steps_before
            .filter_map(|(steps, ends)| Some(ends.1.of(greatest)?.saturating_sub(waited(steps))))
            .min()
    }

    /// Whether times allow, with that certainty, of a journey by these events; and if so,
    /// when it arrives at the earliest.
    pub(super) fn admits(&self, events: &[u32], certainty: Certainty) -> Option<i64> {
        let timed = self.timed(events)?;
        let (course, doubted) = self.possible_course(&timed)?;
        let is_so = certainty <= Certainty::Possible
            || timed.len() < 2
            || (!doubted && self.holds(&timed, certainty));
        let least = course.system.least().filter(|_| is_so)?;
        match self.terms.semantics {
            Semantics::Contact => self.arrives(&course, &least),
            Semantics::Transport => course.ends.last()?.1.of(&least),
        }
    }

    fn timed(&self, events: &[u32]) -> Option<Vec<(u32, Timing)>> {
        let timed = |&event: &u32| Some((event, self.network.timing(event)?));
        events.iter().map(timed).collect()
    }

    /// The events in order, if some choice of times within their bounds puts them so and
    /// none of them comes after one that links say it was before; and whether links
    /// contradict dates, so that they are doubted.
    fn possible_course(&self, timed: &[(u32, Timing)]) -> Option<(Course, bool)> {
        let order = self.network.order();
        if goes_back(order, timed) {
            return None;
        }
        let mut course = order.course(timed, Certainty::Possible);
        let doubted = course.system.least().is_none();
        if doubted {
            course = Order::default().course(timed, Certainty::Possible);
        }
        for condition in self.conditions(timed.len()) {
            let (earlier, later) = (condition.earlier, condition.later);
            if let (Some(earlier), Some(later)) = (course.at(earlier), course.at(later)) {
                course.system.keep_apart(earlier, later, condition.gap);
            }
        }
        course.system.least().map(|_| (course, doubted))
    }

    /// Whether every choice of times puts the events in order, as far as dates count for
    /// that certainty.
    fn holds(&self, timed: &[(u32, Timing)], certainty: Certainty) -> bool {
        let order = self.network.order();
        let course = order.course(timed, certainty);
        let (Some(least), Some(greatest)) = (course.system.least(), course.system.greatest())
        else {
            // Where links contradict the dates of reports, these count for nothing.
            return certainty == Certainty::AsDated && self.holds(timed, Certainty::Certain);
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
    /// The point of an end of an event of the journey.
    fn at(&self, (nth, end): (usize, End)) -> Option<crate::query::network::Point> {
        let ends = self.ends.get(nth)?;
        Some(match end {
            End::Begin => ends.0,
            End::Finish => ends.1,
        })
    }
}
