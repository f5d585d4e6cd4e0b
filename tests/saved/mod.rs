//! Graphs saved in folders: what comes back, what is written, what damage does.

mod damage;
mod killed;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use demarche::model::codes::CameoCode;
use demarche::{CodedEvent, Folder, Graph, NewAccount, NewEvent, Report, Result, Statement};
use jiff::ToSpan;
use jiff::civil::date;

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
        std::fs::remove_dir_all(&self.0).ok();
    }
}

/// The cast and facts of the article, and so many events in columns besides.
fn graph(many: u32) -> Graph {
    let document = include_str!("../../examples/data/belarus_border_2021.json");
    let mut graph = Graph::from_json(document).unwrap();
    add(&mut graph, 0..many).unwrap();
    graph
}

/// Adds coded events with accounts; some of them have URLs, some days come late.
fn add(graph: &mut Graph, numbers: std::ops::Range<u32>) -> Result<()> {
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

#[test]
fn what_was_saved_is_opened() -> Result<()> {
    let folder = Temporary::new("opened");
    let mut graph = graph(3_000);
    let text = graph.to_json();
    graph.save(folder.path())?;
    let opened = Graph::open(folder.path())?;
    assert!(opened == graph);
    assert_eq!(opened.to_json(), text);
    assert!(opened.memory().mapped() > 0);
    opened.audit()?;
    Graph::verify(folder.path())?;

    // The one that was opened goes on by itself.
    let mut later = opened.clone();
    add(&mut later, 0..600)?;
    add(&mut graph, 0..600)?;
    assert!(later == graph);
    later.compact();
    assert!(later == graph);
    later.audit()?;
    later.save(folder.path())?;
    assert!(Graph::open(folder.path())? == graph);
    assert_eq!(opened.to_json(), text, "who has it open keeps it");
    Ok(())
}

#[test]
fn what_is_appended_is_what_is_written() -> Result<()> {
    let folder = Temporary::new("appended");
    let mut graph = graph(40_000);
    let whole = graph.save(folder.path())?;
    assert_eq!(whole.written(), whole.held());
    let again = graph.save(folder.path())?;
    // The newest events are no segment yet.
    assert!(again.written() < 40_000, "{again:?}");

    let mut opened = Graph::open(folder.path())?;
    for (appended, graph) in [(20, &mut graph), (30, &mut opened)] {
        add(graph, 0..appended)?;
        let saved = graph.save(folder.path())?;
        assert!(saved.written() < 60_000, "{saved:?}");
        assert!(saved.held() > 500_000, "{saved:?}");
    }
    Graph::verify(folder.path())
}

#[test]
fn packs_stay_few_and_hold_little_that_is_not_of_the_graph() -> Result<()> {
    let folder = Temporary::new("few");
    let mut graph = graph(0);
    for nth in 0..120 {
        add(&mut graph, nth * 100..(nth + 1) * 100)?;
        graph.save(folder.path())?;
    }
    assert!(Graph::open(folder.path())? == graph);
    let packs = std::fs::read_dir(folder.path()).unwrap().count() - 2;
    assert!(packs < 16, "{packs}");

    let other = Temporary::new("few");
    let fresh = Graph::open(folder.path())?.save(other.path())?;
    let held = graph.save(folder.path())?.held();
    assert!(held < fresh.held() * 3, "{held} {fresh:?}");
    Ok(())
}

#[test]
fn a_graph_can_be_saved_in_several_folders_and_over_others() -> Result<()> {
    let (one, other) = (Temporary::new("several"), Temporary::new("several"));
    let (small, large) = (graph(10), graph(2_000));
    small.save(one.path())?;
    large.save(other.path())?;
    large.save(one.path())?;
    assert!(Graph::open(one.path())? == large);
    small.save(other.path())?;
    assert!(Graph::open(other.path())? == small);
    large.save(one.path())?;
    Graph::verify(one.path())?;
    Graph::verify(other.path())
}

#[test]
fn ids_are_of_the_graph_that_was_opened() -> Result<()> {
    let folder = Temporary::new("ids");
    let graph = graph(10);
    graph.save(folder.path())?;
    let mut opened = Graph::open(folder.path())?;
    let macron = graph.leader("Emmanuel Macron")?;
    assert!(opened.describe(macron).unwrap_err().is_foreign());
    let macron = opened.leader("Emmanuel Macron")?;
    let said = opened.record(Statement::by(macron).on("2021-11-16"))?;
    assert!(graph.event(said).unwrap_err().is_foreign());
    Ok(())
}

#[test]
fn one_writes_and_many_read() -> Result<()> {
    let folder = Temporary::new("locked");
    let lock = Folder::lock(folder.path())?;
    let graph = graph(10);
    lock.save(&graph)?;
    let error = graph.save(folder.path()).unwrap_err();
    assert!(error.is_locked());
    assert!(
        error
            .to_string()
            .ends_with("somebody else is writing to this folder")
    );
    let (one, other) = (Graph::open(folder.path())?, lock.open()?);
    assert!(one == other);
    drop(lock);
    graph.save(folder.path())?;
    Ok(())
}

#[test]
fn there_is_no_graph_where_none_was_saved() {
    let folder = Temporary::new("none");
    assert!(Graph::open(folder.path()).unwrap_err().is_io());
    std::fs::create_dir_all(folder.path()).unwrap();
    assert!(Graph::open(folder.path()).unwrap_err().is_io());
}
