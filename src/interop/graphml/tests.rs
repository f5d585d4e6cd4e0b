//! What networkx and a schema make of it, and a tiny reader of ours.

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::interop::graph_file::tests::outside::{assert_valid, networkx};
use crate::interop::graph_file::tests::xml::{Element, elements, named};
use crate::interop::graph_file::tests::{text, worlds};
use crate::{Graph, Result};

const SCHEMA: &str = include_str!("schema.rng");

/// The value of a column of a node or edge.
fn value<'e>(all: &'e [Element], of: &Element, column: &str) -> Option<&'e str> {
    let mark = if of.name == "node" { 'n' } else { 'e' };
    let key = format!("{mark}-{column}");
    let at = all.iter().position(|one| std::ptr::eq(one, of));
    let mut data = all
        .iter()
        .filter(|one| one.name == "data" && one.parent == at && one.attributes["key"] == key);
    data.next().map(|one| one.text.as_str())
}

/// Nodes and edges; each value has a key.
fn counts(file: &str) -> (usize, usize) {
    let all = elements(file);
    let keys: Vec<&str> = named(&all, "key")
        .iter()
        .map(|key| key.attributes["id"].as_str())
        .collect();
    for data in named(&all, "data") {
        assert!(keys.contains(&data.attributes["key"].as_str()));
    }
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
fn values_stand_under_typed_keys() -> Result<()> {
    let graph = worlds::small()?;
    let network = graph.view().network()?;
    let file = text(GraphMl::of(&network));
    let all = elements(&file);
    let key = |id: &str| {
        let keys = named(&all, "key");
        let key = keys.into_iter().find(|key| key.attributes["id"] == id);
        let key = key.unwrap();
        ["for", "attr.name", "attr.type"].map(|name| key.attributes[name].clone())
    };
    assert_eq!(key("n-name"), ["node", "name", "string"]);
    assert_eq!(key("e-weight"), ["edge", "weight", "long"]);
    assert_eq!(key("e-mutual"), ["edge", "mutual", "boolean"]);

    let macron = named(&all, "node")[0];
    assert_eq!(macron.attributes["id"], "emmanuel-macron");
    assert_eq!(value(&all, macron, "aliases"), Some("Macron"));
    let call = *named(&all, "edge").last().unwrap();
    for (column, expected) in [
        ("label", Some("call")),
        ("mutual", Some("true")),
        ("weight", Some("1")),
        ("code", Some("041")),
        ("class", Some("CONSULT")),
        ("mode", Some("phone")),
        ("quad_plover", Some("verbal cooperation")),
        ("manner", Some("talk")),
        ("when", Some("2021-11-15")),
        ("start", Some("2021-11-15")),
        ("certainty", Some("certain")),
        ("standing", Some("asserted")),
        ("duration", Some("almost 2 h")),
        ("accounts", Some("2")),
        ("sources_at_least", Some("2")),
        ("evidence", Some("the-call")),
        ("place", None),
    ] {
        assert_eq!(value(&all, call, column), expected, "{column}");
    }
    Ok(())
}

#[test]
fn hostile_names_are_read_back() -> Result<()> {
    let graph = worlds::hostile()?;
    let network = graph.view().network()?;
    let file = text(GraphMl::of(&network));
    let all = elements(&file);
    let nodes = named(&all, "node");
    for (node, name) in nodes.iter().zip(worlds::HOSTILE) {
        let said = worlds::said(name);
        assert_eq!(value(&all, node, "name"), Some(said.as_str()));
    }
    assert_valid(SCHEMA, &file);
    let answer = networkx(
        "graph = nx.read_graphml(file, force_multigraph=True)\n\
         answer = [graph.nodes[node]['name'] for node in graph]",
        &file,
    );
    if let Some(names) = answer {
        assert_eq!(names, json!(worlds::HOSTILE.map(worlds::said)));
    }
    Ok(())
}

/// What networkx reads: its kind of graph, nodes, edges, and the values of the last edge.
const READ: &str = "graph = nx.read_graphml(file, force_multigraph=True)\n\
    edges = list(graph.edges(keys=True, data=True))\n\
    answer = [type(graph).__name__, len(graph), len(edges), edges[-1] if edges else None]";

#[test]
fn networkx_reads_parallel_edges_and_types() -> Result<()> {
    let graph = worlds::small()?;
    let network = graph.view().network()?;
    let files = [
        (GraphMl::of(&network), ("MultiDiGraph", 4, 6)),
        (GraphMl::of(&network).undirected(), ("MultiGraph", 4, 6)),
        (
            GraphMl::of(&network).by_dyads().with_unlinked(),
            ("MultiDiGraph", 6, 4),
        ),
    ];
    for (file, (kind, nodes, edges)) in files {
        let file = text(file);
        assert_valid(SCHEMA, &file);
        assert_eq!(counts(&file), (nodes, edges));
        if let Some(answer) = networkx(READ, &file) {
            assert_eq!(answer[0], kind);
            assert_eq!((&answer[1], &answer[2]), (&json!(nodes), &json!(edges)));
            let values = &answer[3][3];
            assert!(values["weight"].is_u64() && values["mutual"].is_boolean());
        }
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
    for file in [GraphMl::of(&network), GraphMl::of(&network).by_dyads()] {
        assert_valid(SCHEMA, &text(file));
    }
    Ok(())
}

proptest! {
    #[test]
    fn nodes_and_edges_are_those_of_the_network(graph in worlds::any()) {
        let network = graph.view().network().unwrap();
        let file = text(GraphMl::of(&network).with_unlinked());
        prop_assert_eq!(counts(&file), (graph.actor_count(), network.edge_count()));
        let file = text(GraphMl::of(&network).undirected().by_dyads());
        prop_assert_eq!(counts(&file).1, network.pair_count());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn networkx_reads_any(graph in worlds::any()) {
        let network = graph.view().network().unwrap();
        let file = text(GraphMl::of(&network).with_unlinked());
        assert_valid(SCHEMA, &file);
        if let Some(answer) = networkx(READ, &file) {
            prop_assert_eq!(&answer[1], &json!(graph.actor_count()));
            prop_assert_eq!(&answer[2], &json!(network.edge_count()));
        }
    }
}
