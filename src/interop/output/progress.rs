//! How far a writing has come.

use std::fmt;

/// How far a writing has come: given, about once in a megabyte and at the end, to whoever
/// asked to be told.
///
/// ```
/// use demarche::{Call, Graph, Leader, interop::NodeLink};
///
/// let mut graph = Graph::new();
/// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
/// let putin = graph.add(Leader::new("Vladimir Putin"))?;
/// graph.record(Call::between(macron, putin).on("2021-11-15"))?;
///
/// let mut records = 0;
/// NodeLink::of(&graph.view().network()?)
///     .progress(|progress| records = progress.records())
///     .write(Vec::new())?;
/// assert_eq!(records, 3); // two nodes and an edge
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    records: u64,
    bytes: u64,
    total: Option<u64>,
}

impl Progress {
    pub(super) fn new(records: u64, bytes: u64, total: Option<u64>) -> Self {
        Self {
            records,
            bytes,
            total,
        }
    }

    /// How many records are written: nodes, edges, entities, rows.
    pub fn records(self) -> u64 {
        self.records
    }

    /// How many bytes.
    pub fn bytes(self) -> u64 {
        self.bytes
    }

    /// How many records there will be, if that is known beforehand.
    pub fn total(self) -> Option<u64> {
        self.total
    }
}

/// Who is told.
pub(crate) struct Watcher<'w>(Box<dyn FnMut(Progress) + 'w>);

impl<'w> Watcher<'w> {
    pub(crate) fn new(watcher: impl FnMut(Progress) + 'w) -> Self {
        Self(Box::new(watcher))
    }

    pub(super) fn tell(&mut self, progress: Progress) {
        (self.0)(progress);
    }
}

impl fmt::Debug for Watcher<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Watcher")
    }
}
