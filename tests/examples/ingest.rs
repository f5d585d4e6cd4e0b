//! `ingest`, for people and for machines.

use std::process::{Command, Stdio};

use serde_json::Value;

use super::{assert_prints, executable, run};

const EXAMPLE: &str = "ingest";

fn json(arguments: &[&str]) -> Value {
    let output = run(EXAMPLE, &[arguments, &["--json"]].concat());
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {errors}");
    serde_json::from_slice(&output.stdout).expect("it prints one object")
}

#[test]
fn it_reports_on_each_format_in_words() {
    let files = [
        "tests/data/icews_small.tab",
        "tests/data/gdelt_mixed.tsv",
        "tests/data/gdelt_mentions_small.tsv",
        "tests/data/polecat_small.tsv",
        "tests/data/ftm_small.jsonl",
        "tests/data/quadruples_small.tsv",
        "tests/data/ucdp_ged_small.csv",
        "tests/data/archigos_small.csv",
    ];
    assert_prints(&run(EXAMPLE, &files), "ingest.txt");
}

#[test]
fn one_object_accounts_for_every_row() {
    let report = json(&["tests/data/icews_small.tab"]);
    assert_eq!(report["format"], "icews");
    let number = |name: &str| report[name].as_u64().unwrap_or_else(|| panic!("{name}"));
    assert_eq!(
        number("rows"),
        number("events") + number("folded") + number("refused") + number("duplicates")
    );
    assert!(number("actors") > 0 && number("accounts") >= number("events"));
    let bytes = std::fs::metadata("tests/data/icews_small.tab")
        .unwrap()
        .len();
    assert_eq!(number("bytes"), bytes);
    assert!(
        report["seconds"]
            .as_f64()
            .is_some_and(|seconds| seconds > 0.0)
    );
    assert!(report["megabytes_per_second"].as_f64().is_some());

    let apart = json(&["tests/data/icews_small.tab", "--no-folding"]);
    assert_eq!(apart["folded"], 0);
    assert_eq!(
        apart["events"].as_u64(),
        Some(number("events") + number("folded"))
    );
}

#[test]
fn files_of_one_format_are_one_stream() {
    let deltas = [1, 2, 3].map(|nth| format!("tests/data/ftm_delta_{nth}.json"));
    let deltas = deltas.each_ref().map(String::as_str);
    let report = json(&deltas);
    assert_eq!(report["format"], "ftm");
    assert!(
        report["retracted"]
            .as_u64()
            .is_some_and(|retracted| retracted > 0)
    );

    let mixed = json(&[
        "tests/data/archigos_small.csv",
        "tests/data/icews_small.tab",
    ]);
    assert_eq!(mixed["format"], "archigos, icews");
}

#[test]
fn the_standard_input_is_read_if_its_format_is_said() {
    let piped = |arguments: &[&str]| {
        let file = std::fs::File::open("tests/data/quadruples_small.tsv").unwrap();
        Command::new(executable(EXAMPLE))
            .args(arguments)
            .stdin(Stdio::from(file))
            .output()
            .unwrap()
    };
    let read = piped(&["-", "--format", "quadruples", "--json"]);
    let report: Value = serde_json::from_slice(&read.stdout).unwrap();
    assert_eq!(report, {
        let mut told = json(&["tests/data/quadruples_small.tsv"]);
        for name in ["seconds", "megabytes_per_second"] {
            told[name] = report[name].clone();
        }
        told
    });
    let untold = piped(&["-"]);
    assert_eq!(untold.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&untold.stderr).contains("can be read only once"));
}

#[test]
fn faults_of_input_end_in_1_and_of_use_in_2() {
    for (arguments, status, part) in [
        (&["no/such.tab"][..], 1, "ingest: no/such.tab: "),
        (&["LICENSE-MIT"], 1, "LICENSE-MIT: line 1, column 1: found"),
        (&["tests/data"], 1, "a directory"),
        (
            &["tests/data/icews_small.tab", "--strict"],
            1,
            "tests/data/icews_small.tab: line ",
        ),
        (
            &["tests/data/icews_small.tab", "--format", "polecat"],
            1,
            "found a header without",
        ),
        (
            &["tests/data/icews_small.tab", "--format", "icew"],
            2,
            "did you mean \"icews\"?",
        ),
        (&[], 2, "FILE"),
    ] {
        let output = run(EXAMPLE, arguments);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(
            output.status.code(),
            Some(status),
            "{arguments:?}: {errors}"
        );
        assert!(errors.contains(part), "{arguments:?}: {errors}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
    }
}
