//! What is typed.

use clap::Parser;

/// Ask a graph on some threads while another records, and tell what takes how long.
#[derive(Parser)]
#[command(name = "ask_while_recording")]
pub(crate) struct Arguments {
    /// How long to record
    #[arg(long, value_name = "S", default_value_t = 2, value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) seconds: u32,
    /// How many events to record in a second
    #[arg(long, value_name = "N", default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(2..=10_000_000))]
    pub(crate) per_second: u32,
    /// How many threads ask
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..))]
    pub(crate) readers: u8,
    /// How many events there are at first
    #[arg(long, value_name = "N", default_value_t = 1_000_000)]
    pub(crate) events: u32,
    /// How many actors there are
    #[arg(long, value_name = "N", default_value_t = 2_000, value_parser = clap::value_parser!(u32).range(2..))]
    pub(crate) actors: u32,
    /// Answer in JSON
    #[arg(long)]
    pub(crate) json: bool,
}
