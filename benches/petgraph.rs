//! What the algorithms of petgraph cost on a network as it stands, and on a copy as a
//! graph of petgraph's own; and what the copy costs. At a million events among two
//! thousand actors.
//!
//! `cargo bench --bench petgraph`; with `-- --test` it runs each once. The answers of both
//! are compared first.

#![allow(
    clippy::cast_possible_truncation,
    clippy::redundant_closure_for_method_calls,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a bench makes its own input"
)]

use std::collections::BTreeMap;
use std::sync::OnceLock;

use demarche::interop::petgraph::Edge;
use demarche::query::Network;
use demarche::time::Certainty;
use demarche::{ActorId, Graph};
use divan::{Bencher, black_box};
use petgraph::algo::{connected_components, dijkstra, kosaraju_scc};
use petgraph::graph::{DiGraph, NodeIndex};

#[allow(dead_code, reason = "the other benches use the rest")]
mod world;

const SIZE: u64 = 1_000_000;

fn main() {
    divan::main();
}

struct Worlds {
    network: Network<'static>,
    actors: Vec<ActorId>,
    /// Of events, and of dyads with their number of events.
    events: DiGraph<ActorId, Edge>,
    dyads: DiGraph<ActorId, usize>,
}

fn graph() -> &'static (Graph, Vec<ActorId>) {
    static GRAPH: OnceLock<(Graph, Vec<ActorId>)> = OnceLock::new();
    GRAPH.get_or_init(|| world::graph(SIZE).expect("the rows are well formed"))
}

/// Built once, and shared by the benches.
fn worlds() -> &'static Worlds {
    static WORLDS: OnceLock<Worlds> = OnceLock::new();
    WORLDS.get_or_init(|| {
        let (graph, actors) = graph();
        let network = graph.view().network().expect("few edges");
        Worlds {
            actors: actors.clone(),
            events: network.events().weighed(Edge::from).to_petgraph(),
            dyads: network.dyads().weighed(|dyad| dyad.count()).to_petgraph(),
            network,
        }
    })
}

impl Worlds {
    /// The actor asked of: one of middling activity.
    fn actor(&self) -> ActorId {
        self.actors[1_000]
    }
}

fn node<E>(copy: &DiGraph<ActorId, E>, actor: ActorId) -> NodeIndex {
    let mut nodes = copy.node_indices();
    nodes.find(|&node| copy[node] == actor).expect("is linked")
}

/// What is certain is near.
fn doubt(certainty: Certainty) -> u32 {
    if certainty.is_certain() { 1 } else { 2 }
}

/// Who talks often is near.
fn distance(count: usize) -> u32 {
    1_000_000 / u32::try_from(count).unwrap_or(u32::MAX)
}

fn by_actor<E>(
    copy: &DiGraph<ActorId, E>,
    costs: impl IntoIterator<Item = (NodeIndex, u32)>,
) -> BTreeMap<ActorId, u32> {
    let costs = costs.into_iter();
    costs.map(|(node, cost)| (copy[node], cost)).collect()
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn lay_out_the_network() -> usize {
    let network = graph().0.view().network().expect("few edges");
    network.edge_count()
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn sort_the_events_by_dyad(bencher: Bencher) {
    let (graph, _) = graph();
    bencher
        .with_inputs(|| {
            let network = graph.view().network().expect("few edges");
            assert!(network.edge_count() > 0);
            network
        })
        .bench_local_refs(|network| {
            petgraph::visit::EdgeCount::edge_count(&black_box(&*network).dyads())
        });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn copy_the_view(bencher: Bencher) {
    let view = graph().0.view();
    bencher.bench_local(|| black_box(&view).to_petgraph());
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn copy_the_events_of_a_network(bencher: Bencher) {
    let network = &worlds().network;
    bencher.bench_local(|| {
        black_box(network)
            .events()
            .weighed(Edge::from)
            .to_petgraph()
    });
}

#[divan::bench(sample_count = 20)]
fn connected_components_of_events(bencher: Bencher) {
    let worlds = worlds();
    assert_eq!(
        connected_components(worlds.network.events()),
        connected_components(&worlds.events),
    );
    bencher.bench_local(|| connected_components(black_box(&worlds.network).events()));
}

#[divan::bench(sample_count = 20)]
fn connected_components_of_events_copied(bencher: Bencher) {
    let worlds = worlds();
    bencher.bench_local(|| connected_components(black_box(&worlds.events)));
}

#[divan::bench(sample_count = 20)]
fn kosaraju_scc_of_events(bencher: Bencher) {
    let worlds = worlds();
    assert_eq!(
        kosaraju_scc(worlds.network.events()).len(),
        kosaraju_scc(&worlds.events).len(),
    );
    bencher.bench_local(|| kosaraju_scc(black_box(&worlds.network).events()));
}

#[divan::bench(sample_count = 20)]
fn kosaraju_scc_of_events_copied(bencher: Bencher) {
    let worlds = worlds();
    bencher.bench_local(|| kosaraju_scc(black_box(&worlds.events)));
}

#[divan::bench(sample_count = 20)]
fn dijkstra_of_events(bencher: Bencher) {
    let worlds = worlds();
    let ours = |network: &Network<'_>| {
        dijkstra(network.events(), worlds.actor(), None, |edge| {
            doubt(edge.weight().certainty())
        })
    };
    let from = node(&worlds.events, worlds.actor());
    let theirs = dijkstra(&worlds.events, from, None, |edge| {
        doubt(edge.weight().certainty)
    });
    assert_eq!(
        BTreeMap::from_iter(ours(&worlds.network)),
        by_actor(&worlds.events, theirs),
    );
    bencher.bench_local(|| ours(black_box(&worlds.network)));
}

#[divan::bench(sample_count = 20)]
fn dijkstra_of_events_copied(bencher: Bencher) {
    let worlds = worlds();
    let from = node(&worlds.events, worlds.actor());
    bencher.bench_local(|| {
        dijkstra(black_box(&worlds.events), from, None, |edge| {
            doubt(edge.weight().certainty)
        })
    });
}

#[divan::bench(sample_count = 20)]
fn dijkstra_of_dyads(bencher: Bencher) {
    let worlds = worlds();
    let ours = |network: &Network<'_>| {
        dijkstra(network.dyads(), worlds.actor(), None, |edge| {
            distance(edge.weight().count())
        })
    };
    let from = node(&worlds.dyads, worlds.actor());
    let theirs = dijkstra(&worlds.dyads, from, None, |edge| distance(*edge.weight()));
    assert_eq!(
        BTreeMap::from_iter(ours(&worlds.network)),
        by_actor(&worlds.dyads, theirs),
    );
    bencher.bench_local(|| ours(black_box(&worlds.network)));
}

#[divan::bench(sample_count = 20)]
fn dijkstra_of_dyads_copied(bencher: Bencher) {
    let worlds = worlds();
    let from = node(&worlds.dyads, worlds.actor());
    bencher.bench_local(|| {
        dijkstra(black_box(&worlds.dyads), from, None, |edge| {
            distance(*edge.weight())
        })
    });
}
