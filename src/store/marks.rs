//! A mark on some of many.

use super::chunked::Chunked;

/// Which of the numbers from 0 are marked, a bit each up to the last one marked.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks(Chunked<u64>);

impl Marks {
    pub(super) fn set(&mut self, number: u32) {
        let (word, bit) = (number / u64::BITS, number % u64::BITS);
        while self.0.len() <= word as usize {
            self.0.push(0);
        }
        if let Some(bits) = self.0.get_mut(word) {
            *bits |= 1 << bit;
        }
    }

    pub(super) fn has(&self, number: u32) -> bool {
        let (word, bit) = (number / u64::BITS, number % u64::BITS);
        self.0.get(word).is_some_and(|bits| bits >> bit & 1 == 1)
    }

    pub(super) fn bytes(&self) -> usize {
        self.0.len().saturating_mul(8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_marked_is_marked_and_nothing_else() {
        let mut marks = Marks::default();
        let marked = [0, 63, 64, 70_000];
        for number in marked {
            marks.set(number);
        }
        let found: Vec<u32> = (0..80_000).filter(|&number| marks.has(number)).collect();
        assert_eq!(found, marked);
    }
}
