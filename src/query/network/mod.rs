//! A view laid out as a graph of actors, for the questions that only a graph can answer.
//!
//! # What is a network?
//!
//! An event is no edge: a call of three is one event and three dyads. A [`Network`] is
//! what becomes of a view when each dyad of each of its events is taken for an *edge*:
//! actors are its nodes, all of the graph's, and two actors who met ten times are linked
//! by ten parallel edges, each with its event, its date and its certainty. A dyad with
//! all its edges, or rather the two actors of it, is one *pair*.
//!
//! A network judges each event of the view once and keeps the result in a few columns;
//! what is asked of it afterwards touches neither the store nor the accounts until an
//! answer is to be shown. It is a snapshot of its view, which borrows the graph; so it
//! never goes stale.
//!
//! # When is it laid out?
//!
//! As [`View::network`] makes it, but for views whose events are all dated by a day, link
//! no more than two (or all with all), and lie in the columns of the store with few
//! exceptions, seen through a frame that [counts](View::count) them by their sort alone.
//! Of such a view the columns are as good as a network for who wants to know
//! [whom word reached](super::journey::Journeys::from), so it is laid out when something
//! else is first asked.
//!
//! | question | method |
//! |---|---|
//! | by which chain are two actors linked | [`paths`](Network::paths), and the [module on paths](super::path) |
//! | could word have travelled | [`journeys`](Network::journeys), and the [module on journeys](super::journey) |
//! | who is central, who brokers, what keeps together | the [module on analysis](crate::analysis) |
//! | what a graph algorithm of petgraph says | [`events`](Network::events), [`dyads`](Network::dyads), and [the module on petgraph](crate::interop::petgraph) |

mod adjacency;
mod build;
mod daily;
mod dyads;
mod edge;
mod gate;
mod happenings;
mod layout;
mod order;
mod pairs;
mod passage;
mod sorts;
mod system;
mod tallied;
mod timing;

use std::sync::OnceLock;

use super::View;
use crate::model::ActorId;

pub(crate) use adjacency::{Adjacency, Arc};
pub(crate) use daily::{Daily, Day, Link};
pub(crate) use dyads::{Dyad, Dyads};
pub(crate) use edge::{Edge, Happened};
pub(crate) use gate::Gate;
pub(crate) use happenings::Happenings;
use layout::Layout;
pub(crate) use order::{Course, Order};
pub(crate) use pairs::{Pair, Pairs};
pub(crate) use passage::Passage;
pub use passage::Way;
pub(crate) use sorts::Sorts;
pub(crate) use system::Point;
pub(crate) use timing::{Range, Timing};

/// A view laid out as a graph: actors as nodes, the dyads of events as edges.
///
/// [`View::network`] makes one. Laid out, it takes about 40 bytes an edge and 24 an event.
///
/// ```
/// use demarche::{Call, Graph, Leader};
///
/// let mut graph = Graph::new();
/// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
/// let putin = graph.add(Leader::new("Vladimir Putin"))?;
/// let biden = graph.add(Leader::new("Joe Biden"))?;
/// graph.record(Call::between(macron, putin).joined_by(biden).on("2021-11-15"))?;
/// graph.record(Call::between(macron, putin).on("2021-12-02"))?;
///
/// let network = graph.view().network()?;
/// assert_eq!((network.actor_count(), network.event_count()), (3, 2));
/// assert_eq!((network.edge_count(), network.pair_count()), (4, 3));
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Network<'g> {
    view: View<'g>,
    actors: std::sync::Arc<[ActorId]>,
    /// If the columns of the store do for some questions.
    daily: Option<Daily<'g>>,
    /// The events, if it was laid out as it was made.
    happened: Vec<Happened<'g>>,
    /// Made when it is first needed.
    layout: OnceLock<Layout>,
    pairs: OnceLock<Pairs>,
    order: OnceLock<Order>,
    directed: OnceLock<Dyads>,
    undirected: OnceLock<Dyads>,
}

impl<'g> Network<'g> {
    /// The view that was laid out.
    pub fn view(&self) -> &View<'g> {
        &self.view
    }

    /// How many nodes there are: all actors of the graph, linked or not.
    pub fn actor_count(&self) -> usize {
        self.actors.len()
    }

    /// How many events there are, also those that link nobody.
    pub fn event_count(&self) -> usize {
        self.happened().len()
    }

    /// How many edges there are: a dyad of an event each.
    pub fn edge_count(&self) -> usize {
        self.layout().edges.len()
    }

    /// How many pairs of actors are linked, whichever way; an actor linked with itself,
    /// as at a [level](View::level), is one too.
    ///
    /// The first call sorts the edges by pair: O(n + m) in the actors and edges.
    pub fn pair_count(&self) -> usize {
        self.pairs().len()
    }

    /// The actors of the nodes, in order.
    pub(crate) fn actors(&self) -> &[ActorId] {
        &self.actors
    }

    /// The actor of a node.
    pub(crate) fn actor(&self, node: u32) -> Option<ActorId> {
        self.actors.get(node as usize).copied()
    }

    /// The nodes, ascending; each is the index of its actor.
    pub(crate) fn nodes(&self) -> std::ops::Range<u32> {
        // As many as the graph has actors, whose indices are of 32 bits.
        0..u32::try_from(self.actors.len()).unwrap_or(u32::MAX)
    }

    /// The node of an actor of this graph.
    #[expect(
        clippy::unused_self,
        reason = "only of this network is the index a node"
    )]
    pub(crate) fn node(&self, actor: ActorId) -> u32 {
        actor.index()
    }

    /// The view by day, as it lies in the store, if that is all there is to it.
    pub(crate) fn daily(&self) -> Option<&Daily<'g>> {
        self.daily.as_ref()
    }

    /// The events in order of time, undated ones first.
    pub(crate) fn happened(&self) -> Happenings<'_, 'g> {
        let noted = &self.layout().noted;
        Happenings::new(self.view.graph(), &self.happened, noted)
    }

    /// The edges, in the order of their events.
    pub(crate) fn edges(&self) -> &[Edge] {
        &self.layout().edges
    }

    /// The sorts of event that there are, by number.
    pub(crate) fn sorts(&self) -> &Sorts {
        &self.layout().sorts
    }

    /// An edge by its number.
    pub(crate) fn edge(&self, number: u32) -> Option<&Edge> {
        self.edges().get(number as usize)
    }

    /// The edges by who acts; of mutual ones from either end.
    pub(crate) fn by_source(&self) -> &Adjacency {
        &self.layout().outgoing
    }

    /// Edges from an actor, in order of time; those on an equal footing too.
    pub(crate) fn outgoing(&self, node: u32) -> &[Arc] {
        self.layout().outgoing.of(node)
    }

    /// Edges to an actor, in order of time; those on an equal footing too.
    pub(crate) fn incoming(&self, node: u32) -> &[Arc] {
        self.layout().incoming.of(node)
    }

    /// The edges sorted by pair of actors.
    pub(crate) fn pairs(&self) -> &Pairs {
        self.pairs
            .get_or_init(|| Pairs::new(self.actors.len(), self.edges()))
    }

    /// What order links say of when its events were.
    pub(crate) fn order(&self) -> &Order {
        self.order.get_or_init(|| Order::new(self))
    }

    /// The events sorted by dyad, from who acts to who is acted upon.
    pub(crate) fn directed_dyads(&self) -> &Dyads {
        self.directed.get_or_init(|| Dyads::directed(self))
    }

    /// The events sorted by dyad, whoever acts.
    pub(crate) fn undirected_dyads(&self) -> &Dyads {
        self.undirected.get_or_init(|| Dyads::undirected(self))
    }
}
