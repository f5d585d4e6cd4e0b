//! What SPARQL costs over the graph itself, against an Oxigraph store in memory that was
//! loaded with our export, on ICEWS14 (90,730 rows) where it is there, else on as many
//! synthetic events.
//!
//! `cargo bench -p demarche-agreement`; with `-- --test` each runs once. The
//! answers are held equal before anything is timed, and both are timed in one run.
//! `opened` is asked of a dataset that has answered before; `asked_once` of a new one.

#![allow(
    clippy::cast_possible_truncation,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a bench makes its own input"
)]

use std::collections::HashMap;
use std::path::Path;
use std::sync::OnceLock;

use demarche::Graph;
use demarche::ingest::QuadrupleReader;
use demarche::interop::rdf::{Answer, Format, Rdf, Sparql, Table};
use demarche_agreement::{Oxigraph, lines};
use divan::{Bencher, black_box};
use jiff::civil::date;

#[allow(dead_code, reason = "other benches use all of it")]
#[path = "../../benches/world/mod.rs"]
mod world;

const DIR: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/icews14");
const SYNTHETIC: u64 = 90_730;

/// A name, and the question; `:one` and `:other` are the two that talked first, and
/// `event:1` is what was recorded first.
const QUESTIONS: [(&str, &str); 12] = [
    ("an event", "SELECT ?p ?o WHERE { event:1 ?p ?o }"),
    (
        "partners of one",
        "SELECT ?who WHERE { :one dem:talkedTo ?who }",
    ),
    (
        "events of two",
        "SELECT ?event ?date WHERE { :one dem:talkedTo :other ~ ?event . ?event dem:date ?date }",
    ),
    (
        "one by months",
        "SELECT ?month (COUNT(*) AS ?count) WHERE {
           ?event dem:participant :one; dem:date ?date } GROUP BY (MONTH(?date) AS ?month)",
    ),
    (
        "partners of partners",
        "SELECT (COUNT(DISTINCT ?who) AS ?count) WHERE {
           :one dem:talkedTo ?other . ?other dem:talkedTo ?who }",
    ),
    (
        "within reach",
        "SELECT (COUNT(?who) AS ?count) WHERE { :one dem:talkedTo+ ?who }",
    ),
    (
        "talks by month",
        "SELECT ?month (COUNT(*) AS ?count) WHERE {
           ?event a dem:Talk; dem:date ?date } GROUP BY (MONTH(?date) AS ?month)",
    ),
    (
        "who accuses whom most",
        "SELECT ?one ?other (COUNT(?event) AS ?count) WHERE {
           ?event a dem:Accusation; dem:source ?one; dem:target ?other
         } GROUP BY ?one ?other ORDER BY DESC(?count) ?one ?other LIMIT 10",
    ),
    (
        "in a week",
        "SELECT ?event WHERE { ?event dem:date ?date
           FILTER(?date >= '2014-06-02'^^xsd:date && ?date < '2014-06-09'^^xsd:date) }",
    ),
    (
        "on a day",
        "SELECT ?event WHERE { ?event dem:date '2014-06-02'^^xsd:date }",
    ),
    ("of a code", "SELECT ?event WHERE { ?event dem:code '041' }"),
    (
        "answers on the day",
        "SELECT (COUNT(*) AS ?count) WHERE {
           ?call dem:source :one; dem:target ?other; dem:date ?date .
           ?back dem:source ?other; dem:target :one; dem:date ?date }",
    ),
];

const NAMES: [&str; QUESTIONS.len()] = {
    let mut names = [""; QUESTIONS.len()];
    let mut nth = 0;
    while nth < QUESTIONS.len() {
        names[nth] = QUESTIONS[nth].0;
        nth += 1;
    }
    names
};

fn main() {
    compare();
    divan::main();
}

struct World {
    graph: Graph,
    questions: HashMap<&'static str, String>,
}

fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| {
        let dir = Path::new(DIR);
        let graph = if dir.exists() {
            icews14(dir)
        } else {
            eprintln!("{DIR} is not there: synthetic events instead");
            world::graph(SYNTHETIC).expect("the rows are well formed").0
        };
        let pairs = graph.view().who_talked_to_whom();
        let most = &pairs[0];
        let fill = |query: &str| {
            query
                .replace(":one", &format!(":{}", most.one().key()))
                .replace(":other", &format!(":{}", most.other().key()))
        };
        let questions = QUESTIONS
            .into_iter()
            .map(|(name, query)| (name, fill(query)))
            .collect();
        World { graph, questions }
    })
}

fn icews14(dir: &Path) -> Graph {
    let reader = QuadrupleReader::builder()
        .strict()
        .entities(dir.join("entity2id.txt"))
        .expect("a list of names")
        .relations(dir.join("relation2id.txt"))
        .expect("a list of names")
        .days_from(date(2014, 1, 1), 1)
        .from_paths(["train.txt", "valid.txt", "test.txt"].map(|file| dir.join(file)))
        .expect("three files");
    let mut graph = Graph::new();
    graph.ingest(reader).expect("rows that can be read");
    graph
}

fn export() -> &'static str {
    static EXPORT: OnceLock<String> = OnceLock::new();
    EXPORT.get_or_init(|| Rdf::of(&world().graph.view()).to_text(Format::NQuads))
}

fn store() -> &'static Oxigraph {
    static STORE: OnceLock<Oxigraph> = OnceLock::new();
    STORE.get_or_init(load)
}

fn load() -> Oxigraph {
    Oxigraph::of(export())
}

fn ours(sparql: &Sparql<'_>, query: &str) -> Answer {
    sparql.answer(query).expect("SPARQL")
}

fn compare() {
    let sparql = Sparql::of(&world().graph.view());
    for (name, query) in &world().questions {
        let mut text = Vec::new();
        ours(&sparql, query)
            .write(Table::Tsv, &mut text)
            .expect("memory");
        let (ours, theirs) = (lines(&text), lines(&store().answer(query)));
        assert!(ours == theirs, "{name}: the answers differ");
        assert!(ours.len() > 1, "{name}: nothing is found");
    }
}

/// Ours, of a dataset that has answered the question before.
#[divan::bench(args = NAMES, sample_count = 20, sample_size = 1)]
fn opened(bencher: Bencher, name: &str) {
    let sparql = Sparql::of(&world().graph.view());
    let query = &world().questions[name];
    black_box(ours(&sparql, query));
    bencher.bench_local(|| ours(&sparql, black_box(query)));
}

/// Ours, of a new dataset each time: what one question costs that nothing prepared.
#[divan::bench(args = NAMES, sample_count = 20, sample_size = 1)]
fn asked_once(bencher: Bencher, name: &str) {
    let query = &world().questions[name];
    bencher.bench_local(|| ours(&Sparql::of(&world().graph.view()), black_box(query)));
}

/// Theirs, of the store that is loaded.
#[divan::bench(args = NAMES, sample_count = 20, sample_size = 1)]
fn oxigraph(bencher: Bencher, name: &str) {
    let query = &world().questions[name];
    bencher.bench_local(|| store().answer(black_box(query)));
}

/// Writing all that a view shows, as N-Quads.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn write_n_quads() -> u64 {
    let rdf = Rdf::of(&world().graph.view());
    let written = rdf.write(Format::NQuads, std::io::sink());
    written.expect("a sink takes all").bytes()
}

/// Reading that again.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn read_n_quads() -> Graph {
    Graph::from_rdf(export(), Format::NQuads).expect("what we wrote")
}

/// What loading costs them, before the first question.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn load_oxigraph() -> Oxigraph {
    load()
}
