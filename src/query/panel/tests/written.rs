//! Panels written out, and read back by others.

use proptest::prelude::*;

use crate::model::State;
use crate::query::{Panel, Period};
use crate::{Accusation, Call, Graph, Result};

fn written(panel: &Panel) -> Vec<u8> {
    let mut bytes = Vec::new();
    panel.write_csv(&mut bytes).unwrap();
    bytes
}

/// What a reader of comma-separated values makes of it.
fn read(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(bytes);
    let records = reader.records().map(|record| {
        let record = record.unwrap();
        record.iter().map(str::to_owned).collect()
    });
    records.collect()
}

/// A value of JSON as a field has it.
fn field(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Number(number) => {
            let float = number.as_f64().filter(|_| number.is_f64());
            float.map_or_else(|| number.to_string(), |float| float.to_string())
        }
        other => panic!("{other}"),
    }
}

/// The file against the rows as serde has them, and both against the columns.
fn check(panel: &Panel) {
    let bytes = written(panel);
    let rows = read(&bytes);
    assert_eq!(rows[0], panel.columns());
    let json: serde_json::Value =
        serde_json::from_slice(&serde_json::to_vec(panel).unwrap()).unwrap();
    let json = json.as_array().unwrap();
    assert_eq!(rows.len() - 1, json.len());
    for (row, json) in rows[1..].iter().zip(json) {
        let json = json.as_object().unwrap();
        assert_eq!(json.len(), row.len());
        for (column, value) in panel.columns().iter().zip(row) {
            assert_eq!(&field(&json[column]), value, "{column}");
        }
    }
    // The other writer writes the same.
    let mut theirs = csv::WriterBuilder::new();
    let mut theirs = theirs
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in &rows {
        theirs.write_record(row).unwrap();
    }
    assert_eq!(
        String::from_utf8(theirs.into_inner().unwrap()),
        String::from_utf8(bytes)
    );
}

fn two(names: [&str; 2]) -> Result<Graph> {
    let mut graph = Graph::new();
    let one = graph.add(State::new(names[0]).key("one").iso3("ONE"))?;
    let other = graph.add(State::new(names[1]).key("other"))?;
    graph.record(Call::between(one, other).on("2021-11-15"))?;
    graph.record(Accusation::by(one).against(other).on("2021-11-15"))?;
    for _ in 0..12 {
        graph.record(Accusation::by(other).against(one).on("2022-02-01"))?;
    }
    Ok(graph)
}

#[test]
fn a_small_panel_reads_as_expected() -> Result<()> {
    let graph = two(["A, \"B\"", "C\r\nD"])?;
    let panel = graph
        .view()
        .panel(Period::Month)
        .directed()
        .per_thousand()
        .build();
    check(&panel);
    let text = String::from_utf8(written(&panel)).unwrap();
    assert!(text.starts_with("source,source_name,source_iso3,source_cow,source_gw,target,"));
    assert!(text.contains("\r\none,\"A, \"\"B\"\"\",ONE,,,other,\"C\r\nD\",,,,2021-11,2,1,"));
    assert!(text.contains(",2021-12,0,0,"));
    assert!(text.contains(",2022-02,12,0,0,12,0,"));
    assert!(text.ends_with(",12,-24,-2,12,1000\r\n"));
    let undirected = graph.view().panel(Period::Quarter).build();
    check(&undirected);
    assert_eq!(undirected.columns()[5], "other");
    Ok(())
}

#[test]
fn a_panel_without_rows_is_a_line_of_names() {
    let graph = Graph::new();
    let panel = graph.view().panel(Period::Week).build();
    let expected = panel.columns().join(",") + "\r\n";
    assert_eq!(String::from_utf8(written(&panel)), Ok(expected));
}

#[test]
fn what_a_writer_says_is_passed_on() -> Result<()> {
    let graph = two(["One", "Other"])?;
    let panel = graph.view().panel(Period::Day).build();
    let mut full = [0_u8; 10];
    assert!(panel.write_csv(&mut full[..]).is_err());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hostile_names_come_back(one in "[a-z \",;\r\n\t=é']{0,8}", other in "\\PC{0,8}") {
        let (one, other) = (format!("x{one}x"), format!("y{other}"));
        let graph = two([&one, &other]).unwrap();
        check(&graph.view().panel(Period::Month).directed().build());
    }
}
