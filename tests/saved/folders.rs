//! Folders with a graph, and how they come to tell what is not so.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use demarche::model::codes::CameoCode;
use demarche::{CodedEvent, Graph, NewAccount, NewEvent, Report, Result};
use jiff::ToSpan;
use jiff::civil::date;
use serde_json::Value;
use twox_hash::XxHash3_64;

/// A folder of its own, removed when it is dropped.
#[derive(Debug)]
pub(crate) struct Temporary(PathBuf);

impl Temporary {
    pub(crate) fn new(what: &str) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let nth = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("demarche-{what}-{}-{nth}", std::process::id());
        Self(std::env::temp_dir().join(name))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

/// The cast and facts of the article, and so many events in columns besides.
pub(crate) fn graph(many: u32) -> Graph {
    let document = include_str!("../../examples/data/belarus_border_2021.json");
    let mut graph = Graph::from_json(document).unwrap();
    add(&mut graph, 0..many).unwrap();
    graph
}

/// Adds coded events with accounts; some of them have URLs, some days come late.
pub(crate) fn add(graph: &mut Graph, numbers: std::ops::Range<u32>) -> Result<()> {
    let who = ["Emmanuel Macron", "Vladimir Putin", "Angela Merkel"];
    let who = [
        graph.leader(who[0])?,
        graph.leader(who[1])?,
        graph.leader(who[2])?,
    ];
    let mut batch = graph.batch();
    for number in numbers.clone() {
        let day = date(2000, 1, 1).saturating_add(i64::from(number / 4 % 9000).days());
        let (one, other) = (who[number as usize % 3], who[(number as usize + 1) % 3]);
        let event = CodedEvent::new(CameoCode::CONSULT_PHONE, one, day).to(other);
        let report = Report::via(one).stated(day).recorded(day);
        let reports = if number % 3 == 0 { &[][..] } else { &[report] };
        batch.record(event, reports)?;
    }
    batch.finish();
    for number in numbers.step_by(97) {
        let account = NewAccount::by(who[0]).url(format!("https://example.org/{number}"));
        let call = NewEvent::coded("042")?
            .from(who[0])
            .to(who[1])
            .on("2021-11-15");
        graph.record(call.account(account))?;
    }
    Ok(())
}

pub(crate) fn manifest(folder: &Path) -> PathBuf {
    folder.join("manifest")
}

pub(crate) fn pack(folder: &Path) -> PathBuf {
    let entries = fs::read_dir(folder).unwrap();
    let mut packs = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "pack"));
    packs.next().unwrap()
}

/// The manifest of a folder with some of it changed, and its checksum as it should be.
pub(crate) fn rewrite(folder: &Path, change: impl FnOnce(&mut Value)) {
    let path = manifest(folder);
    let text = fs::read_to_string(&path).unwrap();
    let mut body: Value = serde_json::from_str(text.split_once('\n').unwrap().1).unwrap();
    change(&mut body);
    let body = serde_json::to_vec(&body).unwrap();
    let mut bytes = format!("demarche graph 1 {:016x}\n", XxHash3_64::oneshot(&body)).into_bytes();
    bytes.extend(body);
    fs::write(path, bytes).unwrap();
}

/// All numbers of a document, to be changed.
pub(crate) fn numbers<'v>(value: &'v mut Value, found: &mut Vec<&'v mut Value>) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(|value| numbers(value, found)),
        Value::Object(fields) => fields.values_mut().for_each(|value| numbers(value, found)),
        Value::Number(_) | Value::Null => found.push(value),
        _ => {}
    }
}

/// The parts of packs that a manifest tells of.
pub(crate) fn parts<'v>(value: &'v mut Value, found: &mut Vec<&'v mut Vec<Value>>) {
    match value {
        Value::Array(values) => {
            if values.len() == 4 && values.iter().all(Value::is_number) {
                found.push(values);
            } else {
                for value in values {
                    parts(value, found);
                }
            }
        }
        Value::Object(fields) => {
            for value in fields.values_mut() {
                parts(value, found);
            }
        }
        _ => {}
    }
}
