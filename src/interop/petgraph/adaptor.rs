//! A network as petgraph sees it.

use std::fmt;
use std::marker::PhantomData;

use petgraph::{Directed, EdgeType, Undirected};

use super::kind::{Dyads, Events, Kind};
use super::reference::{EdgeId, EdgeReference};
use super::weigh::{AsIs, By, Weigh};
use crate::model::ActorId;
use crate::query::Network;

/// A network as a graph of petgraph's: [`Network::events`] and [`Network::dyads`] make
/// one, and the algorithms of petgraph take it by value.
///
/// It borrows the network and copies nothing: 8 bytes, `Copy`. `K` says what its edges
/// are ([`Events`] or [`Dyads`]), `Ty` whether they have a direction, and `W` what they
/// weigh. See the [module](super) for what runs on it.
pub struct NetworkGraph<'n, K, Ty = Directed, W = AsIs> {
    pub(super) network: &'n Network<'n>,
    pub(super) weigh: W,
    form: PhantomData<fn() -> (K, Ty)>,
}

impl Network<'_> {
    /// The network as a directed graph of events, for the algorithms of petgraph: an edge
    /// from who acts to who is acted upon for each dyad of each event, and one each way
    /// where the two are on an equal footing. Its edges are
    /// [`EventEdge`](super::EventEdge)s. O(1).
    ///
    /// ```
    /// use demarche::{Accusation, ActorId, Call, Graph, Leader, State};
    /// use petgraph::algo::{dijkstra, has_path_connecting};
    ///
    /// let mut graph = Graph::new();
    /// let merkel = graph.add(Leader::new("Angela Merkel"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// let poland = graph.add(State::new("Poland"))?;
    /// graph.record(Call::between(merkel, putin).on("2021-11-10"))?;
    /// graph.record(Call::between(merkel, putin).on("2021-11-11"))?;
    /// graph.record(Accusation::by(poland).against(putin).on("2021-11-09"))?;
    ///
    /// let network = graph.view().network()?;
    /// let events = network.events();
    /// let steps = dijkstra(events, poland.into(), None, |_| 1);
    /// assert_eq!(steps[&ActorId::from(putin)], 1);
    /// assert_eq!(steps[&ActorId::from(merkel)], 2);
    /// assert!(!has_path_connecting(events, merkel.into(), poland.into(), None));
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn events(&self) -> NetworkGraph<'_, Events> {
        NetworkGraph::new(self, AsIs)
    }

    /// The network as a directed graph of dyads, for the algorithms of petgraph: an edge
    /// from one actor to another with all the events that go that way, however many; a
    /// simple graph, but for loops at a [level](crate::View::level). Its edges are
    /// [`DyadEdge`](super::DyadEdge)s.
    ///
    /// The first use sorts the events by dyad, O(m log d) in the edges and in those of
    /// one actor; the network keeps the result, about 36 bytes a dyad and 4 an event.
    ///
    /// ```
    /// use demarche::{ActorId, Call, Graph, Leader};
    /// use petgraph::algo::dijkstra;
    ///
    /// let mut graph = Graph::new();
    /// let merkel = graph.add(Leader::new("Angela Merkel"))?;
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// graph.record(Call::between(merkel, putin).on("2021-11-10"))?;
    /// for day in ["2021-11-01", "2021-11-02", "2021-11-03", "2021-11-04"] {
    ///     graph.record(Call::between(merkel, macron).on(day))?;
    ///     graph.record(Call::between(macron, putin).on(day))?;
    /// }
    ///
    /// // Who talks often is near: by way of Macron it is ¼ + ¼, and straight 1.
    /// let network = graph.view().network()?;
    /// let cost = |count: usize| 1.0 / count as f64;
    /// let near = dijkstra(network.dyads(), merkel.into(), None, |dyad| {
    ///     cost(dyad.weight().count())
    /// });
    /// assert_eq!(near[&ActorId::from(putin)], 0.5);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn dyads(&self) -> NetworkGraph<'_, Dyads> {
        NetworkGraph::new(self, AsIs)
    }
}

impl<'n, K, W> NetworkGraph<'n, K, Directed, W> {
    /// The same without directions: of events one edge for each dyad of each, of dyads one
    /// for each two actors with the events of both ways. An edge is seen from either
    /// end, a loop once. O(1).
    ///
    /// ```
    /// use demarche::{Accusation, Call, Graph, Leader, State};
    /// use petgraph::algo::connected_components;
    /// use petgraph::visit::EdgeCount;
    ///
    /// let mut graph = Graph::new();
    /// let merkel = graph.add(Leader::new("Angela Merkel"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// let poland = graph.add(State::new("Poland"))?;
    /// let peru = graph.add(State::new("Peru"))?;
    /// graph.record(Call::between(merkel, putin))?;
    /// graph.record(Accusation::by(poland).against(putin))?;
    /// graph.record(Accusation::by(poland).against(putin))?;
    ///
    /// let network = graph.view().network()?;
    /// assert_eq!(network.events().edge_count(), 4);
    /// assert_eq!(network.events().undirected().edge_count(), 3);
    /// assert_eq!(network.dyads().undirected().edge_count(), 2);
    /// // Peru is by itself.
    /// assert_eq!(connected_components(network.dyads().undirected()), 2);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn undirected(self) -> NetworkGraph<'n, K, Undirected, W> {
        NetworkGraph::new(self.network, self.weigh)
    }
}

impl<'n, K: Kind, Ty> NetworkGraph<'n, K, Ty> {
    /// The same with other weights, for the algorithms that take the weight of an edge for
    /// its cost: `min_spanning_tree`, `bellman_ford`, `dinics`.
    ///
    /// The closure is asked whenever an edge is come upon, so it had better be cheap; it
    /// must be `Copy`, which it is if it takes what it needs by reference.
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader};
    /// use petgraph::algo::min_spanning_tree;
    /// use petgraph::data::Element;
    ///
    /// let mut graph = Graph::new();
    /// let merkel = graph.add(Leader::new("Angela Merkel"))?;
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// graph.record(Call::between(merkel, macron).joined_by(putin))?;
    /// graph.record(Call::between(merkel, macron))?;
    /// graph.record(Call::between(macron, putin))?;
    ///
    /// // Who holds the three together, by the fewest and the busiest dyads?
    /// let network = graph.view().network()?;
    /// let dyads = network.dyads().undirected();
    /// let tree = min_spanning_tree(dyads.weighed(|dyad| -(dyad.count() as f64)));
    /// let kept = tree.filter_map(|element| match element {
    ///     Element::Edge { weight, .. } => Some(-weight),
    ///     Element::Node { .. } => None,
    /// });
    /// assert_eq!(kept.collect::<Vec<_>>(), [2.0, 2.0]);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn weighed<F, T>(self, by: F) -> NetworkGraph<'n, K, Ty, By<F>>
    where
        F: Fn(K::Edge<'n>) -> T + Copy,
        T: Copy,
    {
        NetworkGraph::new(self.network, By(by))
    }
}

impl<'n, K, Ty, W> NetworkGraph<'n, K, Ty, W> {
    fn new(network: &'n Network<'_>, weigh: W) -> Self {
        Self {
            network,
            weigh,
            form: PhantomData,
        }
    }

    /// The network.
    pub fn network(&self) -> &'n Network<'n> {
        self.network
    }

    /// The node of an actor, unless it is of another graph.
    pub(super) fn node(&self, actor: ActorId) -> Option<u32> {
        let node = self.network.node(actor);
        (self.network.actor(node) == Some(actor)).then_some(node)
    }
}

impl<'n, K: Kind, Ty: EdgeType, W: Weigh<K::Edge<'n>>> NetworkGraph<'n, K, Ty, W> {
    /// The edge of this number, as seen from one end.
    pub(super) fn reference(
        &self,
        number: u32,
        (source, target): (ActorId, ActorId),
    ) -> Option<EdgeReference<W::Weight>> {
        Some(EdgeReference {
            source,
            target,
            id: EdgeId {
                number,
                descending: K::has_twins::<Ty>() && source > target,
            },
            weight: self.weigh.weigh(K::edge::<Ty>(self.network, number)?),
        })
    }
}

impl<K, Ty, W: Copy> Clone for NetworkGraph<'_, K, Ty, W> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K, Ty, W: Copy> Copy for NetworkGraph<'_, K, Ty, W> {}

impl<K: Kind, Ty: EdgeType, W> fmt::Debug for NetworkGraph<'_, K, Ty, W> {
    /// Without the network behind it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NetworkGraph")
            .field("directed", &Ty::is_directed())
            .field("nodes", &self.network.actor_count())
            .field("edges", &K::count::<Ty>(self.network))
            .finish_non_exhaustive()
    }
}
