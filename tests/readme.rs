//! What the README shows is what the examples print.

#[test]
fn the_output_in_the_readme_is_that_of_the_example() {
    let readme = include_str!("../README.md");
    let printed = include_str!("expected/who_talked_to_whom.txt");
    let shown = readme
        .split("```text\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .expect("the README shows some output");
    assert!(printed.starts_with(shown), "{shown}");
}

#[test]
fn the_readme_names_the_two_commands() {
    let readme = include_str!("../README.md");
    for command in ["cargo run --example who_talked_to_whom", "cargo test"] {
        assert!(readme.contains(command), "{command}");
    }
}
