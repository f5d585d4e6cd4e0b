//! From an actor to the positions of its events.

use super::sort::{begin_of_each, count_all, is_dense, put_all};
use crate::store::brief::Row;
use crate::store::column::Column;
use crate::store::pages::Zeros;

/// Lists of positions one after another, each ascending and thus in order of time.
#[derive(Clone, Debug, Default)]
pub(in crate::store) struct ByActor {
    /// Who takes part in anything, ascending.
    pub(in crate::store) keys: Column<u32>,
    /// Where the list of each begins, and the last one ends.
    pub(in crate::store) starts: Column<u32>,
    pub(in crate::store) positions: Column<u32>,
}

/// How many positions there will be of each actor, and where they begin.
#[derive(Debug)]
pub(super) struct Counted {
    keys: Vec<u32>,
    starts: Vec<u32>,
    /// By actor, where the next one goes.
    next: Vec<u32>,
    many: usize,
}

impl Counted {
    /// `None` if actors are numbered far beyond how many positions there are.
    pub(super) fn of(firsts: &[u32], seconds: &[u32]) -> Option<Self> {
        let highest = firsts.iter().chain(seconds).copied();
        let highest = highest.filter(|&who| who != Row::NOBODY).max().unwrap_or(0);
        if !is_dense(highest, firsts.len()) {
            return None;
        }
        let mut next = vec![0_u32; (highest as usize).saturating_add(1)];
        count_all(&mut next, parts(firsts, seconds).map(|(who, _)| who));
        let many: usize = next.iter().map(|&count| count as usize).sum();
        let present = (0..).zip(&next).filter(|&(_, &count)| count > 0);
        let keys: Vec<u32> = present.map(|(who, _)| who).collect();
        begin_of_each(&mut next);
        let begin = |who: &u32| next.get(*who as usize).copied();
        let mut starts: Vec<u32> = keys.iter().filter_map(begin).collect();
        starts.push(u32::try_from(many).unwrap_or(u32::MAX));
        Some(Self {
            keys,
            starts,
            next,
            many,
        })
    }

    /// Room for the positions.
    pub(super) fn room(&self) -> Zeros<u32> {
        Zeros::new(self.many)
    }

    /// The lists, in a room of theirs, whatever is written there.
    pub(super) fn listed(
        mut self,
        firsts: &[u32],
        seconds: &[u32],
        mut room: Zeros<u32>,
    ) -> ByActor {
        put_all(&mut room, &mut self.next, parts(firsts, seconds));
        ByActor {
            keys: self.keys.into(),
            starts: self.starts.into(),
            positions: room.into(),
        }
    }
}

impl ByActor {
    /// From who takes part at each position. In O(n + a) for n positions and the a
    /// actors numbered up to the last one, if these are not many more than those;
    /// else in O(n log n).
    pub(super) fn build(firsts: &[u32], seconds: &[u32]) -> Self {
        match Counted::of(firsts, seconds) {
            Some(counted) => {
                let room = counted.room();
                counted.listed(firsts, seconds, room)
            }
            None => Self::compared(firsts, seconds),
        }
    }

    pub(super) fn compared(firsts: &[u32], seconds: &[u32]) -> Self {
        let mut pairs: Vec<(u32, u32)> = parts(firsts, seconds).collect();
        pairs.sort_unstable();
        let (mut keys, mut starts) = (Vec::new(), Vec::new());
        for (at, &(who, _)) in (0..).zip(&pairs) {
            if keys.last() != Some(&who) {
                keys.push(who);
                starts.push(at);
            }
        }
        starts.push(u32::try_from(pairs.len()).unwrap_or(u32::MAX));
        let positions: Vec<u32> = pairs.into_iter().map(|(_, position)| position).collect();
        Self {
            keys: keys.into(),
            starts: starts.into(),
            positions: positions.into(),
        }
    }

    /// The positions of an actor, found in O(log a).
    pub(super) fn of(&self, actor: u32) -> &[u32] {
        self.keys
            .binary_search(&actor)
            .ok()
            .and_then(|nth| {
                let begin = *self.starts.get(nth)? as usize;
                let end = *self.starts.get(nth + 1)? as usize;
                self.positions.get(begin..end)
            })
            .unwrap_or_default()
    }

    /// How many positions are listed.
    pub(super) fn len(&self) -> usize {
        self.positions.len()
    }

    pub(super) fn bytes(&self) -> usize {
        [&self.keys, &self.starts, &self.positions]
            .into_iter()
            .fold(0, |sum, column| sum.saturating_add(column.heap()))
    }
}

/// Who takes part, each once, and where.
fn parts<'a>(firsts: &'a [u32], seconds: &'a [u32]) -> impl Iterator<Item = (u32, u32)> + 'a {
    (0..)
        .zip(firsts.iter().zip(seconds))
        .flat_map(|(position, (&first, &second))| {
            let second = (second != first && second != Row::NOBODY).then_some(second);
            std::iter::once(first)
                .chain(second)
                .map(move |who| (who, position))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn finds_what_a_loop_finds(
            pairs in prop::collection::vec((0..6_u32, 0..7_u32), 0..60),
            spread in prop::sample::select(vec![1, 100_000]),
        ) {
            let who = |one: u32| if one == 6 { Row::NOBODY } else { one * spread };
            let firsts: Vec<u32> = pairs.iter().map(|pair| who(pair.0)).collect();
            let seconds: Vec<u32> = pairs.iter().map(|pair| who(pair.1)).collect();
            let lists = ByActor::build(&firsts, &seconds);
            for actor in (0..6).map(who) {
                let takes_part = |at: &u32| {
                    firsts[*at as usize] == actor || seconds[*at as usize] == actor
                };
                let all = 0..u32::try_from(pairs.len()).unwrap();
                let expected: Vec<u32> = all.filter(takes_part).collect();
                prop_assert_eq!(lists.of(actor), expected);
            }
            prop_assert!(lists.of(Row::NOBODY).is_empty());
        }
    }
}
