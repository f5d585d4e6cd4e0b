//! What no format has yet but some will: drafts by hand.

use std::sync::Arc;

use jiff::civil::date;

use super::*;
use crate::Event;
use crate::ingest::draft::{Extras, References};
use crate::ingest::mention::Mention;
use crate::model::DataSet;
use crate::model::codes::Class;
use crate::time::{Basis, Duration, Moment};

fn plain(draft: &mut Draft) -> Row {
    let day = Some(date(2018, 6, 2));
    draft.references = References::Sentence;
    Row {
        date: day,
        code: "041".parse().ok(),
        source: draft.mention(&Mention::named("France"), day),
        target: draft.mention(&Mention::named("Spain"), day),
        story: Some(7),
        sentence: Some(1),
        ..Row::of(1)
    }
}

fn record(draft: &Draft) -> Result<(Graph, Report)> {
    let common = Common {
        folding: Folding::standard(),
        data_set: Arc::new(DataSet::default()),
        recorded: Moment::unknown(),
        near_names: None,
        listed: 100,
    };
    let (mut graph, mut report) = (Graph::new(), Report::default());
    let recording = Recording {
        draft,
        common: &common,
    };
    recording.into_graph(&mut graph, &mut report)?;
    Ok((graph, report))
}

fn only(graph: &Graph) -> Event<'_> {
    let mut events = graph.events();
    let event = events.next().unwrap();
    assert!(events.next().is_none());
    event
}

#[test]
fn an_event_by_class_with_all_that_lies_beside_it() -> Result<()> {
    let mut draft = Draft::default();
    let row = plain(&mut draft);
    let third = draft.mention(&Mention::named("Italy"), None).unwrap();
    let extras = Extras {
        id: Some(draft.text("20180602-AID")),
        when: Some("2018-06".parse()?),
        is_own_date: true,
        lasting: Some(Duration::try_from("PT2H")?),
        class: Some((Class::Aid, None)),
        others: draft.others([(Role::Target, third)]),
        topics: draft.topics(["migration", "military", "migration"]),
        quantities: draft.quantities([("deaths", Quantity::from(3_u64))]),
        ..Extras::default()
    };
    let extras = Some(draft.extra(extras));
    let stated = Some(draft.moment("2018-06-05".parse()?));
    let url = Some(draft.text("https://example.org/1"));
    let measures = draft.measures([("tone", -2.5)]);
    draft.push(Row {
        code: None,
        url,
        stated,
        measures,
        extras,
        ..row
    })?;
    let (graph, report) = record(&draft)?;
    assert_eq!((report.events(), report.actors()), (1, 3));

    let event = only(&graph);
    assert_eq!(event.classification().class(), Some(Class::Aid));
    assert_eq!(
        (event.when().to_string().as_str(), event.basis()),
        ("2018-06", Basis::Event)
    );
    assert_eq!(event.duration().unwrap().to_string(), "2 h");
    assert_eq!(event.in_role(Role::Target).count(), 2);
    assert!(event.topics().iter().eq(["migration", "military"]));
    assert!(event.numbers().eq([("deaths", Quantity::from(3_u64))]));
    let account = event.accounts().next().unwrap();
    assert_eq!(account.url(), Some("https://example.org/1"));
    assert_eq!(account.stated().to_string(), "2018-06-05");
    assert_eq!(account.measure("tone"), Some(-2.5));
    assert!(
        account
            .rows()
            .eq(["20180602-AID@2018-06-02 (story 7, sentence 1)"])
    );
    Ok(())
}

#[test]
fn what_has_no_day_no_code_or_more_than_two_is_not_folded() -> Result<()> {
    let mut draft = Draft::default();
    let row = plain(&mut draft);
    let third = draft.mention(&Mention::named("Italy"), None).unwrap();
    let others = Extras {
        others: draft.others([(Role::Party, third)]),
        ..Extras::default()
    };
    let label = Extras {
        label: Some(draft.text("dance")),
        ..Extras::default()
    };
    let others = Some(draft.extra(others));
    let label = Some(draft.extra(label));
    let odd = [
        Row { date: None, ..row },
        Row {
            code: None,
            extras: label,
            ..row
        },
        Row {
            extras: others,
            ..row
        },
    ];
    for row in [row, row].into_iter().chain(odd).chain(odd) {
        draft.push(row)?;
    }
    let (graph, report) = record(&draft)?;
    assert_eq!((report.events(), report.folded(Step::Mirror)), (7, 1));
    assert_eq!(report.reflexive(), 0);
    let labels: Vec<String> = graph.events().map(Event::label).collect();
    assert_eq!(
        labels
            .iter()
            .filter(|label| label.as_str() == "dance")
            .count(),
        2
    );
    Ok(())
}

#[test]
fn each_story_says_its_own_number_and_address() -> Result<()> {
    let mut draft = Draft::default();
    let row = plain(&mut draft);
    for (id, story, sentence, deaths, url) in
        [(1, 7, 1, 3, "a"), (2, 7, 2, 3, "b"), (3, 8, 1, 4, "c")]
    {
        let extras = Extras {
            quantities: draft.quantities([("deaths", Quantity::from(deaths))]),
            ..Extras::default()
        };
        let extras = Some(draft.extra(extras));
        let url = Some(draft.text(url));
        draft.push(Row {
            id,
            url,
            story: Some(story),
            sentence: Some(sentence),
            extras,
            ..row
        })?;
    }
    let (graph, _) = record(&draft)?;
    let event = only(&graph);
    assert!(event.numbers().eq([("deaths", Quantity::from(3_u64))]));
    let urls: Vec<_> = event
        .accounts()
        .map(|one| one.url().map(str::to_owned))
        .collect();
    assert_eq!(urls, [Some("a".to_owned()), Some("c".to_owned())]);
    let rows: Vec<_> = event.accounts().map(|one| one.rows().count()).collect();
    assert_eq!(rows, [2, 1]);
    let first = event.accounts().next().unwrap();
    assert!(
        first
            .rows()
            .any(|row| row.ends_with("(story 7, sentence 2, in b)"))
    );
    Ok(())
}
