//! The events that other systems were measured on: 20 relations between 20,000 actors
//! over 3,650 days. Few actors are in most of the news.

use demarche::{ActorId, Graph, Leader, NewEvent, Result};
use jiff::ToSpan;
use jiff::civil::date;

pub(crate) const ACTORS: u32 = 20_000;
const DAYS: u64 = 3_650;

/// One of each of CAMEO's twenty.
pub(crate) const CODES: [&str; 20] = [
    "010", "020", "030", "041", "050", "060", "070", "080", "090", "100", "112", "120", "130",
    "140", "150", "160", "170", "180", "190", "200",
];

/// The place of a code among those: a call, an accusation.
pub(crate) const CALL: u8 = 3;
pub(crate) const ACCUSATION: u8 = 10;

/// Who did what to whom, by number; in order of time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    pub(crate) from: u32,
    pub(crate) to: u32,
    pub(crate) code: u8,
}

/// A small generator with a fixed seed (`SplitMix64`), so that runs compare.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % sides
    }

    fn actor(&mut self) -> u32 {
        let wide = self.roll(u64::from(ACTORS)) + 1;
        self.roll(wide) as u32
    }
}

/// So many events.
pub(crate) fn rows(count: u64) -> Vec<Row> {
    let mut dice = Dice(7);
    let row = |_| {
        let from = dice.actor();
        let to = (from + 1 + dice.actor() % (ACTORS - 1)) % ACTORS;
        let code = dice.roll(CODES.len() as u64) as u8;
        Row { from, to, code }
    };
    (0..count).map(row).collect()
}

/// A graph of these events, an equal number on each day.
pub(crate) fn graph(rows: &[Row]) -> Result<(Graph, Vec<ActorId>)> {
    let mut graph = Graph::new();
    let add = |nth| {
        graph
            .add(Leader::new(format!("Actor {nth}")))
            .map(ActorId::from)
    };
    let actors = (0..ACTORS).map(add).collect::<Result<Vec<_>>>()?;
    for (nth, row) in (0_u64..).zip(rows) {
        let day = nth * DAYS / rows.len() as u64;
        let event = NewEvent::coded(CODES[usize::from(row.code)])?
            .from(actors[row.from as usize])
            .to(actors[row.to as usize])
            .on(date(2010, 1, 1) + (day as i64).days());
        graph.record(event)?;
    }
    Ok((graph, actors))
}
