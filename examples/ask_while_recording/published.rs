//! How snapshots are handed over.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use demarche::Graph;

/// A graph as it was at some time; nothing that is recorded later shows in it.
pub(crate) struct Snapshot {
    pub(crate) graph: Graph,
    /// How many times two events had been recorded by then.
    pub(crate) twos: u32,
    pub(crate) taken: Instant,
}

/// The newest snapshot.
///
/// The lock is held while a pointer is copied or replaced, and never while anybody records
/// or asks: so nobody waits for others, however long these take.
pub(crate) struct Published(Mutex<Arc<Snapshot>>);

impl Published {
    pub(crate) fn new(graph: Graph, twos: u32) -> Self {
        Self(Mutex::new(Snapshot::now(graph, twos)))
    }

    pub(crate) fn publish(&self, graph: Graph, twos: u32) {
        let next = Snapshot::now(graph, twos);
        let last = std::mem::replace(&mut *self.lock(), next);
        // Only now: what it alone held is given back without the lock.
        drop(last);
    }

    pub(crate) fn newest(&self) -> Arc<Snapshot> {
        Arc::clone(&self.lock())
    }

    /// What is behind the lock is whole even if somebody panicked with it.
    fn lock(&self) -> std::sync::MutexGuard<'_, Arc<Snapshot>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Snapshot {
    fn now(graph: Graph, twos: u32) -> Arc<Self> {
        Arc::new(Self {
            graph,
            twos,
            taken: Instant::now(),
        })
    }
}
