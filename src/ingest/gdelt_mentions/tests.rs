//! The reader as a whole, on a file of ours, and on the real ones where they are present.

use proptest::prelude::*;

use super::*;
use crate::ingest::{GdeltReader, Report, Step};
use crate::time::Moment;
use crate::{Account, Graph, Result};

const EVENTS: &str = include_str!("../../../tests/data/gdelt_mixed.tsv");
const SMALL: &str = include_str!("../../../tests/data/gdelt_mentions_small.tsv");

fn with_events() -> Result<Graph> {
    let mut graph = Graph::new();
    graph.ingest(GdeltReader::from_reader(EVENTS.as_bytes())?)?;
    Ok(graph)
}

fn add(graph: &mut Graph, text: &str) -> Result<Report> {
    graph.ingest(GdeltMentionsReader::from_reader(text.as_bytes())?)
}

fn is_accounted_for(report: &Report) -> bool {
    report.rows()
        == report.accounts()
            + report.folded(Step::SameStory)
            + report.refused()
            + report.duplicates()
            + report.unknown_events()
}

/// The accounts of the event of a row.
fn accounts<'g>(graph: &'g Graph, id: &str) -> Vec<Account<'g>> {
    let tells = |account: Account<'_>| account.rows().any(|row| row.split(' ').next() == Some(id));
    let mut events = graph.events();
    let event = events.find(|event| event.accounts().any(tells)).unwrap();
    event.accounts().collect()
}

#[test]
fn every_row_of_the_file_is_accounted_for() -> Result<()> {
    let mut graph = with_events()?;
    let events = graph.event_count();
    let report = add(&mut graph, SMALL)?;
    assert_eq!((report.rows(), report.refused()), (12, 6));
    assert_eq!((report.accounts(), report.folded(Step::SameStory)), (3, 1));
    assert_eq!((report.duplicates(), report.unknown_events()), (1, 1));
    assert_eq!((report.events(), graph.event_count()), (0, events));
    assert!(is_accounted_for(&report));
    let refusals: Vec<String> = report.refusals().iter().map(ToString::to_string).collect();
    assert_eq!(
        refusals,
        [
            "line 7, column 33: found \"7\", expected a sort of source, 1 to 6",
            "line 8, column 52: found \"5\", expected a confidence of 10 to 100",
            "line 9, column 18: found \"2.018E+13\", expected a day as 20180121 or a time as 20180121001500 (a spreadsheet rounds it)",
            "line 10, column 41: found \"-2\", expected the number of a character, or -1 for none",
            "line 11, column 60: found 14 columns, expected 16 columns separated by tabs (the last may be empty, but its tab stands)",
            "line 12, column 37: found nothing, expected a URL, or what else identifies it",
        ]
    );
    Ok(())
}

#[test]
fn an_article_is_an_account() -> Result<()> {
    let mut graph = with_events()?;
    add(&mut graph, SMALL)?;
    // Rows 7 and 8 are one event, each with a mention elsewhere.
    let [first, wire, third] = accounts(&graph, "7")[..] else {
        panic!("{:?}", accounts(&graph, "7"))
    };
    assert_eq!(first.confidence(), None);
    assert_eq!(wire.url(), Some("https://wire.example/a"));
    assert_eq!(wire.publisher(), Some(graph.actor("wire.example")?));
    // The surer of two sentences.
    assert_eq!(
        (wire.confidence(), wire.measure("tone")),
        (Some(0.8), Some(2.5))
    );
    assert_eq!(
        wire.rows().collect::<Vec<_>>(),
        [
            "7 (sentence 4, confidence 80, srclc:fra;eng:GT-FRA 1.0)",
            "7 (sentence 1, confidence 40, srclc:fra;eng:GT-FRA 1.0)",
        ]
    );
    assert_eq!(wire.stated().to_string(), "2018-01-01T00:30:00Z");
    assert_eq!(wire.recorded(), wire.stated());
    assert_eq!(wire.data_set().unwrap().name, "GDELT mentions");
    assert_eq!(third.publisher(), Some(graph.actor("third.example")?));

    let [_, cited] = accounts(&graph, "0")[..] else {
        panic!("{:?}", accounts(&graph, "0"))
    };
    assert_eq!(cited.url(), None);
    assert!(
        cited
            .rows()
            .eq(["0 (sentence 1, in BBC Monitoring, confidence 10)"])
    );
    Ok(())
}

#[test]
fn a_file_read_twice_adds_nothing() -> Result<()> {
    let mut graph = with_events()?;
    add(&mut graph, SMALL)?;
    let before = graph.clone();
    let again = add(&mut graph, SMALL)?;
    assert_eq!((again.accounts(), again.duplicates()), (0, 5));
    assert!(is_accounted_for(&again));
    assert_eq!(graph.actor_count(), before.actor_count());
    assert_eq!(accounts(&graph, "7").len(), 3);
    Ok(())
}

#[test]
fn what_is_unknown_waits_for_its_event() -> Result<()> {
    let mut graph = Graph::new();
    let reader = GdeltMentionsReader::builder().recorded("2018-01-02");
    let mut report = graph.ingest(reader.from_reader(SMALL.as_bytes())?)?;
    assert_eq!((report.accounts(), report.unknown_events()), (0, 6));
    assert_eq!(graph.actor_count(), 0);
    let pending = report.take_pending();
    assert!(report.take_pending().is_empty());
    assert!(pending.event_ids().eq([7, 7, 7, 8, 0, 999]));

    graph.ingest(GdeltReader::from_reader(EVENTS.as_bytes())?)?;
    let mut report = graph.ingest(pending)?;
    assert_eq!((report.rows(), report.accounts()), (6, 3));
    assert!(is_accounted_for(&report));
    assert_eq!(report.take_pending().event_ids().collect::<Vec<_>>(), [999]);
    assert_eq!(
        accounts(&graph, "7")[1].recorded(),
        Moment::try_from("2018-01-02")?
    );

    let both = add(&mut graph, SMALL)?.and(add(&mut graph, SMALL)?);
    assert_eq!(
        (both.unknown_events(), both.clone().take_pending().len()),
        (2, 2)
    );
    Ok(())
}

#[test]
fn records_have_every_column() -> Result<()> {
    let mut reader = GdeltMentionsReader::from_reader(SMALL.as_bytes())?;
    let records: Vec<_> = reader.records().filter_map(Result::ok).collect();
    let first = &records[0];
    assert_eq!((first.event_id, first.kind), (7, GdeltMentionKind::Web));
    assert_eq!((first.actor1_offset, first.actor2_offset), (None, Some(12)));
    assert_eq!((first.length, first.in_raw_text), (Some(2500), true));
    assert_eq!(
        (first.source_language(), first.extras.as_deref()),
        (None, None)
    );
    assert_eq!(records[4].kind, GdeltMentionKind::Citation);
    assert_eq!(records[4].url(), None);
    for kind in GdeltMentionKind::ALL {
        assert_eq!(GdeltMentionKind::from_number(kind.number()), Some(kind));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_order_of_rows_does_not_matter(
        rows in Just(SMALL.lines().take(6).collect::<Vec<_>>()).prop_shuffle()
    ) {
        let told = |text: &str| {
            let mut graph = with_events().unwrap();
            add(&mut graph, text).unwrap();
            let accounts = accounts(&graph, "7");
            accounts.iter().map(|one| format!("{:?}", one.rows().collect::<Vec<_>>())).collect::<Vec<_>>()
        };
        prop_assert_eq!(told(&format!("{}\n", rows.join("\n"))), told(SMALL));
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
        let mut graph = with_events().unwrap();
        match GdeltMentionsReader::from_reader(bytes.as_slice()).and_then(|reader| graph.ingest(reader)) {
            Ok(report) => prop_assert!(is_accounted_for(&report), "{}", report),
            Err(error) => prop_assert!(error.is_in_input(), "{}", error),
        }
    }
}

/// The real files: a hundred rows each, of 87 and 98 events that are in no file here; of
/// one event each twice in one article.
#[test]
fn the_counts_of_the_real_files_are_as_expected() -> Result<()> {
    for (name, events, translated) in [
        ("v2_mentions_16col.tsv", 87, 0),
        ("v2_mentions_translated_16col.tsv", 98, 100),
    ] {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/gdelt");
        let path = std::path::Path::new(folder).join(name);
        if !path.exists() {
            eprintln!("passed over: {} is not there", path.display());
            continue;
        }
        let mut reader = GdeltMentionsReader::builder().strict().from_path(&path)?;
        let records: Vec<_> = reader.records().collect::<Result<_>>()?;
        let translations = records.iter().filter(|one| one.translation.is_some());
        assert_eq!((records.len(), translations.count()), (100, translated));

        let reader = GdeltMentionsReader::builder().strict().from_path(&path)?;
        let mut report = Graph::new().ingest(reader)?;
        assert_eq!((report.rows(), report.unknown_events()), (100, 100));
        let mut ids: Vec<u64> = report.take_pending().event_ids().collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), events);
    }
    Ok(())
}
