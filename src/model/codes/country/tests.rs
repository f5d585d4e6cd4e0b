//! What holds of the table as a whole.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::date;
use proptest::prelude::*;

use super::pack::packed;
use super::{Country, CountryCode};
use crate::model::{ActorCode, CodeSystem};
use crate::time::{Certainty, Moment};

/// The systems that have codes of countries.
const SYSTEMS: [CodeSystem; 8] = [
    CodeSystem::Iso2,
    CodeSystem::Iso3,
    CodeSystem::IsoNumeric,
    CodeSystem::Fips,
    CodeSystem::Cameo,
    CodeSystem::Cow,
    CodeSystem::Gw,
    CodeSystem::Wikidata,
];

#[test]
fn small_and_copied() {
    fn check<T: Copy + Send + Sync + 'static>() {}
    check::<Country>();
    check::<CountryCode>();
    assert_eq!(size_of::<Option<Country>>(), size_of::<usize>());
}

fn codes(system: CodeSystem) -> impl Iterator<Item = CountryCode> {
    Country::all().flat_map(move |country| country.codes_in(system))
}

#[test]
fn no_code_stands_for_two_countries_at_one_time() {
    for system in SYSTEMS {
        let mut by_value: BTreeMap<&str, Vec<CountryCode>> = BTreeMap::new();
        for code in codes(system) {
            by_value.entry(code.value()).or_default().push(code);
        }
        for held in by_value.values() {
            for (nth, one) in held.iter().enumerate() {
                for other in held.iter().skip(nth + 1) {
                    assert_eq!(
                        one.span().overlaps(&other.span()),
                        Certainty::Never,
                        "{one:?} {other:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn codes_have_the_form_of_their_system() {
    for system in SYSTEMS {
        for code in codes(system) {
            let value = code.value();
            let digits = value.bytes().all(|byte| byte.is_ascii_digit());
            let letters = value.bytes().all(|byte| byte.is_ascii_uppercase());
            assert!(
                match system {
                    CodeSystem::Iso2 | CodeSystem::Fips => letters && value.len() == 2,
                    CodeSystem::Iso3 | CodeSystem::Cameo => letters && value.len() == 3,
                    CodeSystem::IsoNumeric => digits && value.len() == 3,
                    CodeSystem::Cow | CodeSystem::Gw => digits && !value.starts_with('0'),
                    _ => value.starts_with('Q'),
                },
                "{code}"
            );
        }
    }
}

#[test]
fn every_code_finds_its_country_again() {
    for system in SYSTEMS {
        for code in codes(system) {
            let holders: BTreeSet<Country> = Country::holders(system, code.value()).collect();
            assert!(holders.contains(&code.country()));
            if holders.len() == 1 {
                let found = Country::of_code(system, code.value()).unwrap();
                assert_eq!(found, code.country(), "{code}");
                let found = Country::try_from(&ActorCode::from(code)).unwrap();
                assert_eq!(found, code.country(), "{code}");
            }
            // On a day on which the code stands it finds its country, however many have had it.
            let ends = [code.span().start().moment(), code.span().end().moment()];
            for day in ends.into_iter().flatten().filter_map(|end| end.exact_day()) {
                let found = Country::of_code_on(system, code.value(), day).unwrap();
                assert_eq!(found, code.country(), "{code} on {day}");
                assert!(code.country().code_on(system, day).is_some());
            }
        }
    }
}

#[test]
fn spans_are_in_order_of_time_and_apart() {
    for country in Country::all() {
        for pair in country.existed().windows(2) {
            let (one, other) = (pair[0].bounds(), pair[1].bounds());
            assert!(one.latest() < other.earliest(), "{country}");
        }
    }
}

#[test]
fn who_still_exists_is_a_member_or_is_listed_apart() {
    // States that COW does not count in: it ends in 2016 with these left out.
    let beside: BTreeSet<&str> = Country::all()
        .filter(|it| it.is_state() && it.still_exists() && it.code(CodeSystem::Cow).is_none())
        .map(Country::name)
        .collect();
    assert_eq!(
        beside.into_iter().collect::<Vec<_>>(),
        ["Abkhazia", "Holy See", "Palestine", "South Ossetia"]
    );
}

#[test]
fn members_of_the_state_system_exist() {
    for code in codes(CodeSystem::Cow) {
        let ends = [code.span().start().moment(), code.span().end().moment()];
        for end in ends.into_iter().flatten() {
            assert!(!code.country().exists_on(end).is_never(), "{code} on {end}");
        }
    }
}

#[test]
fn the_table_in_the_docs_is_true() {
    let docs = include_str!("mod.rs");
    for system in SYSTEMS {
        let count = codes(system)
            .map(CountryCode::value)
            .collect::<BTreeSet<_>>()
            .len();
        let row = docs
            .lines()
            .find(|line| line.starts_with(&format!("//! | `{system}` |")))
            .unwrap();
        assert!(
            row.ends_with(&format!("| {count} |")),
            "{system} has {count}: {row}"
        );
    }
}

#[test]
fn a_moment_that_is_too_vague_is_ambiguous() {
    let on = |text: &str| {
        let moment: Moment = text.parse().unwrap();
        Country::of_code_on(CodeSystem::Cow, "365", moment)
    };
    assert_eq!(on("1990").unwrap().name(), "Soviet Union");
    assert_eq!(on("1991-12-26").unwrap().name(), "Russia");
    let error = on("1991-12").unwrap_err();
    assert!(error.is_ambiguous());
    assert_eq!(error.candidates(), ["Russia", "Soviet Union"]);
    assert_eq!(
        Country::of_code(CodeSystem::Cow, "365").unwrap().name(),
        "Russia"
    );
}

#[test]
fn a_code_of_one_country_alone_is_its_own_at_any_time() {
    let day = date(1850, 1, 1);
    let name = |system, code| Country::of_code_on(system, code, day).map(Country::name);
    assert_eq!(name(CodeSystem::Fips, "OD").unwrap(), "South Sudan");
    assert_eq!(
        name(CodeSystem::Iso3, "ZAR").unwrap(),
        "Democratic Republic of the Congo"
    );
}

proptest! {
    /// Any text at all is a country or an error that names it; nothing panics.
    #[test]
    fn unknown_codes_are_errors_that_name_them(text in "\\PC{0,6}", which in 0..CodeSystem::ALL.len()) {
        let system = CodeSystem::ALL[which];
        match Country::of_code(system, &text) {
            Ok(country) => {
                let sought = packed(system, &text);
                let mut held = country.codes_in(system);
                prop_assert!(held.any(|code| packed(system, code.value()) == sought));
            }
            Err(error) => {
                let code = ActorCode { system, value: text.clone() };
                prop_assert!(error.is_unknown() || error.is_ambiguous());
                prop_assert!(Country::try_from(&code).is_err());
                prop_assert!(error.to_string().contains(system.prefix()));
            }
        }
    }
}
