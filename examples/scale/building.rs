//! What building costs, in time and memory.

use std::error::Error;
use std::time::Instant;

use demarche::{ActorId, Graph};

use crate::figures::Figures;
use crate::resident;
use crate::world::World;

type Built = Result<(Graph, Vec<ActorId>), Box<dyn Error>>;

/// From events in order of time.
pub(crate) fn ordered(world: &World, figures: &mut Figures) -> Built {
    let begun = Instant::now();
    let (built, peak_ratio) = build(world, 0..world.events, false)?;
    figures.build_ordered_s = Some(begun.elapsed().as_secs_f64());
    figures.bytes_per_event = Some(per_event(&built.0, world));
    figures.peak_ratio = peak_ratio;
    Ok(built)
}

/// From events in any order.
pub(crate) fn shuffled(world: &World, figures: &mut Figures) -> Result<(), Box<dyn Error>> {
    let begun = Instant::now();
    let (built, peak_ratio) = build(world, world.shuffled(), false)?;
    figures.build_shuffled_s = Some(begun.elapsed().as_secs_f64());
    figures.bytes_per_event_shuffled = Some(per_event(&built.0, world));
    figures.peak_ratio_shuffled = peak_ratio;
    Ok(())
}

/// From events in order of time, with an account of each.
pub(crate) fn told(world: &World, figures: &mut Figures) -> Result<(), Box<dyn Error>> {
    let begun = Instant::now();
    let (built, _) = build(world, 0..world.events, true)?;
    figures.build_with_accounts_s = Some(begun.elapsed().as_secs_f64());
    figures.bytes_per_event_with_accounts = Some(per_event(&built.0, world));
    Ok(())
}

/// A graph of these events, and how much more memory building took than holding does.
fn build(
    world: &World,
    numbers: impl Iterator<Item = u32>,
    told: bool,
) -> Result<((Graph, Vec<ActorId>), Option<f64>), Box<dyn Error>> {
    let (mut graph, actors) = world.stage()?;
    let before = resident::now();
    resident::peak();
    let mut batch = graph.batch();
    for nth in numbers {
        let event = world
            .event(nth, &actors)
            .ok_or("an actor that is not there")?;
        let report = if told {
            world.report(nth, &actors)
        } else {
            None
        };
        batch.record(event, report.as_slice())?;
    }
    batch.finish();
    let peak = resident::peak();
    let more = |now: Option<u64>| Some(now?.saturating_sub(before?));
    let ratio = more(peak).zip(more(resident::now()));
    #[expect(clippy::cast_precision_loss, reason = "a ratio of two sizes")]
    let ratio = ratio.map(|(peak, now)| peak as f64 / (now as f64).max(1.0));
    Ok(((graph, actors), ratio))
}

/// What the graph says that its events take.
fn per_event(graph: &Graph, world: &World) -> f64 {
    let memory = graph.memory();
    let bytes = memory.total().saturating_sub(memory.actors());
    #[expect(clippy::cast_precision_loss, reason = "a ratio of two sizes")]
    let bytes = bytes as f64;
    bytes / f64::from(world.events.max(1))
}
