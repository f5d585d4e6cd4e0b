//! SPARQL over the graph itself, against an Oxigraph store loaded with our export.

mod queries;

use demarche::ingest;
use demarche::interop::rdf::{Answer, Format, Rdf, Sparql, Table};
use demarche::{Graph, Level, Standing, View};
use oxigraph::io::RdfFormat;
use oxigraph::sparql::results::{QueryResultsFormat, QueryResultsSerializer};
use oxigraph::sparql::{QueryResults, SparqlEvaluator};
use oxigraph::store::Store;

use queries::{ANY, ARTICLE, Question};

const PREFIXES: [(&str, &str); 11] = [
    ("", "urn:demarche:actor/"),
    ("event", "urn:demarche:event/"),
    ("tie", "urn:demarche:tie/"),
    ("dem", demarche::interop::rdf::VOCABULARY),
    ("schema", "https://schema.org/"),
    ("org", "http://www.w3.org/ns/org#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// The lines of an answer, in no order.
fn lines(text: &[u8]) -> Vec<String> {
    let mut lines: Vec<String> = String::from_utf8(text.to_vec())
        .unwrap()
        .lines()
        .map(str::to_owned)
        .collect();
    lines.sort();
    lines
}

fn ours(sparql: &Sparql<'_>, query: &str) -> Vec<String> {
    let mut text = Vec::new();
    match sparql.answer(query).unwrap() {
        Answer::Truth(truth) => text.extend(truth.to_string().into_bytes()),
        answer => answer.write(Table::Tsv, &mut text).unwrap(),
    }
    lines(&text)
}

fn theirs(store: &Store, query: &str) -> Vec<String> {
    let mut evaluator = SparqlEvaluator::new();
    for (prefix, iri) in PREFIXES {
        evaluator = evaluator.with_prefix(prefix, iri).unwrap();
    }
    let results = evaluator
        .parse_query(query)
        .unwrap()
        .on_store(store)
        .execute()
        .unwrap();
    let text = match results {
        QueryResults::Boolean(truth) => truth.to_string().into_bytes(),
        QueryResults::Graph(triples) => {
            let lines: Vec<String> = triples
                .map(|triple| format!("{} .", triple.unwrap()))
                .collect();
            lines.join("\n").into_bytes()
        }
        QueryResults::Solutions(solutions) => {
            let names = solutions.variables().to_vec();
            let mut to = QueryResultsSerializer::from_format(QueryResultsFormat::Tsv)
                .serialize_solutions_to_writer(Vec::new(), names)
                .unwrap();
            for solution in solutions {
                to.serialize(&solution.unwrap()).unwrap();
            }
            to.finish().unwrap()
        }
    };
    lines(&text)
}

/// The store that holds what our export of a view says.
fn store(view: &View<'_>) -> Store {
    let store = Store::new().unwrap();
    let text = Rdf::of(view).to_text(Format::NQuads);
    store
        .load_from_slice(RdfFormat::NQuads, text.as_bytes())
        .unwrap();
    store
}

fn agree(view: &View<'_>, questions: &[Question]) -> usize {
    let (sparql, store) = (Sparql::of(view), store(view));
    let mut answered = 0;
    for (name, query) in questions {
        let (ours, theirs) = (ours(&sparql, query), theirs(&store, query));
        assert_eq!(ours, theirs, "{name}: {query}");
        // The first line is that of the variables.
        answered += usize::from(ours.len() > 1 || query.starts_with("ASK"));
    }
    answered
}

/// Puts the questions that any graph can be asked.
pub(crate) fn agree_on_any(view: &View<'_>) {
    agree(view, ANY);
}

fn article() -> Graph {
    Graph::read_json("examples/data/belarus_border_2021.json").unwrap()
}

#[test]
fn on_the_news_report_both_answer_alike() {
    let graph = article();
    let answered = agree(&graph.view(), ARTICLE);
    // Most questions are about something, so that agreeing means something.
    assert!(answered + 4 >= ARTICLE.len(), "{answered}");
    agree(&graph.view(), ANY);
}

#[test]
fn in_every_frame_both_answer_alike() {
    let graph = article();
    let view = || graph.view();
    for view in [
        graph.during("2021-11-15").unwrap(),
        view().level(Level::State).unwrap(),
        view().standing([Standing::Asserted]),
        view().according_to("Kremlin").unwrap(),
        view().known_by("2021-11-15").unwrap(),
        graph.during("2031").unwrap(),
    ] {
        agree(&view, ANY);
        agree(&view, ARTICLE);
    }
}

#[test]
fn on_files_both_answer_alike() {
    for file in [
        "icews_small.tab",
        "gdelt_mixed.tsv",
        "polecat_small.tsv",
        "ftm_small.jsonl",
    ] {
        let graph = read(&format!("tests/data/{file}"));
        agree(&graph.view(), ANY);
        agree(&graph.view().level(Level::State).unwrap(), ANY);
    }
}

fn read(path: &str) -> Graph {
    let mut graph = Graph::new();
    graph.ingest(ingest::open(path).unwrap()).unwrap();
    graph
}
