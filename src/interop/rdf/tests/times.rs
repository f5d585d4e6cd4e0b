//! Our relations in time, asked in SPARQL.

use proptest::prelude::*;

use crate::Graph;
use crate::interop::rdf::Sparql;
use crate::time::{Moment, Span, Window};

/// What an expression comes to, as it is displayed; "–" if it comes to nothing.
fn value(expression: &str) -> String {
    let graph = Graph::new();
    let rows = Sparql::of(&graph.view())
        .select(&format!(
            "SELECT ?value WHERE {{ BIND({expression} AS ?value) }}"
        ))
        .unwrap_or_else(|error| panic!("{expression}: {error}"));
    assert_eq!(rows.len(), 1, "{expression}");
    rows[0].to_string()
}

#[test]
fn moments_are_compared_as_time_does() {
    for (expression, expected) in [
        ("dem:certainlyBefore('2021-11-14', '2021-11-15')", "true"),
        ("dem:certainlyBefore('2021-11-15', '2021-11-15')", "false"),
        ("dem:possiblyBefore('2021-11-15', '2021-11-15')", "true"),
        ("dem:certainlyBefore('2021-11', '2021-11-15')", "false"),
        ("dem:possiblyBefore('2021-11', '2021-11-15')", "true"),
        ("dem:possiblyBefore('2021-12', '2021-11-15')", "false"),
        ("dem:certainlyBefore('~2020', '2021')", "false"),
        ("dem:possiblyBefore('~2020', '2021')", "true"),
        (
            "dem:certainlyBefore('[..2021-11-16]', '2021-11-17')",
            "true",
        ),
        (
            "dem:possiblyBefore('[2021-10-25..2021-11-15]', '2021-10-26')",
            "true",
        ),
        ("dem:certainlyDuring('2021-11-15', '2021-11')", "true"),
        ("dem:certainlyDuring('2021', '2021-11')", "false"),
        ("dem:possiblyDuring('2021', '2021-11')", "true"),
        ("dem:possiblyDuring('2022', '2021-11')", "false"),
        ("dem:certainlyDuring('2021-11-15', '2021-11-01/..')", "true"),
    ] {
        assert_eq!(value(expression), expected, "{expression}");
    }
}

#[test]
fn spans_are_read_as_time_does() {
    for (expression, expected) in [
        ("dem:certainlyHolds('2017-05-14/..', '2021-11-15')", "true"),
        (
            "dem:certainlyHolds('2017-05-14/2021-01', '2021-11-15')",
            "false",
        ),
        (
            "dem:possiblyHolds('2017-05-14/2021-01', '2021-11-15')",
            "false",
        ),
        // An end that is not known is not "always".
        ("dem:certainlyHolds('2012-05-07/', '2021-11-15')", "false"),
        ("dem:possiblyHolds('2012-05-07/', '2021-11-15')", "true"),
        ("dem:earliestOf('2021-11')", "2021-11-01T00:00:00"),
        ("dem:latestOf('2021-11')", "2021-11-30T23:59:59"),
        (
            "dem:earliestOf('2017-05-14/2022-05-13')",
            "2017-05-14T00:00:00",
        ),
        (
            "dem:latestOf('2017-05-14/2022-05-13')",
            "2022-05-13T23:59:59",
        ),
        ("dem:latestOf('2017-05-14/..')", "–"),
        ("dem:latestOf('2012-05-07/')", "–"),
        ("dem:earliestOf('[..2021-11-16]')", "–"),
    ] {
        assert_eq!(value(expression), expected, "{expression}");
    }
    let (one, other) = ("2021-11-01/2021-11-05", "2021-11-03/2021-11-09");
    let spans: [Span; 2] = [one, other].map(|span| span.parse().unwrap());
    assert_eq!(
        value(&format!("dem:relation('{one}', '{other}')")),
        spans[0].relations_to(&spans[1]).to_string()
    );
}

#[test]
fn dates_of_xml_schema_and_of_ours_will_do() {
    for (expression, expected) in [
        (
            "dem:certainlyBefore('2021-11-14'^^xsd:date, '2021-11-15'^^dem:edtf)",
            "true",
        ),
        (
            "dem:certainlyBefore('2021'^^xsd:gYear, '2022-03'^^xsd:gYearMonth)",
            "true",
        ),
        (
            "dem:certainlyDuring('2021-11-15T10:00:00'^^xsd:dateTime, '2021-11')",
            "true",
        ),
        ("dem:certainlyBefore(2020, 2021)", "true"),
    ] {
        assert_eq!(value(expression), expected, "{expression}");
    }
}

/// What cannot be read is no answer, and in a filter no row; it is no error of the query.
#[test]
fn what_is_no_date_comes_to_nothing() {
    for expression in [
        "dem:certainlyBefore('yesterday', '2021')",
        "dem:certainlyBefore('2021')",
        "dem:certainlyBefore('2021', '2022', '2023')",
        "dem:certainlyBefore(dem:Event, '2021')",
        "dem:possiblyDuring('2021', '')",
        "dem:certainlyHolds('', '2021')",
        "dem:earliestOf('2021', '2022')",
        "dem:earliestOf('')",
        "dem:relation('2021', 'never')",
    ] {
        assert_eq!(value(expression), "–", "{expression}");
    }
    let graph = Graph::new();
    let filtered = "ASK { FILTER(dem:certainlyBefore('yesterday', '2021')) }";
    assert!(!Sparql::of(&graph.view()).ask(filtered).unwrap());
}

fn moment() -> impl Strategy<Value = String> {
    (2020..2023_i16, 1..13_u8, 1..29_u8, 0..6_u8).prop_map(|(year, month, day, form)| match form {
        0 => format!("{year}"),
        1 => format!("{year}-{month:02}"),
        2 => format!("~{year}-{month:02}"),
        3 => format!("[..{year}-{month:02}-{day:02}]"),
        4 => format!("{year}-{month:02}-{day:02}T10:00"),
        _ => format!("{year}-{month:02}-{day:02}"),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn functions_agree_with_time(one in moment(), other in moment()) {
        let [a, b] = [&one, &other].map(|text| text.parse::<Moment>().unwrap());
        let before = a.before(&b);
        let pair = format!("('{one}', '{other}')");
        let certainly = value(&format!("dem:certainlyBefore{pair}"));
        prop_assert_eq!(certainly, before.is_certain().to_string());
        let possibly = value(&format!("dem:possiblyBefore{pair}"));
        prop_assert_eq!(possibly, before.is_possible().to_string());
        if let Ok(window) = other.parse::<Window>() {
            let during = a.within_window(&window);
            let certainly = value(&format!("dem:certainlyDuring{pair}"));
            prop_assert_eq!(certainly, during.is_certain().to_string());
            let possibly = value(&format!("dem:possiblyDuring{pair}"));
            prop_assert_eq!(possibly, during.is_possible().to_string());
        }
    }
}
