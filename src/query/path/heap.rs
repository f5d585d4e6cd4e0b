//! A heap whose order is given from outside.

/// A binary heap of values that cannot be compared by themselves; `before` says which of
/// two comes first, and must be the same in each call.
#[derive(Clone, Debug)]
pub(super) struct Heap<T> {
    entries: Vec<T>,
}

impl<T: Copy> Heap<T> {
    pub(super) fn new() -> Self {
        Self {
            entries: Vec::new(),
        }
    }

    pub(super) fn clear(&mut self) {
        self.entries.clear();
    }

    /// O(log n) comparisons.
    pub(super) fn push(&mut self, entry: T, before: impl Fn(T, T) -> bool) {
        let mut at = self.entries.len();
        self.entries.push(entry);
        while let Some(parent) = at.checked_sub(1).map(|below| below / 2) {
            if !self.is_before(at, parent, &before) {
                break;
            }
            self.entries.swap(at, parent);
            at = parent;
        }
    }

    /// The first of all: O(log n) comparisons.
    pub(super) fn pop(&mut self, before: impl Fn(T, T) -> bool) -> Option<T> {
        if self.entries.is_empty() {
            return None;
        }
        let first = self.entries.swap_remove(0);
        let mut at = 0;
        loop {
            let mut least = at;
            for child in [2 * at + 1, 2 * at + 2] {
                if self.is_before(child, least, &before) {
                    least = child;
                }
            }
            if least == at {
                return Some(first);
            }
            self.entries.swap(at, least);
            at = least;
        }
    }

    fn is_before(&self, one: usize, other: usize, before: &impl Fn(T, T) -> bool) -> bool {
        match (self.entries.get(one), self.entries.get(other)) {
            (Some(&one), Some(&other)) => before(one, other),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn entries_come_out_in_order(mut entries: Vec<u8>) {
            let mut heap = Heap::new();
            for &entry in &entries {
                heap.push(entry, |one, other| one < other);
            }
            entries.sort_unstable();
            for entry in entries {
                prop_assert_eq!(heap.pop(|one, other| one < other), Some(entry));
            }
            prop_assert_eq!(heap.pop(|one, other| one < other), None);
        }
    }
}
