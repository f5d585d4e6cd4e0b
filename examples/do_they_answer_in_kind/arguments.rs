//! What is typed.

use std::path::PathBuf;

use clap::Parser;
use demarche::What;
use demarche::model::codes::{Scale, scale_named};
use demarche::query::path::Cost;

/// Two states over time, as a research note: how they got on, who answers whom, what an
/// event changed, whether word could have travelled, and what is likely next.
#[derive(Parser)]
#[command(name = "do_they_answer_in_kind")]
pub(crate) struct Arguments {
    /// A file of any format that can be read, or a folder with a benchmark such as
    /// ICEWS14; else a few made-up rows
    pub(crate) source: Option<PathBuf>,
    /// The two states
    #[arg(long, num_args = 2, value_names = ["ONE", "OTHER"])]
    pub(crate) pair: Option<Vec<String>>,
    /// Two people: could word have travelled from the one to the other?
    #[arg(long, num_args = 2, value_names = ["FROM", "TO"])]
    pub(crate) people: Option<Vec<String>>,
    /// The event that may have changed things: the first of this sort between the two, a
    /// kind, class, mode or code
    #[arg(long, value_name = "WHAT", default_value = "190")]
    pub(crate) event: What,
    /// So many days on each side of the event
    #[arg(long, value_name = "DAYS", default_value_t = 30)]
    pub(crate) around: u32,
    /// So many days at most until an act counts as an answer
    #[arg(long, value_name = "DAYS", default_value_t = 7)]
    pub(crate) within: u32,
    /// A scale of cooperation and conflict: goldstein, icews, plover
    #[arg(long, default_value = "goldstein", value_parser = scale)]
    pub(crate) scale: NamedScale,
    /// What makes a chain short: steps, intensity, trust
    #[arg(long, default_value = "intensity", value_parser = cost)]
    pub(crate) chains_by: NamedCost,
    /// Answer in JSON
    #[arg(long)]
    pub(crate) json: bool,
}

pub(crate) type NamedScale = &'static (dyn Scale + Send + Sync);

fn scale(name: &str) -> Result<NamedScale, String> {
    scale_named(name).map_err(|error| error.to_string())
}

/// A cost and what it is called.
#[derive(Clone, Copy)]
pub(crate) struct NamedCost {
    pub(crate) name: &'static str,
    pub(crate) cost: Cost,
}

fn cost(name: &str) -> Result<NamedCost, String> {
    let costs = [
        ("steps", Cost::Steps),
        ("intensity", Cost::intensity()),
        ("trust", Cost::trust()),
    ];
    costs
        .into_iter()
        .find(|(known, _)| *known == name)
        .map(|(name, cost)| NamedCost { name, cost })
        .ok_or_else(|| "one of steps, intensity, trust".to_owned())
}
