//! What a view shows of events and ties, for what is written to files.

use super::rollup::knows;
use super::{Independent, Standing, View};
use crate::graph::{Account, Event, Tie};
use crate::model::{ActorId, Place};
use crate::time::{Certainty, Duration, Moment};

/// What a view shows of an event beside its certainty: the values that go by its
/// accounts.
#[derive(Clone, Debug)]
pub(crate) struct Sight<'g> {
    pub(crate) duration: Option<Duration>,
    pub(crate) place: Option<&'g Place>,
    pub(crate) standing: Standing,
    /// How many accounts are shown.
    pub(crate) accounts: usize,
    /// Speakers and publishers, each once, in order of recording.
    pub(crate) sources: Vec<ActorId>,
    pub(crate) independent: Independent,
    pub(crate) topics: Vec<String>,
}

impl<'g> View<'g> {
    /// What the view shows of an event: O(a) in its accounts.
    pub(crate) fn sight(&self, event: Event<'g>) -> Sight<'g> {
        let mut sources = Vec::new();
        for source in self.sources_of(event) {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        Sight {
            duration: self.judge().duration(event),
            place: self.judge().place(event),
            standing: self.judge().standing(self.graph, event).0,
            accounts: self.shown(event).count(),
            sources,
            independent: self.independent(event),
            topics: self.topics(event),
        }
    }

    /// The events that it shows, in order of time, each with when it took place.
    pub(crate) fn dated_events(&self) -> impl ExactSizeIterator<Item = (Event<'g>, Moment)> {
        let hits = self.hits(crate::store::Scope::All);
        hits.into_iter().map(|hit| (hit.event, hit.when))
    }

    /// The accounts of an event that it shows, in order of recording.
    pub(crate) fn shown(&self, event: Event<'g>) -> impl Iterator<Item = Account<'g>> {
        self.judge().shown(event)
    }

    /// How certainly it knows of a tie, whenever that holds.
    pub(crate) fn knows(&self, tie: Tie<'g>) -> Certainty {
        let known = knows(self.judge().witness(), tie);
        if self.judge().suffices(known) {
            known
        } else {
            Certainty::Never
        }
    }
}
