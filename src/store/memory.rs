//! How much memory a graph takes, and for what.

use std::fmt;

use serde::Serialize;

/// How much memory a graph takes, by part, in bytes.
///
/// What clones share is counted in each of them. Parts of the operating system and of the
/// allocator are not counted.
///
/// ```
/// use demarche::{Call, Graph, Leader};
///
/// let mut graph = Graph::new();
/// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
/// let putin = graph.add(Leader::new("Vladimir Putin"))?;
/// graph.record(Call::between(macron, putin).on("2021-11-15"))?;
/// let memory = graph.memory();
/// assert!(memory.columns() > 0);
/// assert!(memory.total() >= memory.columns() + memory.accounts());
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Memory {
    pub(super) columns: usize,
    pub(super) lists: usize,
    pub(super) accounts: usize,
    pub(super) texts: usize,
    pub(super) whole: usize,
    pub(super) calendar: usize,
    pub(crate) actors: usize,
    pub(crate) ties: usize,
}

impl Memory {
    /// The columns of the events of the common sort: who, whom, what, when, and the order in
    /// which they were recorded.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// The lists of the events of each actor and each dyad.
    pub fn lists(&self) -> usize {
        self.lists
    }

    /// The accounts of the events in columns, without their texts.
    pub fn accounts(&self) -> usize {
        self.accounts
    }

    /// URLs, references to rows, measures of those accounts.
    pub fn texts(&self) -> usize {
        self.texts
    }

    /// The events that are out of the ordinary, with their accounts: their own size,
    /// without what lies behind further pointers.
    pub fn whole(&self) -> usize {
        self.whole
    }

    /// By which days those are found.
    pub fn calendar(&self) -> usize {
        self.calendar
    }

    /// The actors and how they are found: an estimate from the lengths of their names.
    pub fn actors(&self) -> usize {
        self.actors
    }

    /// The ties: their own size, without what lies behind pointers.
    pub fn ties(&self) -> usize {
        self.ties
    }

    /// All of it.
    pub fn total(&self) -> usize {
        [
            self.columns,
            self.lists,
            self.accounts,
            self.texts,
            self.whole,
            self.calendar,
            self.actors,
            self.ties,
        ]
        .iter()
        .fold(0, |sum, part| sum.saturating_add(*part))
    }
}

impl fmt::Display for Memory {
    /// "columns 220 MB, lists 264 MB, …".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [
            ("columns", self.columns),
            ("lists", self.lists),
            ("accounts", self.accounts),
            ("texts", self.texts),
            ("whole events", self.whole),
            ("calendar", self.calendar),
            ("actors", self.actors),
            ("ties", self.ties),
        ];
        let parts = parts.into_iter().filter(|(_, bytes)| *bytes > 0);
        for (nth, (part, bytes)) in parts.enumerate() {
            let comma = if nth == 0 { "" } else { ", " };
            write!(f, "{comma}{part} {}", Bytes(bytes))?;
        }
        Ok(())
    }
}

struct Bytes(usize);

impl fmt::Display for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            few @ 0..10_000 => write!(f, "{few} B"),
            some @ 10_000..10_000_000 => write!(f, "{} kB", some / 1000),
            many => write!(f, "{} MB", many / 1_000_000),
        }
    }
}
