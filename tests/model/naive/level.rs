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

    /// States, if it counts for any; else the outermost of the others.
    fn outermost(
        &self,
        actor: usize,
        certainty: Certainty,
        when: &Moment,
    ) -> Vec<(usize, Certainty)> {
        let mut reached = self.upwards(actor, certainty, when);
        let is_state = |one: usize| self.plain.actors[one].sort == ActorSort::State;
        if reached.iter().any(|one| is_state(one.0)) {
            reached.retain(|one| is_state(one.0));
        }
        reached
    }

    fn upwards(
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
            let mut reached = Vec::new();
            for tie in &self.plain.ties {
                let holds = self.holds(tie, when);
                if tie.from == actor && kinds.contains(&tie.kind) && holds != Certainty::Never {
                    reached.extend(self.upwards(tie.to, certainty.min(holds), when));
                }
            }
            if !reached.is_empty() {
                return reached;
            }
        }
        vec![(actor, certainty)]
    }

    /// The certainty of an event for a frame that minds who takes part: interviews go,
    /// and so does what is within one actor; what only may be is only possible.
    pub(super) fn minding(&self, (nth, certainty): Hit) -> Certainty {
        if self.without_media() && self.is_interview(nth) {
            return Certainty::Never;
        }
        if !self.without_domestic() {
            return certainty;
        }
        match self.domestic(nth) {
            Certainty::Never => certainty,
            Certainty::Possible => certainty.min(Certainty::Possible),
            _ => Certainty::Never,
        }
    }

    /// How certainly there is one actor for whom all count that take part, of two
    /// or more.
    fn domestic(&self, nth: usize) -> Certainty {
        let who = &self.event(nth).who;
        let mut most = Certainty::Never;
        for one in 0..self.plain.actors.len() {
            let mut all = Certainty::Certain;
            for &(_, actor) in who {
                let counted = self.counted(actor, nth);
                all = all.min(counted.get(&one).copied().unwrap_or(Certainty::Never));
            }
            if who.len() > 1 {
                most = most.max(all);
            }
        }
        most
    }

    /// Whether it is a talk with media of which, without them, no two talk.
    fn is_interview(&self, nth: usize) -> bool {
        let event = self.event(nth);
        let is_media = |actor: usize| self.plain.actors[actor].is_media();
        let others: Vec<Role> = event
            .who
            .iter()
            .filter(|who| !is_media(who.1))
            .map(|who| who.0)
            .collect();
        let many = |role: Role| others.iter().filter(|other| **other == role).count();
        let mediated = event.who.iter().any(|who| who.0 == Role::Mediator);
        let talk = (!mediated && many(Role::Party) > 1)
            || [
                (Role::Mediator, Role::Party),
                (Role::Visitor, Role::Host),
                (Role::Source, Role::Target),
            ]
            .iter()
            .any(|&(one, other)| many(one) > 0 && many(other) > 0);
        event.classification.is_talk() && others.len() < event.who.len() && !talk
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
