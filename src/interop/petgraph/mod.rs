//! Views as graphs of petgraph's, for its algorithms.
//!
//! # How does one run an algorithm?
//!
//! An event is no edge, but a [network](crate::query::network) has edges, and as a
//! [`NetworkGraph`] it implements petgraph's traits, so that the algorithms take it as it
//! stands: by value, and nothing is copied. There are four forms:
//!
//! | form | an edge is | it weighs |
//! |---|---|---|
//! | [`network.events()`](crate::query::Network::events) | a dyad of an event, from who acts to who is acted upon; one each way where they are on an equal footing | [`EventEdge`] |
//! | `network.events().undirected()` | a dyad of an event | [`EventEdge`] |
//! | [`network.dyads()`](crate::query::Network::dyads) | all events from one actor to another | [`DyadEdge`] |
//! | `network.dyads().undirected()` | all events between two actors | [`DyadEdge`] |
//!
//! Nodes are the actors of the graph, all of them, linked or not, by
//! [`ActorId`](crate::ActorId): get it from [`Graph::actor`](crate::Graph::actor), which
//! knows who was found to be one with whom. An actor of another graph has no edges; where
//! an algorithm keeps a table by index, as `bellman_ford` does, it panics on such a one as
//! on any index out of bounds.
//!
//! What an edge costs, a closure says, which is given the edge with its date, certainty,
//! or number of events:
//!
//! ```
//! use demarche::{ActorId, Call, Graph, Leader};
//! use jiff::civil::date;
//! use petgraph::algo::dijkstra;
//!
//! let mut graph = Graph::new();
//! let merkel = graph.add(Leader::new("Angela Merkel"))?;
//! let macron = graph.add(Leader::new("Emmanuel Macron"))?;
//! let putin = graph.add(Leader::new("Vladimir Putin"))?;
//! graph.record(Call::between(merkel, putin).on("2021-01-05"))?;
//! graph.record(Call::between(merkel, macron).on("2021-11-10"))?;
//! graph.record(Call::between(macron, putin).on("2021-11-15"))?;
//!
//! // What is fresh is near: a call costs as many days as have passed since.
//! let network = graph.view().network()?;
//! let today = date(2021, 11, 20);
//! let near = dijkstra(network.events(), merkel.into(), None, |edge| {
//!     let day = edge.weight().when().latest().map_or(today, |latest| latest.date());
//!     today.since(day).map_or(i32::MAX / 4, |past| past.get_days())
//! });
//! assert_eq!(near[&ActorId::from(putin)], 10 + 5);
//! # Ok::<(), demarche::Error>(())
//! ```
//!
//! Where an algorithm takes the weight itself for the cost,
//! [`weighed`](NetworkGraph::weighed) sets it. What needs a graph of petgraph's own, in
//! memory, gets one with [`to_petgraph`](NetworkGraph::to_petgraph): its nodes are those
//! actors alone that edges link, and its weights the actors.
//!
//! ```
//! use demarche::{Call, Graph, Leader};
//! use petgraph::algo::{connected_components, kosaraju_scc};
//!
//! let mut graph = Graph::new();
//! let [merkel, lukashenko, biden, putin] =
//!     ["Angela Merkel", "Alexander Lukashenko", "Joe Biden", "Vladimir Putin"]
//!         .map(|name| graph.add(Leader::new(name)));
//! let hermit = graph.add(Leader::new("A hermit"))?;
//! graph.record(Call::between(merkel?, lukashenko?))?;
//! graph.record(Call::between(biden?, putin?))?;
//!
//! let network = graph.view().network()?;
//! assert_eq!(connected_components(network.events()), 3);
//! assert!(kosaraju_scc(network.events()).contains(&vec![hermit.into()]));
//! assert_eq!(connected_components(&network.events().to_petgraph()), 2);
//! # Ok::<(), demarche::Error>(())
//! ```
//!
//! # What runs, and what does not?
//!
//! Of petgraph 0.8. *Traits*: a [`NetworkGraph`] has `GraphBase`, `GraphRef`, `GraphProp`,
//! `Data`, `NodeCount`, `NodeIndexable`, `NodeCompactIndexable`, `EdgeCount`,
//! `EdgeIndexable`, `Visitable`, `GetAdjacencyMatrix`, `IntoNodeIdentifiers`,
//! `IntoNodeReferences`, `IntoEdgeReferences`, `IntoNeighbors`, `IntoNeighborsDirected`,
//! `IntoEdges` and `IntoEdgesDirected`, and so have references to one. It has no `DataMap`,
//! as weights are made when asked for, and is not built or changed through petgraph.
//!
//! *Algorithms*: "any" is any of the four forms. All that is said to run is tested to
//! give what it gives on a copy.
//!
//! | algorithm | runs on | mind |
//! |---|---|---|
//! | `dijkstra`, `astar` | any | costs must not be negative; of parallel events the cheapest counts |
//! | `bidirectional_dijkstra` | any | likewise; from an actor to itself it tells what a round trip costs, or nothing |
//! | `bellman_ford`, `find_negative_cycle`, `spfa` | any | `bellman_ford` and `find_negative_cycle` need [`weighed`](NetworkGraph::weighed) with an `f64`; a negative cost without direction is a negative cycle |
//! | `floyd_warshall`, `johnson` | any | take the square of *all* actors in memory: 20,000 of them make 400 million entries |
//! | `all_simple_paths` | dyads | over events, parallel ones make as many paths of the same actors |
//! | `all_simple_paths_multi` | dyads | likewise; goes one actor beyond its bound |
//! | `Bfs`, `Dfs`, `DfsPostOrder`, `has_path_connecting` | any | |
//! | `Reversed`, `NodeFiltered`, `EdgeFiltered` | any | |
//! | `connected_components` | any | those of one actor are counted; of directed forms, the weak ones |
//! | `kosaraju_scc`, `tarjan_scc` | any | `tarjan_scc` is recursive, as deep as the longest way it goes: on large networks `kosaraju_scc` |
//! | `is_cyclic_directed`, `depth_first_search` | directed | recursive likewise; two on an equal footing are a cycle |
//! | `is_cyclic_undirected` | dyads, undirected | over events, two of the same actors are a cycle |
//! | `toposort`, `Topo` | directed | there is an order only if there is no event on an equal footing |
//! | `dominators::simple_fast` | directed | |
//! | `is_bipartite_undirected` | undirected | looks at what hangs together with the start alone |
//! | `min_spanning_tree` | any | needs [`weighed`](NetworkGraph::weighed); ignores directions |
//! | `min_spanning_tree_prim` | undirected | likewise; spans what hangs together with the *first* actor of the graph alone |
//! | `maximum_matching`, `greedy_matching` | undirected | recursive in part; loops and parallel events make no difference |
//! | `articulation_points` | undirected | needs weights that are ordered: [`weighed`](NetworkGraph::weighed) |
//! | `bridges` | dyads, undirected | over events it takes each of two parallel ones for a bridge |
//! | `dsatur_coloring` | undirected | loops are passed over |
//! | `maximal_cliques` | undirected | exponential at worst |
//! | `dinics` | directed | needs [`weighed`](NetworkGraph::weighed), by capacity |
//! | `is_isomorphic`, `is_isomorphic_subgraph` | dyads | exponential at worst; parallel edges are counted by actor, not by pair |
//! | `Dot` | any | nodes are labelled by handle |
//! | `ford_fulkerson`, `is_isomorphic_matching`, `is_isomorphic_subgraph_matching`, `subgraph_isomorphisms_iter` | a copy | need `DataMap` |
//! | `condensation`, `greedy_feedback_arc_set`, `tred` | a copy | take a `Graph`, or the indices of one; the closure and reduction of `tred`, a graph without cycles |
//! | `steiner_tree` | an undirected copy | needs petgraph's feature `stable_graph`, which this crate leaves off |
//! | `page_rank` | none: do not | it ignores parallel events, as it asks of each two actors whether there is any, and so takes the square of all actors times their edges: [`Network::page_rank`](crate::query::Network::page_rank) counts them |
//! | `k_shortest_path` | none: do not | it counts walks, which go to and fro, and tells only their cost: [`ranked`](crate::query::path::Paths::ranked) gives the paths |
//! | `UndirectedAdaptor` | none: do not | on an equal footing there is an edge each way, which it gives twice each: [`undirected`](NetworkGraph::undirected) |

mod adaptor;
mod adjacent;
mod all;
mod arcs;
mod copy;
mod dyad_edge;
mod event_edge;
mod kind;
mod reference;
mod traits;
mod visited;
mod weigh;

pub use adaptor::NetworkGraph;
pub use adjacent::Adjacent;
pub use all::{EdgeReferences, NodeIdentifiers, NodeReferences};
pub use arcs::{Edges, Neighbors};
pub use copy::Edge;
pub use dyad_edge::DyadEdge;
pub use event_edge::EventEdge;
pub use kind::{Dyads, Events, Kind};
pub use reference::{EdgeId, EdgeReference};
pub use visited::Visited;
pub use weigh::{AsIs, By, Weigh};

#[cfg(test)]
mod tests;
