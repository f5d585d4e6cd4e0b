//! Events as acts of one actor towards another, for analysis.

use super::View;
use super::bounds::Placed;
use super::dyads::{Dyad, Way};
use super::judge::Hit;
use crate::graph::Event;
use crate::model::{ActorId, EventId};
use crate::store::Scope;
use crate::time::{Certainty, Moment};

/// What an event makes of two actors: an act of the one towards the other, or of both.
///
/// An act on somebody's account is one towards them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Act<'g> {
    pub(crate) event: Event<'g>,
    pub(crate) from: ActorId,
    pub(crate) to: ActorId,
    /// Whether they act together, and not the one towards the other.
    pub(crate) mutual: bool,
    /// How certainly the event is in the frame and links the two.
    pub(crate) certainty: Certainty,
    pub(crate) placed: Placed,
}

impl Act<'_> {
    pub(crate) fn id(&self) -> EventId {
        self.event.id()
    }
}

impl<'g> View<'g> {
    /// The acts between two actors, in order of time; one event may make two, one each
    /// way. At a level, whoever counts for the two acts for them.
    ///
    /// Costs the pair's events in the window; at a level, all events in the window.
    pub(crate) fn acts_of_pair(&self, one: ActorId, other: ActorId) -> Vec<Act<'g>> {
        let scope = if self.judge().rollup.is_recorded() {
            Scope::Dyad(one.index(), other.index())
        } else {
            Scope::All
        };
        let mut acts = Vec::new();
        for hit in self.hits(scope) {
            let dyads = self.dyads_of(one, &hit, &[one, other]).into_iter();
            let of_pair = dyads.filter(|dyad| dyad.is_of(one, other));
            self.act_out(&hit, of_pair, &mut acts);
        }
        acts
    }

    /// The events of two actors, each as one act, as certainly as it links the two at
    /// all. Costs as [`acts_of_pair`](Self::acts_of_pair).
    pub(crate) fn acts_of_events(&self, one: ActorId, other: ActorId) -> Vec<Act<'g>> {
        let mut acts = self.acts_of_pair(one, other);
        acts.dedup_by(|act, first| {
            let same = act.id() == first.id();
            if same {
                first.certainty = first.certainty.or(act.certainty);
            }
            same
        });
        acts
    }

    /// The acts of all events in the view that are wanted, in order of time.
    ///
    /// Costs what lies in the window.
    pub(crate) fn acts(&self, wanted: impl Fn(Event<'g>) -> bool) -> Vec<Act<'g>> {
        let mut acts = Vec::new();
        let hits = self.hits(Scope::All).into_iter();
        for hit in hits.filter(|hit| wanted(hit.event)) {
            let dyads = self.dyads(&hit, &[]).into_iter();
            self.act_out(&hit, dyads, &mut acts);
        }
        acts
    }

    /// The events in the view, each with how certainly it is there, in order of time.
    pub(crate) fn occurrences(&self) -> impl Iterator<Item = (Event<'g>, Certainty)> {
        self.hits(Scope::All)
            .into_iter()
            .map(|hit| (hit.event, hit.certainty))
    }

    /// When an event took place, by the accounts that the view shows.
    pub(crate) fn moment_of(&self, event: Event<'_>) -> Moment {
        self.judge().when(event)
    }

    /// Adds the acts of one event, each once: an act and one on account are the same.
    fn act_out(&self, hit: &Hit<'g>, dyads: impl Iterator<Item = Dyad>, to: &mut Vec<Act<'g>>) {
        let first = to.len();
        let mut placed = None;
        for dyad in dyads {
            let mutual = dyad.way == Way::Mutual;
            let same =
                |act: &&mut Act<'g>| (act.from, act.to, act.mutual) == (dyad.from, dyad.to, mutual);
            let known = to.get_mut(first..).unwrap_or_default();
            if let Some(act) = known.iter_mut().find(same) {
                act.certainty = act.certainty.or(dyad.certainty);
                continue;
            }
            let placed = *placed.get_or_insert_with(|| self.placed(hit.event));
            to.push(Act {
                event: hit.event,
                from: dyad.from,
                to: dyad.to,
                mutual,
                certainty: dyad.certainty,
                placed,
            });
        }
    }
}
