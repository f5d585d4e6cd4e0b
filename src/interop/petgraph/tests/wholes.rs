//! Trees, matchings, cut points, colours, cliques, flows, likeness, drawing.

use std::collections::BTreeSet;

use petgraph::EdgeType;
use petgraph::algo::articulation_points::articulation_points;
use petgraph::algo::{
    bridges, dinics, dsatur_coloring, ford_fulkerson, greedy_matching, is_isomorphic,
    is_isomorphic_matching, is_isomorphic_subgraph, is_isomorphic_subgraph_matching,
    maximal_cliques, maximum_matching, min_spanning_tree, min_spanning_tree_prim, page_rank,
    subgraph_isomorphisms_iter,
};
use petgraph::data::Element;
use petgraph::dot::Dot;
use petgraph::graph::Graph as Copied;
use petgraph::visit::{EdgeRef, IntoEdgeReferences, IntoNodeIdentifiers, NodeIndexable};

use super::form::{Check, Twin, on_directed, on_every_form, on_simple, on_undirected, sets};
use super::world::Plain;
use crate::ActorId;
use crate::interop::petgraph::NetworkGraph;

/// How many edges a tree has, and what they cost.
fn size(tree: impl Iterator<Item = Element<ActorId, u32>>) -> (usize, u32) {
    let edges = tree.filter_map(|element| match element {
        Element::Edge { weight, .. } => Some(weight),
        Element::Node { .. } => None,
    });
    edges.fold((0, 0), |(count, sum), weight| (count + 1, sum + weight))
}

struct Trees;

impl Check for Trees {
    fn hold<K: Plain, Ty: EdgeType>(graph: NetworkGraph<'_, K, Ty>) {
        let twin = Twin::of(graph);
        let ours = graph.weighed(K::cost);
        assert_eq!(
            size(min_spanning_tree(ours)),
            size(min_spanning_tree(&twin.graph))
        );
    }
}

#[test]
fn min_spanning_tree_runs() {
    on_every_form::<Trees>();
}

struct Prim;

impl Check for Prim {
    /// It spans what hangs together with the first actor, and that alone.
    fn hold<K: Plain, Ty: EdgeType>(graph: NetworkGraph<'_, K, Ty>) {
        use petgraph::visit::{Dfs, NodeFiltered, Walker};
        let Some(first) = graph.node_identifiers().next() else {
            return;
        };
        let ours = graph.weighed(K::cost);
        let around: BTreeSet<ActorId> = Dfs::new(graph, first).iter(graph).collect();
        let part = NodeFiltered::from_fn(ours, |actor| around.contains(&actor));
        let kruskal = size(min_spanning_tree(&part));
        assert_eq!(size(min_spanning_tree_prim(ours)), kruskal);
        assert_eq!(kruskal.0, around.len() - 1);
    }
}

#[test]
fn min_spanning_tree_prim_runs() {
    on_undirected::<Prim>();
}

struct Matchings;

impl Check for Matchings {
    fn hold<K: Plain, Ty: EdgeType>(graph: NetworkGraph<'_, K, Ty>) {
        let twin = Twin::of(graph);
        let ours = maximum_matching(graph);
        assert_eq!(ours.len(), maximum_matching(&twin.graph).len());
        let edges: BTreeSet<_> = graph
            .edge_references()
            .flat_map(|edge| {
                let (from, to) = (edge.source(), edge.target());
                [(from, to), (to, from)]
            })
            .collect();
        for matching in [&ours, &greedy_matching(graph)] {
            let met: BTreeSet<ActorId> = matching.nodes().collect();
            assert_eq!(met.len(), 2 * matching.len());
            assert!(matching.edges().all(|ends| edges.contains(&ends)));
        }
        assert!(greedy_matching(graph).len() * 2 >= ours.len());
    }
}

#[test]
fn matchings_run() {
    on_undirected::<Matchings>();
}

struct CutPoints;

impl Check for CutPoints {
    fn hold<K: Plain, Ty: EdgeType>(graph: NetworkGraph<'_, K, Ty>) {
        let twin = Twin::of(graph);
        let ours = articulation_points(graph.weighed(K::cost));
        let theirs = articulation_points(&twin.graph);
        assert_eq!(BTreeSet::from_iter(ours), twin.actors(theirs));
    }
}

#[test]
fn articulation_points_run() {
    on_undirected::<CutPoints>();
}

struct Bridges;

impl Check for Bridges {
    fn hold<K: Plain, Ty: EdgeType>(graph: NetworkGraph<'_, K, Ty>) {
        use petgraph::algo::connected_components;
        let twin = Twin::of(graph);
        let ends = |one: ActorId, other: ActorId| (one.min(other), one.max(other));
        let ours: BTreeSet<_> = bridges(graph)
            .map(|edge| ends(edge.source(), edge.target()))
            .collect();
        let theirs = bridges(&twin.graph)
            .map(|edge| ends(twin.graph[edge.source()], twin.graph[edge.target()]));
        assert_eq!(ours, theirs.collect());
        // And by definition: without it there is one component more.
        let all = connected_components(&twin.graph);
        let mut cut = BTreeSet::new();
        for edge in twin.graph.edge_indices() {
            let mut without = twin.graph.clone();
            without.remove_edge(edge);
            if connected_components(&without) > all {
                let (one, other) = twin.graph.edge_endpoints(edge).unwrap();
                cut.insert(ends(twin.graph[one], twin.graph[other]));
            }
        }
        assert_eq!(ours, cut);
    }
}

#[test]
fn bridges_run_on_dyads() {
    on_simple::<Bridges>();
}

struct Colors;

impl Check for Colors {
    fn hold<K: Plain, Ty: EdgeType>(graph: NetworkGraph<'_, K, Ty>) {
        let (colors, count) = dsatur_coloring(graph);
        assert_eq!(colors.len(), graph.network().actor_count());
        assert!(colors.values().all(|&color| color < count));
        for edge in graph.edge_references() {
            let (from, to) = (edge.source(), edge.target());
            assert!(from == to || colors[&from] != colors[&to]);
        }
        // Where the best is two, it finds two, and so it does on a copy.
        let twin = Twin::of(graph);
        let (_, theirs) = dsatur_coloring(&twin.graph);
        assert_eq!(count <= 2, theirs <= 2);
    }
}

#[test]
fn dsatur_coloring_runs() {
    on_undirected::<Colors>();
}

struct Cliques;

impl Check for Cliques {
    fn hold<K: Plain, Ty: EdgeType>(graph: NetworkGraph<'_, K, Ty>) {
        let twin = Twin::of(graph);
        let theirs = maximal_cliques(&twin.graph).into_iter();
        let mut theirs = sets(theirs.map(|clique| twin.actors::<Vec<_>>(clique)));
        let alone = twin.alone(graph);
        if theirs.len() == 1 && twin.graph.node_count() == 0 {
            // The empty clique of the empty graph.
            theirs.clear();
        }
        theirs.extend(alone.into_iter().map(|actor| BTreeSet::from([actor])));
        assert_eq!(sets(maximal_cliques(graph)), theirs);
    }
}

#[test]
fn maximal_cliques_run() {
    on_undirected::<Cliques>();
}

struct Flows;

impl Check for Flows {
    fn hold<K: Plain, Ty: EdgeType>(graph: NetworkGraph<'_, K, Ty>) {
        let twin = Twin::of(graph);
        let ours = graph.weighed(K::cost);
        for (from, from_node) in twin.linked() {
            for (to, to_node) in twin.linked() {
                if from == to {
                    continue;
                }
                let (flow, each) = dinics(ours, from, to);
                assert_eq!(flow, dinics(&twin.graph, from_node, to_node).0);
                assert_eq!(flow, ford_fulkerson(&twin.graph, from_node, to_node).0);
                assert_eq!(each.len(), twin.graph.edge_count());
            }
        }
    }
}

#[test]
fn dinics_runs_and_ford_fulkerson_on_a_copy() {
    on_directed::<Flows>();
}

struct Likeness;

impl Check for Likeness {
    fn hold<K: Plain, Ty: EdgeType>(graph: NetworkGraph<'_, K, Ty>) {
        let twin = Twin::of(graph);
        assert!(is_isomorphic_subgraph(&twin.graph, graph));
        let same = |one: &ActorId, other: &ActorId| one == other;
        let (mut nodes, mut edges) = (same, |_: &u32, _: &u32| true);
        let copy = &twin.graph;
        assert!(is_isomorphic_subgraph_matching(copy, copy, nodes, edges));
        let found = subgraph_isomorphisms_iter(&copy, &copy, &mut nodes, &mut edges);
        assert_eq!(found.map(Iterator::count), Some(1));
        assert!(is_isomorphic_matching(copy, copy, nodes, edges));
        let mut whole: Copied<ActorId, u32, Ty> = twin.graph.clone();
        for actor in twin.alone(graph) {
            whole.add_node(actor);
        }
        assert!(is_isomorphic(graph, &whole));
        if let Some(actor) = graph.node_identifiers().next() {
            whole.add_node(actor);
            assert!(!is_isomorphic(graph, &whole));
        }
    }
}

#[test]
fn is_isomorphic_runs_and_its_matching_forms_on_a_copy() {
    on_every_form::<Likeness>();
}

struct PageRanks;

impl Check for PageRanks {
    fn hold<K: Plain, Ty: EdgeType>(graph: NetworkGraph<'_, K, Ty>) {
        let twin = Twin::of(graph);
        if !twin.alone(graph).is_empty() {
            return;
        }
        let ours = page_rank(graph, 0.85_f64, 10);
        let theirs = page_rank(&twin.graph, 0.85_f64, 10);
        for (actor, node) in twin.linked() {
            let ours = ours[NodeIndexable::to_index(&graph, actor)];
            assert!((ours - theirs[node.index()]).abs() < 1e-9);
        }
    }
}

#[test]
fn page_rank_runs() {
    on_every_form::<PageRanks>();
}

struct Drawn;

impl Check for Drawn {
    fn hold<K: Plain, Ty: EdgeType>(graph: NetworkGraph<'_, K, Ty>) {
        let twin = Twin::of(graph);
        let ours = format!("{:?}", Dot::new(graph.weighed(K::cost)));
        let theirs = format!("{:?}", Dot::new(&twin.graph));
        let lines = ours.lines().count() - twin.alone(graph).len();
        assert_eq!(lines, theirs.lines().count());
        assert_eq!(ours.starts_with("digraph"), Ty::is_directed());
    }
}

#[test]
fn dot_draws() {
    on_every_form::<Drawn>();
}
