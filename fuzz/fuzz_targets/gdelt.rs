//! GDELT's files of events; the second byte says what is kept of them.

#![no_main]

use demarche::Graph;
use demarche::ingest::{GdeltMeasure, GdeltReader};
use demarche_fuzz::{Manner, Tells, try_bytes};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((manner, rest)) = Manner::of(data) else {
        return;
    };
    let Some((&keep, bytes)) = rest.split_first() else {
        return;
    };
    let mut builder = GdeltReader::builder();
    if keep & 1 != 0 {
        builder = builder.measures([
            GdeltMeasure::Tone,
            GdeltMeasure::Mentions,
            GdeltMeasure::Sources,
            GdeltMeasure::Articles,
        ]);
    }
    if keep & 2 != 0 {
        builder = builder.root_events_only();
    }
    if keep & 4 != 0 {
        builder = builder.actor_places();
    }
    if keep & 8 != 0 {
        builder = builder.without_places().without_urls().without_publishers();
    }
    try_bytes(&builder, manner, bytes, Tells::Events, &Graph::new());
});
