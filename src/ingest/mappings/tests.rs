//! Each ready-made mapping on a file of ours with its traps, and on the real list where
//! it is present.

use std::path::PathBuf;

use super::*;
use crate::ingest::mapping::Mapping;
use crate::ingest::{MappingReader, Report};
use crate::model::{CodeSystem, Role, TieKind};
use crate::time::Certainty;
use crate::{Event, Graph, Result, Tie};

fn read(mapping: Mapping, file: &[u8]) -> Result<(Graph, Report)> {
    let mut graph = Graph::new();
    let report = graph.ingest(MappingReader::of(mapping)?.from_reader(file)?)?;
    Ok((graph, report))
}

fn refusals(report: &Report) -> Vec<String> {
    report.refusals().iter().map(ToString::to_string).collect()
}

fn names(graph: &Graph, event: Event<'_>, role: Role) -> Vec<String> {
    let who = event.in_role(role);
    who.map(|id| graph.describe(id).unwrap().name().to_owned())
        .collect()
}

/// From whom, to whom, and over which span, by kind.
fn ties(graph: &Graph, kind: TieKind) -> Vec<String> {
    let name = |id| graph.describe(id).unwrap().name();
    let of_kind = graph.ties().filter(|tie| tie.kind() == kind);
    let told =
        of_kind.map(|tie| format!("{} - {}: {}", name(tie.from()), name(tie.to()), tie.span()));
    told.collect()
}

#[test]
fn all_can_be_used_and_kept() {
    for mapping in [
        ucdp_ged(),
        acled(),
        acled_export(),
        cow_alliances(),
        cow_alliance_members(),
        cow_igo_members(),
        cow_states(),
        archigos(),
        reign(),
    ] {
        mapping.check().unwrap();
        let kept = serde_json::to_string(&mapping).unwrap();
        assert_eq!(
            serde_json::from_str::<Mapping>(&kept).unwrap(),
            mapping,
            "{kept}"
        );
    }
}

#[test]
fn ucdp_tells_of_fights_and_assaults() -> Result<()> {
    let file = include_bytes!("../../../tests/data/ucdp_ged_small.csv");
    let (graph, report) = read(ucdp_ged(), file)?;
    assert_eq!(
        (report.rows(), report.events(), report.refused()),
        (6, 3, 3)
    );
    assert_eq!(
        refusals(&report),
        [
            "line 6, column 17: found \"4\", expected a word of which the mapping says what it stands for",
            "line 7, column 122: found \"2019-04-06\", expected a day that is not before the first",
            "line 8, column 141: found \"some\", expected how many, a whole number",
        ]
    );
    let events: Vec<Event<'_>> = graph.events().collect();
    assert_eq!(events[0].classification().code().unwrap().as_str(), "190");
    assert_eq!(
        names(&graph, events[0], Role::Party),
        ["Government of Ruritania", "Strelsau Front"]
    );
    assert_eq!(events[0].when().to_string(), "2019-03-04");
    let account = events[0].accounts().next().unwrap();
    assert_eq!(
        account.place().unwrap().to_string(),
        "Zenda town, Zenda district, Upper Zenda, Austria"
    );
    assert_eq!(account.measure("where_prec"), Some(1.0));
    assert_eq!(account.rows().collect::<Vec<_>>(), ["900001"]);
    assert_eq!(events[0].text(), Some("Clash at the bridge, \"many\" dead"));
    assert_eq!(events[1].when().to_string(), "[2019-03-05..2019-03-19]");
    assert_eq!(events[1].number("deaths").unwrap().to_string(), "4");
    assert_eq!(events[1].text(), Some("A headline\non two lines"));
    assert_eq!(events[2].classification().code().unwrap().as_str(), "180");
    assert_eq!(names(&graph, events[2], Role::Target), ["Civilians"]);
    Ok(())
}

#[test]
fn acled_tells_of_battles_and_protests() -> Result<()> {
    let file = include_bytes!("../../../tests/data/acled_small.csv");
    let (graph, report) = read(acled(), file)?;
    assert_eq!(
        (
            report.rows(),
            report.events(),
            report.refused(),
            report.duplicates()
        ),
        (6, 4, 1, 1)
    );
    let events: Vec<Event<'_>> = graph.events().collect();
    let parties = names(&graph, events[0], Role::Party);
    assert_eq!(parties.len(), 4, "{parties:?}");
    assert_eq!(events[1].when().to_string(), "[2023-05-07..2023-05-19]");
    assert_eq!(names(&graph, events[1], Role::Source).len(), 2);
    assert_eq!(events[2].classification().code(), None);
    assert_eq!(
        events[2].label().as_str(),
        "Headquarters or base established"
    );
    assert_eq!(events[2].when().to_string(), "2023-06");
    assert_eq!(events[3].classification().code().unwrap().as_str(), "180");
    assert_eq!(events[3].number("deaths").unwrap().value(), 1);
    let text = str::from_utf8(file)
        .unwrap()
        .replace("2023-05-12,", "12 May 2023,");
    let (graph, report) = read(acled_export(), text.as_bytes())?;
    assert_eq!((report.events(), report.refused()), (1, 5));
    assert_eq!(
        graph.events().next().unwrap().when().to_string(),
        "2023-05-12"
    );
    Ok(())
}

#[test]
fn alliances_begin_and_end_as_precisely_as_the_list_says() -> Result<()> {
    let file = include_bytes!("../../../tests/data/cow_alliances_small.csv");
    let (graph, report) = read(cow_alliances(), file)?;
    assert_eq!(
        (
            report.rows(),
            report.described(),
            report.ties(),
            report.refused()
        ),
        (5, 4, 4, 1)
    );
    assert_eq!(
        ties(&graph, TieKind::Alliance),
        [
            "United States - France: 1949-04-04/[2012-12-31..]",
            "France - Soviet Union: 1944-12-10/1955-05-07",
            "United Kingdom - Portugal: [..1816-01-01]/[2012-12-31..]",
            "Germany - Soviet Union: 1939-08/1941-06",
        ]
    );
    let tie = graph
        .ties()
        .find(|tie| tie.kind() == TieKind::Alliance)
        .unwrap();
    let account = tie.accounts().next().unwrap();
    assert_eq!(
        account.topics(),
        ["defence pact", "non-aggression", "entente"]
    );
    assert_eq!(tie.holds_on(&"2020".parse()?), Certainty::Possible);
    assert_eq!(tie.holds_on(&"2010".parse()?), Certainty::Certain);
    assert_eq!(
        refusals(&report),
        [
            "line 6, column 16: found \"999\", expected the code of a country, in the system that the mapping says"
        ]
    );

    let file = include_bytes!("../../../tests/data/cow_alliance_members_small.csv");
    let (graph, report) = read(cow_alliance_members(), file)?;
    assert_eq!((report.ties(), report.refused()), (3, 0));
    assert_eq!(
        ties(&graph, TieKind::Membership),
        [
            "United States - COW alliance 901: 1949-04-04/[2012-12-31..]",
            "Greece - COW alliance 901: 1952-02-18/[2012-12-31..]",
            "Soviet Union - COW alliance 902: 1944-12-10/1955-05-07",
        ]
    );
    Ok(())
}

#[test]
fn years_of_membership_are_one_where_they_follow_on_each_other() -> Result<()> {
    let file = include_bytes!("../../../tests/data/cow_igo_small.csv");
    let (graph, report) = read(cow_igo_members(), file)?;
    assert_eq!(
        (report.rows(), report.described(), report.refused()),
        (7, 6, 1)
    );
    assert_eq!(report.ties(), 6);
    let mut found = ties(&graph, TieKind::Membership);
    found.sort();
    assert_eq!(
        found,
        [
            "France - HENTZ: 1967-01-01/1967-12-31",
            "France - HENTZ: 1969-01-01/1969-12-31",
            "France - ZENDA: 1965-01-01/1967-12-31",
            "France - ZENDA: 1969-01-01/1969-12-31",
            "Germany - HENTZ: 1991-01-01/1991-12-31",
            "Germany - ZENDA: 1991-01-01/1992-12-31",
        ]
    );
    let longest = graph
        .ties()
        .map(|tie| tie.accounts().next().unwrap().rows().count());
    assert_eq!(longest.max(), Some(3));
    Ok(())
}

#[test]
fn leaders_are_told_apart_by_their_codes() -> Result<()> {
    let file = include_bytes!("../../../tests/data/archigos_small.csv");
    let (graph, report) = read(archigos(), file)?;
    assert_eq!((report.rows(), report.ties(), report.refused()), (7, 5, 2));
    // The row of such a code is told of, and counts once.
    assert_eq!((report.described(), report.passed_over().len()), (5, 0));
    assert_eq!(
        report.left_out().collect::<Vec<_>>(),
        [("codes of somebody else", 1)]
    );
    let mut found = ties(&graph, TieKind::Office);
    found.sort();
    assert_eq!(
        found,
        [
            "Hentzau - Italy: 1990-01-01/1995-06-07",
            "Rassendyll - Russia: 2001-02-03/[2015-12-31..]",
            "Zenda - France: 1990-01-01/1995-06-07",
            "Zenda - Spain: 1991-01-01/1993-01-01",
            "Zenda - Spain: 1994-01-01/2015-12-31",
        ]
    );
    // The two spells of Spain are one man's, and France's is another's.
    let leaders = graph.actors().filter(|(_, actor)| actor.name() == "Zenda");
    assert_eq!(leaders.count(), 2);
    let spain = graph.actor("archigos:z-3")?;
    assert_eq!(graph.describe(spain)?.aliases(), ["R. Zenda"]);
    Ok(())
}

#[test]
fn a_line_in_another_encoding_is_read() -> Result<()> {
    let file = include_bytes!("../../../tests/data/reign_small.csv");
    let (graph, report) = read(reign(), file)?;
    assert_eq!((report.rows(), report.ties(), report.refused()), (4, 3, 1));
    assert_eq!(
        refusals(&report),
        ["line 5, column 39: found \"1969\", expected an end that is not before the start"]
    );
    assert_eq!(
        ties(&graph, TieKind::Office)[1],
        "Zenda - United States: 2020-01-20/[2021-02-28..]"
    );
    Ok(())
}

/// A list that is not ours to keep, if it is there.
fn real(mapping: Mapping, path: &str) -> Option<Result<(Graph, Report)>> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/reference");
    let path = root.join(path);
    if !path.exists() {
        eprintln!("skipped: {} is not there", path.display());
        return None;
    }
    let read = || {
        let mut graph = Graph::new();
        let report = graph.ingest(MappingReader::of(mapping)?.from_path(path)?)?;
        Ok((graph, report))
    };
    Some(read())
}

fn spells<'g>(graph: &'g Graph, leader: &str) -> Vec<Tie<'g>> {
    let name = |tie: &Tie<'_>| graph.describe(tie.from()).unwrap().name() == leader;
    graph
        .ties()
        .filter(|tie| tie.kind() == TieKind::Office)
        .filter(name)
        .collect()
}

#[test]
fn archigos_as_it_is() -> Result<()> {
    let Some(read) = real(archigos(), "leaders/archigos_4.1.csv") else {
        return Ok(());
    };
    let (graph, report) = read?;
    assert_eq!(
        (report.rows(), report.refused(), report.duplicates()),
        (3409, 0, 0)
    );
    assert_eq!((report.described(), report.ties()), (3409, 3409));
    let still = graph
        .ties()
        .filter(|tie| tie.span().to_string().ends_with("..]"));
    assert_eq!(still.count(), 168);
    let [putin] = spells(&graph, "Putin")[..] else {
        panic!("not one spell of Putin's");
    };
    assert_eq!(putin.span(), "2000-01-01/[2015-12-31..]".parse()?);
    assert_eq!(putin.to(), graph.state("Russia")?.into());
    assert_eq!(putin.holds_on(&"2010-06-01".parse()?), Certainty::Certain);
    assert!(
        graph
            .actors()
            .all(|(_, actor)| !actor.name().contains("Medvedev"))
    );
    // King of Canada and Buenaventura Baez of the Dominican Republic have one code.
    assert_ne!(
        graph.actor("Buenaventura Baez")?,
        spells(&graph, "King")[0].from()
    );
    assert_eq!(
        report.left_out().collect::<Vec<_>>(),
        [("codes of somebody else", 1)]
    );
    Ok(())
}

#[test]
fn reign_as_it_is() -> Result<()> {
    let Some(read) = real(reign(), "leaders/reign_leaders_2021_03.csv") else {
        return Ok(());
    };
    let (graph, report) = read?;
    assert_eq!((report.rows(), report.refused()), (2524, 0));
    assert_eq!(report.ties(), 2524);
    let still = graph
        .ties()
        .filter(|tie| tie.span().to_string().ends_with("/[2021-02-28..]"));
    assert_eq!(still.count(), 194);
    let [putin] = spells(&graph, "Putin")[..] else {
        panic!("not one spell of Putin's");
    };
    assert_eq!(putin.span(), "2000-01-01/[2021-02-28..]".parse()?);
    assert!(
        graph
            .actors()
            .all(|(_, actor)| !actor.name().contains("Medvedev"))
    );
    // Thors and Benediktsson of Iceland have one code.
    assert!(report.left_out().eq([("codes of somebody else", 1)]));
    assert!(graph.actor("Katrín Jakobsdóttir").is_ok());
    Ok(())
}

#[test]
fn cow_states_as_they_are() -> Result<()> {
    let Some(read) = real(cow_states(), "countries/cow_states2016.csv") else {
        return Ok(());
    };
    let (graph, report) = read?;
    assert_eq!(
        (report.rows(), report.refused(), report.ties()),
        (243, 0, 243)
    );
    let still = graph
        .ties()
        .filter(|tie| tie.span().to_string().ends_with("/[2016-12-31..]"));
    assert_eq!(still.count(), 195);
    let france = graph.state("France")?;
    let spells: Vec<String> = graph
        .ties()
        .filter(|tie| tie.from() == france.into())
        .map(|tie| tie.span().to_string())
        .collect();
    assert_eq!(
        spells,
        ["[..1816-01-01]/1942-11-11", "1944-08-25/[2016-12-31..]"]
    );
    assert_eq!(graph.describe(france)?.code(CodeSystem::Cow), Some("220"));
    Ok(())
}
