//! `who_talked_to_whom`, the main job.

use std::path::Path;

use super::{assert_prints, run};

const EXAMPLE: &str = "who_talked_to_whom";

fn printed(arguments: &[&str]) -> String {
    let output = run(EXAMPLE, arguments);
    assert!(output.status.success());
    String::from_utf8(output.stdout).expect("it prints text")
}

#[test]
fn without_arguments_it_answers_on_the_report() {
    assert_prints(&run(EXAMPLE, &[]), "who_talked_to_whom.txt");
}

#[test]
fn it_is_told_a_file_and_an_actor() {
    let calls = printed(&["examples/data/belarus_border_2021.json", "Angela Merkel"]);
    assert_eq!(
        calls,
        "Alexander Lukashenko · 1 call · 2021-11-15 · 50 min · according to Belta, the report\n"
    );
}

#[test]
fn it_is_told_a_file_and_gives_all_pairs() {
    let pairs = printed(&["examples/data/belarus_border_2021.json"]);
    assert_eq!(pairs.lines().count(), 3);
    let pairs = printed(&["tests/data/icews_small.tab"]);
    assert!(pairs.contains(" call"), "{pairs}");
}

#[test]
fn a_format_is_known_by_the_extension_or_else_by_the_beginning() {
    let unmarked = Path::new(env!("CARGO_TARGET_TMPDIR")).join("a report without an extension");
    std::fs::copy("examples/data/belarus_border_2021.json", &unmarked).unwrap();
    let path = unmarked.to_str().unwrap();
    assert_eq!(printed(&[path]).lines().count(), 3);
    assert_eq!(
        printed(&[path, "Poland"]),
        "nobody, as far as the file says\n"
    );

    // No events at all among many lines: that is no such file.
    std::fs::copy("LICENSE-MIT", &unmarked).unwrap();
    let output = run(EXAMPLE, &[path]);
    assert_eq!(output.status.code(), Some(1));
    let message = String::from_utf8_lossy(&output.stderr);
    assert!(message.contains("line 1, column 1: found"), "{message}");
}

#[test]
fn faults_of_input_end_in_1_and_of_use_in_2() {
    let ended = |arguments: &[&str]| {
        let output = run(EXAMPLE, arguments);
        assert!(output.stdout.is_empty());
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.code(), message)
    };
    let report = "examples/data/belarus_border_2021.json";

    let (code, message) = ended(&["no/such/file.json"]);
    assert_eq!(code, Some(1));
    assert!(
        message.starts_with("who_talked_to_whom: no/such/file.json: "),
        "{message}"
    );

    let (code, message) = ended(&[report, "Lukashenka"]);
    assert_eq!(code, Some(1));
    assert!(
        message.contains("did you mean \"Alexander Lukashenko\"?"),
        "{message}"
    );

    for misuse in [&["--all"][..], &[report, "Merkel", "Macron"]] {
        let (code, message) = ended(misuse);
        assert_eq!(code, Some(2));
        assert_eq!(message, "usage: who_talked_to_whom [FILE [ACTOR]]\n");
    }
}
