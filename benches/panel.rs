//! What a panel of dyads and months costs, at the size of ICEWS14 and at a million
//! events, beside a plain loop over rows; and what writing a million cells does.
//!
//! `cargo bench --bench panel`; `cargo bench --bench panel -- --test` runs each once.
//! The panel and the plain loop are held equal, cell by cell, before either is timed.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a bench makes its own input"
)]

use std::collections::HashMap;
use std::sync::OnceLock;

use demarche::model::codes::{CameoCode, Quad, Reading};
use demarche::query::{Alike, Panel, Period};
use demarche::{ActorId, Graph};
use divan::{Bencher, black_box};
use jiff::civil::Date;

mod world;

use world::Row;

/// About the size of ICEWS14, and a million.
const SIZES: [u64; 2] = [90_000, 1_000_000];

fn main() {
    divan::main();
}

struct World {
    graph: Graph,
    actors: Vec<ActorId>,
    rows: Vec<Row>,
}

/// Built once for each size, checked, and shared by the benches.
fn world(size: u64) -> &'static World {
    static WORLDS: [OnceLock<World>; 2] = [const { OnceLock::new() }; 2];
    WORLDS[usize::from(size != SIZES[0])].get_or_init(|| {
        let (graph, actors) = world::graph(size).expect("the rows are well formed");
        let rows = world::rows(size);
        let world = World {
            graph,
            actors,
            rows,
        };
        check(&world);
        world
    })
}

fn panel(world: &World) -> Panel {
    world.graph.view().panel(Period::Month).directed().build()
}

/// What a plain loop keeps of a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Plain {
    events: u32,
    quads: [u32; 4],
    scored: u32,
    sum: f64,
}

type Key = (usize, usize, i32);

fn month(day: Date) -> i32 {
    i32::from(day.year()) * 12 + i32::from(day.month()) - 1
}

/// The quad class and the score of a code.
type Read = HashMap<&'static str, (Option<Quad>, Option<f64>)>;

fn read() -> Read {
    let read = |code: CameoCode| (code.quad(Reading::Cameo), code.goldstein());
    let codes = world::CODES.iter();
    codes
        .map(|&text| (text, read(text.parse().expect("a code"))))
        .collect()
}

/// The panel by a plain loop over rows: a table by dyad and month.
fn plain(rows: &[Row], read: &Read) -> HashMap<Key, Plain> {
    let mut cells: HashMap<Key, Plain> = HashMap::new();
    for row in rows {
        let cell = cells
            .entry((row.source, row.target, month(row.day)))
            .or_default();
        let (quad, score) = read[row.code];
        cell.events += 1;
        if let Some(quad) = quad {
            cell.quads[usize::from(quad.number()) - 1] += 1;
        }
        if let Some(score) = score {
            cell.scored += 1;
            cell.sum += score;
        }
    }
    cells
}

/// Fails unless the panel is what the plain loop finds.
fn check(world: &World) {
    let panel = panel(world);
    let numbers: HashMap<ActorId, usize> = world.actors.iter().copied().zip(0..).collect();
    let found: HashMap<Key, Plain> = panel
        .rows()
        .filter(|row| !row.cell().is_zero())
        .map(|row| {
            let cell = row.cell();
            let number = |who: &demarche::query::Who| numbers[&who.id()];
            let key = (
                number(row.one()),
                number(row.other()),
                month(row.stretch().first_day()),
            );
            let quads: Vec<u32> = Quad::all().map(|quad| cell.quad(quad) as u32).collect();
            let plain = Plain {
                events: cell.count() as u32,
                quads: quads.try_into().expect("four"),
                scored: cell.scored() as u32,
                sum: cell.sum(),
            };
            (key, plain)
        })
        .collect();
    assert!(
        found == plain(&world.rows, &read()),
        "the panel is not what a plain loop finds"
    );
}

#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn monthly_panel(bencher: Bencher, size: u64) {
    let world = world(size);
    bencher.bench(|| panel(black_box(world)));
}

/// With a filter, of undirected dyads, and normalised by volume.
#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn monthly_panel_one_a_day_per_thousand(bencher: Bencher, size: u64) {
    let world = world(size);
    let view = world.graph.view();
    bencher.bench(|| {
        let panel = black_box(&view).panel(Period::Month);
        panel.one_a_day(Alike::Code).per_thousand().build()
    });
}

#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn monthly_panel_by_a_plain_loop(bencher: Bencher, size: u64) {
    let (world, read) = (world(size), read());
    bencher.bench(|| plain(black_box(&world.rows), &read));
}

/// The scan alone: how many events the view has.
#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn count_of_all(bencher: Bencher, size: u64) {
    let view = world(size).graph.view();
    bencher.bench(|| black_box(&view).count());
}

/// All pairs of the most active actors, over ten years: a million cells.
fn million() -> &'static Panel {
    static PANEL: OnceLock<Panel> = OnceLock::new();
    PANEL.get_or_init(|| {
        let world = world(SIZES[1]);
        let view = world
            .graph
            .during("2010-01-01/2019-12-31")
            .expect("a window");
        let pairs = view
            .panel(Period::Month)
            .directed()
            .among(world.actors[..92].iter().copied());
        let panel = pairs.expect("they are there").build();
        assert_eq!(panel.len(), 92 * 91 * 120);
        panel
    })
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn million_cells_as_csv(bencher: Bencher) {
    let panel = million();
    bencher.bench(|| {
        let mut written = Counting(0);
        black_box(panel)
            .write_csv(&mut written)
            .expect("it takes all");
        written.0
    });
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn million_cells_summed(bencher: Bencher) {
    let panel = million();
    let sum = || -> usize { black_box(panel).rows().map(|row| row.cell().count()).sum() };
    assert_eq!(sum(), panel.total());
    bencher.bench(sum);
}

/// Looking up one cell.
#[divan::bench]
fn one_cell(bencher: Bencher) {
    let (panel, actors) = (million(), &world(SIZES[1]).actors);
    let month = jiff::civil::date(2015, 6, 1);
    bencher.bench(|| {
        let cell = black_box(panel).cell(actors[3], actors[4], month);
        cell.expect("a day").map(demarche::query::Cell::count)
    });
}

/// A writer that counts what it is given.
struct Counting(usize);

impl std::io::Write for Counting {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += black_box(bytes).len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
