//! Which ids were seen.

use std::collections::HashMap;

/// A set of ids of which most follow each other: sixty-four to a word.
#[derive(Debug, Default)]
pub(super) struct Ids {
    words: HashMap<u64, u64>,
    /// The word at hand, which is not in the map.
    last: (u64, u64),
}

const BITS: u64 = 64;

impl Ids {
    /// Adds an id; `false` if it was there.
    pub(super) fn insert(&mut self, id: u64) -> bool {
        let word = id / BITS;
        let bit = 1_u64 << (id % BITS);
        if word != self.last.0 {
            self.words.insert(self.last.0, self.last.1);
            self.last = (word, self.words.get(&word).copied().unwrap_or_default());
        }
        let is_new = self.last.1 & bit == 0;
        self.last.1 |= bit;
        is_new
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn is_a_set(ids in prop::collection::vec(prop_oneof![0..300_u64, any::<u64>()], 0..300)) {
            let (mut seen, mut slow) = (Ids::default(), BTreeSet::new());
            for id in ids {
                prop_assert_eq!(seen.insert(id), slow.insert(id));
            }
        }
    }
}
