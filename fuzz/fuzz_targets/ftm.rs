//! FollowTheMoney entities, as statements of what is and as deltas.

#![no_main]

use demarche::Graph;
use demarche::ingest::FtmReader;
use demarche_fuzz::{Manner, Tells, try_bytes};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Some((manner, bytes)) = Manner::of(data) {
        try_bytes(
            &FtmReader::builder(),
            manner,
            bytes,
            Tells::Events,
            &Graph::new(),
        );
    }
});
