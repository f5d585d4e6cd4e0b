//! The names that numbers stand for, from a file of their own.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use crate::error::{Error, ErrorKind};
use crate::ingest::Refusal;
use crate::ingest::field::found;
use crate::ingest::input::Unpacked;
use crate::ingest::line::{Encoding, Line, Lines, column};

/// Names by number.
#[derive(Debug, Default)]
pub(super) struct Names(HashMap<u64, Arc<str>>);

const EXPECTED: &str = "a name and its number, separated by a tab";

impl Names {
    pub(super) fn of_path(path: &Path) -> Result<Self, Error> {
        let name = path.display().to_string();
        match File::open(path) {
            Ok(file) => Self::of_reader(file, &name),
            Err(source) => Err(Error::new(ErrorKind::Io { path: name, source })),
        }
    }

    /// Reads all names of an input that messages call so.
    pub(super) fn of_reader(input: impl Read, called: &str) -> Result<Self, Error> {
        let fails = |source: io::Error| {
            let path = called.to_owned();
            Error::new(ErrorKind::Io { path, source })
        };
        let unpacked = Unpacked::of(input).map_err(fails)?;
        let mut lines = Lines::new(unpacked, Encoding::Utf8);
        let mut names = Self::default();
        while let Some(line) = lines.next().map_err(fails)? {
            line.and_then(|line| names.add(line))
                .map_err(|refusal| refusal.in_file(called))?;
        }
        if names.0.is_empty() {
            let refusal = Refusal::new(1, 1, "no names".to_owned(), EXPECTED.to_owned());
            return Err(refusal.in_file(called));
        }
        Ok(names)
    }

    pub(super) fn get(&self, number: u64) -> Option<&Arc<str>> {
        self.0.get(&number)
    }

    fn add(&mut self, line: Line<'_>) -> Result<(), Refusal> {
        let refuse = |at, what: String, expected: &str| {
            let column = column(line.text, at);
            Refusal::new(line.number, column, what, expected.to_owned())
        };
        let Some((name, number)) = split(line.text) else {
            // Some begin with how many there are.
            let is_count = line.number == 1 && number(line.text).is_some();
            return if is_count {
                Ok(())
            } else {
                Err(refuse(0, found(line.text), EXPECTED))
            };
        };
        match self.0.entry(number) {
            Entry::Vacant(place) => {
                place.insert(name.into());
                Ok(())
            }
            Entry::Occupied(known) if **known.get() == *name => Ok(()),
            Entry::Occupied(_) => {
                let again = format!("the number {number} again");
                Err(refuse(0, again, "one name for each number"))
            }
        }
    }
}

/// A name and its number, which comes last or, in some sets, first. A name may hold
/// anything, a tab included.
fn split(line: &str) -> Option<(&str, u64)> {
    let last = line.rsplit_once('\t');
    let first = line.split_once('\t');
    let name_first = last.and_then(|(name, text)| Some((name, number(text)?)));
    let (name, number) =
        name_first.or_else(|| first.and_then(|(text, name)| Some((name, number(text)?))))?;
    let name = name.trim();
    (!name.is_empty()).then_some((name, number))
}

fn number(text: &str) -> Option<u64> {
    text.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Names, String> {
        Names::of_reader(text.as_bytes(), "names").map_err(|error| error.to_string())
    }

    #[test]
    fn names_come_before_or_after_their_numbers() {
        let before = read("A_B,_C\t 0\nD\tE\t1 \n\nA_B,_C\t0\n").unwrap();
        assert_eq!(before.get(0).map(|name| &**name), Some("A_B,_C"));
        assert_eq!(before.get(1).map(|name| &**name), Some("D\tE"));
        assert_eq!(before.get(2), None);
        let after = read("2\n0\tA  B\n1\tC\u{a0}D\n").unwrap();
        assert_eq!(after.get(0).map(|name| &**name), Some("A  B"));
        assert_eq!(after.get(1).map(|name| &**name), Some("C\u{a0}D"));
    }

    #[test]
    fn what_is_no_such_file() {
        let refused = |text: &str| read(text).unwrap_err();
        assert_eq!(
            refused("A\t0\nB\t0\n"),
            "names: line 2, column 1: found the number 0 again, expected one name for each number"
        );
        for text in ["A\t0\nB\n", "A\t-1\n", "\t1\n", "A 1\n", "A\t0\n7\n"] {
            assert!(refused(text).ends_with("expected a name and its number, separated by a tab"));
        }
        assert_eq!(
            refused(""),
            "names: line 1, column 1: found no names, expected a name and its number, separated by a tab"
        );
        assert!(
            Names::of_path(Path::new("no/such/file"))
                .unwrap_err()
                .is_io()
        );
    }
}
