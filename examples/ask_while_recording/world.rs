//! Who there is, and what happens between them.

use demarche::model::codes::CameoCode;
use demarche::{ActorId, CodedEvent, Graph, Leader, Result};
use jiff::ToSpan;
use jiff::civil::{Date, date};

const FIRST: Date = date(2012, 1, 1);
/// The days of what was there at first; what is recorded meanwhile is of the next.
const DAYS: u32 = 3_653;
pub(crate) const TODAY: Date = date(2022, 1, 1);

/// Of what is there at first.
const CODES: [CameoCode; 4] = [
    CameoCode::STATEMENT,
    CameoCode::CONSULT,
    CameoCode::CONSULT_PHONE,
    CameoCode::ACCUSE,
];

pub(crate) struct World {
    pub(crate) actors: Vec<ActorId>,
    pub(crate) events: u32,
}

impl World {
    /// So many events over ten years, and the actors of all that follows.
    pub(crate) fn new(events: u32, actors: u32) -> Result<(Graph, Self)> {
        let mut graph = Graph::new();
        let actors = (0..actors)
            .map(|nth| {
                graph
                    .add(Leader::new(format!("Actor {nth}")))
                    .map(ActorId::from)
            })
            .collect::<Result<Vec<_>>>()?;
        let world = Self { actors, events };
        let mut batch = graph.batch();
        for nth in 0..events {
            let mut dice = Dice::new(nth.into());
            let (one, other) = world.two(&mut dice);
            let day = u64::from(nth) * u64::from(DAYS) / u64::from(events.max(1));
            let day = FIRST + i64::try_from(day).unwrap_or_default().days();
            let code = CODES
                .get(dice.below(CODES.len()))
                .copied()
                .unwrap_or(CameoCode::STATEMENT);
            batch.record(CodedEvent::new(code, one, day).to(other), &[])?;
        }
        batch.finish();
        Ok((graph, world))
    }

    /// Two actors; few are in most of the news.
    pub(crate) fn two(&self, dice: &mut Dice) -> (ActorId, ActorId) {
        let many = self.actors.len();
        let mut number = || {
            let wide = dice.below(many) + 1;
            dice.below(wide)
        };
        let (one, other) = (number(), number());
        let other = if one == other {
            (one + 1) % many
        } else {
            other
        };
        (self.actor(one), self.actor(other))
    }

    /// The two between whom something happens the nth time while it is asked.
    pub(crate) fn two_of(&self, nth: u32) -> (ActorId, ActorId) {
        self.two(&mut Dice::new(u64::from(nth) + (1 << 40)))
    }

    #[expect(clippy::indexing_slicing, reason = "there are two or more")]
    fn actor(&self, number: usize) -> ActorId {
        self.actors[number % self.actors.len()]
    }
}

/// A small generator with a seed (`SplitMix64`).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0xd134_2543_de82_ef95))
    }

    /// From 0 to less than so many; 0 of none.
    pub(crate) fn below(&mut self, many: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let number = (mixed ^ (mixed >> 31)) % (many as u64).max(1);
        usize::try_from(number).unwrap_or_default()
    }
}
