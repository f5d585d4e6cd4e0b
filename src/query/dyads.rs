//! Which dyads an event makes.

use super::View;
use super::judge::Hit;
use super::rollup::Counted;
use crate::model::{ActorId, Event, EventId, Role};
use crate::store::Scope;
use crate::time::Certainty;

/// Two actors, at the level of a view, that an event links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dyad {
    pub(super) from: ActorId,
    pub(super) to: ActorId,
    pub(super) way: Way,
    pub(super) certainty: Certainty,
}

/// How an event links two actors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    /// On an equal footing: parties, or a mediator and a party.
    Mutual,
    /// The one acts and the other is acted upon or visited.
    Directed,
    /// The one acts, on the other's account.
    OnAccount,
}

impl Dyad {
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
    (Role::Visitor, Role::Host, Way::Directed),
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
    pub(super) fn dyads(&self, hit: &Hit<'_>, kept: &[ActorId]) -> Vec<Dyad> {
        let parts = self.parts(hit.event, kept);
        let mediated = parts.iter().any(|(role, _)| *role == Role::Mediator);
        let mut dyads: Vec<Dyad> = Vec::new();
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
    }

    fn link(
        &self,
        hit: &Hit<'_>,
        way: Way,
        ones: &[Counted],
        others: &[Counted],
        to: &mut Vec<Dyad>,
    ) {
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
                let same = |known: &&mut Dyad| {
                    known.way == way
                        && ((known.from, known.to) == (dyad.from, dyad.to)
                            || (way == Way::Mutual
                                && (known.to, known.from) == (dyad.from, dyad.to)))
                };
                match to.iter_mut().find(same) {
                    Some(known) => known.certainty = known.certainty.or(dyad.certainty),
                    None => to.push(dyad),
                }
            }
        }
    }

    /// Who takes part in which role, at the level of the view; without media if
    /// the frame says so.
    fn parts(&self, event: Event<'_>, kept: &[ActorId]) -> Vec<(Role, Vec<Counted>)> {
        let when = event.when();
        event
            .participants()
            .iter()
            .filter(|who| !(self.frame().without_media && self.is_media(who.actor)))
            .map(|who| {
                let counted = if kept.contains(&who.actor) {
                    vec![Counted {
                        actor: who.actor,
                        certainty: Certainty::Certain,
                    }]
                } else {
                    self.counted(who.actor, &when)
                };
                (who.role, counted)
            })
            .collect()
    }

    /// Whom an actor counts for on a date.
    pub(super) fn counted(&self, actor: ActorId, when: &crate::time::Moment) -> Vec<Counted> {
        self.judge()
            .rollup
            .of(self.graph, self.judge().witness(), actor, when)
    }

    /// Whether, at the level of the view, an event is within one actor.
    pub(super) fn is_domestic(&self, event: Event<'_>) -> bool {
        let when = event.when();
        let mut counted = event
            .participants()
            .iter()
            .map(|who| self.counted(who.actor, &when));
        let first = counted.next().unwrap_or_default();
        let mut others = counted.peekable();
        others.peek().is_some()
            && others.all(|other| {
                other
                    .iter()
                    .any(|one| first.iter().any(|known| known.actor == one.actor))
            })
    }
}
