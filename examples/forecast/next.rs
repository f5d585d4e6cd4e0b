//! What is likely on the day after the last.

use std::error::Error;

use demarche::Graph;
use demarche::analysis::forecast::{Benchmark, Prospect, Recurrency};
use demarche::query::Answers;
use jiff::ToSpan;
use jiff::civil::date;

use crate::arguments::Arguments;
use crate::rows;

/// The likeliest dyads and kinds of the day after the last, from all rows; the two of a
/// call are one here.
pub(crate) fn next(
    arguments: &Arguments,
    benchmark: &Benchmark,
) -> Result<Answers<Prospect>, Box<dyn Error>> {
    let parts = [benchmark.train(), benchmark.valid(), benchmark.to_test()];
    let days = parts.into_iter().flatten().map(|fact| fact.time);
    let Some(last) = days.max() else {
        return Ok(Vec::new().into());
    };
    let day = date(1970, 1, 1).checked_add((i64::from(last) + 1).days())?;
    let mut graph = Graph::new();
    graph.ingest(rows::reader(arguments)?)?;
    Ok(Recurrency::learn(&graph.view()).likely_next(day)?)
}
