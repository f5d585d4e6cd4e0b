//! Journeys that one number an actor does not settle.
//!
//! The earliest arrival settles all that can follow only if waiting has no upper limit,
//! steps are not counted, and no two events on the way are tied by links. Else several
//! beginnings of a journey are worth following to one actor, and those are kept of which
//! none is at least as good in every respect (E. Q. V. Martins, "On a multicriteria
//! shortest path problem", *European Journal of Operational Research* 16, 1984).
//!
//! Without an upper limit to waiting and without links, there are at most as many of them
//! an actor as there are departures. With a limit, whether there is a journey that visits
//! nobody twice is NP-hard (A. Casteigts, A.-S. Himmel, H. Molter and P. Zschoche, "Finding
//! temporal paths under waiting time constraints", *Algorithmica* 83, 2021); so there may
//! be very many, and the search gives up after as many as it is told.

mod dominance;
mod label;
mod longer;
mod stand;
mod stretch;

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, HashSet};

use super::terms::{Direction, Semantics, Times};
use super::timetable::{Ride, Timetable};
use super::verdict::Court;
use crate::error::ErrorKind;
use crate::time::Certainty;
use crate::{Error, Result};
use label::{Label, edges};
pub(super) use stand::Level;

/// What is sought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Goal {
    /// To arrive as early as can be.
    Earliest,
    /// To leave as late as can be.
    Latest,
    /// To be on the way as shortly as can be.
    Fastest,
    /// To take as few steps as can be.
    Fewest,
}

/// How a search is limited.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// At most so many steps.
    pub(super) steps: usize,
    /// Whether nobody may be visited twice.
    pub(super) visit_once: bool,
    /// So many beginnings of journeys are looked at.
    pub(super) effort: usize,
}

/// How a search for the best journey ended.
#[derive(Debug)]
pub(super) enum Ended {
    /// With the best journey: how good it is, and its edges.
    Found(i64, Vec<u32>),
    /// There is none.
    Nowhere,
    /// There is none as good as it had to be.
    NotWithin,
}

/// A search for journeys from one actor.
#[derive(Debug)]
pub(super) struct Search<'s, 'n, 'g> {
    pub(super) court: Court<'n, 'g>,
    pub(super) timetable: &'s Timetable,
    /// How certain journeys have to be.
    pub(super) sought: Level<'s>,
    /// How certain those are by whose times they are measured, if they need not be as
    /// certain.
    pub(super) measure: Option<Level<'s>>,
    pub(super) goal: Goal,
    /// How good journeys have to be by another goal, less being better.
    pub(super) bound: Option<(Goal, i64)>,
    pub(super) limits: Limits,
}

impl Search<'_, '_, '_> {
    /// The best journey from one actor to another, or `None` if there is none: how good it
    /// is, less being better, and its edges.
    ///
    /// The fastest is sought among those that take an hour, then four, then sixteen and so
    /// on, as there are many departures and few of them lead on at once.
    ///
    /// # Errors
    /// When the effort was not enough.
    pub(super) fn best(&self, from: u32, to: u32) -> Result<Option<(i64, Vec<u32>)>> {
        const HOUR: i64 = 3_600;
        let mut within = match self.goal {
            Goal::Fastest => HOUR,
            Goal::Earliest | Goal::Latest | Goal::Fewest => i64::MAX,
        };
        loop {
            match self.best_within(from, to, within)? {
                Ended::Found(worth, edges) => return Ok(Some((worth, edges))),
                Ended::Nowhere => return Ok(None),
                Ended::NotWithin => within = within.saturating_mul(4),
            }
        }
    }

    /// The best journey of those that are so good at least.
    fn best_within(&self, from: u32, to: u32, within: i64) -> Result<Ended> {
        let mut best = None;
        let was_cut = self.run(from, within, |labels, nth| {
            let found = labels.get(nth).filter(|label| label.node == to);
            if let Some(label) = found {
                best = Some((self.worth(label), edges(labels, nth)));
            }
            found.is_none()
        })?;
        Ok(match best {
            Some((worth, edges)) => Ended::Found(worth, edges),
            None if was_cut => Ended::NotWithin,
            None => Ended::Nowhere,
        })
    }

    /// The best journeys to each actor that can be reached, in order of how good they are:
    /// who, when, by which edges.
    ///
    /// # Errors
    /// When the effort was not enough.
    pub(super) fn all(&self, from: u32) -> Result<Vec<(u32, i64, Vec<u32>)>> {
        let mut found = Vec::new();
        let mut seen = HashSet::from([from]);
        self.run(from, i64::MAX, |labels, nth| {
            if let Some(label) = labels.get(nth)
                && seen.insert(label.node)
            {
                found.push((label.node, label.stand.now, edges(labels, nth)));
            }
            true
        })?;
        Ok(found)
    }

    /// Shows each beginning of a journey once none can be better, until told to stop; and
    /// says whether any was left out as it was not as good as it had to be.
    fn run(
        &self,
        from: u32,
        within: i64,
        mut show: impl FnMut(&[Label], usize) -> bool,
    ) -> Result<bool> {
        let mut was_cut = false;
        let mut labels = vec![Label::first(from)];
        let mut at: HashMap<u32, Vec<usize>> = HashMap::from([(from, vec![0])]);
        let mut next = BinaryHeap::from([Reverse((i64::MIN, 0, 0))]);
        while let Some(Reverse((_, _, nth))) = next.pop() {
            let Some(label) = labels.get(nth).filter(|label| !label.is_dead) else {
                continue;
            };
            let label = label.clone();
            if !show(&labels, nth) {
                return Ok(was_cut);
            }
            if label.steps >= self.limits.steps {
                continue;
            }
            let (rides, are_all) = self.rides(&label, within);
            was_cut |= !are_all && self.bound.is_none();
            for ride in rides {
                let Some(longer) = self.longer(&labels, nth, &label, ride) else {
                    continue;
                };
                let worth = self.worth(&longer);
                if worth > within {
                    was_cut = true;
                    continue;
                }
                if self
                    .bound
                    .is_some_and(|(goal, most)| worth_by(goal, &longer) > most)
                {
                    continue;
                }
                let known = at.entry(ride.to).or_default();
                if known
                    .iter()
                    .filter_map(|&nth| labels.get(nth))
                    .any(|known| self.is_as_good(&labels, known, &longer))
                {
                    continue;
                }
                if labels.len() >= self.limits.effort {
                    return Err(Error::new(ErrorKind::TooFar {
                        effort: self.limits.effort,
                    }));
                }
                let worse: Vec<usize> = known
                    .iter()
                    .copied()
                    .filter(|&nth| {
                        labels
                            .get(nth)
                            .is_some_and(|known| self.is_as_good(&labels, &longer, known))
                    })
                    .collect();
                for nth in &worse {
                    if let Some(label) = labels.get_mut(*nth) {
                        label.is_dead = true;
                    }
                }
                known.retain(|nth| !worse.contains(nth));
                known.push(labels.len());
                next.push(Reverse((worth, longer.steps, labels.len())));
                labels.push(longer);
            }
        }
        Ok(was_cut)
    }

    /// The rides that may go on from there, and whether they are all but for time.
    fn rides<'s>(
        &'s self,
        label: &Label,
        within: i64,
    ) -> (impl Iterator<Item = &'s Ride> + use<'s>, bool) {
        let timetable = self.timetable;
        let ready = label.stand.now.saturating_add(self.court.terms.wait_least);
        let (rides, are_all) = if self.ties_any() {
            // A tied event may be taken although by its own bounds it cannot.
            (timetable.rides(label.node), true)
        } else {
            let rides = timetable.rides_since(label.node, ready);
            match self.last_arrival(label, within) {
                Some(until) => {
                    let few = timetable.until(rides, until);
                    (few, few.len() == rides.len())
                }
                None => (rides, true),
            }
        };
        let again = self.rides_once_more(label, ready).iter();
        (again.chain(rides), are_all)
    }

    /// By when one has to have arrived to be as good as one has to be.
    fn last_arrival(&self, label: &Label, within: i64) -> Option<i64> {
        match (self.goal, self.bound) {
            (_, Some((Goal::Earliest, until))) => Some(until),
            (_, Some((Goal::Fastest, within))) if label.steps > 0 => {
                Some(label.measured.left.saturating_add(within))
            }
            (Goal::Fastest, None) if label.steps > 0 => {
                Some(label.measured.left.saturating_add(within))
            }
            _ => None,
        }
    }

    /// What journeys are measured by, if by what is possible.
    fn possible(&self) -> Option<Level<'_>> {
        let measure = self.measure.unwrap_or(self.sought);
        (measure.certainty <= Certainty::Possible).then_some(measure)
    }

    /// By which of their times journeys are compared.
    fn measured_goal(&self) -> Goal {
        self.bound.map_or(self.goal, |(goal, _)| goal)
    }

    fn measures_length(&self) -> bool {
        self.measured_goal() == Goal::Fastest
    }

    /// Whether what an event allows for depends on which others came before it: by links;
    /// and by a relay word passes once more at no cost only if it need not wait for it.
    fn is_tied(&self, event: u32) -> bool {
        let order = self.court.network.order();
        order.is_tied(event) || (order.is_relay(event) && self.waits_within_events())
    }

    fn ties_any(&self) -> bool {
        let order = self.court.network.order();
        order.ties_any() || (order.has_relays() && self.waits_within_events())
    }

    fn waits_within_events(&self) -> bool {
        let terms = self.court.terms;
        terms.semantics == Semantics::Transport || terms.wait_least > 0
    }

    /// The rides by the event by which one came, if it is a relay that one could not take
    /// now: among those of the same time.
    fn rides_once_more(&self, label: &Label, ready: i64) -> &[Ride] {
        let order = self.court.network.order();
        let is_relay = self
            .last_event(label)
            .is_some_and(|event| order.is_relay(event));
        let cap = self
            .times_of_last(label)
            .map(|times| times.cap)
            .filter(|&cap| is_relay && !self.ties_any() && cap < ready);
        cap.map_or(&[], |cap| self.timetable.rides_of(label.node, cap))
    }

    /// When the event by which one came can be taken.
    fn times_of_last(&self, label: &Label) -> Option<Times> {
        let timing = self.sought.timings.get(self.last_event(label)? as usize)?;
        let semantics = self.court.terms.semantics;
        Some(Times::new(
            semantics,
            self.sought.certainty,
            Direction::Forward,
            timing,
        ))
    }

    /// How good a beginning is by what is sought, less being better.
    fn worth(&self, label: &Label) -> i64 {
        worth_by(self.goal, label)
    }
}

/// How good a beginning is by a goal, less being better.
fn worth_by(goal: Goal, label: &Label) -> i64 {
    match goal {
        Goal::Earliest => label.measured.now,
        Goal::Latest => label.measured.left.saturating_neg(),
        Goal::Fastest => label.measured.takes,
        Goal::Fewest => i64::try_from(label.steps).unwrap_or(i64::MAX),
    }
}
