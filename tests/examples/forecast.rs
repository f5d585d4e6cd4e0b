//! `forecast`, on a few days of made-up facts.

use serde_json::Value;

use super::{assert_prints, run};

const EXAMPLE: &str = "forecast";
const SMALL: &str = "tests/data/forecast_small";

#[test]
fn for_people() {
    let output = run(EXAMPLE, &[SMALL, "--next", "3"]);
    assert_prints(&output, "forecast.txt");
}

#[test]
fn for_machines() {
    let output = run(EXAMPLE, &[SMALL, "--json"]);
    assert!(output.status.success());
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["unit"], "per cent");
    assert_eq!(
        answer["facts"],
        serde_json::json!({"train": 39, "valid": 14, "test": 13})
    );
    // As a plain script makes them, from the definition.
    for (form, mrr, hits1, hits3) in [
        ("strict", 77.79, 69.23, 76.92),
        ("relaxed", 67.18, 50.0, 73.08),
        ("combined", 82.11, 73.08, 84.62),
    ] {
        let row = &answer[form];
        assert_eq!(row["mrr"], mrr, "{form}");
        assert_eq!(row["hits1"], hits1, "{form}");
        assert_eq!(row["hits3"], hits3, "{form}");
        assert_eq!(row["hits10"], 100.0, "{form}");
        assert!(row["seconds"].as_f64().is_some_and(|seconds| seconds > 0.0));
    }
    assert_eq!(answer.get("next"), None);
}

#[test]
fn what_is_next_as_json() {
    let output = run(EXAMPLE, &[SMALL, "--next", "1", "--json"]);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let next = &answer["next"][0];
    assert_eq!(next["what"], "call");
    assert_eq!(next["mutual"], true);
    assert_eq!(next["to"]["name"], "Asha Rao");
}

#[test]
fn a_folder_without_the_files_is_told() {
    let output = run(EXAMPLE, &["tests/data"]);
    assert!(!output.status.success());
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(
        errors.starts_with("forecast: tests/data/train.txt: "),
        "{errors}"
    );
}
