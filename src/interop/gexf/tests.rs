//! What networkx and a schema make of it, and a tiny reader of ours.

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::interop::graph_file::tests::outside::{assert_valid, networkx};
use crate::interop::graph_file::tests::xml::{Element, elements, named};
use crate::interop::graph_file::tests::{text, worlds};
use crate::{Graph, Result};

const SCHEMA: &str = include_str!("schema.rng");

/// "2021-11-08/2021-11-10" of each spell of a node or edge.
fn spells(all: &[Element], of: &Element) -> Vec<String> {
    let position = |one: &Element| all.iter().position(|other| std::ptr::eq(one, other));
    let at = position(of);
    let around = all
        .iter()
        .find(|one| one.name == "spells" && one.parent == at);
    let Some(around) = around.and_then(position) else {
        return Vec::new();
    };
    let within = all.iter().filter(|one| one.parent == Some(around));
    within
        .map(|spell| {
            let end = |name: &str| spell.attributes.get(name).cloned().unwrap_or_default();
            format!("{}/{}", end("start"), end("end"))
        })
        .collect()
}

fn counts(file: &str) -> (usize, usize) {
    let all = elements(file);
    let ids: Vec<&String> = named(&all, "node")
        .iter()
        .map(|node| &node.attributes["id"])
        .collect();
    for edge in named(&all, "edge") {
        for end in ["source", "target"] {
            assert!(ids.contains(&&edge.attributes[end]));
        }
    }
    (ids.len(), named(&all, "edge").len())
}

#[test]
fn nodes_and_edges_have_spells() -> Result<()> {
    let graph = worlds::small()?;
    let network = graph.view().network()?;
    let file = text(Gexf::of(&network));
    let all = elements(&file);
    let of = |name: &str| -> Vec<Vec<String>> {
        named(&all, name)
            .iter()
            .map(|one| spells(&all, one))
            .collect()
    };
    // Of the Union and of Putin there is an event without a date.
    assert_eq!(
        of("node"),
        [
            vec!["/2021-12-02".to_owned()],
            vec![],
            vec![],
            vec!["2021-11-01/2021-11-30".to_owned()],
        ]
    );
    assert_eq!(of("edge").concat().len(), 5);
    assert_eq!(of("edge")[5], ["2021-11-15/2021-11-15"]);

    let dyads = text(Gexf::of(&network).by_dyads());
    let all = elements(&dyads);
    let accusations = named(&all, "edge")[2];
    assert_eq!(accusations.attributes["weight"], "2");
    assert_eq!(
        spells(&all, accusations),
        ["2021-11-08/2021-11-08", "2021-11-10/2021-11-10"]
    );
    Ok(())
}

#[test]
fn the_head_says_that_it_is_dynamic() -> Result<()> {
    let graph = worlds::small()?;
    let network = graph.view().network()?;
    let file = text(Gexf::of(&network).to_the_second());
    let all = elements(&file);
    let head = &named(&all, "graph")[0].attributes;
    assert_eq!(
        ["mode", "timeformat", "defaultedgetype"].map(|name| head[name].as_str()),
        ["dynamic", "dateTime", "directed"]
    );
    let call = *named(&all, "edge").last().unwrap();
    assert_eq!(call.attributes["kind"], "call");
    assert_eq!(call.attributes["type"], "mutual");
    assert_eq!(
        spells(&all, call),
        ["2021-11-15T00:00:00/2021-11-15T23:59:59"]
    );
    assert_valid(SCHEMA, &file);
    Ok(())
}

#[test]
fn hostile_names_are_read_back() -> Result<()> {
    let graph = worlds::hostile()?;
    let network = graph.view().network()?;
    let file = text(Gexf::of(&network));
    let all = elements(&file);
    for (node, name) in named(&all, "node").iter().zip(worlds::HOSTILE) {
        assert_eq!(node.attributes["label"], worlds::said(name));
    }
    assert_valid(SCHEMA, &file);
    let answer = networkx(
        "graph = nx.read_gexf(file, version='1.3')\n\
         answer = [graph.nodes[node]['label'] for node in graph]",
        &file,
    );
    if let Some(names) = answer {
        assert_eq!(names, json!(worlds::HOSTILE.map(worlds::said)));
    }
    Ok(())
}

/// What networkx reads: nodes, edges, those in both directions at once counted twice, and
/// the spells of the last edge.
const READ: &str = "graph = nx.read_gexf(file, version='1.3')\n\
    edges = list(graph.edges(data=True))\n\
    answer = [len(graph), len(edges), edges[-1][2] if edges else None]";

#[test]
fn networkx_reads_parallel_edges_and_spells() -> Result<()> {
    let graph = worlds::small()?;
    let network = graph.view().network()?;
    // The two calls go both ways.
    for (file, nodes, edges) in [
        (Gexf::of(&network), 4, 6 + 2),
        (Gexf::of(&network).undirected(), 4, 6),
        (Gexf::of(&network).by_dyads().with_unlinked(), 6, 4 + 1),
    ] {
        let file = text(file);
        assert_valid(SCHEMA, &file);
        if let Some(answer) = networkx(READ, &file) {
            assert_eq!((&answer[0], &answer[1]), (&json!(nodes), &json!(edges)));
        }
    }
    let november = graph.during("2021-11-15")?.certain();
    let file = text(Gexf::of(&november.network()?));
    if let Some(answer) = networkx(READ, &file) {
        assert_eq!(answer[2]["spells"], json!([["2021-11-15", "2021-11-15"]]));
        assert_eq!(answer[2]["sources_at_most"], json!(2));
    }
    Ok(())
}

#[test]
fn the_report_is_valid() -> Result<()> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/examples/data/belarus_border_2021.json"
    );
    let graph = Graph::read_json(path)?;
    let network = graph.view().network()?;
    for file in [Gexf::of(&network), Gexf::of(&network).by_dyads()] {
        assert_valid(SCHEMA, &text(file));
    }
    Ok(())
}

proptest! {
    #[test]
    fn nodes_and_edges_are_those_of_the_network(graph in worlds::any()) {
        let network = graph.view().network().unwrap();
        let file = text(Gexf::of(&network).with_unlinked());
        prop_assert_eq!(counts(&file), (graph.actor_count(), network.edge_count()));
        let file = text(Gexf::of(&network).undirected().by_dyads());
        prop_assert_eq!(counts(&file).1, network.pair_count());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn networkx_reads_any(graph in worlds::any()) {
        let network = graph.view().network().unwrap();
        let file = text(Gexf::of(&network).undirected().with_unlinked());
        assert_valid(SCHEMA, &file);
        if let Some(answer) = networkx(READ, &file) {
            prop_assert_eq!(&answer[0], &json!(graph.actor_count()));
            prop_assert_eq!(&answer[1], &json!(network.edge_count()));
        }
    }
}
