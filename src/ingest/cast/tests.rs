//! Who is who, on tables.

use std::sync::Arc;

use jiff::civil::{Date, date};

use super::*;
use crate::ingest::Folding;
use crate::ingest::mention::Mention;

const DAY: Date = date(2018, 6, 2);

fn common(near_names: Option<f64>) -> Common {
    Common {
        folding: Folding::standard(),
        data_set: Arc::new(DataSet {
            name: "test".to_owned(),
            version: None,
            licence: None,
        }),
        recorded: Moment::unknown(),
        near_names,
        listed: 100,
    }
}

/// Casts mentions of a day, each on its own number.
fn cast(graph: &mut Graph, mentions: &[Mention<'_>]) -> (Vec<ActorId>, Report) {
    cast_near(graph, mentions, None)
}

fn cast_near(
    graph: &mut Graph,
    mentions: &[Mention<'_>],
    near: Option<f64>,
) -> (Vec<ActorId>, Report) {
    let mut draft = Draft::default();
    let numbers: Vec<Number> = mentions
        .iter()
        .map(|mention| draft.mention(mention, Some(DAY)).unwrap())
        .collect();
    let cast = Cast::of(&draft, &common(near), graph).unwrap();
    let mut report = Report::default();
    cast.report(100, &mut report);
    let who = numbers.into_iter().map(|number| cast.who(number).unwrap());
    (who.collect(), report)
}

fn coded<'a>(name: &'a str, code: &'a str) -> Mention<'a> {
    Mention {
        cameo: Some(code),
        ..Mention::named(name)
    }
}

fn affiliations(graph: &Graph, who: ActorId) -> Vec<String> {
    let ties = graph.ties().filter(|tie| tie.from() == who);
    ties.map(|tie| graph.describe(tie.to()).unwrap().key().to_owned())
        .collect()
}

#[test]
fn a_state_is_one_whatever_files_call_it() -> Result<()> {
    let mut graph = Graph::new();
    let in_column = |country| Mention {
        country: Some(country),
        ..Mention::default()
    };
    let mentions = [
        coded("RUSSIA", "RUS"),
        coded("RUSSIAN", "RUS"),
        Mention {
            country: Some(MentionedCountry::Named("Russian Federation")),
            ..Mention::named("Russia")
        },
        Mention::named("Russian Federation"),
        in_column(MentionedCountry::Coded(CodeSystem::Cow, "365")),
        in_column(MentionedCountry::Coded(CodeSystem::Fips, "RS")),
        Mention {
            codes: &[(CodeSystem::Iso3, "RUS")],
            ..Mention::default()
        },
    ];
    let (who, _) = cast(&mut graph, &mentions);
    let russia = ActorId::from(graph.state("iso3:RUS")?);
    assert_eq!(who, vec![russia; mentions.len()]);
    assert_eq!(graph.describe(russia)?.key(), "russia");
    assert_eq!(graph.actor_count(), 1);
    assert_eq!(graph.state("Russian")?, graph.state("cow:365")?);
    Ok(())
}

#[test]
fn states_added_by_hand_are_the_states() -> Result<()> {
    let mut graph = Graph::new();
    let ours = graph.add(State::new("Rossiya").iso3("RUS"))?;
    let ruritania = graph.add(State::new("Ruritania"))?;
    let (who, _) = cast(
        &mut graph,
        &[coded("RUSSIA", "RUS"), Mention::named("Ruritania")],
    );
    assert_eq!(who, [ours.into(), ruritania.into()]);
    assert_eq!(graph.describe(ours)?.name(), "Rossiya");
    Ok(())
}

#[test]
fn files_of_several_formats_speak_of_the_same() -> Result<()> {
    let mut graph = Graph::new();
    let of_russia = |name| Mention {
        country: Some(MentionedCountry::Named("Russian Federation")),
        sectors: Some("Government"),
        ..Mention::named(name)
    };
    let (icews, _) = cast(
        &mut graph,
        &[
            of_russia("Vladimir Putin"),
            of_russia("Government (Russia)"),
            of_russia("Police (Russia)"),
        ],
    );
    let (gdelt, _) = cast(
        &mut graph,
        &[
            coded("VLADIMIR PUTIN", "RUSGOV"),
            coded("RUSSIAN", "RUSGOV"),
            coded("POLICE", "RUSCOP"),
            coded("PUTIN", "RUSGOV"),
        ],
    );
    assert_eq!(icews[..], gdelt[..3]);
    assert_eq!(graph.describe(gdelt[0])?.sort(), ActorSort::Leader);
    assert_eq!(affiliations(&graph, gdelt[0]), ["russia"]);
    // A surname alone is somebody.
    let putin = graph.describe(gdelt[3])?;
    assert_eq!(
        (putin.name(), putin.sort()),
        ("PUTIN", ActorSort::Unresolved)
    );
    assert_eq!(putin.sectors(), ["Government"]);
    // The other way round, they meet just so.
    let mut turned = Graph::new();
    let (first, _) = cast(
        &mut turned,
        &[coded("RUSSIA", "RUSGOV"), coded("RUSSIA", "RUSCOP")],
    );
    let (then, _) = cast(
        &mut turned,
        &[
            of_russia("Government (Russia)"),
            of_russia("Police (Russia)"),
        ],
    );
    assert_eq!(first, then);
    assert_eq!(turned.actor("cameo:RUSGOV")?, first[0]);
    Ok(())
}

#[test]
fn nobody_merges_against_the_codes() {
    let mut graph = Graph::new();
    let person = |codes, country| Mention {
        codes,
        country: Some(MentionedCountry::Named(country)),
        sort: Some(ActorSort::Leader),
        ..Mention::named("John Smith")
    };
    let (who, _) = cast(
        &mut graph,
        &[
            person(&[(CodeSystem::Wikidata, "Q1")], "France"),
            person(&[(CodeSystem::Wikidata, "Q2")], "France"),
            person(&[(CodeSystem::Wikidata, "Q1")], "Spain"),
            person(&[], "Italy"),
            person(
                &[(CodeSystem::Ftm, "NK-1"), (CodeSystem::Wikidata, "q2")],
                "Italy",
            ),
        ],
    );
    assert_eq!(who[0], who[2]);
    assert_ne!(who[0], who[1]);
    assert_eq!(who[1], who[4]);
    // The name alone is of two; the first has it.
    assert_eq!(who[3], who[0]);
    assert_eq!(affiliations(&graph, who[0]), ["france", "spain", "italy"]);
    let (again, report) = cast(&mut graph, &[person(&[], "Italy")]);
    assert_eq!((again[0], report.ambiguous()), (who[0], 1));
    assert_eq!(report.ambiguities()[0].name(), "John Smith");
    assert_eq!(
        report.ambiguities()[0].candidates(),
        ["john-smith", "john-smith-2"]
    );
    // A company of a person's name is another.
    let company = Mention {
        sort: Some(ActorSort::Organization(OrganizationSort::Company)),
        ..Mention::named("John Smith")
    };
    let (firm, _) = cast(&mut graph, &[company]);
    assert!(!who.contains(&firm[0]));
}

#[test]
fn a_city_of_a_states_name_is_not_the_state() -> Result<()> {
    let mut graph = Graph::new();
    graph.add_states()?;
    let (who, _) = cast(
        &mut graph,
        &[
            coded("GEORGIA", "USA"),
            coded("BERLIN", "DEU"),
            coded("GEORGIA", "GEO"),
            coded("JORDAN", "USACVL"),
        ],
    );
    assert_eq!(who[2], graph.state("Georgia")?.into());
    let sorts = who.iter().map(|&who| graph.describe(who).unwrap().sort());
    let unresolved = ActorSort::Unresolved;
    assert!(sorts.eq([unresolved, unresolved, ActorSort::State, unresolved]));
    assert_eq!(affiliations(&graph, who[1]), ["germany"]);
    Ok(())
}

#[test]
fn near_names_are_taken_on_request_and_listed() -> Result<()> {
    let mut graph = Graph::new();
    let putin = graph.add(Leader::new("Vladimir Putin"))?;
    let near = [
        Mention::named("Vladimir Poutin"),
        Mention::named("Al Jazeera"),
    ];
    let (who, report) = cast(&mut graph.clone(), &near);
    assert_ne!(who[0], putin.into());
    assert!(report.near_names().is_empty());

    let (who, report) = cast_near(&mut graph, &near, Some(0.95));
    assert_eq!(who[0], putin.into());
    let [near] = report.near_names() else {
        panic!("{report:?}")
    };
    assert_eq!(
        (near.name(), near.key()),
        ("Vladimir Poutin", "vladimir-putin")
    );
    assert!((0.95..1.0).contains(&near.score()));

    // Of two as near, neither.
    let mut graph = Graph::new();
    graph.add(Leader::new("Ivan Petrov A"))?;
    graph.add(Leader::new("Ivan Petrov B"))?;
    let (_, report) = cast_near(&mut graph, &[Mention::named("Ivan Petrov C")], Some(0.9));
    assert!(report.near_names().is_empty());
    Ok(())
}

#[test]
fn states_out_of_their_time_are_noted() {
    let mut graph = Graph::new();
    let (who, report) = cast(
        &mut graph,
        &[coded("SOVIET UNION", "SUN"), coded("FRANCE", "FRA"), {
            let country = Some(MentionedCountry::Named("Soviet Union"));
            Mention {
                country,
                ..Mention::named("Soviet Union")
            }
        }],
    );
    assert!(report.out_of_time().eq(["soviet-union"]));
    assert_eq!(graph.describe(who[2]).unwrap().key(), "soviet-union");
}

#[test]
fn twenty_thousand_mentions_are_resolved() {
    let mut names = Vec::new();
    let codes = [
        "USAGOV", "RUS", "DEUGOV", "GOV", "KENCOP", "IGOUNO", "CHNBUS", "MED",
    ];
    for nth in 0..2500 {
        for code in codes {
            names.push((format!("NAME {nth} OF {code}"), code));
        }
    }
    let mut draft = Draft::default();
    for (name, code) in &names {
        draft.mention(&coded(name, code), Some(DAY));
    }
    let mut graph = Graph::new();
    let cast = Cast::of(&draft, &common(None), &mut graph).unwrap();
    assert_eq!(cast.who.len(), 20_000);
    assert!(graph.actor_count() >= 20_000);
}

/// A file of the shared data, if it is there: it is not ours to carry along.
fn shared(file: &str) -> Option<String> {
    let path = format!("{}/../shared/data/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path);
    if text.is_err() {
        eprintln!("passed over: {path} is not there");
    }
    text.ok()
}

/// How many actors of each sort there are.
fn by_sort(graph: &Graph, who: &[ActorId]) -> BTreeMap<&'static str, usize> {
    let mut sorts = BTreeMap::new();
    for &who in who.iter().collect::<BTreeSet<_>>() {
        let sort = match graph.describe(who).unwrap().sort() {
            ActorSort::Leader => "leader",
            ActorSort::State => "state",
            ActorSort::Organization(_) => "organization",
            ActorSort::Group => "group",
            ActorSort::Unresolved => "unresolved",
        };
        *sorts.entry(sort).or_default() += 1;
    }
    sorts
}

#[test]
fn the_actors_of_real_gdelt_files() {
    let files = [
        "v1_57col.tsv",
        "v1_58col.tsv",
        "v1_mixed_57_58col.tsv",
        "v2_20180101000000.export.CSV",
        "v2_quirks_61col.tsv",
        "v2_translated_61col.tsv",
    ];
    let texts: Vec<String> = files
        .iter()
        .filter_map(|file| shared(&format!("gdelt/{file}")))
        .collect();
    if texts.len() < files.len() {
        return;
    }
    let mut mentions = Vec::new();
    let text = |text: &'static str| Some(text).filter(|text| !text.is_empty());
    for line in texts.join("\n").leak().lines() {
        let fields: Vec<&'static str> = line.split('\t').collect();
        if fields.len() < 57 {
            continue;
        }
        for at in [5, 15] {
            let country = text(fields[at + 2]);
            mentions.push(Mention {
                name: text(fields[at + 1]),
                cameo: text(fields[at]),
                country: country.map(|code| MentionedCountry::Coded(CodeSystem::Cameo, code)),
                ..Mention::default()
            });
        }
    }
    mentions.retain(|mention| !mention.is_of_nobody());
    let mut graph = Graph::new();
    let (who, report) = cast(&mut graph, &mentions);
    let sorts = by_sort(&graph, &who);
    assert_eq!((sorts["state"], sorts["leader"]), (78, 13), "{sorts:?}");
    assert_eq!(report.ambiguous(), 0);
    let distinct: BTreeSet<_> = mentions.iter().map(|one| (one.name, one.cameo)).collect();
    assert_eq!(distinct.len(), 641);
    let sort = |name: &str| graph.describe(graph.actor(name).unwrap()).unwrap().sort();
    for person in ["Angela Merkel", "Jean Claude Juncker", "Laura Chinchilla"] {
        assert_eq!(sort(person), ActorSort::Leader, "{person}");
    }
    for place in ["Denver", "Beirut", "New York", "Mindanao", "Gaza", "Obama"] {
        assert_eq!(sort(place), ActorSort::Unresolved, "{place}");
    }
}

#[test]
fn the_names_of_icews14() -> Result<()> {
    let Some(text) = shared("icews14/entity2id.txt") else {
        return Ok(());
    };
    let names: Vec<String> = text
        .lines()
        .filter_map(|line| Some(line.split_once('\t')?.0.replace('_', " ")))
        .collect();
    let mentions: Vec<Mention<'_>> = names.iter().map(|name| Mention::named(name)).collect();
    let mut graph = Graph::new();
    let (who, report) = cast(&mut graph, &mentions);
    let sorts = by_sort(&graph, &who);
    assert_eq!((who.len(), sorts["state"]), (7128, 85), "{sorts:?}");
    assert_eq!(report.ambiguous(), 0);
    let leader = graph.actor("Head of Government (Egypt)")?;
    assert_eq!(affiliations(&graph, leader), ["egypt"]);
    assert!(
        graph
            .organization("National Intelligence Bureau (Pakistan)")
            .is_ok()
    );
    assert!(graph.group("Villager (Sudan)").is_ok());
    assert!(graph.unresolved("Barack Obama").is_ok());
    Ok(())
}
