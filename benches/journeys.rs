//! What journeys cost, at a million events and at the size of ICEWS14.
//!
//! Dates are exact, and a step needs a later day than the last (what is certain of days);
//! a plain loop over sorted rows answers the same. Their answers are compared first.

#![allow(
    clippy::cast_possible_truncation,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a bench makes its own input"
)]

use std::sync::OnceLock;

use demarche::query::Network;
use demarche::time::Certainty;
use demarche::{ActorId, Graph};
use divan::{Bencher, black_box};
use jiff::civil::Date;

mod world;

/// About as many as ICEWS14 has, and a million.
const SIZES: [u64; 2] = [90_730, 1_000_000];

fn main() {
    divan::main();
}

/// A row of the plain loop: a day by number, who and whom.
type Plain = (i32, u32, u32);

struct World {
    graph: Graph,
    actors: Vec<ActorId>,
    plain: Vec<Plain>,
}

fn number(day: Date) -> i32 {
    let since = day.duration_since(world::FIRST);
    i32::try_from(since.as_hours() / 24).expect("ten years")
}

/// Built once for each size, and shared by the benches.
fn world(size: u64) -> &'static World {
    static WORLDS: [OnceLock<World>; 2] = [const { OnceLock::new() }; 2];
    let nth = SIZES
        .iter()
        .position(|&one| one == size)
        .unwrap_or_default();
    WORLDS[nth].get_or_init(|| {
        let (graph, actors) = world::graph(size).expect("the rows are well formed");
        let rows = world::rows(size);
        let plain = rows
            .iter()
            .map(|row| (number(row.day), row.source as u32, row.target as u32))
            .collect();
        World {
            graph,
            actors,
            plain,
        }
    })
}

fn network(size: u64) -> &'static Network<'static> {
    static NETWORKS: [OnceLock<Network<'static>>; 2] = [const { OnceLock::new() }; 2];
    let nth = SIZES
        .iter()
        .position(|&one| one == size)
        .unwrap_or_default();
    NETWORKS[nth].get_or_init(|| {
        let network = world(size).graph.view().network().expect("few enough");
        // Laid out when first asked.
        assert!(network.edge_count() > 0);
        network
    })
}

/// The day on which each actor is reached, by one pass over rows in order of time; within
/// a day nothing passes on. Word passes from source to target, and back in talks alone:
/// here either way, as the network is asked.
fn by_a_loop(plain: &[Plain], actors: usize, from: usize) -> Vec<i32> {
    let mut reached = vec![i32::MAX; actors];
    reached[from] = i32::MIN;
    for &(day, one, other) in plain {
        let (one, other) = (one as usize, other as usize);
        if reached[one] < day && day < reached[other] {
            reached[other] = day;
        } else if reached[other] < day && day < reached[one] {
            reached[one] = day;
        }
    }
    reached
}

fn earliest_arrival(
    bencher: Bencher<'_, '_>,
    size: u64,
    first: i32,
    last: i32,
    window: Option<&str>,
) {
    let world = world(size);
    let windowed;
    let network = match window {
        None => network(size),
        Some(window) => {
            let view = world.graph.during(window).expect("a window");
            windowed = view.network().expect("few enough");
            &windowed
        }
    };
    let journeys = network
        .journeys()
        .taking(demarche::query::Way::Any)
        .at_least(Certainty::Certain);
    let from = world.actors[0];
    let rows: Vec<Plain> = world
        .plain
        .iter()
        .copied()
        .filter(|row| (first..=last).contains(&row.0))
        .collect();
    let expected = by_a_loop(&rows, world.actors.len(), 0);
    let expected = expected.iter().skip(1).filter(|day| **day != i32::MAX);
    let reach = journeys.from(from).expect("an actor");
    assert_eq!(reach.count(Certainty::Certain), expected.clone().count());
    let mut days: Vec<i32> = expected.copied().collect();
    days.sort_unstable();
    for (day, many) in reach.growth(Certainty::Certain) {
        assert_eq!(days.partition_point(|known| *known <= number(day)), many);
    }
    bencher.bench_local(|| black_box(&journeys).from(from));
}

/// Earliest arrival to all, over ten years.
#[divan::bench(args = SIZES)]
fn earliest_arrival_to_all(bencher: Bencher, size: u64) {
    earliest_arrival(bencher, size, i32::MIN, i32::MAX, None);
}

/// The same by the plain loop.
#[divan::bench(args = SIZES)]
fn earliest_arrival_to_all_by_a_loop(bencher: Bencher, size: u64) {
    let world = world(size);
    bencher.bench(|| by_a_loop(black_box(&world.plain), world.actors.len(), 0));
}

/// Where word may pass on within a day, too: what is possible.
#[divan::bench(args = SIZES)]
fn possible_arrival_to_all(bencher: Bencher, size: u64) {
    let network = network(size);
    let journeys = network.journeys().taking(demarche::query::Way::Any);
    let from = world(size).actors[0];
    let possible = journeys.from(from).expect("an actor");
    assert_eq!(
        possible.count(Certainty::Possible),
        world(size).actors.len() - 1
    );
    bencher.bench_local(|| black_box(&journeys).from(from));
}

/// Who can be reached within thirty days, the network of which is laid out already.
#[divan::bench(args = SIZES)]
fn reachable_in_thirty_days(bencher: Bencher, size: u64) {
    let first = number(jiff::civil::date(2015, 6, 1));
    let window = Some("2015-06-01/2015-06-30");
    earliest_arrival(bencher, size, first, first + 29, window);
}

/// The same from the graph: laying out the network of thirty days and asking it.
#[divan::bench(args = SIZES)]
fn reachable_in_thirty_days_from_the_graph(bencher: Bencher, size: u64) {
    let world = world(size);
    let view = world
        .graph
        .during("2015-06-01/2015-06-30")
        .expect("a window");
    bencher.bench_local(|| {
        let network = view.network().expect("few enough");
        let journeys = network.journeys().at_least(Certainty::Certain);
        journeys
            .from(world.actors[0])
            .map(|reach| reach.count(Certainty::Certain))
    });
}

/// Laying out the whole.
#[divan::bench(args = SIZES, sample_count = 5)]
fn lay_out_the_network(bencher: Bencher, size: u64) {
    let view = world(size).graph.view();
    bencher.bench_local(|| view.network().map(|network| network.edge_count()));
}

/// Making a timetable of it ready, which the first question does.
#[divan::bench(args = SIZES, sample_count = 5)]
fn make_ready(bencher: Bencher, size: u64) {
    let network = network(size);
    let from = world(size).actors[0];
    bencher.bench_local(|| {
        let journeys = network.journeys().at_least(Certainty::Certain);
        journeys
            .from(from)
            .map(|reach| reach.count(Certainty::Certain))
    });
}

/// One journey of a pair: earliest, fewest steps, fastest.
#[divan::bench(args = SIZES, sample_count = 10)]
fn earliest_journey(bencher: Bencher, size: u64) {
    let journeys = network(size).journeys().at_least(Certainty::Certain);
    let (from, to) = (world(size).actors[1_000], world(size).actors[1_900]);
    bencher.bench_local(|| journeys.between(from, to)?.earliest());
}

/// See above.
#[divan::bench(args = SIZES, sample_count = 10)]
fn fewest_steps(bencher: Bencher, size: u64) {
    let journeys = network(size).journeys().at_least(Certainty::Certain);
    let (from, to) = (world(size).actors[1_000], world(size).actors[1_900]);
    bencher.bench_local(|| journeys.between(from, to)?.fewest());
}

/// See above.
#[divan::bench(args = SIZES, sample_count = 10)]
fn fastest_journey(bencher: Bencher, size: u64) {
    let journeys = network(size).journeys().at_least(Certainty::Certain);
    let (from, to) = (world(size).actors[1_000], world(size).actors[1_900]);
    bencher.bench_local(|| journeys.between(from, to)?.fastest());
}
