//! Who talked to whom: in a news report, or in a file.
//!
//! ```text
//! cargo run --example who_talked_to_whom
//! cargo run --example who_talked_to_whom -- events.2018.tab
//! cargo run --example who_talked_to_whom -- events.2018.tab "Vladimir Putin"
//! ```
//!
//! Without arguments it answers questions on a report of November 2021, which
//! `report.rs` puts into a graph fact by fact. With a file (of any format that can be
//! read, or a JSON document of this crate) it tells who talked to an actor, or all pairs who talked.

mod answers;
mod cast;
#[path = "../shared/load.rs"]
mod load;
mod report;

use std::ffi::OsString;
use std::fmt::{Display, Write as _};
use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

use demarche::Result;
use demarche::query::Answers;

const USAGE: &str = "usage: who_talked_to_whom [FILE [ACTOR]]";

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let is_option = |argument: &OsString| argument.as_encoded_bytes().starts_with(b"-");
    let answer = match arguments.as_slice() {
        [only] if only == "--help" || only == "-h" => Ok(format!("{USAGE}\n")),
        all if all.iter().any(is_option) => return misused(),
        [] => on_the_report(),
        [file] => all_pairs(file.as_ref()),
        [file, actor] => match actor.to_str() {
            Some(actor) => of_one(file.as_ref(), actor),
            None => return misused(),
        },
        _ => return misused(),
    };
    match answer {
        Ok(answer) => print(&answer),
        Err(error) => {
            eprintln!("who_talked_to_whom: {error}");
            ExitCode::FAILURE
        }
    }
}

fn on_the_report() -> Result<String> {
    let graph = report::report()?;
    let mut text = String::new();
    for (nth, (question, answer)) in answers::answers(&graph)?.into_iter().enumerate() {
        let gap = if nth == 0 { "" } else { "\n" };
        // Writing to a `String` does not fail.
        let _ = write!(text, "{gap}## {question}\n\n{answer}");
    }
    Ok(text)
}

fn all_pairs(file: &Path) -> Result<String> {
    let graph = load::load(file, None)?;
    Ok(listed(&graph.view().who_talked_to_whom()))
}

fn of_one(file: &Path, actor: &str) -> Result<String> {
    let graph = load::load(file, None)?;
    Ok(listed(&graph.view().who_talked_to(actor)?))
}

fn listed<T: Display>(answers: &Answers<T>) -> String {
    if answers.is_empty() {
        "nobody, as far as the file says\n".to_owned()
    } else {
        answers.to_string()
    }
}

fn misused() -> ExitCode {
    eprintln!("{USAGE}");
    ExitCode::from(2)
}

/// Prints the answer; a reader that has had enough (`| head`) is no error.
fn print(answer: &str) -> ExitCode {
    match io::stdout().write_all(answer.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("who_talked_to_whom: {error}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}
