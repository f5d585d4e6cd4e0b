//! Of which graph an answer is.

use std::fmt;
use std::io::{self, Write};

use serde::Serialize;

use crate::Graph;

/// The counts of a graph and a hash of its content, by which one sees whether two
/// citations are of the same data.
///
/// The hash is FNV-1a of 64 bits over the [canonical
/// document](crate::interop::json#the-canonical-text), without its white space. So it
/// tells graphs apart that were recorded in another order, and it guards against
/// mistakes, not against forgery.
///
/// Displayed with the version of this crate: `demarche 0.1.0 · 2 actors · 0 ties ·
/// 1 event · 00c0ffee00c0ffee`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Fingerprint {
    actors: usize,
    ties: usize,
    events: usize,
    hash: u64,
}

impl Fingerprint {
    /// The hash of the content.
    pub fn hash(&self) -> u64 {
        self.hash
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counted = |many: usize, one: &str| match many {
            1 => format!("1 {one}"),
            many => format!("{many} {one}s"),
        };
        write!(
            f,
            "demarche {} · {} · {} · {} · {:016x}",
            env!("CARGO_PKG_VERSION"),
            counted(self.actors, "actor"),
            counted(self.ties, "tie"),
            counted(self.events, "event"),
            self.hash
        )
    }
}

impl Graph {
    /// Its counts and a hash of its content. O(n) in all that it holds, O(1) memory.
    ///
    /// ```
    /// use demarche::{Graph, Leader};
    ///
    /// let mut graph = Graph::new();
    /// let empty = graph.fingerprint();
    /// graph.add(Leader::new("Angela Merkel"))?;
    /// assert_ne!(graph.fingerprint(), empty);
    /// assert_eq!(Graph::from_json(&graph.to_json())?.fingerprint(), graph.fingerprint());
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn fingerprint(&self) -> Fingerprint {
        let mut hash = Fnv(0xcbf2_9ce4_8422_2325);
        // Nothing in a graph is without a form in JSON, and a hash takes every byte.
        let _ = serde_json::to_writer(&mut hash, self);
        Fingerprint {
            actors: self.actor_count(),
            ties: self.tie_count(),
            events: self.event_count(),
            hash: hash.0,
        }
    }
}

struct Fnv(u64);

impl Write for Fnv {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
