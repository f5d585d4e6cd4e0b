//! Shortest paths, paths, and what can be reached.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::RandomState;

use petgraph::EdgeType;
use petgraph::algo::bellman_ford::Paths;
use petgraph::algo::dijkstra::bidirectional_dijkstra;
use petgraph::algo::floyd_warshall::floyd_warshall_path;
use petgraph::algo::{
    all_simple_paths, all_simple_paths_multi, astar, bellman_ford, dijkstra, find_negative_cycle,
    floyd_warshall, has_path_connecting, johnson, k_shortest_path, spfa,
};
use petgraph::graph::NodeIndex;
use petgraph::visit::{
    Bfs, Dfs, DfsPostOrder, EdgeFiltered, EdgeRef, IntoNodeIdentifiers, NodeFiltered,
    NodeIndexable, Reversed, Walker,
};

use super::form::{Check, Twin, on_every_form};
use super::world::Plain;
use crate::ActorId;
use crate::interop::petgraph::NetworkGraph;

/// The costs of nodes as those of their actors.
fn of_actors<Ty: EdgeType>(
    twin: &Twin<Ty>,
    costs: impl IntoIterator<Item = (NodeIndex, u32)>,
) -> BTreeMap<ActorId, u32> {
    let costs = costs.into_iter();
    costs.map(|(node, cost)| (twin.graph[node], cost)).collect()
}

struct Dijkstra;

impl Check for Dijkstra {
    fn hold<K: Plain, Ty: EdgeType>(graph: NetworkGraph<'_, K, Ty>) {
        let twin = Twin::of(graph);
        for (actor, node) in twin.linked() {
            let ours = dijkstra(graph, actor, None, |edge| K::cost(*edge.weight()));
            let theirs = dijkstra(&twin.graph, node, None, |edge| *edge.weight());
            assert_eq!(BTreeMap::from_iter(ours), of_actors(&twin, theirs));
        }
        for actor in twin.alone(graph) {
            let ours = dijkstra(graph, actor, None, |edge| K::cost(*edge.weight()));
            assert_eq!(BTreeMap::from_iter(ours), BTreeMap::from([(actor, 0)]));
        }
    }
}

#[test]
fn dijkstra_runs() {
    on_every_form::<Dijkstra>();
}

struct PointToPoint;

impl Check for PointToPoint {
    fn hold<K: Plain, Ty: EdgeType>(graph: NetworkGraph<'_, K, Ty>) {
        let twin = Twin::of(graph);
        let cost =
            |edge: crate::interop::petgraph::EdgeReference<K::Edge<'_>>| K::cost(*edge.weight());
        for (from, from_node) in twin.linked() {
            let near = dijkstra(&twin.graph, from_node, None, |edge| *edge.weight());
            for (to, to_node) in twin.linked() {
                let least = near.get(&to_node).copied();
                if from != to {
                    assert_eq!(bidirectional_dijkstra(graph, from, to, cost), least);
                }

                let ours = astar(graph, from, |actor| actor == to, cost, |_| 0);
                assert_eq!(ours.as_ref().map(|found| found.0), least);
                let Some((_, path)) = ours else { continue };
                assert_eq!((path[0], path[path.len() - 1]), (from, to));
                // Each step is one of least cost.
                let steps = path.windows(2).map(|ends| near_cost(graph, ends));
                assert_eq!(steps.sum::<u32>(), least.unwrap());
            }
        }
    }
}

/// What the cheapest edge between two costs.
fn near_cost<K: Plain, Ty: EdgeType>(graph: NetworkGraph<'_, K, Ty>, ends: &[ActorId]) -> u32 {
    use petgraph::visit::IntoEdges;
    let edges = graph.edges(ends[0]).filter(|edge| edge.target() == ends[1]);
    let costs = edges.map(|edge| K::cost(*edge.weight()));
    costs.min().expect("a step is an edge")
}

#[test]
fn astar_and_bidirectional_dijkstra_run() {
    on_every_form::<PointToPoint>();
}

struct FromOne;

impl Check for FromOne {
    fn hold<K: Plain, Ty: EdgeType>(graph: NetworkGraph<'_, K, Ty>) {
        let twin = Twin::of(graph);
        let weighed = graph.weighed(|edge| f64::from(K::cost(edge)));
        let copy = twin
            .graph
            .map(|_, &actor| actor, |_, &cost| f64::from(cost));
        for (actor, node) in twin.linked() {
            let ours = bellman_ford(weighed, actor).unwrap();
            let theirs = bellman_ford(&copy, node).unwrap();
            same_costs(graph, &twin, &ours, &theirs, &f64::INFINITY);

            let ours = spfa(graph, actor, |edge| K::cost(*edge.weight())).unwrap();
            let theirs = spfa(&twin.graph, node, |edge| *edge.weight()).unwrap();
            same_costs(graph, &twin, &ours, &theirs, &u32::MAX);
        }
    }
}

fn same_costs<K: Plain, Ty: EdgeType, C: PartialEq + std::fmt::Debug>(
    graph: NetworkGraph<'_, K, Ty>,
    twin: &Twin<Ty>,
    ours: &Paths<ActorId, C>,
    theirs: &Paths<NodeIndex, C>,
    never: &C,
) {
    for (actor, node) in twin.linked() {
        let at = NodeIndexable::to_index(&graph, actor);
        assert_eq!(ours.distances[at], theirs.distances[node.index()]);
    }
    for actor in twin.alone(graph) {
        let at = NodeIndexable::to_index(&graph, actor);
        assert_eq!(&ours.distances[at], never);
        assert_eq!(ours.predecessors[at], None);
    }
}

#[test]
fn bellman_ford_and_spfa_run() {
    on_every_form::<FromOne>();
}

struct NegativeCycles;

impl Check for NegativeCycles {
    fn hold<K: Plain, Ty: EdgeType>(graph: NetworkGraph<'_, K, Ty>) {
        let cost = |cost: u32| f64::from(cost) - 3.5;
        let twin = Twin::of(graph);
        let weighed = graph.weighed(|edge| cost(K::cost(edge)));
        let copy = twin.graph.map(|_, &actor| actor, |_, &weight| cost(weight));
        for (actor, node) in twin.linked() {
            let ours = find_negative_cycle(weighed, actor).is_some();
            assert_eq!(ours, find_negative_cycle(&copy, node).is_some());
            assert_eq!(ours, bellman_ford(weighed, actor).is_err());
        }
    }
}

#[test]
fn find_negative_cycle_runs() {
    on_every_form::<NegativeCycles>();
}

struct AllPairs;

impl Check for AllPairs {
    fn hold<K: Plain, Ty: EdgeType>(graph: NetworkGraph<'_, K, Ty>) {
        let twin = Twin::of(graph);
        let cost =
            |edge: crate::interop::petgraph::EdgeReference<K::Edge<'_>>| K::cost(*edge.weight());
        let ours = floyd_warshall(graph, cost).unwrap();
        let (also, _) = floyd_warshall_path(graph, cost).unwrap();
        assert_eq!(ours, also);
        let theirs = floyd_warshall(&twin.graph, |edge| *edge.weight()).unwrap();
        let johnson = johnson(graph, |edge| i64::from(cost(edge))).unwrap();
        for (from, from_node) in twin.linked() {
            for (to, to_node) in twin.linked() {
                let least = theirs[&(from_node, to_node)];
                assert_eq!(ours[&(from, to)], least);
                let least = (least < u32::MAX).then_some(i64::from(least));
                assert_eq!(johnson.get(&(from, to)).copied(), least);
            }
            for to in twin.alone(graph) {
                assert_eq!(ours[&(from, to)], u32::MAX);
            }
        }
    }
}

#[test]
fn floyd_warshall_and_johnson_run() {
    on_every_form::<AllPairs>();
}

struct KShortest;

impl Check for KShortest {
    fn hold<K: Plain, Ty: EdgeType>(graph: NetworkGraph<'_, K, Ty>) {
        let twin = Twin::of(graph);
        for (actor, node) in twin.linked() {
            let ours = k_shortest_path(graph, actor, None, 3, |edge| K::cost(*edge.weight()));
            let theirs = k_shortest_path(&twin.graph, node, None, 3, |edge| *edge.weight());
            assert_eq!(BTreeMap::from_iter(ours), of_actors(&twin, theirs));
        }
    }
}

#[test]
fn k_shortest_path_runs() {
    on_every_form::<KShortest>();
}

struct SimplePaths;

impl Check for SimplePaths {
    fn hold<K: Plain, Ty: EdgeType>(graph: NetworkGraph<'_, K, Ty>) {
        let twin = Twin::of(graph);
        for (from, from_node) in twin.linked() {
            for (to, to_node) in twin.linked() {
                let ours: BTreeSet<Vec<ActorId>> =
                    all_simple_paths::<_, _, RandomState>(graph, from, to, 0, Some(2)).collect();
                let theirs = all_simple_paths::<Vec<_>, _, RandomState>(
                    &twin.graph,
                    from_node,
                    to_node,
                    0,
                    Some(2),
                );
                let theirs = theirs.map(|path| twin.actors(path)).collect();
                assert_eq!(ours, theirs);

                let ends = std::iter::once(to).collect();
                let ours: BTreeSet<Vec<ActorId>> =
                    all_simple_paths_multi::<_, _, RandomState>(graph, from, &ends, 0, Some(2))
                        .collect();
                let ends = std::iter::once(to_node).collect();
                let theirs = all_simple_paths_multi::<Vec<_>, _, RandomState>(
                    &twin.graph,
                    from_node,
                    &ends,
                    0,
                    Some(2),
                );
                assert_eq!(ours, theirs.map(|path| twin.actors(path)).collect());
            }
        }
    }
}

#[test]
fn all_simple_paths_runs() {
    on_every_form::<SimplePaths>();
}

struct Reach;

impl Check for Reach {
    fn hold<K: Plain, Ty: EdgeType>(graph: NetworkGraph<'_, K, Ty>) {
        let twin = Twin::of(graph);
        for (actor, node) in twin.linked() {
            let theirs: BTreeSet<ActorId> =
                twin.actors(Bfs::new(&twin.graph, node).iter(&twin.graph));
            let reached = |walk: Vec<ActorId>| {
                let set: BTreeSet<ActorId> = walk.iter().copied().collect();
                assert_eq!(set.len(), walk.len());
                set
            };
            assert_eq!(
                reached(Bfs::new(graph, actor).iter(graph).collect()),
                theirs
            );
            assert_eq!(
                reached(Dfs::new(graph, actor).iter(graph).collect()),
                theirs
            );
            let after = DfsPostOrder::new(graph, actor).iter(graph);
            assert_eq!(reached(after.collect()), theirs);
            for other in graph.node_identifiers() {
                let connected = has_path_connecting(graph, actor, other, None);
                assert_eq!(connected, theirs.contains(&other));
                let back = Reversed(graph);
                assert_eq!(has_path_connecting(back, other, actor, None), connected);
            }
        }
    }
}

#[test]
fn searches_and_reversed_run() {
    on_every_form::<Reach>();
}

struct Filtered;

impl Check for Filtered {
    fn hold<K: Plain, Ty: EdgeType>(graph: NetworkGraph<'_, K, Ty>) {
        let twin = Twin::of(graph);
        let cheap = EdgeFiltered::from_fn(graph, |edge| K::cost(*edge.weight()) < 4);
        let cheap_twin = EdgeFiltered::from_fn(&twin.graph, |edge| *edge.weight() < 4);
        let first = |actor: ActorId| actor.index() != 3;
        let without = NodeFiltered::from_fn(graph, first);
        let without_twin = NodeFiltered::from_fn(&twin.graph, |node| first(twin.graph[node]));
        for (actor, node) in twin.linked().filter(|&(actor, _)| first(actor)) {
            let ours = dijkstra(&cheap, actor, None, |edge| K::cost(*edge.weight()));
            let theirs = dijkstra(&cheap_twin, node, None, |edge| *edge.weight());
            assert_eq!(BTreeMap::from_iter(ours), of_actors(&twin, theirs));

            let ours = dijkstra(&without, actor, None, |edge| K::cost(*edge.weight()));
            let theirs = dijkstra(&without_twin, node, None, |edge| *edge.weight());
            assert_eq!(BTreeMap::from_iter(ours), of_actors(&twin, theirs));
        }
    }
}

#[test]
fn filters_run() {
    on_every_form::<Filtered>();
}
