//! Each fault, told where it begins.

use crate::testing::Scratch;
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

#[track_caller]
fn assert_actor_marked(actor: &str, message: &str) {
    let column = actor.chars().position(|letter| letter == '§').unwrap();
    let actor = actor.replace('§', "");
    let text = format!(
        "{{\"demarche\": 1, \"actors\": [{{\"state\": {{\"name\": \"Chad\"}}}},\n{actor}]}}"
    );
    let column = u64::try_from(column).unwrap() + 1;
    assert_fault(&text, (2, column), message);
}

#[track_caller]
fn assert_tie_marked(tie: &str, message: &str) {
    let column = tie.chars().position(|letter| letter == '§').unwrap();
    let column = u64::try_from(column + "\"ties\": [".len()).unwrap() + 1;
    assert_fault(&document(&tie.replace('§', ""), ""), (10, column), message);
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
fn the_document_itself() {
    let first = "found a list, expected an object: a document";
    assert_fault(" []", (1, 2), first);
    assert_fault("{}", (1, 1), "the field \"demarche\" is missing");
    assert_fault(
        "{\"demarche\": 1}",
        (1, 1),
        "the field \"actors\" is missing",
    );
    assert_fault(
        "{\"demarche\": 2, \"actors\": []}",
        (1, 14),
        "found 2, expected version 1 of the format",
    );
    assert_fault(
        "{\"demarche\": \"1\", \"actors\": []}",
        (1, 14),
        "found the text \"1\", expected the version of the format",
    );
    assert_fault(
        "{\"actors\": [], \"demarche\": 1}",
        (1, 1),
        "the fields are out of order, expected demarche, actors, ties, events",
    );
    assert_fault(
        "{\"demarche\": 1, \"actors\": [], \"evnts\": []}",
        (1, 31),
        "unknown field \"evnts\" of a document; did you mean \"events\"?",
    );
    assert_fault(
        "{\"demarche\": 1, \"actors\": [],\n\"actors\": []}",
        (2, 1),
        "the field \"actors\" of a document is there twice",
    );
    assert_fault(
        "{\"demarche\": 1, \"actors\": null}",
        (1, 27),
        "found null, expected the list of actors",
    );
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
fn actors() {
    assert_actor_marked(
        "§7",
        "found 7, expected an actor: an object of one field, its sort",
    );
    assert_actor_marked(
        "§{}",
        "found an empty object, expected an actor: an object of one field, its sort",
    );
    assert_actor_marked(
        r#"{"leader": {"name": "a"}, §"state": {"name": "b"}}"#,
        "found a second field, expected an actor: an object of one field, its sort",
    );
    assert_actor_marked(
        r#"{§"leadr": {"name": "a"}}"#,
        "unknown sort of actor \"leadr\"; did you mean \"leader\"?",
    );
    assert_actor_marked(
        r#"{§"x": {"name": "a"}}"#,
        "unknown sort of actor \"x\", expected one of leader, state, organization, group, \
         unresolved",
    );
    assert_actor_marked(
        r#"{"leader": §{"key": "a"}}"#,
        "the field \"name\" is missing",
    );
    assert_actor_marked(
        r#"{"leader": {"name": §null}}"#,
        "found null, expected a name",
    );
    assert_actor_marked(
        r#"{"leader": {"key": "x", "name": §" "}}"#,
        "actor: found a blank name, expected a name, or a description if unnamed",
    );
    assert_actor_marked(
        r#"{"leader": {"name": "a", §"sort": "media"}}"#,
        "unknown field \"sort\" of a leader, expected one of \"key\", \"name\", \"unnamed\", \
         \"aliases\", \"codes\", \"sectors\", \"merged_into\"",
    );
    assert_actor_marked(
        r#"{"organization": {"name": "a", "sort": §"medium"}}"#,
        "unknown variant `medium`, expected one of `intergovernmental`, `government_body`, \
         `security_force`, `company`, `media`, `party`, `armed_group`, `other`",
    );
    assert_actor_marked(
        r#"{"leader": {"name": "a", §"name": "b"}}"#,
        "the field \"name\" of a leader is there twice",
    );
    assert_actor_marked(
        r#"{"leader": {"name": "a", §"na\u006de": "b"}}"#,
        "the field \"name\" of a leader is there twice",
    );
    assert_actor_marked(
        r#"{"leader": {"name": "a", "unnamed": §"yes"}}"#,
        "found the text \"yes\", expected true or false",
    );
    assert_actor_marked(
        r#"{"leader": {"name": "a", "aliases": ["b", §{"c": 1}]}}"#,
        "found an object, expected a text",
    );
    assert_actor_marked(
        r#"{"leader": {"key": §"chad", "name": "a"}}"#,
        "the actor key \"chad\" is taken",
    );
    assert_actor_marked(
        r#"{"leader": {"name": "a", "key": §"Čad"}}"#,
        "actor key: found \"Čad\", expected lower-case letters and digits with single hyphens \
         between them",
    );
    assert_actor_marked(
        r#"{"state": {"name": "a", "codes": {§"iso": "FRA"}}}"#,
        "unknown field \"iso\" of codes by their systems; did you mean \"iso3\"?",
    );
    assert_actor_marked(
        r#"{"state": {"name": "a", "codes": {"iso3": ["FRA", §250]}}}"#,
        "found 250, expected a code",
    );
    assert_actor_marked(
        r#"{"state": {"name": §"half \ud83d a letter"}}"#,
        "found an escape that is no letter, expected a name",
    );
}

#[test]
fn ties() {
    assert_tie_marked(
        r#"{§"ofice": {"from": "emmanuel-macron", "to": "france"}}"#,
        "unknown kind of tie \"ofice\"; did you mean \"office\"?",
    );
    assert_tie_marked(
        r#"{"office": §{"from": "emmanuel-macron"}}"#,
        "the field \"to\" is missing",
    );
    assert_tie_marked(
        r#"{"office": {"from": §"france", "to": "european-union"}}"#,
        "\"france\" is a state, expected a leader or an unresolved actor as \"from\" of an office",
    );
    assert_tie_marked(
        r#"{"membership": {"from": "france", "to": §"protesters"}}"#,
        "\"protesters\" is a group, expected an organization as \"to\" of a membership",
    );
    assert_tie_marked(
        r#"{"affiliation": {"from": "european-union", "to": §"european-union"}}"#,
        "tie: found one actor twice, expected two different actors",
    );
    assert_tie_marked(
        r#"{"membership": {"from": "france", "to": "european-union", §"title": "x"}}"#,
        "unknown field \"title\" of a membership, expected one of \"from\", \"to\", \"span\", \
         \"retracted\", \"accounts\"",
    );
    assert_tie_marked(
        r#"{"membership": {"from": "france", "to": "european-union", "span": §"2020/2019"}}"#,
        &"2020/2019"
            .parse::<crate::time::Span>()
            .unwrap_err()
            .to_string(),
    );
    assert_tie_marked(
        r#"{"affiliation": {"from": "protesters", "to": "france", "observed": ["2018-06-01", §"2018-06-31"]}}"#,
        "found the text \"2018-06-31\", expected a day, as in \"2018-06-02\"",
    );
    assert_tie_marked(
        r#"{"unchecked": §{"from": "france", "to": "european-union"}}"#,
        "the field \"kind\" is missing",
    );
}

#[test]
fn who_takes_part_in_what() {
    assert_marked(
        r#"{"call": {"parties": ["emmanuel-macron", §"vladimir-putn"]}}"#,
        "no actor has the key \"vladimir-putn\"; did you mean \"vladimir-putin\"?",
    );
    assert_marked(
        r#"{"call": {"parties": ["emmanuel-macron", §"Vladimir Putin"]}}"#,
        "no actor has the key \"Vladimir Putin\"; did you mean \"vladimir-putin\"?",
    );
    assert_marked(
        r#"{"call": {"parties": ["emmanuel-macron", §"\u00e9lys\u00e9e"]}}"#,
        "no actor has the key \"élysée\"",
    );
    assert_marked(
        r#"{"call": {"parties": ["emmanuel-macron", §"protesters"]}}"#,
        "\"protesters\" is a group, expected a leader, a state, an organization or an unresolved \
         actor among the \"parties\" of a call",
    );
    assert_marked(
        r#"{"call": {"parties": §"emmanuel-macron"}}"#,
        "found 1, expected at least 2 as \"parties\" of a call",
    );
    assert_marked(
        r#"{"call": {"parties": ["emmanuel-macron", §"emmanuel-macron"]}}"#,
        "found an actor twice in one role, expected each actor once",
    );
    assert_marked(
        r#"{"call": {"parties": ["emmanuel-macron", "vladimir-putin"], "initiator": §"france"}}"#,
        "found an initiator that takes no part, expected one of the participants",
    );
    assert_marked(
        r#"{"accusation": §{"targets": "france"}}"#,
        "found 0, expected at least 1 as \"sources\" of an accusation",
    );
    assert_marked(
        r#"{"coded": §{"code": "145"}}"#,
        "found no participant, expected at least one",
    );
    assert_marked(
        r#"{"sanction": {"sources": §"protesters"}}"#,
        "\"protesters\" is a group, expected a state, an organization or an unresolved actor \
         among the \"sources\" of a sanction",
    );
    let (_, _, message) = fault(&document("", r#"{"call": {"sources": "france"}}"#));
    assert!(message.starts_with(
        "unknown field \"sources\" of a call, expected one of \"parties\", \"key\", \"on\""
    ));
}

#[test]
fn what_an_event_is() {
    assert_marked(
        r#"{§"cal": {"sources": "france"}}"#,
        "unknown kind of event \"cal\"; did you mean \"call\"?",
    );
    assert_marked(
        r#"{"statement": {"sources": "france", "code": §"041"}}"#,
        "found 041, a code of another kind, expected a code of a statement",
    );
    assert_marked(
        r#"{"coded": {"sources": "france", "code": §"4"}}"#,
        &"4".parse::<crate::model::codes::CameoCode>()
            .unwrap_err()
            .to_string(),
    );
    assert_marked(
        r#"{"coded": {"sources": "france", "code": §14}}"#,
        "found 14, expected a CAMEO code",
    );
    assert_marked(
        r#"{"coded": §{"sources": "france"}}"#,
        "found none, expected a code, a class or a kind of the coded event",
    );
    assert_marked(
        r#"{"other": §{"sources": "france"}}"#,
        "the field \"label\" is missing",
    );
    assert_marked(
        r#"{"coded": {"sources": "france", "class": §"CONSULTT"}}"#,
        &"CONSULTT"
            .parse::<crate::model::codes::Class>()
            .unwrap_err()
            .to_string(),
    );
}

#[test]
fn when_where_and_how_many() {
    assert_marked(
        r#"{"statement": {"sources": "france", "on": §"2021-02-30"}}"#,
        "invalid moment \"2021-02-30\": at byte 8 found day 30, expected 01 to 28 in 2021-02",
    );
    assert_marked(
        r#"{"statement": {"sources": "france", "on": §2021}}"#,
        "found 2021, expected a moment",
    );
    assert_marked(
        r#"{"statement": {"sources": "france", "lasting": §"P1M"}}"#,
        &"P1M"
            .parse::<crate::time::Duration>()
            .unwrap_err()
            .to_string(),
    );
    assert_marked(
        r#"{"statement": {"sources": "france", "basis": §"story"}}"#,
        "unknown variant `story`, expected `event` or `report`",
    );
    assert_marked(
        r#"{"statement": {"sources": "france", "occurrence": §"twice"}}"#,
        "found the text \"twice\", expected \"once\", \"several\", or an object such as \
         {\"times\": 3}",
    );
    assert_marked(
        r#"{"statement": {"sources": "france", "at": {"coordinates": [§91, 0]}}}"#,
        "latitude: found 91, expected -90 to 90 degrees",
    );
    assert_marked(
        r#"{"statement": {"sources": "france", "at": {"coordinates": [9, §-180.5]}}}"#,
        "longitude: found -180.5, expected -180 to 180 degrees",
    );
    assert_marked(
        r#"{"statement": {"sources": "france", "at": {"coordinates": [1, §1e999]}}}"#,
        "found 1e999, expected a number of degrees",
    );
    assert_marked(
        r#"{"statement": {"sources": "france", "at": {"coordinates": §[1]}}}"#,
        "found a list of 1, expected a list of latitude and longitude, in degrees",
    );
    assert_marked(
        r#"{"statement": {"sources": "france", "at": §["Paris"]}}"#,
        "found a list, expected a place: its name, or an object of its name, country and \
         coordinates",
    );
    assert_marked(
        r#"{"statement": {"sources": "france", "numbers": {"deaths": 1, §"deaths": 2}}}"#,
        "the number of \"deaths\" is there twice",
    );
    assert_marked(
        r#"{"statement": {"sources": "france", "numbers": {"deaths": §-1}}}"#,
        "found -1, expected a whole number, or a text such as \"at least 11\"",
    );
    assert_marked(
        r#"{"statement": {"sources": "france", "numbers": {"deaths": §18446744073709551616}}}"#,
        "found 18446744073709551616, expected a whole number, or a text such as \"at least 11\"",
    );
    assert_marked(
        r#"{"sanction": {"sources": "france", "on": "2021", "sanction": {"in_force": §"../2019"}}}"#,
        "found an end on 2019, before 2021, expected a sanction in force after it was imposed",
    );
    assert_marked(
        r#"{"statement": {"sources": "france", "inferred": [{"aspect": §"tone", "why": ""}]}}"#,
        "unknown variant `tone`, expected one of `kind`, `participants`, `date`, `place`",
    );
}

#[test]
fn links_and_keys() {
    let first = r#"{"statement": {"key": "first", "sources": "france"}},"#;
    let marked = |event: &str, message: &str| assert_marked(&format!("{first}{event}"), message);
    marked(
        r#"{"statement": {"key": §"first", "sources": "france"}}"#,
        "the event key \"first\" is taken",
    );
    marked(
        r#"{"statement": {"sources": "france", "links": [{"before": §"frist"}]}}"#,
        "no event has the key \"frist\"; did you mean \"first\"?",
    );
    marked(
        r##"{"statement": {"sources": "france", "links": [{"before": §"#3"}]}}"##,
        "found the text \"#3\", expected a number of an event, from #1 to #2",
    );
    marked(
        r##"{"statement": {"sources": "france", "links": [{"before": §"#0"}]}}"##,
        "found the text \"#0\", expected a number of an event, from #1 to #2",
    );
    marked(
        r##"{"statement": {"sources": "france", "links": [{"before": §"#2"}]}}"##,
        "link: found one event twice, expected two events",
    );
    marked(
        r##"{"statement": {"sources": "france", "links": [{§"befor": "#1"}]}}"##,
        "unknown link \"befor\"; did you mean \"before\"?",
    );
}

#[test]
fn accounts() {
    let marked = |account: &str, message: &str| {
        let head = r#"{"statement": {"sources": "france", "accounts": ["#;
        assert_marked(&format!("{head}{account}]}}}}"), message);
    };
    marked(r#"{"by": §"kremlin"}"#, "no actor has the key \"kremlin\"");
    marked(
        r#"{"stance": §"doubts"}"#,
        "unknown variant `doubts`, expected one of `asserts`, `alleges`, `denies`",
    );
    marked(
        r#"{"confidence": §1.5}"#,
        "found 1.5, expected a number from 0 to 1",
    );
    marked(
        r#"{"grade": §"G7"}"#,
        "grade: found \"G7\", expected a letter from A to F and a digit from 1 to 6",
    );
    let another = "expected the number of another account of the list, from 1";
    marked(r#"{"superseded_by": §1}"#, &format!("found 1, {another}"));
    marked(
        r#"{}, {"superseded_by": §3}"#,
        &format!("found 3, {another}"),
    );
    marked(
        r#"{}, {"superseded_by": §0}"#,
        &format!("found 0, {another}"),
    );
    marked(
        r#"{"words": [{"text": "so", "wording": §"roughly"}]}"#,
        "unknown variant `roughly`, expected one of `verbatim`, `paraphrase`, `translation`",
    );
    marked(
        r#"{"data_set": §{"version": "1"}}"#,
        "the field \"name\" is missing",
    );
    marked(r#"{"rows": [§17]}"#, "found 17, expected a text");
}

#[test]
fn columns_are_letters_whatever_stands_before() {
    let event = r#"{"statement": {"text": "Владимир 🕊 \u00e9", "sources": §"nobody"}}"#;
    assert_marked(event, "no actor has the key \"nobody\"");
}

#[test]
fn a_document_that_is_too_long_is_told_where_it_should_have_ended() {
    let error = super::super::check_length("ab\ncdé".as_bytes(), 4).unwrap_err();
    assert_eq!(
        error.to_string(),
        "line 2, column 2: found more, expected a document of at most 4 bytes"
    );
    assert!(super::super::check_length(b"abcd", 4).is_ok());
}

#[test]
fn bytes_that_are_no_text_are_told_by_position() {
    let error = super::super::from_bytes(b"{\"a\":\n \"\xff\"}").unwrap_err();
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
