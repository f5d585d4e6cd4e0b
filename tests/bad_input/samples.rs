//! What a format is described by: a good file of three rows, and where it can be damaged.

use demarche::Graph;
use demarche::Result;
use demarche::ingest::Report;

use super::reading::{From, How};

/// What comes of a damage.
#[derive(Clone, Copy, Debug)]
pub(super) enum Told {
    /// The row is refused with these words, and the others are kept.
    Row(&'static [&'static str]),
    /// The input is no file of the format: an error with these words, strict or not.
    File(&'static [&'static str]),
    /// The row is kept, and this is noted with it.
    Noted(&'static str),
    /// It is no damage: all is read as if nothing were. With the reason.
    Good(&'static str),
    /// The format has nothing that could be damaged so. With the reason.
    Nothing(&'static str),
}

/// What stands once in the second row, what becomes of it, and what comes of that.
pub(super) struct Spoilt {
    pub(super) is: &'static str,
    pub(super) becomes: &'static str,
    pub(super) told: Told,
}

/// A format, by a good file of it.
pub(super) struct Sample {
    pub(super) name: &'static str,
    pub(super) read: fn(How<'_>, &mut Graph) -> Result<Report>,
    /// What has to be in the graph before.
    pub(super) before: fn() -> Graph,
    pub(super) header: Option<String>,
    /// The second has an é in it, if any does.
    pub(super) rows: [String; 3],
    pub(super) delimiter: Option<char>,
    /// What an empty file should have held.
    pub(super) holds: &'static str,
    /// Of half a last line.
    pub(super) cut: Told,
    /// Of a column too few, and of one too many.
    pub(super) missing: Told,
    pub(super) surplus: Told,
    /// Of semicolons in the place of the delimiter.
    pub(super) semicolons: Told,
    /// Of a leading zero that is gone.
    pub(super) zero: Spoilt,
    /// Of a time in scientific notation.
    pub(super) time: Spoilt,
    /// Of a day that does not exist.
    pub(super) day: Spoilt,
    /// Of coordinates that are nowhere.
    pub(super) latitude: Spoilt,
    pub(super) longitude: Spoilt,
}

impl Sample {
    /// On which line a row stands, the first being 0.
    pub(super) fn line_of(&self, row: usize) -> u64 {
        row as u64 + 1 + u64::from(self.header.is_some())
    }

    /// The file with these rows.
    pub(super) fn with(&self, rows: &[String; 3]) -> String {
        let mut file = String::new();
        for line in self.header.iter().chain(rows) {
            file.push_str(line);
            file.push('\n');
        }
        file
    }

    /// The file with one row put in another's place.
    pub(super) fn with_row(&self, nth: usize, row: impl Into<String>) -> String {
        let mut rows = self.rows.clone();
        rows[nth] = row.into();
        self.with(&rows)
    }

    pub(super) fn good(&self) -> String {
        self.with(&self.rows)
    }

    /// The graph that there is before, and after the reading of a file that is good.
    pub(super) fn graphs(&self, file: &str) -> (Graph, Graph) {
        let before = (self.before)();
        let mut after = before.clone();
        let report = (self.read)(How::of(From::Bytes(file.as_bytes())), &mut after).unwrap();
        assert_eq!(report.refused(), 0, "{}: {report}", self.name);
        (before, after)
    }
}
