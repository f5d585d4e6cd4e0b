//! What reading what was written costs: twenty thousand events with an account each,
//! among two thousand actors, from a document and, if built with these features, from
//! Parquet and N-Quads.
//!
//! `cargo bench --all-features --bench exchange`; with `-- --test` it reads each once.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "a bench makes its own input"
)]

use std::sync::{Arc, OnceLock};

use demarche::model::DataSet;
use demarche::{Graph, NewAccount, NewEvent, Organization, Result};
use divan::Bencher;
use divan::counter::ItemsCount;

#[allow(dead_code, reason = "the other benches use the rest")]
mod world;

const EVENTS: u64 = 20_000;

fn main() {
    divan::main();
}

/// Built once, and shared by the benches.
fn graph() -> &'static Graph {
    static GRAPH: OnceLock<Graph> = OnceLock::new();
    GRAPH.get_or_init(|| accounted().expect("the rows are well formed"))
}

/// Each event with the row of a data set that tells of it, as those of files are.
fn accounted() -> Result<Graph> {
    let (mut graph, actors) = world::stage()?;
    let agency = graph.add(Organization::new("Agency"))?;
    let data_set = Arc::new(DataSet {
        name: "Synthetic".into(),
        version: Some("1".into()),
        licence: None,
    });
    for (nth, row) in world::rows(EVENTS).into_iter().enumerate() {
        let account = NewAccount::from(agency)
            .data_set(Arc::clone(&data_set))
            .row(nth.to_string());
        let event = NewEvent::coded(row.code)?
            .from(actors[row.source])
            .to(actors[row.target])
            .on(row.day)
            .account(account);
        graph.record(event)?;
    }
    Ok(graph)
}

/// Times a reading, and tells how many events a second it reads.
fn time(bencher: Bencher, read: impl Fn() -> Result<Graph>) {
    assert!(read().expect("it is as it was written") == *graph());
    bencher
        .counter(ItemsCount::new(EVENTS))
        .bench_local(|| read().expect("it is as it was written"));
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn json(bencher: Bencher) {
    let text = graph().to_json();
    time(bencher, || Graph::from_json(&text));
}

#[cfg(feature = "parquet")]
#[divan::bench(sample_count = 10, sample_size = 1)]
fn arrow(bencher: Bencher) {
    use demarche::interop::arrow::{Table, Tables};

    let tables = Tables::everything(graph()).expect("few keys");
    let read = |table: Table| tables.batches(table).collect::<Result<Vec<_>>>();
    let batches = Table::ALL.map(|table| (table, read(table).expect("few texts")));
    time(bencher, || {
        Graph::from_arrow(|table| {
            let mut of_table = batches.iter().filter(|(of, _)| *of == table);
            let batches = of_table.next().map(|(_, batches)| batches.clone());
            Ok(batches.unwrap_or_default().into_iter().map(Ok))
        })
    });
}

#[cfg(feature = "parquet")]
#[divan::bench(sample_count = 10, sample_size = 1)]
fn parquet(bencher: Bencher) {
    use demarche::interop::Parquet;

    let folder = std::env::temp_dir().join("demarche-bench-parquet");
    Parquet::everything(graph())
        .save(&folder)
        .expect("it is written");
    time(bencher, || Graph::read_parquet(&folder));
    std::fs::remove_dir_all(folder).expect("it is there");
}

#[cfg(feature = "sparql")]
#[divan::bench(sample_count = 3, sample_size = 1)]
fn n_quads(bencher: Bencher) {
    use demarche::interop::rdf::{Format, Rdf};

    let text = Rdf::everything(graph()).to_text(Format::NQuads);
    time(bencher, || Graph::from_rdf(&text, Format::NQuads));
}
