//! Components, cycles, orders, dominators.

use std::collections::{BTreeSet, HashMap};

use petgraph::EdgeType;
use petgraph::algo::dominators::simple_fast;
use petgraph::algo::tred::{dag_to_toposorted_adjacency_list, dag_transitive_reduction_closure};
use petgraph::algo::{
    condensation, connected_components, greedy_feedback_arc_set, is_bipartite_undirected,
    is_cyclic_directed, is_cyclic_undirected, kosaraju_scc, tarjan_scc, toposort,
};
use petgraph::visit::{EdgeRef, IntoEdgeReferences, Topo, Walker};
use proptest::prelude::*;

use super::form::{Check, Twin, on_directed, on_every_form, on_undirected, sets};
use super::world::{Plain, networks, worlds};
use crate::ActorId;
use crate::interop::petgraph::NetworkGraph;

struct Components;

impl Check for Components {
    fn hold<K: Plain, Ty: EdgeType>(graph: NetworkGraph<'_, K, Ty>) {
        let twin = Twin::of(graph);
        let alone = twin.alone(graph);
        let theirs = connected_components(&twin.graph) + alone.len();
        assert_eq!(connected_components(graph), theirs);

        let theirs = kosaraju_scc(&twin.graph);
        let mut theirs = sets(theirs.into_iter().map(|part| twin.actors::<Vec<_>>(part)));
        theirs.extend(alone.into_iter().map(|actor| BTreeSet::from([actor])));
        assert_eq!(sets(kosaraju_scc(graph)), theirs);
        assert_eq!(sets(tarjan_scc(graph)), theirs);
    }
}

#[test]
fn components_run() {
    on_every_form::<Components>();
}

struct Cycles;

impl Check for Cycles {
    fn hold<K: Plain, Ty: EdgeType>(graph: NetworkGraph<'_, K, Ty>) {
        let twin = Twin::of(graph);
        assert_eq!(is_cyclic_directed(graph), is_cyclic_directed(&twin.graph));
        assert_eq!(
            is_cyclic_undirected(graph),
            is_cyclic_undirected(&twin.graph)
        );
    }
}

#[test]
fn cycles_run() {
    on_every_form::<Cycles>();
}

struct Orders;

impl Check for Orders {
    fn hold<K: Plain, Ty: EdgeType>(graph: NetworkGraph<'_, K, Ty>) {
        let twin = Twin::of(graph);
        let order = toposort(graph, None);
        assert_eq!(order.is_ok(), toposort(&twin.graph, None).is_ok());
        assert_eq!(order.is_ok(), !is_cyclic_directed(graph));
        let Ok(order) = order else { return };
        let walked: Vec<ActorId> = Topo::new(graph).iter(graph).collect();
        for order in [order, walked] {
            let place: HashMap<_, _> = order.iter().zip(0..).collect();
            assert_eq!(place.len(), graph.network().actor_count());
            for edge in graph.edge_references() {
                assert!(place[&edge.source()] < place[&edge.target()]);
            }
        }
    }
}

#[test]
fn toposort_and_topo_run() {
    on_directed::<Orders>();
}

struct Dominated;

impl Check for Dominated {
    fn hold<K: Plain, Ty: EdgeType>(graph: NetworkGraph<'_, K, Ty>) {
        let twin = Twin::of(graph);
        for (root, root_node) in twin.linked() {
            let ours = simple_fast(graph, root);
            let theirs = simple_fast(&twin.graph, root_node);
            for (actor, node) in twin.linked() {
                let by = theirs.immediate_dominator(node);
                let by = by.map(|node| twin.graph[node]);
                assert_eq!(ours.immediate_dominator(actor), by);
            }
        }
    }
}

#[test]
fn dominators_run() {
    on_every_form::<Dominated>();
}

struct Bipartite;

impl Check for Bipartite {
    fn hold<K: Plain, Ty: EdgeType>(graph: NetworkGraph<'_, K, Ty>) {
        let twin = Twin::of(graph);
        for (actor, node) in twin.linked() {
            let theirs = is_bipartite_undirected(&twin.graph, node);
            assert_eq!(is_bipartite_undirected(graph, actor), theirs);
        }
    }
}

#[test]
fn is_bipartite_undirected_runs() {
    on_undirected::<Bipartite>();
}

proptest! {
    /// What takes a graph of petgraph's own, by value or by its indices.
    #[test]
    fn condensation_and_feedback_arcs_run_on_a_copy(world in worlds()) {
        for network in networks(&world) {
            let copy = network.dyads().to_petgraph();
            let whole = condensation(copy.clone(), true);
            let parts = tarjan_scc(network.dyads()).len();
            let alone = network.actor_count() - copy.node_count();
            prop_assert_eq!(whole.node_count() + alone, parts);
            prop_assert!(toposort(&whole, None).is_ok());

            let back: BTreeSet<_> = greedy_feedback_arc_set(&copy).map(|edge| edge.id()).collect();
            let mut forth = copy;
            forth.retain_edges(|_, edge| !back.contains(&edge));
            prop_assert!(!is_cyclic_directed(&forth));

            let order = toposort(&forth, None).unwrap();
            let (list, _) = dag_to_toposorted_adjacency_list::<_, u32>(&forth, &order);
            let (reduction, closure) = dag_transitive_reduction_closure(&list);
            prop_assert!(reduction.edge_count() <= forth.edge_count());
            prop_assert!(closure.edge_count() >= reduction.edge_count());
        }
    }
}
