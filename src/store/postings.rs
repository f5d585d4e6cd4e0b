//! From a key to ascending positions.

/// What postings are looked up by: one number or two.
pub(super) trait Key: Ord + Copy {
    const DIGITS: usize;

    /// The last digit is number 0.
    fn digit(self, nth: usize) -> u32;
}

impl Key for u32 {
    const DIGITS: usize = 1;

    fn digit(self, _: usize) -> u32 {
        self
    }
}

impl Key for (u32, u32) {
    const DIGITS: usize = 2;

    fn digit(self, nth: usize) -> u32 {
        if nth == 0 { self.1 } else { self.0 }
    }
}

/// Sorts by key and then by position: by counting where keys are dense, which is
/// stable, and then once more, which costs little as nearly all is in order.
fn sorted<K: Key>(mut pairs: Vec<(K, u32)>) -> Vec<(K, u32)> {
    let dense = pairs.len().saturating_mul(4);
    for nth in 0..K::DIGITS {
        let highest = pairs.iter().map(|(key, _)| key.digit(nth)).max();
        let highest = highest.unwrap_or_default() as usize;
        if highest < dense {
            pairs = counted(&pairs, nth, highest);
        }
    }
    pairs.sort();
    pairs
}

/// Sorted by one digit, keeping the order of those that have it in common.
fn counted<K: Key>(pairs: &[(K, u32)], nth: usize, highest: usize) -> Vec<(K, u32)> {
    let Some(&any) = pairs.first() else {
        return Vec::new();
    };
    let mut next = vec![0_usize; highest.saturating_add(1)];
    for (key, _) in pairs {
        if let Some(count) = next.get_mut(key.digit(nth) as usize) {
            *count += 1;
        }
    }
    let mut begin = 0;
    for count in &mut next {
        begin += std::mem::replace(count, begin);
    }
    let mut sorted = vec![any; pairs.len()];
    for &pair in pairs {
        if let Some(at) = next.get_mut(pair.0.digit(nth) as usize)
            && let Some(place) = sorted.get_mut(*at)
        {
            *place = pair;
            *at += 1;
        }
    }
    sorted
}

/// Posting lists in three arrays: the distinct keys, where each one's list
/// begins, and the lists one after another.
#[derive(Clone, Debug)]
pub(crate) struct Postings<K> {
    keys: Vec<K>,
    starts: Vec<u32>,
    positions: Vec<u32>,
}

impl<K: Key> Postings<K> {
    /// Built from pairs in O(n log n); in O(n) if their keys are dense and those of
    /// one key in order of position.
    pub(super) fn build(pairs: Vec<(K, u32)>) -> Self {
        let mut pairs = sorted(pairs);
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

    pub(super) fn bytes(&self) -> usize {
        let words = self
            .starts
            .capacity()
            .saturating_add(self.positions.capacity());
        let keys = self.keys.capacity().saturating_mul(size_of::<K>());
        words.saturating_mul(4).saturating_add(keys)
    }

    fn end(&self) -> u32 {
        // A run holds less than 2³² events; pairs beyond that are never built.
        u32::try_from(self.positions.len()).unwrap_or(u32::MAX)
    }
}
