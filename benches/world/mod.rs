//! Synthetic events: who is active follows a power law, the mix of codes is about
//! that of coded news, and days run over ten years.

use demarche::{ActorId, Graph, Leader, NewEvent, Result};
use jiff::ToSpan;
use jiff::civil::{Date, date};

/// The first day of the ten years.
pub(crate) const FIRST: Date = date(2010, 1, 1);
const DAYS: u64 = 3_650;
const ACTORS: u64 = 2_000;
/// About the mix of ICEWS: consultations, statements, accusations, agreements.
pub(crate) const CODES: [&str; 12] = [
    "010", "040", "041", "042", "043", "046", "036", "112", "111", "173", "190", "057",
];

/// One event: who, whom, what, on which day.
#[derive(Clone, Copy)]
pub(crate) struct Row {
    pub(crate) source: usize,
    pub(crate) target: usize,
    pub(crate) code: &'static str,
    pub(crate) day: Date,
}

/// A small generator with a fixed seed (`SplitMix64`), so that runs compare.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % sides
    }

    /// An actor: few are in most of the news.
    fn actor(&mut self) -> usize {
        let wide = self.roll(ACTORS) + 1;
        usize::try_from(self.roll(wide)).unwrap_or_default()
    }
}

/// So many events in order of time.
pub(crate) fn rows(count: u64) -> Vec<Row> {
    let mut dice = Dice::new(7);
    (0..count)
        .map(|nth| {
            let source = dice.actor();
            let target = (source + 1 + dice.actor()) % ACTORS as usize;
            Row {
                source,
                target,
                code: CODES[dice.roll(CODES.len() as u64) as usize],
                day: FIRST + i64::try_from(nth * DAYS / count).unwrap_or_default().days(),
            }
        })
        .collect()
}

/// A graph with the actors and no event.
pub(crate) fn stage() -> Result<(Graph, Vec<ActorId>)> {
    let mut graph = Graph::new();
    let actors = (0..ACTORS)
        .map(|nth| {
            graph
                .add(Leader::new(format!("Actor {nth}")))
                .map(ActorId::from)
        })
        .collect::<Result<_>>()?;
    Ok((graph, actors))
}

/// Records one row.
pub(crate) fn record(graph: &mut Graph, actors: &[ActorId], row: Row) -> Result<()> {
    let event = NewEvent::coded(row.code)?
        .from(actors[row.source])
        .to(actors[row.target])
        .on(row.day);
    graph.record(event).map(drop)
}

/// A graph of so many events.
pub(crate) fn graph(count: u64) -> Result<(Graph, Vec<ActorId>)> {
    let (mut graph, actors) = stage()?;
    for row in rows(count) {
        record(&mut graph, &actors, row)?;
    }
    Ok((graph, actors))
}
