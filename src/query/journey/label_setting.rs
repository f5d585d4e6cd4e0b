//! Earliest arrivals whatever the dates, actor by actor in order of time.
//!
//! As Dijkstra's algorithm: who comes earlier to an actor can take all that who comes
//! later can, and is nowhere later by it. O(m + n log n) in the edges and actors, and
//! an actor's edges are looked at once.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::arrivals::Arrivals;
use super::timetable::Timetable;

/// Finds when each actor is reached at the earliest from where `arrivals` begin; or only
/// until a target is known.
pub(super) fn run(
    timetable: &Timetable,
    wait: i64,
    arrivals: &mut Arrivals,
    (from, target): (u32, Option<u32>),
) {
    let mut next = BinaryHeap::from([Reverse((arrivals.time(from), from))]);
    while let Some(Reverse((now, node))) = next.pop() {
        if now > arrivals.time(node) {
            continue;
        }
        if target == Some(node) {
            return;
        }
        for ride in timetable.rides_since(node, now.saturating_add(wait)) {
            if let Some(then) = ride.times.after(now, wait)
                && arrivals.improve(ride.to, then, ride.edge)
            {
                next.push(Reverse((then, ride.to)));
            }
        }
    }
}
