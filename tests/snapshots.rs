//! Many threads ask snapshots while one records: every answer is that of a loop over what
//! had been recorded by then.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "helpers of tests stand outside them"
)]

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use demarche::model::codes::CameoCode;
use demarche::query::Period;
use demarche::time::Window;
use demarche::{Accusation, ActorId, Call, CodedEvent, Graph, Leader, LeaderId, Statement};
use jiff::ToSpan;
use jiff::civil::{Date, date};

const ACTORS: usize = 12;
const ROWS: usize = 4_000;
const READERS: u64 = 4;
const FIRST: Date = date(2021, 1, 1);
const DAYS: usize = 300;
/// So many rows are recorded together, which is more than wait to be put in columns.
const BATCH: usize = 700;

/// A snapshot, and how many rows had been recorded by then.
type Published = Mutex<Arc<(Graph, usize)>>;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Deed {
    Call,
    Statement,
    Accusation,
}

#[derive(Clone, Debug)]
struct Row {
    deed: Deed,
    who: Vec<usize>,
    /// Some day within.
    days: (Date, Date),
}

impl Row {
    fn drawn(dice: &mut Dice) -> Self {
        let deed = [Deed::Call, Deed::Statement, Deed::Accusation][dice.below(3)];
        let many = match deed {
            Deed::Call => 2 + dice.below(2),
            Deed::Accusation => 2,
            Deed::Statement => 1,
        };
        let first = dice.below(ACTORS);
        let who = (0..many).map(|nth| (first + nth * (1 + dice.below(3))) % ACTORS);
        let mut who: Vec<usize> = who.collect();
        who.dedup();
        if who.len() < many {
            who = (0..many).map(|nth| (first + nth) % ACTORS).collect();
        }
        let day = FIRST + i64::try_from(dice.below(DAYS)).unwrap().days();
        let month = (day.first_of_month(), day.last_of_month());
        // One of five is known by its month alone.
        let days = if dice.below(5) == 0 {
            month
        } else {
            (day, day)
        };
        Self { deed, who, days }
    }

    fn has(&self, actor: usize) -> bool {
        self.who.contains(&actor)
    }

    fn meets(&self, from: Date, until: Date) -> bool {
        self.days.0 <= until && from <= self.days.1
    }

    fn record(&self, graph: &mut Graph, actors: &[LeaderId]) {
        let who: Vec<LeaderId> = self.who.iter().map(|&nth| actors[nth]).collect();
        let when = if self.days.0 == self.days.1 {
            self.days.0.to_string()
        } else {
            self.days.0.strftime("%Y-%m").to_string()
        };
        let recorded = match self.deed {
            Deed::Call if who.len() == 3 => {
                graph.record(Call::between(who[0], who[1]).joined_by(who[2]).on(&*when))
            }
            Deed::Call => graph.record(Call::between(who[0], who[1]).on(&*when)),
            Deed::Statement => graph.record(Statement::by(who[0]).on(&*when)),
            Deed::Accusation => graph.record(Accusation::by(who[0]).against(who[1]).on(&*when)),
        };
        recorded.unwrap();
    }
}

/// The five questions, put to a snapshot and to the rows that it was made of.
fn check(graph: &Graph, rows: &[Row], actors: &[LeaderId], dice: &mut Dice) {
    let day = |dice: &mut Dice| FIRST + i64::try_from(dice.below(DAYS)).unwrap().days();
    let (one_day, other_day) = (day(dice), day(dice));
    let (from, until) = (one_day.min(other_day), one_day.max(other_day));
    let one = dice.below(ACTORS);
    let other = (one + 1 + dice.below(ACTORS - 1)) % ACTORS;
    let window = graph
        .during(Window::try_from(from..=until).unwrap())
        .unwrap();

    let meeting = || rows.iter().filter(|row| row.meets(from, until));
    assert_eq!(graph.event_count(), rows.len());
    assert_eq!(window.count(), meeting().count());

    let mut partners: BTreeMap<ActorId, usize> = BTreeMap::new();
    let talks = |row: &&Row| row.deed == Deed::Call && row.has(one);
    for row in meeting().filter(talks) {
        for &who in row.who.iter().filter(|&&who| who != one) {
            *partners.entry(actors[who].into()).or_default() += 1;
        }
    }
    let contacts = window.who_talked_to(actors[one]).unwrap();
    let contacts = contacts.iter().map(|one| (one.who().id(), one.len()));
    let contacts: BTreeMap<ActorId, usize> = contacts.collect();
    assert_eq!(contacts, partners);

    let view = graph.view();
    let both = || rows.iter().filter(|row| row.has(one) && row.has(other));
    let between = view.between(actors[one], actors[other]).unwrap();
    assert_eq!(between.count(), both().count());

    let last = view.last_contact(actors[one], actors[other]).unwrap();
    let calls = both().filter(|row| row.deed == Deed::Call);
    assert_eq!(
        last.and_then(|talk| talk.when().last_day()),
        calls.map(|row| row.days.1).max()
    );

    let counts = view.counts(Period::Month);
    let mut months: BTreeMap<Date, usize> = BTreeMap::new();
    for row in counts.rows() {
        *months.entry(row.period().first_day()).or_default() += row.events();
    }
    let mut expected: BTreeMap<Date, usize> = BTreeMap::new();
    for row in rows {
        *expected.entry(row.days.0.first_of_month()).or_default() += 1;
    }
    assert_eq!(months, expected);
}

fn read(
    seed: u64,
    published: &Published,
    rows: &[Row],
    actors: &[LeaderId],
    asked: &AtomicUsize,
    over: &AtomicBool,
) {
    let mut dice = Dice(seed);
    let newest = || Arc::clone(&published.lock().unwrap());
    let kept = newest();
    loop {
        // The one asked last is the whole.
        let is_last = over.load(Ordering::Acquire);
        let snapshot = newest();
        check(&snapshot.0, &rows[..snapshot.1], actors, &mut dice);
        asked.fetch_add(1, Ordering::Relaxed);
        if is_last {
            break;
        }
    }
    check(&kept.0, &rows[..kept.1], actors, &mut dice);
}

#[test]
fn every_answer_is_that_of_what_was_recorded_by_then() {
    let mut dice = Dice(5);
    let rows: Vec<Row> = (0..ROWS).map(|_| Row::drawn(&mut dice)).collect();
    let mut graph = Graph::new();
    let names = (0..ACTORS).map(|nth| format!("Actor {nth}"));
    let actors: Vec<LeaderId> = names
        .map(|name| graph.add(Leader::new(name)).unwrap())
        .collect();
    let published = Mutex::new(Arc::new((graph.clone(), 0)));
    let (asked, over) = (AtomicUsize::new(0), AtomicBool::new(false));
    thread::scope(|scope| {
        let readers: Vec<_> = (1..=READERS)
            .map(|seed| {
                let (published, rows, actors) = (&published, &rows, &actors);
                let (asked, over) = (&asked, &over);
                scope.spawn(move || read(seed, published, rows, actors, asked, over))
            })
            .collect();
        let publish = |graph: &Graph, many: usize| {
            *published.lock().unwrap() = Arc::new((graph.clone(), many));
        };
        for (nth, row) in rows.iter().enumerate() {
            row.record(&mut graph, &actors);
            publish(&graph, nth + 1);
            if nth == ROWS / 2 {
                graph.compact();
                publish(&graph, nth + 1);
            }
            // So that questions are asked all along, and not just at the end.
            while asked.load(Ordering::Relaxed) < nth / 20
                && !readers.iter().any(thread::ScopedJoinHandle::is_finished)
            {
                thread::yield_now();
            }
        }
        over.store(true, Ordering::Release);
    });
    assert!(asked.into_inner() >= ROWS / 20);
    graph.audit().unwrap();
}

/// What is recorded together shows together.
#[test]
fn a_batch_shows_whole_or_not_at_all() {
    let mut graph = Graph::new();
    let [one, other] = ["One", "Other"].map(|name| graph.add(Leader::new(name)).unwrap());
    let published = Mutex::new(Arc::new((graph.clone(), 0)));
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        for _ in 0..READERS {
            scope.spawn(|| {
                while !over.load(Ordering::Acquire) {
                    let snapshot = Arc::clone(&published.lock().unwrap());
                    let (graph, batches) = &*snapshot;
                    let calls = graph.view().between(one, other).unwrap().count();
                    assert_eq!(calls, batches * BATCH);
                    assert_eq!(graph.during("2021").unwrap().count(), batches * BATCH);
                }
            });
        }
        for batches in 1..=10 {
            let mut batch = graph.batch();
            for nth in 0..BATCH {
                let day = FIRST + i64::try_from(nth % DAYS).unwrap().days();
                let call = CodedEvent::new(CameoCode::CONSULT_PHONE, one, day).to(other);
                batch.record(call, &[]).unwrap();
            }
            batch.finish();
            *published.lock().unwrap() = Arc::new((graph.clone(), batches));
        }
        over.store(true, Ordering::Release);
    });
}

/// A small generator with a seed (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn below(&mut self, many: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % many as u64).unwrap()
    }
}
