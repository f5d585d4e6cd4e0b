//! Loopless paths in order of length.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::iter::FusedIterator;

use super::ground::Ground;
use super::remaining::{Measure, Remaining, Until};
use super::search::{Guide, Search};
use super::{Length, Path};

/// Loopless paths, shortest first; see [`Paths::ranked`](super::Paths::ranked).
#[derive(Clone, Debug)]
pub struct Ranked<'n, 'g> {
    ground: Ground<'n, 'g>,
    target: u32,
    remaining: Remaining,
    steps: Option<Remaining>,
    at_most: Option<u32>,
    /// Sets of paths, no two with a path in common, that hold all that are to come.
    sets: BinaryHeap<Reverse<Set>>,
    search: Search,
}

/// The paths that begin with these nodes and go on elsewhere than to those banned.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Set {
    /// Of its first path; before that is known, no more than it.
    length: Length,
    /// Sets whose first path is not known come before those of the same length of which
    /// it is.
    known: Known,
    /// Its first path, or as many nodes as all have in common.
    nodes: Vec<u32>,
    /// How many nodes all its paths have in common.
    common: usize,
    /// Sorted.
    banned: Vec<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Known {
    Bound,
    First,
}

impl<'n, 'g> Ranked<'n, 'g> {
    pub(super) fn new(
        ground: Ground<'n, 'g>,
        (source, target): (u32, u32),
        at_most: Option<u32>,
    ) -> Self {
        let remaining = Remaining::to(target, &ground, Measure::Cost, Until::Reached(source));
        // Where each step costs one, what remains says how many steps there are.
        let steps = at_most
            .filter(|_| !ground.is_even())
            .map(|most| Remaining::to(target, &ground, Measure::Steps, Until::Within(most)));
        let all = Set {
            length: remaining.at(source),
            known: Known::Bound,
            nodes: vec![source],
            common: 1,
            banned: Vec::new(),
        };
        Self {
            search: Search::new(ground.len()),
            ground,
            target,
            remaining,
            steps,
            at_most,
            sets: BinaryHeap::from([Reverse(all)]),
        }
    }

    pub(super) fn ground(&self) -> &Ground<'n, 'g> {
        &self.ground
    }

    /// The nodes of the next path, and how long it is.
    pub(super) fn next_way(&mut self) -> Option<(Vec<u32>, Length)> {
        loop {
            let Reverse(set) = self.sets.pop()?;
            match set.known {
                Known::Bound => {
                    let found = self.first(set);
                    self.sets.extend(found.map(Reverse));
                }
                Known::First => {
                    self.part(&set);
                    return Some((set.nodes, set.length));
                }
            }
        }
    }

    /// The set with its first path, if it holds any.
    fn first(&mut self, mut set: Set) -> Option<Set> {
        let guide = Guide {
            remaining: Some(&self.remaining),
            steps: self.steps.as_ref(),
            at_most: self.at_most,
        };
        let length = self.length(&set.nodes)?;
        self.search.start(&set.nodes, length, guide);
        while let Some(label) = self.search.settle(guide) {
            let (node, length) = self.search.end(label)?;
            if node == self.target {
                set.nodes.pop();
                set.nodes.extend(self.search.way(label));
                return Some(Set {
                    length,
                    known: Known::First,
                    ..set
                });
            }
            self.search.go_on(label, &self.ground, guide, &set.banned);
        }
        None
    }

    /// Parts what of a set is left without its first path: by how long its paths go along
    /// with that one (Lawler 1972), so that none is found twice.
    fn part(&mut self, set: &Set) {
        let last = set.nodes.len().saturating_sub(1);
        for common in set.common..=last {
            let (Some(nodes), Some(&next)) = (set.nodes.get(..common), set.nodes.get(common))
            else {
                return;
            };
            let mut banned = if common == set.common {
                set.banned.clone()
            } else {
                Vec::new()
            };
            if let Err(at) = banned.binary_search(&next) {
                banned.insert(at, next);
            }
            let (Some(length), Some(&spur)) = (self.length(nodes), nodes.last()) else {
                return;
            };
            self.sets.push(Reverse(Set {
                length: length + self.remaining.at(spur),
                known: Known::Bound,
                nodes: nodes.to_vec(),
                common,
                banned,
            }));
        }
    }

    /// How long the way along these nodes is.
    fn length(&self, nodes: &[u32]) -> Option<Length> {
        let mut steps = nodes.iter().zip(nodes.iter().skip(1));
        steps.try_fold(Length::ZERO, |length, (&from, &to)| {
            Some(length.plus(self.ground.between(from, to)?))
        })
    }
}

impl Iterator for Ranked<'_, '_> {
    type Item = Path;

    fn next(&mut self) -> Option<Path> {
        let (nodes, _) = self.next_way()?;
        Path::along(&nodes, |_| Some(&self.ground))
    }
}

impl FusedIterator for Ranked<'_, '_> {}
