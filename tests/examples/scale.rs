//! `scale`, on few events.

use serde_json::Value;

use super::run;

#[test]
fn for_machines() {
    let output = run("scale", &["20000", "--actors", "300", "--json"]);
    assert!(output.status.success());
    let figures: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (&figures["events"], &figures["actors"]),
        (&20_000.into(), &300.into())
    );
    // Of so few events the days, of which there are forty years, weigh most.
    for (bytes, most) in [
        ("bytes_per_event", 34.0),
        ("bytes_per_event_shuffled", 42.0),
        ("bytes_per_event_with_accounts", 48.0),
    ] {
        let bytes = figures[bytes].as_f64().unwrap();
        assert!((22.0..most).contains(&bytes), "{bytes}");
    }
    for figure in [
        "build_ordered_s",
        "build_shuffled_s",
        "window_count_us",
        "contacts_median_us",
        "contacts_busiest_us",
        "dyad_first_us",
        "aggregate_meps",
        "earliest_arrival_meps",
        "record_then_ask_us",
        "record_then_ask_p99_us",
        "record_then_ask_max_ms",
        "save_mb_s",
        "open_ms",
        "first_answer_ms",
    ] {
        assert!(
            figures[figure].as_f64().is_some_and(|figure| figure > 0.0),
            "{figure}"
        );
    }
}

#[test]
fn for_people() {
    let output = run("scale", &["2000", "--actors", "50", "--ordered-only"]);
    assert!(output.status.success());
    let table = String::from_utf8(output.stdout).unwrap();
    assert!(table.starts_with("2000 events of 50 actors\nbytes an event, in order of time"));
    assert!(!table.contains("any order"), "{table}");
}
