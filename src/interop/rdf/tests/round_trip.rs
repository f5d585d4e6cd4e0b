use proptest::prelude::*;

use crate::interop::json::tests::random;
use crate::interop::rdf::{Format, Rdf};
use crate::interop::testing::lossless::{came_back, came_in_part, merged};
use crate::interop::testing::report;
use crate::{Graph, Result};

const FORMATS: [Format; 2] = [Format::Turtle, Format::NQuads];

fn there_and_back(graph: &Graph, format: Format) -> Result<Graph> {
    Graph::from_rdf(&Rdf::everything(graph).to_text(format), format)
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..900)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn every_graph_comes_back(bytes in bytes()) {
        let graph = random::graph(&bytes);
        for format in FORMATS {
            came_back(&graph, there_and_back(&graph, format))?;
        }
    }

    #[test]
    fn the_order_of_triples_does_not_count(bytes in bytes(), turn in any::<prop::sample::Index>()) {
        let graph = random::graph(&bytes);
        let text = Rdf::everything(&graph).to_text(Format::NQuads);
        let mut lines: Vec<&str> = text.lines().collect();
        if !lines.is_empty() {
            let middle = turn.index(lines.len());
            lines.rotate_left(middle);
        }
        lines.reverse();
        let mut shuffled = lines.join("\n");
        shuffled.push('\n');
        prop_assert!(Graph::from_rdf(&shuffled, Format::NQuads).unwrap() == graph);
    }

    #[test]
    fn what_a_view_shows_can_be_read(bytes in bytes()) {
        let graph = random::graph(&bytes);
        let text = Rdf::of(&graph.during("2021").unwrap()).to_text(Format::Turtle);
        came_in_part(&graph, Graph::from_rdf(&text, Format::Turtle))?;
    }
}

#[test]
fn the_news_report_comes_back() {
    for format in FORMATS {
        came_back(&report(), there_and_back(&report(), format)).unwrap();
    }
}

#[test]
fn whoever_was_merged_was_told_of_as_recorded() {
    let text = Rdf::everything(&merged()).to_text(Format::Turtle);
    assert!(text.contains("dem:recordedAs"), "{text}");
    came_back(&merged(), there_and_back(&merged(), Format::Turtle)).unwrap();
}
