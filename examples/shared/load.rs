//! A graph from a file, whatever its format.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use demarche::ingest::IcewsReader;
use demarche::{Graph, Result};

/// Reads a JSON document or an ICEWS file, by its extension or else by how it begins.
///
/// Rows that had to be refused are told on standard error.
pub(crate) fn load(path: &Path) -> Result<Graph> {
    if is_json(path) {
        return Graph::read_json(path);
    }
    let mut graph = Graph::new();
    let report = graph.ingest(IcewsReader::from_path(path)?)?;
    if report.refused() > 0 {
        eprintln!("{}: {report}", path.display());
    }
    Ok(graph)
}

fn is_json(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    match extension {
        Some("json") => true,
        Some("tab" | "tsv") => false,
        _ => begins_like_json(path).unwrap_or(false),
    }
}

/// Whether an object begins there, perhaps after a byte order mark and blanks.
fn begins_like_json(path: &Path) -> std::io::Result<bool> {
    let mut head = Vec::new();
    File::open(path)?.take(256).read_to_end(&mut head)?;
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&head);
    Ok(text.trim_ascii_start().starts_with(b"{"))
}
