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

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, HashSet};

use super::arrivals::START;
use super::terms::Semantics;
use super::timetable::{Ride, Timetable};
use super::verdict::Court;
use crate::error::ErrorKind;
use crate::query::network::{Network, Timing};
use crate::time::Certainty;
use crate::time::ticks::LATEST;
use crate::{Error, Result};

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
    /// With the best journey, by its edges.
    Found(Vec<u32>),
    /// There is none.
    Nowhere,
    /// There is none as good as it had to be.
    NotWithin,
}

/// The beginning of a journey.
#[derive(Clone, Debug)]
struct Label {
    node: u32,
    /// The beginning that it goes on from, and by which edge.
    from: Option<(usize, u32)>,
    steps: usize,
    /// When it is there.
    now: i64,
    /// The same, without events that links tie to others.
    free: i64,
    /// The latest at which it can be there, waiting being limited.
    late: i64,
    /// The latest at which it can have left.
    left: i64,
    /// The least time that has passed since.
    elapsed: i64,
    /// Events of it that links tie to others, and when it was there by them; sorted.
    tied: Vec<(u32, i64)>,
    is_dead: bool,
}

/// A search for journeys from one actor.
#[derive(Debug)]
pub(super) struct Search<'s, 'n, 'g> {
    pub(super) court: Court<'n, 'g>,
    pub(super) timetable: &'s Timetable,
    /// The timing of each event, as far as it counts.
    pub(super) timings: &'s [Timing],
    pub(super) certainty: Certainty,
    pub(super) goal: Goal,
    pub(super) limits: Limits,
}

impl Search<'_, '_, '_> {
    /// The best journey from one actor to another by its edges, or `None` if there is
    /// none.
    ///
    /// The fastest is sought among those that take an hour, then four, then sixteen and so
    /// on, as there are many departures and few of them lead on at once.
    ///
    /// # Errors
    /// When the effort was not enough.
    pub(super) fn best(&self, from: u32, to: u32) -> Result<Option<Vec<u32>>> {
        const HOUR: i64 = 3_600;
        let mut within = match self.goal {
            Goal::Fastest => HOUR,
            Goal::Earliest | Goal::Latest | Goal::Fewest => i64::MAX,
        };
        loop {
            match self.best_within(from, to, within)? {
                Ended::Found(edges) => return Ok(Some(edges)),
                Ended::Nowhere => return Ok(None),
                Ended::NotWithin => within = within.saturating_mul(4),
            }
        }
    }

    /// The best journey of those that are so good at least.
    fn best_within(&self, from: u32, to: u32, within: i64) -> Result<Ended> {
        let mut best = None;
        let was_cut = self.run(from, within, |labels, nth| {
            let found = labels.get(nth).is_some_and(|label| label.node == to);
            if found {
                best = Some(edges(labels, nth));
            }
            !found
        })?;
        Ok(match best {
            Some(edges) => Ended::Found(edges),
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
                found.push((label.node, label.now, edges(labels, nth)));
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
        let mut labels = vec![Label {
            node: from,
            from: None,
            steps: 0,
            now: START,
            free: START,
            late: LATEST,
            left: LATEST,
            elapsed: 0,
            tied: Vec::new(),
            is_dead: false,
        }];
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
            was_cut |= !are_all;
            for ride in rides {
                let Some(longer) = self.longer(&labels, nth, &label, ride) else {
                    continue;
                };
                let worth = self.worth(&longer);
                if worth > within {
                    was_cut = true;
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
    fn rides(&self, label: &Label, within: i64) -> (&[Ride], bool) {
        let terms = self.court.terms;
        // A tied event may be taken although by its own bounds it cannot.
        if self.court.network.order().entangles() {
            return (self.timetable.rides(label.node), true);
        }
        let ready = label.now.saturating_add(terms.wait_least);
        let rides = self.timetable.rides_since(label.node, ready);
        if self.goal != Goal::Fastest || label.steps == 0 {
            return (rides, true);
        }
        let until = label.left.saturating_add(within);
        let few = self.timetable.until(rides, until);
        (few, few.len() == rides.len())
    }

    /// How good a beginning is by what is sought, less being better.
    fn worth(&self, label: &Label) -> i64 {
        match self.goal {
            Goal::Earliest => label.now,
            Goal::Latest => label.left.saturating_neg(),
            Goal::Fastest => label.now.saturating_sub(label.left).max(label.elapsed),
            Goal::Fewest => i64::try_from(label.steps).unwrap_or(i64::MAX),
        }
    }

    /// The beginning that is one ride longer, if it can be taken.
    fn longer(&self, labels: &[Label], nth: usize, label: &Label, ride: &Ride) -> Option<Label> {
        let network = self.court.network;
        let event = network.edges().get(ride.edge as usize)?.event;
        let order = network.order();
        let tied = order.is_entangled(event);
        if self.limits.visit_once && visits(labels, nth, ride.to) {
            return None;
        }
        let limited = self.court.terms.wait_most.is_some();
        let has_tied = !label.tied.is_empty();
        if limited || tied || has_tied {
            let before = events(network, labels, nth);
            if is_taken(&before, &nodes(labels, nth), event, ride.to) {
                return None;
            }
            let by_links = has_tied || self.certainty <= Certainty::Possible;
            if (tied && by_links) || (limited && (tied || has_tied)) {
                return self.longer_by_links(label, nth, ride, (event, before));
            }
        }
        let mut longer = self.longer_by_times(label, nth, ride, event)?;
        if tied {
            longer.free = self.without_tied(label, longer.now);
            longer.tied.push((event, longer.now));
        }
        Some(longer)
    }

    /// When a journey is there after one more tied event, by its other events.
    ///
    /// What a tied event allows for in a certain answer depends on which comes next.
    fn without_tied(&self, before: &Label, now: i64) -> i64 {
        let terms = self.court.terms;
        match (terms.semantics, self.certainty > Certainty::Possible) {
            (Semantics::Contact, true) => before.free.saturating_add(terms.wait_least),
            _ => now,
        }
    }

    /// One ride longer by what is known of each event alone.
    fn longer_by_times(&self, label: &Label, nth: usize, ride: &Ride, event: u32) -> Option<Label> {
        let terms = self.court.terms;
        let now = ride.times.after(label.now, terms.wait_least)?;
        let timing = self.timings.get(event as usize)?;
        let (late, left, elapsed) = if label.steps == 0 {
            let (late, left) = terms.from_the_start(self.certainty, timing);
            let elapsed = terms.carrying(timing);
            (late, left, elapsed)
        } else {
            let elapsed = label.elapsed.saturating_add(terms.wait_least);
            let (late, left) = terms.latest(self.certainty, timing, label.late)?;
            (
                late,
                label.left.min(left.saturating_sub(elapsed)),
                elapsed.saturating_add(terms.carrying(timing)),
            )
        };
        let free = ride
            .times
            .after(label.free, terms.wait_least)
            .unwrap_or(now);
        let free = match terms.semantics {
            Semantics::Contact => free,
            Semantics::Transport => now,
        };
        Some(Label {
            node: ride.to,
            from: Some((nth, ride.edge)),
            steps: label.steps + 1,
            now,
            free,
            late,
            left,
            elapsed,
            tied: label.tied.clone(),
            is_dead: false,
        })
    }

    /// One ride longer by what is known of all its events together.
    fn longer_by_links(
        &self,
        label: &Label,
        nth: usize,
        ride: &Ride,
        (event, mut events): (u32, Vec<u32>),
    ) -> Option<Label> {
        let terms = self.court.terms;
        events.push(event);
        let arrived = self.court.admits(&events, self.certainty)?;
        let timing = self.timings.get(event as usize)?;
        let certain = self.certainty > Certainty::Possible;
        let ready = |time: i64| time.saturating_add(terms.wait_least).max(ride.times.key);
        let now = match (terms.semantics, certain) {
            (Semantics::Contact, true) => ready(label.now),
            (Semantics::Transport, true) => ride.times.key,
            (_, false) => arrived,
        };
        let waited = if label.steps == 0 {
            0
        } else {
            terms.wait_least
        };
        let elapsed = label.elapsed.saturating_add(waited);
        let (_, left) = terms.from_the_start(self.certainty, timing);
        let tied = self.court.network.order().is_entangled(event);
        let mut all_tied = label.tied.clone();
        if tied {
            all_tied.push((event, now));
            all_tied.sort_unstable();
        }
        Some(Label {
            node: ride.to,
            from: Some((nth, ride.edge)),
            steps: label.steps + 1,
            now,
            free: match (terms.semantics, certain, tied) {
                (Semantics::Contact, true, false) => ready(label.free),
                (_, _, true) => self.without_tied(label, now),
                _ => now,
            },
            late: LATEST,
            left: label.left.min(left.saturating_sub(elapsed)),
            elapsed: elapsed.saturating_add(terms.carrying(timing)),
            tied: all_tied,
            is_dead: false,
        })
    }

    /// Whether one beginning is at least as good as another in every respect that bears on
    /// how it can go on.
    fn is_as_good(&self, labels: &[Label], one: &Label, other: &Label) -> bool {
        let terms = self.court.terms;
        let sooner = one.now <= other.now && one.free <= other.free;
        let by_goal = match self.goal {
            Goal::Earliest => true,
            Goal::Latest | Goal::Fastest => one.left >= other.left && one.elapsed <= other.elapsed,
            Goal::Fewest => one.steps <= other.steps,
        };
        let by_limits = (self.limits.steps == usize::MAX || one.steps <= other.steps)
            && (terms.wait_most.is_none() || one.late >= other.late);
        sooner
            && by_goal
            && by_limits
            && self.is_as_free(one, other)
            && (terms.wait_most.is_none() || self.has_been_through_less(labels, one, other))
    }

    /// Whether links leave the one whatever they leave the other.
    fn is_as_free(&self, one: &Label, other: &Label) -> bool {
        let last_tied = |label: &Label| {
            let event = self.event_of(label.from?.1)?;
            self.court
                .network
                .order()
                .is_entangled(event)
                .then_some(event)
        };
        let last =
            self.court.terms.semantics == Semantics::Contact || last_tied(one) == last_tied(other);
        last && one.tied.iter().all(|&(event, when)| {
            let same = other.tied.binary_search_by_key(&event, |tied| tied.0);
            same.ok()
                .and_then(|nth| other.tied.get(nth))
                .is_some_and(|known| when <= known.1)
        })
    }

    /// Whether the one has visited nobody, and taken no event, that the other has not.
    fn has_been_through_less(&self, labels: &[Label], one: &Label, other: &Label) -> bool {
        let network = self.court.network;
        let events_of = |label: &Label| {
            label.from.map_or(Vec::new(), |(nth, edge)| {
                let mut all = events(network, labels, nth);
                all.extend(self.event_of(edge));
                all
            })
        };
        let nodes_of = |label: &Label| label.from.map_or(Vec::new(), |(nth, _)| nodes(labels, nth));
        let (events, nodes) = (events_of(other), nodes_of(other));
        events_of(one).iter().all(|event| events.contains(event))
            && (!self.limits.visit_once || nodes_of(one).iter().all(|node| nodes.contains(node)))
    }

    fn event_of(&self, edge: u32) -> Option<u32> {
        let edge = self.court.network.edges().get(edge as usize)?;
        Some(edge.event)
    }
}

/// Whether an event was taken before the last step, or word would come by it to one who
/// had it in this event already.
///
/// One event may bring word from one to a second and on to a third, as a mediation does;
/// but not later once more. Without limits and links this needs no look: who is brought
/// word by an event in the end has it no later at once.
fn is_taken(events: &[u32], nodes: &[u32], event: u32, to: u32) -> bool {
    let run = events
        .iter()
        .rev()
        .take_while(|known| **known == event)
        .count();
    let before = events.len() - run;
    events.iter().take(before).any(|known| *known == event)
        || (run > 0 && nodes.iter().take(run + 1).any(|node| *node == to))
}

/// The edges of a beginning, in order.
fn edges(labels: &[Label], nth: usize) -> Vec<u32> {
    let mut edges = Vec::new();
    let mut next = labels.get(nth).and_then(|label| label.from);
    while let Some((before, edge)) = next {
        edges.push(edge);
        next = labels.get(before).and_then(|label| label.from);
    }
    edges.reverse();
    edges
}

/// The events of a beginning, in order; one that is taken twice in a row, twice.
fn events(network: &Network<'_>, labels: &[Label], nth: usize) -> Vec<u32> {
    edges(labels, nth)
        .into_iter()
        .filter_map(|edge| network.edges().get(edge as usize))
        .map(|edge| edge.event)
        .collect()
}

/// Whom a beginning visits, the last first.
fn nodes(labels: &[Label], nth: usize) -> Vec<u32> {
    let mut nodes = Vec::new();
    let mut next = Some(nth);
    while let Some(label) = next.and_then(|nth| labels.get(nth)) {
        nodes.push(label.node);
        next = label.from.map(|(before, _)| before);
    }
    nodes
}

fn visits(labels: &[Label], nth: usize, node: u32) -> bool {
    nodes(labels, nth).contains(&node)
}
