//! What saving, opening, verifying and appending cost, at ten thousand and a hundred
//! thousand events among two thousand actors.
//!
//! `cargo bench --bench disk`; with `-- --test` it runs each once. Saving waits until all is
//! on disk, so that it is the disk that is measured; what was saved is in the page cache when
//! it is opened. It is held equal to what was saved first.

#![allow(
    clippy::cast_possible_truncation,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a bench makes its own input"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use demarche::Graph;
use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};

#[allow(dead_code, reason = "the other benches use the rest")]
mod world;

const SIZES: [u64; 2] = [10_000, 100_000];
/// How many events are recorded between two saves.
const APPENDED: usize = 100;

fn main() {
    divan::main();
}

/// A folder that is removed when it is dropped.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let nth = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("demarche-bench-{}-{nth}", std::process::id());
        Self(std::env::temp_dir().join(name))
    }

    /// One with a graph of so many events.
    fn of(size: u64) -> Self {
        let (folder, graph) = (Self::new(), graph(size));
        graph.save(folder.path()).expect("room on disk");
        let opened = Graph::open(folder.path()).expect("it was saved");
        assert!(opened == graph, "what is opened is what was saved");
        folder
    }

    fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

fn graph(size: u64) -> Graph {
    world::graph(size).expect("the rows are well formed").0
}

/// Into a folder in which there is nothing.
#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn save(bencher: Bencher, size: u64) {
    let graph = graph(size);
    let saved = graph.save(Folder::new().path()).expect("room on disk");
    bencher
        .counter(BytesCount::new(saved.written()))
        .with_inputs(Folder::new)
        .bench_local_refs(|folder| graph.save(folder.path()).expect("room on disk"));
}

/// Costs as much as there are actors, and of events hardly anything.
#[divan::bench(args = SIZES)]
fn open(bencher: Bencher, size: u64) {
    let folder = Folder::of(size);
    bencher.bench_local(|| Graph::open(folder.path()).expect("it was saved"));
}

/// Opening, and a question that reads of the columns what it needs.
#[divan::bench(args = SIZES)]
fn open_and_ask(bencher: Bencher, size: u64) {
    let folder = Folder::of(size);
    bencher.bench_local(|| {
        let opened = Graph::open(folder.path()).expect("it was saved");
        let view = opened.during("2015-06").expect("a month");
        let actor = opened.leader("Actor 0").expect("on stage");
        view.who_talked_to(actor).expect("of this graph").len()
    });
}

#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn verify(bencher: Bencher, size: u64) {
    let folder = Folder::of(size);
    bencher
        .counter(ItemsCount::new(size))
        .bench_local(|| Graph::verify(folder.path()).expect("it was saved"));
}

/// A hundred more events, saved to the folder that holds the others.
#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn append(bencher: Bencher, size: u64) {
    let folder = Folder::of(size);
    let opened = Graph::open(folder.path()).expect("it was saved");
    let actors: Vec<_> = opened.actors().map(|(id, _)| id).collect();
    let rows = world::rows(size);
    let longer = || {
        let mut graph = opened.clone();
        for &row in &rows[..APPENDED] {
            world::record(&mut graph, &actors, row).expect("the rows are well formed");
        }
        graph
    };
    let saved = longer().save(folder.path()).expect("room on disk");
    assert!(saved.written() < saved.held(), "what was there is kept");
    bencher
        .counter(ItemsCount::new(APPENDED))
        .with_inputs(longer)
        .bench_local_refs(|graph| graph.save(folder.path()).expect("room on disk"));
}
