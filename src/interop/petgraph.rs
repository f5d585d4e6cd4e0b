//! A view as a petgraph graph.

use indexmap::IndexMap;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::model::{ActorId, EventId};
use crate::query::View;

impl View<'_> {
    /// The view as a graph of petgraph's own, for its algorithms: actors as nodes and
    /// events as edges, at the level of the view.
    ///
    /// Nodes are the actors that take part, in order of first appearance; edges
    /// come in order of time. Each dyad of an event is an edge from who acts to who is
    /// acted upon, and one each way where they are on an equal footing; so a call of
    /// three is six edges, and parallel events are parallel edges. It is a copy: O(e)
    /// in the events of the window.
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
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn to_petgraph(&self) -> DiGraph<ActorId, EventId> {
        let mut network = DiGraph::new();
        let mut nodes: IndexMap<ActorId, NodeIndex> = IndexMap::new();
        for link in self.links() {
            let mut node = |actor| {
                *nodes
                    .entry(actor)
                    .or_insert_with(|| network.add_node(actor))
            };
            let (from, to) = (node(link.from), node(link.to));
            network.add_edge(from, to, link.event);
            if link.mutual {
                network.add_edge(to, from, link.event);
            }
        }
        network
    }
}
