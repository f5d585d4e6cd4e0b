//! Memory for large columns, on huge pages.
//!
//! What looks at random places of some hundred megabytes waits for the places, and about as
//! long again until it is known where they are, page by page of 4 KiB. Of pages of 2 MiB there
//! are so few that the processor knows them all. Linux gives them to who asks, if
//! `/sys/kernel/mm/transparent_hugepage/enabled` says `madvise` or `always`; elsewhere this is
//! memory like any other.
//!
//! What it buys, at 20 million events (`cargo run --release --example scale -- 20000000
//! --ordered-only` on a busy machine, two runs of each by turns): the busiest actor's month in
//! 0.29 ms instead of 0.55, the first event of a dyad in 4 µs instead of 8, 1,200 million
//! events a second counted instead of 600, earliest arrivals through 170 million a second
//! instead of 114. Part of the first is owed to what came with it.

use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

use bytemuck::{AnyBitPattern, NoUninit};
use memmap2::MmapMut;

/// So many bytes are worth pages of their own; in unit tests a few, so that they go through
/// both sorts of memory.
const LEAST: usize = if cfg!(test) { 1 << 10 } else { 4 << 20 };

/// So many numbers, zero until they are set; on huge pages if they are many.
#[derive(Debug)]
pub(super) enum Zeros<T> {
    Few(Vec<T>),
    Many(MmapMut, PhantomData<T>),
}

impl<T: AnyBitPattern + NoUninit> Zeros<T> {
    pub(super) fn new(many: usize) -> Self {
        let bytes = many.saturating_mul(size_of::<T>());
        match Self::are_many(many).then(|| MmapMut::map_anon(bytes)) {
            Some(Ok(pages)) => {
                // Without them it is slower, and nothing else.
                #[cfg(target_os = "linux")]
                pages.advise(memmap2::Advice::HugePage).ok();
                Self::Many(pages, PhantomData)
            }
            None | Some(Err(_)) => Self::Few(vec![T::zeroed(); many]),
        }
    }

    /// Whether so many of them are many.
    pub(super) fn are_many(many: usize) -> bool {
        many.saturating_mul(size_of::<T>()) >= LEAST
    }
}

impl<T: AnyBitPattern + NoUninit> Deref for Zeros<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match self {
            Self::Few(numbers) => numbers,
            // Pages begin where any number may.
            Self::Many(pages, _) => bytemuck::try_cast_slice(pages).unwrap_or_default(),
        }
    }
}

impl<T: AnyBitPattern + NoUninit> DerefMut for Zeros<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        match self {
            Self::Few(numbers) => numbers,
            Self::Many(pages, _) => bytemuck::try_cast_slice_mut(pages).unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_are_as_few_are() {
        for many in [0, 1, LEAST / 8 - 1, LEAST / 8, LEAST / 8 + 1] {
            let mut zeros: Zeros<[u32; 2]> = Zeros::new(many);
            assert_eq!(zeros.len(), many);
            assert_eq!(matches!(zeros, Zeros::Many(..)), many >= LEAST / 8);
            assert!(zeros.iter().all(|zero| *zero == [0, 0]));
            if let Some(last) = zeros.last_mut() {
                *last = [1, 2];
            }
            assert_eq!(
                zeros.iter().filter(|one| **one == [1, 2]).count(),
                many.min(1)
            );
        }
    }
}
