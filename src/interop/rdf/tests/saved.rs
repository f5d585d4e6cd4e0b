//! Streamed, told of, and saved in one step.

use std::io::{self, Write};

use crate::interop::rdf::{Format, Rdf};
use crate::{Call, Graph, Leader, Result};

const FORMATS: [Format; 2] = [Format::Turtle, Format::NQuads];

fn busy(calls: usize) -> Result<Graph> {
    let mut graph = Graph::new();
    let one = graph.add(Leader::new("One"))?;
    let other = graph.add(Leader::new("Other"))?;
    for nth in 0..calls {
        let call = Call::between(one, other).key(format!("call-{nth}"));
        graph.record(call.on("2021-11-15"))?;
    }
    Ok(graph)
}

#[test]
fn what_is_written_is_counted_and_progress_told() -> Result<()> {
    let graph = busy(4_000)?;
    for format in FORMATS {
        let mut told = Vec::new();
        let written = Rdf::everything(&graph)
            .progress(|progress| told.push(progress))
            .write(format, io::sink())?;
        assert_eq!(
            (written.count("actors"), written.count("events")),
            (2, 4_000)
        );
        let text = Rdf::everything(&graph).to_text(format);
        assert_eq!(written.bytes(), text.len() as u64);
        assert!(told.len() > 1, "{} bytes", written.bytes());
        assert!(told.is_sorted_by_key(|progress| progress.bytes()));
        let last = told.last().unwrap();
        assert_eq!((last.records(), last.bytes()), (4_002, written.bytes()));
        assert_eq!(last.total(), Some(4_002));
    }
    // A view may show less than is looked at.
    let mut total = None;
    Rdf::of(&graph.during("2021-11")?)
        .progress(|progress| total = Some(progress.total()))
        .write(Format::NQuads, io::sink())?;
    assert_eq!(total, Some(None));
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
    let (graph, small) = (busy(1_000)?, busy(1)?);
    for format in FORMATS {
        let error = Rdf::of(&graph.view())
            .write(format, Small(70_000))
            .unwrap_err();
        assert!(error.is_io(), "{error}");

        let directory = std::env::temp_dir().join(format!("demarche-rdf-{}", std::process::id()));
        std::fs::create_dir_all(&directory).unwrap();
        let path = directory.join("graph");
        Rdf::everything(&small).save(format, &path)?;
        let old = std::fs::read_to_string(&path).unwrap();
        assert_eq!(Graph::from_rdf(&old, format)?, small);

        // A directory is not replaced, and the error names it.
        let error = Rdf::everything(&graph)
            .save(format, &directory)
            .unwrap_err();
        assert!(error.is_io() && error.to_string().contains("demarche-rdf-"));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), old);
        assert_eq!(std::fs::read_dir(&directory).unwrap().count(), 1);

        Rdf::everything(&graph).save(format, &path)?;
        let new = std::fs::read_to_string(&path).unwrap();
        assert_eq!(Graph::from_rdf(&new, format)?, graph);
        std::fs::remove_dir_all(&directory).unwrap();
    }
    Ok(())
}
