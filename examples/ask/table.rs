//! Dyads over time, as a table.

use std::error::Error;

use demarche::View;
use demarche::query::Period;

use crate::question::Form;

/// A panel of dyads, as CSV or as rows of JSON.
pub(crate) fn panel(
    view: &View<'_>,
    actors: &[String],
    (period, directed): (Period, bool),
    form: &Form<'_>,
) -> Result<String, Box<dyn Error>> {
    let mut builder = view.panel(period);
    if directed {
        builder = builder.directed();
    }
    if !actors.is_empty() {
        builder = builder.among(actors)?;
    }
    let panel = builder.build();
    if let Some(layout) = form.cite {
        return form.cited(&panel, layout);
    }
    if form.json {
        return Ok(serde_json::to_string_pretty(&panel)? + "\n");
    }
    let mut csv = Vec::new();
    panel.write_csv(&mut csv)?;
    let csv = String::from_utf8(csv)?;
    let rows = form.limit.map_or(usize::MAX, |most| most.saturating_add(1));
    let mut shown = String::new();
    for line in csv.lines().take(rows) {
        shown.push_str(line);
        shown.push('\n');
    }
    Ok(shown)
}
