//! What is typed.

use std::path::PathBuf;

use clap::Parser;
use jiff::civil::Date;

/// Forecast the facts of a benchmark by the recurrency baseline, and tell how well that goes.
#[derive(Parser)]
#[command(name = "forecast")]
pub(crate) struct Arguments {
    /// A folder with train.txt, valid.txt and test.txt, and, where entities and relations
    /// are numbers, entity2id.txt and relation2id.txt
    pub(crate) dir: PathBuf,
    /// The day that the number 1 stands for, where days are numbers
    #[arg(long, value_name = "DATE", default_value = "2014-01-01")]
    pub(crate) day_one: Date,
    /// Tell also the so many likeliest of the day after the last
    #[arg(long, value_name = "N")]
    pub(crate) next: Option<usize>,
    /// Answer in JSON
    #[arg(long)]
    pub(crate) json: bool,
}
