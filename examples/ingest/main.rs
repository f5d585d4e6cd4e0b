//! Reads files into one graph, and tells what came of it and how long it took.
//!
//! ```text
//! cargo run --release --example ingest -- 20180101.export.CSV 20180101.mentions.CSV
//! zcat events.tab.gz | cargo run --release --example ingest -- - --format icews --json
//! ```

mod arguments;
mod outcome;
mod progress;

use std::error::Error;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::Parser;
use demarche::Graph;
use demarche::ingest::FormatName;

use arguments::Arguments;
use outcome::Outcome;
use progress::Bar;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match outcome(&arguments).and_then(|outcome| print(&arguments, &outcome)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("ingest: {error}");
            ExitCode::FAILURE
        }
    }
}

fn outcome(arguments: &Arguments) -> Result<Outcome, Box<dyn Error>> {
    let begun = Instant::now();
    let mut graph = Graph::new();
    let mut readings = Vec::new();
    for (format, files) in streams(arguments)? {
        let bar = Bar::new();
        let builder = arguments.builder(format).progress(bar.watcher());
        let report = builder
            .from_paths(&files)
            .and_then(|reader| graph.ingest(reader));
        bar.finish();
        readings.push((format, report?));
    }
    Ok(Outcome {
        readings,
        took: begun.elapsed(),
    })
}

/// The files of each format, which are read as one stream; in the order in which the
/// formats come up.
fn streams(arguments: &Arguments) -> demarche::Result<Vec<(FormatName, Vec<PathBuf>)>> {
    let mut streams: Vec<(FormatName, Vec<PathBuf>)> = Vec::new();
    for file in &arguments.files {
        let format = match arguments.format {
            Some(format) => format,
            None => FormatName::of_path(file)?,
        };
        match streams.iter_mut().find(|(known, _)| *known == format) {
            Some((_, files)) => files.push(file.clone()),
            None => streams.push((format, vec![file.clone()])),
        }
    }
    Ok(streams)
}

fn print(arguments: &Arguments, outcome: &Outcome) -> Result<(), Box<dyn Error>> {
    let text = if arguments.json {
        outcome.json()?
    } else {
        eprintln!("{}", outcome.pace());
        outcome.to_string()
    };
    match io::stdout().write_all(text.as_bytes()) {
        // A reader that has had enough (`| head`) is no error.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}
