//! What changed with an event.

use std::fmt;

use demarche::analysis::{BeforeAfter, Phase};
use demarche::model::codes::Scale;
use demarche::{ActorId, Result, View, What};
use jiff::civil::Date;
use serde::Serialize;

use crate::layout::{heading, paragraph};

/// What passed between two before and after the first event of a sort.
#[derive(Serialize)]
pub(crate) struct Turning {
    sort: What,
    around: Option<BeforeAfter>,
}

impl Turning {
    pub(crate) fn of(
        view: &View<'_>,
        [one, other]: [ActorId; 2],
        sort: What,
        days: u32,
        scale: &dyn Scale,
    ) -> Result<Self> {
        let such = view.clone().of(sort).relationship(one, other)?;
        let mut dated = such
            .timeline()
            .iter()
            .filter(|event| !event.when().is_unknown());
        let around = dated
            .next()
            .map(|event| view.before_and_after(one, other, event.id(), days, scale))
            .transpose()?;
        Ok(Self { sort, around })
    }

    /// The day of the event, if there is one.
    pub(crate) fn day(&self) -> Option<Date> {
        self.around.as_ref()?.event().when().first_day()
    }

    /// "190 (use conventional military force)"; a code says little by itself.
    fn sort_in_words(&self) -> String {
        let label = match self.sort {
            What::Code(code) => code.label(),
            _ => None,
        };
        label.map_or_else(
            || self.sort.to_string(),
            |label| format!("{} ({label})", self.sort),
        )
    }
}

impl fmt::Display for Turning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let title = "4 What changed with an event";
        heading(
            f,
            title,
            "View::before_and_after",
            "Campbell & Stanley 1963",
        )?;
        let Some(around) = &self.around else {
            return writeln!(f, "  there is no {}", self.sort_in_words());
        };
        let first = format!("first {}: {}", self.sort_in_words(), around.event());
        paragraph(f, &first)?;
        let days = around.days();
        write_phase(f, &format!("{days} days before"), around.before())?;
        write_phase(f, &format!("{days} days after"), around.after())?;
        write_phase(f, "in no known order", around.undecided())?;
        let change = around.change();
        writeln!(
            f,
            "  change: {:+} events, {:+.1} cooperation, {:+.1} conflict, {:+.1} in all",
            change.events, change.cooperation, change.conflict, change.sum
        )
    }
}

fn write_phase(f: &mut fmt::Formatter<'_>, name: &str, phase: &Phase) -> fmt::Result {
    let balance = phase.balance();
    writeln!(
        f,
        "  {name:<18} {:>4} events   cooperation {:>+7.1}   conflict {:>+7.1}   sum {:>+7.1}",
        phase.len(),
        balance.cooperation(),
        balance.conflict(),
        balance.sum()
    )
}
