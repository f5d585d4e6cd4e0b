//! The document itself, its actors and its ties.

use super::{assert_fault, document};

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
