//! What was measured, as a table and as JSON.

use std::fmt;
use std::time::Duration;

use serde::Serialize;

use crate::world::World;

#[derive(Default, Serialize)]
pub(crate) struct Figures {
    pub(crate) events: u32,
    pub(crate) actors: u32,
    pub(crate) bytes_per_event: Option<f64>,
    pub(crate) bytes_per_event_shuffled: Option<f64>,
    pub(crate) bytes_per_event_with_accounts: Option<f64>,
    pub(crate) build_ordered_s: Option<f64>,
    pub(crate) build_shuffled_s: Option<f64>,
    pub(crate) build_with_accounts_s: Option<f64>,
    pub(crate) peak_ratio: Option<f64>,
    pub(crate) peak_ratio_shuffled: Option<f64>,
    pub(crate) window_count_us: Option<f64>,
    pub(crate) contacts_median_us: Option<f64>,
    pub(crate) contacts_busiest_us: Option<f64>,
    pub(crate) dyad_first_us: Option<f64>,
    pub(crate) aggregate_meps: Option<f64>,
    pub(crate) network_meps: Option<f64>,
    pub(crate) earliest_arrival_meps: Option<f64>,
    pub(crate) record_then_ask_us: Option<f64>,
    pub(crate) record_then_ask_p99_us: Option<f64>,
    pub(crate) record_then_ask_max_ms: Option<f64>,
    pub(crate) save_mb_s: Option<f64>,
    pub(crate) saved_mb: Option<f64>,
    pub(crate) open_ms: Option<f64>,
    pub(crate) first_answer_ms: Option<f64>,
    pub(crate) first_answer_warm_ms: Option<f64>,
    pub(crate) verify_s: Option<f64>,
    pub(crate) memory: String,
}

impl Figures {
    pub(crate) fn new(world: &World) -> Self {
        Self {
            events: world.events,
            actors: world.actors,
            ..Self::default()
        }
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} events of {} actors", self.events, self.actors)?;
        let rows = [
            ("bytes an event, in order of time", self.bytes_per_event),
            (
                "bytes an event, in any order",
                self.bytes_per_event_shuffled,
            ),
            (
                "bytes an event, with an account",
                self.bytes_per_event_with_accounts,
            ),
            ("built in order of time, s", self.build_ordered_s),
            ("built in any order, s", self.build_shuffled_s),
            ("built with accounts, s", self.build_with_accounts_s),
            ("peak memory while building, of the result", self.peak_ratio),
            ("the same, in any order", self.peak_ratio_shuffled),
            ("events in a window, µs", self.window_count_us),
            (
                "a month's talks of the median actor, µs",
                self.contacts_median_us,
            ),
            ("of the busiest, µs", self.contacts_busiest_us),
            ("first event of a dyad, µs", self.dyad_first_us),
            (
                "counted by code and month, million events/s",
                self.aggregate_meps,
            ),
            ("laid out as a network, million events/s", self.network_meps),
            (
                "earliest arrival to all, million events/s",
                self.earliest_arrival_meps,
            ),
            ("recorded, then asked: median, µs", self.record_then_ask_us),
            ("99th percentile, µs", self.record_then_ask_p99_us),
            ("longest, ms", self.record_then_ask_max_ms),
            ("saved, MB/s", self.save_mb_s),
            ("saved, MB", self.saved_mb),
            ("opened, ms", self.open_ms),
            ("first answer then, ms", self.first_answer_ms),
            ("the same answer again, ms", self.first_answer_warm_ms),
            ("verified, s", self.verify_s),
        ];
        for (what, figure) in rows {
            if let Some(figure) = figure {
                writeln!(f, "{what:<44}{figure:>12.2}")?;
            }
        }
        writeln!(f, "memory: {}", self.memory)
    }
}

pub(crate) fn micros(taken: Duration) -> f64 {
    taken.as_secs_f64() * 1e6
}

pub(crate) fn median(mut taken: Vec<Duration>) -> Duration {
    taken.sort_unstable();
    taken.get(taken.len() / 2).copied().unwrap_or_default()
}
