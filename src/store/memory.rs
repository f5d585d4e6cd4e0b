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

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::model::codes::CameoCode;
    use crate::{CodedEvent, Graph, Leader, Report, Result};

    /// How many whole gigabytes 500 million events take, by what 8,000 do without their
    /// actors.
    fn gigabytes(backwards: bool, told: bool) -> Result<usize> {
        const EVENTS: i16 = 8_000;
        let mut graph = Graph::new();
        let one = graph.add(Leader::new("One"))?;
        let other = graph.add(Leader::new("Other"))?;
        let mut batch = graph.batch();
        for nth in 0..EVENTS {
            let year = 2021 - if backwards { nth / 1000 } else { -nth / 1000 };
            let day = date(year, 1, 1);
            let event = CodedEvent::new(CameoCode::CONSULT_PHONE, one, day).to(other);
            let report = Report::via(one).stated(day).recorded(day);
            batch.record(
                event,
                if told {
                    std::slice::from_ref(&report)
                } else {
                    &[]
                },
            )?;
        }
        batch.finish();
        let memory = graph.memory();
        let bytes = memory.total() - memory.actors() - memory.texts();
        Ok(bytes * 500_000_000 / 8_000 / 1_000_000_000)
    }

    /// The figures in the docs of the store.
    #[test]
    fn what_500_million_events_would_need() -> Result<()> {
        for (backwards, told, expected) in [
            (false, false, 11),
            (true, false, 15),
            (false, true, 17),
            (true, true, 21),
        ] {
            assert_eq!(gigabytes(backwards, told)?, expected);
        }
        Ok(())
    }
}
