//! Whom an actor is counted for, and which dyads an event makes.

use std::collections::BTreeMap;

use demarche::time::{Certainty, Moment};
use demarche::{ActorSort, Role, Stance, TieKind};

use super::super::narrow::Rank;
use super::super::plain::Tie;
use super::{Hit, Lens};

/// Whom an actor counts for, how certainly.
type Counted = BTreeMap<usize, Certainty>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Mutual,
    Visiting,
    Directed,
    OnAccount,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Dyad {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) way: Way,
    pub(super) certainty: Certainty,
}

impl Dyad {
    pub(super) fn is_of(&self, one: usize, other: usize) -> bool {
        [(one, other), (other, one)].contains(&(self.from, self.to))
    }
}

impl Lens<'_> {
    /// How certainly a tie is known to whoever asks.
    pub(super) fn knows(&self, tie: &Tie) -> Certainty {
        let mut attested = Certainty::Never;
        for account in &tie.accounts {
            if account.stance == Stance::Asserts {
                attested = attested.max(self.known(account));
            }
        }
        if tie.accounts.is_empty() {
            attested = Certainty::Certain;
        }
        attested.min(self.not_retracted(tie.retracted))
    }

    pub(super) fn holds(&self, tie: &Tie, when: &Moment) -> Certainty {
        let seen = when
            .exact_day()
            .is_some_and(|day| tie.observed.contains(&day));
        let holds = if seen {
            Certainty::Certain
        } else {
            tie.span.holds_on(when)
        };
        holds.min(self.knows(tie))
    }

    /// Whom an actor counts for in an event. By a report's date, that is only as
    /// dated.
    pub(super) fn counted(&self, actor: usize, event: usize) -> Counted {
        if self.rank() == Rank::Recorded {
            return Counted::from([(actor, Certainty::Certain)]);
        }
        let when = self.lived(event);
        let event = self.event(event);
        let mut counted = Counted::new();
        for (whole, certainty) in self.counted_on(actor, &when) {
            let certainty = if whole == actor {
                certainty
            } else {
                event.basis.cap(certainty)
            };
            let known = counted.entry(whole).or_insert(certainty);
            *known = certainty.max(*known);
        }
        counted
    }

    fn counted_on(&self, actor: usize, when: &Moment) -> Vec<(usize, Certainty)> {
        let blocs = match self.rank() {
            Rank::Recorded => return vec![(actor, Certainty::Certain)],
            Rank::State => Vec::new(),
            Rank::Blocs(blocs) => blocs,
        };
        let mut counted = Vec::new();
        for (outermost, certainty) in self.outermost(actor, Certainty::Certain, when) {
            let mut found = false;
            for tie in &self.plain.ties {
                if tie.kind == TieKind::Membership
                    && tie.from == outermost
                    && blocs.contains(&tie.to)
                    && !blocs.contains(&outermost)
                    && self.holds(tie, when) != Certainty::Never
                {
                    found = true;
                    counted.push((tie.to, certainty.min(self.holds(tie, when))));
                }
            }
            if !found {
                counted.push((outermost, certainty));
            }
        }
        counted
    }

    fn outermost(
        &self,
        actor: usize,
        certainty: Certainty,
        when: &Moment,
    ) -> Vec<(usize, Certainty)> {
        if self.plain.actors[actor].sort == ActorSort::State {
            return vec![(actor, certainty)];
        }
        for kinds in [
            [TieKind::Office, TieKind::PartOf],
            [TieKind::Affiliation, TieKind::Affiliation],
        ] {
            let held: Vec<(usize, Certainty)> = self
                .plain
                .ties
                .iter()
                .filter(|tie| tie.from == actor && kinds.contains(&tie.kind))
                .map(|tie| (tie.to, self.holds(tie, when)))
                .collect();
            let most = held.iter().map(|&(_, certainty)| certainty).max();
            let most = most.unwrap_or(Certainty::Never);
            if most != Certainty::Never {
                return held
                    .iter()
                    .filter(|held| held.1 == most)
                    .flat_map(|held| self.outermost(held.0, certainty.min(most), when))
                    .collect();
            }
        }
        vec![(actor, certainty)]
    }

    /// Whether there is one actor for whom all count that take part, of two or more.
    pub(super) fn is_domestic(&self, nth: usize) -> bool {
        let who = &self.event(nth).who;
        who.len() > 1
            && (0..self.plain.actors.len()).any(|one| {
                who.iter()
                    .all(|&(_, actor)| self.counted(actor, nth).contains_key(&one))
            })
    }

    /// The dyads of an event, each once, in the order in which its participants
    /// make them.
    pub(super) fn dyads(&self, (nth, certainty): Hit, kept: &[usize]) -> Vec<Dyad> {
        let event = self.event(nth);
        let is_talk = event.classification.is_talk();
        let mut parts: Vec<(Role, Counted)> = Vec::new();
        for &(role, actor) in &event.who {
            if is_talk && self.without_media() && self.plain.actors[actor].is_media() {
                continue;
            }
            let counted = if kept.contains(&actor) {
                Counted::from([(actor, Certainty::Certain)])
            } else {
                self.counted(actor, nth)
            };
            parts.push((role, counted));
        }
        let mediated = event.who.iter().any(|(role, _)| *role == Role::Mediator);
        let mut dyads: Vec<Dyad> = Vec::new();
        for (first, (role, ones)) in parts.iter().enumerate() {
            for (second, (other_role, others)) in parts.iter().enumerate() {
                let way = match (role, other_role) {
                    (Role::Party, Role::Party) if first < second && !mediated => Way::Mutual,
                    (Role::Mediator, Role::Party) => Way::Mutual,
                    (Role::Visitor, Role::Host) => Way::Visiting,
                    (Role::Source, Role::Target) => Way::Directed,
                    (Role::Source, Role::OnAccountOf) => Way::OnAccount,
                    _ => continue,
                };
                for (&from, one) in ones {
                    for (&to, other) in others {
                        if from == to && self.without_domestic() {
                            continue;
                        }
                        let certainty = certainty.min(*one).min(*other);
                        let known = dyads.iter_mut().find(|known| {
                            known.way == way
                                && ((known.from, known.to) == (from, to)
                                    || (way == Way::Mutual && (known.to, known.from) == (from, to)))
                        });
                        match known {
                            Some(known) => known.certainty = known.certainty.max(certainty),
                            None => dyads.push(Dyad {
                                from,
                                to,
                                way,
                                certainty,
                            }),
                        }
                    }
                }
            }
        }
        dyads.retain(|dyad| self.suffices(dyad.certainty));
        dyads
    }
}
