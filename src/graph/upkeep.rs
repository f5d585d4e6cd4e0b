//! What is asked of the store itself.

use super::Graph;
use crate::error::ErrorKind;
use crate::store::Memory;
use crate::{Error, Result};

impl Graph {
    /// Makes one of all parts in which recording has left the events, so that no question
    /// goes through more than one.
    ///
    /// Recording merges parts as they become many, but never large ones, as nobody is to
    /// wait for that; after very much was recorded one by one, this does it. O(n) for n
    /// events, with about their memory once more while it runs. What graphs share with
    /// this one stays as it is.
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader};
    ///
    /// let mut graph = Graph::new();
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// graph.record(Call::between(macron, putin).on("2021-11-15"))?;
    /// let before = graph.clone();
    /// graph.compact();
    /// assert_eq!(graph, before);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn compact(&mut self) {
        self.events.compact();
    }

    /// How much memory the graph takes, by part. O(n) in actors, ties and parts of the
    /// store, not in events.
    pub fn memory(&self) -> Memory {
        let mut memory = self.events.memory();
        memory.actors = self.actors.bytes();
        memory.ties = self.ties.bytes();
        memory
    }

    /// Checks that the store is as it should be: every invariant of its columns, orders and
    /// lists. O(n log n) for n events.
    ///
    /// No call can bring a graph out of order; this is how the tests of this crate make
    /// sure.
    ///
    /// ```
    /// let graph = demarche::Graph::new();
    /// assert!(graph.audit().is_ok());
    /// ```
    ///
    /// # Errors
    /// The first thing that is not as it should be.
    pub fn audit(&self) -> Result<()> {
        self.events
            .audit()
            .map_err(|what| Error::new(ErrorKind::Damaged { what }))
    }
}
