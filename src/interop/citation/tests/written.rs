//! Streamed, and saved in one step.

use std::io;

use crate::Result;
use crate::interop::citation::Layout;
use crate::interop::testing::{assert_whole_or_not, busy};

#[test]
fn what_is_written_is_counted_and_progress_told() -> Result<()> {
    let graph = busy(20_000);
    let view = graph.view();
    for layout in [Layout::Markdown, Layout::Csv] {
        let mut told = Vec::new();
        let citation = view.cite(&view.who_talked_to_whom())?;
        assert_eq!(citation.evidence_count(), 20_000);
        let written = citation
            .progress(|progress| told.push((progress.records(), progress.bytes())))
            .write(layout, io::sink())?;
        assert_eq!(written.count("answers"), 1);
        assert_eq!(written.count("events"), 20_000);
        assert!(told.len() > 1 && told.is_sorted());
        assert_eq!(told.last(), Some(&(20_001, written.bytes())));
    }
    Ok(())
}

#[test]
fn a_writer_that_fails_is_an_error_and_a_failed_save_leaves_the_old_file() -> Result<()> {
    let graph = busy(3_000);
    let view = graph.view();
    let pairs = view.who_talked_to_whom();
    for layout in [Layout::Markdown, Layout::Csv] {
        let text = view.cite(&pairs)?.to_text(layout);
        assert_whole_or_not(
            &text,
            |small| view.cite(&pairs)?.write(layout, small),
            |path| view.cite(&pairs)?.save(layout, path),
        );
    }
    Ok(())
}
