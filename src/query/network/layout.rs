//! The edges of a network.

use super::happenings::Noted;
use super::{Adjacency, Edge, Happened, Network, Sorts};
use crate::query::View;
use crate::query::dyads::Way;
use crate::query::judge::Hit;
use crate::store::Scope;

/// Edges in order of time, and by who is at either end.
#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    pub(super) edges: Vec<Edge>,
    pub(super) sorts: Sorts,
    pub(super) outgoing: Adjacency,
    pub(super) incoming: Adjacency,
    /// The events, if they are not known to the network itself.
    pub(super) noted: Vec<Noted>,
}

impl Layout {
    /// Of events of a view, in order of time; `None` if they make 2³² edges or more.
    pub(super) fn of(view: &View<'_>, actors: usize, events: &[Happened<'_>]) -> Option<Self> {
        let mut edges = Vec::with_capacity(events.len());
        let mut sorts = Sorts::default();
        for (number, &happened) in (0_u32..).zip(events) {
            let classification = happened.event.classification();
            let sort = (sorts.number(classification), classification.is_talk());
            let dyads = view.dyads(&happened.into(), &[]).into_iter();
            edges.extend(dyads.filter(|dyad| dyad.way != Way::OnAccount).map(|dyad| {
                let ends = (dyad.from.index(), dyad.to.index());
                Edge::new(ends, number, dyad.certainty, dyad.way, sort)
            }));
        }
        Some(Self {
            outgoing: Adjacency::outgoing(actors, &edges)?,
            incoming: Adjacency::incoming(actors, &edges)?,
            edges,
            sorts,
            noted: Vec::new(),
        })
    }
}

impl Network<'_> {
    /// The edges laid out, if need be now.
    pub(super) fn layout(&self) -> &Layout {
        self.layout.get_or_init(|| {
            let hits = self.view.hits(Scope::All).into_iter();
            let events: Vec<Happened<'_>> = hits.map(Happened::from).collect();
            let layout = Layout::of(&self.view, self.actors.len(), &events);
            Layout {
                noted: events.iter().map(Noted::of).collect(),
                // Networks that are not laid out yet have fewer than 2³¹ edges.
                ..layout.unwrap_or_default()
            }
        })
    }

    #[cfg(test)]
    pub(crate) fn is_laid_out(&self) -> bool {
        self.layout.get().is_some()
    }
}

impl<'g> From<Hit<'g>> for Happened<'g> {
    fn from(hit: Hit<'g>) -> Self {
        Self {
            event: hit.event,
            certainty: hit.certainty,
            when: hit.when,
        }
    }
}
