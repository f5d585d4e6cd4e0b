//! What events are shown as, and what a number of them comes to.

use std::collections::BTreeSet;

use demarche::time::{Bound, Certainty, Duration, Moment};

use super::super::neutral::{self, Shown, Tally};
use super::super::plain::Account;
use super::{Hit, Lens};

impl Lens<'_> {
    pub(super) fn shown(&self, hits: &[Hit]) -> Vec<Shown> {
        hits.iter()
            .map(|&(nth, certainty)| {
                let event = self.event(nth);
                Shown {
                    event: nth,
                    certainty,
                    standing: self.standing(nth).0,
                    when: self.when(nth),
                    what: event.label.clone(),
                    who: event.who.clone(),
                    duration: self.duration(nth),
                    place: self.place(nth).map(|place| place.to_string()),
                    topics: self.topics(nth),
                    accounts: self
                        .accounts(nth)
                        .into_iter()
                        .map(|account| self.shown_account(account))
                        .collect(),
                }
            })
            .collect()
    }

    /// The accounts of an event that are shown.
    pub(super) fn accounts(&self, nth: usize) -> Vec<&Account> {
        self.event(nth)
            .accounts
            .iter()
            .filter(|account| self.shows(account) != Certainty::Never)
            .collect()
    }

    pub(super) fn shown_account(&self, account: &Account) -> neutral::Account {
        neutral::Account {
            speaker: account.speaker,
            publisher: account.publisher,
            stance: account.stance,
            certainty: self.shows(account),
            stated: account.stated,
            recorded: account.recorded,
            withdrawn: account.withdrawn,
            words: account.text.clone(),
        }
    }

    /// The event's topics and those of the accounts shown, each once.
    pub(super) fn topics(&self, nth: usize) -> Vec<String> {
        let mut topics = self.event(nth).topics.clone();
        for account in self.accounts(nth) {
            topics.extend(account.topic.clone());
        }
        each_once(topics)
    }

    pub(super) fn first(&self, events: &[usize]) -> Option<Moment> {
        let whens = events.iter().map(|&nth| self.when(nth));
        whens
            .filter(|when| when.earliest().is_some())
            .reduce(|first, when| {
                if when.earliest() < first.earliest() {
                    when
                } else {
                    first
                }
            })
    }

    pub(super) fn last(&self, events: &[usize]) -> Option<Moment> {
        let whens = events.iter().map(|&nth| self.when(nth));
        whens
            .filter(|when| when.latest().is_some())
            .reduce(|last, when| {
                if when.latest() >= last.latest() {
                    when
                } else {
                    last
                }
            })
    }

    pub(super) fn tally(&self, who: Vec<usize>, hits: &[Hit]) -> Tally {
        let events = each_once(hits.iter().map(|hit| hit.0).collect());
        let mut kinds: Vec<(String, usize)> =
            counts(events.iter().map(|&nth| self.event(nth).label.clone()));
        kinds.sort_by_key(|&(_, many)| usize::MAX - many);
        let sources = events
            .iter()
            .flat_map(|&nth| self.accounts(nth))
            .flat_map(|account| [account.speaker, account.publisher])
            .flatten()
            .map(|who| self.plain.actors[who].name.clone())
            .collect();
        Tally {
            who,
            certainty: hits
                .iter()
                .map(|hit| hit.1)
                .max()
                .unwrap_or(Certainty::Never),
            first: self.first(&events),
            last: self.last(&events),
            kinds,
            duration: self.total(&events),
            basis: events
                .iter()
                .map(|&nth| self.event(nth).basis)
                .max()
                .unwrap_or_default(),
            topics: each_once(events.iter().flat_map(|&nth| self.topics(nth)).collect()),
            sources: each_once(sources),
            events,
        }
    }

    /// Of one event as stated; of several the sum: exactly, if each one's is known
    /// exactly; at least, if all that are known are exact or bounded below; else none if
    /// any is unknown; up to, if each is exact or bounded above; else about.
    pub(super) fn total(&self, events: &[usize]) -> Option<Duration> {
        let known: Vec<Duration> = events
            .iter()
            .filter_map(|&nth| self.duration(nth))
            .collect();
        if known.is_empty() || events.len() == 1 {
            return known.first().copied();
        }
        let exact = |one: &Duration| one.bound() == Bound::Exactly;
        let below = |one: &Duration| {
            exact(one) || one.bound() == Bound::AtLeast || one.bound() == Bound::Over
        };
        let above = |one: &Duration| {
            exact(one) || one.bound() == Bound::UpTo || one.bound() == Bound::Almost
        };
        let bound = if known.len() == events.len() && known.iter().all(exact) {
            Bound::Exactly
        } else if known.iter().all(below) {
            Bound::AtLeast
        } else if known.len() < events.len() {
            return None;
        } else if known.iter().all(above) {
            Bound::UpTo
        } else {
            Bound::About
        };
        let sum = known
            .iter()
            .map(|one| one.length())
            .reduce(|sum, one| sum + one)?;
        Some(Duration::new(bound, sum).unwrap())
    }

    pub(super) fn rank_of(&self, tally: &Tally) -> (usize, Vec<String>) {
        let keys = tally
            .who
            .iter()
            .map(|&who| self.plain.actors[who].key.clone());
        (usize::MAX - tally.events.len(), keys.collect())
    }

    /// Actors by how often they come, then by key.
    pub(super) fn most_first(&self, actors: Vec<usize>) -> Vec<(usize, usize)> {
        let mut counted = counts(actors.into_iter());
        counted.sort_by_key(|&(actor, many)| (usize::MAX - many, &self.plain.actors[actor].key));
        counted
    }
}

/// How often each comes, in order.
pub(super) fn counts<K: Ord + Clone>(all: impl Iterator<Item = K>) -> Vec<(K, usize)> {
    let all: Vec<K> = all.collect();
    let each: BTreeSet<K> = all.iter().cloned().collect();
    each.into_iter()
        .map(|one| {
            let many = all.iter().filter(|&other| *other == one).count();
            (one, many)
        })
        .collect()
}

pub(super) fn each_once<T: PartialEq>(all: Vec<T>) -> Vec<T> {
    let mut once = Vec::new();
    for one in all {
        if !once.contains(&one) {
            once.push(one);
        }
    }
    once
}
