//! Where something was written, noted on it.

use std::sync::{Mutex, PoisonError};

/// A part of a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    /// The number in the name of the pack.
    pub(super) pack: u64,
    pub(super) from: u64,
    pub(super) bytes: u64,
    pub(super) checksum: u64,
}

/// A note on something that does not change, of where it was written last, so that it
/// is written once.
///
/// Whoever has the same thing reads the same note. A copy is another thing, and has none.
#[derive(Debug)]
pub(crate) struct Note<T>(Mutex<Option<T>>);

impl<T: Clone> Note<T> {
    pub(super) fn of(written: T) -> Self {
        Self(Mutex::new(Some(written)))
    }

    pub(super) fn get(&self) -> Option<T> {
        let note = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        note.clone()
    }

    pub(super) fn set(&self, written: T) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(written);
    }

    /// Forgets where it was written, as it is about to change.
    pub(in crate::store) fn clear(&mut self) {
        *self.0.get_mut().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

impl<T> Default for Note<T> {
    fn default() -> Self {
        Self(Mutex::new(None))
    }
}

impl<T> Clone for Note<T> {
    fn clone(&self) -> Self {
        Self::default()
    }
}
