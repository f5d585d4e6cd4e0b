//! What building costs, in time and memory.

use std::error::Error;
use std::time::{Duration, Instant};

use demarche::{ActorId, Graph};

use crate::figures::Figures;
use crate::resident;
use crate::world::World;

/// So many events are made ahead, so that the clock runs for recording alone.
const AHEAD: usize = 100_000;

struct Built {
    graph: Graph,
    actors: Vec<ActorId>,
    seconds: f64,
    /// How much more memory building took than holding does.
    peak_ratio: Option<f64>,
}

/// From events in order of time.
pub(crate) fn ordered(
    world: &World,
    figures: &mut Figures,
) -> Result<(Graph, Vec<ActorId>), Box<dyn Error>> {
    let built = build(world, 0..world.events, false)?;
    figures.build_ordered_s = Some(built.seconds);
    figures.bytes_per_event = Some(per_event(&built.graph, world));
    figures.peak_ratio = built.peak_ratio;
    Ok((built.graph, built.actors))
}

/// From events in any order.
pub(crate) fn shuffled(world: &World, figures: &mut Figures) -> Result<(), Box<dyn Error>> {
    let built = build(world, world.shuffled(), false)?;
    figures.build_shuffled_s = Some(built.seconds);
    figures.bytes_per_event_shuffled = Some(per_event(&built.graph, world));
    figures.peak_ratio_shuffled = built.peak_ratio;
    Ok(())
}

/// From events in order of time, with an account of each.
pub(crate) fn told(world: &World, figures: &mut Figures) -> Result<(), Box<dyn Error>> {
    let built = build(world, 0..world.events, true)?;
    figures.build_with_accounts_s = Some(built.seconds);
    figures.bytes_per_event_with_accounts = Some(per_event(&built.graph, world));
    Ok(())
}

/// A graph of these events.
fn build(
    world: &World,
    mut numbers: impl Iterator<Item = u32>,
    told: bool,
) -> Result<Built, Box<dyn Error>> {
    let (mut graph, actors) = world.stage()?;
    let before = resident::now();
    resident::peak();
    let mut taken = Duration::ZERO;
    let mut batch = graph.batch();
    let mut ahead = Vec::with_capacity(AHEAD);
    loop {
        ahead.clear();
        for nth in numbers.by_ref().take(AHEAD) {
            let event = world
                .event(nth, &actors)
                .ok_or("an actor that is not there")?;
            ahead.push((event, world.report(nth, &actors).filter(|_| told)));
        }
        if ahead.is_empty() {
            break;
        }
        let begun = Instant::now();
        for (event, report) in &ahead {
            batch.record(*event, report.as_slice())?;
        }
        taken += begun.elapsed();
    }
    drop(ahead);
    let begun = Instant::now();
    batch.finish();
    taken += begun.elapsed();
    let peak = resident::peak();
    let more = |now: Option<u64>| Some(now?.saturating_sub(before?));
    let ratio = more(peak).zip(more(resident::now()));
    #[expect(clippy::cast_precision_loss, reason = "a ratio of two sizes")]
    let peak_ratio = ratio.map(|(peak, now)| peak as f64 / (now as f64).max(1.0));
    Ok(Built {
        graph,
        actors,
        seconds: taken.as_secs_f64(),
        peak_ratio,
    })
}

/// What the graph says that its events take.
fn per_event(graph: &Graph, world: &World) -> f64 {
    let memory = graph.memory();
    let bytes = memory.total().saturating_sub(memory.actors());
    #[expect(clippy::cast_precision_loss, reason = "a ratio of two sizes")]
    let bytes = bytes as f64;
    bytes / f64::from(world.events.max(1))
}
