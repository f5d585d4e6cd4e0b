//! SPARQL over the graph itself, against an Oxigraph store loaded with our export.

// What is allowed in tests is so in their helpers too.
#![cfg(test)]

mod queries;
mod worlds;

use demarche::ingest;
use demarche::interop::rdf::{Answer, Format, Rdf, Sparql, Table};
use demarche::{Graph, Level, Standing, View};
use demarche_agreement::{Oxigraph, lines};

use queries::{ANY, ARTICLE, Question};

fn ours(sparql: &Sparql<'_>, query: &str) -> Vec<String> {
    let mut text = Vec::new();
    match sparql.answer(query).unwrap() {
        Answer::Truth(truth) => text.extend(truth.to_string().into_bytes()),
        answer => answer.write(Table::Tsv, &mut text).unwrap(),
    }
    lines(&text)
}

/// The store that holds what our export of a view says.
fn store(view: &View<'_>) -> Oxigraph {
    Oxigraph::of(&Rdf::of(view).to_text(Format::NQuads))
}

fn agree(view: &View<'_>, questions: &[Question]) -> usize {
    let (sparql, store) = (Sparql::of(view), store(view));
    let mut answered = 0;
    for (name, query) in questions {
        let (ours, theirs) = (ours(&sparql, query), lines(&store.answer(query)));
        assert_eq!(ours, theirs, "{name}: {query}");
        // The first line is that of the variables.
        answered += usize::from(ours.len() > 1 || query.starts_with("ASK"));
    }
    answered
}

fn article() -> Graph {
    Graph::read_json("../examples/data/belarus_border_2021.json").unwrap()
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
        let graph = read(&format!("../tests/data/{file}"));
        agree(&graph.view(), ANY);
        agree(&graph.view().level(Level::State).unwrap(), ANY);
    }
}

fn read(path: &str) -> Graph {
    let mut graph = Graph::new();
    graph.ingest(ingest::open(path).unwrap()).unwrap();
    graph
}
