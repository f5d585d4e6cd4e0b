//! What is written, counted and told of.

use super::progress::{Progress, Watcher};
use super::written::Written;

/// So many bytes are written between two looks.
const EVERY: u64 = 1 << 20;

/// Counts what is written, and tells whoever asked how far it has come.
#[derive(Debug)]
pub(crate) struct Count<'w> {
    written: Written,
    total: Option<u64>,
    watcher: Option<Watcher<'w>>,
    /// The bytes at which to tell next.
    at: u64,
}

impl<'w> Count<'w> {
    pub(crate) fn new(watcher: Option<Watcher<'w>>) -> Self {
        Self {
            written: Written::default(),
            total: None,
            watcher,
            at: EVERY,
        }
    }

    /// Says how many records there will be.
    pub(crate) fn expect(&mut self, records: u64) {
        self.total = Some(records);
    }

    /// Says that there is one more than was expected, if anything was.
    #[cfg(feature = "sparql")]
    pub(super) fn expect_another(&mut self) {
        self.total = self.total.map(|total| total.saturating_add(1));
    }

    pub(crate) fn add_bytes(&mut self, bytes: u64) {
        self.written.add_bytes(bytes);
    }

    /// Counts records of a sort, and tells of them if it is time.
    pub(crate) fn add(&mut self, what: &'static str, many: u64) {
        self.written.add(what, many);
        if self.written.bytes() >= self.at {
            self.at = self.written.bytes().saturating_add(EVERY);
            self.tell();
        }
    }

    /// Tells for the last time.
    pub(crate) fn finish(mut self) -> Written {
        self.tell();
        self.written
    }

    fn tell(&mut self) {
        if let Some(watcher) = &mut self.watcher {
            let (records, bytes) = (self.written.records(), self.written.bytes());
            watcher.tell(Progress::new(records, bytes, self.total));
        }
    }
}
