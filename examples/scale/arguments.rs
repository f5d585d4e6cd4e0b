//! What is typed.

use std::path::PathBuf;

use clap::Parser;

/// Build a graph of very many events, and tell what it costs to build, hold and ask.
#[derive(Parser)]
#[command(name = "scale")]
pub(crate) struct Arguments {
    /// How many events
    #[arg(default_value_t = 10_000_000)]
    pub(crate) events: u32,
    /// How many actors
    #[arg(long, value_name = "N", default_value_t = 20_000, value_parser = clap::value_parser!(u32).range(2..))]
    pub(crate) actors: u32,
    /// Build it in order of time only, without accounts
    #[arg(long)]
    pub(crate) ordered_only: bool,
    /// In which folder it is saved for a while
    #[arg(long, value_name = "FOLDER", default_value_os_t = std::env::temp_dir())]
    pub(crate) within: PathBuf,
    /// Answer in JSON
    #[arg(long)]
    pub(crate) json: bool,
}
