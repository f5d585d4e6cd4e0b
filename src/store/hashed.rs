//! From texts to numbers, by the hashes of the texts alone.

use std::hash::{BuildHasher, Hash};
use std::sync::Arc;

use foldhash::fast::RandomState;
use hashbrown::HashTable;

use super::tiers::{self, NEWEST};

/// An append-only multimap that clones cheaply and keeps no texts.
///
/// It takes eight bytes, and a few for room, for each number; who looks a text up compares
/// it with those of the numbers found, of which nearly all are those sought.
///
/// A list of `Arc`ed tables, each about four times as large as the next, as in
/// [`Tiered`](super::tiered::Tiered).
#[derive(Clone, Debug, Default)]
pub(super) struct Hashed {
    seeds: RandomState,
    older: Vec<Arc<Tier>>,
    newest: Arc<Tier>,
}

/// Hashes with their numbers.
type Tier = HashTable<(Digest, u32)>;

/// The hash of a text, as far as it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Digest(u32);

impl Digest {
    /// A hash of all 64 bits, as tables want one.
    fn spread(self) -> u64 {
        u64::from(self.0).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }
}

impl Hashed {
    pub(super) fn digest(&self, text: impl Hash) -> Digest {
        let [.., a, b, c, d] = self.seeds.hash_one(text).to_le_bytes();
        Digest(u32::from_le_bytes([a, b, c, d]))
    }

    /// Adds so many at once, in one table.
    pub(super) fn extend(&mut self, many: usize, added: impl Iterator<Item = (Digest, u32)>) {
        let mut tier = Tier::with_capacity(many);
        for (digest, number) in added {
            insert(&mut tier, digest, number);
        }
        self.older.push(Arc::new(tier));
    }

    pub(super) fn add(&mut self, digest: Digest, number: u32) {
        let newest = Arc::make_mut(&mut self.newest);
        insert(newest, digest, number);
        if newest.len() >= NEWEST {
            self.older.push(std::mem::take(&mut self.newest));
            self.settle();
        }
    }

    /// Merges the last tables if there are too many of about one size.
    fn settle(&mut self) {
        let lens: Vec<usize> = self.older.iter().map(|tier| tier.len()).collect();
        let many = tiers::to_merge(&lens, usize::MAX);
        if many < 2 {
            return;
        }
        let merging = self.older.split_off(self.older.len().saturating_sub(many));
        let all = merging.iter().flat_map(|tier| tier.iter().copied());
        self.extend(merging.iter().map(|tier| tier.len()).sum(), all);
    }

    /// The numbers of all texts of a hash, in any order.
    pub(super) fn find(&self, digest: Digest) -> impl Iterator<Item = u32> {
        let tiers = self.older.iter().chain(std::iter::once(&self.newest));
        tiers
            .flat_map(move |tier| tier.iter_hash(digest.spread()))
            .filter(move |(known, _)| *known == digest)
            .map(|&(_, number)| number)
    }

    /// What it takes, in bytes.
    pub(super) fn bytes(&self) -> usize {
        let tiers = self.older.iter().chain(std::iter::once(&self.newest));
        tiers.map(|tier| tier.allocation_size()).sum()
    }
}

fn insert(tier: &mut Tier, digest: Digest, number: u32) {
    tier.insert_unique(digest.spread(), (digest, number), |(known, _)| {
        known.spread()
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    #[test]
    fn finds_what_a_plain_map_finds_and_clones_keep_theirs() {
        let mut hashed = Hashed::default();
        let first = (0..100_u32).map(|number| (number % 60, number));
        let mut plain: HashMap<u32, Vec<u32>> = HashMap::new();
        for (key, number) in first.clone() {
            plain.entry(key).or_default().push(number);
        }
        let digested: Vec<_> = first.map(|(key, it)| (hashed.digest(key), it)).collect();
        hashed.extend(digested.len(), digested.into_iter());
        let mut snapshot = None;
        for number in 100..20_000_u32 {
            let key = number.wrapping_mul(2_654_435_761) % 5_000;
            hashed.add(hashed.digest(key), number);
            plain.entry(key).or_default().push(number);
            if number == 7_777 {
                snapshot = Some((hashed.clone(), plain.clone()));
            }
        }
        for (hashed, plain) in [(hashed, plain), snapshot.unwrap()] {
            for key in 0..5_001_u32 {
                let mut found: Vec<u32> = hashed.find(hashed.digest(key)).collect();
                found.sort_unstable();
                // Two texts may have a hash in common.
                let of_key = |number: &u32| plain.get(&key).is_some_and(|of| of.contains(number));
                found.retain(of_key);
                assert_eq!(found, plain.get(&key).cloned().unwrap_or_default());
            }
            assert!(hashed.older.len() < 16);
        }
    }
}
