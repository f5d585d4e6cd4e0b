//! The table in the docs of the module names nothing that is not tested.

use petgraph::Undirected;
use petgraph::visit::{
    Data, EdgeCount, EdgeIndexable, GetAdjacencyMatrix, GraphBase, GraphProp, GraphRef,
    IntoEdgeReferences, IntoEdges, IntoEdgesDirected, IntoNeighbors, IntoNeighborsDirected,
    IntoNodeIdentifiers, IntoNodeReferences, NodeCompactIndexable, NodeCount, NodeIndexable,
    Visitable,
};

use crate::interop::petgraph::{By, Dyads, Events, NetworkGraph};

const DOCS: &str = include_str!("../mod.rs");
const TESTS: [&str; 4] = [
    include_str!("parts.rs"),
    include_str!("paths.rs"),
    include_str!("pitfalls.rs"),
    include_str!("wholes.rs"),
];

/// All traits that the docs list.
fn has_all_traits<G>()
where
    G: GraphBase + GraphRef + GraphProp + Data + NodeCount + NodeIndexable,
    G: NodeCompactIndexable + EdgeCount + EdgeIndexable + Visitable + GetAdjacencyMatrix,
    G: IntoNodeIdentifiers + IntoNodeReferences + IntoEdgeReferences + IntoNeighbors,
    G: IntoNeighborsDirected + IntoEdges + IntoEdgesDirected,
{
}

#[test]
fn every_form_has_the_traits_and_is_shared_between_threads() {
    fn shared<G: Copy + Send + Sync>() {}

    has_all_traits::<NetworkGraph<'_, Events>>();
    has_all_traits::<NetworkGraph<'_, Dyads>>();
    has_all_traits::<NetworkGraph<'_, Events, Undirected>>();
    has_all_traits::<NetworkGraph<'_, Dyads, Undirected>>();
    has_all_traits::<&NetworkGraph<'_, Events>>();
    has_all_traits::<NetworkGraph<'_, Dyads, Undirected, By<fn(super::super::DyadEdge<'_>) -> u8>>>(
    );
    shared::<NetworkGraph<'_, Events>>();
    shared::<NetworkGraph<'_, Dyads, Undirected>>();
}

/// The names in the first column of the table of algorithms.
fn named() -> Vec<&'static str> {
    let (_, table) = DOCS
        .split_once("//! | algorithm |")
        .expect("there is a table");
    let rows = table
        .lines()
        .filter_map(|line| line.strip_prefix("//! | `"));
    rows.filter_map(|row| row.split_once(" | "))
        .flat_map(|(names, _)| names.split(", "))
        .map(|name| name.trim_matches('`'))
        .map(|name| name.rsplit("::").next().unwrap_or(name))
        .collect()
}

#[test]
fn every_algorithm_in_the_table_is_tested() {
    let named = named();
    assert!(named.len() > 45, "{named:?}");
    for name in named {
        let calls = [format!("{name}("), format!("{name}::")];
        let tested = TESTS
            .iter()
            .flat_map(|file| file.lines())
            .any(|line| calls.iter().any(|call| line.contains(call)));
        // It needs a feature that is off, and the docs say so; the search that
        // `is_cyclic_directed` makes is no other.
        let elsewhere = ["steiner_tree", "depth_first_search"];
        assert!(tested || elsewhere.contains(&name), "{name} has no test");
    }
}
