//! From a key to ascending positions.

/// Posting lists in three arrays: the distinct keys, where each one's list
/// begins, and the lists one after another.
#[derive(Clone, Debug)]
pub(crate) struct Postings<K> {
    keys: Vec<K>,
    starts: Vec<u32>,
    positions: Vec<u32>,
}

impl<K: Ord + Copy> Postings<K> {
    /// Built from pairs in any order, in O(n log n); in O(n log r) from r stretches in
    /// order, as the stable sort finds and merges these.
    pub(super) fn build(mut pairs: Vec<(K, u32)>) -> Self {
        pairs.sort();
        pairs.dedup();
        let mut postings = Self {
            keys: Vec::new(),
            starts: Vec::new(),
            positions: Vec::with_capacity(pairs.len()),
        };
        for (key, position) in pairs {
            if postings.keys.last() != Some(&key) {
                postings.keys.push(key);
                postings.starts.push(postings.end());
            }
            postings.positions.push(position);
        }
        postings
    }

    /// Several as one, each with where its positions have moved, in the same order.
    pub(super) fn merge<'a>(parts: impl Iterator<Item = (&'a Self, &'a [u32])>) -> Self
    where
        K: 'a,
    {
        let mut pairs = Vec::new();
        for (postings, moved) in parts {
            for (nth, &key) in postings.keys.iter().enumerate() {
                let to = |position: &u32| moved.get(*position as usize).copied();
                let list = postings.list(nth).iter().filter_map(to);
                pairs.extend(list.map(|position| (key, position)));
            }
        }
        Self::build(pairs)
    }

    /// The positions of a key, ascending; found in O(log k) of the k keys.
    pub(super) fn of(&self, key: K) -> &[u32] {
        match self.keys.binary_search(&key) {
            Ok(nth) => self.list(nth),
            Err(_) => &[],
        }
    }

    fn list(&self, nth: usize) -> &[u32] {
        let start = self.starts.get(nth).copied().unwrap_or_default();
        let end = self.starts.get(nth + 1).copied().unwrap_or(self.end());
        self.positions
            .get(start as usize..end as usize)
            .unwrap_or_default()
    }

    fn end(&self) -> u32 {
        // A run holds less than 2³² events; pairs beyond that are never built.
        u32::try_from(self.positions.len()).unwrap_or(u32::MAX)
    }
}
