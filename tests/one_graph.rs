//! "Vladimir Putin", `VLADIMIR PUTIN/RUSGOV`, "Russia" and `RUS` are who they are: one
//! graph from many formats, in whatever order they are read.
//!
//! # What is not automatic
//!
//! * A family name alone is somebody else: nothing in `PUTIN/RUSGOV` says which of Russia's
//!   officials of that name it is. It is unresolved and affiliated with Russia, until
//!   somebody who knows merges the two. The same goes for a list that writes family names
//!   alone, as the real Archigos does: its leader "Putin" is who `PUTIN/RUSGOV` finds, and
//!   is not "Vladimir Putin".
//! * `KREMLIN/RUSGOV` is an organization of its own, and not the government or the state.
//! * Names in another script or transliteration find nobody, unless a file has them as
//!   aliases (`FollowTheMoney` does), or near names are asked for.
//! * Two people of one name are one, unless codes of one system tell them apart.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "helpers of tests stand outside them"
)]

use std::collections::BTreeSet;

use demarche::ingest::{
    FtmReader, GdeltReader, IcewsReader, MappingReader, PolecatReader, Report, mappings,
};
use demarche::model::ActorSort;
use demarche::{Account, ActorId, Graph, Result, TieKind};

/// Reads a file of ours into a graph.
type Step = fn(&mut Graph) -> Result<Report>;

const ALL: [Step; 5] = [icews, gdelt, polecat, ftm, archigos];

fn icews(graph: &mut Graph) -> Result<Report> {
    let file = "\
Event ID|Event Date|Source Name|Source Sectors|Source Country|CAMEO Code|Target Name|Target Sectors|Target Country
1|2018-06-01|Vladimir Putin|Executive,Government|Russian Federation|041|Emmanuel Macron|Executive|France
2|2018-06-02|Russia|NA|Russian Federation|042|France|NA|France
3|2018-06-03|Foreign Affairs (Russia)|Government|Russian Federation|010|NA|NA|NA
"
    .replace('|', "\t");
    graph.ingest(IcewsReader::from_reader(file.as_bytes())?)
}

fn gdelt(graph: &mut Graph) -> Result<Report> {
    let row = |id: &str, code: &str, name: &str| {
        let mut row = [""; 58];
        let columns = [
            (0, id),
            (1, "20180611"),
            (5, code),
            (6, name),
            (7, "RUS"),
            (15, "FRA"),
            (16, "FRANCE"),
            (17, "FRA"),
            (25, "1"),
            (26, "041"),
            (49, "1"),
            (50, "Russia"),
            (51, "RS"),
            (56, "20180611"),
        ];
        for (at, text) in columns {
            row[at] = text;
        }
        let url = format!("https://wire.example/{id}");
        row[57] = &url;
        row.join("\t") + "\n"
    };
    let file = row("11", "RUSGOV", "VLADIMIR PUTIN")
        + &row("12", "RUS", "RUSSIA")
        + &row("13", "RUS", "RUSSIAN")
        + &row("14", "RUSGOV", "PUTIN")
        + &row("15", "RUSGOV", "KREMLIN");
    graph.ingest(GdeltReader::from_reader(file.as_bytes())?)
}

fn polecat(graph: &mut Graph) -> Result<Report> {
    let file = "\
Event ID|Event Date|Event Type|Event Mode|Actor Name|Actor Country|Actor COW|Recipient Name|Recipient Country|Recipient COW
a_CONSULT|2018-06-21|CONSULT|phone|Vladimir Putin; Emmanuel Macron|RUS; FRA|365; 220|None|None|None
b_ACCUSE|2018-06-22|ACCUSE|disapprove|Russia|RUS|365|France|FRA|220
"
    .replace('|', "\t");
    graph.ingest(PolecatReader::from_reader(file.as_bytes())?)
}

fn ftm(graph: &mut Graph) -> Result<Report> {
    let file = r#"{"id":"Q7747","schema":"Person","properties":{"name":["Vladimir Putin","Владимир Путин"],"country":["ru"],"wikidataId":["Q7747"],"topics":["role.pep"]}}
{"id":"NK-ru","schema":"PublicBody","properties":{"name":["Duma Example"],"country":["ru"]}}
{"id":"call-1","schema":"Call","properties":{"caller":["Q7747"],"receiver":["NK-ru"],"date":["2018-06-25"]}}
"#;
    graph.ingest(FtmReader::from_reader(file.as_bytes())?)
}

/// A list of leaders in the columns of Archigos, with whole names.
fn archigos(graph: &mut Graph) -> Result<Report> {
    leaders(graph, "Vladimir Putin")
}

fn leaders(graph: &mut Graph, name: &str) -> Result<Report> {
    let file = format!(
        "obsid,leadid,ccode,leader,startdate,enddate,exit\n\
         RUS-1999,x-1,365,{name},1999-12-31,2015-12-31,Still in Office\n"
    );
    let mapping = MappingReader::of(mappings::archigos())?;
    graph.ingest(mapping.from_reader(file.as_bytes())?)
}

/// All orders of so many.
fn orders(many: usize) -> Vec<Vec<usize>> {
    if many == 0 {
        return vec![Vec::new()];
    }
    let mut longer = Vec::new();
    for shorter in orders(many - 1) {
        for at in 0..many {
            let mut order = shorter.clone();
            order.insert(at, many - 1);
            longer.push(order);
        }
    }
    longer
}

fn read(order: &[usize]) -> Result<Graph> {
    let mut graph = Graph::new();
    for &nth in order {
        let report = ALL[nth](&mut graph)?;
        assert_eq!((report.refused(), report.ambiguous()), (0, 0), "{report}");
    }
    Ok(graph)
}

/// The data sets of which somebody has events.
fn data_sets(graph: &Graph, who: ActorId) -> Result<BTreeSet<String>> {
    let view = graph.view().with(who)?;
    let sets = view.events().flat_map(|event| {
        let accounts: Vec<_> = event.accounts().collect();
        accounts.into_iter().filter_map(Account::data_set)
    });
    Ok(sets.map(|set| set.name.clone()).collect())
}

fn affiliations(graph: &Graph, who: ActorId) -> BTreeSet<&str> {
    let ties = graph.ties().filter(|tie| tie.from() == who);
    let of = ties.filter(|tie| tie.kind() == TieKind::Affiliation);
    of.map(|tie| graph.describe(tie.to()).unwrap().key())
        .collect()
}

#[test]
fn russia_is_one_state_in_any_order() -> Result<()> {
    for order in orders(ALL.len()) {
        let graph = read(&order)?;
        let russia = graph.state("Russia")?;
        for name in [
            "RUSSIA",
            "Russian Federation",
            "Russian",
            "iso2:RU",
            "iso3:RUS",
            "cow:365",
            "fips:RS",
            "cameo:RUS",
        ] {
            assert_eq!(graph.state(name)?, russia, "{order:?} {name}");
        }
        let states = graph
            .actors()
            .filter(|(_, actor)| actor.sort() == ActorSort::State);
        assert_eq!(states.count(), 2, "{order:?}");
        let sets = data_sets(&graph, russia.into())?;
        assert!(
            sets.iter().eq(["GDELT", "ICEWS", "POLECAT"]),
            "{order:?} {sets:?}"
        );
        assert_eq!(graph.view().with("Russia")?.count(), 4);
    }
    Ok(())
}

#[test]
fn putin_is_one_leader_in_any_order() -> Result<()> {
    for order in orders(ALL.len()) {
        let graph = read(&order)?;
        let putin = ActorId::from(graph.leader("Vladimir Putin")?);
        for name in [
            "VLADIMIR PUTIN",
            "Владимир Путин",
            "wikidata:Q7747",
            "archigos:x-1",
        ] {
            assert_eq!(graph.actor(name)?, putin, "{order:?} {name}");
        }
        let sets = data_sets(&graph, putin)?;
        let all = ["GDELT", "ICEWS", "OpenSanctions", "POLECAT"];
        assert!(sets.iter().eq(all), "{order:?} {sets:?}");
        // His office is from the list, his calls are from the files.
        let offices = graph
            .view()
            .office("effective leader", "Russia", "2014-06-01")?;
        let holders = offices.iter().map(|bond| bond.who().id());
        assert!(holders.eq([putin]), "{order:?}");
        assert_eq!(graph.view().talks_of(putin, "Emmanuel Macron")?.len(), 2);
        assert!(affiliations(&graph, putin).contains("russia"), "{order:?}");
    }
    Ok(())
}

#[test]
fn a_family_name_alone_is_merged_by_hand() -> Result<()> {
    for order in orders(ALL.len()).into_iter().step_by(7) {
        let mut graph = read(&order)?;
        let putin = ActorId::from(graph.leader("Vladimir Putin")?);
        let alone = graph.actor("PUTIN")?;
        assert_ne!(alone, putin, "{order:?}");
        let described = graph.describe(alone)?;
        assert_eq!(described.sort(), ActorSort::Unresolved, "{order:?}");
        assert_eq!(described.sectors(), ["Government"]);
        assert!(affiliations(&graph, alone).iter().eq(&["russia"]));
        let kremlin = ActorId::from(graph.organization("KREMLIN")?);
        assert!(![alone, putin].contains(&kremlin));

        let (before, mut events) = (graph.clone(), graph.view().with(putin)?.count());
        assert_eq!(graph.view().with(alone)?.count(), 1);
        graph.merge_actors(putin, alone)?;
        events += 1;
        assert_eq!(graph.actor("PUTIN")?, putin);
        assert_eq!(graph.view().with("Vladimir Putin")?.count(), events);
        assert_eq!(graph.view().with(alone)?.count(), events);

        graph.split_actor(alone)?;
        assert!(graph == before, "{order:?}");
        assert_eq!(graph.actor("PUTIN")?, alone);
    }
    Ok(())
}

/// What is read after a merge is of whom the name stands for then.
#[test]
fn after_a_merge_files_find_the_one() -> Result<()> {
    let mut graph = read(&[4, 1])?;
    let putin = ActorId::from(graph.leader("Vladimir Putin")?);
    let alone = graph.actor("PUTIN")?;
    graph.merge_actors(putin, alone)?;
    let actors = graph.actor_count();
    let report = gdelt(&mut graph)?;
    assert_eq!((report.actors(), graph.actor_count()), (0, actors));
    assert_eq!(graph.view().with(putin)?.count(), 4);
    Ok(())
}

#[test]
fn a_list_of_family_names_meets_gdelt_but_not_icews() -> Result<()> {
    let mut graph = Graph::new();
    leaders(&mut graph, "Putin")?;
    gdelt(&mut graph)?;
    icews(&mut graph)?;
    let listed = ActorId::from(graph.leader("Putin")?);
    assert_eq!(graph.view().with(listed)?.count(), 1);
    let whole = ActorId::from(graph.leader("Vladimir Putin")?);
    assert_ne!(listed, whole);
    assert_eq!(graph.view().with(whole)?.count(), 2);
    graph.merge_actors(whole, listed)?;
    let offices = graph
        .view()
        .office("effective leader", "Russia", "2014-06-01")?;
    let holders = offices.iter().map(|bond| bond.who().id());
    assert!(holders.eq([whole]));
    Ok(())
}
