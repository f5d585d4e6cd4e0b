//! Several files, progress, and what is no file; the formats test their rows.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use crate::ingest::{IcewsReader, Report};
use crate::testing::Scratch;
use crate::{Error, Graph, Result};

const HEADER: &str = "Event ID\tEvent Date\tSource Name\tCAMEO Code\tTarget Name\tStory ID\t\
                      Sentence Number\n";

fn ingest(paths: &[PathBuf]) -> Result<(Graph, Report)> {
    let mut graph = Graph::new();
    let report = graph.ingest(IcewsReader::from_paths(paths)?)?;
    Ok((graph, report))
}

#[test]
fn several_files_are_one_stream() -> Result<()> {
    let scratch = Scratch::of("several");
    let one = format!("{HEADER}1\t2018-06-01\tFrance\t041\tSpain\t7\t1\n");
    // Its own header, another order of columns, and a row that is folded with one of
    // the first file.
    let other = "CAMEO Code\tEvent ID\tEvent Date\tSource Name\tTarget Name\n\
                 041\t2\t2018-06-01\tSpain\tFrance\n\
                 041\tx\t2018-06-01\tSpain\tFrance\n";
    let bytes = (one.len() + other.len()) as u64;
    let paths = [scratch.file("a.tab", one), scratch.file("b.tab", other)];
    let (graph, report) = ingest(&paths)?;
    assert_eq!(
        (report.rows(), report.events(), report.refused()),
        (3, 1, 1)
    );
    assert_eq!((report.accounts(), graph.event_count()), (2, 1));
    assert_eq!((report.bytes(), report.data_set()), (bytes, "ICEWS"));
    let refusal = &report.refusals()[0];
    assert_eq!(refusal.file(), paths[1].to_str());
    assert_eq!(refusal.position().to_string(), "line 3, column 5");
    assert!(refusal.to_string().starts_with(paths[1].to_str().unwrap()));

    // Row by row.
    let mut reader = IcewsReader::from_paths(&paths)?;
    let rows: Vec<_> = reader
        .records()
        .map(|row| row.map(|row| row.event_id))
        .collect();
    assert!(matches!(rows.as_slice(), [Ok(1), Ok(2), Err(_)]));
    let error = rows[2].as_ref().unwrap_err().to_string();
    assert!(error.starts_with(paths[1].to_str().unwrap()), "{error}");

    // One file needs no name.
    let (_, report) = ingest(&paths[1..])?;
    assert_eq!(report.refusals()[0].file(), None);
    Ok(())
}

#[test]
fn what_cannot_be_read_is_named() {
    let scratch = Scratch::of("unreadable");
    let good = scratch.file(
        "good.tab",
        format!("{HEADER}1\t2018-06-01\tA\t041\tB\t7\t1\n"),
    );
    let empty = scratch.file("empty.tab", "");
    let prose = scratch.file("prose.txt", "Once upon a time\nthere was a file\n");
    let opened = |path: &Path| IcewsReader::from_paths([&good, path]).map(|_| ());

    let missing = opened(&scratch.path().join("none.tab")).unwrap_err();
    assert!(missing.is_io() && missing.to_string().contains("none.tab: "));
    let directory = opened(scratch.path()).unwrap_err();
    assert!(directory.is_io());
    assert!(
        directory
            .to_string()
            .ends_with(": a directory, expected a file"),
        "{directory}"
    );
    let no_file: [&str; 0] = [];
    assert!(IcewsReader::from_paths(no_file).unwrap_err().is_invalid());

    // What is in the later files turns out when their turn comes.
    for (path, expected) in [
        (
            &empty,
            "empty.tab: line 1, column 1: found an empty file, expected rows of ICEWS",
        ),
        (
            &prose,
            "prose.txt: line 1, column 1: found 2 rows without a header, none of them",
        ),
    ] {
        let error = ingest(&[good.clone(), path.clone(), good.clone()]).unwrap_err();
        assert!(
            error.is_in_input() && error.to_string().contains(expected),
            "{error}"
        );
    }
    let mut reader = IcewsReader::from_paths([&good, &empty, &good]).unwrap();
    assert_eq!(
        reader.records().map(|row| row.is_ok()).collect::<Vec<_>>(),
        [true, false]
    );
    assert!(reader.next_record().unwrap().is_none());
}

#[test]
fn a_strict_reader_names_the_file() {
    let scratch = Scratch::of("strict");
    let good = scratch.file("a.tab", format!("{HEADER}1\t2018-06-01\tA\t041\tB\t7\t1\n"));
    let bad = scratch.file("b.tab", format!("{HEADER}1\t2018-06-31\tA\t041\tB\t7\t1\n"));
    let reader = IcewsReader::builder()
        .strict()
        .from_paths([good, bad])
        .unwrap();
    let error: Error = Graph::new().ingest(reader).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("b.tab: line 2, column 3: found \"2018-06-31\"")
    );
}

#[test]
fn progress_is_told_after_each_mebibyte_and_at_the_end() -> Result<()> {
    let scratch = Scratch::of("progress");
    let row = "1\t2018-06-01\tFrance\t010\tSpain\t7\t1\n";
    let rows = (5 << 19) / row.len();
    let big = scratch.file("big.tab", format!("{HEADER}{}", row.repeat(rows)));
    let small = scratch.file("small.tab", format!("{HEADER}{row}"));
    let seen = Arc::new(Mutex::new(Vec::new()));
    let told = Arc::clone(&seen);
    let mut reader = IcewsReader::builder()
        .progress(move |at| {
            let of = (at.index(), at.file().ends_with("big.tab"), at.rows());
            told.lock().unwrap().push((of, at.bytes(), at.total()));
        })
        .from_paths([big, small])?;
    assert_eq!(reader.records().count(), rows + 1);
    assert!(reader.next_record()?.is_none());

    let seen = seen.lock().unwrap();
    assert_eq!(seen.len(), 3);
    let bytes = (2 * HEADER.len() + (rows + 1) * row.len()) as u64;
    assert!(seen.iter().all(|&(.., total)| total == Some(bytes)));
    assert_eq!(seen[2], ((1, false, rows as u64 + 1), bytes, Some(bytes)));
    assert!(seen[0].1 >= 1 << 20 && seen[0].1 < (1 << 20) + 200 && seen[0].0.1);
    Ok(())
}

#[test]
fn as_many_refusals_are_kept_as_asked_for() -> Result<()> {
    let bad = format!("{HEADER}{}", "x\n".repeat(5));
    let reader = IcewsReader::builder()
        .refusals(2)
        .from_reader(bad.as_bytes())?;
    let report = Graph::new().ingest(reader)?;
    assert_eq!((report.refused(), report.refusals().len()), (5, 2));
    assert!(report.to_string().ends_with("… and 3 more"));
    Ok(())
}

#[test]
fn a_builder_can_be_used_again_and_readers_travel() -> Result<()> {
    fn travels<T: Send + Sync>(_: &T) {}
    let text = format!("{HEADER}1\t2018-06-01\tCura\u{e7}ao\t010\tSpain\t7\t1\n");
    let builder = IcewsReader::builder().progress(|_| {}).latin1();
    for _ in 0..2 {
        let mut reader = builder.clone().from_reader(text.as_bytes())?;
        travels(&reader);
        let row = reader.next_record()?.unwrap();
        // It was UTF-8 after all.
        assert_eq!(row.source.name.as_deref(), Some("CuraÃ§ao"));
    }
    Ok(())
}
