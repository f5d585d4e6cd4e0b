//! POLECAT tables.

#![no_main]

use demarche::Graph;
use demarche::ingest::PolecatReader;
use demarche_fuzz::{Manner, Tells, try_bytes};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Some((manner, bytes)) = Manner::of(data) {
        try_bytes(
            &PolecatReader::builder(),
            manner,
            bytes,
            Tells::Events,
            &Graph::new(),
        );
    }
});
