//! From two actors to the positions of the events between them.

use std::ops::Range;

use super::sort::{begin_of_each, count_all, is_dense, put_all};
use crate::store::brief::Row;
use crate::store::column::Column;
use crate::store::pages::Zeros;

/// The positions of events of two, in order of the lower actor, of the higher, and of
/// time.
///
/// Dyads have no table of their own, as there may be as many as events: the higher
/// actor is looked up in the columns, once it is known between which two *fences* it lies:
/// of every 16th position the higher actor is written down.
#[derive(Clone, Debug, Default)]
pub(in crate::store) struct ByDyad {
    /// Who is the lower of any dyad, ascending.
    pub(in crate::store) keys: Column<u32>,
    /// Where those of each begin, and of the last one end.
    pub(in crate::store) starts: Column<u32>,
    pub(in crate::store) positions: Column<u32>,
    /// The higher actor at each `APART`th position.
    pub(in crate::store) fences: Column<u32>,
}

/// How far fences are apart.
const APART: usize = 16;

/// The lower and the higher of the two at a position, if there are two.
pub(super) fn dyad(firsts: &[u32], seconds: &[u32], position: u32) -> Option<(u32, u32)> {
    let at = position as usize;
    let (&one, &other) = (firsts.get(at)?, seconds.get(at)?);
    let two = one != other && other != Row::NOBODY;
    two.then(|| (one.min(other), one.max(other)))
}

/// The lower and the higher of the two at each position where there are two.
fn dyads<'a>(firsts: &'a [u32], seconds: &'a [u32]) -> impl Iterator<Item = (u32, u32, u32)> + 'a {
    (0..)
        .zip(firsts.iter().zip(seconds))
        .filter(|&(_, (&one, &other))| one != other && other != Row::NOBODY)
        .map(|(position, (&one, &other))| (one.min(other), one.max(other), position))
}

/// The higher actor at each position that has a fence.
fn fences(positions: &[u32], firsts: &[u32], seconds: &[u32]) -> impl Iterator<Item = u32> {
    positions.iter().step_by(APART).map(move |&position| {
        // Only positions of two are listed.
        dyad(firsts, seconds, position).map_or(Row::NOBODY, |(_, higher)| higher)
    })
}

impl ByDyad {
    /// From who takes part at each position. In O(n + a) for n positions and the a actors
    /// numbered up to the last one, if these are not many more than those; else in
    /// O(n log n). What lies in the scratch, which takes 2 n numbers, may be anything then.
    pub(super) fn build(firsts: &[u32], seconds: &[u32], scratch: &mut [u32]) -> Self {
        let highest = dyads(firsts, seconds).map(|(_, higher, _)| higher).max();
        let highest = highest.unwrap_or(0);
        if is_dense(highest, firsts.len()) {
            Self::counted(firsts, seconds, highest, scratch)
        } else {
            Self::compared(firsts, seconds)
        }
    }

    /// Sorts by the higher actor and then by the lower. Each time what is to be sorted is
    /// read one after another, and goes to as many places as there are actors: no column is
    /// looked into at random.
    fn counted(firsts: &[u32], seconds: &[u32], highest: u32, scratch: &mut [u32]) -> Self {
        let width = (highest as usize).saturating_add(1);
        let (mut of_lower, mut of_higher) = (vec![0_u32; width], vec![0_u32; width]);
        count_all(
            &mut of_lower,
            dyads(firsts, seconds).map(|(lower, ..)| lower),
        );
        count_all(
            &mut of_higher,
            dyads(firsts, seconds).map(|(_, higher, _)| higher),
        );
        let many: usize = of_lower.iter().map(|&count| count as usize).sum();
        let present = (0..).zip(&of_lower).filter(|&(_, &count)| count > 0);
        let keys: Vec<u32> = present.map(|(who, _)| who).collect();
        begin_of_each(&mut of_lower);
        begin_of_each(&mut of_higher);
        let begin = |who: &u32| of_lower.get(*who as usize).copied();
        let mut starts: Vec<u32> = keys.iter().filter_map(begin).collect();
        starts.push(u32::try_from(many).unwrap_or(u32::MAX));
        let mut own = Zeros::new(0);
        let scratch = scratch.as_chunks_mut().0.get_mut(..many);
        let by_higher: &mut [[u32; 2]] = if let Some(scratch) = scratch {
            scratch
        } else {
            own = Zeros::new(many);
            &mut own
        };
        let higher = |(lower, higher, position)| (higher, [lower, position]);
        let all = dyads(firsts, seconds).map(higher);
        put_all(by_higher, &mut of_higher, all);
        let mut positions = Zeros::new(many);
        let lower = |&[lower, position]: &[u32; 2]| (lower, position);
        put_all(&mut positions, &mut of_lower, by_higher.iter().map(lower));
        drop(own);
        Self::of_lists(keys, starts, positions.into(), (firsts, seconds))
    }

    fn compared(firsts: &[u32], seconds: &[u32]) -> Self {
        let mut sorted: Vec<(u32, u32, u32)> = dyads(firsts, seconds).collect();
        sorted.sort_unstable();
        let (mut keys, mut starts) = (Vec::new(), Vec::new());
        for (at, &(lower, ..)) in (0..).zip(&sorted) {
            if keys.last() != Some(&lower) {
                keys.push(lower);
                starts.push(at);
            }
        }
        starts.push(u32::try_from(sorted.len()).unwrap_or(u32::MAX));
        let positions: Vec<u32> = sorted.into_iter().map(|(.., position)| position).collect();
        Self::of_lists(keys, starts, positions.into(), (firsts, seconds))
    }

    fn of_lists(
        keys: Vec<u32>,
        starts: Vec<u32>,
        positions: Column<u32>,
        (firsts, seconds): (&[u32], &[u32]),
    ) -> Self {
        let fences: Vec<u32> = fences(&positions, firsts, seconds).collect();
        Self {
            keys: keys.into(),
            starts: starts.into(),
            positions,
            fences: Column::settled(fences),
        }
    }

    /// The positions of two, the lower first, from one position on, followed by others of
    /// the lower one; found in O(log n), with a look into the columns for each of the last
    /// steps. Where those of the two end is not looked for, as most ask for the first alone.
    pub(super) fn since(
        &self,
        two: (u32, u32),
        first: u32,
        (firsts, seconds): (&[u32], &[u32]),
    ) -> &[u32] {
        let list = self.keys.binary_search(&two.0).ok().and_then(|nth| {
            let begin = *self.starts.get(nth)? as usize;
            let end = *self.starts.get(nth + 1)? as usize;
            self.positions.get(self.behind_fence(begin..end, two.1))
        });
        let list = list.unwrap_or_default();
        let is_before = |&position: &u32| {
            let higher = dyad(firsts, seconds, position).map(|(_, higher)| higher);
            (higher, position) < (Some(two.1), first)
        };
        let begin = list.partition_point(is_before);
        list.get(begin..).unwrap_or_default()
    }

    /// What of the list of a lower actor is left once all is out that lies before the last
    /// fence that is below a higher one.
    fn behind_fence(&self, list: Range<usize>, higher: u32) -> Range<usize> {
        let first = list.start.div_ceil(APART);
        let fences = self.fences.get(first..list.end.div_ceil(APART));
        let below = fences
            .unwrap_or_default()
            .partition_point(|&who| who < higher);
        let Some(nth) = below.checked_sub(1) else {
            return list;
        };
        let begin = first.saturating_add(nth).saturating_mul(APART);
        begin.max(list.start)..list.end
    }

    /// Whether there are as many fences as there should be.
    pub(super) fn fits(&self) -> bool {
        self.fences.len() == self.positions.len().div_ceil(APART)
    }

    /// Whether the fences are where they should be.
    pub(super) fn is_fenced(&self, firsts: &[u32], seconds: &[u32]) -> bool {
        fences(&self.positions, firsts, seconds).eq(self.fences.iter().copied())
    }

    /// How many positions are listed.
    pub(super) fn len(&self) -> usize {
        self.positions.len()
    }

    pub(super) fn bytes(&self) -> usize {
        [&self.keys, &self.starts, &self.positions, &self.fences]
            .into_iter()
            .fold(0, |sum, column| sum.saturating_add(column.heap()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn finds_what_a_loop_finds(
            pairs in prop::collection::vec((0..6_u32, 0..7_u32), 0..900),
            spread in prop::sample::select(vec![1, 100_000]),
            room in 0..4_usize,
        ) {
            let who = |one: u32| if one == 6 { Row::NOBODY } else { one * spread };
            let firsts: Vec<u32> = pairs.iter().map(|pair| who(pair.0)).collect();
            let seconds: Vec<u32> = pairs.iter().map(|pair| who(pair.1)).collect();
            let mut scratch = vec![7; room * firsts.len()];
            let lists = ByDyad::build(&firsts, &seconds, &mut scratch);
            prop_assert!(lists.fits());
            for two in (0..6).flat_map(|one| (one + 1..7).map(move |other| (one, other))) {
                let two = (two.0 * spread, two.1 * spread);
                let all = 0..u32::try_from(pairs.len()).unwrap();
                let expected: Vec<u32> = all
                    .filter(|&at| dyad(&firsts, &seconds, at) == Some(two))
                    .collect();
                let columns = (&*firsts, &*seconds);
                for first in [0, 7, 300] {
                    let is_theirs = |at: &u32| dyad(&firsts, &seconds, *at) == Some(two);
                    let found = lists.since(two, first, columns).iter().copied();
                    let found: Vec<u32> = found.take_while(is_theirs).collect();
                    let expected = expected.iter().copied().filter(|&at| at >= first);
                    prop_assert_eq!(found, expected.collect::<Vec<u32>>());
                }
            }
        }
    }
}
