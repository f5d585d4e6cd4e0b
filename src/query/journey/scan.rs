//! Earliest arrivals where dates are exact, by one look at each edge in order of time.
//!
//! # When is one look enough?
//!
//! Take the edges in the order of the last time at which each can be taken, its `cap`. An
//! edge brings whoever can take it to its other end at its `key` or, if they come later,
//! when they come. If that is after the cap of every edge before it, then none of those
//! could have been taken thanks to it, and each needs to be looked at once: O(m). That is
//! so of exact dates, and for answers that must be certain of any dates, as then a key is
//! never below its cap (but for events that are known to have gone on for long).
//!
//! Edges of one key and cap, such as those of one day, are a *group*. Where a key is not
//! above its cap (word may pass on within one day), who is reached by an edge of a group
//! can take the others of it too: these are followed from each actor that is newly
//! reached, which costs O(log m) and its edges of that day besides, once an actor.

use super::arrivals::Arrivals;
use super::terms::Times;
use super::timetable::{Purpose, Timetable, Ways};
use crate::query::network::{Network, Passage};

/// Edges in order of time, cut up in groups.
#[derive(Debug)]
pub(super) struct Scan {
    groups: Vec<Group>,
    /// The two actors of each edge.
    ends: Vec<(u32, u32)>,
    /// The number of each edge in the network.
    numbers: Vec<u32>,
}

/// Edges of one key and cap.
#[derive(Clone, Copy, Debug)]
struct Group {
    key: i64,
    cap: i64,
    /// The least key of this group and all that follow.
    least_key: i64,
    /// Where its edges end that lead either way; they begin where the last group ends.
    either_way: usize,
    /// Where its edges end that lead from the first actor to the second.
    end: usize,
}

/// An edge on its way into a group.
#[derive(Clone, Copy, Debug)]
struct Row {
    times: Times,
    one_way: bool,
    ends: (u32, u32),
    number: u32,
}

impl Scan {
    /// The edges in order; `None` if one look at each is not enough.
    ///
    /// O(m), as a network has its edges in order of time, and O(m log m) where imprecise
    /// dates put them in another order.
    pub(super) fn new(network: &Network<'_>, passage: &Passage, purpose: Purpose) -> Option<Self> {
        let times = purpose.times(network);
        let mut rows: Vec<Row> = purpose
            .edges(network, passage)
            .filter_map(|(number, edge, ways)| {
                let (ends, one_way) = reaching((edge.from, edge.to), ways, passage)?;
                Some(Row {
                    times: *times.get(edge.event as usize)?,
                    one_way,
                    ends,
                    number,
                })
            })
            .collect();
        let order = |row: &Row| (row.times.cap, row.times.key, row.one_way);
        if !rows.is_sorted_by_key(order) {
            rows.sort_by_key(order);
        }
        let wait = purpose.terms.wait_least;
        let in_one_look = |row: &Row| {
            row.times.is_settled_by_key() && (wait == 0 || row.times.key > row.times.cap)
        };
        if !rows.iter().all(in_one_look) {
            return None;
        }
        let mut groups = grouped(&rows);
        let mut least_key = i64::MAX;
        for group in groups.iter_mut().rev() {
            if least_key <= group.cap {
                return None;
            }
            least_key = least_key.min(group.key);
            group.least_key = least_key;
        }
        Some(Self {
            groups,
            ends: rows.iter().map(|row| row.ends).collect(),
            numbers: rows.iter().map(|row| row.number).collect(),
        })
    }

    /// Whether word may pass on within a group, so that `run` needs the edges of an actor.
    pub(super) fn passes_on_within_groups(&self) -> bool {
        self.groups.iter().any(|group| group.key <= group.cap)
    }

    /// Finds when each actor is reached at the earliest from where `arrivals` begin; or
    /// only until a target is known.
    pub(super) fn run(
        &self,
        wait: i64,
        arrivals: &mut Arrivals,
        timetable: Option<&Timetable>,
        target: Option<u32>,
    ) {
        let mut first = 0;
        let mut fresh = Vec::new();
        for group in &self.groups {
            if target.is_some_and(|target| arrivals.time(target) <= group.least_key) {
                return;
            }
            let passes_on = group.key <= group.cap;
            let ready = group.cap.saturating_sub(wait);
            let mut reach = |from: i64, to: u32, at: usize, arrivals: &mut Arrivals| {
                let edge = self.numbers.get(at).copied().unwrap_or(u32::MAX);
                let time = group.key.max(from.saturating_add(wait));
                if arrivals.improve(to, time, edge) && passes_on {
                    fresh.push(to);
                }
            };
            let either_way = self.ends.get(first..group.either_way).unwrap_or(&[]);
            for (at, &(one, other)) in (first..).zip(either_way) {
                let (here, there) = (arrivals.time(one), arrivals.time(other));
                if here <= ready && there > group.key {
                    reach(here, other, at, arrivals);
                } else if there <= ready && here > group.key {
                    reach(there, one, at, arrivals);
                }
            }
            let one_way = self.ends.get(group.either_way..group.end).unwrap_or(&[]);
            for (at, &(one, other)) in (group.either_way..).zip(one_way) {
                let here = arrivals.time(one);
                if here <= ready && arrivals.time(other) > group.key {
                    reach(here, other, at, arrivals);
                }
            }
            if let Some(timetable) = timetable {
                pass_on(group, &mut fresh, arrivals, timetable);
            }
            fresh.clear();
            first = group.end;
        }
    }
}

/// Follows the edges of a group from who is newly reached.
fn pass_on(group: &Group, fresh: &mut Vec<u32>, arrivals: &mut Arrivals, timetable: &Timetable) {
    while let Some(node) = fresh.pop() {
        let now = arrivals.time(node);
        let rides = timetable.rides_since(node, group.cap).iter();
        for ride in rides.take_while(|ride| ride.times.cap == group.cap) {
            let time = group.key.max(now);
            if ride.times.key == group.key && arrivals.improve(ride.to, time, ride.edge) {
                fresh.push(ride.to);
            }
        }
    }
}

/// The ends of an edge, with the one first from which it leads if it leads one way, past
/// whom is avoided: such a one can be left, if all begins there, and not be reached.
pub(super) fn reaching(
    ends: (u32, u32),
    ways: Ways,
    passage: &Passage,
) -> Option<((u32, u32), bool)> {
    let turned = (ends.1, ends.0);
    let (ends, one_way) = match ways {
        Ways::Ahead => (ends, true),
        Ways::Reverse => (turned, true),
        Ways::Both if passage.avoids(ends.0) => (ends, true),
        Ways::Both if passage.avoids(ends.1) => (turned, true),
        Ways::Both => (ends, false),
    };
    (!passage.avoids(ends.1)).then_some((ends, one_way))
}

/// Rows of one key and cap together, in the order in which they come.
fn grouped(rows: &[Row]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut first = 0;
    for rows in rows
        .chunk_by(|one, other| (one.times.key, one.times.cap) == (other.times.key, other.times.cap))
    {
        let Some(Row { times, .. }) = rows.first() else {
            continue;
        };
        groups.push(Group {
            key: times.key,
            cap: times.cap,
            least_key: times.key,
            either_way: first + rows.partition_point(|row| !row.one_way),
            end: first + rows.len(),
        });
        first += rows.len();
    }
    groups
}
