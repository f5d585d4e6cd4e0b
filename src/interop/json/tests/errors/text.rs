//! Texts that are no JSON, no text, or too long, deep or wide.

use super::{assert_fault, assert_marked, document, fault};
use crate::interop::json::{check_length, from_bytes};
use crate::testing::Scratch;
use crate::{Graph, Position};

#[test]
fn what_is_no_json_is_told_where_it_breaks_off() {
    let end = "found the end of the document, expected the rest of it";
    assert_fault("", (1, 1), end);
    assert_fault("{\"demarche\": 1,\n \"act", (2, 6), end);
    assert_fault("{\"demarche\": 1,\n", (2, 1), end);
    assert_fault("{\"ä\": é", (1, 7), "invalid JSON: expected value");
    assert_fault("{\"a\" 1}", (1, 6), "invalid JSON: expected `:`");
    assert_fault("{} {}", (1, 4), "invalid JSON: trailing characters");
    assert_fault("{\"a\": [1,\n]}", (2, 1), "invalid JSON: expected value");
    assert_fault("{\"a\": \"b\nc\"}", (1, 9), CONTROL);
    assert_fault("{\"a\": 01}", (1, 8), "invalid JSON: invalid number");
    assert_fault("{\"a\": \"\\x\"}", (1, 9), "invalid JSON: invalid escape");
}

const CONTROL: &str =
    "invalid JSON: control character (\\u0000-\\u001F) found while parsing a string";

#[test]
fn what_is_deep_is_told_where_it_first_goes_wrong() {
    let deep = "[".repeat(200_000);
    let text = format!(
        "{{\"demarche\": 1, \"actors\": [{deep}{}]}}",
        deep.replace('[', "]")
    );
    assert_fault(
        &text,
        (1, 28),
        "found a list, expected an actor: an object of one field, its sort",
    );
    let (line, column, _) = fault(&text[..100_000]);
    assert_eq!((line, column), (1, 100_001));
}

#[test]
fn a_byte_order_mark_is_passed_over_and_not_counted() {
    let text = "\u{feff}{\"demarche\": 1, \"actors\": []}";
    assert!(Graph::from_json(text).is_ok());
    assert_fault("\u{feff}{\"demarche\": 3, \"actors\": []}", (1, 14), {
        "found 3, expected version 1 of the format"
    });
}

#[test]
fn columns_are_letters_whatever_stands_before() {
    let event = r#"{"statement": {"text": "Владимир 🕊 \u00e9", "sources": §"nobody"}}"#;
    assert_marked(event, "no actor has the key \"nobody\"");
}

#[test]
fn a_page_in_the_place_of_a_word_is_cut_short() {
    let page = "page ".repeat(100_000);
    let (line, column, message) = fault(&document(
        "",
        &format!(r#"{{"statement": {{"sources": "{page}"}}}}"#),
    ));
    assert_eq!((line, column), (21, 27));
    assert!(message.starts_with("no actor has the key \"page page") && message.len() < 200);
    let (_, _, message) = fault(&format!("{{\"{page}\": 1}}"));
    assert!(message.len() < 300, "{message}");
}

#[test]
fn a_document_that_is_too_long_is_told_where_it_should_have_ended() {
    let error = check_length("ab\ncdé".as_bytes(), 4).unwrap_err();
    assert_eq!(
        error.to_string(),
        "line 2, column 2: found more, expected a document of at most 4 bytes"
    );
    assert!(check_length(b"abcd", 4).is_ok());
}

#[test]
fn bytes_that_are_no_text_are_told_by_position() {
    let error = from_bytes(b"{\"a\":\n \"\xff\"}").unwrap_err();
    assert_eq!(
        error.to_string(),
        "line 2, column 3: found a byte that is not UTF-8, expected text"
    );
}

#[test]
fn a_file_is_named_in_the_message() {
    let directory = Scratch::of("named");
    let path = directory.path().join("graph.json");
    let error = Graph::read_json(&path).unwrap_err();
    assert!(error.is_io() && error.to_string().starts_with(&path.display().to_string()));
    std::fs::write(&path, "{\"demarche\": 1,\n\"actors\": 3}").unwrap();
    let error = Graph::read_json(&path).unwrap_err();
    let message = "line 2, column 11: found 3, expected the list of actors";
    assert_eq!(error.to_string(), format!("{}: {message}", path.display()));
    assert_eq!(
        error.position(),
        Some(Position {
            line: 2,
            column: 11
        })
    );
}
