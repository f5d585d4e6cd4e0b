//! What is written is read back, by our reader and by FollowTheMoney's own library.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Stdio};

use super::*;
use crate::ingest::FtmReader;
use crate::interop::graph_file::tests::outside::ask;
use crate::interop::graph_file::tests::worlds;
use crate::model::codes::Kind;
use crate::model::{CodeSystem, Role};
use crate::query::Penalty;
use crate::{ActorSort, Call, Group, Leader, NewAccount, NewTie, Organization, Sanction, State};

const SMALL: &str = include_str!("../../../tests/data/ftm_small.jsonl");

fn read(file: &str) -> Result<Graph> {
    let mut graph = Graph::new();
    graph.ingest(FtmReader::from_reader(file.as_bytes())?)?;
    Ok(graph)
}

fn written(graph: &Graph) -> Result<String> {
    let mut file = Vec::new();
    let written = Ftm::of(&graph.view()).write(&mut file)?;
    let file = String::from_utf8(file).unwrap();
    assert_eq!(written.count("entities"), file.lines().count() as u64);
    Ok(file)
}

/// What an actor is called: its id, or what else tells it apart.
fn who(graph: &Graph, id: ActorId) -> String {
    let actor = graph.describe(id).unwrap();
    match actor.sort() {
        ActorSort::State => actor.name().to_owned(),
        _ => actor
            .code(CodeSystem::Ftm)
            .unwrap_or(actor.key())
            .to_owned(),
    }
}

fn actors(graph: &Graph) -> BTreeSet<String> {
    let line = |(id, actor): (ActorId, &crate::Actor)| {
        let mut names: Vec<&String> = actor.aliases().iter().collect();
        names.sort();
        format!(
            "{}: {} {:?} {names:?} {:?} {:?}",
            who(graph, id),
            actor.name(),
            actor.sort(),
            actor.sectors(),
            actor.code(CodeSystem::Wikidata)
        )
    };
    graph.actors().map(line).collect()
}

fn ties(graph: &Graph) -> BTreeSet<String> {
    let line = |tie: Tie<'_>| {
        let [from, to] = [tie.from(), tie.to()].map(|id| who(graph, id));
        let (kind, title, span) = (tie.kind(), tie.title(), tie.span());
        let percentage = tie.accounts().find_map(|one| one.measure("percentage"));
        format!("{from} {kind} {title:?} {to} {span} {percentage:?}")
    };
    graph.ties().map(line).collect()
}

fn sanctions(graph: &Graph) -> BTreeSet<String> {
    let line = |one: &Penalty| {
        let names = |all: &[crate::query::Who]| -> Vec<String> {
            all.iter().map(|one| who(graph, one.id())).collect()
        };
        let event = one.event();
        let topics: BTreeSet<&String> = event.topics().iter().collect();
        format!(
            "{:?} → {:?} {} {} {:?} {:?} {:?} {:?}",
            names(one.imposers()),
            names(one.targets()),
            event.when(),
            one.status(),
            one.measures(),
            one.in_force().map(|span| span.to_string()),
            topics,
            event.sources().len(),
        )
    };
    graph.view().sanctions().iter().map(line).collect()
}

/// Tells what is not in both.
fn assert_same(one: &BTreeSet<String>, other: &BTreeSet<String>) {
    let lost: Vec<&String> = one.difference(other).collect();
    let new: Vec<&String> = other.difference(one).collect();
    assert!(lost.is_empty() && new.is_empty(), "{lost:#?} {new:#?}");
}

fn assert_comes_back(graph: &Graph) -> Result<Graph> {
    let copy = read(&written(graph)?)?;
    assert_same(&ties(graph), &ties(&copy));
    assert_same(&sanctions(graph), &sanctions(&copy));
    assert_eq!(copy.event_count(), graph.event_count());
    // Nothing is lost the second time.
    let again = read(&written(&copy)?)?;
    assert_same(&actors(&copy), &actors(&again));
    Ok(copy)
}

#[test]
fn what_was_read_comes_back() -> Result<()> {
    let graph = read(SMALL)?;
    let copy = assert_comes_back(&graph)?;
    for id in ["p-anna", "p-boris", "o-parl", "c-mill", "v-ship"] {
        let of = |graph: &Graph| {
            let all = actors(graph);
            all.into_iter()
                .find(|line| line.starts_with(&format!("{id}:")))
        };
        assert_eq!(of(&copy), of(&graph), "{id}");
    }
    assert_eq!(copy.actor("ftm:old-anna")?, copy.actor("ftm:p-anna")?);
    Ok(())
}

#[test]
fn real_entities_come_back() -> Result<()> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/data/ftm/opensanctions_sample.jsonl"
    );
    if !Path::new(path).is_file() {
        eprintln!("skipped: {path} is not there");
        return Ok(());
    }
    let mut graph = Graph::new();
    graph.ingest(FtmReader::from_path(path)?)?;
    assert_comes_back(&graph)?;
    Ok(())
}

#[test]
fn what_is_written_by_hand_comes_back_as_the_table_says() -> Result<()> {
    let mut graph = Graph::new();
    let union = graph.add(Organization::new("European Union"))?;
    let poland = graph.add(
        State::new("Poland")
            .iso3("POL")
            .member_of(union, "2004-05-01/.."),
    )?;
    let ruritania = graph.add(State::new("Ruritania"))?;
    let ministry = graph.add(Organization::new("Ministry").part_of(poland, "1990/2000"))?;
    let head = Leader::new("Head").office("President", ruritania, "2001/[..]");
    let head = graph.add(head.office("Chair", ministry, "~1999/2000-05-01"))?;
    let friend = graph.add(Leader::new("Friend"))?;
    let crowd = graph.add(Group::unnamed("the crowd"))?;
    let agency = graph.add(Organization::new("Agency"))?;
    graph.tie(NewTie::family(head, friend, "aunt", "/"))?;
    graph.record(
        Call::between(head, friend)
            .placed_by(friend)
            .on("2021-11-15")
            .lasting("PT50M")
            .account(
                NewAccount::by(head)
                    .via(agency)
                    .recorded("2021-11-16T10:00:00Z"),
            ),
    )?;
    graph.record(
        Sanction::by(union)
            .against(ruritania)
            .on("2021-12-02")
            .about(["EU-RUR", "Ruritania"])
            .measures(["flight ban"])
            .in_force("2021-12-02/2022-12-02")
            .account(NewAccount::by(union).via(agency).stated("2021-12-01"))
            .account(NewAccount::by(ministry)),
    )?;
    graph.record(Sanction::by(union).against(crowd).threatened().on("2021"))?;
    let copy = read(&written(&graph)?)?;
    let expected = [
        "Poland membership None european-union 2004-05-01/ None",
        "head family Some(\"aunt\") friend / None",
        "head office Some(\"Chair\") ministry 1999/2000-05-01 None",
        "head office Some(\"President\") ruritania 2001/[..] None",
        "ministry affiliation None Poland / None",
        "ministry association Some(\"part of\") Poland 1990/2000 None",
    ];
    assert!(ties(&copy).iter().eq(expected), "{:#?}", ties(&copy));
    let sort = |id: &str| copy.actor(id).map(|id| copy.describe(id).unwrap().sort());
    assert_eq!(sort("ftm:head")?, ActorSort::Leader);
    assert_eq!(sort("ftm:friend")?, ActorSort::Leader);
    assert_eq!(sort("iso3:POL")?, ActorSort::State);
    assert_eq!(sort("ftm:ruritania")?, ActorSort::Unresolved);

    let call = copy
        .events()
        .find(|event| event.classification().kind() == Some(Kind::Call));
    let call = call.unwrap();
    assert_eq!(call.initiator(), Some(copy.actor("ftm:friend")?));
    assert_eq!(call.duration().unwrap().to_string(), "50 min");
    let account = call.accounts().next().unwrap();
    assert_eq!(who(&copy, account.publisher().unwrap()), "agency");
    assert_eq!(account.recorded().to_string(), "2021-11-16T10:00:00Z");

    let sanctions = copy.view().sanctions();
    assert_eq!(sanctions.len(), 1);
    assert_eq!(
        sanctions[0].in_force().unwrap().to_string(),
        "2021-12-02/2022-12-02"
    );
    assert_eq!(sanctions[0].event().accounts().len(), 2);
    assert_eq!(sanctions[0].event().topics(), ["Ruritania", "EU-RUR"]);
    // What is merely threatened is some event.
    let threat = copy.events().find(|event| event.text() == Some("sanction"));
    let threat = threat.unwrap();
    assert_eq!(threat.in_role(Role::Party).count(), 2);
    Ok(())
}

#[test]
fn hostile_names_come_back_as_they_are() -> Result<()> {
    let graph = worlds::hostile()?;
    let copy = read(&written(&graph)?)?;
    let names = |graph: &Graph| -> BTreeSet<String> {
        graph
            .actors()
            .map(|(_, actor)| actor.name().trim().to_owned())
            .collect()
    };
    assert_eq!(names(&copy), names(&graph));
    assert_eq!(copy.event_count(), graph.event_count());
    Ok(())
}

/// Asks FollowTheMoney's own library whether it knows every schema, property and value.
const CHECK: &str = "import json, sys\n\
        from followthemoney import model\n\
        for line in sys.stdin.buffer:\n\
        \x20   entity = json.loads(line)\n\
        \x20   schema = model.get(entity['schema'])\n\
        \x20   assert schema is not None, entity\n\
        \x20   for name in entity['properties']:\n\
        \x20       assert schema.get(name) is not None, (name, entity)\n\
        \x20   proxy = model.get_proxy(entity, cleaned=False)\n\
        \x20   for name in ('startDate', 'endDate', 'topics', 'country', 'listingDate'):\n\
        \x20       for value in entity['properties'].get(name, []):\n\
        \x20           assert value in proxy.get(name), (name, value, entity)\n\
        print('well')\n";

#[test]
fn its_own_library_knows_all_that_is_written() -> Result<()> {
    let has_it = Command::new("python3")
        .args(["-c", "import followthemoney"])
        .stderr(Stdio::null())
        .status();
    if !has_it.is_ok_and(|status| status.success()) {
        eprintln!("skipped: followthemoney is not installed");
        return Ok(());
    }
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/examples/data/belarus_border_2021.json"
    );
    for graph in [Graph::read_json(path)?, worlds::small()?] {
        let answer = ask("python3", &["-c", CHECK], &written(&graph)?);
        assert_eq!(answer.as_deref(), Some(&b"well\n"[..]));
    }
    Ok(())
}
