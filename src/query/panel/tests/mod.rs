//! Panels against a naive model, and what the docs promise.

mod icews14;
mod naive;
mod shape;
mod world;
mod written;

use proptest::prelude::*;

use super::{Alike, Panel};
use crate::query::Period;
use crate::{ActorId, Graph, Level, Result, View};
use naive::{Asked, Counts};

fn asked() -> impl Strategy<Value = Asked> {
    let span = || {
        prop::sample::select(vec![
            ("2014-01-15", "2014-04-01"),
            ("2013-06-01", "2014-02-10"),
            ("2014-02-11", "2015-03-01"),
            ("2014-03-31", "2014-03-31"),
        ])
    };
    let spans = prop::collection::vec(prop::option::weighted(0.3, span()), world::ACTORS);
    let text = |(from, to): (&str, &str)| (from.to_owned(), to.to_owned());
    (
        prop::sample::select(&Period::ALL[..]),
        any::<[bool; 4]>(),
        prop::option::of(prop::sample::subsequence(vec![0, 1, 2, 3, 4], 0..5)),
        spans,
        0..3_usize,
        prop::option::of(any::<bool>()),
        prop::option::of(span()),
    )
        .prop_map(
            move |(period, flags, among, spans, publishers, one_a_day, window)| {
                let [directed, domestic, by_state, root] = flags;
                Asked {
                    period,
                    directed,
                    domestic,
                    by_state,
                    among,
                    existing: spans.into_iter().map(|span| span.map(text)).collect(),
                    root,
                    publishers,
                    one_a_day,
                    window: window.map(text),
                }
            },
        )
}

fn view<'g>(graph: &'g Graph, asked: &Asked) -> Result<View<'g>> {
    let view = match &asked.window {
        Some((from, to)) => graph.during(format!("{from}/{to}").as_str())?,
        None => graph.view(),
    };
    if asked.by_state {
        view.level(Level::State)
    } else {
        Ok(view)
    }
}

fn panel(view: &View<'_>, actors: &[ActorId], asked: &Asked) -> Result<Panel> {
    let mut panel = view
        .panel(asked.period)
        .at_least_publishers(asked.publishers)
        .per_thousand();
    if asked.directed {
        panel = panel.directed();
    }
    if asked.domestic {
        panel = panel.with_domestic();
    }
    if asked.root {
        panel = panel.root_only();
    }
    if let Some(by_class) = asked.one_a_day {
        panel = panel.one_a_day(if by_class { Alike::Class } else { Alike::Code });
    }
    if let Some(among) = &asked.among {
        panel = panel.among(among.iter().map(|&nth| actors[nth]))?;
    }
    for (nth, span) in asked.existing.iter().enumerate() {
        if let Some((from, to)) = span {
            panel = panel.existing(actors[nth], format!("{from}/{to}").as_str())?;
        }
    }
    Ok(panel.build())
}

fn counts(panel: &Panel) -> Counts {
    let out = panel.left_out();
    [
        out.events(),
        out.undated(),
        out.uncertain(),
        out.not_root(),
        out.few_publishers(),
        out.unlinked(),
        out.linked(),
        out.links(),
        out.uncertain_links(),
        out.domestic(),
        out.of_others(),
        out.not_existing(),
        out.repeated(),
    ]
}

/// Everything that a panel holds against the plain rows.
fn compare(events: &[world::Plain], asked: &Asked) -> Result<()> {
    let (graph, actors) = world::graph(events)?;
    let view = view(&graph, asked)?;
    let panel = panel(&view, &actors, asked)?;
    let expected = naive::answer(asked, events);
    let number = |id: ActorId| actors.iter().position(|&actor| actor == id).unwrap();
    let rows: naive::Rows = panel
        .rows()
        .map(|row| {
            let events = row.cell().events().iter();
            let events = events.map(|event| event.index() as usize).collect();
            let two = (number(row.one().id()), number(row.other().id()));
            (two.0, two.1, row.stretch().to_string(), events)
        })
        .collect();
    assert_eq!(rows, expected.rows);
    assert_eq!(counts(&panel), expected.left_out);
    assert_eq!(panel.len(), rows.len());
    assert_eq!(panel.is_empty(), rows.is_empty());
    let out = panel.left_out();
    assert_eq!(out.events(), out.events_left_out() + out.linked());
    assert_eq!(out.links(), out.links_left_out() + panel.total());
    for row in panel.rows() {
        let (one, other) = (row.one().id(), row.other().id());
        assert_eq!(panel.cell(one, other, row.stretch())?, Some(row.cell()));
        let volume = expected.volumes.get(&row.stretch().to_string());
        assert_eq!(row.cell().volume(), Some(volume.copied().unwrap_or(0)));
        shape::check_counts(&graph, row.cell())?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_panel_is_what_loops_over_rows_find(events in world::events(), asked in asked()) {
        compare(&events, &asked).unwrap();
    }
}
