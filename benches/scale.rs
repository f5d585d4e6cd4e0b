//! The questions of the example `scale` in small, at a million events among two thousand
//! actors, beside the same put to a graph of petgraph's with events as the weights of its
//! edges. The answers of both are compared first.
//!
//! `cargo bench --bench scale`; with `-- --test` it runs each once.

#![allow(
    clippy::cast_possible_truncation,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a bench makes its own input"
)]

use std::collections::HashMap;
use std::sync::OnceLock;

use demarche::query::Period;
use demarche::time::{Certainty, Window};
use demarche::{ActorId, Call, CodedEvent, Event, Graph, LeaderId, View};
use divan::{Bencher, black_box};
use jiff::civil::{Date, DateTime, date};

mod directed;
#[allow(dead_code, reason = "the other benches use the rest")]
mod world;

use directed::{Deed, Directed};
use world::Row;

const SIZE: u64 = 1_000_000;
const BUSIEST: usize = 0;
const MEDIAN: usize = 1_000;
const YEAR: (Date, Date) = (date(2015, 1, 1), date(2015, 12, 31));
const MONTH: (Date, Date) = (date(2015, 6, 1), date(2015, 6, 30));

fn main() {
    divan::main();
}

struct World {
    rows: Vec<Row>,
    graph: Graph,
    actors: Vec<ActorId>,
    plain: Directed,
}

/// Built once, and shared by the benches.
fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| {
        let rows = rows();
        let (mut graph, actors) = world::stage().expect("actors are well formed");
        record(&mut graph, &events(&rows, &actors));
        World {
            plain: Directed::new(&rows, actors.len()),
            rows,
            graph,
            actors,
        }
    })
}

/// Nobody does anything to himself.
fn rows() -> Vec<Row> {
    let mut rows = world::rows(SIZE);
    rows.retain(|row| row.source != row.target);
    rows
}

/// Made ahead, so that the clock runs for recording alone.
fn events(rows: &[Row], actors: &[ActorId]) -> Vec<CodedEvent> {
    let event = |row: &Row| {
        let code = row.code.parse().expect("a code");
        CodedEvent::new(code, actors[row.source], row.day).to(actors[row.target])
    };
    rows.iter().map(event).collect()
}

fn record(graph: &mut Graph, events: &[CodedEvent]) {
    let mut batch = graph.batch();
    for &event in events {
        batch.record(event, &[]).expect("room");
    }
}

fn during((first, last): (Date, Date)) -> View<'static> {
    let window = Window::try_from(first..=last).expect("in order");
    world().graph.during(window).expect("a window")
}

fn number_of(actor: ActorId) -> usize {
    static NUMBERS: OnceLock<HashMap<ActorId, usize>> = OnceLock::new();
    let numbers = NUMBERS.get_or_init(|| world().actors.iter().copied().zip(0..).collect());
    numbers[&actor]
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn build(bencher: Bencher) {
    let rows = rows();
    bencher
        .with_inputs(|| {
            let (graph, actors) = world::stage().expect("actors are well formed");
            (graph, events(&rows, &actors))
        })
        .bench_local_values(|(mut graph, events)| {
            record(&mut graph, &events);
            graph
        });
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn build_of_petgraph(bencher: Bencher) {
    let rows = rows();
    bencher.bench_local(|| Directed::new(&rows, world().actors.len()));
}

#[divan::bench]
fn window_count(bencher: Bencher) {
    let expected = world().plain.count(YEAR.0, YEAR.1);
    assert_eq!(during(YEAR).count(), expected);
    bencher.bench_local(|| during(black_box(YEAR)).count());
}

#[divan::bench(sample_count = 20)]
fn window_count_of_petgraph(bencher: Bencher) {
    bencher.bench_local(|| black_box(&world().plain).count(YEAR.0, YEAR.1));
}

#[divan::bench(args = [MEDIAN, BUSIEST])]
fn contacts_in_a_month(bencher: Bencher, actor: usize) {
    let ask = |view: View<'_>| view.who_talked_to(world().actors[actor]).expect("known");
    let contacts = ask(during(MONTH));
    let counts: HashMap<usize, usize> = contacts
        .iter()
        .map(|one| (number_of(one.who().id()), one.len()))
        .collect();
    assert_eq!(counts, world().plain.talks(actor, MONTH.0, MONTH.1));
    bencher.bench_local(|| ask(during(black_box(MONTH))));
}

#[divan::bench(args = [MEDIAN, BUSIEST])]
fn contacts_in_a_month_of_petgraph(bencher: Bencher, actor: usize) {
    bencher.bench_local(|| black_box(&world().plain).talks(actor, MONTH.0, MONTH.1));
}

fn deed(event: Event<'_>) -> Deed {
    let code = event.classification().code().expect("coded");
    let known = world::CODES
        .into_iter()
        .find(|&known| known == code.as_str());
    Deed {
        day: event.when().first_day().expect("dated"),
        code: known.expect("one of these"),
    }
}

/// The two of one event after another, far apart.
fn dyads() -> impl Iterator<Item = (usize, usize)> {
    let rows = &world().rows;
    (0..rows.len())
        .map(|nth| rows[nth * 7_919 % rows.len()])
        .map(|row| (row.source, row.target))
        .cycle()
}

fn first_between(view: &View<'static>, (one, other): (usize, usize)) -> Option<Event<'static>> {
    let actors = &world().actors;
    let mut events = view.between(actors[one], actors[other]).expect("known");
    events.next()
}

#[divan::bench(sample_count = 1_000)]
fn first_of_a_dyad(bencher: Bencher) {
    let view = world().graph.view();
    for (one, other) in dyads().take(1_000) {
        assert_eq!(
            first_between(&view, (one, other)).map(deed),
            world().plain.first(one, other)
        );
    }
    let mut dyads = dyads();
    bencher
        .with_inputs(|| dyads.next().unwrap_or_default())
        .bench_local_values(|dyad| first_between(&view, dyad));
}

#[divan::bench(sample_count = 1_000)]
fn first_of_a_dyad_of_petgraph(bencher: Bencher) {
    let mut dyads = dyads();
    bencher
        .with_inputs(|| dyads.next().unwrap_or_default())
        .bench_local_values(|(one, other)| world().plain.first(one, other));
}

#[divan::bench(sample_count = 20)]
fn by_code_and_month(bencher: Bencher) {
    let view = world().graph.view();
    let counts = view.counts(Period::Month);
    let expected = world().plain.by_code_and_month();
    assert_eq!(counts.rows().len(), expected.len());
    for row in counts.rows() {
        let month = row.period().first_day();
        let code = row.code().expect("coded");
        let known = expected.get(&(month.year(), month.month(), code.as_str()));
        assert_eq!(known, Some(&row.events()), "{row}");
    }
    bencher.bench_local(|| black_box(&view).counts(Period::Month));
}

#[divan::bench(sample_count = 20)]
fn by_code_and_month_of_petgraph(bencher: Bencher) {
    bencher.bench_local(|| black_box(&world().plain).by_code_and_month());
}

/// Within a year, of a network that is made before.
#[divan::bench(sample_count = 20)]
fn earliest_arrival(bencher: Bencher) {
    let network = during(YEAR).network().expect("few enough");
    let journeys = network.journeys().at_least(Certainty::Certain);
    let from = world().actors[BUSIEST];
    let reach = journeys.from(from).expect("known");
    let mut found = vec![None; world().actors.len()];
    for one in &reach.all() {
        found[number_of(one.who().id())] = one.certainly().map(DateTime::date);
    }
    let expected = world().plain.arrivals(BUSIEST, YEAR.0, YEAR.1);
    assert!(found == expected, "the arrivals differ");
    bencher.bench_local(|| black_box(&journeys).from(from));
}

/// The same from the graph on.
#[divan::bench(sample_count = 20)]
fn earliest_arrival_at_first(bencher: Bencher) {
    bencher.bench_local(|| {
        let network = during(black_box(YEAR)).network().expect("few enough");
        let journeys = network.journeys().at_least(Certainty::Certain);
        let reach = journeys.from(world().actors[BUSIEST]).expect("known");
        reach.count(Certainty::Certain)
    });
}

#[divan::bench(sample_count = 20)]
fn earliest_arrival_of_petgraph(bencher: Bencher) {
    bencher.bench_local(|| black_box(&world().plain).arrivals(BUSIEST, YEAR.0, YEAR.1));
}

/// One event more, and then when the two first had to do with one another.
#[divan::bench(sample_count = 2_000)]
fn record_then_ask(bencher: Bencher) {
    let mut graph = world().graph.clone();
    let mut dyads = dyads();
    let leader = |nth: usize| -> LeaderId {
        let actor = world().actors[nth];
        world().graph.leader(actor).expect("all are leaders")
    };
    bencher
        .with_inputs(|| dyads.next().unwrap_or_default())
        .bench_local_values(|(one, other)| {
            let (one, other) = (leader(one), leader(other));
            let call = Call::between(one, other).on(YEAR.0);
            graph.record(call).expect("a well-formed call");
            let first = graph.view().between(one, other).expect("known").next();
            first.map(Event::id)
        });
}

#[divan::bench(sample_count = 2_000)]
fn record_then_ask_of_petgraph(bencher: Bencher) {
    let mut plain = world().plain.clone();
    let mut dyads = dyads();
    bencher
        .with_inputs(|| dyads.next().unwrap_or_default())
        .bench_local_values(|(source, target)| {
            let (code, day) = ("041", YEAR.0);
            plain.record(Row {
                source,
                target,
                code,
                day,
            });
            plain.first(source, target)
        });
}
