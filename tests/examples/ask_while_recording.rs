//! `ask_while_recording`, for a second.

use serde_json::Value;

use super::run;

/// Small and slow, as these tests are built without optimisation.
const LITTLE: [&str; 7] = [
    "--events",
    "5000",
    "--actors=100",
    "--per-second",
    "1000",
    "--seconds",
    "1",
];

#[test]
fn for_machines() {
    let output = run(
        "ask_while_recording",
        &[&LITTLE[..], &["--readers", "3", "--json"]].concat(),
    );
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    let figures: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(figures["recorded"], 1000);
    assert_eq!(figures["events_at_first"], 5000);
    assert!(figures["seconds"].as_f64() > Some(0.9));
    assert!(figures["questions"].as_u64() >= Some(3));
    assert!(figures["recounted"].as_u64() >= Some(3));
    for what in [
        "record_two_us",
        "publish_us",
        "late_us",
        "take_us",
        "age_us",
        "ask_us",
    ] {
        let [median, p99, longest] =
            ["median", "p99", "longest"].map(|one| figures[what][one].as_f64().unwrap());
        assert!(
            0.0 < median && median <= p99 && p99 <= longest,
            "{what}: {median}, {p99}, {longest}"
        );
    }
}

#[test]
fn for_people() {
    let output = run("ask_while_recording", &LITTLE);
    assert!(output.status.success());
    let table = String::from_utf8(output.stdout).unwrap();
    assert!(
        table.starts_with("5000 events of 100 actors at first, 1000 more recorded in"),
        "{table}"
    );
    assert!(table.contains("none torn"), "{table}");
}
