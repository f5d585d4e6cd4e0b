//! What do we cite when we say who talked to whom? The answer as a page, with its evidence,
//! its frame and the licences of the data, and the question asked again from that page.
//!
//! ```text
//! cargo run --example what_do_we_cite
//! cargo run --example what_do_we_cite -- --csv
//! cargo run --example what_do_we_cite -- --csv events.2018.tab "Vladimir Putin"
//! ```
//!
//! Without a file it asks the report of November 2021 that is among the data of the examples
//! whom Putin talked to; with a file and an actor (of any format that can be read, or a JSON
//! document of this crate), it asks that file for that actor.

#[path = "../shared/load.rs"]
mod load;

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use demarche::interop::citation::{Cited, Layout};
use demarche::{Graph, Result};

const USAGE: &str = "usage: what_do_we_cite [--csv] [FILE ACTOR]";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let layout = match words.first() {
        Some(&"--csv") => {
            words.remove(0);
            Layout::Csv
        }
        _ => Layout::Markdown,
    };
    let report =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data/belarus_border_2021.json");
    let cited = match words.as_slice() {
        ["--help" | "-h"] => Ok(format!("{USAGE}\n")),
        words if words.iter().any(|word| word.starts_with('-')) => return misused(),
        [] => cite(&report, "Vladimir Putin", layout),
        [file, actor] => cite(Path::new(file), actor, layout),
        _ => return misused(),
    };
    match cited {
        Ok(text) => print(&text),
        Err(error) => {
            eprintln!("what_do_we_cite: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Who talked to an actor, cited; and asked again, as somebody would who has the page and
/// the same data.
fn cite(file: &Path, actor: &str, layout: Layout) -> Result<String> {
    let graph = load::load(file, None)?;
    let view = graph.view();
    let contacts = view.who_talked_to(actor)?;
    let question = format!("Who talked to {actor}?");
    let text = view.cite(&contacts)?.question(question).to_text(layout);

    let again = ask_again(&text, &graph, actor)?;
    let alike = again == contacts.to_string();
    let verdict = if alike {
        "the same answer"
    } else {
        "another answer"
    };
    eprintln!("asked again: {verdict}");
    Ok(text)
}

fn ask_again(page: &str, graph: &Graph, actor: &str) -> Result<String> {
    let view = Cited::read(page)?.view_of(graph)?;
    Ok(view.who_talked_to(actor)?.to_string())
}

fn misused() -> ExitCode {
    eprintln!("{USAGE}");
    ExitCode::from(2)
}

/// Prints the page; a reader that has had enough (`| head`) is no error.
fn print(text: &str) -> ExitCode {
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("what_do_we_cite: {error}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}
