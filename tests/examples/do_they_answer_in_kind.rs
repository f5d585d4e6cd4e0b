//! `do_they_answer_in_kind`, on made-up rows and on ICEWS14.

use std::path::Path;

use serde_json::Value;

use super::{assert_prints, run};

const EXAMPLE: &str = "do_they_answer_in_kind";
const ICEWS14: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/icews14");

fn json(arguments: &[&str]) -> Value {
    let output = run(EXAMPLE, arguments);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Of each month: events, Goldstein's sum, and how many there are of each quad class.
fn months(note: &Value) -> Vec<(u64, f64, [u64; 4])> {
    let quads = [
        "verbal_cooperation",
        "material_cooperation",
        "verbal_conflict",
        "material_conflict",
    ];
    let rows = note["panel"].as_array().unwrap().iter();
    rows.map(|row| {
        let quads = quads.map(|quad| row[format!("quad_cameo_{quad}")].as_u64().unwrap());
        let sum = row["goldstein_sum"].as_f64().unwrap();
        let sum = (sum * 10.0).round() / 10.0;
        (row["events"].as_u64().unwrap(), sum, quads)
    })
    .collect()
}

/// A figure to two decimals, as the note has it.
fn hundredths(figure: &Value) -> String {
    format!("{:.2}", figure.as_f64().unwrap())
}

#[test]
fn without_arguments_it_tells_of_made_up_rows() {
    let output = run(EXAMPLE, &[]);
    assert_prints(&output, "do_they_answer_in_kind.txt");
    assert!(String::from_utf8_lossy(&output.stdout).lines().count() <= 60);
}

#[test]
fn as_json_it_tells_the_same() {
    let note = json(&["--json"]);
    // Counted in the rows: what is written from both sides is one event.
    assert_eq!(
        months(&note),
        [
            (3, 9.0, [3, 0, 0, 0]),
            (3, 5.0, [1, 1, 1, 0]),
            (9, -34.8, [0, 0, 7, 2]),
            (3, 14.0, [3, 0, 0, 0]),
            (3, 16.0, [3, 0, 0, 0]),
        ]
    );
    let answers = &note["courses"]["answers"];
    assert_eq!(answers["by_other"]["acts"], 9);
    assert_eq!(answers["by_other"]["as_dated"], 5);
    assert_eq!(answers["by_one"]["as_dated"], 7);
    assert_eq!(answers["by_one"]["certain"], 0);
    let around = &note["turning"]["around"];
    assert_eq!(around["event"]["when"], "2016-03-14");
    assert_eq!(
        (&around["before"]["events"], &around["after"]["events"]),
        (&6.into(), &4.into())
    );
    let word = &note["word"];
    assert_eq!(word["certainty"], "as_dated");
    let steps = |journey: &str| {
        let steps = word[journey]["steps"].as_array().unwrap().iter();
        steps
            .map(|step| step["when"].as_str().unwrap())
            .collect::<Vec<_>>()
            .join(", ")
    };
    assert_eq!(steps("earliest_possible"), "2016-03-17, 2016-03-17");
    assert_eq!(steps("earliest"), "2016-03-17, 2016-03-24");
    assert_eq!(word["chains"].as_array().unwrap().len(), 2);
    assert_eq!(note["next"]["likely"][0]["times"], Value::Null);
    assert_eq!(note["next"]["day"], "2016-05-18");
}

#[test]
fn it_is_told_whom_to_ask_about() {
    let note = json(&["--pair", "Togo", "Benin", "--event", "mediation", "--json"]);
    assert_eq!(note["word"], Value::Null);
    assert_eq!(note["turning"]["around"]["event"]["when"], "2016-03-29");
    let output = run(EXAMPLE, &["--pair", "Ghana", "Tgoo"]);
    assert!(!output.status.success());
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(errors.contains("did you mean \"Togo\""), "{errors}");
}

#[test]
fn where_there_is_no_such_event_it_says_so() {
    let output = run(EXAMPLE, &["--event", "203"]);
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(printed.contains("  there is no 203 ("), "{printed}");
}

/// The figures are those that a plain script finds in the rows.
#[test]
fn of_icews14_it_tells_what_is_in_the_rows() {
    if !Path::new(ICEWS14).exists() {
        println!("skipped: {ICEWS14} is not there");
        return;
    }
    let note = json(&[ICEWS14, "--json"]);
    assert_eq!(note["events"], 79036);
    assert_eq!(note["dated_by_report"], 79036);
    let months = months(&note);
    assert_eq!(months.iter().map(|month| month.0).sum::<u64>(), 274);
    assert_eq!(months[3], (3, 15.0, [3, 0, 0, 0]));
    assert_eq!(months[4], (102, -201.7, [36, 4, 50, 12]));
    assert_eq!(hundredths(&note["panel"][4]["per_thousand"]), "14.68");

    let courses = &note["courses"];
    let [monthly, weekly] = [0, 1].map(|nth| {
        let found = &courses["correlation"][nth];
        ["same", "other_follows_one", "one_follows_other"].map(|r| hundredths(&found[r]))
    });
    assert_eq!(monthly, ["0.87", "-0.05", "0.31"]);
    assert_eq!(weekly, ["0.63", "0.52", "0.25"]);
    let answers = &courses["answers"]["by_other"];
    let how_certain = ["acts", "certain", "as_dated", "possible"];
    assert_eq!(
        how_certain.map(|one| answers[one].as_u64().unwrap()),
        [126, 0, 114, 8]
    );
    assert_eq!(answers["in_kind"]["conflict_by_conflict"], 36);
    assert_eq!(answers["in_kind"]["cooperation_by_conflict"], 17);

    let around = &note["turning"]["around"];
    assert_eq!(around["event"]["when"], "2014-05-07");
    let phases = ["before", "after", "undecided"];
    assert_eq!(
        phases.map(|phase| around[phase]["events"].as_u64().unwrap()),
        [5, 104, 6]
    );

    let word = &note["word"];
    let last = word["earliest"]["steps"]
        .as_array()
        .unwrap()
        .last()
        .unwrap();
    assert_eq!(last["when"], "2014-09-19");
    let heard = word["heard"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&heard["as_dated"], &heard["possible"]),
        (&367.into(), &371.into())
    );
    let costs = word["chains"].as_array().unwrap().iter();
    let costs: Vec<String> = costs.map(|chain| hundredths(&chain["cost"])).collect();
    assert_eq!(costs, ["1.00", "1.25", "1.27"]);
    assert_eq!(hundredths(&note["next"]["likely"][3]["score"]), "0.03");
}
