//! Our own file.

use super::*;
use crate::ingest::Folding;
use crate::model::codes::{CameoCode, Kind};
use crate::model::{ActorSort, CodeSystem, OrganizationSort, Role};
use crate::time::Certainty;
use crate::{Leader, State};

#[test]
fn every_line_is_accounted_for() -> Result<()> {
    let (graph, report) = read(SMALL)?;
    assert_eq!(report.rows(), 35);
    assert_eq!(report.events(), 7);
    assert_eq!(Step::STANDARD.map(|step| report.folded(step)), [0, 1, 2]);
    assert_eq!((report.refused(), report.duplicates()), (6, 1));
    assert_eq!(report.described(), 15);
    let passed_over: Vec<_> = report.passed_over().collect();
    assert_eq!(
        passed_over,
        [("Passport", 1), ("Sanction", 1), ("Vessel", 1)]
    );
    assert!(is_accounted_for(&report), "{report}");
    assert_eq!(report.ties(), graph.tie_count() as u64);
    assert_eq!(report.actors(), graph.actor_count() as u64);
    assert_eq!(graph.event_count(), 7);

    let dangling: Vec<String> = report
        .dangling_references()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(report.dangling(), 2);
    assert_eq!(
        dangling,
        [
            "the owner of own-2 is missing-1, which is not there",
            "the startLocation of trip-1 is addr-0, which is not there",
        ]
    );
    let refusals: Vec<String> = report.refusals().iter().map(ToString::to_string).collect();
    assert_eq!(
        refusals,
        [
            "line 30, column 65: found EOF while parsing a string, expected an entity of FollowTheMoney, a JSON object",
            "line 31, column 1: found \"{\\\"schema\\\": \\\"Person\\\", \\\"properties\\\": {\\\"name\\\": [\\\"Nobody\\\"]}}\", expected an entity with an id",
            "line 32, column 1: found \"{\\\"id\\\": \\\"bad-2\\\", \\\"properties\\\": {\\\"name\\\": [\\\"Nothing\\\"]}}\", expected an entity with a schema",
            "line 33, column 1: found \"SET\", expected an operation, \"ADD\", \"MOD\" or \"DEL\"",
            "line 34, column 1: found \"yesterday\", expected a date or time at which the entity was seen",
            "line 35, column 1: found \"[\\\"id\\\", \\\"schema\\\"]\", expected an entity of FollowTheMoney, a JSON object",
        ]
    );
    Ok(())
}

#[test]
fn who_is_who() -> Result<()> {
    let (graph, _) = read(SMALL)?;
    let of = |id: &str| graph.describe(super::id(&graph, id)).unwrap();
    let anna = of("p-anna");
    assert_eq!(
        (anna.name(), anna.sort()),
        ("Anna Example", ActorSort::Leader)
    );
    assert_eq!(anna.aliases(), ["Анна Пример", "A. Example", "Anka"]);
    assert_eq!(anna.code(CodeSystem::Wikidata), Some("Q990001"));
    assert_eq!(anna.code(CodeSystem::Ftm), Some("p-anna"));
    assert_eq!(anna.sectors(), ["role.pep"]);
    assert_eq!(id(&graph, "old-anna"), id(&graph, "p-anna"));
    // He holds an office, which an occupancy says.
    let boris = of("p-boris");
    assert_eq!(boris.name(), "Boris \"the \\ Mill\" Sample");
    assert_eq!(boris.sort(), ActorSort::Leader);
    let parliament = OrganizationSort::GovernmentBody;
    assert_eq!(of("o-parl").sort(), ActorSort::Organization(parliament));
    let mill = of("c-mill");
    assert_eq!(
        mill.sort(),
        ActorSort::Organization(OrganizationSort::Company)
    );
    assert_eq!(mill.aliases(), ["Мельница"]);
    let ship = of("v-ship");
    assert_eq!(
        (ship.sort(), ship.sectors()),
        (ActorSort::Unresolved, &["Vessel".to_owned()][..])
    );
    assert!(of("missing-1").is_unnamed());
    assert!(graph.actor("ftm:v-other").unwrap_err().is_unknown());
    Ok(())
}

#[test]
fn ties_with_their_spans_and_accounts() -> Result<()> {
    let (graph, _) = read(SMALL)?;
    let lines = |row: &str| lines_of(&graph, row);
    let boris = name(&graph, id(&graph, "p-boris"));
    assert_eq!(
        lines("occ-1"),
        ["Anna Example · office Prime Minister · France · 2017-05-14/[..]"]
    );
    assert_eq!(
        lines("occ-2"),
        [
            "Anna Example · office Member of Parliament · Assembly · [2012-05-07..2013-01-01]/2020"
                .to_owned(),
            format!(
                "{boris} · office Member of Parliament · Assembly · [2012-05-07..2013-01-01]/2020"
            ),
        ]
    );
    assert_eq!(
        lines("own-1"),
        [format!(
            "{boris} · ownership · Mill · [2002-10-02..2002-12-31]/"
        )]
    );
    let account = ties_of(&graph, "own-1")[0].accounts().next().unwrap();
    assert_eq!(account.measure("percentage"), Some(49.0));
    let words: Vec<&str> = account
        .words()
        .iter()
        .map(|words| words.text.as_str())
        .collect();
    assert_eq!(
        words,
        ["endDate: 2001", "sharesCount: 10", "sharesCount: 20"]
    );
    assert_eq!(account.recorded().to_string(), "2023-01-10T08:00:00Z");
    assert_eq!(
        account.data_set().unwrap().licence.as_deref(),
        Some("CC BY-NC 4.0")
    );
    let publisher = account.publisher().unwrap();
    assert_eq!(name(&graph, publisher), "alpha");

    assert_eq!(lines("own-2"), ["missing-1 · ownership · Mill · /"]);
    let account = ties_of(&graph, "own-2")[0].accounts().next().unwrap();
    assert_eq!(account.words()[0].text, "startDate: around 2010");
    assert_eq!(
        lines("dir-1"),
        [
            "Anna Example · office Chair · Mill · /",
            "Anna Example · office Chief Executive · Mill · /",
        ]
    );
    assert_eq!(
        lines("fam-1"),
        [format!("Anna Example · family brother · {boris} · /")]
    );
    assert_eq!(
        lines("unk-1"),
        [format!("{boris} · association captain of · Nadezhda · /")]
    );
    assert_eq!(
        lines("p-boris"),
        [
            format!("{boris} · affiliation · European Union · /"),
            format!("{boris} · affiliation · Soviet Union · /"),
        ]
    );
    assert_eq!(lines("c-mill"), ["Mill · affiliation · Yugoslavia · /"]);
    let of_anna = ties_of(&graph, "p-anna");
    assert_eq!(of_anna.len(), 1);
    assert_eq!(of_anna[0].accounts().len(), 2);
    assert_eq!(of_anna[0].observed()[0].to_string(), "2024-06-01");
    Ok(())
}

#[test]
fn one_programme_on_three_lists_is_one_sanction() -> Result<()> {
    let (graph, _) = read(SMALL)?;
    let sanction = event_of(&graph, "eu-1");
    assert_eq!(sanction.id(), event_of(&graph, "be-1").id());
    assert_eq!(sanction.id(), event_of(&graph, "fr-2").id());
    assert!(sanction.is_presumed());
    assert_eq!(sanction.classification().kind(), Some(Kind::Sanction));
    assert_eq!(sanction.when().to_string(), "2022-03-01");
    let imposers: Vec<String> = sanction
        .in_role(Role::Source)
        .map(|who| name(&graph, who))
        .collect();
    assert_eq!(imposers, ["European Union"]);
    let terms = sanction.sanction().unwrap();
    assert_eq!(terms.measures(), ["Asset freeze", "Travel ban"]);
    assert_eq!(
        terms.in_force().unwrap().to_string(),
        "2022-03-01/[2024-06-01..]"
    );

    let [be, eu, fr] = sanction.accounts().collect::<Vec<_>>()[..] else {
        panic!("{:?}", sanction.accounts())
    };
    // The ministry of Belgium is not the one of France.
    assert_eq!(name(&graph, be.speaker().unwrap()), "Ministry of Finance");
    assert_ne!(be.speaker(), fr.speaker());
    assert_eq!(be.stated().to_string(), "2022-03-02");
    assert_eq!(fr.rows().collect::<Vec<_>>(), ["fr-1", "fr-2"]);
    assert_eq!(name(&graph, fr.publisher().unwrap()), "fr_list");
    assert_eq!(eu.words()[0].text, "Owner of a mill");
    assert_eq!(eu.url(), Some("https://example.org/eu-1"));
    assert_eq!(eu.topics(), ["EU-UKR"]);
    Ok(())
}

#[test]
fn sanctions_by_whom_and_in_force_when() -> Result<()> {
    let (graph, _) = read(SMALL)?;
    let us = event_of(&graph, "us-1");
    assert_eq!(us.when().to_string(), "2022-05");
    assert_eq!(
        us.accounts().next().unwrap().stated().to_string(),
        "2022-05-20"
    );
    let certainty = |on: &str| -> Vec<Certainty> {
        let sanctions = graph.view().sanctions_in_force(on).unwrap();
        let of_us = sanctions.iter().filter(|one| {
            one.imposers()
                .iter()
                .any(|who| who.name() == "United States")
        });
        of_us.map(crate::query::Penalty::certainty).collect()
    };
    assert_eq!(certainty("2022-04-30"), []);
    assert_eq!(certainty("2024-05-31"), [Certainty::Certain]);
    assert_eq!(certainty("2025-01-01"), [Certainty::Possible]);

    let customs = event_of(&graph, "cu-1");
    let imposer = customs.in_role(Role::Source).next().unwrap();
    assert_eq!(name(&graph, imposer), "Customs Union Service");
    assert_eq!(
        customs.in_role(Role::Target).next(),
        Some(id(&graph, "v-ship"))
    );
    assert_eq!(
        customs.sanction().unwrap().in_force().unwrap().to_string(),
        "2023-01-01/2023-12-31"
    );
    let nobodys = event_of(&graph, "un-1");
    assert_eq!(nobodys.in_role(Role::Source).count(), 0);
    assert_eq!(nobodys.classification().code(), Some(CameoCode::SANCTION));
    assert_eq!(nobodys.when().to_string(), "[..2023-01-10]");
    let account = nobodys.accounts().next().unwrap();
    assert_eq!(account.words()[0].text, "startDate: spring 2020");
    assert_eq!(account.publisher(), None);
    Ok(())
}

#[test]
fn calls_trips_and_other_events() -> Result<()> {
    let (graph, _) = read(SMALL)?;
    let anna = id(&graph, "p-anna");
    let call = event_of(&graph, "call-1");
    assert_eq!(call.classification().kind(), Some(Kind::Call));
    assert_eq!(call.in_role(Role::Party).count(), 2);
    assert_eq!(call.initiator(), Some(anna));
    assert_eq!(call.duration().unwrap().to_string(), "50 min");
    assert_eq!(graph.view().who_talked_to(anna)?.len(), 1);
    let trip = event_of(&graph, "trip-1");
    assert_eq!(trip.classification().kind(), Some(Kind::Visit));
    assert_eq!(trip.in_role(Role::Visitor).next(), Some(anna));
    assert_eq!(trip.place().unwrap().name(), Some("Warsaw, Poland"));
    assert_eq!(trip.duration().unwrap().to_iso(), "up to PT72H");
    let hearing = event_of(&graph, "hear-1");
    assert_eq!(
        (hearing.label().as_str(), hearing.text()),
        ("event", Some("Hearing on the mill"))
    );
    assert_eq!(hearing.when().to_string(), "2021-12");
    assert_eq!(hearing.initiator(), Some(id(&graph, "o-parl")));
    Ok(())
}

#[test]
fn steps_that_are_not_taken() -> Result<()> {
    for (folding, events) in [
        (Folding::standard().without(Step::Presumed), 9),
        (Folding::standard().without(Step::SameStory), 8),
        (Folding::none(), 10),
    ] {
        let mut graph = Graph::new();
        let reader = FtmReader::builder().folding(folding);
        let report = graph.ingest(reader.from_reader(SMALL.as_bytes())?)?;
        assert_eq!(report.events(), events);
        assert!(is_accounted_for(&report), "{report}");
    }
    Ok(())
}

#[test]
fn those_who_are_there_get_what_the_file_says() -> Result<()> {
    let mut graph = Graph::new();
    let soviet_union = graph.add(State::new("USSR"))?;
    let anna = graph.add(Leader::new("Anna Example"))?;
    let report = graph.ingest(FtmReader::from_reader(SMALL.as_bytes())?)?;
    assert_eq!(graph.leader("ftm:p-anna")?, anna);
    assert_eq!(graph.state("Soviet Union")?, soviet_union);
    assert_eq!(report.actors() + 2, graph.actor_count() as u64);
    // What was missing comes later.
    let later =
        r#"{"id": "missing-1", "schema": "Company", "properties": {"name": ["Late Holding"]}}"#;
    let report = graph.ingest(FtmReader::from_reader(later.as_bytes())?)?;
    assert_eq!((report.actors(), report.dangling()), (0, 0));
    let holding = graph.organization("Late Holding")?;
    assert_eq!(ties_of(&graph, "own-2")[0].from(), holding.into());
    assert!(!graph.describe(holding)?.is_unnamed());
    // Again: nobody is new.
    let again = graph.ingest(FtmReader::from_reader(SMALL.as_bytes())?)?;
    assert_eq!((again.actors(), again.dangling()), (0, 1));
    Ok(())
}

#[test]
fn two_of_one_name_are_two() -> Result<()> {
    let (graph, _) = read(
        "{\"id\": \"a\", \"schema\": \"Person\", \"properties\": {\"name\": [\"Ivan Ivanov\"]}}\n\
         {\"id\": \"b\", \"schema\": \"Person\", \"properties\": {\"name\": [\"Ivan Ivanov\"]}}\n",
    )?;
    assert_ne!(id(&graph, "a"), id(&graph, "b"));
    assert!(graph.actor("ivan ivanov").unwrap_err().is_ambiguous());
    Ok(())
}

#[test]
fn what_is_written_out_as_json_comes_back() -> Result<()> {
    let (graph, _) = read(SMALL)?;
    assert_eq!(Graph::from_json(&graph.to_json())?, graph);
    Ok(())
}
