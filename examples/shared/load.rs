//! A graph from a file, whatever its format.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use demarche::ingest::{self, FormatName};
use demarche::{Graph, Result};

/// Reads a file of the format that is given, or else is told by how it begins; or a JSON
/// document.
///
/// Rows that had to be refused are told on standard error.
pub(crate) fn load(path: &Path, format: Option<FormatName>) -> Result<Graph> {
    let reader = match format {
        Some(format) => format.builder().from_path(path)?,
        None if is_document(path)? => return Graph::read_json(path),
        None => ingest::open(path)?,
    };
    let mut graph = Graph::new();
    let report = graph.ingest(reader)?;
    if report.refused() > 0 {
        eprintln!("{}: {report}", path.display());
    }
    Ok(graph)
}

/// Whether it is of no format and begins like an object, or is at least called one.
fn is_document(path: &Path) -> Result<bool> {
    if FormatName::detect(path)?.is_some() {
        return Ok(false);
    }
    let is_called = path
        .extension()
        .is_some_and(|extension| extension == "json");
    Ok(is_called || begins_like_json(path).unwrap_or(false))
}

/// Whether an object begins there, perhaps after a byte order mark and blanks.
fn begins_like_json(path: &Path) -> std::io::Result<bool> {
    let mut head = Vec::new();
    File::open(path)?.take(256).read_to_end(&mut head)?;
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&head);
    Ok(text.trim_ascii_start().starts_with(b"{"))
}
