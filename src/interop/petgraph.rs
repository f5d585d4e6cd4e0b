//! A view as a petgraph graph.

use indexmap::IndexMap;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::model::{ActorId, EventId};
use crate::query::View;
use crate::time::Certainty;

/// What an edge of [`View::to_petgraph`] stands for: an event, and how certainly it
/// links the two actors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Edge {
    /// The event, of the graph under the view.
    pub event: EventId,
    /// How certainly it is in the frame and, at a level, links these two.
    pub certainty: Certainty,
}

impl View<'_> {
    /// The view as a graph of petgraph's own, for its algorithms: actors as nodes and
    /// events as edges, at the level of the view.
    ///
    /// Nodes are the actors that take part, in order of first appearance; edges
    /// come in order of time. Each dyad of an event is an edge from who acts to who is
    /// acted upon, and one each way where they are on an equal footing; so a call of
    /// three is six edges, and parallel events are parallel edges. At a level, a dyad
    /// within one actor is one edge from it to itself. It is a copy: O(d) in the dyads
    /// of the window.
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
        let mut network = DiGraph::new();
        let mut nodes: IndexMap<ActorId, NodeIndex> = IndexMap::new();
        for link in self.links() {
            let mut node = |actor| {
                *nodes
                    .entry(actor)
                    .or_insert_with(|| network.add_node(actor))
            };
            let (from, to) = (node(link.from), node(link.to));
            let edge = Edge {
                event: link.event,
                certainty: link.certainty,
            };
            network.add_edge(from, to, edge);
            if link.mutual && from != to {
                network.add_edge(to, from, edge);
            }
        }
        network
    }
}

#[cfg(test)]
mod tests {
    use crate::time::Certainty;
    use crate::{Call, Leader, State};
    use crate::{Graph, Level, Result};

    #[test]
    fn a_call_within_one_state_is_one_loop() -> Result<()> {
        let mut graph = Graph::new();
        let france = graph.add(State::new("France"))?;
        let one = graph.add(Leader::new("One").office("Minister", france, "2010/.."))?;
        let other = graph.add(Leader::new("Other").office("Adviser", france, "2010/"))?;
        let call = graph.record(Call::between(one, other).on("2021-11-15"))?;

        let network = graph.view().level(Level::State)?.to_petgraph();
        let edges: Vec<_> = network.edge_weights().collect();
        assert_eq!((network.node_count(), edges.len()), (1, 1));
        assert_eq!(edges[0].event, call);
        assert_eq!(edges[0].certainty, Certainty::Possible);
        Ok(())
    }
}
