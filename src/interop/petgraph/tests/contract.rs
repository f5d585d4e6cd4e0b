//! Adaptors and copies agree with a plain reading, edge by edge, and keep the contracts of
//! petgraph's traits.

use std::collections::HashSet;

use petgraph::graph::Graph as Copied;
use petgraph::visit::{
    EdgeCount, EdgeIndexable, EdgeRef, GetAdjacencyMatrix, GraphProp, IntoEdgeReferences,
    IntoEdges, IntoEdgesDirected, IntoNeighbors, IntoNeighborsDirected, IntoNodeIdentifiers,
    IntoNodeReferences, NodeCompactIndexable, NodeCount, NodeIndexable, NodeRef, VisitMap,
    Visitable,
};
use petgraph::{Directed, Direction, EdgeType, Undirected};
use proptest::prelude::*;

use super::world::{Plain, Told, read, views, worlds};
use crate::interop::petgraph::{By, Dyads, Edge, Events, NetworkGraph};
use crate::{ActorId, Graph, Leader, Result};

/// An edge as it can be compared; the events tell parallel ones apart.
type Seen = (ActorId, ActorId, Told);

fn sorted<T: Ord>(all: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut all: Vec<T> = all.into_iter().collect();
    all.sort();
    all
}

/// Without regard to which end an undirected edge is written from.
fn ends<Ty: EdgeType>((from, to, told): Seen) -> Seen {
    if Ty::is_directed() {
        (from, to, told)
    } else {
        (from.min(to), from.max(to), told)
    }
}

const DIRECTIONS: [Direction; 2] = [Direction::Outgoing, Direction::Incoming];

fn agrees<K: Plain, Ty: EdgeType>(
    graph: NetworkGraph<'_, K, Ty>,
    plain: &Copied<ActorId, Told, Ty>,
) {
    assert_eq!(graph.node_count(), plain.node_count());
    assert_eq!(graph.edge_count(), plain.edge_count());
    assert_eq!(graph.is_directed(), Ty::is_directed());
    let all = graph.edge_references();
    assert_eq!(
        all.size_hint(),
        (graph.edge_count(), Some(graph.edge_count()))
    );
    assert_eq!(
        sorted(all.map(|edge| ends::<Ty>(seen::<K>(&edge)))),
        sorted(
            plain
                .edge_references()
                .map(|edge| ends::<Ty>(seen_plain(plain, edge)))
        ),
    );
    for node in plain.node_indices() {
        let actor = plain[node];
        assert_eq!(
            sorted(graph.neighbors(actor)),
            sorted(plain.neighbors(node).map(|node| plain[node])),
        );
        assert_eq!(
            sorted(graph.edges(actor).map(|edge| seen::<K>(&edge))),
            sorted(plain.edges(node).map(|edge| seen_plain(plain, edge))),
        );
        for direction in DIRECTIONS {
            assert_eq!(
                sorted(graph.neighbors_directed(actor, direction)),
                sorted(
                    plain
                        .neighbors_directed(node, direction)
                        .map(|node| plain[node])
                ),
            );
            let edges = graph.edges_directed(actor, direction);
            let (least, most) = edges.size_hint();
            let edges = sorted(edges.map(|edge| seen::<K>(&edge)));
            assert!(least <= edges.len() && Some(edges.len()) <= most);
            assert_eq!(
                edges,
                sorted(
                    plain
                        .edges_directed(node, direction)
                        .map(|edge| seen_plain(plain, edge))
                ),
            );
        }
    }
}

fn seen<K: Plain>(edge: &crate::interop::petgraph::EdgeReference<K::Edge<'_>>) -> Seen {
    (edge.source(), edge.target(), K::told(*edge.weight()))
}

fn seen_plain<Ty: EdgeType>(
    plain: &Copied<ActorId, Told, Ty>,
    edge: petgraph::graph::EdgeReference<'_, Told>,
) -> Seen {
    (
        plain[edge.source()],
        plain[edge.target()],
        edge.weight().clone(),
    )
}

/// Indices go from 0 up without holes and back again, and an edge has one id from
/// wherever it is seen, and none has that of another.
fn keeps_contracts<K: Plain, Ty: EdgeType>(graph: NetworkGraph<'_, K, Ty>) {
    fn is_compact(_: impl NodeCompactIndexable) {}
    is_compact(graph);
    assert_eq!(graph.node_bound(), graph.node_count());
    for (index, node) in graph.node_references().enumerate() {
        assert_eq!(*node.weight(), node.id());
        assert_eq!(NodeIndexable::to_index(&graph, node.id()), index);
        assert_eq!(NodeIndexable::from_index(&graph, index), node.id());
    }
    assert_eq!(graph.node_identifiers().len(), graph.node_count());

    let ids: HashSet<_> = graph.edge_references().map(|edge| edge.id()).collect();
    let indices = ids.iter().map(|&id| {
        let index = EdgeIndexable::to_index(&graph, id);
        assert_eq!(EdgeIndexable::from_index(&graph, index), id);
        index
    });
    assert_eq!(sorted(indices), (0..graph.edge_count()).collect::<Vec<_>>());
    assert_eq!(graph.edge_bound(), graph.edge_count());
    for edge in graph.edge_references() {
        let ends = (edge.source(), edge.target());
        let found = |near: ActorId, direction| {
            graph
                .edges_directed(near, direction)
                .filter(|other| other.id() == edge.id())
                .map(|other| (other.source(), other.target(), K::told(*other.weight())))
                .collect::<Vec<_>>()
        };
        let told = K::told(*edge.weight());
        let same = vec![(ends.0, ends.1, told.clone())];
        assert_eq!(found(ends.0, Direction::Outgoing), same);
        assert_eq!(found(ends.1, Direction::Incoming), same);
        if !Ty::is_directed() {
            let reversed = vec![(ends.1, ends.0, told)];
            assert_eq!(found(ends.1, Direction::Outgoing), reversed);
        }
    }

    let matrix = graph.adjacency_matrix();
    for one in graph.node_identifiers() {
        let next: HashSet<ActorId> = graph.neighbors(one).collect();
        for other in graph.node_identifiers() {
            let adjacent = graph.is_adjacent(&matrix, one, other);
            assert_eq!(adjacent, next.contains(&other));
        }
    }
}

/// A copy has the same edges in the same order, and those actors that they link in order
/// of first appearance.
fn copies<K: Plain, Ty: EdgeType>(graph: NetworkGraph<'_, K, Ty>) {
    let copy = graph.to_petgraph();
    let edges = graph.edge_references().map(|edge| seen::<K>(&edge));
    let copied = copy.edge_references().map(|edge| {
        let ends = (copy[edge.source()], copy[edge.target()]);
        (ends.0, ends.1, K::told(*edge.weight()))
    });
    assert!(edges.clone().eq(copied));
    let mut appeared = indexmap::IndexSet::new();
    appeared.extend(edges.flat_map(|(from, to, _)| [from, to]));
    let nodes = copy.node_indices().map(|node| copy[node]);
    assert!(nodes.eq(appeared));
}

proptest! {
    #[test]
    fn adaptors_and_copies_agree_with_a_plain_reading(world in worlds()) {
        for view in views(&world) {
            let network = view.network().unwrap();
            let (events, dyads) = (network.events(), network.dyads());
            agrees(events, &read::<Events, Directed>(&view));
            agrees(events.undirected(), &read::<Events, Undirected>(&view));
            agrees(dyads, &read::<Dyads, Directed>(&view));
            agrees(dyads.undirected(), &read::<Dyads, Undirected>(&view));

            copies(events);
            copies(events.undirected());
            copies(dyads);
            copies(dyads.undirected());
        }
    }

    #[test]
    fn contracts_are_kept(world in worlds()) {
        for network in super::world::networks(&world) {
            keeps_contracts(network.events());
            keeps_contracts(network.events().undirected());
            keeps_contracts(network.dyads());
            keeps_contracts(network.dyads().undirected());
        }
    }

    #[test]
    fn a_view_and_its_network_make_the_same_copy(world in worlds()) {
        for view in views(&world) {
            let network = view.network().unwrap();
            let one = network.events().weighed(Edge::from).to_petgraph();
            let other = view.to_petgraph();
            assert!(one.node_weights().eq(other.node_weights()));
            let raw = |edge: &petgraph::graph::Edge<Edge>| {
                (edge.source(), edge.target(), edge.weight)
            };
            assert!(one.raw_edges().iter().map(raw).eq(other.raw_edges().iter().map(raw)));
        }
    }
}

#[test]
fn actors_of_another_graph_have_no_edges() -> Result<()> {
    let mut graph = Graph::new();
    let one = graph.add(Leader::new("One"))?;
    let other = graph.add(Leader::new("Other"))?;
    graph.record(crate::Call::between(one, other))?;
    let mut foreign = Graph::new();
    let stranger: ActorId = foreign.add(Leader::new("Stranger"))?.into();

    let network = graph.view().network()?;
    let dyads = network.dyads().undirected();
    assert_eq!(network.events().neighbors(stranger).count(), 0);
    assert_eq!(
        dyads.edges_directed(stranger, Direction::Incoming).count(),
        0
    );
    assert_eq!(
        NodeIndexable::to_index(&dyads, stranger),
        dyads.node_bound()
    );
    assert!(!dyads.is_adjacent(&dyads.adjacency_matrix(), stranger, other.into()));
    let near = petgraph::algo::dijkstra(network.events(), stranger, None, |_| 1);
    assert_eq!(near.into_iter().collect::<Vec<_>>(), [(stranger, 0)]);

    let mut visited = dyads.visit_map();
    assert!(visited.visit(stranger) && !visited.visit(stranger));
    assert!(visited.is_visited(&stranger) && !visited.is_visited(&one.into()));
    assert!(visited.unvisit(stranger) && !visited.unvisit(stranger));
    assert!(visited.visit(one.into()));
    dyads.reset_map(&mut visited);
    assert!(!visited.is_visited(&one.into()));

    // There is no such index, and what it gives is nobody's.
    let nobody = NodeIndexable::from_index(&dyads, 2);
    assert!(graph.describe(nobody).is_err());
    let nothing = EdgeIndexable::from_index(&network.events(), 2);
    assert_eq!(EdgeIndexable::to_index(&network.events(), nothing), 2);
    Ok(())
}

#[test]
fn a_call_within_one_state_is_one_loop() -> Result<()> {
    use crate::time::Certainty;
    use crate::{Call, Level, State};

    let mut graph = Graph::new();
    let france = graph.add(State::new("France"))?;
    let one = graph.add(Leader::new("One").office("Minister", france, "2010/.."))?;
    let other = graph.add(Leader::new("Other").office("Adviser", france, "2010/"))?;
    let call = graph.record(Call::between(one, other).on("2021-11-15"))?;

    let view = graph.view().level(Level::State)?;
    let copy = view.to_petgraph();
    let edges: Vec<_> = copy.edge_weights().collect();
    assert_eq!((copy.node_count(), edges.len()), (1, 1));
    assert_eq!(edges[0].event, call);
    assert_eq!(edges[0].certainty, Certainty::Possible);

    let network = view.network()?;
    for edges in [
        network.events().undirected().edges(france.into()).count(),
        network.events().edges(france.into()).count(),
    ] {
        assert_eq!(edges, 1);
    }
    Ok(())
}

#[test]
fn adaptors_are_small() {
    assert_eq!(size_of::<NetworkGraph<'_, Events>>(), 8);
    assert_eq!(
        size_of::<NetworkGraph<'_, Events, Undirected, By<fn() -> u8>>>(),
        16
    );
}
