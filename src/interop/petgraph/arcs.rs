//! Walking over nodes and edges.

use std::fmt;
use std::slice;

use petgraph::{Direction, EdgeType};

use super::adaptor::NetworkGraph;
use super::kind::Kind;
use super::reference::EdgeReference;
use super::weigh::Weigh;
use crate::model::ActorId;
use crate::query::Network;
use crate::query::network::Arc;

/// The edges at a node, each with the other end.
#[derive(Clone, Debug)]
#[expect(unnameable_types, reason = "sealed: how a network is laid out is ours")]
pub struct Arcs<'n> {
    network: &'n Network<'n>,
    node: u32,
    arcs: slice::Iter<'n, Arc>,
    /// Those of the other direction, of which some came already.
    others: slice::Iter<'n, Arc>,
}

impl<'n> Arcs<'n> {
    /// All of a list.
    pub(super) fn plain(network: &'n Network<'n>, arcs: &'n [Arc]) -> Self {
        Self {
            network,
            node: 0,
            arcs: arcs.iter(),
            others: [].iter(),
        }
    }

    /// The edges from a node and those to it, each once.
    pub(super) fn either(network: &'n Network<'n>, node: u32) -> Self {
        Self {
            network,
            node,
            arcs: network.outgoing(node).iter(),
            others: network.incoming(node).iter(),
        }
    }

    /// Whether an edge to the node is none from it: not a loop, and not mutual.
    fn is_new(network: &Network<'_>, node: u32, arc: Arc) -> bool {
        arc.to != node && network.edge(arc.edge).is_some_and(|edge| !edge.is_mutual())
    }

    fn advance(&mut self) -> Option<Arc> {
        if let Some(&arc) = self.arcs.next() {
            return Some(arc);
        }
        let (network, node) = (self.network, self.node);
        self.others
            .find(|&&arc| Self::is_new(network, node, arc))
            .copied()
    }

    /// At least and at most so many are left.
    fn left(&self) -> (usize, Option<usize>) {
        (self.arcs.len(), Some(self.arcs.len() + self.others.len()))
    }
}

/// The actors next to one, once for each edge, in order of the edges.
#[derive(Clone, Debug)]
pub struct Neighbors<'n> {
    arcs: Arcs<'n>,
}

impl<'n> Neighbors<'n> {
    pub(super) fn new(arcs: Arcs<'n>) -> Self {
        Self { arcs }
    }
}

impl Iterator for Neighbors<'_> {
    type Item = ActorId;

    fn next(&mut self) -> Option<ActorId> {
        let arc = self.arcs.advance()?;
        self.arcs.network.actor(arc.to)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.arcs.left()
    }
}

/// The edges at an actor: events in order of time, undirected ones first those where it
/// acts; dyads by the actor at the other end.
pub struct Edges<'n, K, Ty, W> {
    graph: NetworkGraph<'n, K, Ty, W>,
    node: ActorId,
    direction: Direction,
    arcs: Arcs<'n>,
}

impl<'n, K, Ty, W> Edges<'n, K, Ty, W> {
    pub(super) fn new(
        graph: NetworkGraph<'n, K, Ty, W>,
        node: ActorId,
        direction: Direction,
        arcs: Arcs<'n>,
    ) -> Self {
        Self {
            graph,
            node,
            direction,
            arcs,
        }
    }
}

impl<'n, K: Kind, Ty: EdgeType, W: Weigh<K::Edge<'n>>> Iterator for Edges<'n, K, Ty, W> {
    type Item = EdgeReference<W::Weight>;

    fn next(&mut self) -> Option<Self::Item> {
        let arc = self.arcs.advance()?;
        let other = self.graph.network.actor(arc.to)?;
        let ends = match self.direction {
            Direction::Outgoing => (self.node, other),
            Direction::Incoming => (other, self.node),
        };
        self.graph.reference(arc.edge, ends)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.arcs.left()
    }
}

impl<K, Ty, W: Copy> Clone for Edges<'_, K, Ty, W> {
    fn clone(&self) -> Self {
        Self {
            arcs: self.arcs.clone(),
            ..*self
        }
    }
}

impl<K, Ty, W> fmt::Debug for Edges<'_, K, Ty, W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Edges")
            .field("node", &self.node)
            .field("direction", &self.direction)
            .finish_non_exhaustive()
    }
}
