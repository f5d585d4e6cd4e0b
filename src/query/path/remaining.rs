//! How far it is from each node to the target.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::ground::Ground;
use super::{Length, Toll};

/// How far it is from each node to the target: of those nearer than `radius` exactly, of
/// the rest that it is no less than that.
///
/// What is on the way is judged without regard to where a path has been already, so it
/// is never more than what is left of a loopless path, and never shrinks by more than a
/// step costs: an admissible and consistent heuristic (Hart, Nilsson and Raphael 1968).
#[derive(Clone, Debug)]
pub(super) struct Remaining {
    lengths: Vec<Length>,
    radius: Length,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Measure {
    /// Cost, and then steps.
    Cost,
    /// Steps alone.
    Steps,
}

/// Where to stop.
#[derive(Clone, Copy, Debug)]
pub(super) enum Until {
    /// At this node.
    Reached(u32),
    /// Beyond so many steps; counts only steps.
    Within(u32),
}

impl Remaining {
    /// Dijkstra's algorithm (1959) from the target backwards, until it comes to `until`:
    /// O(m + n log n).
    pub(super) fn to(target: u32, ground: &Ground<'_, '_>, by: Measure, until: Until) -> Self {
        let mut remaining = Self {
            lengths: vec![Length::INFINITE; ground.len()],
            radius: Length::INFINITE,
        };
        let mut heap = BinaryHeap::new();
        remaining.shorten(target, Length::ZERO, &mut heap);
        while let Some(Reverse((length, node))) = heap.pop() {
            match until {
                Until::Reached(start) if start == node => {
                    remaining.radius = length;
                    break;
                }
                Until::Within(steps) if length.steps >= steps => continue,
                _ => {}
            }
            if remaining.at(node) < length {
                continue;
            }
            let least = match by {
                Measure::Cost => ground.least(),
                Measure::Steps => Toll::ONE,
            };
            for &arc in ground.around(node) {
                if remaining.at(arc.to) <= length.plus(least) {
                    continue;
                }
                let Some(toll) = ground.behind(node, arc) else {
                    continue;
                };
                let toll = match by {
                    Measure::Cost => toll,
                    Measure::Steps => Toll::ONE,
                };
                remaining.shorten(arc.to, length.plus(toll), &mut heap);
            }
        }
        remaining
    }

    fn shorten(
        &mut self,
        node: u32,
        length: Length,
        heap: &mut BinaryHeap<Reverse<(Length, u32)>>,
    ) {
        if let Some(known) = self.lengths.get_mut(node as usize)
            && length < *known
        {
            *known = length;
            heap.push(Reverse((length, node)));
        }
    }

    /// How far it is from a node, or as far as is known: no less than this.
    pub(super) fn at(&self, node: u32) -> Length {
        let known = self.lengths.get(node as usize);
        known.map_or(Length::INFINITE, |known| (*known).min(self.radius))
    }
}
