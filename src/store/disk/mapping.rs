//! Files in memory as they lie on disk.
//!
//! The one place with `unsafe` code. What it buys: opening a graph of a hundred million
//! events takes milliseconds instead of the seconds that reading some gigabytes takes, the
//! memory is the page cache's and shared by all who read the folder, and a column is a slice
//! whether it is in memory or not. Reading blocks at need would want a cache with locks, and
//! a copy of each block, for every look that goes through a list.
//!
//! # Why it is sound
//!
//! `memmap2` calls mapping a file unsafe as another process may change what is mapped. What
//! is taken from a mapping here are plain bytes, which as numbers of any value are valid;
//! and whoever reads them does not rest on their having any value, nor the same value
//! twice: damaged columns give wrong answers until they are [verified](crate::Graph::verify),
//! and nothing worse. A pack is written once, under a name of its own, and never changed by
//! this crate; unlinking it leaves what is mapped as it is.
//!
//! What remains: where somebody else cuts a pack short while it is mapped, the operating
//! system ends the process when a missing page is read (SIGBUS). Nobody who maps files can
//! prevent that.

#![expect(unsafe_code, reason = "argued above")]

use std::fs::File;
use std::io;
use std::ops::Range;
use std::sync::Arc;

use memmap2::Mmap;

/// Some bytes of a file that is mapped as long as anybody has any of it.
#[derive(Clone)]
pub(crate) struct Mapped {
    file: Arc<Mmap>,
    range: Range<usize>,
}

impl Mapped {
    /// All of a file.
    pub(super) fn whole(file: &File) -> io::Result<Self> {
        // SAFETY: only plain bytes are taken from it, which may have any value; see above.
        let file = unsafe { Mmap::map(file) }?;
        let range = 0..file.len();
        Ok(Self {
            file: Arc::new(file),
            range,
        })
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        self.file.get(self.range.clone()).unwrap_or_default()
    }

    pub(crate) fn len(&self) -> usize {
        self.range.len()
    }

    /// So many bytes from a place on; `None` if there are fewer.
    pub(super) fn part(&self, from: u64, many: u64) -> Option<Self> {
        let from = self.range.start.checked_add(usize::try_from(from).ok()?)?;
        let end = from.checked_add(usize::try_from(many).ok()?)?;
        (end <= self.range.end).then(|| Self {
            file: Arc::clone(&self.file),
            range: from..end,
        })
    }

    /// The first bytes, so many at most.
    pub(crate) fn up_to(&self, many: usize) -> Self {
        let end = self.range.start.saturating_add(many).min(self.range.end);
        Self {
            file: Arc::clone(&self.file),
            range: self.range.start..end,
        }
    }
}

impl std::fmt::Debug for Mapped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Mapped").field(&self.range).finish()
    }
}
