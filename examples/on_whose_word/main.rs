//! On whose word do we have it? Asked in SPARQL, of a document or the news report of
//! November 2021.
//!
//! ```text
//! cargo run --features sparql --example on_whose_word
//! ```

use std::error::Error;

use demarche::Graph;
use demarche::interop::rdf::Sparql;

const REPORT: &str = "examples/data/belarus_border_2021.json";

/// What is asked, and how.
const QUESTIONS: [(&str, &str); 4] = [
    (
        "Who talked to whom, and who says so?",
        "SELECT ?one ?other ?speaker WHERE {
           ?one dem:talkedTo ?other ~ ?event FILTER(STR(?one) < STR(?other))
           OPTIONAL { SELECT DISTINCT ?event ?speaker WHERE {
             ?event dem:account/dem:speaker ?speaker } }
         } ORDER BY ?one ?other ?speaker",
    ),
    (
        "Who is accused, by whom, and is it their own word?",
        "SELECT ?accuser ?accused ?own WHERE {
           ?accuser dem:accused ?accused ~ ?event
           BIND(EXISTS { ?event dem:account/dem:speaker/dem:partOf* ?accuser } AS ?own)
         } ORDER BY ?accuser ?accused",
    ),
    (
        "What is quoted word for word?",
        "SELECT ?speaker ?text WHERE {
           ?account dem:words [ dem:wording 'verbatim'; schema:text ?text ]
           OPTIONAL { ?account dem:speaker ?speaker }
         } ORDER BY ?speaker ?text",
    ),
    (
        "What can have happened before November, and what certainly had?",
        "SELECT ?event ?when ?certainly WHERE {
           ?event dem:when ?when FILTER(dem:possiblyBefore(?when, '2021-11-01'))
           BIND(dem:certainlyBefore(?when, '2021-11-01') AS ?certainly)
         } ORDER BY ?event",
    ),
];

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1);
    let graph = Graph::read_json(path.as_deref().unwrap_or(REPORT))?;
    let sparql = Sparql::of(&graph.view());
    for (question, query) in QUESTIONS {
        println!("{question}");
        for row in &sparql.select(query)? {
            println!("  {row}");
        }
    }
    Ok(())
}
