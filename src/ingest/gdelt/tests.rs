//! The reader as a whole, on a file of ours with a trap in every row.

mod real;

use proptest::prelude::*;

use super::*;
use crate::ingest::{Folding, Refusal, Report, Step};
use crate::model::Role;
use crate::model::codes::CameoCode;
use crate::time::Basis;
use crate::{Account, Event, Graph, Result};

const MIXED: &str = include_str!("../../../tests/data/gdelt_mixed.tsv");
/// So many rows of it are good.
const GOOD: usize = 18;

fn read_by(reader: GdeltReaderBuilder, text: &str) -> Result<(Graph, Report)> {
    let mut graph = Graph::new();
    let report = graph.ingest(reader.from_reader(text.as_bytes())?)?;
    Ok((graph, report))
}

fn read(text: &str) -> Result<(Graph, Report)> {
    read_by(GdeltReader::builder(), text)
}

fn of_row<'g>(graph: &'g Graph, id: &str) -> Event<'g> {
    let tells = |event: &Event<'g>| {
        let mut rows = event.accounts().flat_map(Account::rows);
        rows.any(|row| row.split(' ').next() == Some(id))
    };
    graph.events().find(tells).unwrap()
}

fn account_of<'g>(graph: &'g Graph, id: &str) -> Account<'g> {
    of_row(graph, id).accounts().next().unwrap()
}

fn publisher(graph: &Graph, id: &str) -> Option<String> {
    let publisher = account_of(graph, id).publisher()?;
    Some(graph.describe(publisher).unwrap().name().to_owned())
}

fn is_accounted_for(report: &Report) -> bool {
    let folded: u64 = Step::ALL.map(|step| report.folded(step)).iter().sum();
    let passed_over: u64 = report.passed_over().map(|(_, rows)| rows).sum();
    report.rows() == report.events() + folded + report.refused() + report.duplicates() + passed_over
}

/// What a graph holds, apart from the order.
fn shape(graph: &Graph) -> Vec<String> {
    let key = |actor| graph.describe(actor).unwrap().key();
    let mut shape: Vec<String> = graph
        .events()
        .map(|event| {
            let mut who: Vec<_> = event
                .participants()
                .map(|one| (one.role, key(one.actor)))
                .collect();
            who.sort_unstable();
            let accounts: Vec<_> = event
                .accounts()
                .map(|account| {
                    let rows: Vec<_> = account.rows().collect();
                    let measures: Vec<_> = account.measures().collect();
                    let publisher = account.publisher().map(key);
                    (publisher, rows, measures, account.place(), account.url())
                })
                .collect();
            let code = event.classification().code();
            format!("{who:?} {} {code:?} {accounts:?}", event.when())
        })
        .collect();
    shape.sort_unstable();
    shape
}

#[test]
fn every_row_of_the_file_is_accounted_for() -> Result<()> {
    let (graph, report) = read(MIXED)?;
    assert_eq!((report.rows(), report.refused()), (27, 9));
    assert_eq!((report.events(), report.duplicates()), (15, 1));
    assert_eq!(Step::STANDARD.map(|step| report.folded(step)), [0, 2, 0]);
    assert_eq!(report.reflexive(), 1);
    assert!(is_accounted_for(&report));
    assert_eq!(graph.event_count(), 15);
    let refusals: Vec<String> = report.refusals().iter().map(ToString::to_string).collect();
    assert_eq!(
        refusals,
        [
            "line 19, column 81: found \"12\", expected a CAMEO code of 3 or 4 digits (a spreadsheet drops leading zeros)",
            "line 20, column 131: found \"2.02E+13\", expected a day as 20180121 or a time as 20180121001500 (a spreadsheet rounds it)",
            "line 21, column 139: found \"91.5\", expected a latitude of -90 to 90 degrees",
            "line 22, column 4: found \"20180231\", expected a day that exists, as 20180121",
            "line 23, column 35: found nothing, expected an actor, the first or the second",
            "line 24, column 102: found \"1,5\", expected a number, with a point if with a fraction",
            "line 25, column 92: found \"5\", expected a quad class of 1 to 4",
            "line 26, column 131: found 60 columns, expected 57, 58 or 61 columns separated by tabs",
            "line 27, column 1: found \"28;20180101;201801;2018;2018.0027;FRA;FRANCE;FRA;;;;;;;;RUS;\"…, expected 57, 58 or 61 columns separated by tabs",
        ]
    );
    Ok(())
}

#[test]
fn three_versions_in_one_file() -> Result<()> {
    let (graph, _) = read(MIXED)?;
    let old = of_row(&graph, "0");
    let account = old.accounts().next().unwrap();
    assert_eq!(old.when().to_string(), "1979-01-01");
    assert_eq!(account.stated().to_string(), "1979-01-01");
    assert_eq!(account.recorded().to_string(), "2013-02-03");
    assert_eq!((account.url(), account.publisher()), (None, None));
    assert_eq!(account.place(), None); // 0/0 is no place

    let daily = account_of(&graph, "3");
    assert_eq!(daily.stated().to_string(), "2013-04-01");
    assert_eq!(daily.url(), Some("http://herald.example/au"));
    assert_eq!(publisher(&graph, "3").as_deref(), Some("herald.example"));

    let live = account_of(&graph, "7");
    assert_eq!(live.stated().to_string(), "2018-01-01T00:15:00Z");
    assert_eq!(live.recorded(), live.stated());
    assert_eq!(
        live.measures().collect::<Vec<_>>(),
        [("tone", -1.25), ("mentions", 8.0)]
    );
    assert_eq!(of_row(&graph, "7").basis(), Basis::Report);
    Ok(())
}

#[test]
fn a_source_without_an_address_is_the_publisher() -> Result<()> {
    let (graph, _) = read(MIXED)?;
    assert_eq!(account_of(&graph, "4").url(), None);
    assert_eq!(publisher(&graph, "4").as_deref(), Some("BBC Monitoring"));
    assert_eq!(publisher(&graph, "9").as_deref(), Some("other.example"));
    Ok(())
}

#[test]
fn rows_fold_within_an_address_and_not_across() -> Result<()> {
    let (graph, _) = read(MIXED)?;
    let visit = of_row(&graph, "5");
    assert_eq!(visit.id(), of_row(&graph, "6").id());
    assert_eq!(
        visit.classification().code(),
        Some(CameoCode::CONSULT_VISIT)
    );
    let visitor = visit.in_role(Role::Visitor).next().unwrap();
    assert_eq!(visitor, graph.actor("FRANCE")?);
    let visit = visit.accounts().next().unwrap();
    assert_eq!(
        visit.rows().collect::<Vec<_>>(),
        ["5", "6 (at Sochi, Krasnodarskiy Kray, Russia, RUS)"]
    );

    let call = of_row(&graph, "7");
    assert_eq!(call.id(), of_row(&graph, "8").id());
    assert_ne!(call.id(), of_row(&graph, "9").id());
    assert_eq!(
        account_of(&graph, "7").rows().collect::<Vec<_>>(),
        ["7", "8 (tone -1.25, mentions 2)"]
    );
    // Directed codes, and rows without an address.
    assert_ne!(of_row(&graph, "10").id(), of_row(&graph, "11").id());
    assert_ne!(of_row(&graph, "1").id(), of_row(&graph, "2").id());

    let across = GdeltReader::builder().folding(Folding::standard());
    let (graph, report) = read_by(across, MIXED)?;
    assert_eq!(of_row(&graph, "7").id(), of_row(&graph, "9").id());
    assert_eq!(report.folded(Step::Presumed), 2);
    let none = GdeltReader::builder().folding(Folding::none());
    assert_eq!(read_by(none, MIXED)?.1.events(), 17);
    Ok(())
}

#[test]
fn countries_are_told_without_doubt() -> Result<()> {
    let (graph, _) = read(MIXED)?;
    let country = |id| account_of(&graph, id).place().unwrap().country_name();
    assert_eq!(country("7"), Some("RUS")); // FIPS RS, which is Serbia in ISO
    assert_eq!(country("12"), Some("GEO")); // FIPS GG, which is Guernsey in ISO
    assert_eq!(country("13"), Some("fips:OS"));
    let half = account_of(&graph, "12").place().unwrap();
    assert_eq!((half.name(), half.coordinates()), (None, None));
    assert!(
        account_of(&graph, "13")
            .place()
            .unwrap()
            .coordinates()
            .is_some()
    );
    assert_eq!(account_of(&graph, "14").place(), None);
    Ok(())
}

#[test]
fn what_the_code_tells_is_kept_only_where_the_file_says_otherwise() -> Result<()> {
    let (graph, _) = read(MIXED)?;
    let odd = account_of(&graph, "15");
    assert_eq!(
        (odd.measure("goldstein"), odd.measure("quad_class")),
        (Some(5.0), Some(3.0))
    );
    let usual = account_of(&graph, "7");
    assert_eq!(
        (usual.measure("goldstein"), usual.measure("quad_class")),
        (None, None)
    );
    Ok(())
}

#[test]
fn the_caller_says_what_is_kept() -> Result<()> {
    let lean = GdeltReader::builder()
        .measures([])
        .without_places()
        .without_urls()
        .without_publishers();
    let (graph, report) = read_by(lean, MIXED)?;
    // What is not kept is not looked at, and folding goes by addresses all the same.
    assert_eq!((report.refused(), report.events()), (7, 17));
    assert_eq!(report.folded(Step::SameStory), 2);
    let account = account_of(&graph, "7");
    assert_eq!(
        (account.url(), account.publisher(), account.place()),
        (None, None, None)
    );
    assert_eq!(account.measures().count(), 0);

    let rich = GdeltReader::builder()
        .measures(GdeltMeasure::ALL)
        .actor_places()
        .recorded("2020-02-02");
    let (graph, _) = read_by(rich, MIXED)?;
    let account = account_of(&graph, "14");
    let names: Vec<&str> = account.measures().map(|(name, _)| name).collect();
    assert_eq!(names, GdeltMeasure::ALL.map(GdeltMeasure::name));
    assert_eq!(account.measure("root_event"), Some(0.0));
    assert_eq!(
        account.rows().collect::<Vec<_>>(),
        ["14 (first actor at Moscow, Moskva, Russia, RUS)"]
    );
    assert_eq!(account.recorded().to_string(), "2020-02-02");

    let root = GdeltReader::builder().root_events_only();
    let (_, report) = read_by(root, MIXED)?;
    assert!(report.passed_over().eq([("IsRootEvent=0", 4)]));
    assert!(is_accounted_for(&report));
    Ok(())
}

#[test]
fn records_have_every_column() -> Result<()> {
    let mut reader = GdeltReader::from_reader(MIXED.as_bytes())?;
    let records: Vec<_> = reader.records().filter_map(Result::ok).collect();
    assert_eq!(records.len(), GOOD);
    let [first, .., last] = records.as_slice() else {
        panic!("{records:?}")
    };
    assert_eq!(first.version(), GdeltVersion::Backfile);
    assert_eq!(first.actor1(), None);
    assert_eq!(first.actor2().unwrap().country, Some("AFR"));
    assert_eq!(first.column(GdeltColumn::SourceUrl), None);
    assert_eq!(last.version(), GdeltVersion::Live);
    assert_eq!(last.column(GdeltColumn::AvgTone), Some("1.5"));
    let migrant = records[3].actor2().unwrap();
    assert_eq!(
        (migrant.code, migrant.roles),
        (Some("CVL"), [Some("CVL"), None, None])
    );
    let moscow = records[5].place().unwrap();
    assert_eq!((moscow.fineness, moscow.adm2), (Some(4), Some("25106")));
    assert_eq!(
        records[14].actor1_place().unwrap().name,
        Some("Moscow, Moskva, Russia")
    );
    assert_eq!(records[14].actor2_place(), None);
    Ok(())
}

#[test]
fn publishers_are_hosts() {
    for (source, expected) in [
        ("https://www.example.org/a", Some("example.org")),
        ("http://WWW.example.org:8080?x=1", Some("example.org")),
        (
            "https://user:secret@news.example.org#x",
            Some("news.example.org"),
        ),
        ("https://www./", None),
        ("BBC Monitoring", Some("BBC Monitoring")),
        ("https://[::1]/", Some("[::1]")),
        ("://", None),
    ] {
        assert_eq!(super::record::publisher(source), expected, "{source}");
    }
}

#[test]
fn damage_is_told_in_words_that_help() {
    let opened = |text: &str| GdeltReader::from_reader(text.as_bytes()).map(|_| ());
    let row = MIXED.lines().nth(7).unwrap();
    let error = opened(&row.replace('\t', ";")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "input: line 1, column 1: found fields separated by ';', expected fields separated by \
         tabs (was it saved by a spreadsheet? that also drops zeros \
         from codes and rounds times)"
    );
    assert!(opened(&row.replace('\t', ",")).unwrap_err().is_in_input());
    assert_eq!(
        opened("").unwrap_err().to_string(),
        "input: line 1, column 1: found an empty file, expected rows of GDELT events"
    );
    let names: Vec<&str> = GdeltColumn::ALL
        .iter()
        .map(|column| column.name())
        .collect();
    let (_, report) = read(&format!("{}\r\n{row}\r\n", names.join("\t"))).unwrap();
    assert_eq!((report.rows(), report.events()), (1, 1));
    let turned: Vec<&str> = names[..1]
        .iter()
        .chain(names[1..].iter().rev())
        .copied()
        .collect();
    let error = opened(&turned.join("\t")).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("found \"ActionGeo_Lat\" where Actor1Code stands"),
        "{error}"
    );
    let error = opened("GLOBALEVENTID\tSQLDATE\n").unwrap_err();
    assert!(
        error.to_string().contains("found a header of 2 columns"),
        "{error}"
    );
}

#[test]
fn a_last_line_without_end_counts_if_it_is_whole() -> Result<()> {
    let row = MIXED.lines().nth(7).unwrap();
    let (_, report) = read(row)?;
    assert_eq!((report.events(), report.refused()), (1, 0));
    let last = row.rfind('\t').unwrap();
    for end in 1..=last + 1 {
        let (_, report) = read(&format!("{row}\n{}", &row[..end]))?;
        assert_eq!((report.events(), report.refused()), (1, 1), "{end}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_order_of_rows_does_not_matter(
        rows in Just(MIXED.lines().take(GOOD).collect::<Vec<_>>()).prop_shuffle()
    ) {
        let (as_it_is, _) = read(MIXED).unwrap();
        let (shuffled, report) = read(&format!("{}\n", rows.join("\n"))).unwrap();
        prop_assert_eq!(report.refused(), 0);
        prop_assert_eq!(shape(&shuffled), shape(&as_it_is));
    }

    #[test]
    fn any_bytes_are_read_or_refused(
        damage in prop::collection::vec((0..MIXED.len(), any::<u8>()), 0..20),
        end in 1..MIXED.len(),
    ) {
        let mut bytes = MIXED.as_bytes().to_vec();
        for (at, byte) in damage {
            bytes[at] = byte;
        }
        bytes.truncate(end);
        let mut graph = Graph::new();
        let reader = GdeltReader::builder().measures(GdeltMeasure::ALL).actor_places();
        let read = reader.from_reader(bytes.as_slice()).and_then(|reader| graph.ingest(reader));
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

#[test]
fn refusals_are_those_of_the_caller() -> Result<()> {
    let strict = GdeltReader::builder().strict();
    let error = read_by(strict, MIXED).map(|_| ()).unwrap_err();
    assert_eq!(error.position().unwrap().line, 19);
    let (_, report) = read_by(GdeltReader::builder().refusals(2), MIXED)?;
    let found: Vec<&str> = report.refusals().iter().map(Refusal::found).collect();
    assert_eq!(found, ["\"12\"", "\"2.02E+13\""]);
    Ok(())
}
