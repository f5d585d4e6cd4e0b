//! Running a check on every form of graph.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::graph::{Graph as Copied, NodeIndex};
use petgraph::visit::IntoNodeIdentifiers;
use petgraph::{Directed, EdgeType, Undirected};
use proptest::test_runner::{Config, TestRunner};

use super::world::{Plain, networks, worlds};
use crate::ActorId;
use crate::interop::petgraph::{Dyads, Events, NetworkGraph};

/// What holds of a network as a graph, in any form.
pub(super) trait Check {
    fn hold<K: Plain, Ty: EdgeType>(graph: NetworkGraph<'_, K, Ty>);
}

/// Directed and undirected, of events and of dyads.
pub(super) fn on_every_form<C: Check>() {
    on_directed::<C>();
    on_undirected::<C>();
}

pub(super) fn on_directed<C: Check>() {
    on::<C, Events, Directed>(|graph| graph);
    on::<C, Dyads, Directed>(|graph| graph);
}

#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the method is of one lifetime, the closure of any"
)]
pub(super) fn on_undirected<C: Check>() {
    on::<C, Events, Undirected>(|graph| graph.undirected());
    on_simple::<C>();
}

/// Undirected and without parallel edges.
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the method is of one lifetime, the closure of any"
)]
pub(super) fn on_simple<C: Check>() {
    on::<C, Dyads, Undirected>(|graph| graph.undirected());
}

fn on<C: Check, K: Plain + Form, Ty: EdgeType>(
    form: impl for<'n> Fn(NetworkGraph<'n, K>) -> NetworkGraph<'n, K, Ty>,
) {
    let mut runner = TestRunner::new(Config::with_cases(24));
    let run = runner.run(&worlds(), |world| {
        for network in networks(&world) {
            C::hold(form(K::of(&network)));
        }
        Ok(())
    });
    run.unwrap();
}

/// A kind of which a network makes a graph.
trait Form: Sized {
    fn of<'n>(network: &'n crate::query::Network<'_>) -> NetworkGraph<'n, Self>;
}

impl Form for Events {
    fn of<'n>(network: &'n crate::query::Network<'_>) -> NetworkGraph<'n, Self> {
        network.events()
    }
}

impl Form for Dyads {
    fn of<'n>(network: &'n crate::query::Network<'_>) -> NetworkGraph<'n, Self> {
        network.dyads()
    }
}

/// A copy, its edges weighed by their cost, and which node is whose.
pub(super) struct Twin<Ty: EdgeType> {
    pub(super) graph: Copied<ActorId, u32, Ty>,
    nodes: BTreeMap<ActorId, NodeIndex>,
}

impl<Ty: EdgeType> Twin<Ty> {
    pub(super) fn of<K: Plain>(graph: NetworkGraph<'_, K, Ty>) -> Self {
        let graph = graph.weighed(K::cost).to_petgraph();
        let nodes = graph.node_indices().map(|node| (graph[node], node));
        Self {
            nodes: nodes.collect(),
            graph,
        }
    }

    /// Those that an edge links, each with its node.
    pub(super) fn linked(&self) -> impl Iterator<Item = (ActorId, NodeIndex)> {
        self.nodes.iter().map(|(&actor, &node)| (actor, node))
    }

    /// The actors of nodes, in their order.
    pub(super) fn actors<C: FromIterator<ActorId>>(
        &self,
        nodes: impl IntoIterator<Item = NodeIndex>,
    ) -> C {
        nodes.into_iter().map(|node| self.graph[node]).collect()
    }

    /// Those that no edge links.
    pub(super) fn alone<K>(&self, graph: NetworkGraph<'_, K, Ty>) -> Vec<ActorId> {
        graph
            .node_identifiers()
            .filter(|actor| !self.nodes.contains_key(actor))
            .collect()
    }
}

/// Sets of actors, whatever their order.
pub(super) fn sets<S: IntoIterator<Item = ActorId>>(
    sets: impl IntoIterator<Item = S>,
) -> BTreeSet<BTreeSet<ActorId>> {
    sets.into_iter()
        .map(|set| set.into_iter().collect())
        .collect()
}
