//! How the rows of a file are written.

use serde::{Deserialize, Serialize};

use crate::ingest::quoting::Quoting;

/// How the rows of a file are written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub(super) enum Table {
    /// Fields parted by a character, each perhaps between quotation marks.
    Delimited {
        by: char,
        /// None: marks stand for themselves.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        quote: Option<char>,
        header: bool,
    },
    /// A JSON object on each line.
    JsonLines,
}

impl Default for Table {
    fn default() -> Self {
        Self::Delimited {
            by: ',',
            quote: Some('"'),
            header: true,
        }
    }
}

/// A byte that no line ends in and no letter needs.
pub(super) fn ascii(character: char) -> Option<u8> {
    let byte = u8::try_from(character).ok()?;
    (byte.is_ascii() && !matches!(byte, b'\n' | b'\r' | b'\0')).then_some(byte)
}

impl Table {
    /// What parts the fields, and how they are quoted. What is no quotation mark is a
    /// byte that no text in UTF-8 holds.
    pub(super) fn quoting(&self) -> Option<Quoting> {
        const NONE: u8 = 0xFF;
        match self {
            Self::Delimited { by, quote, .. } => Some(Quoting {
                delimiter: ascii(*by)?,
                mark: quote.and_then(ascii).unwrap_or(NONE),
            }),
            Self::JsonLines => None,
        }
    }
}
