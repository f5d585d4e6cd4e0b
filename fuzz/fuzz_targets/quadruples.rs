//! Benchmark quadruples, by name or by number, as the second byte says; lists of names
//! end with a line of three hyphens.

#![no_main]

use demarche::Graph;
use demarche::ingest::QuadrupleReader;
use demarche_fuzz::{Manner, Tells, check_error, try_bytes};
use jiff::civil::date;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((manner, rest)) = Manner::of(data) else {
        return;
    };
    let Some((&sort, mut bytes)) = rest.split_first() else {
        return;
    };
    let mut builder = QuadrupleReader::builder();
    builder = match sort & 7 {
        1 => builder.days_from(date(2014, 1, 1), 1),
        2 => builder.hours_from(date(2018, 1, 1), 0),
        3 => builder.minutes_from(date(2013, 4, 1), 0),
        4 => builder.years_from(1786, 0),
        _ => builder,
    };
    if sort & 8 != 0 {
        let Some((entities, rest)) = list(bytes) else {
            return;
        };
        let Some((relations, rest)) = list(rest) else {
            return;
        };
        bytes = rest;
        let named = builder
            .entities_from(entities)
            .and_then(|builder| builder.relations_from(relations));
        builder = match named {
            Ok(builder) => builder,
            Err(error) => return check_error(&error),
        };
    }
    try_bytes(&builder, manner, bytes, Tells::Events, &Graph::new());
});

/// A list, and what follows it.
fn list(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    const END: &[u8] = b"\n---\n";
    let at = bytes.windows(END.len()).position(|window| window == END)?;
    Some((&bytes[..at], &bytes[at + END.len()..]))
}
