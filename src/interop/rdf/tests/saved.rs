//! Streamed, told of, and saved in one step.

use std::io;
use std::sync::Arc;

use crate::interop::rdf::{Format, Rdf};
use crate::interop::testing::{assert_whole_or_not, busy};
use crate::model::DataSet;
use crate::testing::Scratch;
use crate::{Graph, NewAccount, Result};

const FORMATS: [Format; 2] = [Format::Turtle, Format::NQuads];

#[test]
fn what_is_written_is_counted_and_progress_told() -> Result<()> {
    let mut graph = busy(4_000);
    let call = graph.events().next().map(crate::Event::id).unwrap();
    let set = Arc::new(DataSet {
        name: "Synthetic".to_owned(),
        ..DataSet::default()
    });
    let one = graph.leader("One")?;
    graph.add_account(call, NewAccount::by(one).data_set(set))?;
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
        assert_eq!(written.count("data sets"), 1);
        assert_eq!((last.records(), last.bytes()), (4_003, written.bytes()));
        assert_eq!(last.total(), Some(4_003));
    }
    // A view may show less than is looked at.
    let mut total = None;
    Rdf::of(&graph.during("2021-11")?)
        .progress(|progress| total = Some(progress.total()))
        .write(Format::NQuads, io::sink())?;
    assert_eq!(total, Some(None));
    Ok(())
}

#[test]
fn a_writer_that_fails_is_an_error_and_a_failed_save_leaves_the_old_file() {
    let graph = busy(1_000);
    for format in FORMATS {
        let rdf = || Rdf::everything(&graph);
        assert_whole_or_not(
            &rdf().to_text(format),
            |small| rdf().write(format, small),
            |path| rdf().save(format, path),
        );
    }
}

#[test]
fn a_file_that_was_saved_is_read() -> Result<()> {
    let graph = busy(3);
    let directory = Scratch::of("rdf");
    for format in FORMATS {
        let path = directory.path().join("graph");
        Rdf::everything(&graph).save(format, &path)?;
        assert_eq!(Graph::read_rdf(&path, format)?, graph);
    }
    Ok(())
}
