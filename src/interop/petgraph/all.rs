//! Walking over all nodes and all edges.

use std::fmt;
use std::slice;

use petgraph::EdgeType;

use super::adaptor::NetworkGraph;
use super::kind::{Ends, Kind};
use super::reference::EdgeReference;
use super::weigh::Weigh;
use crate::model::ActorId;

/// All actors of the graph, in the order in which they were added.
#[derive(Clone, Debug)]
pub struct NodeIdentifiers<'n> {
    actors: slice::Iter<'n, ActorId>,
}

/// All actors of the graph, each with itself for its weight.
#[derive(Clone, Debug)]
pub struct NodeReferences<'n> {
    actors: slice::Iter<'n, ActorId>,
}

impl<'n> NodeIdentifiers<'n> {
    pub(super) fn new(actors: &'n [ActorId]) -> Self {
        Self {
            actors: actors.iter(),
        }
    }
}

impl<'n> NodeReferences<'n> {
    pub(super) fn new(actors: &'n [ActorId]) -> Self {
        Self {
            actors: actors.iter(),
        }
    }
}

impl Iterator for NodeIdentifiers<'_> {
    type Item = ActorId;

    fn next(&mut self) -> Option<ActorId> {
        self.actors.next().copied()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.actors.size_hint()
    }
}

impl<'n> Iterator for NodeReferences<'n> {
    type Item = (ActorId, &'n ActorId);

    fn next(&mut self) -> Option<Self::Item> {
        self.actors.next().map(|actor| (*actor, actor))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.actors.size_hint()
    }
}

impl ExactSizeIterator for NodeIdentifiers<'_> {}
impl ExactSizeIterator for NodeReferences<'_> {}

/// All edges: events in order of time, dyads by the actors at their ends.
pub struct EdgeReferences<'n, K, Ty, W> {
    graph: NetworkGraph<'n, K, Ty, W>,
    next: u32,
    /// The edge that came last, if the one the other way is to come.
    twin: Option<(u32, ActorId, ActorId)>,
    left: usize,
}

impl<'n, K: Kind, Ty: EdgeType, W> EdgeReferences<'n, K, Ty, W> {
    pub(super) fn new(graph: NetworkGraph<'n, K, Ty, W>) -> Self {
        Self {
            left: K::count::<Ty>(graph.network),
            graph,
            next: 0,
            twin: None,
        }
    }
}

impl<'n, K: Kind, Ty: EdgeType, W: Weigh<K::Edge<'n>>> Iterator for EdgeReferences<'n, K, Ty, W> {
    type Item = EdgeReference<W::Weight>;

    fn next(&mut self) -> Option<Self::Item> {
        let (number, source, target) = if let Some((number, source, target)) = self.twin.take() {
            (number, target, source)
        } else {
            let number = self.next;
            let Ends { from, to, twins } = K::ends::<Ty>(self.graph.network, number)?;
            self.next += 1;
            let source = self.graph.network.actor(from)?;
            let target = self.graph.network.actor(to)?;
            self.twin = twins.then_some((number, source, target));
            (number, source, target)
        };
        self.left = self.left.saturating_sub(1);
        self.graph.reference(number, (source, target))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl<K, Ty, W: Copy> Clone for EdgeReferences<'_, K, Ty, W> {
    fn clone(&self) -> Self {
        Self { ..*self }
    }
}

impl<K, Ty, W> fmt::Debug for EdgeReferences<'_, K, Ty, W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EdgeReferences")
            .field("left", &self.left)
            .finish_non_exhaustive()
    }
}
