//! Making a network.

use std::sync::{Arc, OnceLock};

use super::layout::Layout;
use super::{Daily, Happened, Network};
use crate::error::ErrorKind;
use crate::model::ActorId;
use crate::query::View;
use crate::query::judge::Hit;
use crate::store::Scope;
use crate::{Error, Result};

impl<'g> View<'g> {
    /// The view as a graph of actors: what paths, journeys and the algorithms of petgraph
    /// are asked of.
    ///
    /// Each dyad of an event is an edge, but for those on somebody's account. Costs
    /// O(k log k) in the k events of the window, once: here, or if it is [as simple as
    /// that](crate::query::network#when-is-it-laid-out), when it is first needed, and
    /// here O(n + d) in the actors and days.
    ///
    /// # Errors
    /// When the events make 2³² edges or more.
    pub fn network(&self) -> Result<Network<'g>> {
        let actors: Arc<[ActorId]> = self.graph().actors().map(|(id, _)| id).collect();
        match Daily::of(self, &actors) {
            Some(daily) => {
                let daily = Some(daily);
                Ok(Network::new(
                    self,
                    actors,
                    daily,
                    Vec::new(),
                    OnceLock::new(),
                ))
            }
            None => Network::of(self, actors, self.hits(Scope::All)),
        }
    }
}

impl<'g> Network<'g> {
    /// Only of these events of the view, in order of time.
    ///
    /// # Errors
    /// When they make 2³² edges or more.
    pub(crate) fn of_events(&self, events: impl IntoIterator<Item = u32>) -> Result<Self> {
        let hits = events.into_iter().filter_map(|one| self.view.hit_at(one));
        let mut hits: Vec<Hit<'g>> = hits.collect();
        hits.sort_by_key(|hit| (hit.when.earliest(), hit.event.id().index()));
        Self::of(&self.view, Arc::clone(&self.actors), hits)
    }

    pub(super) fn of(view: &View<'g>, actors: Arc<[ActorId]>, hits: Vec<Hit<'g>>) -> Result<Self> {
        let happened: Vec<Happened<'g>> = hits.into_iter().map(Happened::from).collect();
        let layout = Layout::of(view, actors.len(), &happened).ok_or_else(full)?;
        let layout = OnceLock::from(layout);
        Ok(Self::new(view, actors, None, happened, layout))
    }

    fn new(
        view: &View<'g>,
        actors: Arc<[ActorId]>,
        daily: Option<Daily<'g>>,
        happened: Vec<Happened<'g>>,
        layout: OnceLock<Layout>,
    ) -> Self {
        Self {
            view: view.clone(),
            actors,
            daily,
            happened,
            layout,
            pairs: OnceLock::new(),
            order: OnceLock::new(),
            directed: OnceLock::new(),
            undirected: OnceLock::new(),
        }
    }
}

fn full() -> Error {
    Error::new(ErrorKind::Full {
        what: "edges in a network",
        limit: u64::from(u32::MAX),
    })
}
