//! The reader as a whole, on a file of ours with a trap in every row.

use proptest::prelude::*;

use super::*;
use crate::ingest::{Report, Step};
use crate::model::codes::{Class, Mode};
use crate::model::{ActorSort, Role};
use crate::time::Basis;
use crate::{Account, Event, Graph, Leader, Result};

const SMALL: &str = include_str!("../../../tests/data/polecat_small.tsv");

fn read(text: &str) -> Result<(Graph, Report)> {
    let mut graph = Graph::new();
    let report = graph.ingest(PolecatReader::from_reader(text.as_bytes())?)?;
    Ok((graph, report))
}

#[test]
fn a_row_whose_lists_name_nobody_is_refused_alone() -> Result<()> {
    let header = "Event ID\tEvent Date\tEvent Type\tActor Name\tActor Country\tActor Sectors\t\
                  Recipient Name\tRecipient Title";
    let file = format!(
        "{header}\n\
         1\t2020-01-02\tCONSULT\tNone; None\t\t\t\t\n\
         2\t2020-01-02\tCONSULT\t;\t\tGOV\tNone;\t\n\
         3\t2020-01-02\tCONSULT\t\tTGO|FRA\tGOV\t\t\n\
         4\t2020-01-02\tCONSULT\tNone; None\t\t\t\tMinister\n\
         5\t2020-01-02\tCONSULT\tNone; Togo\t\t\t\t\n"
    );
    let (graph, report) = read(&file)?;
    assert!(is_accounted_for(&report), "{report}");
    assert_eq!((report.events(), report.refused()), (2, 3));
    assert_eq!(graph.event_count(), 2);
    assert_eq!(
        report.refusals()[0].to_string(),
        "line 2, column 22: found \"None; None\", expected an actor or a recipient"
    );
    Ok(())
}

/// The event of a row of the small file, by what its id has in the middle.
fn of_row<'g>(graph: &'g Graph, id: &str) -> Event<'g> {
    let tells = |event: &Event<'g>| {
        let mut rows = event.accounts().flat_map(Account::rows);
        rows.any(|row| row.contains(id))
    };
    graph.events().find(tells).unwrap()
}

fn names(graph: &Graph, event: Event<'_>, role: Role) -> Vec<String> {
    event
        .in_role(role)
        .map(|actor| graph.describe(actor).unwrap().name().to_owned())
        .collect()
}

fn is_accounted_for(report: &Report) -> bool {
    let folded: u64 = Step::ALL.map(|step| report.folded(step)).iter().sum();
    report.rows() == report.events() + folded + report.refused() + report.duplicates()
}

#[test]
fn every_row_of_the_small_file_is_accounted_for() -> Result<()> {
    let (graph, report) = read(SMALL)?;
    assert_eq!((report.rows(), report.events()), (17, 7));
    assert_eq!((report.refused(), report.duplicates()), (9, 1));
    assert_eq!((report.accounts(), report.reflexive()), (7, 1));
    assert!(is_accounted_for(&report));
    assert_eq!(graph.event_count(), 7);
    let refusals: Vec<(u64, &str, &str)> = report
        .refusals()
        .iter()
        .map(|one| (one.position().line, one.found(), one.expected()))
        .collect();
    assert_eq!(
        refusals,
        [
            (
                10,
                "\"QUARREL\"",
                "an event type of PLOVER: AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, \
                 RETREAT, REQUEST, ACCUSE, REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE \
                 or ASSAULT"
            ),
            (
                11,
                "\"2020-02-30\"",
                "a day that exists, as 2018-06-01 or 6/1/2018"
            ),
            (12, "\"None\"", "a day, here or as publication date"),
            (13, "\"None\"", "an actor or a recipient"),
            (14, "\"None\"", "an event id"),
            (15, "\"91\"", "a latitude of -90 to 90 degrees"),
            (16, "\"much\"", "an intensity, a number"),
            (
                17,
                "41 columns",
                "as many columns as the header has, separated by tabs"
            ),
            (
                18,
                "37 columns",
                "as many columns as the header has, separated by tabs"
            ),
        ]
    );
    Ok(())
}

#[test]
fn those_who_consult_are_all_parties() -> Result<()> {
    let (graph, _) = read(SMALL)?;
    let call = of_row(&graph, "aa01");
    let what = call.classification();
    assert_eq!(
        (what.class(), what.mode()),
        (Some(Class::Consult), Some(Mode::Phone))
    );
    assert_eq!(
        names(&graph, call, Role::Party),
        ["Ana Blau", "Ben Rot", "Togo"]
    );
    assert_eq!(call.participants().len(), 3);
    assert_eq!(
        (call.when().to_string().as_str(), call.basis()),
        ("2020-01-01", Basis::Event)
    );
    assert!(call.topics() == ["diplomatic", "rights_freedoms"]);
    assert!(!call.is_presumed());

    let account = call.accounts().next().unwrap();
    assert_eq!(account.stated().to_string(), "2020-01-02");
    assert_eq!(account.measure("intensity"), Some(2.0));
    assert_eq!(account.publisher(), Some(graph.actor("Morning Wire")?));
    assert_eq!(account.place().unwrap().to_string(), "Lomé, Maritime, Togo");
    assert!(account.rows().eq(["20200102-0001-aa01_CONSULT_P"]));
    assert_eq!(account.data_set().unwrap().name, "POLECAT");
    Ok(())
}

#[test]
fn directed_events_have_lists_on_both_sides() -> Result<()> {
    let (graph, _) = read(SMALL)?;
    let visit = of_row(&graph, "aa02");
    assert_eq!(names(&graph, visit, Role::Visitor), ["Ana Blau"]);
    assert_eq!(names(&graph, visit, Role::Host), ["Ben Rot", "Togo"]);
    assert_eq!(visit.basis(), Basis::Report);

    let assault = of_row(&graph, "aa03");
    assert_eq!(
        names(&graph, assault, Role::Source),
        ["North Front", "South Front"]
    );
    assert_eq!(names(&graph, assault, Role::Target), ["villagers (Togo)"]);
    assert!(assault.topics() == ["terrorism", "Space Travel"]);
    // Lists of another length do not say whose they are.
    let front = graph.describe(graph.actor("North Front")?)?;
    assert_eq!(front.sectors().len(), 0);
    assert_eq!(
        graph.describe(graph.actor("villagers (Togo)")?)?.sectors(),
        ["CVL"]
    );
    assert!(assault.accounts().next().unwrap().place().is_none());
    Ok(())
}

#[test]
fn who_is_not_named_is_called_as_in_the_story() -> Result<()> {
    let (graph, _) = read(SMALL)?;
    let protest = of_row(&graph, "aa04");
    assert_eq!(protest.text(), Some("sit-in"));
    assert_eq!(protest.classification().mode(), None);
    assert_eq!(
        names(&graph, protest, Role::Source),
        ["protesters (France)"]
    );
    assert_eq!(
        names(&graph, protest, Role::Target),
        ["Prime Minister (France)"]
    );
    assert_eq!(protest.accounts().next().unwrap().measures().count(), 0);
    let coercion = of_row(&graph, "aa05");
    assert_eq!(names(&graph, coercion, Role::Target), ["Eva Weiss"]);
    assert_eq!(names(&graph, coercion, Role::Source), ["GOV; MIL (Togo)"]);
    assert_eq!(
        (coercion.when().to_string().as_str(), coercion.basis()),
        ("2020-01-05", Basis::Report)
    );
    assert_eq!(of_row(&graph, "aa07").participants().len(), 2);
    Ok(())
}

#[test]
fn who_is_who() -> Result<()> {
    let (graph, _) = read(SMALL)?;
    let togo = graph.state("Togo")?;
    assert_eq!(graph.state("cow:461")?, togo);
    assert!(graph.describe(togo)?.sectors().is_empty());
    let is_called_togo = |name: &str| name.starts_with("Togo");
    let all = graph
        .actors()
        .filter(|(_, actor)| is_called_togo(actor.name()));
    assert_eq!(all.count(), 1);
    let blau = graph.actor("Ana Blau")?;
    assert_eq!(graph.actor("Ana Blau (politician)")?, blau);
    assert_eq!(graph.describe(blau)?.sort(), ActorSort::Leader);
    assert_eq!(graph.describe(blau)?.sectors(), ["GOV"]);
    let france = graph.actor("France")?;
    let tie = graph
        .ties()
        .find(|tie| (tie.from(), tie.to()) == (blau, france))
        .unwrap();
    let days: Vec<String> = tie.observed().iter().map(ToString::to_string).collect();
    assert_eq!(days, ["2020-01-01", "2020-01-02"]);

    // A page that is somebody else's name is no alias.
    let mut graph = Graph::new();
    let other = graph.add(Leader::new("Ana Blau (politician)"))?;
    graph.ingest(PolecatReader::from_reader(SMALL.as_bytes())?)?;
    assert_eq!(graph.actor("Ana Blau (politician)")?, other.into());
    assert_ne!(graph.actor("Ana Blau")?, other.into());
    Ok(())
}

#[test]
fn columns_are_found_by_name_and_may_be_missing() -> Result<()> {
    // A header with names that the rows lack, and another name for the intensity.
    let (header, rows) = SMALL.split_once('\n').unwrap();
    let header = header
        .replace("\tIntensity\t", "\tHeadline\tEvent Intensity\t")
        .replace("\tLanguage\t", "\tEvent Text\tFeed\tStory ID\tLanguage\t");
    let (whole, _) = read(SMALL)?;
    let (graph, report) = read(&format!("{header}\t\t\n{rows}"))?;
    assert_eq!((report.events(), report.refused()), (7, 9));
    assert!(graph == whole);

    // Without a header, in the standard order.
    let (graph, report) = read(rows)?;
    assert_eq!((report.rows(), report.events()), (17, 7));
    assert!(graph == whole);

    // With more columns than ours, which the rows have.
    let (graph, _) = read(
        "Headline\tactor name\tEvent Type\tEvent Date\tEvent ID\tRecipient Name\n\
         News\tTogo\tAID\t2020-01-02\tx1\tFrance\n",
    )?;
    assert_eq!(
        names(&graph, of_row(&graph, "x1"), Role::Target),
        ["France"]
    );
    Ok(())
}

#[test]
fn what_is_no_such_file() {
    let opened = |text: &str| PolecatReader::from_reader(text.as_bytes()).map(|_| ());
    for (text, says) in [
        ("", "found an empty file, expected rows of POLECAT events"),
        (
            "Event ID\tEvent Date\tActor Name\n",
            "found a header without \"Event Type\", expected the columns of POLECAT",
        ),
        (
            "Event ID\tEvent Type\tIntensity\tEvent Intensity\n",
            "line 1, column 31: found \"Event Intensity\" again, expected the columns of POLECAT",
        ),
    ] {
        let error = opened(text).unwrap_err().to_string();
        assert!(error.ends_with(says), "{error}");
    }
    let mut graph = Graph::new();
    let prose = PolecatReader::from_reader(&b"a line\nand another\n"[..]).unwrap();
    assert!(graph.ingest(prose).unwrap_err().is_in_input());
}

#[test]
fn latin1_is_read_if_said() -> Result<()> {
    let (as_it_is, _) = read(SMALL)?;
    let latin: Vec<u8> = SMALL
        .chars()
        .map(|letter| u8::try_from(letter).unwrap())
        .collect();
    let mut graph = Graph::new();
    graph.ingest(
        PolecatReader::builder()
            .latin1()
            .from_reader(latin.as_slice())?,
    )?;
    assert!(graph == as_it_is);
    Ok(())
}

/// What is told of each event and of each actor, but for the order.
fn shape(graph: &Graph) -> Vec<String> {
    let key = |actor| graph.describe(actor).unwrap().key();
    let events = graph.events().map(|event| {
        let mut who: Vec<String> = event
            .participants()
            .map(|one| format!("{}: {}", one.role, key(one.actor)))
            .collect();
        who.sort_unstable();
        let accounts: Vec<_> = event
            .accounts()
            .map(|account| {
                (
                    account.rows().collect::<Vec<_>>(),
                    account.publisher().map(key),
                )
            })
            .collect();
        let what = event.classification();
        format!(
            "{} {what} {who:?} {:?} {accounts:?}",
            event.when(),
            event.topics()
        )
    });
    let actors = graph.actors().map(|(_, actor)| {
        let mut sectors: Vec<_> = actor.sectors().iter().collect();
        sectors.sort_unstable();
        format!("{} {:?} {sectors:?}", actor.key(), actor.sort())
    });
    let mut shape: Vec<String> = events.chain(actors).collect();
    shape.sort_unstable();
    shape
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_order_of_rows_does_not_matter(
        rows in Just([1, 2, 3, 4, 5, 7, 8].map(|at| SMALL.lines().nth(at).unwrap()).to_vec()).prop_shuffle()
    ) {
        let header = SMALL.lines().next().unwrap();
        let (as_it_is, _) = read(SMALL).unwrap();
        let (shuffled, report) = read(&format!("{header}\n{}\n", rows.join("\n"))).unwrap();
        prop_assert_eq!(report.refused(), 0);
        prop_assert_eq!(shape(&shuffled), shape(&as_it_is));
    }

    #[test]
    fn any_bytes_are_read_or_refused(
        damage in prop::collection::vec((0..SMALL.len(), any::<u8>()), 0..30),
        end in 1..SMALL.len(),
    ) {
        let mut bytes = SMALL.as_bytes().to_vec();
        for (at, byte) in damage {
            bytes[at] = byte;
        }
        bytes.truncate(end);
        let mut graph = Graph::new();
        let read = PolecatReader::from_reader(bytes.as_slice()).and_then(|reader| graph.ingest(reader));
        match read {
            Ok(report) => {
                prop_assert!(is_accounted_for(&report), "{}", report);
                prop_assert_eq!(report.events(), graph.event_count() as u64);
            }
            Err(error) => {
                prop_assert!(error.is_in_input(), "{}", error);
                prop_assert_eq!(graph.actor_count(), 0);
            }
        }
    }

    #[test]
    fn any_lists_are_read(cells in prop::collection::vec("[A-Za-z0-9;. |]{0,12}", 12)) {
        let header = "Event ID\tEvent Date\tEvent Type\tActor Name\tActor COW\tActor Country\t\
                      Actor Sectors\tActor Title\tActor Name Raw\tWikipedia Actor ID\t\
                      Recipient Name\tContexts\tEvent Mode\tIntensity\tCountry";
        let row = format!("1\t2020-01-01\tCONSULT\t{}", cells.join("\t"));
        let (_, report) = read(&format!("{header}\n{row}\n")).unwrap();
        prop_assert!(is_accounted_for(&report), "{}", report);
    }
}
