//! `what_do_we_cite`, as a page and as a table.

use super::{assert_prints, run};

const EXAMPLE: &str = "what_do_we_cite";

#[test]
fn it_prints_a_page_and_asks_again() {
    for (arguments, expected) in [
        (&[][..], "what_do_we_cite.md"),
        (&["--csv"], "what_do_we_cite.csv"),
    ] {
        let output = run(EXAMPLE, arguments);
        assert_prints(&output, expected);
        assert_eq!(output.stderr, b"asked again: the same answer\n");
    }
}

#[test]
fn a_data_set_is_cited_with_its_licence() {
    let output = run(EXAMPLE, &["tests/data/icews_small.tab", "Nikolai Ivanov"]);
    assert!(output.stderr.ends_with(b"asked again: the same answer\n"));
    let page = String::from_utf8(output.stdout).unwrap();
    let (_, sets) = page.split_once("## Data sets\n\n").expect("data sets");
    assert_eq!(sets.lines().count(), 1, "{page}");
    assert!(
        sets.starts_with("- ICEWS") && sets.contains("(licence: "),
        "{sets}"
    );
}

#[test]
fn faults_of_input_end_in_1_and_of_use_in_2() {
    for (arguments, code, message) in [
        (
            &["no/such/file.json", "X"][..],
            1,
            "what_do_we_cite: no/such/file.json: ",
        ),
        (
            &["--all"],
            2,
            "usage: what_do_we_cite [--csv] [FILE ACTOR]\n",
        ),
        (&["only-a-file"], 2, "usage: "),
    ] {
        let output = run(EXAMPLE, arguments);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{errors}");
        assert!(errors.contains(message), "{errors}");
        assert!(output.stdout.is_empty());
    }
}
