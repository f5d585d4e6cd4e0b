//! Streamed, and saved in one step.

use std::io::{self, Write};

use crate::interop::citation::Layout;
use crate::{Call, Graph, Leader, Result};

fn busy(calls: usize) -> Result<Graph> {
    let mut graph = Graph::new();
    let one = graph.add(Leader::new("One"))?;
    let other = graph.add(Leader::new("Other"))?;
    for nth in 0..calls {
        let call = Call::between(one, other).key(format!("call {nth}"));
        graph.record(call.on("2021-11-15"))?;
    }
    Ok(graph)
}

#[test]
fn what_is_written_is_counted_and_progress_told() -> Result<()> {
    let graph = busy(20_000)?;
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

/// A writer that takes so many bytes and no more.
struct Small(usize);

impl Write for Small {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = (self.0.checked_sub(bytes.len())).ok_or_else(|| io::Error::other("full"))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_writer_that_fails_is_an_error_and_a_failed_save_leaves_the_old_file() -> Result<()> {
    let graph = busy(3_000)?;
    let view = graph.view();
    let pairs = view.who_talked_to_whom();
    for layout in [Layout::Markdown, Layout::Csv] {
        let error = view
            .cite(&pairs)?
            .write(layout, Small(100_000))
            .unwrap_err();
        assert!(error.is_io(), "{error}");

        let directory = std::env::temp_dir().join(format!("demarche-cite-{}", std::process::id()));
        std::fs::create_dir_all(&directory).unwrap();
        let path = directory.join("answer");
        view.cite(&view.summary())?.save(layout, &path)?;
        let old = std::fs::read_to_string(&path).unwrap();
        assert_eq!(old, view.cite(&view.summary())?.to_text(layout));
        // A directory is not replaced; the name says where it failed.
        let error = view.cite(&pairs)?.save(layout, &directory).unwrap_err();
        assert!(error.is_io() && error.to_string().contains("demarche-cite-"));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), old);
        assert_eq!(std::fs::read_dir(&directory).unwrap().count(), 1);
        std::fs::remove_dir_all(&directory).unwrap();
    }
    Ok(())
}
