//! From two actors to the positions of the events between them.

use super::sort::by_key;
use crate::store::brief::Row;

/// The positions of events of two, in order of the lower actor, of the higher, and of
/// time.
///
/// Dyads have no table of their own, as there may be as many as events: the higher
/// actor is looked up in the columns.
#[derive(Clone, Debug, Default)]
pub(super) struct ByDyad {
    /// Who is the lower of any dyad, ascending.
    keys: Vec<u32>,
    /// Where those of each begin, and of the last one end.
    starts: Vec<u32>,
    positions: Vec<u32>,
}

/// The lower and the higher of the two at a position, if there are two.
fn dyad(firsts: &[u32], seconds: &[u32], position: u32) -> Option<(u32, u32)> {
    let at = position as usize;
    let (&one, &other) = (firsts.get(at)?, seconds.get(at)?);
    let two = one != other && other != Row::NOBODY;
    two.then(|| (one.min(other), one.max(other)))
}

/// How many of the first fit, if those that do come first: O(log k) for k that do, as
/// these are mostly few of many.
fn first_run<T>(list: &[T], fits: impl Fn(&T) -> bool) -> usize {
    let mut end = 1;
    while list.get(end - 1).is_some_and(&fits) {
        end = end.saturating_mul(2);
    }
    let known = end / 2;
    let rest = list.get(known..end.min(list.len())).unwrap_or_default();
    known + rest.partition_point(fits)
}

impl ByDyad {
    /// From who takes part at each position; costs what [`by_key`] does, twice.
    pub(super) fn build(firsts: &[u32], seconds: &[u32]) -> Self {
        let dyad = |position| dyad(firsts, seconds, position);
        let lower = |position| dyad(position).map_or(0, |(lower, _)| lower);
        let higher = |position| dyad(position).map_or(0, |(_, higher)| higher);
        // A segment has fewer positions than that.
        let all = 0..u32::try_from(firsts.len()).unwrap_or(u32::MAX);
        let by_higher = by_key(all.filter(|&position| dyad(position).is_some()), higher);
        let positions = by_key(by_higher.iter().copied(), lower);
        drop(by_higher);
        let (mut keys, mut starts) = (Vec::new(), Vec::new());
        for (at, &position) in (0..).zip(&positions) {
            let lower = lower(position);
            if keys.last() != Some(&lower) {
                keys.push(lower);
                starts.push(at);
            }
        }
        starts.push(u32::try_from(positions.len()).unwrap_or(u32::MAX));
        Self {
            keys,
            starts,
            positions,
        }
    }

    /// The positions of two, the lower first; found in O(log n), with a look into the
    /// columns for each step.
    pub(super) fn of(&self, two: (u32, u32), firsts: &[u32], seconds: &[u32]) -> &[u32] {
        let list = self.keys.binary_search(&two.0).ok().and_then(|nth| {
            let begin = *self.starts.get(nth)? as usize;
            let end = *self.starts.get(nth + 1)? as usize;
            self.positions.get(begin..end)
        });
        let list = list.unwrap_or_default();
        let higher = |&position: &u32| dyad(firsts, seconds, position).map(|(_, higher)| higher);
        let begin = list.partition_point(|position| higher(position) < Some(two.1));
        let list = list.get(begin..).unwrap_or_default();
        let is_theirs = |position: &u32| higher(position) == Some(two.1);
        list.get(..first_run(list, is_theirs)).unwrap_or_default()
    }

    /// How many positions are listed.
    pub(super) fn len(&self) -> usize {
        self.positions.len()
    }

    pub(super) fn bytes(&self) -> usize {
        let words = self.keys.capacity() + self.starts.capacity() + self.positions.capacity();
        words.saturating_mul(4)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn finds_what_a_loop_finds(pairs in prop::collection::vec((0..6_u32, 0..7_u32), 0..60)) {
            let who = |one: u32| if one == 6 { Row::NOBODY } else { one };
            let firsts: Vec<u32> = pairs.iter().map(|pair| who(pair.0)).collect();
            let seconds: Vec<u32> = pairs.iter().map(|pair| who(pair.1)).collect();
            let lists = ByDyad::build(&firsts, &seconds);
            for two in (0..6).flat_map(|one| (one + 1..7).map(move |other| (one, other))) {
                let all = 0..u32::try_from(pairs.len()).unwrap();
                let expected: Vec<u32> = all
                    .filter(|&at| dyad(&firsts, &seconds, at) == Some(two))
                    .collect();
                prop_assert_eq!(lists.of(two, &firsts, &seconds), expected);
            }
        }
    }
}
