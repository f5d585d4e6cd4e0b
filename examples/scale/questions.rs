//! What asking costs.

use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use demarche::query::Period;
use demarche::time::{Certainty, Window};
use demarche::{ActorId, Event, Graph};

use crate::figures::{Figures, median, micros};
use crate::world::{Dice, World};

/// How often each question is put, each time about something else.
const TIMES: usize = 301;

pub(crate) fn ask(
    graph: &Graph,
    actors: &[ActorId],
    world: &World,
    figures: &mut Figures,
) -> Result<(), Box<dyn Error>> {
    let mut dice = Dice::new(11);
    let mut number = move || dice.below(world.events);
    figures.window_count_us = Some(micros(time(|| {
        let (from, to) = (world.day(number()), world.day(number()));
        let window = Window::try_from(from.min(to)..=from.max(to))?;
        Ok(graph.during(window)?.count())
    })?));
    let middle = *actors.get(actors.len() / 2).ok_or("no actor")?;
    for (actor, figure) in [
        (middle, &mut figures.contacts_median_us),
        (
            *actors.first().ok_or("no actor")?,
            &mut figures.contacts_busiest_us,
        ),
    ] {
        *figure = Some(micros(time(|| {
            let day = world.day(number());
            let month = Window::try_from(day.first_of_month()..=day.last_of_month())?;
            Ok(graph.during(month)?.who_talked_to(actor)?.len())
        })?));
    }
    let view = graph.view();
    figures.dyad_first_us = Some(micros(time(|| {
        let (one, other) = world.dyad(number());
        let one = actors.get(one as usize).ok_or("no actor")?;
        let other = actors.get(other as usize).ok_or("no actor")?;
        Ok(view.between(*one, *other)?.next().map(Event::id))
    })?));
    let begun = Instant::now();
    black_box(graph.view().counts(Period::Month));
    let millions = f64::from(world.events) / 1e6;
    figures.aggregate_meps = Some(millions / begun.elapsed().as_secs_f64());
    earliest_arrival(graph, actors, world, figures)
}

/// Word from the busiest actor to all within a year.
fn earliest_arrival(
    graph: &Graph,
    actors: &[ActorId],
    world: &World,
    figures: &mut Figures,
) -> Result<(), Box<dyn Error>> {
    let from = world.day(world.events / 2);
    let year = graph.during(Window::try_from(from..=from.last_of_year())?)?;
    let first = *actors.first().ok_or("no actor")?;
    let taken = time(|| {
        Ok(year
            .network()?
            .journeys()
            .from(first)?
            .count(Certainty::Possible))
    })?;
    figures.earliest_arrival_meps = Some(per_second(year.count(), taken));
    let network = year.network()?;
    let begun = Instant::now();
    black_box(network.edge_count());
    figures.network_meps = Some(per_second(year.count(), begun.elapsed()));
    Ok(())
}

fn per_second(events: usize, taken: Duration) -> f64 {
    let events = u32::try_from(events).unwrap_or(u32::MAX);
    f64::from(events) / 1e6 / taken.as_secs_f64()
}

/// How long a question takes, as a rule.
fn time<T>(mut ask: impl FnMut() -> Result<T, Box<dyn Error>>) -> Result<Duration, Box<dyn Error>> {
    let mut taken = Vec::with_capacity(TIMES);
    for _ in 0..TIMES {
        let begun = Instant::now();
        black_box(ask()?);
        taken.push(begun.elapsed());
    }
    Ok(median(taken))
}
