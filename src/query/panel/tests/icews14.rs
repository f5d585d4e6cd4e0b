//! The panel of a real data set, whose counts must add up.

use crate::ingest::QuadrupleReader;
use crate::query::{Cell, Period, Row};
use crate::{Graph, Result};

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
