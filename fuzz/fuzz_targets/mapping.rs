//! Tables and JSON lines by a mapping: a ready-made one, one of our own, or one that
//! stands before the file, as the second byte says.

#![no_main]

use demarche::ingest::MappingReader;
use demarche::ingest::mapping::{Cell, Count, Dates, Day, Mapping, Spot, What, Where, Who};
use demarche::ingest::mappings;
use demarche::{CodeSystem, Graph};
use demarche_fuzz::{Manner, Tells, try_bytes};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((manner, rest)) = Manner::of(data) else {
        return;
    };
    let Some((&which, bytes)) = rest.split_first() else {
        return;
    };
    let Some((mapping, bytes)) = mapping(which, bytes) else {
        return;
    };
    // A mapping that makes no sense is the caller's mistake.
    let Ok(builder) = MappingReader::of(mapping) else {
        return;
    };
    try_bytes(&builder, manner, bytes, Tells::Events, &Graph::new());
});

/// The mapping, and the file to be read by it.
fn mapping(which: u8, bytes: &[u8]) -> Option<(Mapping, &[u8])> {
    let ready_made = match which {
        b'a' => mappings::acled(),
        b'b' => mappings::acled_export(),
        b'c' => mappings::archigos(),
        b'd' => mappings::cow_alliances(),
        b'e' => mappings::cow_alliance_members(),
        b'f' => mappings::cow_igo_members(),
        b'g' => mappings::cow_states(),
        b'h' => mappings::reign(),
        b'i' => mappings::ucdp_ged(),
        b'j' => clashes(),
        _ => return before(bytes),
    };
    Some((ready_made, bytes))
}

/// One with everything in it.
fn clashes() -> Mapping {
    let what = What::coded(Cell::from("code")).labelled("sort");
    Mapping::of_events("Clashes", what)
        .separated_by(';')
        .missing(["-999"])
        .id("no")
        .only(Where::is("sort", ["clash", "raid"]))
        .who(Who::named("one").country_code(CodeSystem::Iso3, "iso"))
        .who(Who::named("others").listed(",").role("part"))
        .when(Dates::on(Day::written("day", "%d/%m/%Y")))
        .place(
            Spot::named(["town"])
                .country_code(CodeSystem::Fips, "fips")
                .at("lat", "lon"),
        )
        .counting("deaths", Count::of("dead").between("low", "high"))
        .measuring("tone", "tone")
        .about_each("tags", ",")
        .speaker("who says")
        .publisher("paper")
        .url("url")
        .stated("printed")
        .saying("text")
}

/// The mapping that stands before a NUL byte as JSON.
fn before(bytes: &[u8]) -> Option<(Mapping, &[u8])> {
    let at = bytes.iter().position(|&byte| byte == 0)?;
    let mapping = serde_json::from_slice(&bytes[..at]).ok()?;
    Some((mapping, &bytes[at + 1..]))
}
