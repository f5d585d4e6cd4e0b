//! The report as a JSON document.

use demarche::{Graph, Result};

use super::graph;
use crate::expected::assert_same;

const DOCUMENT: &str = "examples/data/belarus_border_2021.json";

#[test]
fn the_document_is_the_graph_built_in_rust() -> Result<()> {
    let built = graph();
    assert_same(&built.to_json(), DOCUMENT);
    let read = Graph::read_json(DOCUMENT)?;
    assert_eq!(read, built);
    assert_eq!(read.to_json(), built.to_json());
    Ok(())
}

#[test]
fn the_document_answers_as_the_graph_does() -> Result<()> {
    let (built, read) = (graph(), Graph::read_json(DOCUMENT)?);
    for day in ["2021-11-15", "2021-11", ".."] {
        let answers = |graph: &Graph| -> Result<String> {
            let view = graph.during(day)?;
            Ok(format!(
                "{}{}{}{}{}",
                view.who_talked_to_whom(),
                view.who_accuses_whom(),
                view.sanctions(),
                view.single_source(),
                view.relationship("EU", "Belarus")?
            ))
        };
        assert_eq!(answers(&read)?, answers(&built)?);
    }
    Ok(())
}
