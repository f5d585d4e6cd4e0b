//! A step before it is an answer: what its cost is made of.

use super::super::sources::Independent;
use crate::graph::Event;
use crate::model::ActorId;
use crate::query::Network;
use crate::query::network::{Edge, Happened};
use crate::time::{Certainty, Moment};

/// A step that may be taken: two actors, and all events by which one can go from the
/// first to the second. What [`by_fn`](super::Paths::by_fn) is asked the cost of.
#[derive(Clone, Copy, Debug)]
pub struct Hop<'h, 'g> {
    network: &'h Network<'g>,
    from: ActorId,
    to: ActorId,
    /// In order of time, one for each event.
    edges: &'h [Edge],
}

impl<'h, 'g> Hop<'h, 'g> {
    /// `None` if there is no such node.
    pub(super) fn new(
        network: &'h Network<'g>,
        from: u32,
        to: u32,
        edges: &'h [Edge],
    ) -> Option<Self> {
        Some(Self {
            network,
            from: network.actor(from)?,
            to: network.actor(to)?,
            edges,
        })
    }

    /// Who it leads away from.
    pub fn from(&self) -> ActorId {
        self.from
    }

    /// Who it leads to.
    pub fn to(&self) -> ActorId {
        self.to
    }

    /// How many events there are to take; never none.
    #[expect(clippy::len_without_is_empty, reason = "it never is")]
    pub fn len(&self) -> usize {
        self.edges.len()
    }

    /// The events, in order of time; undated ones first.
    pub fn events(&self) -> impl Iterator<Item = Event<'g>> {
        self.links().map(|(_, happened)| happened.event)
    }

    /// When they took place by what the view shows, in the same order.
    pub fn moments(&self) -> impl Iterator<Item = Moment> {
        self.links().map(|(_, happened)| happened.when)
    }

    /// How certainly there is any of them.
    pub fn certainty(&self) -> Certainty {
        let certainties = self.edges.iter().map(|edge| edge.certainty);
        certainties.fold(Certainty::Never, Certainty::or)
    }

    /// On how many independent sources it rests that there is any of them. O(a) in the
    /// accounts of its events.
    pub fn sources(&self) -> Independent {
        self.network.view().independent_of(self.events())
    }

    /// Each event with how it links the two.
    pub(super) fn links(&self) -> impl Iterator<Item = (Edge, Happened<'g>)> + use<'h, 'g> {
        let happened = self.network.happened();
        self.edges
            .iter()
            .filter_map(move |edge| Some((*edge, happened.get(edge.event as usize)?)))
    }
}
