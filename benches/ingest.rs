//! What reading costs: rows parsed one by one, whole files ingested, and formats told.
//!
//! `cargo bench --bench ingest`. The input is made up, in memory, lifelike in the width
//! of rows and the number of names; no row repeats another, so that caches win nothing.

#![allow(
    clippy::cast_possible_truncation,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a bench makes its own input"
)]

use std::fmt::Write;
use std::sync::OnceLock;

use demarche::Graph;
use demarche::ingest::FormatName;
use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};

#[path = "world/mod.rs"]
#[allow(dead_code, reason = "of it only the dice are needed")]
mod world;

use world::Dice;

/// Rows in each file.
const ROWS: u64 = 20_000;
const FORMATS: [FormatName; 5] = [
    FormatName::Icews,
    FormatName::Gdelt,
    FormatName::Quadruples,
    FormatName::Ftm,
    FormatName::Archigos,
];

fn main() {
    divan::main();
}

/// Rows alone: columns, dates, codes and numbers, but no graph.
#[divan::bench(args = FORMATS, sample_count = 10, sample_size = 1)]
fn read(bencher: Bencher, format: FormatName) {
    let file = file(format).as_bytes();
    bencher
        .counter(BytesCount::new(file.len()))
        .counter(ItemsCount::new(ROWS))
        .bench(|| {
            let mut reader = format.builder().from_reader(file).expect("a good file");
            let mut rows = 0_u64;
            while let Some(record) = reader.next_record().expect("good rows") {
                black_box(&record);
                rows += 1;
            }
            assert_eq!(rows, ROWS);
        });
}

/// Into an empty graph: reading, casting, folding, recording.
#[divan::bench(args = FORMATS, sample_count = 5, sample_size = 1)]
fn ingest(bencher: Bencher, format: FormatName) {
    let file = file(format).as_bytes();
    bencher
        .counter(BytesCount::new(file.len()))
        .counter(ItemsCount::new(ROWS))
        .with_inputs(Graph::new)
        .bench_local_values(|mut graph| {
            let reader = format.builder().from_reader(file).expect("a good file");
            let report = graph.ingest(reader).expect("good rows");
            assert_eq!((report.rows(), report.refused()), (ROWS, 0));
            graph
        });
}

/// Telling the format by the first MiB.
#[divan::bench(args = FORMATS)]
fn detect(bencher: Bencher, format: FormatName) {
    let file = file(format).as_bytes();
    let head = &file[..file.len().min(1 << 20)];
    assert_eq!(FormatName::detect_in(head), Some(format));
    bencher.bench(|| FormatName::detect_in(black_box(head)));
}

/// Made once for each format.
fn file(format: FormatName) -> &'static str {
    static FILES: [OnceLock<String>; FORMATS.len()] = [const { OnceLock::new() }; FORMATS.len()];
    let nth = FORMATS.iter().position(|&one| one == format);
    FILES[nth.expect("one of those above")].get_or_init(|| written(format))
}

fn written(format: FormatName) -> String {
    let mut dice = Dice::new(11);
    let mut file = match format {
        FormatName::Icews => ICEWS.replace('|', "\t"),
        FormatName::Archigos => "obsid,leadid,ccode,leader,startdate,enddate,exit\n".to_owned(),
        _ => String::new(),
    };
    for row in 0..ROWS {
        match format {
            FormatName::Icews => icews(&mut file, row, &mut dice),
            FormatName::Gdelt => gdelt(&mut file, row, &mut dice),
            FormatName::Quadruples => quadruple(&mut file, row, &mut dice),
            FormatName::Ftm => entity(&mut file, row, &mut dice),
            _ => spell(&mut file, row, &mut dice),
        }
        .expect("a text takes what is written");
    }
    file
}

const ICEWS: &str = "Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|\
    CAMEO Code|Intensity|Target Name|Target Sectors|Target Country|Story ID|Sentence Number|\
    Publisher|City|District|Province|Country|Latitude|Longitude\n";
const CODES: [&str; 8] = ["010", "040", "042", "043", "046", "112", "173", "190"];
const STATES: [(&str, &str, u16); 6] = [
    ("France", "FRA", 220),
    ("Turkey", "TUR", 640),
    ("Togo", "TGO", 461),
    ("Japan", "JPN", 740),
    ("India", "IND", 750),
    ("Poland", "POL", 290),
];

fn of<T: Copy>(all: &[T], dice: &mut Dice) -> T {
    all[dice.roll(all.len() as u64) as usize]
}

/// One of some thousands of names, few of which make most of the news.
fn person(dice: &mut Dice) -> String {
    let wide = dice.roll(4_000) + 1;
    format!("Person Number{}", dice.roll(wide))
}

/// A day of the ten years, in order of rows.
fn day(row: u64) -> (u64, u64, u64) {
    let nth = row * 3_360 / ROWS;
    (2010 + nth / 336, nth % 336 / 28 + 1, nth % 28 + 1)
}

fn icews(file: &mut String, row: u64, dice: &mut Dice) -> std::fmt::Result {
    let ((y, m, d), code) = (day(row), of(&CODES, dice));
    let (one, other) = (of(&STATES, dice).0, of(&STATES, dice).0);
    let (source, target) = (person(dice), person(dice));
    writeln!(
        file,
        "{row}\t{y}-{m:02}-{d:02}\t{source}\tExecutive,Government\t{one}\tTold\t{code}\t1.0\t\
         {target}\tParties,Government\t{other}\t{}\t{}\tPaper {}\tTown\tNA\tProvince\t{one}\t\
         48.5\t14.25",
        row / 3,
        dice.roll(6) + 1,
        dice.roll(90)
    )
}

fn gdelt(file: &mut String, row: u64, dice: &mut Dice) -> std::fmt::Result {
    let ((y, m, d), code) = (day(row), of(&CODES, dice));
    let actor = |dice: &mut Dice| {
        let code = of(&STATES, dice).1;
        format!(
            "{code}GOV\tPERSON {}\t{code}{}GOV\t\t",
            dice.roll(900),
            "\t".repeat(5)
        )
    };
    let (one, other) = (actor(dice), actor(dice));
    let root = &code[..2];
    let quad = match root {
        "01" | "04" => 1,
        "11" => 3,
        _ => 4,
    };
    let place = "4\tTown, Province, France\tFR\tFRA8\t16282\t48.8667\t2.33333\t-1456928\t";
    writeln!(
        file,
        "{row}\t{y}{m:02}{d:02}\t{y}{m:02}\t{y}\t{y}.5\t{one}\t{other}\t1\t{code}\t{code}\t{root}\t\
         {quad}\t1.0\t{}\t1\t4\t-2.5\t{place}{place}{place}{y}{m:02}{d:02}001500\t\
         https://paper{}.example/{y}/{}",
        dice.roll(30) + 1,
        dice.roll(90),
        row / 3
    )
}

fn quadruple(file: &mut String, row: u64, dice: &mut Dice) -> std::fmt::Result {
    let relation = of(
        &["Consult", "Make_a_visit", "Make_statement", "Accuse"],
        dice,
    );
    let ((y, m, d), one, other) = (day(row), person(dice), person(dice));
    writeln!(file, "{one}\t{relation}\t{other}\t{y}-{m:02}-{d:02}")
}

/// People, companies, and who owns what, one third each.
fn entity(file: &mut String, row: u64, dice: &mut Dice) -> std::fmt::Result {
    let (schema, properties) = match row % 3 {
        0 => (
            "Person",
            format!(r#""name": ["Person {row}", "P. {row}"], "nationality": ["fr"]"#),
        ),
        1 => (
            "Company",
            format!(r#""name": ["Mill {row}"], "jurisdiction": ["tr"]"#),
        ),
        _ => {
            let owner = dice.roll(row) / 3 * 3;
            let asset = dice.roll(row) / 3 * 3 + 1;
            let both = format!(r#""owner": ["e-{owner}"], "asset": ["e-{asset}"]"#);
            ("Ownership", format!(r#"{both}, "startDate": ["2016-03"]"#))
        }
    };
    writeln!(
        file,
        r#"{{"id": "e-{row}", "caption": "{row}", "schema": "{schema}", "properties": {{{properties}}}, "datasets": ["list"], "referents": [], "target": false, "first_seen": "2023-01-10T08:00:00", "last_seen": "2024-06-01T10:57:03"}}"#
    )
}

fn spell(file: &mut String, row: u64, dice: &mut Dice) -> std::fmt::Result {
    let ((y, m, d), code) = (day(row), of(&STATES, dice).2);
    writeln!(
        file,
        "S-{row},l-{row},{code},Leader {row},{y}-{m:02}-{d:02},2021-01-01,Regular"
    )
}
