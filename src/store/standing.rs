//! Which actors were found to be another.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Who stands for whom: a layer over the register that can be lifted again.
///
/// Nothing that was recorded changes: an actor found to be another is looked up, and
/// read, as that one. Each merge is one entry, and lifting it takes the entry away, in
/// whatever order. Looking up costs O(d log m) for m merges and chains of d, and
/// nothing while there are none.
#[derive(Clone, Debug, Default)]
pub(crate) struct Standing {
    /// From who was merged to whom they were merged into; no circles.
    into: Arc<BTreeMap<u32, u32>>,
}

impl Standing {
    pub(crate) fn is_empty(&self) -> bool {
        self.into.is_empty()
    }

    /// Who stands for an actor: itself, unless it was merged.
    pub(crate) fn of(&self, actor: u32) -> u32 {
        let mut standing = actor;
        while let Some(&into) = self.into.get(&standing) {
            standing = into;
        }
        standing
    }

    /// Whom an actor was merged into itself.
    pub(crate) fn merged_into(&self, actor: u32) -> Option<u32> {
        self.into.get(&actor).copied()
    }

    /// Each actor that was merged, and into whom.
    pub(super) fn merges(&self) -> impl Iterator<Item = (u32, u32)> {
        self.into.iter().map(|(&merged, &into)| (merged, into))
    }

    /// From merges, of which none may go in a circle; `None` if they do, or one actor was
    /// merged twice. O(m log m), however long the chains are.
    pub(super) fn of_merges(merges: &[(u32, u32)]) -> Option<Self> {
        let into: BTreeMap<u32, u32> = merges.iter().copied().collect();
        if into.len() != merges.len() {
            return None;
        }
        // From whom each was come by first.
        let mut followed: HashMap<u32, u32> = HashMap::with_capacity(into.len());
        for &first in into.keys() {
            let mut standing = first;
            while let Some(&next) = into.get(&standing) {
                match followed.insert(standing, first) {
                    None => standing = next,
                    Some(from) if from == first => return None,
                    // From here on it was followed before, and ended.
                    Some(_) => break,
                }
            }
        }
        Some(Self {
            into: Arc::new(into),
        })
    }

    /// An actor and all for whom it stands, ascending.
    pub(crate) fn behind(&self, actor: u32) -> Vec<u32> {
        let mut behind = vec![actor];
        behind.extend(self.into.keys().filter(|&&merged| self.of(merged) == actor));
        behind.sort_unstable();
        behind
    }

    /// Lets who stands for the one stand for the other too; `false` if it does.
    pub(crate) fn merge(&mut self, kept: u32, other: u32) -> bool {
        let (kept, other) = (self.of(kept), self.of(other));
        self.join(kept, other)
    }

    /// Merges an actor that stands for itself into another, whoever stands for that;
    /// `false` if it does not, or the two are one.
    pub(crate) fn join(&mut self, into: u32, other: u32) -> bool {
        let may = self.of(other) == other && self.of(into) != other;
        if may {
            Arc::make_mut(&mut self.into).insert(other, into);
        }
        may
    }

    /// Lets an actor stand for itself again, and for those merged into it; `false` if
    /// it was not merged.
    pub(crate) fn split(&mut self, actor: u32) -> bool {
        self.into.contains_key(&actor) && Arc::make_mut(&mut self.into).remove(&actor).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merges_are_lifted_in_any_order() {
        let mut standing = Standing::default();
        assert!(standing.merge(1, 2) && standing.merge(2, 3) && standing.merge(4, 1));
        assert!(!standing.merge(3, 4));
        assert_eq!(standing.behind(4), [1, 2, 3, 4]);
        assert_eq!([1, 2, 3, 4].map(|actor| standing.of(actor)), [4; 4]);
        assert!(standing.split(1) && !standing.split(1));
        assert_eq!([1, 2, 3, 4].map(|actor| standing.of(actor)), [1, 1, 1, 4]);
        assert!(standing.split(3) && standing.split(2));
        assert!(standing.is_empty());
    }

    #[test]
    fn merges_that_were_saved_are_taken_unless_they_go_in_a_circle() {
        let standing = Standing::of_merges(&[(3, 4), (1, 2), (2, 3), (9, 2)]).unwrap();
        assert_eq!(standing.behind(4), [1, 2, 3, 4, 9]);
        assert!(Standing::of_merges(&[]).unwrap().is_empty());
        for circle in [
            &[(1, 1)][..],
            &[(1, 2), (2, 1)],
            &[(0, 1), (1, 2), (2, 3), (3, 1)],
            &[(1, 2), (1, 3)],
        ] {
            assert!(Standing::of_merges(circle).is_none(), "{circle:?}");
        }
        // A chain so long that following it from each of its ends would never end.
        let chain: Vec<(u32, u32)> = (1..500_000).map(|one| (one, one - 1)).collect();
        assert_eq!(Standing::of_merges(&chain).unwrap().of(499_999), 0);
    }
}
