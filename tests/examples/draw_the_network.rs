//! `draw_the_network`, on the report and on a file.

use super::{assert_prints, run};

const EXAMPLE: &str = "draw_the_network";

#[test]
fn without_arguments_it_draws_the_report() {
    assert_prints(&run(EXAMPLE, &[]), "draw_the_network.dot");
}

#[test]
fn with_an_actor_it_draws_what_that_one_takes_part_in() {
    let report = "examples/data/belarus_border_2021.json";
    let output = run(EXAMPLE, &[report, "Angela Merkel"]);
    let drawing = String::from_utf8(output.stdout).unwrap();
    let edges: Vec<&str> = drawing
        .lines()
        .filter(|line| line.contains(" -> "))
        .collect();
    assert_eq!(edges.len(), 1, "{drawing}");
    assert!(
        edges[0].contains("[label=\" call\\n 2021-11-15\""),
        "{drawing}"
    );
    assert!(!drawing.contains("emmanuel-macron"));
}

#[test]
fn faults_of_input_end_in_1_and_of_use_in_2() {
    let report = "examples/data/belarus_border_2021.json";
    for (arguments, code, message) in [
        (
            &["no/such/file.json"][..],
            1,
            "draw_the_network: no/such/file.json: ",
        ),
        (
            &[report, "Lukashenka"],
            1,
            "did you mean \"Alexander Lukashenko\"?",
        ),
        (&["--all"], 2, "usage: draw_the_network [FILE [ACTOR]]\n"),
    ] {
        let output = run(EXAMPLE, arguments);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{errors}");
        assert!(errors.contains(message), "{errors}");
        assert!(output.stdout.is_empty());
    }
}
