//! From texts to numbers, by the hashes of the texts alone.

use std::hash::{BuildHasher, Hash};
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::tiers::{self, NEWEST};

/// An append-only multimap that clones cheaply and keeps no texts.
///
/// It takes eight bytes for each number; who looks a text up compares it with those of the
/// numbers found, of which nearly all are those sought.
///
/// A list of `Arc`ed tables, each about four times as large as the next, as in
/// [`Tiered`](super::tiered::Tiered); they are sorted rather than hashed into places, as any
/// number of texts may be alike.
#[derive(Clone, Debug, Default)]
pub(super) struct Hashed {
    seeds: RandomState,
    older: Vec<Arc<Tier>>,
    newest: Arc<Tier>,
}

/// Hashes with their numbers, in order.
type Tier = Vec<(Digest, u32)>;

/// The hash of a text, as far as it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Digest(u32);

impl Hashed {
    /// All at once, in one table: O(n log n).
    pub(super) fn of<T: Hash>(texts: impl Iterator<Item = (T, u32)>) -> Self {
        let mut hashed = Self::default();
        let digests = texts.map(|(text, number)| (hashed.digest(text), number));
        let tier = sorted(digests.collect());
        hashed.older.push(Arc::new(tier));
        hashed
    }

    pub(super) fn digest(&self, text: impl Hash) -> Digest {
        let [a, b, c, d, ..] = self.seeds.hash_one(text).to_be_bytes();
        Digest(u32::from_be_bytes([a, b, c, d]))
    }

    pub(super) fn add(&mut self, digest: Digest, number: u32) {
        let newest = Arc::make_mut(&mut self.newest);
        let place = newest.partition_point(|known| *known < (digest, number));
        newest.insert(place, (digest, number));
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
        self.older.push(Arc::new(sorted(all.collect())));
    }

    /// The numbers of all texts of a hash, in any order: O(log² n).
    pub(super) fn find(&self, digest: Digest) -> impl Iterator<Item = u32> {
        self.tiers().flat_map(move |tier| {
            let begin = tier.partition_point(|&(known, _)| known < digest);
            let rest = tier.get(begin..).unwrap_or_default().iter();
            rest.take_while(move |(known, _)| *known == digest)
                .map(|&(_, number)| number)
        })
    }

    /// The numbers of each hash that several texts of one table have.
    pub(super) fn clashes(&self) -> impl Iterator<Item = Vec<u32>> {
        self.tiers()
            .flat_map(|tier| tier.chunk_by(|(one, _), (next, _)| one == next))
            .filter(|alike| alike.len() > 1)
            .map(|alike| alike.iter().map(|&(_, number)| number).collect())
    }

    /// What it takes, in bytes.
    pub(super) fn bytes(&self) -> usize {
        let entries = self.tiers().map(Vec::capacity);
        let entries = entries.fold(0, usize::saturating_add);
        entries.saturating_mul(size_of::<(Digest, u32)>())
    }

    fn tiers(&self) -> impl Iterator<Item = &Tier> {
        let newest = std::iter::once(&self.newest);
        self.older.iter().chain(newest).map(AsRef::as_ref)
    }
}

fn sorted(mut tier: Tier) -> Tier {
    tier.sort_unstable();
    tier.shrink_to_fit();
    tier
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    #[test]
    fn finds_what_a_plain_map_finds_and_clones_keep_theirs() {
        let first = (0..100_u32).map(|number| (number % 60, number));
        let mut plain: HashMap<u32, Vec<u32>> = HashMap::new();
        for (key, number) in first.clone() {
            plain.entry(key).or_default().push(number);
        }
        let mut hashed = Hashed::of(first);
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
