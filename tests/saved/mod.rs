//! Graphs saved in folders: what comes back, what is written, what damage does.

mod damage;
mod folders;
mod golden;
mod killed;

use demarche::{Folder, Graph, Result, Statement};

pub(crate) use folders::Temporary;
use folders::{add, graph};

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
