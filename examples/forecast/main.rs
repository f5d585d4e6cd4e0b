//! Forecasts the facts of a benchmark such as ICEWS14 by the recurrency baseline, and
//! tells how well that goes.
//!
//! ```text
//! cargo run --release --example forecast -- path/to/icews14 --json
//! ```

mod arguments;
mod next;
mod outcome;
mod rows;

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use arguments::Arguments;
use outcome::Outcome;

fn main() -> ExitCode {
    match answer(&Arguments::parse()).and_then(|answer| print(&answer)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("forecast: {error}");
            ExitCode::FAILURE
        }
    }
}

fn answer(arguments: &Arguments) -> Result<String, Box<dyn Error>> {
    let benchmark = rows::benchmark(arguments)?;
    let mut outcome = Outcome::of(&benchmark);
    if let Some(most) = arguments.next {
        let next = next::next(arguments, &benchmark)?;
        outcome = outcome.with_next(next.limit(most));
    }
    if arguments.json {
        Ok(serde_json::to_string_pretty(&outcome)? + "\n")
    } else {
        Ok(outcome.to_string())
    }
}

fn print(answer: &str) -> Result<(), Box<dyn Error>> {
    match io::stdout().write_all(answer.as_bytes()) {
        // A reader that has had enough (`| head`) is no error.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}
