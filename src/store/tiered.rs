//! An append-only multimap that clones cheaply.

use std::hash::Hash;
use std::sync::Arc;

use foldhash::fast::RandomState;
use indexmap::IndexMap;
use indexmap::map::Entry;

use super::tiers::{self, NEWEST};

#[derive(Clone, Debug)]
struct Tier<K> {
    numbers: IndexMap<K, Numbers, RandomState>,
    /// How many numbers there are in all.
    len: usize,
}

impl<K> Default for Tier<K> {
    fn default() -> Self {
        Self {
            numbers: IndexMap::default(),
            len: 0,
        }
    }
}

impl<K: Hash + Eq> Tier<K> {
    fn add(&mut self, key: K, number: u32) {
        self.len += 1;
        match self.numbers.entry(key) {
            Entry::Occupied(known) => known.into_mut().extend(&[number]),
            Entry::Vacant(new) => {
                new.insert(Numbers::One(number));
            }
        }
    }
}

/// The numbers of a key: of most there is one.
#[derive(Clone, Debug)]
enum Numbers {
    One(u32),
    Several(Vec<u32>),
}

impl Numbers {
    fn extend(&mut self, more: &[u32]) {
        match self {
            Self::One(first) => *self = Self::Several([&[*first], more].concat()),
            Self::Several(numbers) => numbers.extend(more),
        }
    }

    fn as_slice(&self) -> &[u32] {
        match self {
            Self::One(number) => std::slice::from_ref(number),
            Self::Several(numbers) => numbers,
        }
    }
}

/// From each key to numbers, in the order in which they came.
///
/// A list of `Arc`ed maps, each about four times as large as the next: adding
/// is amortised O(log n), finding is O(log n) hash look-ups, a clone copies
/// O(log n) pointers, and adding after a clone copies the newest tier alone.
#[derive(Clone, Debug)]
pub(crate) struct Tiered<K> {
    older: Vec<Arc<Tier<K>>>,
    newest: Arc<Tier<K>>,
}

impl<K> Default for Tiered<K> {
    fn default() -> Self {
        Self {
            older: Vec::new(),
            newest: Arc::default(),
        }
    }
}

impl<K: Hash + Eq + Clone> Tiered<K> {
    /// All at once, in one tier, of about so many: O(n).
    pub(super) fn of(many: usize, numbers: impl Iterator<Item = (K, u32)>) -> Self {
        let mut tier = Tier::default();
        tier.numbers.reserve(many);
        for (key, number) in numbers {
            tier.add(key, number);
        }
        Self {
            older: vec![Arc::new(tier)],
            newest: Arc::default(),
        }
    }

    pub(crate) fn add(&mut self, key: K, number: u32) {
        let newest = Arc::make_mut(&mut self.newest);
        newest.add(key, number);
        if newest.len >= NEWEST {
            self.older.push(std::mem::take(&mut self.newest));
            self.settle();
        }
    }

    /// Merges the last tiers if there are too many of about one size.
    fn settle(&mut self) {
        let lens: Vec<usize> = self.older.iter().map(|tier| tier.len).collect();
        let many = tiers::to_merge(&lens, usize::MAX);
        if many < 2 {
            return;
        }
        let mut merged = Tier::default();
        for tier in self.older.drain(self.older.len().saturating_sub(many)..) {
            merged.len += tier.len;
            for (key, numbers) in &tier.numbers {
                match merged.numbers.get_mut(key) {
                    Some(known) => known.extend(numbers.as_slice()),
                    None => {
                        merged.numbers.insert(key.clone(), numbers.clone());
                    }
                }
            }
        }
        self.older.push(Arc::new(merged));
    }

    /// The numbers of a key, in the order in which they were added.
    pub(crate) fn find<'a, Q>(&'a self, key: &'a Q) -> impl Iterator<Item = u32> + 'a
    where
        Q: Hash + indexmap::Equivalent<K> + ?Sized,
    {
        self.tiers()
            .filter_map(move |tier| tier.numbers.get(key))
            .flat_map(Numbers::as_slice)
            .copied()
    }

    /// All keys, of each tier in the order in which they came.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &K> {
        self.tiers().flat_map(|tier| tier.numbers.keys())
    }

    /// About what it takes, in bytes, with what each key has beyond its own size.
    pub(crate) fn bytes(&self, beyond: impl Fn(&K) -> usize) -> usize {
        // A hash and an index for each entry beside it, and a number or more behind it.
        const OVERHEAD: usize = 16;
        let entry = size_of::<K>() + size_of::<Numbers>() + OVERHEAD;
        let tier = |tier: &Tier<K>| {
            let own = tier.numbers.capacity().saturating_mul(entry);
            let keys = tier.numbers.keys().map(&beyond);
            keys.fold(
                own.saturating_add(tier.len.saturating_mul(4)),
                usize::saturating_add,
            )
        };
        self.tiers().map(tier).fold(0, usize::saturating_add)
    }

    fn tiers(&self) -> impl Iterator<Item = &Tier<K>> {
        self.older
            .iter()
            .chain(std::iter::once(&self.newest))
            .map(AsRef::as_ref)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    #[test]
    fn finds_what_a_plain_map_finds_and_clones_keep_theirs() {
        let mut tiered = Tiered::default();
        let mut plain: HashMap<u32, Vec<u32>> = HashMap::new();
        let mut snapshot = None;
        for number in 0..20_000_u32 {
            let key = number.wrapping_mul(2_654_435_761) % 5_000;
            tiered.add(key, number);
            plain.entry(key).or_default().push(number);
            if number == 7_777 {
                snapshot = Some((tiered.clone(), plain.clone()));
            }
        }
        for (tiered, plain) in [(tiered, plain), snapshot.unwrap()] {
            for key in 0..5_001 {
                let found: Vec<u32> = tiered.find(&key).collect();
                assert_eq!(found, plain.get(&key).cloned().unwrap_or_default());
            }
            assert!(tiered.older.len() < 16);
        }
    }
}
