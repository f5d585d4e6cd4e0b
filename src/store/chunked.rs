//! A vector that clones in O(1) and shares what it does not change.

use std::sync::Arc;

use super::disk::{Note, Written};

/// Small enough that changing one element of a shared chunk copies little, large
/// enough that the spine stays short.
const CHUNK: usize = 256;

/// An append-mostly vector in `Arc`ed chunks.
///
/// A clone copies one pointer. Changing an element afterwards copies its chunk
/// and, once, the spine of n / 256 pointers.
#[derive(Debug)]
pub(crate) struct Chunked<T> {
    spine: Arc<Vec<Arc<Chunk<T>>>>,
    len: usize,
}

/// Some values that follow each other, and where they were saved.
#[derive(Clone, Debug)]
pub(super) struct Chunk<T> {
    pub(super) values: Vec<T>,
    pub(super) saved: Note<Written>,
}

/// A value, and with it the chunk in which it is.
#[derive(Clone, Debug)]
pub(crate) struct Kept<T> {
    chunk: Arc<Chunk<T>>,
    at: usize,
}

impl<T> Kept<T> {
    /// The value, which is there.
    pub(crate) fn get(&self) -> Option<&T> {
        self.chunk.values.get(self.at)
    }
}

impl<T> Clone for Chunked<T> {
    fn clone(&self) -> Self {
        Self {
            spine: Arc::clone(&self.spine),
            len: self.len,
        }
    }
}

impl<T> Default for Chunked<T> {
    fn default() -> Self {
        Self {
            spine: Arc::default(),
            len: 0,
        }
    }
}

impl<T: Clone> Chunked<T> {
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    pub(crate) fn push(&mut self, value: T) {
        let spine = Arc::make_mut(&mut self.spine);
        if self.len.is_multiple_of(CHUNK) {
            spine.push(Arc::new(Chunk {
                values: Vec::new(),
                saved: Note::default(),
            }));
        }
        if let Some(last) = spine.last_mut() {
            let last = Arc::make_mut(last);
            last.saved.clear();
            last.values.push(value);
            self.len += 1;
        }
    }

    pub(crate) fn get(&self, index: u32) -> Option<&T> {
        let index = index as usize;
        self.spine.get(index / CHUNK)?.values.get(index % CHUNK)
    }

    /// A value, as it is now for as long as it is kept; it is not looked at.
    pub(crate) fn keep(&self, index: u32) -> Option<Kept<T>> {
        let chunk = self.spine.get(index as usize / CHUNK)?;
        let at = index as usize % CHUNK;
        (at < chunk.values.len()).then(|| Kept {
            chunk: Arc::clone(chunk),
            at,
        })
    }

    pub(crate) fn get_mut(&mut self, index: u32) -> Option<&mut T> {
        let index = index as usize;
        let chunk = Arc::make_mut(&mut self.spine).get_mut(index / CHUNK)?;
        let chunk = Arc::make_mut(chunk);
        chunk.saved.clear();
        chunk.values.get_mut(index % CHUNK)
    }

    /// What it takes, in bytes, with what each value has beyond its own size.
    pub(crate) fn bytes(&self, beyond: impl Fn(&T) -> usize) -> usize {
        let spine = size_of_val(self.spine.as_slice());
        let chunks = self.spine.iter().map(|chunk| {
            let own = chunk.values.capacity().saturating_mul(size_of::<T>());
            chunk
                .values
                .iter()
                .map(&beyond)
                .fold(own, usize::saturating_add)
        });
        chunks.fold(spine, usize::saturating_add)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        self.spine.iter().flat_map(|chunk| chunk.values.iter())
    }

    /// The chunks, each of as many values as the others but for the last.
    pub(super) fn chunks(&self) -> impl Iterator<Item = &Chunk<T>> {
        self.spine.iter().map(AsRef::as_ref)
    }

    /// From chunks as they are of a vector; `None` if one but the last is not full, or one
    /// is empty or too large.
    pub(super) fn of_chunks(chunks: Vec<Chunk<T>>) -> Option<Self> {
        let lens = chunks.iter().map(|chunk| chunk.values.len());
        let len = lens.clone().sum::<usize>();
        let is_full = |(nth, many): (usize, usize)| {
            let is_last = nth + 1 == chunks.len();
            many == CHUNK || (is_last && (1..CHUNK).contains(&many))
        };
        lens.enumerate().all(is_full).then(|| Self {
            len,
            spine: Arc::new(chunks.into_iter().map(Arc::new).collect()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clone_keeps_what_it_had() {
        let mut numbers = Chunked::default();
        for number in 0..1000_u32 {
            numbers.push(number);
        }
        let before = numbers.clone();
        *numbers.get_mut(700).unwrap() = 7;
        numbers.push(1000);
        assert_eq!(before.get(700), Some(&700));
        assert_eq!(before.len(), 1000);
        assert_eq!(before.get(1000), None);
        assert_eq!(numbers.get(700), Some(&7));
        assert_eq!(numbers.iter().count(), 1001);
    }

    #[test]
    fn what_is_kept_does_not_change() {
        let mut numbers = Chunked::default();
        for number in 0..300_u32 {
            numbers.push(number);
        }
        let kept = numbers.keep(299).unwrap();
        *numbers.get_mut(299).unwrap() = 7;
        assert_eq!(kept.get(), Some(&299));
        assert_eq!(numbers.keep(299).unwrap().get(), Some(&7));
        assert!(numbers.keep(300).is_none());
    }

    #[test]
    fn chunks_that_did_not_change_are_shared() {
        let mut numbers = Chunked::default();
        for number in 0..1000_u32 {
            numbers.push(number);
        }
        let before = numbers.clone();
        *numbers.get_mut(0).unwrap() = 7;
        assert!(!Arc::ptr_eq(&before.spine[0], &numbers.spine[0]));
        assert!(Arc::ptr_eq(&before.spine[1], &numbers.spine[1]));
    }
}
