//! What was measured, as a table and as JSON.

use std::fmt;
use std::time::Duration;

use serde::Serialize;

use crate::arguments::Arguments;
use crate::reading::Read;
use crate::writing::Written;

/// In microseconds: as a rule, in all but one of a hundred cases, and at worst.
#[derive(Serialize)]
struct Spread {
    median: f64,
    p99: f64,
    longest: f64,
}

#[derive(Serialize)]
pub(crate) struct Figures {
    events_at_first: u32,
    actors: u32,
    readers: u8,
    recorded: u32,
    seconds: f64,
    questions: usize,
    recounted: usize,
    record_two_us: Spread,
    publish_us: Spread,
    late_us: Spread,
    take_us: Spread,
    age_us: Spread,
    ask_us: Spread,
}

impl Figures {
    pub(crate) fn new(arguments: &Arguments, written: Written, read: Read) -> Self {
        Self {
            events_at_first: arguments.events,
            actors: arguments.actors,
            readers: arguments.readers,
            recorded: written.twos.saturating_mul(2),
            seconds: written.seconds,
            questions: read.asking.len(),
            recounted: read.recounted,
            record_two_us: Spread::of(written.recording),
            publish_us: Spread::of(written.publishing),
            late_us: Spread::of(written.late),
            take_us: Spread::of(read.taking),
            age_us: Spread::of(read.age),
            ask_us: Spread::of(read.asking),
        }
    }

    pub(crate) fn json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

impl Spread {
    fn of(mut taken: Vec<Duration>) -> Self {
        taken.sort_unstable();
        let at = |place: usize| taken.get(place.min(taken.len().saturating_sub(1)));
        let micros = |taken: Option<&Duration>| taken.map_or(0.0, |one| one.as_secs_f64() * 1e6);
        Self {
            median: micros(at(taken.len() / 2)),
            p99: micros(at(taken.len() / 100 * 99)),
            longest: micros(taken.last()),
        }
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{} events of {} actors at first, {} more recorded in {:.2} s",
            self.events_at_first, self.actors, self.recorded, self.seconds
        )?;
        writeln!(
            f,
            "{} questions answered meanwhile, none torn; {} counted again\n",
            self.questions, self.recounted
        )?;
        writeln!(
            f,
            "{:<44}{:>10}{:>12}{:>12}",
            "µs", "median", "99 in 100", "longest"
        )?;
        for (what, spread) in [
            ("two events recorded", &self.record_two_us),
            ("a snapshot made and published", &self.publish_us),
            ("how late that was", &self.late_us),
            ("the newest snapshot taken", &self.take_us),
            ("how old it was", &self.age_us),
            ("a question answered", &self.ask_us),
        ] {
            let Spread {
                median,
                p99,
                longest,
            } = spread;
            writeln!(f, "{what:<44}{median:>10.2}{p99:>12.2}{longest:>12.2}")?;
        }
        Ok(())
    }
}
