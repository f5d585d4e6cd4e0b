//! The panel of a real data set, against loops over its lines.

use std::collections::BTreeMap;

use crate::ingest::{Folding, QuadrupleReader};
use crate::query::{Cell, Period, Row};
use crate::{ActorId, Graph, Result};

/// ICEWS14, which is not part of the crate.
fn lines() -> Option<String> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = root.join("../shared/data/icews14/named_quads.tsv");
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        eprintln!("skipped: {} is absent", path.display());
    }
    text
}

/// Rows by two actors, in either order, and month.
type Counts = BTreeMap<(ActorId, ActorId, String), usize>;

/// The months as the file has them, and who takes part as the reader has it.
fn by_lines(text: &str, graph: &Graph) -> Counts {
    let days: Vec<&str> = text
        .lines()
        .map(|line| line.rsplit('\t').next().unwrap())
        .collect();
    let mut counts = Counts::new();
    for event in graph.events() {
        let row = event.accounts().next().unwrap().rows().next().unwrap();
        let line: usize = row.parse().unwrap();
        let who: Vec<ActorId> = event.participants().map(|who| who.actor).collect();
        if let [one, other] = who[..]
            && one != other
        {
            let month = days[line - 1][..7].to_owned();
            let key = (one.min(other), one.max(other), month);
            *counts.entry(key).or_default() += 1;
        }
    }
    counts
}

#[test]
fn the_panel_of_icews14_is_what_its_lines_say() -> Result<()> {
    let Some(text) = lines() else { return Ok(()) };
    let mut graph = Graph::new();
    let reader = QuadrupleReader::builder().folding(Folding::none());
    graph.ingest(reader.from_reader(text.as_bytes())?)?;
    let view = graph.view();
    let all = view.panel(Period::Month).regardless_of_existence();
    let panel = all.build();
    let filled = panel.rows().filter(|row| !row.cell().is_zero());
    let month = |row: Row<'_>| row.stretch().to_string();
    let counts: Counts = filled
        .map(|row| {
            (
                (row.one().id(), row.other().id(), month(row)),
                row.cell().count(),
            )
        })
        .collect();
    let expected = by_lines(&text, &graph);
    assert_eq!(counts.len(), panel.filled());
    let differing = |one: &Counts, other: &Counts| {
        let differing = one
            .iter()
            .find(|(key, count)| other.get(key) != Some(count));
        differing.map(|(key, count)| format!("{key:?}: {count}, {:?}", other.get(key)))
    };
    assert_eq!(differing(&counts, &expected), None);
    assert_eq!(differing(&expected, &counts), None);

    // Zanzibar, which spoke to Tanzania, has been no state since 1964.
    let existing = view.panel(Period::Month).build();
    let gone = existing.left_out().not_existing();
    assert!(gone > 0);
    assert_eq!(existing.total() + gone, panel.total());

    let out = panel.left_out();
    assert_eq!(out.events(), text.lines().count());
    assert_eq!(out.undated() + out.uncertain(), 0);
    assert_eq!(
        panel.total() + out.domestic() + out.unlinked(),
        out.events()
    );
    assert_eq!(
        (panel.first().unwrap().to_string(), panel.len() % 12),
        ("2014-01".to_owned(), 0)
    );
    Ok(())
}

#[test]
fn its_periods_and_directions_add_up() -> Result<()> {
    let Some(text) = lines() else { return Ok(()) };
    let mut graph = Graph::new();
    graph.ingest(QuadrupleReader::from_reader(text.as_bytes())?)?;
    let view = graph.view();
    let total = view.panel(Period::Month).build().total();
    for period in Period::ALL {
        let panel = view.panel(period).per_thousand().build();
        assert_eq!(panel.total(), total, "{period}");
        if period >= Period::Month {
            let sum: usize = panel.rows().map(|row| row.cell().count()).sum();
            assert_eq!(sum, total, "{period}");
            assert_eq!(panel.len(), panel.rows().count(), "{period}");
        }
    }
    let directed = view.panel(Period::Month).directed().build();
    let ways = |row: Row<'_>| -> Result<usize> {
        let (one, other) = (row.one().id(), row.other().id());
        let back = directed.cell(other, one, row.stretch())?;
        let back = back.map_or(&[][..], Cell::events);
        // Those that count both ways.
        Ok(row
            .cell()
            .events()
            .iter()
            .filter(|event| back.contains(event))
            .count())
    };
    let filled = directed.rows().filter(|row| !row.cell().is_zero());
    let both: usize = filled.map(ways).sum::<Result<usize>>()?;
    assert_eq!(directed.total() - both / 2, total);
    Ok(())
}
