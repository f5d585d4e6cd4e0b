//! All journeys of two actors.

use super::Journeys;
use super::answer::Journey;
use super::arrivals::{Arrivals, START};
use super::search::Limits;
use super::terms::Direction;
use super::timetable::Timetable;
use super::verdict::Court;
use crate::time::Certainty;
use crate::time::ticks::LATEST;

/// All journeys of two actors, one after the other; see
/// [`Between::every`](super::Between::every).
#[derive(Debug)]
pub struct Every<'n, 'g> {
    pub(super) journeys: Journeys<'n, 'g>,
    pub(super) court: Court<'n, 'g>,
    /// From each actor, the latest at which the target can be reached; negated.
    pub(super) ahead: Arrivals,
    /// By how few edges, whatever the time.
    pub(super) distance: Vec<usize>,
    /// For which certainty the times above are.
    pub(super) timed_for: Certainty,
    pub(super) at_least: Certainty,
    pub(super) limits: Limits,
    pub(super) target: u32,
    pub(super) course: Vec<Leg>,
}

/// Where a journey has come to, by which edge, and which ride comes next.
#[derive(Clone, Copy, Debug)]
pub(super) struct Leg {
    node: u32,
    by: Option<u32>,
    now: i64,
    late: i64,
    next: usize,
}

impl Leg {
    pub(super) fn first(node: u32) -> Self {
        Self {
            node,
            by: None,
            now: START,
            late: LATEST,
            next: 0,
        }
    }
}

impl Every<'_, '_> {
    /// The next step from where the journey has come to, if it may lead to the target.
    fn step(&mut self) -> Option<Leg> {
        let steps = self.course.len();
        let leg = self.course.last_mut()?;
        let here = *leg;
        let wait = self.court.terms.wait_least;
        let (ride, nth) = {
            let timetable = self.journeys.timetable(self.timed_for, Direction::Forward);
            let rides = timetable.rides(here.node);
            let nth = match here.next {
                0 => {
                    let ready = here.now.saturating_add(wait);
                    rides.partition_point(|ride| ride.times.cap < ready)
                }
                nth => nth,
            };
            (rides.get(nth).copied(), nth)
        };
        leg.next = nth + 1;
        let Some(ride) = ride else {
            self.course.pop();
            return None;
        };
        let now = ride.times.after(here.now, wait)?;
        let event = self.event_of(ride.edge)?;
        let timing = self.journeys.timings(self.timed_for).get(event as usize)?;
        let late = if here.by.is_none() {
            self.court.terms.of_first(self.timed_for, timing).0
        } else {
            self.court
                .terms
                .latest(self.timed_for, timing, here.late)?
                .0
        };
        let left = self.limits.steps.saturating_sub(steps);
        let is_near = *self.distance.get(ride.to as usize)? <= left;
        let in_time = ride.to == self.target
            || now.saturating_add(wait) <= self.ahead.time(ride.to).saturating_neg();
        let again = self.limits.visit_once && self.course.iter().any(|leg| leg.node == ride.to);
        (is_near && in_time && !again && !self.is_taken(event, ride.to)).then_some(Leg {
            node: ride.to,
            by: Some(ride.edge),
            now,
            late,
            next: 0,
        })
    }

    /// Whether the event was taken before the last step; or word would come by it to one
    /// who had it in this event already.
    fn is_taken(&self, event: u32, to: u32) -> bool {
        let by_it = |leg: &&Leg| leg.by.and_then(|edge| self.event_of(edge)) == Some(event);
        let run = self.course.iter().rev().take_while(by_it).count();
        let before = self.course.len() - run;
        self.course.iter().take(before).any(|leg| by_it(&leg))
            || (run > 0
                && self
                    .course
                    .iter()
                    .skip(before - 1)
                    .any(|leg| leg.node == to))
    }

    fn event_of(&self, edge: u32) -> Option<u32> {
        let edge = self.court.network.edges().get(edge as usize)?;
        Some(edge.event)
    }
}

impl Iterator for Every<'_, '_> {
    type Item = Journey;

    fn next(&mut self) -> Option<Journey> {
        while let Some(first) = self.course.first() {
            let from = first.node;
            let Some(leg) = self.step() else {
                continue;
            };
            if leg.node != self.target {
                self.course.push(leg);
                continue;
            }
            let edges: Vec<u32> = self
                .course
                .iter()
                .filter_map(|leg| leg.by)
                .chain(leg.by)
                .collect();
            let journey = Journey::new(&self.court, from, &edges);
            if let Some(journey) = journey.filter(|found| found.certainty() >= self.at_least) {
                return Some(journey);
            }
        }
        None
    }
}

impl std::iter::FusedIterator for Every<'_, '_> {}

/// By how few edges each node leads to a target, whatever the time; `usize::MAX` where
/// none does. `back` has the edges by the node that they lead to. O(n + m).
pub(super) fn distances(back: &Timetable, nodes: usize, target: u32) -> Vec<usize> {
    let mut distance = vec![usize::MAX; nodes];
    if let Some(own) = distance.get_mut(target as usize) {
        *own = 0;
    }
    let mut layer = vec![target];
    let mut steps = 0;
    while !layer.is_empty() {
        steps += 1;
        let mut next = Vec::new();
        for ride in layer.iter().flat_map(|&node| back.rides(node)) {
            if let Some(known) = distance.get_mut(ride.to as usize)
                && *known == usize::MAX
            {
                *known = steps;
                next.push(ride.to);
            }
        }
        layer = next;
    }
    distance
}

/// The direction in which `distances` and the pruning look.
pub(super) const AHEAD: Direction = Direction::Back;
