//! What is wrong with a document, and where.

use std::fmt;

use crate::error::ErrorKind;
use crate::{Error, Position};

/// What is wrong with a document, at a piece of its text.
///
/// The piece is borrowed from the document: its address, less that of the
/// document, is the place of the fault. So nobody has to carry offsets along.
#[derive(Debug)]
pub(super) struct Flaw<'d> {
    at: &'d str,
    message: Box<str>,
}

pub(super) type Result<'d, T> = std::result::Result<T, Flaw<'d>>;

impl<'d> Flaw<'d> {
    pub(super) fn new(at: &'d str, message: impl Into<String>) -> Self {
        let message = message.into().into_boxed_str();
        Self { at, message }
    }

    /// A fault of the form that most have.
    pub(super) fn found(
        at: &'d str,
        found: impl fmt::Display,
        expected: impl fmt::Display,
    ) -> Self {
        Self::new(at, format!("found {found}, expected {expected}"))
    }

    /// What is wrong, where it does not matter at which place of a text.
    pub(super) fn into_message(self) -> String {
        self.message.into()
    }

    /// The error, given the document that the piece was borrowed from.
    pub(super) fn locate(self, document: &str) -> Error {
        let (piece, whole) = (self.at.as_ptr().addr(), document.as_ptr().addr());
        let offset = piece.saturating_sub(whole);
        error(position(document.as_bytes(), offset), self.message.into())
    }
}

/// A text from the document in a message: in quotation marks, and cut short if a
/// page of it was put where a word belongs.
pub(super) fn quoted(text: &str) -> String {
    let mut letters = text.chars();
    let head: String = letters.by_ref().take(LONGEST).collect();
    let ellipsis = if letters.next().is_some() { "…" } else { "" };
    format!("{head:?}{ellipsis}")
}

/// Messages quote at most so many letters, and look for what was meant only by
/// what is no longer: no name is.
pub(super) const LONGEST: usize = 80;

/// The error of a document that is not JSON at all.
pub(super) fn not_json(document: &str, error: &serde_json::Error) -> Error {
    let bytes = document.as_bytes();
    if error.is_eof() {
        let message = "found the end of the document, expected the rest of it".to_owned();
        return self::error(position(bytes, bytes.len()), message);
    }
    let start = match error.line().checked_sub(2) {
        None => 0,
        Some(nth) => (0..)
            .zip(bytes)
            .filter(|&(_, &byte)| byte == b'\n')
            .map(|(at, _): (usize, _)| at.saturating_add(1))
            .nth(nth)
            .unwrap_or(bytes.len()),
    };
    // Columns of serde_json are bytes from 1; a line feed is in column 0 of the
    // line that it opens.
    let offset = start.saturating_add(error.column()).saturating_sub(1);
    let place = format!(" at line {} column {}", error.line(), error.column());
    let message = error.to_string();
    let message = message.strip_suffix(&place).unwrap_or(&message);
    // The one fault that is told before its byte is passed.
    let passed = usize::from(message.starts_with("control character"));
    let offset = offset.saturating_add(passed);
    self::error(position(bytes, offset), format!("invalid JSON: {message}"))
}

pub(super) fn error(position: Position, message: String) -> Error {
    Error::new(ErrorKind::Document {
        path: None,
        position,
        message,
    })
}

/// The line and column of a byte; columns count characters.
///
/// Bytes, as what is no UTF-8 has positions too. O(offset).
pub(super) fn position(document: &[u8], offset: usize) -> Position {
    let before = document.get(..offset).unwrap_or(document);
    let line_start = before
        .iter()
        .rposition(|&byte| byte == b'\n')
        .map_or(0, |at| at.saturating_add(1));
    let line = before.split(|&byte| byte == b'\n').count();
    let is_first_of_letter = |byte: &&u8| **byte & 0b1100_0000 != 0b1000_0000;
    let letters = before
        .iter()
        .skip(line_start)
        .filter(is_first_of_letter)
        .count();
    // Within a letter of several bytes, the letter itself is meant.
    let within = document
        .get(offset)
        .is_some_and(|byte| !is_first_of_letter(&byte));
    Position {
        line: count(line),
        column: count(letters).saturating_add(u64::from(!within)),
    }
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one_and_in_letters() {
        let document = "ab\nčd\n";
        let at = |offset| {
            let Position { line, column } = position(document.as_bytes(), offset);
            (line, column)
        };
        assert_eq!(at(0), (1, 1));
        assert_eq!(at(2), (1, 3));
        assert_eq!(at(3), (2, 1));
        assert_eq!(at(4), (2, 1), "the middle of č is č");
        assert_eq!(at(5), (2, 2));
        assert_eq!(at(7), (3, 1));
        assert_eq!(at(1000), (3, 1));
    }
}
