//! Which dyads an event makes.

use indexmap::IndexMap;

use super::View;
use super::judge::Hit;
use super::rollup::Counted;
use crate::graph::Event;
use crate::model::{ActorId, EventId, Participant, Role};
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

/// The roles that make a dyad, and which way.
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
    pub(crate) when: Moment,
    pub(crate) certainty: Certainty,
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
                    when: hit.when,
                    certainty: dyad.certainty,
                })
        })
    }

    /// The dyads of an event at the level of the view, each once; an actor in `kept`
    /// counts for itself, whatever the level.
    ///
    /// A mediator is linked with each party, and the parties not with one another.
    /// Those that are less certain than the frame asks for are left out. Costs O(p²)
    /// in those who take part.
    pub(super) fn dyads(&self, hit: &Hit<'_>, kept: &[ActorId]) -> Vec<Dyad> {
        self.dyads_with(hit, kept, None)
    }

    /// The same, passed on one by one: nothing is allocated for an event of two at the
    /// level at which it is recorded.
    pub(super) fn each_dyad(&self, hit: &Hit<'_>, visit: impl FnMut(Dyad)) {
        match self.two(hit.event) {
            Some(two) => self.dyad_of_two(hit, two, None).into_iter().for_each(visit),
            None => self
                .dyads_of_many(hit, &[], None)
                .into_iter()
                .for_each(visit),
        }
    }

    /// Of the dyads of an event those of one actor, without making the others: O(p)
    /// in those who take part for each that counts for it.
    pub(super) fn dyads_of(&self, asked: ActorId, hit: &Hit<'_>, kept: &[ActorId]) -> Vec<Dyad> {
        self.dyads_with(hit, kept, Some(asked))
    }

    fn dyads_with(&self, hit: &Hit<'_>, kept: &[ActorId], asked: Option<ActorId>) -> Vec<Dyad> {
        match self.two(hit.event) {
            Some(two) => self.dyad_of_two(hit, two, asked).into_iter().collect(),
            None => self.dyads_of_many(hit, kept, asked),
        }
    }

    /// The two who take part in an event of the common sort, if there are exactly two
    /// and both count for themselves.
    fn two(&self, event: Event<'_>) -> Option<[Participant; 2]> {
        let mut participants = event.participants();
        if participants.len() != 2 || !self.judge().rollup.is_recorded() {
            return None;
        }
        Some([participants.next()?, participants.next()?])
    }

    /// What [`dyads_of_many`](Self::dyads_of_many) makes of two, without its tables:
    /// no two roles link their actors both ways.
    fn dyad_of_two(
        &self,
        hit: &Hit<'_>,
        [one, other]: [Participant; 2],
        asked: Option<ActorId>,
    ) -> Option<Dyad> {
        let (way, is_turned) = way_of_two(one.role, other.role)?;
        let (from, to) = if is_turned {
            (other, one)
        } else {
            (one, other)
        };
        let dyad = Dyad {
            from: from.actor,
            to: to.actor,
            way,
            certainty: hit.certainty,
        };
        let frame = self.frame();
        let is_within_one = dyad.from == dyad.to && frame.without_domestic;
        let no_media = || frame.without_media && hit.event.classification().is_talk();
        let is_left_out = asked.is_some_and(|asked| dyad.partner(asked).is_none())
            || is_within_one
            || (no_media() && (self.is_media(dyad.from) || self.is_media(dyad.to)))
            || !self.judge().suffices(dyad.certainty);
        (!is_left_out).then_some(dyad)
    }

    fn dyads_of_many(&self, hit: &Hit<'_>, kept: &[ActorId], asked: Option<ActorId>) -> Vec<Dyad> {
        let parts = self.parts(hit.event, kept);
        let is_asked = |actor| asked.is_none_or(|asked| asked == actor);
        // Everybody, or those who may count for the one asked for.
        let ours: Vec<Nth<'_>> = (0..)
            .zip(&parts)
            .filter(|(_, (_, counted))| counted.iter().any(|one| is_asked(one.actor)))
            .collect();
        let all: Vec<Nth<'_>> = (0..).zip(&parts).collect();
        let mediated = is_mediated(hit.event);
        let mut dyads = Dyads::new();
        for &(nth, (role, ones)) in &all {
            let is_ours = ones.iter().any(|one| is_asked(one.actor));
            for &(other_nth, (other_role, others)) in if is_ours { &all } else { &ours } {
                let Some(way) = way(*role, *other_role, nth < other_nth, mediated) else {
                    continue;
                };
                for (one, other) in pairs(ones, others) {
                    if is_asked(one.actor) || is_asked(other.actor) {
                        self.link(hit, way, one, other, &mut dyads);
                    }
                }
            }
        }
        dyads
            .into_values()
            .filter(|dyad| self.judge().suffices(dyad.certainty))
            .collect()
    }

    fn link(&self, hit: &Hit<'_>, way: Way, one: Counted, other: Counted, to: &mut Dyads) {
        if one.actor == other.actor && self.frame().without_domestic {
            return;
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

    /// Who takes part in which role, in the order given, at the level of the view; in
    /// a talk, without media if the frame says so.
    pub(super) fn parts(&self, event: Event<'_>, kept: &[ActorId]) -> Vec<(Role, Vec<Counted>)> {
        let no_media = self.frame().without_media && event.classification().is_talk();
        event
            .participants()
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
            .map_or(when, super::bounds::Bounds::narrow)
    }

    /// How certainly, at the level of the view, an event is within one actor: there is
    /// one for whom all count that take part, and these are two or more.
    pub(super) fn domestic(&self, event: Event<'_>) -> Certainty {
        let mut counted = event
            .participants()
            .map(|who| self.counted(who.actor, event, &[]));
        let mut common = counted.next().unwrap_or_default();
        let mut several = false;
        for other in counted {
            several = true;
            common.retain_mut(|one| {
                let same = other.iter().find(|known| known.actor == one.actor);
                let certainty = same.map_or(Certainty::Never, |same| same.certainty);
                one.certainty = one.certainty.and(certainty);
                !one.certainty.is_never()
            });
        }
        let common = common.iter().map(|one| one.certainty);
        if several {
            common.fold(Certainty::Never, Certainty::or)
        } else {
            Certainty::Never
        }
    }

    /// Whether an event is a talk in which, but for media, no two talk to each other.
    pub(super) fn is_interview(&self, event: Event<'_>) -> bool {
        if !event.classification().is_talk() {
            return false;
        }
        let people: Vec<Role> = event
            .participants()
            .filter(|who| !self.is_media(who.actor))
            .map(|who| who.role)
            .collect();
        let mediated = is_mediated(event);
        let talk = |one: Role, other: Role| {
            way(one, other, true, mediated).is_some_and(Way::is_talk)
                || way(other, one, true, mediated).is_some_and(Way::is_talk)
        };
        // Only which roles there are matters, and of those there are few.
        let mut roles: Vec<(Role, bool)> = Vec::new();
        for &role in &people {
            match roles.iter_mut().find(|(known, _)| *known == role) {
                Some((_, several)) => *several = true,
                None => roles.push((role, false)),
            }
        }
        let any_talk = roles.iter().any(|&(one, several)| {
            roles
                .iter()
                .any(|&(other, _)| (one != other || several) && talk(one, other))
        });
        people.len() < event.participants().len() && !any_talk
    }
}

/// One who takes part, in which role, counting for whom; by number.
type Nth<'a> = (usize, &'a (Role, Vec<Counted>));

/// How two roles link their actors, if they do; `in_order` if the one was given
/// before the other, so that two parties are linked once.
fn way(one: Role, other: Role, in_order: bool, mediated: bool) -> Option<Way> {
    LINKS.iter().find_map(|&(from, to, way)| {
        let counts = from != to || (in_order && !mediated);
        ((from, to) == (one, other) && counts).then_some(way)
    })
}

/// How the two of an event of two are linked, if they are, and whether from the one that
/// was given second to the one that was given first.
pub(super) fn way_of_two(one: Role, other: Role) -> Option<(Way, bool)> {
    // A mediator only keeps two parties apart, and here that would be three.
    let there = way(one, other, true, false).map(|way| (way, false));
    there.or_else(|| way(other, one, false, false).map(|way| (way, true)))
}

fn is_mediated(event: Event<'_>) -> bool {
    event.in_role(Role::Mediator).next().is_some()
}

fn pairs<'a>(
    ones: &'a [Counted],
    others: &'a [Counted],
) -> impl Iterator<Item = (Counted, Counted)> + 'a {
    ones.iter()
        .flat_map(|&one| others.iter().map(move |&other| (one, other)))
}

#[cfg(test)]
mod tests;
