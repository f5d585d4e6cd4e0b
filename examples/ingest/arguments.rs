//! What is typed.

use std::path::PathBuf;

use clap::Parser;
use demarche::ingest::{AnyReaderBuilder, Folding, FormatName};

/// Read files of events, lists and entities into one graph, and tell what came of it.
#[derive(Parser)]
#[command(name = "ingest")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag that is typed"
)]
pub(crate) struct Arguments {
    /// Files, compressed or not; - is the standard input, which needs --format
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// The format of all files, which else is told by how each begins
    #[arg(long, value_name = "NAME")]
    pub(crate) format: Option<FormatName>,
    /// Print one JSON object
    #[arg(long)]
    pub(crate) json: bool,
    /// Take the first bad row for an error
    #[arg(long)]
    strict: bool,
    /// Make each row an event
    #[arg(long)]
    no_folding: bool,
    /// Take names for the nearest of the files before, if they are as near, from 0 to 1
    #[arg(long, value_name = "LEAST")]
    near_names: Option<f64>,
    /// Read the text as Latin-1
    #[arg(long)]
    latin1: bool,
}

impl Arguments {
    /// A builder of the format with what was said of all.
    pub(crate) fn builder(&self, format: FormatName) -> AnyReaderBuilder {
        let mut builder = format.builder();
        if self.strict {
            builder = builder.strict();
        }
        if self.no_folding {
            builder = builder.folding(Folding::none());
        }
        if let Some(least) = self.near_names {
            builder = builder.near_names(least);
        }
        if self.latin1 {
            builder = builder.latin1();
        }
        builder
    }
}
