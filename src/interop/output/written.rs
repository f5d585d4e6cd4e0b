//! What came of a writing.

use std::fmt;

use serde::Serialize;

/// What came of a writing: how many records of which sort, and how many bytes.
///
/// ```
/// use demarche::{Call, Graph, Leader, interop::Dot};
///
/// let mut graph = Graph::new();
/// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
/// let putin = graph.add(Leader::new("Vladimir Putin"))?;
/// graph.record(Call::between(macron, putin).on("2021-11-15"))?;
///
/// let written = Dot::of(&graph.view().network()?).write(Vec::new())?;
/// assert_eq!((written.count("nodes"), written.count("edges")), (2, 1));
/// assert!(written.to_string().starts_with("2 nodes, 1 edges, "));
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Written {
    records: Vec<(&'static str, u64)>,
    bytes: u64,
}

impl Written {
    /// So many more records of a sort.
    pub(super) fn add(&mut self, what: &'static str, many: u64) {
        match self.records.iter_mut().find(|(known, _)| *known == what) {
            Some((_, count)) => *count = count.saturating_add(many),
            None => self.records.push((what, many)),
        }
    }

    pub(super) fn add_bytes(&mut self, bytes: u64) {
        self.bytes = self.bytes.saturating_add(bytes);
    }

    /// How many records of a sort: `nodes` and `edges` of a graph file, `entities` of
    /// FollowTheMoney, rows of tables by their names.
    pub fn count(&self, what: &str) -> u64 {
        let mut of = self.records.iter().filter(|(known, _)| *known == what);
        of.next().map_or(0, |(_, count)| *count)
    }

    /// How many records of each sort, in the order in which the first of each was written.
    pub fn counts(&self) -> impl ExactSizeIterator<Item = (&'static str, u64)> {
        self.records.iter().copied()
    }

    /// How many records in all.
    pub fn records(&self) -> u64 {
        self.records.iter().map(|(_, count)| count).sum()
    }

    /// How many bytes.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }
}

impl fmt::Display for Written {
    /// "2 nodes, 1 edges, 1042 bytes".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (what, count) in &self.records {
            write!(f, "{count} {what}, ")?;
        }
        write!(f, "{} bytes", self.bytes)
    }
}
