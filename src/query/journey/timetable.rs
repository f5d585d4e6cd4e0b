//! The edges of a network, with the times at which they can be taken.

use super::terms::{Direction, Terms, Times};
use crate::query::network::{Edge, Network, Passage, Timing};
use crate::time::Certainty;

/// A way from one actor to another by an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ride {
    pub(super) to: u32,
    /// The number of the edge in the network.
    pub(super) edge: u32,
    pub(super) times: Times,
}

/// Which edges of a network can be taken, when, for an answer of a certainty.
///
/// Edges are taken in the order of the last time at which they can be (`cap`).
#[derive(Debug)]
pub(super) struct Timetable {
    offsets: Vec<u32>,
    rides: Vec<Ride>,
    /// By how much a cap is above the earliest at which the event can have begun at most.
    slack: i64,
}

/// What a timetable is made for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Purpose {
    pub(super) terms: Terms,
    pub(super) certainty: Certainty,
    pub(super) direction: Direction,
}

impl Purpose {
    /// The timing of each event of the network as far as it counts, narrowed by links.
    ///
    /// For a possible answer, what links say of an event depends on the others of the
    /// journey; then it is the event's own, which allows for no less.
    pub(super) fn timings(self, network: &Network<'_>) -> impl Iterator<Item = Timing> {
        let order = network.order();
        network.timings().map(move |(number, own)| {
            let on_others = self.certainty <= Certainty::Possible && order.is_tied(number);
            if on_others {
                own
            } else {
                order.narrowed(number, own, self.certainty)
            }
        })
    }

    /// The times of each event of the network.
    pub(super) fn times(self, network: &Network<'_>) -> Vec<Times> {
        let semantics = self.terms.semantics;
        self.timings(network)
            .map(|timing| Times::new(semantics, self.certainty, self.direction, &timing))
            .collect()
    }

    /// The edges that may be taken, each with its number and which ways it leads in the
    /// direction asked for.
    pub(super) fn edges<'a>(
        self,
        network: &'a Network<'_>,
        passage: &'a Passage,
    ) -> impl Iterator<Item = (u32, Edge, Ways)> + 'a {
        (0..)
            .zip(network.edges())
            .filter(move |(_, edge)| {
                edge.certainty >= self.certainty
                    && edge.from != edge.to
                    && passage.takes(network, **edge)
            })
            .filter_map(move |(number, &edge)| {
                let ways = Ways::of(edge, passage, self.direction)?;
                Some((number, edge, ways))
            })
    }
}

/// Which ways an edge leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ways {
    /// From its first actor to its second.
    Ahead,
    /// From its second actor to its first.
    Reverse,
    /// Either way.
    Both,
}

impl Ways {
    /// Those of an edge in a direction, if it may be taken at all.
    pub(super) fn of(edge: Edge, passage: &Passage, direction: Direction) -> Option<Self> {
        let (ahead, back) = (passage.leads(edge, edge.from), passage.leads(edge, edge.to));
        match (direction, ahead, back) {
            (_, true, true) => Some(Self::Both),
            (Direction::Forward, true, false) | (Direction::Back, false, true) => Some(Self::Ahead),
            (Direction::Forward, false, true) | (Direction::Back, true, false) => {
                Some(Self::Reverse)
            }
            (_, false, false) => None,
        }
    }

    /// The same of an edge that is seen from its other end.
    pub(super) fn turned(self) -> Self {
        match self {
            Self::Ahead => Self::Reverse,
            Self::Reverse => Self::Ahead,
            Self::Both => Self::Both,
        }
    }
}

impl Timetable {
    /// O(m log m) in the edges.
    pub(super) fn new(network: &Network<'_>, passage: &Passage, purpose: Purpose) -> Self {
        let times = purpose.times(network);
        let mut from_each: Vec<(u32, Ride)> = Vec::new();
        for (number, edge, ways) in purpose.edges(network, passage) {
            let Some(&times) = times.get(edge.event as usize) else {
                continue;
            };
            let mut add = |from: u32, to: u32| {
                let edge = number;
                if !passage.avoids(to) {
                    from_each.push((from, Ride { to, edge, times }));
                }
            };
            if ways != Ways::Reverse {
                add(edge.from, edge.to);
            }
            if ways != Ways::Ahead {
                add(edge.to, edge.from);
            }
        }
        from_each.sort_by_key(|(from, ride)| (*from, ride.times.cap, ride.times.key));
        let mut offsets = vec![0; network.actor_count() + 1];
        for (from, _) in &from_each {
            if let Some(offset) = offsets.get_mut(*from as usize + 1) {
                *offset += 1;
            }
        }
        let mut total = 0;
        for offset in &mut offsets {
            total += *offset;
            *offset = total;
        }
        let rides: Vec<Ride> = from_each.into_iter().map(|(_, ride)| ride).collect();
        let slack = network
            .timings()
            .zip(&times)
            .map(|((_, own), times)| times.cap.saturating_sub(own.begin.low));
        Self {
            offsets,
            slack: slack.max().unwrap_or(0).max(0),
            rides,
        }
    }

    /// The rides from a node by the last time at which each can be taken.
    pub(super) fn rides(&self, node: u32) -> &[Ride] {
        let node = node as usize;
        let (Some(&from), Some(&to)) = (self.offsets.get(node), self.offsets.get(node + 1)) else {
            return &[];
        };
        self.rides.get(from as usize..to as usize).unwrap_or(&[])
    }

    /// Of the rides from a node those that can be taken at a time or later.
    pub(super) fn rides_since(&self, node: u32, ready: i64) -> &[Ride] {
        let rides = self.rides(node);
        let first = rides.partition_point(|ride| ride.times.cap < ready);
        rides.get(first..).unwrap_or(&[])
    }

    /// The rides from a node that can be taken until just this time.
    pub(super) fn rides_of(&self, node: u32, cap: i64) -> &[Ride] {
        let since = self.rides_since(node, cap);
        let end = since.partition_point(|ride| ride.times.cap <= cap);
        since.get(..end).unwrap_or(since)
    }

    /// Of rides from a node those that may bring one to their other end by a time; not back
    /// in time.
    pub(super) fn until<'r>(&self, rides: &'r [Ride], time: i64) -> &'r [Ride] {
        let last = time.saturating_add(self.slack);
        let end = rides.partition_point(|ride| ride.times.cap <= last);
        rides.get(..end).unwrap_or(rides)
    }
}
