use std::collections::HashSet;

use proptest::prelude::*;

use crate::interop::json::tests::random;
use crate::interop::rdf::dataset::Dataset;
use crate::interop::rdf::names::Names;
use crate::interop::rdf::node::Node;
use crate::interop::rdf::scan::{Pattern, Triple};
use crate::interop::rdf::terms::Terms;
use crate::interop::rdf::words::Word;
use crate::query::Showing;
use crate::{Graph, Level, NewAccount, NewEvent, Standing};

fn dataset(graph: &Graph, showing: u8) -> Dataset<'_> {
    let view = graph.view();
    let showing = match showing % 5 {
        0 => Showing::everything(graph),
        1 => Showing::of(&view),
        2 => Showing::of(&view.during("2021").unwrap()),
        3 => Showing::of(&view.level(Level::State).unwrap()),
        _ => Showing::of(&view.standing([Standing::Denied, Standing::Alleged])),
    };
    let names = Names {
        graph,
        base: "urn:x:".to_owned(),
    };
    Dataset::new(showing, Terms::new(names))
}

fn found(dataset: &Dataset<'_>, pattern: Pattern) -> Vec<Triple> {
    let mut found: Vec<Triple> = dataset.find(pattern).collect();
    found.sort_by_key(|triple| format!("{triple:?}"));
    found
}

/// Of which the store knows which events have them.
const SOUGHT: [Word; 8] = [
    Word::RdfType,
    Word::Code,
    Word::PloverClass,
    Word::Mode,
    Word::Date,
    Word::When,
    Word::Earliest,
    Word::Latest,
];

/// Puts the events in columns, and amends one of them and adds one.
fn settle(graph: &mut Graph) {
    graph.compact();
    let actors = graph.actors().map(|(id, _)| id);
    let Some(who) = actors.last() else { return };
    let one = graph.events().next().map(crate::Event::id);
    if let Some(one) = one {
        let dated = NewAccount::of(Some(who), None).dating("2021-11-16");
        graph.add_account(one, dated).unwrap();
    }
    let call = NewEvent::coded("041").unwrap();
    graph.record(call.from(who).on("2021-11-15")).unwrap();
}

const ALL: Pattern = Pattern {
    subject: None,
    property: None,
    object: None,
};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Against looking through all triples.
    #[test]
    fn each_index_finds_what_a_scan_does(
        bytes in prop::collection::vec(any::<u8>(), 0..700),
        showing in 0..5_u8,
        picks in prop::collection::vec((any::<prop::sample::Index>(), 0..8_u8), 24),
    ) {
        let graph = random::graph(&bytes);
        let dataset = dataset(&graph, showing);
        let all = found(&dataset, ALL);
        for pair in all.windows(2) {
            prop_assert!(pair[0] != pair[1], "told twice: {:?}", pair[0]);
        }
        if all.is_empty() {
            return Ok(());
        }
        for (pick, given) in picks {
            let (subject, property, object) = all[pick.index(all.len())];
            let pattern = Pattern {
                subject: (given & 1 != 0).then_some(subject),
                property: (given & 2 != 0).then_some(property),
                object: (given & 4 != 0).then_some(object),
            };
            let expected: Vec<Triple> = all
                .iter()
                .copied()
                .filter(|&(subject, property, object)| {
                    pattern.subject.is_none_or(|given| given == subject)
                        && pattern.property.is_none_or(|given| given == property)
                        && pattern.object.is_none_or(|given| given == object)
                })
                .collect();
            prop_assert_eq!(found(&dataset, pattern), expected, "{:?}", pattern);
        }
    }

    /// Each class, code and date that is told of, of events in columns, amended and new.
    #[test]
    fn what_is_sought_by_class_code_or_date_is_what_a_scan_finds(
        bytes in prop::collection::vec(any::<u8>(), 0..900),
        showing in 0..5_u8,
        is_settled in any::<bool>(),
    ) {
        let mut graph = random::graph(&bytes);
        if is_settled {
            settle(&mut graph);
        }
        let scanned = dataset(&graph, showing);
        let all = found(&scanned, ALL);
        let sought: HashSet<(Word, Node)> = all
            .iter()
            .filter(|triple| SOUGHT.contains(&triple.1))
            .map(|&(_, property, object)| (property, object))
            .collect();
        for (property, object) in sought {
            let fitting = all.iter().filter(|triple| (triple.1, triple.2) == (property, object));
            let expected: Vec<Node> = fitting.map(|triple| triple.0).collect();
            // Of one that has judged all events, and of one that has judged none.
            let new = dataset(&graph, showing);
            for dataset in [&scanned, &new] {
                let object = dataset.0.terms.node(scanned.0.terms.term(object));
                let pattern = Pattern {
                    subject: None,
                    property: Some(property),
                    object: Some(object),
                };
                let subjects = found(dataset, pattern).into_iter().map(|triple| triple.0);
                prop_assert_eq!(subjects.collect::<Vec<_>>(), expected.clone(), "{:?}", pattern);
            }
        }
    }

    /// Terms come back as the nodes that they are, so that equal nodes are equal terms.
    #[test]
    fn every_node_comes_back_from_its_term(
        bytes in prop::collection::vec(any::<u8>(), 0..500),
    ) {
        let graph = random::graph(&bytes);
        let dataset = dataset(&graph, 0);
        for (subject, property, object) in dataset.find(ALL) {
            for node in [subject, Node::Word(property), object] {
                let term = dataset.0.terms.term(node);
                prop_assert_eq!(dataset.0.terms.node(term.clone()), node, "{}", term);
            }
        }
    }
}
