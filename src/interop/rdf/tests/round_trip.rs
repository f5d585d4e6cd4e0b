use proptest::prelude::*;

use crate::interop::json::tests::random;
use crate::interop::rdf::{Format, Rdf};
use crate::model::{Leader, Unresolved};
use crate::{Call, Graph, NewEvent, Result, Role};

const FORMATS: [Format; 2] = [Format::Turtle, Format::NQuads];

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..900)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn every_graph_comes_back(bytes in bytes()) {
        let graph = random::graph(&bytes);
        for format in FORMATS {
            let text = Rdf::everything(&graph).to_text(format);
            let back = Graph::from_rdf(&text, format)
                .map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
            prop_assert!(back == graph, "{}\n{}\n{}", text, graph.to_json(), back.to_json());
            // Not only the same, but in the same order.
            prop_assert_eq!(back.to_json(), graph.to_json());
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
        let view = graph.during("2021").unwrap();
        let text = Rdf::of(&view).to_text(Format::Turtle);
        let part = Graph::from_rdf(&text, Format::Turtle)
            .map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
        prop_assert_eq!(part.actor_count(), graph.actor_count());
        prop_assert!(part.event_count() <= graph.event_count());
    }
}

#[test]
fn the_news_report_comes_back() -> Result<()> {
    let graph = Graph::read_json("examples/data/belarus_border_2021.json")?;
    for format in FORMATS {
        let text = Rdf::everything(&graph).to_text(format);
        let back = Graph::from_rdf(&text, format)?;
        assert_eq!(back, graph);
        assert_eq!(back.to_json(), graph.to_json());
    }
    Ok(())
}

#[test]
fn whoever_was_merged_was_told_of_as_recorded() -> Result<()> {
    let mut graph = Graph::new();
    let putin = graph.add(Leader::new("Vladimir Putin"))?;
    let told = graph.add(Unresolved::new("PUTIN"))?;
    let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    graph.record(Call::between(macron, putin).on("2021-11-15"))?;
    // Both, in one role: after the merge they are one.
    let call = NewEvent::coded("041")?
        .with(Role::Party, macron)
        .with(Role::Party, putin)
        .with(Role::Party, told);
    graph.record(call)?;
    graph.merge_actors(putin, told)?;
    let text = Rdf::everything(&graph).to_text(Format::Turtle);
    assert!(text.contains("dem:recordedAs"), "{text}");
    assert_eq!(Graph::from_rdf(&text, Format::Turtle)?, graph);
    Ok(())
}
