//! Stores of others, loaded with what demarche writes, to hold its answers against.

#![allow(clippy::expect_used, reason = "what fails here is to fail the test")]

use std::fmt;

use demarche::interop::rdf::VOCABULARY;
use oxigraph::io::RdfFormat;
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};
use oxigraph::sparql::{QueryResults, SparqlEvaluator};
use oxigraph::store::Store;

/// The prefixes that a question to demarche need not declare.
const PREFIXES: [(&str, &str); 11] = [
    ("", "urn:demarche:actor/"),
    ("event", "urn:demarche:event/"),
    ("tie", "urn:demarche:tie/"),
    ("dem", VOCABULARY),
    ("schema", "https://schema.org/"),
    ("org", "http://www.w3.org/ns/org#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// An Oxigraph store in memory.
pub struct Oxigraph(Store);

impl Oxigraph {
    /// One that holds what a text of N-Quads says.
    ///
    /// # Panics
    /// When it is not N-Quads.
    pub fn of(n_quads: &str) -> Self {
        let store = Store::new().expect("memory");
        store
            .load_from_slice(RdfFormat::NQuads, n_quads.as_bytes())
            .expect("N-Quads");
        Self(store)
    }

    /// Its answer as text: rows as TSV, a graph as lines of N-Triples, or `true` or `false`.
    ///
    /// # Panics
    /// When the question is not SPARQL, or cannot be answered.
    pub fn answer(&self, query: &str) -> Vec<u8> {
        let evaluator = PREFIXES
            .into_iter()
            .fold(SparqlEvaluator::new(), |evaluator, (prefix, iri)| {
                evaluator.with_prefix(prefix, iri).expect("an IRI")
            });
        let prepared = evaluator.parse_query(query).expect("SPARQL");
        match prepared.on_store(&self.0).execute().expect("an answer") {
            QueryResults::Boolean(truth) => truth.to_string().into_bytes(),
            QueryResults::Graph(triples) => {
                let lines: Vec<String> = triples
                    .map(|triple| format!("{} .", triple.expect("a triple")))
                    .collect();
                lines.join("\n").into_bytes()
            }
            QueryResults::Solutions(solutions) => {
                let names = solutions.variables().to_vec();
                let mut to = QueryResultsSerializer::from_format(QueryResultsFormat::Tsv)
                    .serialize_solutions_to_writer(Vec::new(), names)
                    .expect("memory");
                for solution in solutions {
                    to.serialize(&solution.expect("a row")).expect("memory");
                }
                to.finish().expect("memory")
            }
        }
    }
}

impl fmt::Debug for Oxigraph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Oxigraph")
    }
}

/// The lines of an answer, in no order: neither side promises one.
pub fn lines(answer: &[u8]) -> Vec<String> {
    let mut lines: Vec<String> = String::from_utf8_lossy(answer)
        .lines()
        .map(str::to_owned)
        .collect();
    lines.sort();
    lines
}
