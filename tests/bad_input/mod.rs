//! Bad input: every damage, to a file of every format.
//!
//! A person has to be able to act on what is said of it, so that the words that matter
//! are asserted: the file, the line, what was found, what was expected. And the graph is
//! as it was, or has exactly the rows that the report says.

#[cfg(feature = "compression")]
#[path = "compressed.rs"]
mod compressed;
#[cfg(not(feature = "compression"))]
#[path = "uncompressed.rs"]
mod compressed;
mod damage;
mod formats;
mod reading;
mod samples;

use std::fs::File;
use std::io::Read;
use std::path::Path;

use demarche::ingest::{Report, Step};
use demarche::{Account, Error, Graph, Tie};

use damage::{DAMAGES, Damaged, latin1};
use reading::{From, How, Same, Scratch};
use samples::{Sample, Told};

/// Whether every row is what the documentation of [`Report`] says that it can be.
fn is_accounted_for(report: &Report, made: u64) -> bool {
    let folded: u64 = Step::ALL.map(|step| report.folded(step)).iter().sum();
    let passed_over: u64 = report.passed_over().map(|(_, rows)| rows).sum();
    report.rows()
        == made
            + folded
            + report.refused()
            + report.duplicates()
            + report.described()
            + report.unknown_events()
            + passed_over
}

/// Reads into a copy of a graph.
fn read(sample: &Sample, before: &Graph, how: How<'_>) -> (Graph, Report) {
    let mut graph = before.clone();
    let report = (sample.read)(how, &mut graph).unwrap();
    // The rows of mentions make accounts of events that are there.
    let made = if report.described() == 0 && report.events() == 0 {
        report.accounts()
    } else {
        report.events()
    };
    assert!(is_accounted_for(&report, made), "{}: {report}", sample.name);
    let more = graph.event_count() - before.event_count();
    assert_eq!(more as u64, report.events(), "{}", sample.name);
    let more = graph.actor_count() - before.actor_count();
    assert_eq!(more as u64, report.actors(), "{}", sample.name);
    (graph, report)
}

/// What is said of an input that cannot be read; the graph is as it was.
fn refuse(sample: &Sample, before: &Graph, how: How<'_>) -> Error {
    let mut graph = before.clone();
    let error = match (sample.read)(how, &mut graph) {
        Ok(report) => panic!("{}: {report}", sample.name),
        Err(error) => error,
    };
    assert!(graph == *before, "{}: {error}", sample.name);
    error
}

fn strictly(path: &Path) -> How<'_> {
    How {
        strict: true,
        ..How::of(From::Path(path))
    }
}

fn says(what: &str, text: &str, words: &[&str]) {
    for word in words {
        assert!(text.contains(word), "{what}: {text:?} lacks {word:?}");
    }
}

/// The file, the line, and the words.
fn says_where(what: &str, error: &Error, path: &Path, line: u64, words: &[&str]) {
    let text = error.to_string();
    let place = format!("{}: line {line}, column ", path.display());
    assert!(text.starts_with(&place), "{what}: {text}");
    assert!(error.is_in_input(), "{what}: {text}");
    says(what, &text, words);
}

#[test]
fn every_damage_to_every_format() {
    let scratch = Scratch::of("every");
    for sample in formats::all() {
        for (name, damage) in DAMAGES {
            let what = format!("{}, {name}", sample.name);
            let damaged = damage(&sample);
            let path = scratch.file("damaged.txt", &damaged.file);
            check(&what, &sample, &damaged, &path);
        }
    }
}

/// Reads a damaged file, and asserts what is said of it and what becomes of the graph.
fn check(what: &str, sample: &Sample, damaged: &Damaged, path: &Path) {
    let Damaged { row, told, .. } = *damaged;
    let (before, good) = sample.graphs(&sample.good());
    let whole = |strict| {
        let how = How {
            strict,
            ..How::of(From::Path(path))
        };
        let (graph, report) = read(sample, &before, how);
        assert_eq!((report.rows(), report.refused()), (3, 0), "{what}");
        graph
    };
    match told {
        Told::Row(words) => {
            let (graph, report) = read(sample, &before, How::of(From::Path(path)));
            let [refusal] = report.refusals() else {
                panic!("{what}: {report}")
            };
            let line = sample.line_of(row);
            assert_eq!(refusal.position().line, line, "{what}");
            says(what, &refusal.to_string(), words);
            // As if a blank line stood there.
            let (_, without) = sample.graphs(&sample.with_row(row, ""));
            assert!(graph == without, "{what}");
            let error = refuse(sample, &before, strictly(path));
            says_where(what, &error, path, line, words);
        }
        Told::File(words) => {
            for how in [How::of(From::Path(path)), strictly(path)] {
                let error = refuse(sample, &before, how);
                says_where(what, &error, path, 1, words);
            }
        }
        Told::Noted(note) => {
            let noted = |account: Account<'_>| {
                let mut words = account.words().iter();
                words.any(|words| words.text.contains(note))
            };
            let graph = whole(true);
            let mut accounts = graph.ties().flat_map(Tie::accounts);
            assert!(accounts.any(noted), "{what}");
        }
        Told::Good(why) => {
            for strict in [false, true] {
                assert!(whole(strict) == good, "{what}, though {why}");
            }
        }
        Told::Nothing(why) => println!("{what}: passed over, as {why}"),
    }
}

/// Wherever a file is cut, no row is made up, none is lost that was whole, and nothing
/// panics.
#[test]
fn every_file_cut_anywhere() {
    for sample in formats::all() {
        let file = sample.good();
        let from = file.len() - sample.rows[2].len() - 1;
        let (before, _) = sample.graphs(&file);
        for end in from..file.len() {
            let how = How::of(From::Bytes(&file.as_bytes()[..end]));
            let (_, report) = read(&sample, &before, how);
            let rows = report.rows() - report.refused();
            assert!(rows >= 2, "{}, {end}: {report}", sample.name);
        }
    }
}

#[test]
fn latin1_is_read_when_one_says_so() {
    for sample in formats::all() {
        let (before, good) = sample.graphs(&sample.good());
        let file = latin1(&sample.good());
        let how = How {
            latin1: true,
            ..How::of(From::Bytes(&file))
        };
        let (graph, report) = read(&sample, &before, how);
        assert_eq!(report.refused(), 0, "{}: {report}", sample.name);
        assert!(graph == good, "{}", sample.name);
    }
}

#[test]
fn a_line_of_a_hundred_megabytes_is_one_refused_row() {
    const LONG: usize = 100 << 20;
    for sample in formats::all() {
        let blank = sample.with_row(1, "");
        let (before, good) = sample.graphs(&blank);
        let (head, tail) = blank.split_once("\n\n").unwrap();
        let (head, tail) = (format!("{head}\n"), format!("\n{tail}"));
        let long = Same {
            byte: b'x',
            left: LONG,
        };
        let stream = head.as_bytes().chain(long).chain(tail.as_bytes());
        let how = How::of(From::Stream(Box::new(stream)));
        let (graph, report) = read(&sample, &before, how);
        assert_eq!(report.bytes(), (LONG + head.len() + tail.len()) as u64);
        let [refusal] = report.refusals() else {
            panic!("{}: {report}", sample.name)
        };
        assert_eq!(refusal.position().line, sample.line_of(1));
        let words = ["a line of more than 1048576 bytes", "expected a row"];
        says(sample.name, &refusal.to_string(), &words);
        assert!(graph == good, "{}", sample.name);
    }
}

/// As of a disk image given by mistake: no line end, and nothing that is text.
#[test]
fn a_hundred_megabytes_of_nothing_are_no_file() {
    for sample in formats::all() {
        let zeros = Same {
            byte: 0,
            left: 100 << 20,
        };
        let before = (sample.before)();
        let how = How::of(From::Stream(Box::new(zeros)));
        let error = refuse(&sample, &before, how);
        let words = [
            "input: line 1, ",
            "1 rows without a header, none of them good",
        ];
        says(sample.name, &error.to_string(), &words);
    }
}

#[test]
fn what_is_no_file_at_all() {
    let scratch = Scratch::of("none");
    let empty = scratch.file("empty.txt", "");
    let absent = scratch.path().join("absent.txt");
    let not_found = File::open(&absent).unwrap_err().to_string();
    for sample in formats::all() {
        let before = sample.graphs(&sample.good()).1;
        for strict in [false, true] {
            let how = |path| How {
                strict,
                ..How::of(From::Path(path))
            };
            let error = refuse(&sample, &before, how(&empty));
            let words = ["found an empty file", sample.holds];
            says_where(sample.name, &error, &empty, 1, &words);

            for (path, word) in [
                (scratch.path(), "a directory, expected a file"),
                (&absent, &not_found),
            ] {
                let error = refuse(&sample, &before, how(path));
                assert!(error.is_io(), "{}: {error}", sample.name);
                let words = [&*path.display().to_string(), word];
                says(sample.name, &error.to_string(), &words);
            }
        }
    }
}
