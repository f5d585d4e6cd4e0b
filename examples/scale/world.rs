//! The events, each made anew from its number whenever it is asked for.

use demarche::model::codes::CameoCode;
use demarche::{ActorId, CodedEvent, Graph, Leader, Report, Result};
use jiff::ToSpan;
use jiff::civil::{Date, date};

const FIRST: Date = date(1985, 1, 1);
const DAYS: u32 = 14_610;
/// How many of a thousand events have which code in ICEWS14, about; the rest is fighting.
const CODES: [(&str, usize); 23] = [
    ("010", 172),
    ("040", 111),
    ("020", 69),
    ("036", 56),
    ("042", 47),
    ("043", 47),
    ("173", 44),
    ("051", 40),
    ("111", 33),
    ("112", 29),
    ("180", 26),
    ("190", 22),
    ("046", 22),
    ("030", 18),
    ("100", 16),
    ("032", 16),
    ("050", 15),
    ("057", 15),
    ("090", 11),
    ("041", 11),
    ("120", 10),
    ("013", 9),
    ("130", 7),
];
const OTHERWISE: &str = "193";
/// The power law is that of Zipf and Mandelbrot, with this added to ranks: so the
/// busiest has a part in about as many events as the busiest of ICEWS14, one in sixteen.
const FLATTENED: f64 = 3.0;
const PUBLISHERS: u32 = 200;
/// Odd and not a multiple of 5, so that steps of it reach every number below a power of
/// ten; and far from any short cycle.
const STRIDE: u64 = 61_803_398_873;

pub(crate) struct World {
    pub(crate) events: u32,
    pub(crate) actors: u32,
    days: Vec<Date>,
    codes: Vec<CameoCode>,
}

impl World {
    pub(crate) fn new(events: u32, actors: u32) -> Self {
        let code = |code: &str| code.parse().ok();
        let mut codes: Vec<CameoCode> = CODES
            .iter()
            .filter_map(|&(name, many)| Some(std::iter::repeat_n(code(name)?, many)))
            .flatten()
            .collect();
        codes.resize(1000, code(OTHERWISE).unwrap_or(CameoCode::STATEMENT));
        Self {
            events,
            actors,
            days: (0..DAYS).map(|day| FIRST + i64::from(day).days()).collect(),
            codes,
        }
    }

    /// A graph with the actors, and no event.
    pub(crate) fn stage(&self) -> Result<(Graph, Vec<ActorId>)> {
        let mut graph = Graph::new();
        let actors = (0..self.actors)
            .map(|nth| {
                graph
                    .add(Leader::new(format!("Actor {nth}")))
                    .map(ActorId::from)
            })
            .collect::<Result<_>>()?;
        Ok((graph, actors))
    }

    /// The nth event in order of time.
    pub(crate) fn event(&self, nth: u32, actors: &[ActorId]) -> Option<CodedEvent> {
        let mut dice = Dice::new(nth.into());
        let (source, target) = self.two(&mut dice);
        let code = self.codes.get(dice.below(1000) as usize)?;
        let source = *actors.get(source as usize)?;
        let target = *actors.get(target as usize)?;
        Some(CodedEvent::new(*code, source, self.day(nth)).to(target))
    }

    /// Who did something to whom, by number.
    fn two(&self, dice: &mut Dice) -> (u32, u32) {
        let source = self.actor(dice);
        let target = self.actor(dice);
        let next = (target + 1) % self.actors;
        (source, if target == source { next } else { target })
    }

    /// The two of the nth event.
    pub(crate) fn dyad(&self, nth: u32) -> (u32, u32) {
        self.two(&mut Dice::new(nth.into()))
    }

    pub(crate) fn report(&self, nth: u32, actors: &[ActorId]) -> Option<Report> {
        let mut dice = Dice::new(u64::from(nth) + (1 << 40));
        let publisher = dice.below(PUBLISHERS.min(self.actors));
        let publisher = *actors.get(publisher as usize)?;
        let day = self.day(nth);
        Some(Report::via(publisher).stated(day).recorded(day))
    }

    pub(crate) fn day(&self, nth: u32) -> Date {
        let day = u64::from(nth) * u64::from(DAYS) / u64::from(self.events.max(1));
        let day = usize::try_from(day).unwrap_or_default();
        self.days.get(day).copied().unwrap_or(FIRST)
    }

    /// The numbers of all events, each once, in no order of time.
    pub(crate) fn shuffled(&self) -> impl Iterator<Item = u32> {
        let many = u64::from(self.events);
        let stride = (STRIDE..2 * STRIDE).find(|&stride| gcd(stride, many) == 1);
        let stride = stride.unwrap_or(1) % many.max(1);
        let mut at = 0;
        (0..self.events).map(move |_| {
            at = (at + stride) % many;
            u32::try_from(at).unwrap_or_default()
        })
    }

    /// An actor, by number: the lower, the more active.
    fn actor(&self, dice: &mut Dice) -> u32 {
        let many = f64::from(self.actors);
        let share = (1.0 + FLATTENED) * ((many + FLATTENED) / (1.0 + FLATTENED)).powf(dice.share());
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and the number of actors"
        )]
        let rank = (share - 1.0 - FLATTENED) as u32;
        rank.min(self.actors.saturating_sub(1))
    }
}

fn gcd(one: u64, other: u64) -> u64 {
    if other == 0 {
        one
    } else {
        gcd(other, one % other)
    }
}

/// A small generator (`SplitMix64`), so that each event is made from its number alone.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0xd134_2543_de82_ef95))
    }

    pub(crate) fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to less than so many; 0 of none.
    pub(crate) fn below(&mut self, many: u32) -> u32 {
        u32::try_from(self.roll() % u64::from(many.max(1))).unwrap_or_default()
    }

    /// From 0 to less than 1.
    fn share(&mut self) -> f64 {
        // The 32 upper bits, of which a float holds each.
        f64::from(u32::try_from(self.roll() >> 32).unwrap_or_default()) / 4_294_967_296.0
    }
}
