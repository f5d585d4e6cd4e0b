//! What a document says, and how a graph is written.

use crate::model::codes::SanctionStatus;
use crate::model::{NewEvent, OrganizationSort, Wording};
use crate::testing::Scratch;
use crate::{
    Call, Graph, Group, Leader, Modality, NewTie, Organization, Result, Sanction, State, Statement,
    Unresolved,
};

fn events_of(graph: &Graph) -> serde_json::Value {
    serde_json::to_value(graph).unwrap()["events"].take()
}

#[test]
fn a_sanction_agreed_is_written_by_its_status_alone() -> Result<()> {
    let mut graph = Graph::new();
    let eu = graph.add(Organization::new("EU"))?;
    let airlines = graph.add(Organization::unnamed("the airlines"))?;
    graph.record(Sanction::by(eu).against(airlines).agreed())?;
    graph.record(Sanction::by(eu).against(airlines))?;
    let expected = serde_json::json!([
        {"sanction": {"sources": "eu", "targets": "the-airlines",
                      "sanction": {"status": "agreed"}}},
        {"sanction": {"sources": "eu", "targets": "the-airlines"}},
    ]);
    assert_eq!(events_of(&graph), expected);

    let back = Graph::from_json(&graph.to_json())?;
    let agreed = back.events().next().unwrap();
    assert_eq!(agreed.modality(), Modality::Agreed);
    assert_eq!(agreed.sanction().unwrap().status(), SanctionStatus::Agreed);
    assert_eq!(agreed.classification().code(), None);
    Ok(())
}

#[test]
fn what_breaks_the_rules_of_its_kind_is_written_as_coded() -> Result<()> {
    let mut graph = Graph::new();
    let police = graph.add(Group::new("Police"))?;
    let media = graph.add(Organization::new("Media"))?;
    // As files have it: the police telephone the media, and impose a sanction.
    for code in ["041", "163", "145"] {
        graph.record(NewEvent::coded(code)?.from(police).to(media))?;
    }
    graph.record(NewEvent::other("murmur").from(police))?;
    let expected = serde_json::json!([
        {"coded": {"code": "041", "sources": "police", "targets": "media"}},
        {"coded": {"code": "163", "sources": "police", "targets": "media"}},
        {"coded": {"code": "145", "sources": "police", "targets": "media"}},
        {"other": {"label": "murmur", "sources": "police"}},
    ]);
    assert_eq!(events_of(&graph), expected);
    assert_eq!(Graph::from_json(&graph.to_json())?, graph);
    Ok(())
}

#[test]
fn what_keeps_to_the_rules_is_written_by_its_kind() -> Result<()> {
    let mut graph = Graph::new();
    let one = graph.add(Leader::new("One"))?;
    let other = graph.add(Leader::new("Other"))?;
    graph.record(NewEvent::coded("112")?.from(one).to(other))?;
    graph.record(Call::between(one, other))?;
    let expected = serde_json::json!([
        {"accusation": {"mode": "disapprove", "sources": "one", "targets": "other"}},
        {"call": {"parties": ["one", "other"]}},
    ]);
    assert_eq!(events_of(&graph), expected);
    assert_eq!(Graph::from_json(&graph.to_json())?, graph);
    Ok(())
}

#[test]
fn an_office_of_one_who_turned_out_to_be_a_state_comes_back() -> Result<()> {
    let mut graph = Graph::new();
    let somebody = graph.add(Unresolved::new("Somebody"))?;
    let france = graph.add(State::new("France"))?;
    graph.tie(NewTie::office(somebody, "Chair", france, "2021"))?;
    let text = graph.to_json();
    assert!(text.contains("\"office\": {"), "{text}");
    graph.resolve::<State>(somebody)?;
    let text = graph.to_json();
    assert!(
        text.contains("\"unchecked\": {\n        \"kind\": \"office\""),
        "{text}"
    );
    assert_eq!(Graph::from_json(&text)?, graph);
    Ok(())
}

#[test]
fn links_point_forward_and_to_events_without_keys() -> Result<()> {
    let graph = Graph::from_json(
        r##"{"demarche": 1, "actors": [{"state": {"name": "A"}}], "events": [
            {"statement": {"sources": "a", "links": [{"responds_to": "#2"}, {"after": "late"}]}},
            {"statement": {"sources": "a", "on": "2021"}},
            {"statement": {"sources": "a", "key": "late"}},
            {"statement": {"sources": "a", "key": "last", "links": {"after": "#1"}}}
        ]}"##,
    )?;
    let events: Vec<_> = graph.events().collect();
    assert_eq!(events[0].links()[0].to, events[1].id());
    assert_eq!(events[0].links()[1].to, events[2].id());
    assert_eq!(events[3].links()[0].to, events[0].id());
    assert_eq!(Graph::from_json(&graph.to_json())?, graph);
    Ok(())
}

#[test]
fn what_is_short_by_hand_is_what_is_long_by_hand() -> Result<()> {
    let with = |event: &str| {
        Graph::from_json(&format!(
            r#"{{"demarche": 1, "actors": [
                {{"state": {{"name": "A", "codes": {{"iso3": ["AAA"]}}, "aliases": "Aa"}}}},
                {{"organization": {{"name": "M", "sort": "media"}}}}
            ], "events": [{event}]}}"#
        ))
    };
    let short = r#"{"statement": {"sources": "a", "at": "Minsk", "about": "NATO",
        "accounts": {"via": "m", "words": "so", "data_set": "ICEWS", "rows": "1"}}}"#;
    let long = r#"{"statement": {"sources": ["a"], "at": {"name": "Minsk"}, "about": ["NATO"],
        "occurrence": "once", "presumed": false, "modality": "actual", "basis": "event",
        "code": "010", "accounts": [{"via": "m", "stance": "asserts",
        "words": [{"text": "so", "wording": "verbatim"}],
        "data_set": {"name": "ICEWS"}, "rows": ["1"], "stated": "[..]"}]}}"#;
    let (short, long) = (with(short)?, with(long)?);
    assert_eq!(short, long);
    assert_eq!(short.to_json(), long.to_json());
    let said = short.events().next().unwrap();
    assert_eq!(
        said.accounts().next().unwrap().words()[0].wording,
        Wording::Verbatim
    );
    let m = short.describe(short.actor("m")?)?;
    assert_eq!(
        m.sort(),
        crate::ActorSort::Organization(OrganizationSort::Media)
    );
    Ok(())
}

#[test]
fn escapes_are_read_in_keys_of_actors_and_of_fields() -> Result<()> {
    let graph = Graph::from_json(
        r#"{"demarche": 1, "actors": [{"leader": {"key": "\u043f\u0443\u0442\u0438\u043d", "name": "P"}}],
            "events": [{"state\u006dent": {"sources": "пут\u0438н", "text": "\ud83d\udd4a"}}]}"#,
    )?;
    assert_eq!(graph.events().next().unwrap().text(), Some("🕊"));
    Ok(())
}

#[test]
fn a_document_is_written_and_read_in_a_file() -> Result<()> {
    let mut graph = Graph::new();
    let one = graph.add(Leader::new("One"))?;
    graph.record(Statement::by(one).saying("so"))?;
    let directory = Scratch::of("file");
    let path = directory.path().join("graph.json");
    graph.write_json(&path)?;
    assert_eq!(std::fs::read_to_string(&path).unwrap(), graph.to_json());
    assert_eq!(Graph::read_json(&path)?, graph);
    Ok(())
}
