//! The dyad-month panel of the two.

use std::fmt;

use demarche::model::codes::{Quad, Scale};
use demarche::query::{Cell, Panel, Period, Row};
use demarche::{ActorId, Result, View};
use serde::Serialize;

use crate::bars;
use crate::layout::heading;

/// What passed between two in each month.
#[derive(Serialize)]
#[serde(transparent)]
pub(crate) struct Months {
    panel: Panel,
}

impl Months {
    pub(crate) fn of(view: &View<'_>, pair: [ActorId; 2], scale: &dyn Scale) -> Result<Self> {
        let panel = view
            .panel(Period::Month)
            .among(pair)?
            .scored_by(scale)
            .per_thousand()
            .build();
        Ok(Self { panel })
    }

    fn cells(&self) -> impl Iterator<Item = Cell<'_>> {
        self.panel.rows().map(Row::cell)
    }

    /// In how many months of those the sum is below zero.
    fn bad(&self) -> usize {
        self.cells().filter(|cell| cell.sum() < 0.0).count()
    }
}

impl fmt::Display for Months {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = self.panel.scale();
        heading(
            f,
            "1 The dyad-month",
            "View::panel",
            "Goldstein 1992; Schrodt & Gerner 1997",
        )?;
        writeln!(
            f,
            "  month    events  of 1000   cooperation: verbal material   conflict: verbal material   {scale}"
        )?;
        let most = self.cells().map(|cell| cell.sum().abs());
        let most = most.fold(0.0, f64::max);
        for cell in self.cells() {
            let [vc, mc, vf, mf] = [
                Quad::VerbalCooperation,
                Quad::MaterialCooperation,
                Quad::VerbalConflict,
                Quad::MaterialConflict,
            ]
            .map(|quad| cell.quad(quad));
            let line = format!(
                "  {}  {:>6}  {:>7.2}   {vc:>19} {mc:>8}   {vf:>16} {mf:>8}   {:>+7.1} {}",
                cell.stretch(),
                cell.count(),
                cell.per_thousand().unwrap_or(0.0),
                cell.sum(),
                bars::diverging(cell.sum(), most),
            );
            writeln!(f, "{}", line.trim_end())?;
        }
        let counts = self.cells().map(|cell| bars::count(cell.count()));
        writeln!(
            f,
            "  events {}   {} in all; {} of {} months below zero",
            bars::sparkline(counts),
            self.panel.total(),
            self.bad(),
            self.panel.len()
        )
    }
}
