//! What paths cost at a million events, against plain loops and against petgraph on a
//! copied graph.
//!
//! `cargo bench --bench paths`; with `-- --test` each runs once. Answers are held equal to
//! those of another implementation before anything is timed.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a bench makes its own input"
)]

use std::sync::OnceLock;

use demarche::interop::petgraph::Edge;
use demarche::query::path::{Cost, Path};
use demarche::query::{Network, Way};
use demarche::{ActorId, Graph, What};
use divan::{Bencher, black_box};
use petgraph::algo::{all_simple_paths, astar, dijkstra, k_shortest_path};
use petgraph::graph::{NodeIndex, UnGraph};

mod peers;
mod plain;

use peers::CALL;
use plain::Plain;

const SIZE: u64 = 1_000_000;

/// An actor of middling activity, one of little, the most active one.
const MIDDLING: u32 = 5_000;
const QUIET: u32 = 12_000;
const BUSIEST: u32 = 0;

fn main() {
    divan::main();
}

struct World {
    graph: Graph,
    actors: Vec<ActorId>,
    plain: Plain,
}

fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| {
        let rows = peers::rows(SIZE);
        let (graph, actors) = peers::graph(&rows).expect("the rows are well formed");
        World {
            graph,
            actors,
            plain: Plain::new(&rows),
        }
    })
}

fn network() -> &'static Network<'static> {
    static NETWORK: OnceLock<Network<'static>> = OnceLock::new();
    NETWORK.get_or_init(|| {
        let network = world().graph.view().network().expect("a million edges");
        network.pair_count();
        network
    })
}

fn actor(nth: u32) -> ActorId {
    world().actors[nth as usize]
}

fn nodes(path: &Path) -> Vec<u32> {
    let place = |id| world().actors.binary_search(&id).expect("one of ours") as u32;
    path.actors().map(|who| place(who.id())).collect()
}

/// From an actor of little activity to another, past all that is between them.
fn ranked(through: Option<What>, cost: Cost) -> Vec<Path> {
    let mut paths = network()
        .paths(actor(QUIET), actor(MIDDLING))
        .expect("both are there")
        .by(cost);
    if let Some(what) = through {
        paths = paths.through(what);
    }
    paths.ranked().expect("a cost").take(5).collect()
}

/// Laying the view out.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn lay_out(bencher: Bencher) {
    let view = world().graph.view();
    bencher.bench_local(|| {
        let network = black_box(&view).network();
        network.map(|network| network.edge_count())
    });
}

/// Sorting its edges by pair, which the first question does.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn sort_by_pair(bencher: Bencher) {
    let fresh = world().graph.view().network().expect("a million edges");
    assert!(fresh.edge_count() > 0);
    bencher
        .with_inputs(|| fresh.clone())
        .bench_local_refs(|network| network.pair_count());
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn five_shortest(bencher: Bencher) {
    let found: Vec<_> = ranked(None, Cost::Steps).iter().map(nodes).collect();
    assert_eq!(found, world().plain.shortest(QUIET, MIDDLING, 5, |_| true));
    bencher.bench_local(|| ranked(None, Cost::Steps));
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn five_shortest_by_talks(bencher: Bencher) {
    let paths = ranked(Some(What::Talk), Cost::Steps);
    let found: Vec<_> = paths.iter().map(nodes).collect();
    let plain = world()
        .plain
        .shortest(QUIET, MIDDLING, 5, |code| code == CALL);
    assert_eq!(found, plain);
    bencher.bench_local(|| ranked(Some(What::Talk), Cost::Steps));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn five_shortest_by_intensity(bencher: Bencher) {
    bencher.bench_local(|| ranked(None, Cost::intensity()));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn five_shortest_by_trust_of_talks(bencher: Bencher) {
    bencher.bench_local(|| ranked(Some(What::Talk), Cost::trust()));
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn shortest(bencher: Bencher) {
    let paths = network()
        .paths(actor(QUIET), actor(MIDDLING))
        .expect("both");
    bencher.bench_local(|| black_box(&paths).shortest());
}

/// Each of them made, with its actors and events.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn all_shortest(bencher: Bencher) {
    let paths = network()
        .paths(actor(QUIET), actor(MIDDLING))
        .expect("both");
    bencher.bench_local(|| black_box(&paths).all_shortest().expect("a cost").count());
}

/// The tree to everybody, events taken either way, as on petgraph's undirected copy.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn tree(bencher: Bencher) {
    let paths = network()
        .paths_from(actor(QUIET))
        .expect("there")
        .taking(Way::Any);
    let (copy, start) = (copy(), node(QUIET));
    let theirs = dijkstra(copy, start, None, |_| 1_u32);
    let tree = paths.tree().expect("a cost");
    assert_eq!(tree.len(), theirs.len());
    for (&node, &steps) in &theirs {
        let cost = tree.cost_to(copy[node]).expect("one of ours");
        assert_eq!(cost, Some(f64::from(steps)));
    }
    bencher.bench_local(|| black_box(&paths).tree());
}

/// Whom did an actor talk to, who accused whom?
#[divan::bench(args = [MIDDLING, QUIET, BUSIEST], sample_count = 50)]
fn talked_to_x_who_accused_y(bencher: Bencher, from: u32) {
    let pattern = [What::Talk, What::Accusation];
    let paths = network().paths_from(actor(from)).expect("there");
    let found: Vec<_> = paths.stepwise(pattern).expect("a cost").collect();
    let found: Vec<_> = found.iter().map(nodes).collect();
    assert_eq!(found, world().plain.talked_to_accuser(from));
    bencher.bench_local(|| {
        let found = black_box(&paths).stepwise(pattern).expect("a cost");
        found.collect::<Vec<_>>()
    });
}

/// The same, only counted.
#[divan::bench(args = [MIDDLING, QUIET, BUSIEST], sample_count = 50)]
fn talked_to_x_who_accused_y_counted(bencher: Bencher, from: u32) {
    let pattern = [What::Talk, What::Accusation];
    let paths = network().paths_from(actor(from)).expect("there");
    bencher.bench_local(|| black_box(&paths).stepwise(pattern).expect("a cost").count());
}

/// The same by two nested loops over arrays.
#[divan::bench(args = [MIDDLING, QUIET, BUSIEST], sample_count = 50)]
fn talked_to_x_who_accused_y_by_loops(bencher: Bencher, from: u32) {
    let plain = &world().plain;
    bencher.bench_local(|| black_box(plain).talked_to_accuser(from));
}

/// petgraph's copy, edges taken either way.
fn copy() -> &'static UnGraph<ActorId, Edge> {
    static COPY: OnceLock<UnGraph<ActorId, Edge>> = OnceLock::new();
    COPY.get_or_init(|| world().graph.view().to_petgraph().into_edge_type())
}

fn node(nth: u32) -> NodeIndex {
    let mut nodes = copy().node_indices();
    nodes
        .find(|&node| copy()[node] == actor(nth))
        .expect("in the news")
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn petgraph_copy(bencher: Bencher) {
    let view = world().graph.view();
    bencher.bench_local(|| black_box(&view).to_petgraph());
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn petgraph_tree(bencher: Bencher) {
    let (copy, start) = (copy(), node(QUIET));
    bencher.bench_local(|| dijkstra(black_box(copy), start, None, |_| 1_u32));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn petgraph_shortest(bencher: Bencher) {
    let (copy, start, goal) = (copy(), node(QUIET), node(MIDDLING));
    bencher.bench_local(|| {
        astar(
            black_box(copy),
            start,
            |node| node == goal,
            |_| 1_u32,
            |_| 0,
        )
    });
}

/// It counts walks, parallel edges apart, and gives costs without paths.
#[divan::bench(sample_count = 2, sample_size = 1)]
fn petgraph_fifth_cost(bencher: Bencher) {
    let (copy, start, goal) = (copy(), node(QUIET), node(MIDDLING));
    bencher.bench_local(|| k_shortest_path(black_box(copy), start, Some(goal), 5, |_| 1_u32));
}

/// All loopless paths of two steps, parallel edges apart.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn petgraph_simple_of_two(bencher: Bencher) {
    let (copy, start, goal) = (copy(), node(QUIET), node(MIDDLING));
    bencher.bench_local(|| {
        let paths = all_simple_paths::<Vec<_>, _, std::hash::RandomState>(
            black_box(copy),
            start,
            goal,
            0,
            Some(1),
        );
        paths.count()
    });
}

/// All loopless paths of at most two steps, each with its events.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn simple_of_two(bencher: Bencher) {
    let paths = network()
        .paths(actor(QUIET), actor(MIDDLING))
        .expect("both");
    let paths = paths.taking(Way::Any).at_most(2);
    let ours: std::collections::BTreeSet<_> = paths
        .simple()
        .expect("a cost")
        .map(|path| nodes(&path))
        .collect();
    let (copy, start, goal) = (copy(), node(QUIET), node(MIDDLING));
    let place = |node: &NodeIndex| {
        let id = copy[*node];
        world().actors.binary_search(&id).expect("one of ours") as u32
    };
    let theirs: std::collections::BTreeSet<Vec<u32>> =
        all_simple_paths::<Vec<_>, _, std::hash::RandomState>(copy, start, goal, 0, Some(1))
            .map(|path| path.iter().map(place).collect())
            .collect();
    assert_eq!(ours, theirs);
    bencher.bench_local(|| black_box(&paths).simple().expect("a cost").count());
}
