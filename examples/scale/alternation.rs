//! Recording and asking by turns.

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use demarche::{ActorId, Call, Graph, LeaderId};

use crate::figures::{Figures, micros};
use crate::world::World;

/// Enough that parts of every size are merged that recording merges.
const TIMES: u32 = 200_000;

/// One event recorded, then a question, again and again.
pub(crate) fn record_then_ask(
    graph: &mut Graph,
    actors: &[ActorId],
    world: &World,
    figures: &mut Figures,
) -> Result<(), Box<dyn Error>> {
    let mut taken = Vec::new();
    let day = world.day(world.events.saturating_sub(1));
    for nth in 0..TIMES {
        let (one, other) = world.dyad(nth);
        let [one, other] = [one, other].map(|who| actors.get(who as usize).copied());
        let (one, other) = one.zip(other).ok_or("no actor")?;
        let call = Call::between(leader(graph, one)?, leader(graph, other)?).on(day);
        let begun = Instant::now();
        graph.record(call)?;
        black_box(graph.during(day)?.between(one, other)?.next());
        taken.push(begun.elapsed());
    }
    taken.sort_unstable();
    let at = |share: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a place in a list"
        )]
        let place = (taken.len() as f64 * share) as usize;
        taken.get(place.min(taken.len().saturating_sub(1))).copied()
    };
    figures.record_then_ask_us = at(0.5).map(micros);
    figures.record_then_ask_p99_us = at(0.99).map(micros);
    figures.record_then_ask_max_ms = at(1.0).map(|taken| taken.as_secs_f64() * 1e3);
    Ok(())
}

fn leader(graph: &Graph, actor: ActorId) -> Result<LeaderId, Box<dyn Error>> {
    Ok(graph.leader(actor)?)
}
