//! What centrality costs, beside the same by plain loops over the rows: `PageRank` at the
//! size of ICEWS14 (7,128 actors, 90,730 events) and at a million events among two thousand
//! actors, and betweenness at a quarter of the size of ICEWS14, which takes a sixteenth of
//! the time. Their answers are compared first.
//!
//! `cargo bench --bench analysis`; with `-- --test` it runs each once.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a bench makes its own input"
)]

use std::collections::BTreeSet;
use std::sync::OnceLock;

use demarche::analysis::{Centrality, PageRank};
use demarche::query::{Answers, Network, Way};
use demarche::{ActorId, Graph, Leader};
use divan::{Bencher, black_box};

#[allow(dead_code, reason = "the other benches use the rest")]
mod world;

use world::{Dice, Row};

const ACTORS: u64 = 7_128;
const EVENTS: u64 = 90_730;
const MILLION: u64 = 1_000_000;

struct World {
    network: Network<'static>,
    actors: &'static [ActorId],
    rows: Vec<Row>,
}

fn main() {
    for world in [icews14(), million()] {
        let found = page_rank(world);
        agree(
            world,
            found.ranks(),
            &plain_page_rank(world, found.rounds()),
        );
    }
    divan::main();
}

fn agree(world: &World, found: &Answers<Centrality>, expected: &[f64]) {
    let scale = expected.iter().copied().fold(0.0, f64::max);
    for one in found {
        let actor = world.actors.iter().position(|&id| id == one.who().id());
        let expected = expected[actor.expect("an actor of the world")];
        assert!(
            (one.value() - expected).abs() <= 1e-8 * scale,
            "{one} for {expected}"
        );
    }
}

fn world(graph: (Graph, Vec<ActorId>), rows: Vec<Row>) -> World {
    let (graph, actors) = Box::leak(Box::new(graph));
    let network = graph.view().network().expect("few edges");
    // Sorted by pair when first asked.
    assert!(network.pair_count() > 0);
    World {
        network,
        actors,
        rows,
    }
}

fn million() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| {
        let graph = world::graph(MILLION).expect("the rows are well formed");
        world(graph, world::rows(MILLION))
    })
}

fn icews14() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| uneven(ACTORS, EVENTS))
}

fn quarter() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| uneven(ACTORS / 4, EVENTS / 4))
}

/// Few do much, and many do little.
fn uneven(actors: u64, events: u64) -> World {
    let mut dice = Dice::new(14);
    let mut few = |sides: u64| {
        let some = dice.roll(sides) + 1;
        let fewer = dice.roll(some) + 1;
        dice.roll(fewer)
    };
    let row = |nth| {
        let source = few(actors);
        let target = (source + 1 + few(actors - 1)) % actors;
        let code = ["010", "041", "112", "042"][nth as usize % 4];
        Row {
            source: source as usize,
            target: target as usize,
            code,
            day: world::FIRST,
        }
    };
    let rows: Vec<Row> = (0..events).map(row).collect();
    let mut graph = Graph::new();
    let mut add = |nth| graph.add(Leader::new(format!("Actor {nth}")));
    let ids: Vec<ActorId> = (0..actors)
        .map(|nth| add(nth).expect("a name").into())
        .collect();
    for &row in &rows {
        world::record(&mut graph, &ids, row).expect("a well-formed row");
    }
    world((graph, ids), rows)
}

fn page_rank(world: &World) -> demarche::analysis::PageRanks {
    world.network.page_rank(PageRank::new()).expect("in range")
}

/// A push along each row in every round.
fn plain_page_rank(world: &World, rounds: u32) -> Vec<f64> {
    let count = world.actors.len();
    let mut steps: Vec<(usize, usize)> = Vec::new();
    for row in &world.rows {
        steps.push((row.source, row.target));
        if row.code.starts_with("04") {
            steps.push((row.target, row.source));
        }
    }
    let (mut leaving, mut linked) = (vec![0.0; count], vec![false; count]);
    for &(from, to) in &steps {
        leaving[from] += 1.0;
        (linked[from], linked[to]) = (true, true);
    }
    let all = linked.iter().filter(|&&linked| linked).count() as f64;
    let start = linked
        .iter()
        .map(|&linked| f64::from(u8::from(linked)) / all);
    let mut ranks: Vec<f64> = start.collect();
    for _ in 0..rounds {
        let stuck: f64 = (0..count)
            .filter(|&at| leaving[at] == 0.0)
            .map(|at| ranks[at])
            .sum();
        let anywhere = (0.15 + 0.85 * stuck) / all;
        let mut next: Vec<f64> = linked
            .iter()
            .map(|&linked| f64::from(u8::from(linked)) * anywhere)
            .collect();
        for &(from, to) in &steps {
            next[to] += 0.85 * ranks[from] / leaving[from];
        }
        ranks = next;
    }
    ranks
}

/// Brandes' algorithm as printed, with lists of predecessors; whichever way.
fn plain_betweenness(world: &World) -> Vec<f64> {
    let count = world.actors.len();
    let mut around = vec![BTreeSet::new(); count];
    for row in &world.rows {
        around[row.source].insert(row.target);
        around[row.target].insert(row.source);
    }
    let around: Vec<Vec<usize>> = around.into_iter().map(Vec::from_iter).collect();
    let mut between = vec![0.0; count];
    for source in 0..count {
        let mut before: Vec<Vec<usize>> = vec![Vec::new(); count];
        let (mut paths, mut steps) = (vec![0.0; count], vec![usize::MAX; count]);
        (paths[source], steps[source]) = (1.0, 0);
        let mut queue = vec![source];
        let mut next = 0;
        while next < queue.len() {
            let here = queue[next];
            next += 1;
            for &there in &around[here] {
                if steps[there] == usize::MAX {
                    steps[there] = steps[here] + 1;
                    queue.push(there);
                }
                if steps[there] == steps[here] + 1 {
                    paths[there] += paths[here];
                    before[there].push(here);
                }
            }
        }
        let mut dependency = vec![0.0; count];
        for &there in queue.iter().skip(1).rev() {
            for &here in &before[there] {
                dependency[here] += paths[here] / paths[there] * (1.0 + dependency[there]);
            }
            between[there] += dependency[there] / 2.0;
        }
    }
    between
}

#[divan::bench(sample_count = 1, sample_size = 1)]
fn betweenness_quarter(bencher: Bencher) {
    let world = quarter();
    let found = world.network.betweenness(Way::Any);
    agree(world, &found, &plain_betweenness(world));
    bencher.bench(|| black_box(&world.network).betweenness(Way::Any));
}

#[divan::bench(sample_count = 1, sample_size = 1)]
fn betweenness_quarter_by_a_plain_loop(bencher: Bencher) {
    bencher.bench(|| plain_betweenness(black_box(quarter())));
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn page_rank_icews14(bencher: Bencher) {
    bencher.bench(|| page_rank(black_box(icews14())));
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn page_rank_icews14_by_a_plain_loop(bencher: Bencher) {
    let rounds = page_rank(icews14()).rounds();
    bencher.bench(|| plain_page_rank(black_box(icews14()), rounds));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn page_rank_million(bencher: Bencher) {
    bencher.bench(|| page_rank(black_box(million())));
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn page_rank_million_by_a_plain_loop(bencher: Bencher) {
    let rounds = page_rank(million()).rounds();
    bencher.bench(|| plain_page_rank(black_box(million()), rounds));
}
