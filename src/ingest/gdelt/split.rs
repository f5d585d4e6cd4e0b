//! Where the tabs of a row are.

use super::column::WIDEST;

/// Where each of the first columns of a row ends, and how many there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ends {
    at: [u32; WIDEST],
    count: usize,
}

const ONES: u64 = 0x0101_0101_0101_0101;
const TABS: u64 = ONES * b'\t' as u64;
const LOW: u64 = ONES * 0x7F;
/// Gathers the lowest bits of eight bytes in the highest byte, the first one lowest.
const GATHER: u64 = 0x0102_0408_1020_4080;
const WORD: usize = 8;
const BLOCK: usize = 8 * WORD;

impl Ends {
    /// Looks for tabs in sixty-four bytes at a time: rows of sixty short columns have
    /// too many of them for a search that sets out anew from each.
    ///
    /// Lines are shorter than 4 GiB.
    pub(super) fn of(line: &str) -> Self {
        let mut ends = Self {
            at: [0; WIDEST],
            count: 0,
        };
        let (blocks, rest) = line.as_bytes().as_chunks::<BLOCK>();
        let mut base = 0_usize;
        for block in blocks {
            let (words, _) = block.as_chunks::<WORD>();
            let tabs = words
                .iter()
                .rev()
                .fold(0, |all, word| (all << WORD) | tabs(*word));
            ends.extend(base, tabs);
            base = base.saturating_add(BLOCK);
        }
        let (words, rest) = rest.as_chunks::<WORD>();
        for word in words {
            ends.extend(base, tabs(*word));
            base = base.saturating_add(WORD);
        }
        for (at, byte) in rest.iter().enumerate() {
            if *byte == b'\t' {
                ends.push(base.saturating_add(at));
            }
        }
        ends.push(line.len());
        ends
    }

    /// Adds the places of the bits of a word, from the lowest.
    #[inline]
    fn extend(&mut self, base: usize, mut bits: u64) {
        while bits != 0 {
            self.push(base.saturating_add(bits.trailing_zeros() as usize));
            bits &= bits.wrapping_sub(1);
        }
    }

    #[inline]
    fn push(&mut self, end: usize) {
        if let Some(at) = self.at.get_mut(self.count) {
            #[expect(clippy::cast_possible_truncation, reason = "lines are short")]
            {
                *at = end as u32;
            }
        }
        self.count = self.count.saturating_add(1);
    }

    /// How many columns there are, also beyond those whose ends are known.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// From where to where a column goes.
    pub(super) fn range(&self, place: usize) -> Option<std::ops::Range<usize>> {
        let from = match place.checked_sub(1) {
            Some(before) => *self.at.get(before)? as usize + 1,
            None => 0,
        };
        Some(from..*self.at.get(place)? as usize)
    }
}

/// A bit for each byte that is a tab, the first one lowest.
#[inline]
fn tabs(word: [u8; WORD]) -> u64 {
    let differs = u64::from_le_bytes(word) ^ TABS;
    // The high bit of each byte that does not differ, exactly: a carry never leaves its
    // byte.
    let same = !(((differs & LOW).wrapping_add(LOW)) | differs | LOW);
    (same >> (WORD - 1)).wrapping_mul(GATHER) >> (u64::BITS - 8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn splits_as_the_slow_way_does(line in "[\t\u{8}\na-c\u{89}é]{0,200}") {
            let ends = Ends::of(&line);
            let slow: Vec<&str> = line.split('\t').collect();
            prop_assert_eq!(ends.count(), slow.len());
            for (place, text) in slow.iter().take(WIDEST).enumerate() {
                prop_assert_eq!(&line[ends.range(place).unwrap()], *text);
            }
        }
    }
}
