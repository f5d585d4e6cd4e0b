//! Which nodes and edges a file has.

use super::bundle::{self, Bundle};
use super::link::{self, Link};
use super::manner::Manner;
use super::node::Node;
use super::spell::Spell;
use super::value::Column;
use super::{Edges, Plan};
use crate::query::Network;

/// The nodes and edges of a file, each made as it is asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Layout<'n, 'g> {
    pub(crate) network: &'n Network<'g>,
    pub(crate) edges: Edges,
    pub(crate) directed: bool,
    unlinked: bool,
}

impl<'n, 'g> Layout<'n, 'g> {
    pub(super) fn new(network: &'n Network<'g>, plan: Plan) -> Self {
        Self {
            network,
            edges: plan.edges,
            directed: plan.directed,
            unlinked: plan.unlinked,
        }
    }

    /// The actors that are written, in order of adding.
    pub(crate) fn nodes(self) -> impl Iterator<Item = Node<'g>> + 'n {
        let network = self.network;
        let graph = network.view().graph();
        let is_linked = move |node: u32| {
            !network.outgoing(node).is_empty() || !network.incoming(node).is_empty()
        };
        network
            .nodes()
            .filter(move |&node| self.unlinked || is_linked(node))
            .filter_map(move |number| {
                let actor = graph.describe(network.actor(number)?).ok()?;
                Some(Node { number, actor })
            })
    }

    /// The edges, in the order that their builder method tells.
    pub(crate) fn links(self) -> impl Iterator<Item = Link<'g>> + 'n {
        let bundles: Box<dyn Iterator<Item = Bundle> + 'n> = match (self.edges, self.directed) {
            (Edges::Events, _) => Box::new(bundle::by_events(self)),
            (Edges::Dyads, true) => Box::new(bundle::by_ways(self)),
            (Edges::Dyads, false) => Box::new(bundle::by_pairs(self)),
        };
        (0..)
            .zip(bundles)
            .filter_map(move |(number, bundle)| link::link(self, number, &bundle))
    }

    /// How many nodes and edges there are, if that is known without making them all.
    pub(crate) fn count(self) -> Option<usize> {
        let edges = match (self.edges, self.directed) {
            (Edges::Events, _) => self.network.edge_count(),
            (Edges::Dyads, false) => self.network.pair_count(),
            (Edges::Dyads, true) => return None,
        };
        Some(self.nodes().count() + edges)
    }

    /// The columns that edges have.
    pub(crate) fn columns(self) -> Vec<Column> {
        link::columns(self.edges)
    }

    /// In which manners any edge links: O(m) in the edges of the network.
    pub(crate) fn manners(self) -> Vec<Manner> {
        let happened = self.network.happened();
        let mut found: Vec<Manner> = Vec::new();
        for edge in self.network.edges() {
            let Some(happened) = happened.get(edge.event as usize) else {
                continue;
            };
            let manner = Manner::of(happened.event.classification());
            if !found.contains(&manner) {
                found.push(manner);
            }
            if found.len() == Manner::ALL.len() {
                break;
            }
        }
        found.sort_unstable();
        found
    }

    /// When a node takes part in anything; none if in nothing, or if that may have been at
    /// any time.
    pub(crate) fn spells(self, node: Node<'_>) -> Vec<Spell> {
        let network = self.network;
        let arcs = network.outgoing(node.number).iter();
        let arcs = arcs.chain(network.incoming(node.number));
        let events = arcs.filter_map(|arc| network.edge(arc.edge));
        let spells = events.map(|edge| {
            let happened = network.happened().get(edge.event as usize)?;
            Spell::of(&happened.when)
        });
        spells
            .collect::<Option<Vec<Spell>>>()
            .map(Spell::merged)
            .unwrap_or_default()
    }
}
