//! An edge as petgraph sees it.

use petgraph::visit::EdgeRef;

use crate::model::ActorId;

/// Which edge of a [`NetworkGraph`](super::NetworkGraph): good for one network, and for
/// graphs of the same kind and direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EdgeId {
    /// Of the edge or dyad in the network.
    pub(super) number: u32,
    /// Of two that an event makes of two on an equal footing, the one from the higher
    /// node to the lower.
    pub(super) descending: bool,
}

/// An edge of a [`NetworkGraph`](super::NetworkGraph) as seen from one end, with its
/// weight.
///
/// ```
/// use demarche::{Call, Graph, Leader};
/// use petgraph::visit::{EdgeRef, IntoEdges};
///
/// let mut graph = Graph::new();
/// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
/// let putin = graph.add(Leader::new("Vladimir Putin"))?;
/// graph.record(Call::between(macron, putin))?;
///
/// let network = graph.view().network()?;
/// let calls = network.events().undirected();
/// let (from, to) = (calls.edges(macron.into()).next(), calls.edges(putin.into()).next());
/// assert_eq!(from.unwrap().id(), to.unwrap().id());
/// assert_eq!(to.unwrap().source(), putin.into());
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EdgeReference<W> {
    pub(super) source: ActorId,
    pub(super) target: ActorId,
    pub(super) id: EdgeId,
    pub(super) weight: W,
}

impl<W> EdgeReference<W> {
    /// What the edge weighs; that of petgraph's trait by the same name, without the
    /// trait.
    pub fn weight(&self) -> &W {
        &self.weight
    }
}

impl<W: Copy> EdgeRef for EdgeReference<W> {
    type NodeId = ActorId;
    type EdgeId = EdgeId;
    type Weight = W;

    fn source(&self) -> ActorId {
        self.source
    }

    fn target(&self) -> ActorId {
        self.target
    }

    fn weight(&self) -> &W {
        &self.weight
    }

    fn id(&self) -> EdgeId {
        self.id
    }
}
