//! Asks a file a question, from a terminal or for a machine.
//!
//! ```text
//! cargo run --example ask -- examples/data/belarus_border_2021.json contacts "Emmanuel Macron"
//! ```

mod arguments;
mod export;
mod network;
#[cfg(feature = "parquet")]
mod parquet;
#[cfg(not(feature = "parquet"))]
#[path = "without_parquet.rs"]
mod parquet;
mod question;
#[cfg(feature = "sparql")]
mod rdf;
#[cfg(not(feature = "sparql"))]
#[path = "without_rdf.rs"]
mod rdf;
#[cfg(feature = "sparql")]
mod sparql;
#[cfg(not(feature = "sparql"))]
#[path = "without_sparql.rs"]
mod sparql;
mod table;

#[path = "../shared/load.rs"]
mod load;

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use arguments::Arguments;
use question::Form;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match answer(&arguments) {
        Ok(answer) => print(&answer),
        Err(error) => {
            eprintln!("ask: {error}");
            ExitCode::FAILURE
        }
    }
}

fn answer(arguments: &Arguments) -> Result<String, Box<dyn Error>> {
    let graph = load::load(&arguments.file, arguments.format)?;
    let view = graph.framed(arguments.frame.frame(&graph)?)?;
    let form = Form {
        view: &view,
        json: arguments.json,
        cite: arguments.cite.map(Into::into),
        limit: arguments.limit,
    };
    question::ask(&view, &arguments.question, &form)
}

/// Prints the answer; a reader that has had enough (`| head`) is no error.
fn print(answer: &str) -> ExitCode {
    match io::stdout().write_all(answer.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("ask: {error}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}
