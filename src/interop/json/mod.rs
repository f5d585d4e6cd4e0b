//! A whole graph as one JSON document.

mod fields;
mod file;
mod flaw;
mod form;
mod node;
mod read;
mod rules;
mod write;

use std::path::Path;

use crate::error::ErrorKind;
use crate::{Error, Graph, Result};

/// The version of the format, which a document names in its first field.
pub const VERSION: u64 = 1;

/// Documents of more bytes are refused.
const MOST: u64 = 1 << 32;

impl Graph {
    /// Reads a document.
    pub fn from_json(text: &str) -> Result<Self> {
        check_length(text.as_bytes(), MOST)?;
        read::graph(text)
    }

    /// Reads a document from a file.
    pub fn read_json(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        let bytes = file::read(path, MOST.saturating_add(1)).map_err(|source| io(path, source))?;
        from_bytes(&bytes).map_err(|error| error.in_file(path))
    }

    /// The canonical document of the graph.
    pub fn to_json(&self) -> String {
        // Nothing in a graph is without a form in JSON, and memory does not fail.
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Writes the canonical document to a file, in one step.
    pub fn write_json(&self, path: impl AsRef<Path>) -> Result<()> {
        let path = path.as_ref();
        file::replace(path, |file| {
            serde_json::to_writer_pretty(&mut *file, self)?;
            std::io::Write::write_all(file, b"\n")
        })
        .map_err(|source| io(path, source))
    }
}

fn from_bytes(bytes: &[u8]) -> Result<Graph> {
    check_length(bytes, MOST)?;
    match str::from_utf8(bytes) {
        Ok(text) => read::graph(text),
        Err(error) => {
            let position = flaw::position(bytes, error.valid_up_to());
            let message = "found a byte that is not UTF-8, expected text".to_owned();
            Err(flaw::error(position, message))
        }
    }
}

fn check_length(document: &[u8], most: u64) -> Result<()> {
    match usize::try_from(most) {
        Ok(most) if document.len() > most => {
            let message = format!("found more, expected a document of at most {most} bytes");
            Err(flaw::error(flaw::position(document, most), message))
        }
        _ => Ok(()),
    }
}

fn io(path: &Path, source: std::io::Error) -> Error {
    Error::new(ErrorKind::Io {
        path: path.display().to_string(),
        source,
    })
}

#[cfg(test)]
mod tests;
