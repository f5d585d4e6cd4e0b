//! What recording and asking cost, at 10 thousand, 100 thousand and a million
//! events: recording one event is to grow with the logarithm, a question in a
//! window with what is in the window.
//!
//! `cargo bench`; `cargo bench -- --test` runs each once. Where a plain loop
//! stands beside a question, their answers are compared first.

#![allow(
    clippy::cast_possible_truncation,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a bench makes its own input"
)]

use std::sync::OnceLock;

use demarche::{ActorId, Call, Graph, Leader};
use divan::{Bencher, black_box};

mod world;

use world::Row;

const SIZES: [u64; 3] = [10_000, 100_000, 1_000_000];

fn main() {
    divan::main();
}

struct World {
    graph: Graph,
    actors: Vec<ActorId>,
    rows: Vec<Row>,
}

/// Built once for each size, and shared by the benches.
fn world(size: u64) -> &'static World {
    static WORLDS: [OnceLock<World>; 3] = [const { OnceLock::new() }; 3];
    let nth = SIZES
        .iter()
        .position(|&one| one == size)
        .unwrap_or_default();
    WORLDS[nth].get_or_init(|| {
        let (graph, actors) = world::graph(size).expect("the rows are well formed");
        World {
            graph,
            actors,
            rows: world::rows(size),
        }
    })
}

/// Building the whole graph, event by event; divide by the size for one event.
#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn build(bencher: Bencher, size: u64) {
    let rows = world::rows(size);
    bencher
        .counter(divan::counter::ItemsCount::new(size))
        .with_inputs(|| world::stage().expect("actors are well formed"))
        .bench_local_values(|(mut graph, actors)| {
            for &row in &rows {
                world::record(&mut graph, &actors, row).expect("the rows are well formed");
            }
            graph
        });
}

/// One more event into a graph that is there, a question asked in between: the
/// two alternate freely.
#[divan::bench(args = SIZES, sample_count = 50)]
fn record_then_ask(bencher: Bencher, size: u64) {
    let mut graph = world(size).graph.clone();
    let one = graph.add(Leader::new("One")).expect("a name");
    let other = graph.add(Leader::new("Other")).expect("a name");
    bencher.bench_local(|| {
        let call = Call::between(one, other).on("2021-11-15");
        graph.record(call).expect("a well-formed call");
        graph
            .view()
            .last_contact(one, other)
            .expect("both are there")
    });
}

/// How many events in a day: about size / 3,650.
#[divan::bench(args = SIZES)]
fn events_of_a_day(bencher: Bencher, size: u64) {
    let world = world(size);
    let view = world.graph.during("2015-06-15").expect("a day");
    let day = jiff::civil::date(2015, 6, 15);
    assert_eq!(
        view.count(),
        world.rows.iter().filter(|row| row.day == day).count()
    );
    bencher.bench(|| black_box(&view).count());
}

/// The same by a loop over all events: it grows with the graph.
#[divan::bench(args = SIZES)]
fn events_of_a_day_by_a_loop(bencher: Bencher, size: u64) {
    let world = world(size);
    let day = jiff::civil::date(2015, 6, 15);
    bencher.bench(|| {
        black_box(&world.rows)
            .iter()
            .filter(|row| row.day == day)
            .count()
    });
}

/// Who talked in a month to an actor of middling activity.
#[divan::bench(args = SIZES)]
fn contacts_in_a_month(bencher: Bencher, size: u64) {
    let world = world(size);
    let actor = world.actors[1_000];
    let view = world.graph.during("2015-06").expect("a month");
    bencher.bench(|| black_box(&view).who_talked_to(actor));
}

/// Who talked in a month to the most active actor.
#[divan::bench(args = SIZES)]
fn contacts_in_a_month_of_the_busiest(bencher: Bencher, size: u64) {
    let world = world(size);
    let view = world.graph.during("2015-06").expect("a month");
    bencher.bench(|| black_box(&view).who_talked_to(world.actors[0]));
}

/// The talks of a pair, ever.
#[divan::bench(args = SIZES)]
fn talks_of_a_pair(bencher: Bencher, size: u64) {
    let world = world(size);
    let view = world.graph.view();
    bencher.bench(|| black_box(&view).talks_of(world.actors[3], world.actors[4]));
}

/// A snapshot.
#[divan::bench(args = SIZES)]
fn snapshot(bencher: Bencher, size: u64) {
    let world = world(size);
    bencher.bench(|| black_box(&world.graph).clone());
}
