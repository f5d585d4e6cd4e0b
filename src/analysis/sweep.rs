//! Which of many brackets a stretch of time meets.

use crate::query::Bracket;

/// Brackets by where they begin, with the latest end of each run of them: what meets a
/// stretch is found without a look at the rest.
#[derive(Debug)]
pub(super) struct Sweep {
    /// The brackets in order of their beginning, each with its place in what was given.
    brackets: Vec<(Bracket, usize)>,
    /// A heap-shaped tree over `leaves` brackets, of the latest end below each node.
    latest: Vec<i64>,
    leaves: usize,
    /// The earliest end of each bracket and all that begin after it.
    earliest_end: Vec<i64>,
}

impl Sweep {
    /// Costs O(k log k) in the brackets.
    pub(super) fn new(brackets: impl Iterator<Item = Bracket>) -> Self {
        let mut brackets: Vec<(Bracket, usize)> = brackets.zip(0..).collect();
        brackets.sort_by_key(|(bracket, nth)| (bracket.from, *nth));
        let leaves = brackets.len().next_power_of_two();
        let mut latest = vec![i64::MIN; leaves];
        latest.extend(brackets.iter().map(|(bracket, _)| bracket.to));
        latest.resize(2 * leaves, i64::MIN);
        for node in (1..leaves).rev() {
            let below = latest.get(2 * node..2 * node + 2).unwrap_or_default();
            let below = below.iter().copied().max().unwrap_or(i64::MIN);
            if let Some(own) = latest.get_mut(node) {
                *own = below;
            }
        }
        let mut least = i64::MAX;
        let mut earliest_end: Vec<i64> = brackets
            .iter()
            .rev()
            .map(|(bracket, _)| {
                least = least.min(bracket.to);
                least
            })
            .collect();
        earliest_end.reverse();
        Self {
            brackets,
            latest,
            leaves,
            earliest_end,
        }
    }

    /// The earliest end of those that begin after a second, if there are any.
    ///
    /// Costs O(log k).
    pub(super) fn earliest_end_after(&self, second: i64) -> Option<i64> {
        self.earliest_end.get(self.begun_by(second)).copied()
    }

    /// The places of those that meet a stretch, in order of their beginning.
    ///
    /// Costs O(log k) for each that is found, and once besides.
    pub(super) fn meeting(&self, stretch: Bracket) -> Vec<usize> {
        let begun = self.begun_by(stretch.to);
        let mut found = Vec::new();
        // A node, the first of its brackets, and how many it has.
        let mut next = vec![(1_usize, 0_usize, self.leaves)];
        while let Some((node, first, many)) = next.pop() {
            let late = self.latest.get(node).is_some_and(|to| *to >= stretch.from);
            if first >= begun || !late {
                continue;
            }
            if many == 1 {
                found.extend(self.brackets.get(first).map(|(_, nth)| *nth));
                continue;
            }
            let half = many / 2;
            next.push((2 * node + 1, first + half, half));
            next.push((2 * node, first, half));
        }
        found
    }

    /// How many begin at or before a second.
    fn begun_by(&self, second: i64) -> usize {
        self.brackets
            .partition_point(|(bracket, _)| bracket.from <= second)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn agrees_with_a_look_at_all(
            all in prop::collection::vec((0..30_i64, 0..9_i64), 0..20),
            from in -2..32_i64, length in 0..9_i64,
        ) {
            let all: Vec<Bracket> = all
                .into_iter()
                .map(|(from, length)| Bracket { from, to: from + length })
                .collect();
            let stretch = Bracket { from, to: from + length };
            let sweep = Sweep::new(all.iter().copied());
            let mut found = sweep.meeting(stretch);
            prop_assert!(found.windows(2).all(|two| all[two[0]].from <= all[two[1]].from));
            found.sort_unstable();
            let expected: Vec<usize> = (0..all.len()).filter(|nth| all[*nth].overlaps(stretch)).collect();
            prop_assert_eq!(found, expected);
            let after = all.iter().filter(|one| one.from > from).map(|one| one.to).min();
            prop_assert_eq!(sweep.earliest_end_after(from), after);
        }
    }
}
