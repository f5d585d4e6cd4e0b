//! Laying a view out.

use std::sync::OnceLock;

use super::{Adjacency, Edge, Happened, Network, Sorts};
use crate::error::ErrorKind;
use crate::query::View;
use crate::query::dyads::Way;
use crate::query::judge::Hit;
use crate::store::Scope;
use crate::{Error, Result};

impl<'g> View<'g> {
    /// The view as a graph of actors: what paths, journeys and the algorithms of petgraph
    /// are asked of.
    ///
    /// Each dyad of an event is an edge, but for those on somebody's account. Costs
    /// O(k log k) in the k events of the window, once; see the
    /// [module on networks](crate::query::network).
    ///
    /// # Errors
    /// When the events make 2³² edges or more.
    pub fn network(&self) -> Result<Network<'g>> {
        let actors: Vec<_> = self.graph().actors().map(|(id, _)| id).collect();
        let hits = self.hits(Scope::All);
        let mut edges = Vec::with_capacity(hits.len());
        let mut sorts = Sorts::default();
        for (number, hit) in (0_u32..).zip(&hits) {
            self.lay_out(number, hit, &mut sorts, &mut edges);
        }
        let happened = hits.into_iter().map(|hit| Happened {
            event: hit.event,
            certainty: hit.certainty,
            when: hit.when,
        });
        Ok(Network {
            view: self.clone(),
            outgoing: Adjacency::outgoing(actors.len(), &edges).ok_or_else(full)?,
            incoming: Adjacency::incoming(actors.len(), &edges).ok_or_else(full)?,
            actors,
            happened: happened.collect(),
            edges,
            sorts,
            pairs: OnceLock::new(),
            order: OnceLock::new(),
            directed: OnceLock::new(),
            undirected: OnceLock::new(),
        })
    }

    /// Adds the edges of an event, of which this is the number.
    fn lay_out(&self, number: u32, hit: &Hit<'_>, sorts: &mut Sorts, edges: &mut Vec<Edge>) {
        let classification = hit.event.classification();
        let sort = (sorts.number(classification), classification.is_talk());
        let dyads = self.dyads(hit, &[]).into_iter();
        edges.extend(dyads.filter(|dyad| dyad.way != Way::OnAccount).map(|dyad| {
            let ends = (dyad.from.index(), dyad.to.index());
            Edge::new(ends, number, dyad.certainty, dyad.way, sort)
        }));
    }
}

fn full() -> Error {
    Error::new(ErrorKind::Full {
        what: "edges in a network",
        limit: u64::from(u32::MAX),
    })
}
