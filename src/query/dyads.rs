//! Which dyads an event makes.

use indexmap::IndexMap;

use super::View;
use super::judge::Hit;
use super::rollup::Counted;
use crate::model::{ActorId, Event, EventId, Role};
use crate::store::Scope;
use crate::time::{Certainty, Moment};

/// Two actors, at the level of a view, that an event links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dyad {
    pub(super) from: ActorId,
    pub(super) to: ActorId,
    pub(super) way: Way,
    pub(super) certainty: Certainty,
}

/// How an event links two actors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Way {
    /// On an equal footing: parties, or a mediator and a party.
    Mutual,
    /// The one visits the other.
    Visiting,
    /// The one acts and the other is acted upon.
    Directed,
    /// The one acts, on the other's account.
    OnAccount,
}

impl Way {
    /// Whether two who are linked so by a talk talk to each other.
    pub(super) fn is_talk(self) -> bool {
        self != Self::OnAccount
    }
}

/// Dyads by what makes two of them the same, in the order in which they came.
type Dyads = IndexMap<(Way, ActorId, ActorId), Dyad>;

impl Dyad {
    fn key(self) -> (Way, ActorId, ActorId) {
        match self.way {
            Way::Mutual => (self.way, self.from.min(self.to), self.from.max(self.to)),
            _ => (self.way, self.from, self.to),
        }
    }

    pub(super) fn is_of(self, one: ActorId, other: ActorId) -> bool {
        (self.from, self.to) == (one, other) || (self.from, self.to) == (other, one)
    }

    pub(super) fn partner(self, of: ActorId) -> Option<ActorId> {
        if self.from == of {
            Some(self.to)
        } else if self.to == of {
            Some(self.from)
        } else {
            None
        }
    }
}

/// The roles that make a dyad, which way, and whether a mediator rules it out.
const LINKS: [(Role, Role, Way); 5] = [
    (Role::Party, Role::Party, Way::Mutual),
    (Role::Mediator, Role::Party, Way::Mutual),
    (Role::Visitor, Role::Host, Way::Visiting),
    (Role::Source, Role::Target, Way::Directed),
    (Role::Source, Role::OnAccountOf, Way::OnAccount),
];

/// What an event makes of two actors, for other forms of graph.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DyadLink {
    pub(crate) from: ActorId,
    pub(crate) to: ActorId,
    pub(crate) mutual: bool,
    pub(crate) event: EventId,
}

impl View<'_> {
    /// The dyads of all events in the view, in order of time.
    pub(crate) fn links(&self) -> impl Iterator<Item = DyadLink> {
        self.hits(Scope::All).into_iter().flat_map(|hit| {
            self.dyads(&hit, &[])
                .into_iter()
                .filter(|dyad| dyad.way != Way::OnAccount)
                .map(move |dyad| DyadLink {
                    from: dyad.from,
                    to: dyad.to,
                    mutual: dyad.way == Way::Mutual,
                    event: hit.event.id(),
                })
        })
    }

    /// The dyads of an event at the level of the view, each once; an actor in `kept`
    /// counts for itself, whatever the level.
    ///
    /// A mediator is linked with each party, and the parties not with one another.
    /// Those that are less certain than the frame asks for are left out.
    pub(super) fn dyads(&self, hit: &Hit<'_>, kept: &[ActorId]) -> Vec<Dyad> {
        let parts = self.parts(hit.event, kept);
        let mediated = hit.event.in_role(Role::Mediator).next().is_some();
        let mut dyads = Dyads::new();
        for (nth, (role, one)) in parts.iter().enumerate() {
            for (other_nth, (other_role, other)) in parts.iter().enumerate() {
                let way = LINKS.iter().find_map(|&(from, to, way)| {
                    let matches = (from, to) == (*role, *other_role);
                    let counts = from != to || (nth < other_nth && !mediated);
                    (matches && counts).then_some(way)
                });
                let Some(way) = way else { continue };
                self.link(hit, way, one, other, &mut dyads);
            }
        }
        dyads
            .into_values()
            .filter(|dyad| self.judge().suffices(dyad.certainty))
            .collect()
    }

    fn link(&self, hit: &Hit<'_>, way: Way, ones: &[Counted], others: &[Counted], to: &mut Dyads) {
        for one in ones {
            for other in others {
                if one.actor == other.actor && self.frame().without_domestic {
                    continue;
                }
                let dyad = Dyad {
                    from: one.actor,
                    to: other.actor,
                    way,
                    certainty: hit.certainty.and(one.certainty).and(other.certainty),
                };
                let known = to.entry(dyad.key()).or_insert(dyad);
                known.certainty = known.certainty.or(dyad.certainty);
            }
        }
    }

    /// Who takes part in which role, in the order given, at the level of the view; in
    /// a talk, without media if the frame says so.
    fn parts(&self, event: Event<'_>, kept: &[ActorId]) -> Vec<(Role, Vec<Counted>)> {
        let no_media = self.frame().without_media && event.classification().is_talk();
        event
            .participants()
            .iter()
            .filter(|who| !(no_media && self.is_media(who.actor)))
            .map(|who| (who.role, self.counted(who.actor, event, kept)))
            .collect()
    }

    /// Whom an actor counts for in an event, in order of adding; one in `kept` for
    /// itself. Where the event is dated by its report, an office held on that date
    /// makes no more than *as dated*.
    pub(super) fn counted(
        &self,
        actor: ActorId,
        event: Event<'_>,
        kept: &[ActorId],
    ) -> Vec<Counted> {
        if kept.contains(&actor) {
            return vec![Counted {
                actor,
                certainty: Certainty::Certain,
            }];
        }
        let judge = self.judge();
        let mut counted = judge
            .rollup
            .of(self.graph, judge.witness(), actor, &self.lived(event));
        for one in &mut counted {
            if one.actor != actor {
                one.certainty = event.basis().cap(one.certainty);
            }
        }
        counted
    }

    /// When an event took place, by its date or, where links narrow that down, by
    /// those.
    fn lived(&self, event: Event<'_>) -> Moment {
        let judge = self.judge();
        let when = judge.when(event);
        if when.is_qualified() || judge.rollup.is_recorded() {
            return when;
        }
        judge
            .bounds(self.graph, event)
            .map_or(when, |bounds| bounds.narrow(when, event.basis()))
    }

    /// Whether, at the level of the view, an event is within one actor: there is
    /// one for whom all count that take part, and these are two or more.
    pub(super) fn is_domestic(&self, event: Event<'_>) -> bool {
        let mut counted = event
            .participants()
            .iter()
            .map(|who| self.counted(who.actor, event, &[]));
        let mut common = counted.next().unwrap_or_default();
        let mut several = false;
        for other in counted {
            several = true;
            common.retain(|one| other.iter().any(|known| known.actor == one.actor));
        }
        several && !common.is_empty()
    }
}
