//! What networkx and serde make of it.

use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::*;
use crate::Result;
use crate::interop::graph_file::tests::outside::networkx;
use crate::interop::graph_file::tests::{text, worlds};

fn read(file: &str) -> Json {
    serde_json::from_str(file).unwrap()
}

#[test]
fn each_record_stands_on_a_line() -> Result<()> {
    let graph = worlds::small()?;
    let november = graph.during("2021-11-15")?.certain();
    let network = november.network()?;
    assert_eq!(
        text(NodeLink::of(&network)),
        r#"{"directed": true, "multigraph": true, "graph": {},
"nodes": [
{"id":"emmanuel-macron","key":"emmanuel-macron","name":"Emmanuel Macron","sort":"leader","aliases":"Macron"},
{"id":"vladimir-putin","key":"vladimir-putin","name":"Vladimir Putin","sort":"leader"}
],
"edges": [
{"source":"emmanuel-macron","target":"vladimir-putin","key":0,"label":"call","mutual":true,"weight":1,"start":"2021-11-15","end":"2021-11-15","certainty":"certain","kind":"call","class":"CONSULT","mode":"phone","code":"041","quad_cameo":"verbal cooperation","quad_plover":"verbal cooperation","manner":"talk","when":"2021-11-15","basis":"event","duration":"almost 2 h","modality":"actual","standing":"asserted","topics":"migration","accounts":2,"sources":"Emmanuel Macron; Agency; Vladimir Putin","sources_at_least":2,"sources_at_most":2,"evidence":"the-call"}
]}
"#
    );
    Ok(())
}

#[test]
fn hostile_names_are_read_back_as_they_are() -> Result<()> {
    let graph = worlds::hostile()?;
    let network = graph.view().network()?;
    let file = text(NodeLink::of(&network));
    let said = read(&file);
    for (node, name) in said["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .zip(worlds::HOSTILE)
    {
        assert_eq!(node["name"], name);
    }
    let answer = networkx(
        "graph = nx.node_link_graph(json.load(file))\n\
         answer = [graph.nodes[node]['name'] for node in graph]",
        &file,
    );
    if let Some(names) = answer {
        assert_eq!(names, json!(worlds::HOSTILE));
    }
    Ok(())
}

const READ: &str = "graph = nx.node_link_graph(json.load(file))\n\
    answer = [type(graph).__name__, len(graph), graph.number_of_edges()]";

#[test]
fn networkx_reads_parallel_edges() -> Result<()> {
    let graph = worlds::small()?;
    let network = graph.view().network()?;
    for (file, expected) in [
        (NodeLink::of(&network), json!(["MultiDiGraph", 4, 6])),
        (
            NodeLink::of(&network)
                .undirected()
                .by_dyads()
                .with_unlinked(),
            json!(["MultiGraph", 6, 3]),
        ),
    ] {
        if let Some(answer) = networkx(READ, &text(file)) {
            assert_eq!(answer, expected);
        }
    }
    Ok(())
}

#[test]
fn the_list_of_edges_may_be_called_links() -> Result<()> {
    let graph = worlds::small()?;
    let network = graph.view().network()?;
    let said = read(&text(NodeLink::of(&network).with_links()));
    assert_eq!(said["links"].as_array().map(Vec::len), Some(6));
    assert_eq!(said.get("edges"), None);
    Ok(())
}

proptest! {
    #[test]
    fn nodes_and_edges_are_those_of_the_network(graph in worlds::any()) {
        let network = graph.view().network().unwrap();
        let said = read(&text(NodeLink::of(&network).with_unlinked()));
        let names = said["nodes"].as_array().unwrap().iter().map(|node| &node["name"]);
        let known = graph.actors().map(|(_, actor)| json!(actor.name()));
        prop_assert!(names.cloned().eq(known));
        prop_assert_eq!(said["edges"].as_array().unwrap().len(), network.edge_count());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn networkx_reads_any(graph in worlds::any()) {
        let network = graph.view().network().unwrap();
        if let Some(answer) = networkx(READ, &text(NodeLink::of(&network).with_unlinked())) {
            prop_assert_eq!(&answer[1], &json!(graph.actor_count()));
            prop_assert_eq!(&answer[2], &json!(network.edge_count()));
        }
    }
}
