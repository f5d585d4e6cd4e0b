//! What writing costs: graph files, FollowTheMoney and citations of a hundred thousand
//! events among two thousand actors, and the fingerprint of the graph.
//!
//! `cargo bench --bench export`; with `-- --test` it runs each once. It is written to a
//! sink that counts, so that no disk is measured.

#![allow(
    clippy::cast_possible_truncation,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a bench makes its own input"
)]

use std::io::sink;
use std::sync::OnceLock;

use demarche::Graph;
use demarche::interop::citation::Layout;
use demarche::interop::{Dot, Ftm, Gexf, GraphMl, NodeLink, Written};
use demarche::query::Network;
use divan::Bencher;
use divan::counter::BytesCount;

#[allow(dead_code, reason = "the other benches use the rest")]
mod world;

const EVENTS: u64 = 100_000;

fn main() {
    divan::main();
}

/// Built once, and shared by the benches.
fn graph() -> &'static Graph {
    static GRAPH: OnceLock<Graph> = OnceLock::new();
    GRAPH.get_or_init(|| world::graph(EVENTS).expect("the rows are well formed").0)
}

fn network() -> &'static Network<'static> {
    static NETWORK: OnceLock<Network<'static>> = OnceLock::new();
    NETWORK.get_or_init(|| {
        let network = graph().view().network().expect("few edges");
        // Laid out when first asked.
        assert!(network.edge_count() > 0);
        network
    })
}

/// Times a writing, and tells how many bytes a second it makes.
fn time(bencher: Bencher, write: impl Fn() -> demarche::Result<Written>) {
    let bytes = write().expect("a sink takes all").bytes();
    bencher
        .counter(BytesCount::new(bytes))
        .bench_local(|| write().expect("a sink takes all"));
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn dot_by_dyads(bencher: Bencher) {
    time(bencher, || Dot::of(network()).write(sink()));
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn dot_by_events(bencher: Bencher) {
    time(bencher, || Dot::of(network()).by_events().write(sink()));
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn graphml(bencher: Bencher) {
    time(bencher, || GraphMl::of(network()).write(sink()));
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn gexf(bencher: Bencher) {
    time(bencher, || Gexf::of(network()).write(sink()));
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn node_link(bencher: Bencher) {
    time(bencher, || NodeLink::of(network()).write(sink()));
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn node_link_by_dyads(bencher: Bencher) {
    time(bencher, || NodeLink::of(network()).by_dyads().write(sink()));
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn ftm(bencher: Bencher) {
    let view = graph().view();
    time(bencher, || Ftm::of(&view).write(sink()));
}

/// Who talked to whom, on all talks; the fingerprint of the graph included.
#[divan::bench(args = [Layout::Markdown, Layout::Csv], sample_count = 10, sample_size = 1)]
fn citation(bencher: Bencher, layout: Layout) {
    let view = graph().view();
    let pairs = view.who_talked_to_whom();
    time(bencher, || view.cite(&pairs)?.write(layout, sink()));
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn fingerprint(bencher: Bencher) {
    bencher.bench_local(|| graph().fingerprint());
}
