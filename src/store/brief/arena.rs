//! Short byte strings, one after another.

use std::sync::Arc;

use crate::store::column::{AnyColumn, Column};
use crate::store::disk::{Note, Written};

/// Addresses count in units of so many bytes, so that 32 bits reach 32 GiB.
const UNIT: usize = 8;
/// How many bytes a block holds: what is copied when a shared block grows.
const BLOCK: usize = 1 << 14;
const UNITS_A_BLOCK: usize = BLOCK / UNIT;
/// How many blocks are saved together.
const BLOCKS_AN_EXTENT: usize = 64;

/// An append-only store of byte strings of up to 16 KiB, by address.
///
/// No string crosses the end of a block, and each begins at a multiple of eight
/// bytes. A clone copies one pointer; adding after a clone copies the last block, the
/// pointers of its extent and the spine.
#[derive(Clone, Debug, Default)]
pub(crate) struct Arena {
    extents: Arc<Vec<Arc<Extent>>>,
}

/// Blocks that follow each other: as many as there may be, but for the last extent.
#[derive(Clone, Debug, Default)]
pub(crate) struct Extent {
    /// None if they are in a file.
    own: Vec<Arc<Vec<u8>>>,
    /// Each of full length but the last.
    in_file: Column<u8>,
    pub(in crate::store) saved: Note<Written>,
}

impl Extent {
    /// The blocks that lie in a file; `None` if there are none or too many.
    pub(in crate::store) fn of_file(in_file: Column<u8>, saved: Note<Written>) -> Option<Self> {
        let blocks = in_file.len().div_ceil(BLOCK);
        (1..=BLOCKS_AN_EXTENT).contains(&blocks).then_some(Self {
            own: Vec::new(),
            in_file,
            saved,
        })
    }

    /// The blocks as they are written to a file.
    pub(in crate::store) fn to_file(&self) -> Vec<u8> {
        let mut bytes = self.in_file.to_vec();
        for block in &self.own {
            bytes.resize(bytes.len().next_multiple_of(BLOCK), 0);
            bytes.extend_from_slice(block);
        }
        bytes
    }

    fn len(&self) -> usize {
        self.own.len().max(self.in_file.len().div_ceil(BLOCK))
    }

    fn block(&self, nth: usize) -> Option<&[u8]> {
        let own = self.own.get(nth).map(|block| block.as_slice());
        own.or_else(|| self.in_file.chunks(BLOCK).nth(nth))
    }

    /// The blocks to be changed: copied to memory if they are in a file.
    fn to_mut(&mut self) -> &mut Vec<Arc<Vec<u8>>> {
        self.saved.clear();
        let in_file = std::mem::take(&mut self.in_file);
        let blocks = in_file.chunks(BLOCK);
        self.own
            .extend(blocks.map(|block| Arc::new(block.to_vec())));
        &mut self.own
    }
}

impl Arena {
    /// Adds a string and gives its address, which is never 0; `None` if it is longer
    /// than a block, or the arena is full.
    pub(super) fn add(&mut self, bytes: &[u8]) -> Option<u32> {
        if bytes.is_empty() || bytes.len() > BLOCK - UNIT {
            return None;
        }
        let extents = Arc::make_mut(&mut self.extents);
        let mut last = extents.last().map_or(0, |extent| extent.len());
        let room = extents.last().and_then(|extent| {
            let block = extent.block(last.checked_sub(1)?)?;
            BLOCK.checked_sub(block.len())
        });
        if room.is_none_or(|room| room < bytes.len()) {
            if extents.is_empty() || last >= BLOCKS_AN_EXTENT {
                extents.push(Arc::default());
                last = 0;
            }
            let mut block = Vec::with_capacity(BLOCK);
            if extents.len() == 1 && last == 0 {
                // Address 0 means that there is none.
                block.resize(UNIT, 0);
            }
            Arc::make_mut(extents.last_mut()?)
                .to_mut()
                .push(Arc::new(block));
            last += 1;
        }
        let before = extents
            .len()
            .checked_sub(1)?
            .checked_mul(BLOCKS_AN_EXTENT)?
            .checked_add(last.checked_sub(1)?)?;
        let extent = Arc::make_mut(extents.last_mut()?);
        let block = Arc::make_mut(extent.to_mut().last_mut()?);
        let address = before
            .checked_mul(UNITS_A_BLOCK)?
            .checked_add(block.len() / UNIT)?;
        let address = u32::try_from(address).ok()?;
        block.extend_from_slice(bytes);
        block.resize(block.len().next_multiple_of(UNIT), 0);
        Some(address)
    }

    /// What it takes in memory, and what of it lies in a file, in bytes.
    pub(super) fn bytes(&self) -> (usize, usize) {
        self.extents.iter().fold((0, 0), |(own, mapped), extent| {
            let blocks = extent.own.iter().map(|block| block.capacity());
            (
                blocks.fold(own, usize::saturating_add),
                extent.in_file.mapped().saturating_add(mapped),
            )
        })
    }

    /// From the beginning of a string to the end of its block: whoever wrote it knows
    /// where it ends.
    pub(super) fn at(&self, address: u32) -> &[u8] {
        let (block, unit) = (
            address as usize / UNITS_A_BLOCK,
            address as usize % UNITS_A_BLOCK,
        );
        self.extents
            .get(block / BLOCKS_AN_EXTENT)
            .and_then(|extent| extent.block(block % BLOCKS_AN_EXTENT))
            .and_then(|block| block.get(unit * UNIT..))
            .unwrap_or_default()
    }

    /// What is saved together.
    pub(in crate::store) fn extents(&self) -> impl Iterator<Item = &Extent> {
        self.extents.iter().map(AsRef::as_ref)
    }

    /// From extents, each full but the last; `None` if one is not.
    pub(in crate::store) fn of_extents(extents: Vec<Extent>) -> Option<Self> {
        let mut but_last = extents.iter().rev().skip(1);
        but_last
            .all(|extent| extent.len() == BLOCKS_AN_EXTENT)
            .then(|| Self {
                extents: Arc::new(extents.into_iter().map(Arc::new).collect()),
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_was_added_is_found(strings in prop::collection::vec(
            prop::collection::vec(any::<u8>(), 1..3000), 0..40,
        )) {
            let mut arena = Arena::default();
            let mut shared = Vec::new();
            let mut at = Vec::new();
            for string in &strings {
                shared.push(arena.clone());
                at.push(arena.add(string).unwrap());
            }
            for (string, &address) in strings.iter().zip(&at) {
                prop_assert!(address > 0);
                prop_assert!(arena.at(address).starts_with(string));
            }
        }
    }

    #[test]
    fn what_is_too_long_is_not_taken() {
        let mut arena = Arena::default();
        assert_eq!(arena.add(&[]), None);
        assert_eq!(arena.add(&vec![1; BLOCK]), None);
        assert!(arena.add(&vec![1; BLOCK - UNIT]).is_some());
        assert!(arena.at(u32::MAX).is_empty());
    }
}
