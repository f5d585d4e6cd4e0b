//! What petgraph asks of a graph.

use petgraph::visit::{
    Data, EdgeCount, EdgeIndexable, GraphBase, GraphProp, GraphRef, IntoEdgeReferences, IntoEdges,
    IntoEdgesDirected, IntoNeighbors, IntoNeighborsDirected, IntoNodeIdentifiers,
    IntoNodeReferences, NodeCompactIndexable, NodeCount, NodeIndexable, Visitable,
};
use petgraph::{Direction, EdgeType};

use super::adaptor::NetworkGraph;
use super::all::{EdgeReferences, NodeIdentifiers, NodeReferences};
use super::arcs::{Arcs, Edges, Neighbors};
use super::kind::Kind;
use super::reference::{EdgeId, EdgeReference};
use super::visited::Visited;
use super::weigh::Weigh;
use crate::model::{ActorId, Stamp};

impl<'n, K: Kind, Ty: EdgeType, W> NetworkGraph<'n, K, Ty, W> {
    /// The edges at an actor; none, if it is of another graph.
    fn arcs(self, actor: ActorId, direction: Direction) -> Arcs<'n> {
        match self.node(actor) {
            Some(node) => K::arcs::<Ty>(self.network, node, direction),
            None => Arcs::plain(self.network, &[]),
        }
    }
}

impl<K, Ty, W> GraphBase for NetworkGraph<'_, K, Ty, W> {
    type NodeId = ActorId;
    type EdgeId = EdgeId;
}

impl<K, Ty, W: Copy> GraphRef for NetworkGraph<'_, K, Ty, W> {}

impl<'n, K: Kind, Ty, W: Weigh<K::Edge<'n>>> Data for NetworkGraph<'n, K, Ty, W> {
    type NodeWeight = ActorId;
    type EdgeWeight = W::Weight;
}

impl<K, Ty: EdgeType, W> GraphProp for NetworkGraph<'_, K, Ty, W> {
    type EdgeType = Ty;
}

impl<K, Ty, W> NodeCount for NetworkGraph<'_, K, Ty, W> {
    fn node_count(&self) -> usize {
        self.network.actor_count()
    }
}

impl<K, Ty, W> NodeIndexable for NetworkGraph<'_, K, Ty, W> {
    fn node_bound(&self) -> usize {
        self.network.actor_count()
    }

    /// Of an actor of another graph, the bound.
    fn to_index(&self, actor: ActorId) -> usize {
        self.node(actor)
            .map_or(self.node_bound(), |node| node as usize)
    }

    /// From the bound on, an actor that no graph has.
    fn from_index(&self, index: usize) -> ActorId {
        let known = self.network.actors().get(index).copied();
        known.unwrap_or_else(|| ActorId::new(u32::MAX, Stamp::draw()))
    }
}

impl<K, Ty, W> NodeCompactIndexable for NetworkGraph<'_, K, Ty, W> {}

impl<K: Kind, Ty: EdgeType, W> EdgeCount for NetworkGraph<'_, K, Ty, W> {
    fn edge_count(&self) -> usize {
        K::count::<Ty>(self.network)
    }
}

impl<K: Kind, Ty: EdgeType, W> EdgeIndexable for NetworkGraph<'_, K, Ty, W> {
    fn edge_bound(&self) -> usize {
        self.edge_count()
    }

    /// Of an edge that the graph has not, the bound.
    fn to_index(&self, edge: EdgeId) -> usize {
        K::index::<Ty>(self.network, edge).unwrap_or_else(|| self.edge_bound())
    }

    /// From the bound on, an edge that no graph has.
    fn from_index(&self, index: usize) -> EdgeId {
        K::at::<Ty>(self.network, index).unwrap_or(EdgeId {
            number: u32::MAX,
            descending: false,
        })
    }
}

impl<'n, K, Ty, W> Visitable for NetworkGraph<'n, K, Ty, W> {
    type Map = Visited<'n>;

    fn visit_map(&self) -> Visited<'n> {
        Visited::new(self.network.actors())
    }

    fn reset_map(&self, map: &mut Visited<'n>) {
        map.reset(self.network.actors());
    }
}

impl<'n, K, Ty, W: Copy> IntoNodeIdentifiers for NetworkGraph<'n, K, Ty, W> {
    type NodeIdentifiers = NodeIdentifiers<'n>;

    fn node_identifiers(self) -> NodeIdentifiers<'n> {
        NodeIdentifiers::new(self.network.actors())
    }
}

impl<'n, K: Kind, Ty, W: Weigh<K::Edge<'n>>> IntoNodeReferences for NetworkGraph<'n, K, Ty, W> {
    type NodeRef = (ActorId, &'n ActorId);
    type NodeReferences = NodeReferences<'n>;

    fn node_references(self) -> NodeReferences<'n> {
        NodeReferences::new(self.network.actors())
    }
}

impl<'n, K: Kind, Ty: EdgeType, W: Copy> IntoNeighbors for NetworkGraph<'n, K, Ty, W> {
    type Neighbors = Neighbors<'n>;

    fn neighbors(self, actor: ActorId) -> Neighbors<'n> {
        Neighbors::new(self.arcs(actor, Direction::Outgoing))
    }
}

impl<'n, K: Kind, Ty: EdgeType, W: Copy> IntoNeighborsDirected for NetworkGraph<'n, K, Ty, W> {
    type NeighborsDirected = Neighbors<'n>;

    fn neighbors_directed(self, actor: ActorId, direction: Direction) -> Neighbors<'n> {
        Neighbors::new(self.arcs(actor, direction))
    }
}

impl<'n, K, Ty, W> IntoEdgeReferences for NetworkGraph<'n, K, Ty, W>
where
    K: Kind,
    Ty: EdgeType,
    W: Weigh<K::Edge<'n>>,
{
    type EdgeRef = EdgeReference<W::Weight>;
    type EdgeReferences = EdgeReferences<'n, K, Ty, W>;

    fn edge_references(self) -> EdgeReferences<'n, K, Ty, W> {
        EdgeReferences::new(self)
    }
}

impl<'n, K: Kind, Ty: EdgeType, W: Weigh<K::Edge<'n>>> IntoEdges for NetworkGraph<'n, K, Ty, W> {
    type Edges = Edges<'n, K, Ty, W>;

    fn edges(self, actor: ActorId) -> Edges<'n, K, Ty, W> {
        self.edges_directed(actor, Direction::Outgoing)
    }
}

impl<'n, K, Ty, W> IntoEdgesDirected for NetworkGraph<'n, K, Ty, W>
where
    K: Kind,
    Ty: EdgeType,
    W: Weigh<K::Edge<'n>>,
{
    type EdgesDirected = Edges<'n, K, Ty, W>;

    fn edges_directed(self, actor: ActorId, direction: Direction) -> Edges<'n, K, Ty, W> {
        Edges::new(self, actor, direction, self.arcs(actor, direction))
    }
}
