//! The one who records.

use std::thread;
use std::time::{Duration, Instant};

use demarche::{Call, Graph, LeaderId, Statement};

use crate::Failure;
use crate::arguments::Arguments;
use crate::published::Published;
use crate::world::{TODAY, World};

#[derive(Default)]
pub(crate) struct Written {
    pub(crate) twos: u32,
    pub(crate) seconds: f64,
    /// Recording two events.
    pub(crate) recording: Vec<Duration>,
    /// Taking a snapshot and publishing it.
    pub(crate) publishing: Vec<Duration>,
    /// How late they were, by the clock that paces them.
    pub(crate) late: Vec<Duration>,
}

/// Records a call and what is said of it, so often a second, and publishes both at once.
pub(crate) fn write(
    arguments: &Arguments,
    mut graph: Graph,
    world: &World,
    published: &Published,
) -> Result<Written, Failure> {
    let twos = (arguments.per_second / 2).saturating_mul(arguments.seconds);
    let pace = Duration::from_secs(2) / arguments.per_second;
    let mut written = Written::default();
    let begun = Instant::now();
    for nth in 0..twos {
        let due = begun + pace * nth;
        thread::sleep(due.saturating_duration_since(Instant::now()));
        let (one, other) = world.two_of(nth);
        let (one, other): (LeaderId, LeaderId) = (graph.leader(one)?, graph.leader(other)?);
        let call = Call::between(one, other).on(TODAY);
        let statement = Statement::by(one).on(TODAY);

        let now = Instant::now();
        written.late.push(now.saturating_duration_since(due));
        graph.record(call)?;
        graph.record(statement)?;
        written.recording.push(now.elapsed());

        let now = Instant::now();
        published.publish(graph.clone(), nth + 1);
        written.publishing.push(now.elapsed());
    }
    written.twos = twos;
    written.seconds = begun.elapsed().as_secs_f64();
    Ok(written)
}
