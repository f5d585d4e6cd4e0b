//! Texts that are meant to break whoever reads them.

use crate::interop::rdf::{Format, Sparql};
use crate::{Graph, Result};

/// So many of each, one in another.
fn nested(open: &str, within: &str, close: &str, many: usize) -> String {
    format!("{}{within}{}", open.repeat(many), close.repeat(many))
}

#[test]
fn triple_terms_without_end_are_refused_before_they_are_read() {
    for format in [Format::Turtle, Format::NQuads] {
        for (many, closed) in [(65, 65), (200_000, 200_000), (200_000, 0)] {
            let terms = "<<( <urn:a> <urn:b> ".repeat(many);
            let text = format!("<urn:a> <urn:b> {terms}1{} .", " )>>".repeat(closed));
            let error = Graph::from_rdf(&text, format).unwrap_err();
            assert!(error.is_in_input());
            assert_eq!(
                error.to_string(),
                "the text: triple terms in triple terms, more than 64 deep"
            );
        }
    }
    // Of other vocabularies, and so passed over.
    let some = nested("<<( <urn:a> <urn:b> ", "<urn:c>", " )>>", 64);
    let text = format!("<urn:a> <urn:b> {some} .");
    assert!(Graph::from_rdf(&text, Format::Turtle).is_ok());
}

#[test]
fn questions_without_end_are_refused_before_they_are_read() -> Result<()> {
    let graph = Graph::new();
    let sparql = Sparql::of(&graph.view());
    let asked = |many: usize| {
        [
            format!("SELECT ({} AS ?x) {{}}", nested("(", "1", ")", many)),
            format!("ASK {}", nested("{ ", "?a ?b ?c", " }", many)),
            format!("ASK {{ {} }}", nested("[ ?b ", "?c", " ]", many)),
            format!("ASK {{ ?a {} ?c }}", nested("(", "dem:key", ")", many)),
            format!("ASK {{ {} ?b ?c }}", nested("( ", "?a", " )", many)),
            format!(
                "ASK {{ FILTER {} }}",
                nested("NOT EXISTS { FILTER ", "(1=1)", "}", many)
            ),
        ]
    };
    for query in asked(14) {
        sparql.answer(&query)?;
    }
    for many in [17, 100_000] {
        for query in asked(many) {
            let error = sparql.answer(&query).unwrap_err();
            let message = error.to_string();
            assert!(message.contains("brackets in brackets"), "{message}");
        }
    }
    Ok(())
}

#[test]
fn what_is_said_a_thousand_times_is_said_once() -> Result<()> {
    let head = "@prefix dem: <https://docs.rs/demarche/vocabulary#> .\n\
                @prefix schema: <https://schema.org/> .\n\
                <urn:a> a dem:Actor, dem:Leader; schema:name \"A\" .\n";
    let again = "<urn:a> schema:name \"A\"; dem:sector \"x\" .\n".repeat(1_000);
    let graph = Graph::from_rdf(&format!("{head}{again}"), Format::Turtle)?;
    let (_, actor) = graph.actors().next().unwrap();
    assert_eq!(actor.sectors(), ["x"]);
    Ok(())
}

#[test]
fn a_page_in_the_place_of_a_word_is_no_word() {
    let page = "page".repeat(100_000);
    let text = format!("<urn:a> <https://docs.rs/demarche/vocabulary#{page}> 1 .");
    assert!(
        Graph::from_rdf(&text, Format::NQuads)
            .unwrap_err()
            .is_in_input()
    );
}
