//! Who deals with whom, and how? Draws the network of a news report, or of a file.
//!
//! ```text
//! cargo run --example draw_the_network | dot -Tsvg -o network.svg
//! cargo run --example draw_the_network -- events.2018.tab "Vladimir Putin" | dot -Kfdp -Tsvg -o putin.svg
//! ```
//!
//! Without arguments it draws the report of November 2021 that is among the data of the
//! examples. With a file (of any format that can be read, or a JSON document of this crate) it
//! draws all that happened in it; with an actor, only what that one takes part in.

#[path = "../shared/load.rs"]
mod load;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use demarche::Result;
use demarche::interop::Dot;

const USAGE: &str = "usage: draw_the_network [FILE [ACTOR]]";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let is_option = |argument: &String| argument.starts_with('-');
    let report =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data/belarus_border_2021.json");
    let drawing = match arguments.as_slice() {
        [only] if only == "--help" || only == "-h" => Ok(format!("{USAGE}\n").into_bytes()),
        all if all.iter().any(is_option) => return misused(),
        [] => draw(&report, None),
        [file] => draw(&PathBuf::from(file), None),
        [file, actor] => draw(&PathBuf::from(file), Some(actor)),
        _ => return misused(),
    };
    match drawing {
        Ok(drawing) => print(&drawing),
        Err(error) => {
            eprintln!("draw_the_network: {error}");
            ExitCode::FAILURE
        }
    }
}

/// All events of a file, or those of one actor, as a drawing in the language of Graphviz: an
/// edge for all that happened between two in one way.
fn draw(file: &Path, actor: Option<&str>) -> Result<Vec<u8>> {
    let graph = load::load(file, None)?;
    let view = match actor {
        Some(actor) => graph.view().with(actor)?,
        None => graph.view(),
    };
    let mut drawing = Vec::new();
    Dot::of(&view.network()?).write(&mut drawing)?;
    Ok(drawing)
}

fn misused() -> ExitCode {
    eprintln!("{USAGE}");
    ExitCode::from(2)
}

/// Prints the drawing; a reader that has had enough (`| head`) is no error.
fn print(drawing: &[u8]) -> ExitCode {
    match io::stdout().write_all(drawing) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("draw_the_network: {error}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}
