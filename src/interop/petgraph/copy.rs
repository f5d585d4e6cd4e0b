//! Graphs of petgraph's own.

use petgraph::graph::{DiGraph, Graph, NodeIndex};
use petgraph::visit::{EdgeCount, EdgeRef, IntoEdgeReferences};
use petgraph::{Directed, EdgeType};

use super::adaptor::NetworkGraph;
use super::event_edge::EventEdge;
use super::kind::Kind;
use super::weigh::Weigh;
use crate::model::{ActorId, EventId};
use crate::query::View;
use crate::time::Certainty;

/// What an edge of [`View::to_petgraph`] stands for: an event, and how certainly it
/// links the two actors.
///
/// ```
/// use demarche::{Call, Graph, Leader, interop::petgraph::Edge};
///
/// let mut graph = Graph::new();
/// let merkel = graph.add(Leader::new("Angela Merkel"))?;
/// let putin = graph.add(Leader::new("Vladimir Putin"))?;
/// let call = graph.record(Call::between(merkel, putin))?;
///
/// let network = graph.view().network()?;
/// let copy = network.events().undirected().weighed(Edge::from).to_petgraph();
/// assert_eq!(copy.edge_weights().map(|edge| edge.event).collect::<Vec<_>>(), [call]);
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Edge {
    /// The event, of the graph under the view.
    pub event: EventId,
    /// How certainly it is in the frame and, at a level, links these two.
    pub certainty: Certainty,
}

impl From<EventEdge<'_>> for Edge {
    fn from(edge: EventEdge<'_>) -> Self {
        Self {
            event: edge.event(),
            certainty: edge.certainty(),
        }
    }
}

impl View<'_> {
    /// The view as a directed graph of petgraph's own, for the algorithms that need one:
    /// actors as nodes and events as edges, at the level of the view.
    ///
    /// Nodes are the actors that take part, in order of first appearance; edges
    /// come in order of time. Each dyad of an event is an edge from who acts to who is
    /// acted upon, and one each way where they are on an equal footing; so a call of
    /// three is six edges, and parallel events are parallel edges. At a level, a dyad
    /// within one actor is one edge from it to itself. It is a copy: O(d) in the dyads
    /// of the window.
    ///
    /// Most algorithms do without: they run on a [network](View::network) as it stands,
    /// and a network has [copies](NetworkGraph::to_petgraph) of other forms, too. The
    /// [module on petgraph](super) says which.
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader};
    /// use petgraph::algo::connected_components;
    ///
    /// let mut graph = Graph::new();
    /// let merkel = graph.add(Leader::new("Angela Merkel"))?;
    /// let lukashenko = graph.add(Leader::new("Alexander Lukashenko"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// let biden = graph.add(Leader::new("Joe Biden"))?;
    /// graph.record(Call::between(merkel, lukashenko))?;
    /// graph.record(Call::between(biden, putin))?;
    ///
    /// let network = graph.view().to_petgraph();
    /// assert_eq!((network.node_count(), network.edge_count()), (4, 4));
    /// assert_eq!(connected_components(&network), 2);
    /// assert!(network.edge_weights().all(|edge| edge.certainty.is_certain()));
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn to_petgraph(&self) -> DiGraph<ActorId, Edge> {
        let mut copy = Copying::<_, Directed>::of(0);
        for link in self.links() {
            let edge = Edge {
                event: link.event,
                certainty: link.certainty,
            };
            copy.add(link.from, link.to, edge);
            if link.mutual && link.from != link.to {
                copy.add(link.to, link.from, edge);
            }
        }
        copy.graph
    }
}

impl<'n, K: Kind, Ty: EdgeType, W: Weigh<K::Edge<'n>>> NetworkGraph<'n, K, Ty, W> {
    /// A copy as a graph of petgraph's own, for the algorithms that need one.
    ///
    /// Nodes are the actors that edges link, in order of first appearance, each with
    /// the actor for its weight; edges are the same, in the same order, with their
    /// weights. Of [`events`](crate::query::Network::events) it is what
    /// [`View::to_petgraph`] makes. O(n + m) in actors and edges.
    ///
    /// ```
    /// use demarche::{Appeal, Graph, State};
    /// use petgraph::algo::ford_fulkerson;
    ///
    /// let mut graph = Graph::new();
    /// let union = graph.add(State::new("Estonia"))?;
    /// let poland = graph.add(State::new("Poland"))?;
    /// let belarus = graph.add(State::new("Belarus"))?;
    /// graph.record(Appeal::by(union).to(poland))?;
    /// graph.record(Appeal::by(union).to(poland))?;
    /// graph.record(Appeal::by(poland).to(belarus))?;
    /// graph.record(Appeal::by(union).to(belarus))?;
    ///
    /// // How many appeals at most are passed on, end to end?
    /// let network = graph.view().network()?;
    /// let copy = network.events().weighed(|_| 1_u32).to_petgraph();
    /// let node = |actor| copy.node_indices().find(|&node| copy[node] == actor).unwrap();
    /// let (flow, _) = ford_fulkerson(&copy, node(union.into()), node(belarus.into()));
    /// assert_eq!(flow, 2);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn to_petgraph(self) -> Graph<ActorId, W::Weight, Ty> {
        let mut copy = Copying::of(self.edge_count());
        for edge in self.edge_references() {
            copy.add(edge.source(), edge.target(), *edge.weight());
        }
        copy.graph
    }
}

/// A graph in the making.
struct Copying<E, Ty: EdgeType> {
    graph: Graph<ActorId, E, Ty>,
    /// The nodes of the actors that have one, by index.
    nodes: Vec<Option<NodeIndex>>,
}

impl<E, Ty: EdgeType> Copying<E, Ty> {
    fn of(edges: usize) -> Self {
        Self {
            graph: Graph::with_capacity(0, edges),
            nodes: Vec::new(),
        }
    }

    fn add(&mut self, from: ActorId, to: ActorId, weight: E) {
        if let (Some(from), Some(to)) = (self.node(from), self.node(to)) {
            self.graph.add_edge(from, to, weight);
        }
    }

    /// The node of an actor; always some.
    fn node(&mut self, actor: ActorId) -> Option<NodeIndex> {
        let at = actor.index() as usize;
        if at >= self.nodes.len() {
            self.nodes.resize(at + 1, None);
        }
        let node = self.nodes.get_mut(at)?;
        Some(*node.get_or_insert_with(|| self.graph.add_node(actor)))
    }
}
