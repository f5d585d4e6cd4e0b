//! What edges of a network come to, for answers that show them.

use super::{Edge, Happened, Network};
use crate::model::{ActorId, Role};
use crate::query::judge::Hit;
use crate::query::tally::{Tally, Tallying};
use crate::query::{Contact, Pair};
use crate::time::Certainty;

impl<'g> Network<'g> {
    /// What somebody's edges with another come to. Edges come in the order of their
    /// events, as those of a pair do.
    pub(crate) fn contact(&self, with: ActorId, edges: impl IntoIterator<Item = Edge>) -> Contact {
        Contact::new(self.view.graph(), with, self.tally(edges))
    }

    /// What the edges of two actors come to, likewise.
    pub(crate) fn acquaintance(
        &self,
        one: ActorId,
        other: ActorId,
        edges: impl IntoIterator<Item = Edge>,
    ) -> Pair {
        Pair::new(self.view.graph(), one, other, self.tally(edges))
    }

    fn tally(&self, edges: impl IntoIterator<Item = Edge>) -> Tally {
        let of = |edge: Edge| Some((self.happened().get(edge.event as usize)?, edge.certainty));
        self.tally_of(edges.into_iter().filter_map(of))
    }

    /// What events come to that are given in the order of the network, each with how
    /// certainly it is what is asked for.
    pub(crate) fn tally_of(
        &self,
        events: impl IntoIterator<Item = (Happened<'g>, Certainty)>,
    ) -> Tally {
        let mut tallying = Tallying::default();
        for (happened, certainty) in events {
            tallying.count(&self.view, &happened.into(), certainty);
        }
        tallying.done(self.view.graph())
    }

    /// How certainly an actor mediates between two others in an event: it counts for a
    /// mediator, and they for two of the parties.
    pub(crate) fn mediates(
        &self,
        happened: &Happened<'g>,
        mediator: ActorId,
        one: ActorId,
        other: ActorId,
    ) -> Certainty {
        let event = happened.event;
        if event.in_role(Role::Mediator).next().is_none() {
            return Certainty::Never;
        }
        let parts = self.view.parts(event, &[]);
        let counts = |role: Role, actor: ActorId| {
            let of = (0..).zip(&parts).filter(move |(_, part)| part.0 == role);
            of.filter_map(move |(nth, (_, counted))| {
                let counted = counted.iter().find(|counted| counted.actor == actor)?;
                Some((nth, counted.certainty))
            })
        };
        let mediating = counts(Role::Mediator, mediator)
            .map(|(_, certainty): (usize, _)| certainty)
            .fold(Certainty::Never, Certainty::or);
        let between = counts(Role::Party, one)
            .flat_map(|ones| counts(Role::Party, other).map(move |others| (ones, others)))
            .filter(|((one, _), (other, _))| one != other)
            .map(|((_, one), (_, other))| one.and(other))
            .fold(Certainty::Never, Certainty::or);
        let certainty = happened.certainty.and(mediating).and(between);
        if self.view.judge().suffices(certainty) {
            certainty
        } else {
            Certainty::Never
        }
    }
}

impl<'g> From<Happened<'g>> for Hit<'g> {
    fn from(happened: Happened<'g>) -> Self {
        Self {
            event: happened.event,
            certainty: happened.certainty,
            when: happened.when,
        }
    }
}
