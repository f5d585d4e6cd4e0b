//! The reader as a whole, on a file of ours with a trap in every row, and on the
//! real one where it is present.

use std::collections::BTreeSet;
use std::io::{self, Read};

use proptest::prelude::*;

use super::*;
use crate::ingest::{Folding, Refusal, Report, Step};
use crate::model::{
    ActorSort, NewEvent, OrganizationSort, Role, TieKind,
    codes::{CameoCode, Kind},
};
use crate::time::Basis;
use crate::{Account, Event, Graph, Leader, Organization, Result, State};

const SMALL: &str = include_str!("../../../tests/data/icews_small.tab");
const HEADER: &str = "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\t\
                      CAMEO Code\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\t\
                      Sentence Number\tPublisher\tLatitude\tLongitude";

fn read(text: &str) -> Result<(Graph, Report)> {
    let mut graph = Graph::new();
    let report = graph.ingest(IcewsReader::from_reader(text.as_bytes())?)?;
    Ok((graph, report))
}

/// A table of the columns above, `|` for tabs.
fn table(rows: &[&str]) -> String {
    let rows: Vec<String> = rows.iter().map(|row| row.replace('|', "\t")).collect();
    format!("{HEADER}\n{}\n", rows.join("\n"))
}

fn of_row<'g>(graph: &'g Graph, id: &str) -> Event<'g> {
    let reference = format!("{id}@");
    let tells = |event: &Event<'g>| {
        let mut rows = event.accounts().flat_map(Account::rows);
        rows.any(|row| row.starts_with(&reference))
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
    report.rows() == report.events() + folded + report.refused()
}

fn rows_of(account: Account<'_>) -> Vec<&str> {
    account.rows().collect()
}

#[test]
fn every_row_of_the_small_file_is_accounted_for() -> Result<()> {
    let (graph, report) = read(SMALL)?;
    assert_eq!(report.rows(), 24);
    assert_eq!(Step::STANDARD.map(|step| report.folded(step)), [3, 1, 1]);
    assert_eq!((report.events(), report.refused()), (14, 5));
    assert_eq!((report.accounts(), report.reflexive()), (15, 1));
    assert!(is_accounted_for(&report));
    assert_eq!(graph.event_count(), 14);
    assert_eq!(report.actors(), graph.actor_count() as u64);
    let refusals: Vec<String> = report.refusals().iter().map(ToString::to_string).collect();
    assert_eq!(
        refusals,
        [
            "line 21, column 54: found \"41x-\", expected a CAMEO code of 2 to 4 letters and digits, leading zeros kept",
            "line 22, column 5: found \"2018-06-31\", expected a day that exists, as 2018-06-01 or 6/1/2018",
            "line 23, column 127: found \"91.5\", expected a latitude of -90 to 90 degrees",
            "line 24, column 117: found 19 columns, expected 20 columns separated by tabs",
            "line 25, column 67: found the end of the file after 10 of 20 columns, expected a whole row",
        ]
    );
    Ok(())
}

#[test]
fn a_call_told_by_two_stories_from_both_sides_is_one_event() -> Result<()> {
    let (graph, _) = read(SMALL)?;
    let call = of_row(&graph, "101");
    assert_eq!(call.classification().kind(), Some(Kind::Call));
    assert!(call.is_presumed());
    assert_eq!(call.basis(), Basis::Report);
    assert_eq!(call.when().to_string(), "2018-06-02");
    assert_eq!(call.in_role(Role::Party).count(), 2);
    let [first, second] = call.accounts().collect::<Vec<_>>()[..] else {
        panic!("{:?}", call.accounts())
    };
    assert_eq!(
        rows_of(first),
        [
            "101@2018-06-02 (story 10, sentence 1)",
            "102@2018-06-02 (story 10, sentence 1, at Akkuyu, Konya, Turkey)"
        ]
    );
    let place = |account: Account<'_>| account.place().unwrap().to_string();
    assert_eq!(place(first), "Moscow, Moskva, Russian Federation");
    assert_eq!(place(second), "Akkuyu, Konya, Turkey");
    assert_eq!(first.publisher(), Some(graph.actor("Morning Post")?));
    assert_eq!(first.stated().to_string(), "2018-06-02");
    assert_eq!(first.data_set().unwrap().name, "ICEWS");
    // One actor in two spellings.
    let yildiz = graph.actor("Ayşe Yıldız")?;
    assert_eq!(graph.describe(yildiz)?.aliases(), ["Ayse Yildiz"]);
    assert_eq!(
        call.in_role(Role::Party)
            .filter(|&who| who == yildiz)
            .count(),
        1
    );
    Ok(())
}

#[test]
fn who_is_in_which_role() -> Result<()> {
    let (graph, _) = read(SMALL)?;
    let visit = of_row(&graph, "105");
    assert_eq!(visit.id(), of_row(&graph, "106").id());
    assert_eq!(
        visit.classification().code(),
        Some(CameoCode::CONSULT_VISIT)
    );
    assert_eq!(
        names(&graph, visit, Role::Visitor),
        ["Foreign Affairs (Togo)"]
    );
    assert_eq!(names(&graph, visit, Role::Host), ["France"]);
    assert_eq!(visit.accounts().next().unwrap().code(), None);

    let received = of_row(&graph, "107");
    assert_eq!(
        received.classification().code(),
        Some(CameoCode::CONSULT_VISIT)
    );
    assert_eq!(names(&graph, received, Role::Host), ["Russia"]);
    let account = received.accounts().next().unwrap();
    assert_eq!(account.code(), Some(CameoCode::CONSULT_HOST));
    assert_eq!(account.publisher(), None);

    let mediation = of_row(&graph, "113");
    assert_ne!(mediation.id(), of_row(&graph, "114").id());
    assert_eq!(names(&graph, mediation, Role::Mediator), ["European Union"]);
    assert_eq!(names(&graph, mediation, Role::Party), ["France"]);

    let accusations = ["108", "109", "110"].map(|row| of_row(&graph, row).id());
    assert_eq!(BTreeSet::from(accusations).len(), 3);
    let signed = of_row(&graph, "111");
    assert!(!signed.is_presumed());
    assert_eq!(signed.accounts().next().unwrap().rows().count(), 2);
    assert_eq!(of_row(&graph, "118").participants().len(), 1);
    assert_eq!(of_row(&graph, "119").participants().len(), 1);
    Ok(())
}

#[test]
fn who_is_who() -> Result<()> {
    let (graph, _) = read(SMALL)?;
    let sort = |name: &str| graph.describe(graph.actor(name).unwrap()).unwrap().sort();
    assert_eq!(graph.state("Russia")?, graph.state("Russian Federation")?);
    assert_eq!(
        graph.state("Holy See")?,
        graph.state("Holy See (Vatican City State)")?
    );
    for (name, expected) in [
        (
            "Police (India)",
            ActorSort::Organization(OrganizationSort::SecurityForce),
        ),
        (
            "Foreign Affairs (Togo)",
            ActorSort::Organization(OrganizationSort::GovernmentBody),
        ),
        (
            "European Union",
            ActorSort::Organization(OrganizationSort::Intergovernmental),
        ),
        (
            "Morning Post",
            ActorSort::Organization(OrganizationSort::Media),
        ),
        ("Citizen (Holy See (Vatican City State))", ActorSort::Group),
        ("Catalonia", ActorSort::Unresolved),
        ("Al Watan", ActorSort::Unresolved),
        ("Jordan", ActorSort::State),
    ] {
        assert_eq!(sort(name), expected, "{name}");
    }
    let al_watan = graph.describe(graph.actor("Al Watan")?)?;
    assert_eq!(al_watan.sectors(), ["Media", "News"]);
    assert!(al_watan.is_media());
    assert!(
        graph
            .describe(graph.actor("Unspecified Actor")?)?
            .is_unnamed()
    );
    assert!(graph.actor("Unknown").unwrap_err().is_unknown());

    let affiliation = |who: &str, to: &str| {
        let (who, to) = (graph.actor(who).unwrap(), graph.actor(to).unwrap());
        graph.ties().find(|tie| (tie.from(), tie.to()) == (who, to))
    };
    let ivanov = affiliation("Nikolai Ivanov", "Russia").unwrap();
    assert_eq!(ivanov.kind(), TieKind::Affiliation);
    let days: Vec<String> = ivanov.observed().iter().map(ToString::to_string).collect();
    assert_eq!(days, ["2018-06-01", "2018-06-02"]);
    assert!(affiliation("Catalonia", "Spain").is_some());
    assert!(affiliation("Ministry (European Union)", "European Union").is_some());
    assert!(affiliation("Russia", "Russia").is_none());
    Ok(())
}

#[test]
fn what_the_code_does_not_tell_is_kept() -> Result<()> {
    let (graph, _) = read(SMALL)?;
    let unlisted = of_row(&graph, "115");
    assert_eq!(unlisted.classification().code().unwrap().as_str(), "13y");
    assert_eq!(unlisted.text(), Some("Threaten by unlisted means"));
    assert_eq!(
        rows_of(unlisted.accounts().next().unwrap()),
        ["115@2018-06-01 (story 17, sentence 1)"]
    );
    let odd = of_row(&graph, "119").accounts().next().unwrap();
    assert_eq!(rows_of(odd), ["119@2018-06-01 (story 20, sentence 1)"]);
    assert_eq!(odd.measure("intensity"), Some(2.5));
    let half = of_row(&graph, "116").place().unwrap();
    assert_eq!(
        (half.country_name(), half.coordinates()),
        (Some("Spain"), None)
    );
    Ok(())
}

#[test]
fn events_go_to_the_actors_that_are_there() -> Result<()> {
    let mut graph = Graph::new();
    let turkey = graph.add(State::new("Turkey").iso3("TUR"))?;
    let russia = graph.add(State::new("Russian Federation").iso3("RUS"))?;
    let yildiz = graph.add(Leader::new("Ayse Yildiz").office("Minister", turkey, "2018/.."))?;
    let wire = graph.add(Organization::new("The Wire").alias("Daily Wire"))?;
    let one = graph.add(Leader::new("Nikolai Ivanov"))?;
    graph.add(Leader::new("Nikolai Ivanov"))?;

    let report = graph.ingest(IcewsReader::from_reader(SMALL.as_bytes())?)?;
    assert_eq!(report.ambiguous(), 1);
    let call = of_row(&graph, "101");
    let parties: BTreeSet<_> = call.in_role(Role::Party).collect();
    assert_eq!(parties, BTreeSet::from([yildiz.into(), one.into()]));
    assert_eq!(graph.state("Russia")?, russia);
    assert_eq!(
        of_row(&graph, "111").accounts().next().unwrap().publisher(),
        Some(wire.into())
    );

    // The same again finds everybody.
    let again = graph.ingest(IcewsReader::from_reader(SMALL.as_bytes())?)?;
    assert_eq!((again.actors(), again.events()), (0, 14));
    Ok(())
}

#[test]
fn what_a_file_knows_is_told_to_what_was_unresolved() -> Result<()> {
    let mut graph = Graph::new();
    let police = graph.add(crate::Unresolved::new("Police (India)"))?;
    graph.ingest(IcewsReader::from_reader(SMALL.as_bytes())?)?;
    let force = ActorSort::Organization(OrganizationSort::SecurityForce);
    assert_eq!(graph.describe(police)?.sort(), force);
    Ok(())
}

#[test]
fn a_strict_reader_leaves_the_graph_as_it_was() -> Result<()> {
    let mut graph = Graph::new();
    let france = graph.add(State::new("France"))?;
    graph.record(NewEvent::coded("010")?.from(france))?;
    let reader = IcewsReader::builder().strict();
    let error = graph
        .ingest(reader.from_reader(SMALL.as_bytes())?)
        .unwrap_err();
    assert!(error.is_in_input());
    assert_eq!(error.position().unwrap().line, 21);
    assert!(
        error
            .to_string()
            .starts_with("input: line 21, column 54: found \"41x-\", expected")
    );
    assert_eq!(
        (graph.actor_count(), graph.event_count(), graph.tie_count()),
        (1, 1, 0)
    );
    assert!(graph.describe(france).is_ok());
    Ok(())
}

/// Gives what it has, and then fails.
struct Failing<'a>(&'a [u8]);

impl Read for Failing<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.0.read(buffer)? {
            0 => Err(io::Error::other("the disk is on fire")),
            some => Ok(some),
        }
    }
}

#[test]
fn an_input_that_fails_midway_leaves_the_graph_as_it_was() -> Result<()> {
    let mut graph = Graph::new();
    let good = table(&["1|2018-06-01|France|||010|Spain|||1|1|Post|NA|NA"]);
    let error = graph
        .ingest(IcewsReader::from_reader(Failing(good.as_bytes()))?)
        .unwrap_err();
    assert!(error.is_io());
    assert_eq!(error.to_string(), "input: the disk is on fire");
    assert_eq!(graph.actor_count(), 0);

    let mut reader = IcewsReader::from_reader(Failing(good.as_bytes()))?;
    let records: Vec<_> = reader.records().map(|record| record.is_ok()).collect();
    assert_eq!(records, [true, false]);
    Ok(())
}

#[test]
fn what_is_no_such_file() {
    let opened = |text: &str| IcewsReader::from_reader(text.as_bytes()).map(|_| ());
    let empty = opened("").unwrap_err();
    assert_eq!(
        empty.to_string(),
        "input: line 1, column 1: found an empty file, expected rows of ICEWS events"
    );
    let lacking = opened("Event ID\tEvent Date\tSource Name\tTarget Name\n").unwrap_err();
    assert_eq!(
        lacking.to_string(),
        "input: line 1, column 1: found a header without \"CAMEO Code\", expected the columns of ICEWS"
    );
    let twice = opened("Event ID\tEvent Date\tevent id\n").unwrap_err();
    assert_eq!(
        twice.to_string(),
        "input: line 1, column 21: found \"event id\" again, expected each column once"
    );
    let missing = IcewsReader::from_path("no/such/file.tab").unwrap_err();
    assert!(missing.is_io() && missing.to_string().starts_with("no/such/file.tab: "));
    let directory = IcewsReader::from_path(env!("CARGO_MANIFEST_DIR")).unwrap_err();
    assert!(directory.is_io(), "{directory}");
    assert!(
        directory
            .to_string()
            .starts_with(env!("CARGO_MANIFEST_DIR"))
    );
    assert!(
        IcewsReader::builder()
            .recorded("2018-02-30")
            .from_reader(SMALL.as_bytes())
            .is_err()
    );
}

#[test]
fn bad_rows_are_refused_and_the_good_ones_kept() -> Result<()> {
    let good = "7|2018-06-01|France|||010|Spain|||1|1|Post|NA|NA";
    let bad = [
        ("x|2018-06-01|France|||010|Spain|||1|1|Post||", "\"x\""),
        ("NA|2018-06-01|France|||010|Spain|||1|1|Post||", "\"NA\""),
        ("1||France|||010|Spain|||1|1|Post||", "nothing"),
        ("1|2018-06-01|NA|||010|NULL|||1|1|Post||", "\"NA\""),
        ("1|2018-06-01|France|||1|Spain|||1|1|Post||", "\"1\""),
        ("1|2018-06-01|France||||Spain|||1|1|Post||", "nothing"),
        ("1|2018-06-01|France|||010|Spain|||1e3|1|Post||", "\"1e3\""),
        ("1|2018-06-01|France|||010|Spain|||1|-1|Post||", "\"-1\""),
        (
            "1|2018-06-01|France|||010|Spain|||1|1|Post|1|181",
            "\"181\"",
        ),
        (
            "1|2018-06-01|France|||010|Spain|||1|1|Post|NaN|1",
            "\"NaN\"",
        ),
        (
            "1|2018-06-01|France|||010|Spain|||1|1|Post|||",
            "15 columns",
        ),
        ("a line of prose", "\"a line of prose\""),
        ("1|2018-06-01|Fra\0nce|||010|Spain|||1|1|Post||", "\"\\0\""),
    ];
    let mut rows = vec![good];
    rows.extend(bad.iter().map(|&(row, _)| row));
    rows.push(good);
    let (graph, report) = read(&table(&rows))?;
    let found: Vec<&str> = report.refusals().iter().map(Refusal::found).collect();
    let expected: Vec<&str> = bad.iter().map(|&(_, found)| found).collect();
    assert_eq!(found, expected);
    assert_eq!((report.events(), graph.event_count()), (2, 2));
    assert!(is_accounted_for(&report));

    let mut latin = table(&[good]).into_bytes();
    latin.extend(b"8\t2018-06-01\tCura\xE7ao\n");
    let report = Graph::new().ingest(IcewsReader::from_reader(latin.as_slice())?)?;
    assert_eq!(
        report.refusals()[0].position().to_string(),
        "line 3, column 18"
    );
    assert_eq!(report.refusals()[0].found(), "the byte 0xE7");
    Ok(())
}

#[test]
fn a_last_line_without_end_counts_if_it_is_whole() -> Result<()> {
    let whole = "7|2018-06-01|France|||010|Spain|||1|1|Post|NA|NA";
    let text = table(&[whole]);
    let (_, report) = read(text.trim_end())?;
    assert_eq!((report.events(), report.refused()), (1, 0));
    // Cut anywhere before the last field, it is refused.
    let header = HEADER.len() + 1;
    let last = text.rfind('\t').unwrap();
    for end in header + 1..=last {
        let (_, report) = read(&text[..end])?;
        assert_eq!((report.events(), report.refused()), (0, 1), "{end}");
    }
    Ok(())
}

#[test]
fn columns_are_found_by_name_or_by_the_standard_order() -> Result<()> {
    let (headed, _) = read(SMALL)?;
    let without = SMALL.split_once('\n').unwrap().1;
    let (headless, report) = read(without)?;
    assert_eq!((report.rows(), report.events()), (24, 14));
    assert_eq!(shape(&headed), shape(&headless));

    let turned = "target name\tExtra\tCAMEO code\tEvent Date\tSource Name\tEvent ID\r\n\
                  Spain\tx\t010\t2018-06-01\tFrance\t9\r\n";
    let (graph, _) = read(turned)?;
    let event = of_row(&graph, "9");
    assert_eq!(names(&graph, event, Role::Source), ["France"]);
    assert_eq!(names(&graph, event, Role::Target), ["Spain"]);
    Ok(())
}

#[test]
fn the_caller_says_which_data_they_are() -> Result<()> {
    let mut graph = Graph::new();
    let reader = IcewsReader::builder()
        .lenient()
        .folding(Folding::none())
        .version("weekly")
        .licence("CC0 1.0")
        .recorded("2018-07-01")
        .from_reader(SMALL.as_bytes())?;
    let report = graph.ingest(reader)?;
    assert_eq!((report.events(), report.accounts()), (19, 19));
    let account = &of_row(&graph, "101").accounts().next().unwrap();
    let data_set = account.data_set().unwrap();
    assert_eq!(data_set.version.as_deref(), Some("weekly"));
    assert_eq!(data_set.licence.as_deref(), Some("CC0 1.0"));
    assert_eq!(account.recorded().to_string(), "2018-07-01");
    Ok(())
}

/// What a graph holds, apart from the order: each event by its participants, date,
/// code, marks and accounts.
fn shape(graph: &Graph) -> Vec<String> {
    let key = |actor| graph.describe(actor).unwrap().key();
    let mut shape: Vec<String> = graph
        .events()
        .map(|event| {
            let who: BTreeSet<_> = event
                .participants()
                .map(|one| (one.role, key(one.actor)))
                .collect();
            let accounts: Vec<_> = event
                .accounts()
                .map(|account| {
                    (
                        account.publisher().map(key),
                        rows_of(account),
                        account.place(),
                        account.code(),
                    )
                })
                .collect();
            let code = event.classification().code();
            format!(
                "{who:?} {} {code:?} {} {accounts:?}",
                event.when(),
                event.is_presumed()
            )
        })
        .collect();
    shape.sort_unstable();
    shape
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_order_of_rows_does_not_matter(
        rows in Just(SMALL.lines().skip(1).take(19).map(str::to_owned).collect::<Vec<_>>()).prop_shuffle()
    ) {
        let header = SMALL.lines().next().unwrap();
        let (as_it_is, _) = read(SMALL).unwrap();
        let (shuffled, report) = read(&format!("{header}\n{}\n", rows.join("\n"))).unwrap();
        prop_assert_eq!(report.refused(), 0);
        prop_assert_eq!(shape(&shuffled), shape(&as_it_is));
    }

    #[test]
    fn any_bytes_are_read_or_refused(
        damage in prop::collection::vec((0..SMALL.len(), any::<u8>()), 0..20),
        end in 1..SMALL.len(),
    ) {
        let mut bytes = SMALL.as_bytes().to_vec();
        for (at, byte) in damage {
            bytes[at] = byte;
        }
        bytes.truncate(end);
        let mut graph = Graph::new();
        let read = IcewsReader::from_reader(bytes.as_slice()).and_then(|reader| graph.ingest(reader));
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
}

/// The real file, if it is there: it is not ours to carry along.
fn real(folding: Folding) -> Option<Result<IcewsReader>> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/data/icews/events_20col.tab"
    );
    if std::path::Path::new(path).exists() {
        return Some(
            IcewsReader::builder()
                .strict()
                .folding(folding)
                .from_path(path),
        );
    }
    eprintln!("passed over: {path} is not there");
    None
}

#[test]
fn the_counts_of_the_real_file_are_as_expected() -> Result<()> {
    let steps = |steps: &[Step]| steps.iter().copied().fold(Folding::none(), Folding::with);
    let expected = [
        (steps(&[]), [38, 18, 16, 22, 7, 57, 453]),
        (steps(&[Step::Mirror]), [28, 9, 14, 11, 6, 29, 392]),
        (
            steps(&[Step::Mirror, Step::SameStory]),
            [28, 9, 14, 11, 6, 28, 391],
        ),
        (Folding::standard(), [26, 7, 13, 11, 6, 22, 380]),
        (
            Folding::standard().directed_within_stories(),
            [26, 7, 13, 11, 6, 22, 376],
        ),
    ];
    for (folding, expected) in expected {
        let Some(reader) = real(folding.clone()) else {
            return Ok(());
        };
        let mut graph = Graph::new();
        let report = graph.ingest(reader?)?;
        let of = |code: &str| {
            let code: CameoCode = code.parse().unwrap();
            let of_code = |event: &Event<'_>| event.classification().code() == Some(code);
            graph.events().filter(of_code).count()
        };
        let codes = ["040", "041", "042", "044", "046", "057"].map(of);
        assert_eq!(codes.as_slice(), &expected[..6], "{folding:?}");
        assert_eq!(graph.event_count(), expected[6], "{folding:?}");
        assert_eq!(
            (report.rows(), report.refused(), report.ambiguous()),
            (453, 0, 0)
        );
        assert!(is_accounted_for(&report));
    }
    Ok(())
}

#[test]
fn the_call_of_medvedev_and_yildirim() -> Result<()> {
    let Some(reader) = real(Folding::standard()) else {
        return Ok(());
    };
    let mut graph = Graph::new();
    graph.ingest(reader?)?;
    let pair = [
        graph.actor("Dmitry Anatolyevich Medvedev")?,
        graph.actor("Binali Yıldırım")?,
    ];
    let calls: Vec<Event<'_>> = graph
        .events()
        .filter(|event| event.classification().kind() == Some(Kind::Call))
        .filter(|event| {
            pair.iter()
                .all(|who| event.in_role(Role::Party).any(|one| one == *who))
        })
        .collect();
    let [call] = calls.as_slice() else {
        panic!("{calls:?}")
    };
    assert!(call.is_presumed());
    assert_eq!(call.when().to_string(), "2018-06-02");
    let publishers: Vec<&str> = call
        .accounts()
        .map(|account| graph.describe(account.publisher().unwrap()).unwrap().name())
        .collect();
    assert_eq!(
        publishers,
        [
            "Xinhua News Agency",
            "ITAR Tass",
            "Trend News Agency (Azerbaijan)"
        ]
    );

    let id = call.id();
    let events = graph.unfold(id)?;
    assert_eq!(events.len(), 3);
    assert!(
        events
            .iter()
            .all(|&one| graph.event(one).unwrap().accounts().len() == 1)
    );
    Ok(())
}

#[test]
fn who_is_who_in_the_real_file() -> Result<()> {
    let Some(reader) = real(Folding::standard()) else {
        return Ok(());
    };
    let mut graph = Graph::new();
    graph.ingest(reader?)?;
    for (one, other) in [
        ("Russia", "Russian Federation"),
        ("Macedonia", "the former Yugoslav Republic of Macedonia"),
        (
            "Palestinian Territory, Occupied",
            "Occupied Palestinian Territory",
        ),
        ("Holy See", "Holy See (Vatican City State)"),
    ] {
        assert_eq!(graph.state(one)?, graph.state(other)?, "{one}");
    }
    for name in [
        "Catalonia",
        "Scotland",
        "Sicily",
        "Caribbean",
        "Masood Ahmed",
        "Reuters",
    ] {
        assert!(graph.unresolved(name).is_ok(), "{name}");
    }
    let mut accounts = graph.events().flat_map(Event::accounts);
    assert!(accounts.all(|account| account.measures().next().is_none()));
    Ok(())
}

#[test]
fn a_file_of_something_else_is_an_error() {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let mut graph = Graph::new();
    let error = graph
        .ingest(IcewsReader::from_path(manifest).unwrap())
        .unwrap_err();
    assert!(error.is_in_input());
    let text = error.to_string();
    assert!(text.starts_with(manifest), "{text}");
    assert!(
        text.contains("rows without a header, none of them good"),
        "{text}"
    );

    let binary = IcewsReader::from_reader(&b"\xff\xfe\n\xff\n"[..]).unwrap();
    assert!(graph.ingest(binary).unwrap_err().is_in_input());

    // One bad row of the right shape may well be of such a file.
    let row = vec!["?"; 20].join("\t") + "\n";
    let report = graph.ingest(IcewsReader::from_reader(row.as_bytes()).unwrap());
    assert_eq!(report.unwrap().refused(), 1);
}

#[test]
fn codes_that_have_lost_their_zero_are_refused() -> Result<()> {
    let header = "Event ID\tEvent Date\tSource Name\tEvent Text\tCAMEO Code\tTarget Name\n";
    let rows = [
        ("Make statement", "010", true),
        ("Make statement", "10", false),
        ("Discuss by telephone", "41", false),
        // A category of its own, as far as the row says.
        ("Demand", "10", true),
        ("NA", "10", true),
    ];
    for (text, code, good) in rows {
        let file = format!("{header}1\t2018-06-01\tFrance\t{text}\t{code}\tSpain\n");
        let mut reader = IcewsReader::from_reader(file.as_bytes())?;
        assert_eq!(reader.next_record().is_ok(), good, "{text}, {code}");
    }
    Ok(())
}

#[test]
fn another_mark_than_tabs_is_told() {
    let opened = |text: &str| IcewsReader::from_reader(text.as_bytes()).map(|_| ());
    let bare = ["1;2018-06-01", &"NA;".repeat(18)].concat();
    for text in [HEADER.replace('\t', ";"), HEADER.replace('\t', ","), bare] {
        let error = opened(&text).unwrap_err();
        assert!(
            error.to_string().contains("found fields separated by"),
            "{error}"
        );
    }
    // A first row that is none is refused with the others.
    assert!(opened(&format!("see; the notes\n{HEADER}\n")).is_ok());
}
