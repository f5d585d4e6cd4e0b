//! A research note on two states: how they got on, whether they answer each other in kind,
//! what an event changed, whether word could have travelled, and what is likely next.
//!
//! ```text
//! cargo run --release --example do_they_answer_in_kind -- path/to/icews14
//! ```

mod arguments;
mod bars;
mod courses;
mod layout;
mod months;
mod next;
mod note;
mod source;
mod turning;
mod word;

#[path = "../shared/load.rs"]
mod load;

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use arguments::Arguments;
use note::{Cast, Note};

fn main() -> ExitCode {
    match answer(&Arguments::parse()).and_then(|answer| print(&answer)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("do_they_answer_in_kind: {error}");
            ExitCode::FAILURE
        }
    }
}

fn answer(arguments: &Arguments) -> Result<String, Box<dyn Error>> {
    let (path, usual) = match &arguments.source {
        Some(path) => (path.clone(), source::OF_2014),
        None => (source::made_up(), source::MADE_UP),
    };
    let graph = source::read(&path)?;
    let pair = arguments.pair.as_deref().and_then(two);
    let people = arguments.people.as_deref().and_then(two);
    let cast = Cast {
        // Of another pair, other people would have to be told.
        people: people.or(pair.is_none().then_some(usual.people)),
        pair: pair.unwrap_or(usual.pair),
    };
    let note = Note::of(&graph, &cast, arguments)?;
    if arguments.json {
        Ok(serde_json::to_string_pretty(&note)? + "\n")
    } else {
        Ok(note.to_string())
    }
}

/// The two names that an option takes.
fn two(names: &[String]) -> Option<[&str; 2]> {
    match names {
        [one, other] => Some([one, other]),
        _ => None,
    }
}

fn print(answer: &str) -> Result<(), Box<dyn Error>> {
    match io::stdout().write_all(answer.as_bytes()) {
        // A reader that has had enough (`| head`) is no error.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}
