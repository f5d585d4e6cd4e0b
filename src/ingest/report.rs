//! What came of reading a source.

use std::fmt;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::Step;
use super::fold::Folds;
use crate::Position;
use crate::error::{Error, ErrorKind};

/// So many refused rows are kept in full; all are counted.
const KEPT: usize = 100;

/// What came of reading a source into a graph.
///
/// Every row is accounted for: the rows are the events made, plus the rows folded
/// into them by each [`Step`], plus the rows refused. As JSON it is an object with
/// fields called like the methods.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub(super) rows: u64,
    pub(super) events: u64,
    pub(super) folds: Folds,
    pub(super) refused: u64,
    pub(super) refusals: Vec<Refusal>,
    pub(super) accounts: u64,
    pub(super) actors: u64,
    pub(super) ambiguous: u64,
    pub(super) reflexive: u64,
}

impl Report {
    /// The rows read, refused ones among them; a header and blank lines are none.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// The events recorded.
    pub fn events(&self) -> u64 {
        self.events
    }

    /// The rows that a step of the [folding rule](super::Folding) made part of
    /// another row's event.
    pub fn folded(&self, step: Step) -> u64 {
        self.folds.by(step)
    }

    /// The rows that could not be read.
    pub fn refused(&self) -> u64 {
        self.refused
    }

    /// The first hundred refused rows, in the order of the input.
    pub fn refusals(&self) -> &[Refusal] {
        &self.refusals
    }

    /// The accounts recorded with the events.
    pub fn accounts(&self) -> u64 {
        self.accounts
    }

    /// The actors added to the graph.
    pub fn actors(&self) -> u64 {
        self.actors
    }

    /// The names that more than one actor of the graph has; the first one added
    /// got the events.
    pub fn ambiguous(&self) -> u64 {
        self.ambiguous
    }

    /// The events of an actor with itself.
    pub fn reflexive(&self) -> u64 {
        self.reflexive
    }

    pub(super) fn refuse(&mut self, refusal: Refusal) {
        self.refused += 1;
        if self.refusals.len() < KEPT {
            self.refusals.push(refusal);
        }
    }
}

impl fmt::Display for Report {
    /// One line of figures, and one for each refused row that was kept.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} rows → {} events", self.rows, self.events)?;
        let folded = Step::ALL.map(|step| (self.folded(step), step));
        let mut before = " (folded: ";
        for (count, step) in folded.iter().filter(|(count, _)| *count > 0) {
            write!(f, "{before}{count} {step}")?;
            before = ", ";
        }
        if folded.iter().any(|&(count, _)| count > 0) {
            f.write_str(")")?;
        }
        write!(
            f,
            ", {} accounts, {} new actors, {} refused",
            self.accounts, self.actors, self.refused
        )?;
        for refusal in &self.refusals {
            write!(f, "\n{refusal}")?;
        }
        match self.refused.saturating_sub(self.refusals.len() as u64) {
            0 => Ok(()),
            more => write!(f, "\n… and {more} more"),
        }
    }
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut report = serializer.serialize_struct("Report", 9)?;
        report.serialize_field("rows", &self.rows)?;
        report.serialize_field("events", &self.events)?;
        report.serialize_field("folded", &self.folds)?;
        report.serialize_field("refused", &self.refused)?;
        report.serialize_field("refusals", &self.refusals)?;
        report.serialize_field("accounts", &self.accounts)?;
        report.serialize_field("actors", &self.actors)?;
        report.serialize_field("ambiguous", &self.ambiguous)?;
        report.serialize_field("reflexive", &self.reflexive)?;
        report.end()
    }
}

/// A row that could not be read: where, what was found there, and what was
/// expected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Refusal {
    line: u64,
    column: u64,
    found: String,
    expected: String,
}

impl Refusal {
    pub(super) fn new(line: u64, column: u64, found: String, expected: String) -> Self {
        Self {
            line,
            column,
            found,
            expected,
        }
    }

    /// The line and the column, in characters, of the field at fault.
    pub fn position(&self) -> Position {
        Position {
            line: self.line,
            column: self.column,
        }
    }

    /// What stands there, cut short if it is long.
    pub fn found(&self) -> &str {
        &self.found
    }

    /// What should.
    pub fn expected(&self) -> &str {
        &self.expected
    }

    /// The same as an error, of the file of that name.
    pub(super) fn in_file(self, path: &str) -> Error {
        Error::new(ErrorKind::Refused {
            path: path.to_owned(),
            position: self.position(),
            found: self.found,
            expected: self.expected,
        })
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: found {}, expected {}",
            self.position(),
            self.found,
            self.expected
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refused_rows_are_all_counted_and_the_first_hundred_kept() {
        let mut report = Report::default();
        for line in 1..=120 {
            report.rows += 1;
            report.refuse(Refusal::new(line, 1, "\"x\"".into(), "a number".into()));
        }
        assert_eq!((report.refused(), report.refusals().len()), (120, 100));
        let text = report.to_string();
        assert!(text.starts_with("120 rows → 0 events, 0 accounts, 0 new actors, 120 refused\n"));
        assert!(text.contains("\nline 2, column 1: found \"x\", expected a number\n"));
        assert!(text.ends_with("\n… and 20 more"), "{text}");
    }

    #[test]
    fn as_json_it_has_its_figures_by_name() {
        let json = serde_json::to_value(Report::default()).unwrap();
        assert_eq!(
            json["folded"],
            serde_json::json!({"mirror": 0, "same_story": 0, "presumed": 0})
        );
        assert_eq!(json["refusals"], serde_json::json!([]));
    }
}
