//! Each fault, told where it begins.

mod events;
mod graph;
mod text;

use crate::{Graph, Position};

/// A document with a cast of five, these ties and these events, each on a line of
/// its own from line 10 and line 20 on.
fn document(ties: &str, events: &str) -> String {
    let actors = [
        r#"{"leader": {"name": "Emmanuel Macron"}}"#,
        r#"{"leader": {"name": "Vladimir Putin"}}"#,
        r#"{"state": {"name": "France"}}"#,
        r#"{"group": {"name": "protesters"}}"#,
        r#"{"organization": {"name": "European Union", "sort": "intergovernmental"}}"#,
    ];
    let actors = actors.join(",\n");
    let head = format!("{{\"demarche\": 1,\n\"actors\": [\n{actors}],");
    let gap = "\n".repeat(10 - 1 - head.matches('\n').count());
    format!(
        "{head}{gap}\"ties\": [{ties}],{}\"events\": [\n{events}\n]}}",
        "\n".repeat(10)
    )
}

/// Where a fault in a text is told, and what is said of it.
fn fault(text: &str) -> (u64, u64, String) {
    let error = Graph::from_json(text).expect_err(text);
    assert!(error.is_in_input(), "{error:?}");
    let Position { line, column } = error.position().unwrap();
    let message = error.to_string();
    let message = message.strip_prefix(&format!("line {line}, column {column}: "));
    (line, column, message.unwrap().to_owned())
}

#[track_caller]
fn assert_fault(text: &str, at: (u64, u64), message: &str) {
    let (line, column, found) = fault(text);
    assert_eq!(found, message, "{text}");
    assert_eq!((line, column), at, "{text}");
}

/// A fault in an event: its column, on line 21.
#[track_caller]
fn assert_event_fault(event: &str, column: u64, message: &str) {
    assert_fault(&document("", event), (21, column), message);
}

/// A fault at the place of `§`, which stands for nothing.
#[track_caller]
fn assert_marked(event: &str, message: &str) {
    let column = event.chars().position(|letter| letter == '§').unwrap();
    let column = u64::try_from(column).unwrap() + 1;
    assert_event_fault(&event.replace('§', ""), column, message);
}

#[test]
fn the_frame_of_the_tests_is_sound() {
    let events = r#"{"call": {"parties": ["emmanuel-macron", "vladimir-putin"]}}"#;
    let ties = r#"{"office": {"from": "emmanuel-macron", "to": "france", "span": "2017/.."}}"#;
    let graph = Graph::from_json(&document(ties, events)).unwrap();
    assert_eq!(
        (graph.actor_count(), graph.tie_count(), graph.event_count()),
        (5, 1, 1)
    );
}
