//! What is refused, row by row or as a whole.

use std::io::{self, Read};

use super::*;

#[test]
fn a_strict_reader_leaves_the_graph_as_it_was() -> Result<()> {
    let mut graph = Graph::new();
    let france = graph.add(State::new("France"))?;
    graph.record(NewEvent::coded("010")?.from(france))?;
    let reader = IcewsReader::builder().strict();
    let error = graph
        .ingest(reader.from_reader(SMALL.as_bytes())?)
        .unwrap_err();
    assert!(error.is_in_input());
    assert_eq!(error.position().unwrap().line, 21);
    assert!(
        error
            .to_string()
            .starts_with("input: line 21, column 54: found \"41x-\", expected")
    );
    assert_eq!(
        (graph.actor_count(), graph.event_count(), graph.tie_count()),
        (1, 1, 0)
    );
    assert!(graph.describe(france).is_ok());
    Ok(())
}

/// Gives what it has, and then fails.
struct Failing<'a>(&'a [u8]);

impl Read for Failing<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.0.read(buffer)? {
            0 => Err(io::Error::other("the disk is on fire")),
            some => Ok(some),
        }
    }
}

#[test]
fn an_input_that_fails_midway_leaves_the_graph_as_it_was() -> Result<()> {
    let mut graph = Graph::new();
    let good = table(&["1|2018-06-01|France|||010|Spain|||1|1|Post|NA|NA"]);
    let error = graph
        .ingest(IcewsReader::from_reader(Failing(good.as_bytes()))?)
        .unwrap_err();
    assert!(error.is_io());
    assert_eq!(error.to_string(), "input: the disk is on fire");
    assert_eq!(graph.actor_count(), 0);

    let mut reader = IcewsReader::from_reader(Failing(good.as_bytes()))?;
    let records: Vec<_> = reader.records().map(|record| record.is_ok()).collect();
    assert_eq!(records, [true, false]);
    Ok(())
}

#[test]
fn what_is_no_such_file() {
    let opened = |text: &str| IcewsReader::from_reader(text.as_bytes()).map(|_| ());
    let empty = opened("").unwrap_err();
    assert_eq!(
        empty.to_string(),
        "input: line 1, column 1: found an empty file, expected rows of ICEWS events"
    );
    let lacking = opened("Event ID\tEvent Date\tSource Name\tTarget Name\n").unwrap_err();
    assert_eq!(
        lacking.to_string(),
        "input: line 1, column 1: found a header without \"CAMEO Code\", expected the columns of ICEWS"
    );
    let twice = opened("Event ID\tEvent Date\tevent id\n").unwrap_err();
    assert_eq!(
        twice.to_string(),
        "input: line 1, column 21: found \"event id\" again, expected each column once"
    );
    let missing = IcewsReader::from_path("no/such/file.tab").unwrap_err();
    assert!(missing.is_io() && missing.to_string().starts_with("no/such/file.tab: "));
    let directory = IcewsReader::from_path(env!("CARGO_MANIFEST_DIR")).unwrap_err();
    assert!(directory.is_io(), "{directory}");
    assert!(
        directory
            .to_string()
            .starts_with(env!("CARGO_MANIFEST_DIR"))
    );
    assert!(
        IcewsReader::builder()
            .recorded("2018-02-30")
            .from_reader(SMALL.as_bytes())
            .is_err()
    );
}

#[test]
fn a_file_of_something_else_is_an_error() {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let mut graph = Graph::new();
    let error = graph
        .ingest(IcewsReader::from_path(manifest).unwrap())
        .unwrap_err();
    assert!(error.is_in_input());
    let text = error.to_string();
    assert!(text.starts_with(manifest), "{text}");
    assert!(
        text.contains("rows without a header, none of them good"),
        "{text}"
    );

    let binary = IcewsReader::from_reader(&b"\xff\xfe\n\xff\n"[..]).unwrap();
    assert!(graph.ingest(binary).unwrap_err().is_in_input());

    // One bad row of the right shape may well be of such a file.
    let row = vec!["?"; 20].join("\t") + "\n";
    let report = graph.ingest(IcewsReader::from_reader(row.as_bytes()).unwrap());
    assert_eq!(report.unwrap().refused(), 1);
}

#[test]
fn bad_rows_are_refused_and_the_good_ones_kept() -> Result<()> {
    let good = "7|2018-06-01|France|||010|Spain|||1|1|Post|NA|NA";
    let bad = [
        ("x|2018-06-01|France|||010|Spain|||1|1|Post||", "\"x\""),
        ("NA|2018-06-01|France|||010|Spain|||1|1|Post||", "\"NA\""),
        ("1||France|||010|Spain|||1|1|Post||", "nothing"),
        ("1|2018-06-01|NA|||010|NULL|||1|1|Post||", "\"NA\""),
        ("1|2018-06-01|France|||1|Spain|||1|1|Post||", "\"1\""),
        ("1|2018-06-01|France||||Spain|||1|1|Post||", "nothing"),
        ("1|2018-06-01|France|||010|Spain|||1e3|1|Post||", "\"1e3\""),
        ("1|2018-06-01|France|||010|Spain|||1|-1|Post||", "\"-1\""),
        (
            "1|2018-06-01|France|||010|Spain|||1|1|Post|1|181",
            "\"181\"",
        ),
        (
            "1|2018-06-01|France|||010|Spain|||1|1|Post|NaN|1",
            "\"NaN\"",
        ),
        (
            "1|2018-06-01|France|||010|Spain|||1|1|Post|||",
            "15 columns",
        ),
        ("a line of prose", "\"a line of prose\""),
        ("1|2018-06-01|Fra\0nce|||010|Spain|||1|1|Post||", "\"\\0\""),
    ];
    let mut rows = vec![good];
    rows.extend(bad.iter().map(|&(row, _)| row));
    rows.push(good);
    let (graph, report) = read(&table(&rows))?;
    let found: Vec<&str> = report.refusals().iter().map(Refusal::found).collect();
    let expected: Vec<&str> = bad.iter().map(|&(_, found)| found).collect();
    assert_eq!(found, expected);
    assert_eq!((report.events(), graph.event_count()), (2, 2));
    assert!(is_accounted_for(&report));

    let mut latin = table(&[good]).into_bytes();
    latin.extend(b"8\t2018-06-01\tCura\xE7ao\n");
    let report = Graph::new().ingest(IcewsReader::from_reader(latin.as_slice())?)?;
    assert_eq!(
        report.refusals()[0].position().to_string(),
        "line 3, column 18"
    );
    assert_eq!(report.refusals()[0].found(), "the byte 0xE7");
    Ok(())
}

#[test]
fn codes_that_have_lost_their_zero_are_refused() -> Result<()> {
    let header = "Event ID\tEvent Date\tSource Name\tEvent Text\tCAMEO Code\tTarget Name\n";
    let rows = [
        ("Make statement", "010", true),
        ("Make statement", "10", false),
        ("Discuss by telephone", "41", false),
        // A category of its own, as far as the row says.
        ("Demand", "10", true),
        ("NA", "10", true),
    ];
    for (text, code, good) in rows {
        let file = format!("{header}1\t2018-06-01\tFrance\t{text}\t{code}\tSpain\n");
        let mut reader = IcewsReader::from_reader(file.as_bytes())?;
        assert_eq!(reader.next_record().is_ok(), good, "{text}, {code}");
    }
    Ok(())
}
