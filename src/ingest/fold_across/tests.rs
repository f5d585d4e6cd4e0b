//! Rows of ICEWS and GDELT of the same days, and events by hand.

use std::sync::Arc;

use proptest::prelude::*;

use crate::ingest::{Folding, GdeltReader, IcewsReader, Joined, Step, Telling};
use crate::model::{DataSet, EventId, NewAccount, NewEvent, Unresolved};
use crate::{Account, Graph, Result};

const NAMES: [(&str, &str, &str); 3] = [
    ("France", "FRANCE", "FRA"),
    ("Germany", "GERMANY", "DEU"),
    ("Spain", "SPAIN", "ESP"),
];

/// Day of June, code, who and to whom, and the story.
type Row = (u8, &'static str, usize, usize, u8);

fn icews(rows: &[Row]) -> String {
    let mut text =
        "Event ID\tEvent Date\tSource Name\tCAMEO Code\tTarget Name\tStory ID\n".to_owned();
    for (id, (day, code, source, target, story)) in rows.iter().enumerate() {
        let (source, target) = (NAMES[*source].0, NAMES[*target].0);
        let row = format!("{id}\t2018-06-{day:02}\t{source}\t{code}\t{target}\t{story}\n");
        text.push_str(&row);
    }
    text
}

fn gdelt(rows: &[Row]) -> String {
    let mut text = String::new();
    for (id, (day, code, source, target, story)) in rows.iter().enumerate() {
        let mut fields = vec![String::new(); 58];
        let date = format!("201806{day:02}");
        for (column, value) in [
            (0, id.to_string()),
            (1, date.clone()),
            (2, "201806".to_owned()),
            (3, "2018".to_owned()),
            (4, "2018.4192".to_owned()),
            (25, "1".to_owned()),
            (26, (*code).to_owned()),
            (27, (*code).to_owned()),
            (28, code[..2].to_owned()),
            (
                29,
                if code.starts_with("04") { "1" } else { "3" }.to_owned(),
            ),
            (30, "1.0".to_owned()),
            (31, "1".to_owned()),
            (32, "1".to_owned()),
            (33, "1".to_owned()),
            (34, "0.5".to_owned()),
            (56, date),
            (57, format!("https://example.org/{story}")),
        ] {
            fields[column] = value;
        }
        for (first, who) in [(5, *source), (15, *target)] {
            fields[first] = NAMES[who].2.to_owned();
            fields[first + 1] = NAMES[who].1.to_owned();
            fields[first + 2] = NAMES[who].2.to_owned();
        }
        text += &(fields.join("\t") + "\n");
    }
    text
}

fn read(of_icews: &[Row], of_gdelt: &[Row]) -> Graph {
    let mut graph = Graph::new();
    let text = icews(of_icews);
    let reader = IcewsReader::from_reader(text.as_bytes()).unwrap();
    assert_eq!(graph.ingest(reader).unwrap().refused(), 0);
    let text = gdelt(of_gdelt);
    if !text.is_empty() {
        let reader = GdeltReader::from_reader(text.as_bytes()).unwrap();
        assert_eq!(graph.ingest(reader).unwrap().refused(), 0);
    }
    graph
}

fn account(account: Account<'_>) -> String {
    let data_set = account.data_set().map(|data_set| &data_set.name);
    let rows: Vec<_> = account.rows().collect();
    let measures: Vec<_> = account.measures().collect();
    format!(
        "{data_set:?} {rows:?} {measures:?} {:?} {:?} {} {}",
        account.url(),
        account.code(),
        account.stated(),
        account.recorded()
    )
}

/// What is said by events that were not retracted, in an order of its own.
fn shape(graph: &Graph) -> Vec<String> {
    let events = graph.events().filter(|event| event.retracted().is_none());
    let mut shape: Vec<String> = events
        .map(|event| {
            let mut who: Vec<_> = event
                .participants()
                .map(|one| (one.role, one.actor))
                .collect();
            who.sort_unstable();
            let accounts: Vec<String> = event.accounts().map(account).collect();
            let class = event.classification();
            format!(
                "{class} {} {who:?} {} {accounts:?}",
                event.when(),
                event.is_presumed()
            )
        })
        .collect();
    shape.sort_unstable();
    shape
}

fn accounts(graph: &Graph) -> Vec<String> {
    let mut accounts: Vec<String> = graph
        .events()
        .flat_map(|event| {
            assert!(event.retracted().is_none() || event.accounts().is_empty());
            event.accounts().map(account)
        })
        .collect();
    accounts.sort_unstable();
    accounts
}

#[test]
fn a_call_in_two_data_sets_is_one_on_request_and_two_again() -> Result<()> {
    let call = (2, "041", 0, 1, 7);
    let told = (2, "041", 1, 0, 7);
    let mut graph = read(&[call, told], &[told, (2, "112", 0, 1, 7)]);
    let before = graph.clone();
    assert_eq!(graph.view().count(), 3);

    let report = graph.fold_across(&Folding::standard())?;
    assert_eq!((report.events().len(), report.folded()), (1, 1));
    assert_eq!((report.ambiguous(), report.left()), (0, 0));
    assert_eq!(
        report.to_string(),
        "1 events folded into 1, 0 ambiguous, 0 left"
    );
    assert_eq!(graph.view().count(), 2);
    let event = graph.event(report.events()[0])?;
    assert!(event.is_presumed());
    assert_eq!(event.accounts().len(), 2);
    let folded: Vec<_> = graph.folded().collect();
    let [folded] = *folded else {
        panic!("one was folded")
    };
    let joined: Vec<_> = folded.tellings().map(Telling::joined).collect();
    assert_eq!(joined, [None, Some(Joined::AcrossDataSets)]);
    assert_eq!((folded.event().id(), folded.row_count()), (event.id(), 3));

    // No date of knowledge shows what is left of the other.
    for day in ["1990", "2018-06-01", "2018-06-02", "2018-06-03", "2030"] {
        let (now, then) = (
            graph.view().known_by(day)?.count(),
            before.view().known_by(day)?.count(),
        );
        assert_eq!(
            (now, then),
            if day < "2018-06-02" { (0, 0) } else { (2, 3) }
        );
    }
    // Asked again, there is nothing left to fold.
    assert_eq!(graph.fold_across(&Folding::standard())?.folded(), 0);

    let apart = graph.unfold_across(report.events()[0])?;
    assert_eq!(apart.len(), 2);
    assert_eq!(shape(&graph), shape(&before));
    assert_eq!(graph.event_count(), before.event_count() + 1);
    Ok(())
}

#[test]
fn without_presumption_several_of_a_data_set_are_ambiguous() -> Result<()> {
    let rows = [(2, "041", 0, 1, 7), (2, "041", 0, 1, 8)];
    let mut graph = read(&rows[..1], &rows);
    let report = graph.fold_across(&Folding::standard().without(Step::Presumed))?;
    assert_eq!((report.folded(), report.ambiguous()), (0, 3));
    let report = graph.fold_across(&Folding::standard())?;
    assert_eq!((report.folded(), report.ambiguous()), (2, 0));
    assert_eq!(graph.unfold(report.events()[0])?.len(), 3);

    let accusations = [(2, "112", 0, 1, 7), (2, "112", 1, 0, 7)];
    let mut graph = read(&accusations[..1], &accusations);
    assert_eq!(graph.fold_across(&Folding::standard())?.folded(), 0);
    let directed = Folding::standard().directed_across_data_sets();
    assert_eq!(graph.fold_across(&directed)?.folded(), 1);
    assert_eq!(graph.view().count(), 2);
    Ok(())
}

fn by_hand(
    graph: &mut Graph,
    data_set: &str,
    who: [crate::ActorId; 2],
    key: Option<&str>,
) -> EventId {
    let name = data_set.to_owned();
    let data_set = Arc::new(DataSet {
        name,
        ..DataSet::default()
    });
    let call = NewEvent::coded("041").unwrap();
    let call = who
        .into_iter()
        .fold(call, |call, who| call.with(crate::model::Role::Party, who));
    let call = call
        .on("2018-06-02")
        .account(NewAccount::of(None::<crate::ActorId>, None::<crate::ActorId>).data_set(data_set));
    let call = match key {
        Some(key) => call.key(key),
        None => call,
    };
    graph.record(call).unwrap()
}

#[test]
fn whoever_stands_for_another_counts_and_nothing_that_is_said_is_lost() -> Result<()> {
    let mut graph = Graph::new();
    let [one, other, told] = ["one", "other", "told"]
        .map(|name| crate::ActorId::from(graph.add(Unresolved::new(name)).unwrap()));
    let first = by_hand(&mut graph, "a", [one, other], None);
    let keyed = by_hand(&mut graph, "b", [told, one], Some("the-call"));
    let second = by_hand(&mut graph, "c", [one, other], Some("again"));
    let unmerged = graph.clone().fold_across(&Folding::standard())?;
    assert_eq!((unmerged.events(), unmerged.left()), (&[second][..], 0));

    graph.merge_actors(other, told)?;
    let report = graph.fold_across(&Folding::standard())?;
    assert_eq!(report.events(), [keyed]);
    assert_eq!((report.folded(), report.left()), (1, 1));
    assert!(graph.event(first)?.retracted().is_some());
    assert_eq!(graph.event("the-call")?.accounts().len(), 2);
    assert_eq!(graph.event(second)?.accounts().len(), 1);
    Ok(())
}

fn any_rows() -> impl Strategy<Value = Vec<Row>> {
    let code = prop::sample::select(vec!["040", "041", "042", "043", "112"]);
    prop::collection::vec((1..3_u8, code, 0..3_usize, 0..3_usize, 0..3_u8), 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_account_is_there_once_folded_and_unfolded(
        of_icews in any_rows(),
        of_gdelt in any_rows(),
        is_presumed in any::<bool>(),
        is_directed in any::<bool>(),
    ) {
        let mut graph = read(&of_icews, &of_gdelt);
        let before = graph.clone();
        let mut folding = Folding::standard();
        if !is_presumed {
            folding = folding.without(Step::Presumed);
        }
        if is_directed {
            folding = folding.directed_across_data_sets();
        }
        let report = graph.fold_across(&folding).unwrap();
        prop_assert_eq!(accounts(&graph), accounts(&before));
        let shown = |graph: &Graph| graph.events().filter(|event| event.retracted().is_none()).count();
        prop_assert_eq!(shown(&graph) + report.folded(), shown(&before));

        let mut apart = graph.clone();
        for &event in report.events() {
            apart.unfold_across(event).unwrap();
        }
        prop_assert_eq!(accounts(&apart), accounts(&before));
        if !is_presumed {
            prop_assert_eq!(shape(&apart), shape(&before));
        }
        for &event in report.events() {
            graph.unfold(event).unwrap();
        }
        prop_assert_eq!(accounts(&graph), accounts(&before));
    }
}
