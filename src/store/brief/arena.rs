//! Short byte strings, one after another.

use std::sync::Arc;

/// Addresses count in units of so many bytes, so that 32 bits reach 32 GiB.
const UNIT: usize = 8;
/// How many bytes a block holds: what is copied when a shared block grows.
const BLOCK: usize = 1 << 14;
const UNITS_A_BLOCK: usize = BLOCK / UNIT;

/// An append-only store of byte strings of up to 16 KiB, by address.
///
/// No string crosses the end of a block, and each begins at a multiple of eight
/// bytes. A clone copies one pointer; adding after a clone copies the last block and
/// the spine.
#[derive(Clone, Debug, Default)]
pub(super) struct Arena {
    blocks: Arc<Vec<Arc<Vec<u8>>>>,
}

impl Arena {
    /// Adds a string and gives its address, which is never 0; `None` if it is longer
    /// than a block, or the arena is full.
    pub(super) fn add(&mut self, bytes: &[u8]) -> Option<u32> {
        if bytes.is_empty() || bytes.len() > BLOCK - UNIT {
            return None;
        }
        let blocks = Arc::make_mut(&mut self.blocks);
        let full = |block: &Arc<Vec<u8>>| block.len() + bytes.len() > BLOCK;
        if blocks.last().is_none_or(full) {
            let mut block = Vec::with_capacity(BLOCK);
            if blocks.is_empty() {
                // Address 0 means that there is none.
                block.resize(UNIT, 0);
            }
            blocks.push(Arc::new(block));
        }
        let before = blocks.len().checked_sub(1)?;
        let block = Arc::make_mut(blocks.last_mut()?);
        let address = before
            .checked_mul(UNITS_A_BLOCK)?
            .checked_add(block.len() / UNIT)?;
        let address = u32::try_from(address).ok()?;
        block.extend_from_slice(bytes);
        block.resize(block.len().next_multiple_of(UNIT), 0);
        Some(address)
    }

    pub(super) fn bytes(&self) -> usize {
        let blocks = self.blocks.iter().map(|block| block.capacity());
        blocks.fold(0, usize::saturating_add)
    }

    /// From the beginning of a string to the end of its block: whoever wrote it knows
    /// where it ends.
    pub(super) fn at(&self, address: u32) -> &[u8] {
        let address = address as usize;
        self.blocks
            .get(address / UNITS_A_BLOCK)
            .and_then(|block| block.get(address % UNITS_A_BLOCK * UNIT..))
            .unwrap_or_default()
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
