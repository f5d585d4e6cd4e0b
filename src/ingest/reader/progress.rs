//! How far a reading has come.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use super::stream::Stream;

/// So many bytes are read between two looks.
const EVERY: u64 = 1 << 20;

/// How far a reading has come; given to what
/// [`ReaderBuilder::progress`](super::ReaderBuilder::progress) was told to call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress<'a> {
    file: &'a str,
    index: u64,
    rows: u64,
    bytes: u64,
    total: Option<u64>,
}

impl<'a> Progress<'a> {
    /// The file at hand, as messages call it: its path, or `a.zip: 2018.CSV`.
    pub fn file(self) -> &'a str {
        self.file
    }

    /// How many files came before it; members of archives are files.
    pub fn index(self) -> u64 {
        self.index
    }

    /// The rows read so far, of all files.
    pub fn rows(self) -> u64 {
        self.rows
    }

    /// The bytes read so far, of all files, uncompressed.
    pub fn bytes(self) -> u64 {
        self.bytes
    }

    /// How many bytes there are in all, if that is known: where all files are plain
    /// ones on disk.
    pub fn total(self) -> Option<u64> {
        self.total
    }
}

type Told = dyn FnMut(Progress<'_>) + Send;

/// Shared, so that a builder can be cloned.
#[derive(Clone)]
pub(super) struct Watcher(Arc<Mutex<Told>>);

impl Watcher {
    pub(super) fn new(watcher: impl FnMut(Progress<'_>) + Send + 'static) -> Self {
        Self(Arc::new(Mutex::new(watcher)))
    }

    fn tell(&self, progress: Progress<'_>) {
        // A watcher that panicked before is its caller's affair.
        let mut watcher = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        watcher(progress);
    }
}

impl fmt::Debug for Watcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Watcher")
    }
}

/// When to tell whom.
#[derive(Debug)]
pub(super) struct Watch {
    watcher: Option<Watcher>,
    /// The bytes at which to tell next; never, if nobody watches or all is told.
    at: u64,
}

impl Watch {
    pub(super) fn new(watcher: Option<Watcher>) -> Self {
        let at = if watcher.is_some() { EVERY } else { u64::MAX };
        Self { watcher, at }
    }

    /// Tells, if it is time, or all is read.
    pub(super) fn look<R>(&mut self, stream: &Stream<R>, more: bool) {
        let is_time = stream.bytes() >= self.at;
        let is_over = !more && self.at < u64::MAX;
        if !(is_time || is_over) {
            return;
        }
        self.at = if more {
            stream.bytes().saturating_add(EVERY)
        } else {
            u64::MAX
        };
        if let Some(watcher) = &self.watcher {
            watcher.tell(Progress {
                file: &stream.name.text,
                index: stream.files_before(),
                rows: stream.rows(),
                bytes: stream.bytes(),
                total: stream.total(),
            });
        }
    }
}
