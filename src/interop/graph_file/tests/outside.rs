//! Readers that are not ours, where they are installed.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::testing::Scratch;

/// What a program answers to an input; `None`, with a notice, if it is not installed.
pub(crate) fn ask(program: &str, arguments: &[&str], input: &str) -> Option<Vec<u8>> {
    let child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut child) = child else {
        eprintln!("skipped: {program} is not installed");
        return None;
    };
    // From a thread of its own, as the program may answer before it has read all.
    let mut to = child.stdin.take().unwrap();
    let input = input.to_owned();
    let writing = std::thread::spawn(move || to.write_all(input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    let _ = writing.join().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program} {arguments:?}: {errors}");
    assert!(!errors.contains("Warning"), "{program}: {errors}");
    Some(output.stdout)
}

/// The answer in JSON of lines of Python, which find the file as `file`, of bytes, and
/// networkx as `nx`; `None`, with a notice, if networkx is not installed.
pub(crate) fn networkx(lines: &str, file: &str) -> Option<Value> {
    let has_it = Command::new("python3")
        .args(["-c", "import networkx"])
        .stderr(Stdio::null())
        .status();
    if !has_it.is_ok_and(|status| status.success()) {
        eprintln!("skipped: networkx is not installed");
        return None;
    }
    let program = format!(
        "import io, json, sys, networkx as nx\n\
         file = io.BytesIO(sys.stdin.buffer.read())\n\
         {lines}\n\
         sys.stdout.buffer.write(json.dumps(answer).encode())\n"
    );
    let answer = ask("python3", &["-c", &program], file)?;
    Some(serde_json::from_slice(&answer).unwrap())
}

/// Checks XML against a schema in RELAX NG; with a notice if xmllint is not installed.
pub(crate) fn assert_valid(schema: &str, file: &str) {
    let directory = Scratch::of("schema");
    let path = directory.file("schema.rng", schema);
    let name = path.display().to_string();
    // It writes to standard error that the file validates.
    let _ = ask("xmllint", &["--noout", "--relaxng", &name, "-"], file);
}
