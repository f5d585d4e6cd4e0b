//! Events and accounts.

use super::{assert_marked, document, fault};

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
