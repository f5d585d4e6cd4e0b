//! Which of two graphs' events, or ties, are one.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

use indexmap::IndexMap;

use super::testimony::holds;
use crate::graph::equal::Testimony;

/// The events, or the ties, of one graph: of which kind each is, and what is said of it.
/// Those of two kinds are never one.
#[derive(Debug)]
pub(in crate::graph) struct Row<'g, K> {
    pub(in crate::graph) kinds: Vec<K>,
    pub(in crate::graph) testimony: Vec<Testimony<'g>>,
}

/// For each of theirs, which one of ours it is, if it is any; no two are one and the
/// same.
///
/// First come those of which the same is said; then those of ours that hold all that is
/// said of theirs, as many as can be; and then any others of one kind, in order. So what
/// was paired and taken in is found again by the second rule, and adds nothing.
///
/// Costs O(n) on average; among k of one kind of which different things are said,
/// O(k³) at worst: J. E. Hopcroft and R. M. Karp, "An n^{5/2} algorithm for maximum
/// matchings in bipartite graphs", *SIAM Journal on Computing* 2 (4), 1973, for what
/// an augmenting path is.
pub(in crate::graph) fn pair<K: Copy + Eq + Hash>(
    ours: &Row<'_, K>,
    theirs: &Row<'_, K>,
) -> Vec<Option<usize>> {
    let mut pairs = pair_alike(ours, theirs);
    for group in groups(ours, theirs, &pairs).into_values() {
        for (one, other) in group.paired(ours, theirs) {
            if let Some(pair) = pairs.get_mut(other) {
                *pair = Some(one);
            }
        }
    }
    pairs
}

/// Pairs those of which the same is said.
fn pair_alike<K: Copy + Eq + Hash>(ours: &Row<'_, K>, theirs: &Row<'_, K>) -> Vec<Option<usize>> {
    let mut alike: HashMap<(K, &Testimony<'_>), VecDeque<usize>> =
        HashMap::with_capacity(ours.kinds.len());
    for (one, (&kind, said)) in ours.kinds.iter().zip(&ours.testimony).enumerate() {
        alike.entry((kind, said)).or_default().push_back(one);
    }
    let theirs = theirs.kinds.iter().zip(&theirs.testimony);
    theirs
        .map(|(&kind, said)| alike.get_mut(&(kind, said))?.pop_front())
        .collect()
}

/// Those of one kind that are not paired yet, in order.
#[derive(Debug, Default)]
struct Group {
    ours: Vec<usize>,
    theirs: Vec<usize>,
}

/// By kind, where there are some of theirs.
fn groups<K: Copy + Eq + Hash>(
    ours: &Row<'_, K>,
    theirs: &Row<'_, K>,
    pairs: &[Option<usize>],
) -> IndexMap<K, Group> {
    let mut groups: IndexMap<K, Group> = IndexMap::new();
    let mut is_free = vec![true; ours.kinds.len()];
    for (other, (&kind, pair)) in theirs.kinds.iter().zip(pairs).enumerate() {
        match pair {
            None => groups.entry(kind).or_default().theirs.push(other),
            Some(one) => {
                if let Some(free) = is_free.get_mut(*one) {
                    *free = false;
                }
            }
        }
    }
    for (one, (kind, free)) in ours.kinds.iter().zip(is_free).enumerate() {
        if free && let Some(group) = groups.get_mut(kind) {
            group.ours.push(one);
        }
    }
    groups
}

impl Group {
    fn paired<K>(&self, ours: &Row<'_, K>, theirs: &Row<'_, K>) -> Vec<(usize, usize)> {
        let holders = |other: &usize| {
            let said = theirs.testimony.get(*other);
            let holding = self.ours.iter().enumerate().filter(|&(_, one)| {
                let known = ours.testimony.get(*one);
                known
                    .zip(said)
                    .is_some_and(|(known, said)| holds(known, said))
            });
            holding.map(|(nth, _)| nth).collect()
        };
        let holders: Vec<Vec<usize>> = self.theirs.iter().map(holders).collect();
        let mut matching = Matching::new(self.ours.len(), holders.len());
        for other in 0..holders.len() {
            matching.augment(other, &holders);
        }
        matching.fill();
        matching
            .of_theirs
            .iter()
            .zip(&self.theirs)
            .filter_map(|(one, &other)| Some((*self.ours.get((*one)?)?, other)))
            .collect()
    }
}

/// Who has whom, from either side.
#[derive(Debug)]
struct Matching {
    of_ours: Vec<Option<usize>>,
    of_theirs: Vec<Option<usize>>,
}

impl Matching {
    fn new(ours: usize, theirs: usize) -> Self {
        Self {
            of_ours: vec![None; ours],
            of_theirs: vec![None; theirs],
        }
    }

    /// Finds a place for one of theirs among its holders, if need be by moving others to
    /// other holders of theirs.
    fn augment(&mut self, root: usize, holders: &[Vec<usize>]) {
        let mut wanted_by: HashMap<usize, usize> = HashMap::new();
        let mut seeking = VecDeque::from([root]);
        while let Some(other) = seeking.pop_front() {
            for &one in holders.get(other).into_iter().flatten() {
                if wanted_by.contains_key(&one) {
                    continue;
                }
                wanted_by.insert(one, other);
                match self.of_ours.get(one).copied().flatten() {
                    Some(next) => seeking.push_back(next),
                    None => return self.give(one, &wanted_by),
                }
            }
        }
    }

    /// Gives one of ours to whoever wants it, what that one had to whoever wants that,
    /// and so on.
    fn give(&mut self, one: usize, wanted_by: &HashMap<usize, usize>) {
        let mut given = Some(one);
        while let Some(one) = given
            && let Some(&other) = wanted_by.get(&one)
        {
            if let Some(of_ours) = self.of_ours.get_mut(one) {
                *of_ours = Some(other);
            }
            given = self
                .of_theirs
                .get_mut(other)
                .and_then(|of_theirs| of_theirs.replace(one));
        }
    }

    /// Pairs those that are left, in order.
    fn fill(&mut self) {
        let free = self.of_ours.iter().enumerate();
        let mut free = free
            .filter(|(_, other)| other.is_none())
            .map(|(one, _)| one);
        for of_theirs in self.of_theirs.iter_mut().filter(|one| one.is_none()) {
            *of_theirs = free.next();
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The size of the largest matching, by trying everything.
    fn largest(holders: &[Vec<usize>], taken: &mut Vec<usize>) -> usize {
        let Some((first, rest)) = holders.split_first() else {
            return 0;
        };
        let mut best = largest(rest, taken);
        for &one in first {
            if !taken.contains(&one) {
                taken.push(one);
                best = best.max(1 + largest(rest, taken));
                taken.pop();
            }
        }
        best
    }

    proptest! {
        #[test]
        fn as_many_are_matched_as_can_be(
            holders in prop::collection::vec(prop::collection::vec(0..5_usize, 0..4), 0..6),
        ) {
            let mut matching = Matching::new(5, holders.len());
            for other in 0..holders.len() {
                matching.augment(other, &holders);
            }
            for (other, one) in matching.of_theirs.iter().enumerate() {
                if let Some(one) = *one {
                    prop_assert!(holders[other].contains(&one));
                    prop_assert_eq!(matching.of_ours[one], Some(other));
                }
            }
            let matched = matching.of_theirs.iter().flatten().count();
            prop_assert_eq!(matched, matching.of_ours.iter().flatten().count());
            prop_assert_eq!(matched, largest(&holders, &mut Vec::new()));
        }
    }
}
