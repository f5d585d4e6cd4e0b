//! The examples run, and print what they should.

mod ask;
mod ask_while_recording;
mod do_they_answer_in_kind;
mod draw_the_network;
mod forecast;
mod ingest;
#[cfg(feature = "sparql")]
mod on_whose_word;
mod scale;
mod what_do_we_cite;
#[cfg(feature = "parquet")]
mod what_does_sql_see;
mod who_talked_to_whom;

use std::path::PathBuf;
use std::process::{Command, Output};

use crate::expected::assert_same;

/// Runs an example that cargo built along with these tests; `cargo test` does, while
/// `cargo test --test lib` leaves the examples as they are.
fn run(example: &str, arguments: &[&str]) -> Output {
    Command::new(executable(example))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap_or_else(|error| panic!("{example}: {error} (`cargo build --examples` makes it)"))
}

/// This test lies in `target/debug/deps`, the examples in `target/debug/examples`.
fn executable(example: &str) -> PathBuf {
    let test = std::env::current_exe().expect("a test knows where it lies");
    let profile = test.ancestors().nth(2).expect("two folders above it");
    profile
        .join("examples")
        .join(example)
        .with_extension(std::env::consts::EXE_EXTENSION)
}

/// Compares what an example printed with a file under `tests/expected`.
fn assert_prints(output: &Output, expected: &str) {
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    let printed = String::from_utf8_lossy(&output.stdout);
    assert_same(&printed, &format!("tests/expected/{expected}"));
}
