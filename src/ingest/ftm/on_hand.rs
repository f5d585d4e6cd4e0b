//! What a graph has from earlier lines, to be changed by later ones.

use std::collections::{HashMap, HashSet};

use super::bonds::Bond;
use super::stream::Row;
use super::testimony::Testimony;
use crate::graph::Account;
use crate::model::{EventId, TieId, TieKind};
use crate::time::Moment;
use crate::{Graph, Result};

/// The ties and events of a data set, by the rows on which they rest.
#[derive(Debug, Default)]
pub(super) struct OnHand {
    ties: HashMap<String, Vec<TieId>>,
    events: HashMap<String, Vec<EventId>>,
    /// The rows that have been taken back.
    gone: HashSet<String>,
}

impl OnHand {
    /// Looks through a graph once. O(n) in its ties and events.
    pub(super) fn of(graph: &Graph, data_set: &str) -> Self {
        let mut hand = Self::default();
        let is_of = |account: &Account<'_>| {
            let source = account.data_set();
            source.is_some_and(|source| source.name == data_set)
        };
        for tie in graph.ties() {
            for row in tie.accounts().filter(is_of).flat_map(Account::rows) {
                hand.tie(row, tie.id());
            }
        }
        for event in graph.events() {
            for row in event.accounts().filter(is_of).flat_map(Account::rows) {
                hand.event(row, event.id());
            }
        }
        hand
    }

    /// Whether anything rests on a row.
    pub(super) fn has(&self, row: &str) -> bool {
        self.ties.contains_key(row) || self.events.contains_key(row)
    }

    pub(super) fn tie(&mut self, row: &str, tie: TieId) {
        let known = self.ties.entry(row.to_owned()).or_default();
        if !known.contains(&tie) {
            known.push(tie);
        }
        self.gone.remove(row);
    }

    pub(super) fn event(&mut self, row: &str, event: EventId) {
        let known = self.events.entry(row.to_owned()).or_default();
        if !known.contains(&event) {
            known.push(event);
        }
        self.gone.remove(row);
    }

    /// Whether a row still says the same of two actors: the affiliation may have been
    /// seen on other days.
    pub(super) fn holds(&self, graph: &Graph, row: &str, bond: &Bond) -> bool {
        let ties = self.ties.get(row).into_iter().flatten();
        ties.filter_map(|&tie| graph.tie_of(tie).ok()).any(|tie| {
            let stands = |account: Account<'_>| {
                account.withdrawn().is_none() && account.rows().any(|other| other == row)
            };
            tie.retracted().is_none()
                && tie.accounts().any(stands)
                && (tie.kind(), tie.from(), tie.to()) == (bond.kind, bond.from, bond.to)
                && (tie.title(), tie.span()) == (bond.title.as_deref(), bond.span)
        })
    }

    /// Takes back what rests on a row, except for these ties. Gives how many ties and
    /// events are retracted by that, as nobody else tells of them.
    pub(super) fn take_back(
        &mut self,
        graph: &mut Graph,
        row: &Row,
        kept: &[Bond],
        testimony: &Testimony<'_>,
    ) -> Result<u64> {
        let id = row.id.as_ref();
        let mut retracted = 0;
        if kept.is_empty() {
            self.gone.insert(id.to_owned());
        }
        for tie in self.ties.get(id).cloned().unwrap_or_default() {
            let known = graph.tie_of(tie)?;
            let is_kept = kept.iter().any(|bond| {
                (known.kind(), known.from(), known.to()) == (bond.kind, bond.from, bond.to)
                    && (known.title(), known.span()) == (bond.title.as_deref(), bond.span)
            });
            if !is_kept && known.retracted().is_none() {
                retracted += u64::from(self.take_back_tie(graph, row, tie, testimony)?);
            }
        }
        for event in self.events.get(id).cloned().unwrap_or_default() {
            if graph.event(event)?.retracted().is_none() {
                retracted += u64::from(self.take_back_event(graph, row, event, testimony)?);
            }
        }
        Ok(retracted)
    }

    fn take_back_tie(
        &self,
        graph: &mut Graph,
        row: &Row,
        tie: TieId,
        testimony: &Testimony<'_>,
    ) -> Result<bool> {
        let mut last = None;
        let mut stands = false;
        let is_affiliation = graph.tie_of(tie)?.kind() == TieKind::Affiliation;
        for account in &mut graph.ties.get_mut(tie)?.accounts {
            let rests = account.rows.iter().any(|other| row.id == other.as_str());
            if account.withdrawn.is_some() {
                continue;
            }
            if rests && (is_affiliation || self.are_gone(account.rows.iter(), row)) {
                let when = testimony.taken_back(row, account.recorded);
                account.withdrawn = Some(when);
                last = Some(last.map_or(when, |last| later(last, when)));
            } else {
                stands = true;
            }
        }
        match last.filter(|_| !stands) {
            Some(when) => graph.retract_tie(tie, when).map(|()| true),
            None => Ok(false),
        }
    }

    fn take_back_event(
        &self,
        graph: &mut Graph,
        row: &Row,
        event: EventId,
        testimony: &Testimony<'_>,
    ) -> Result<bool> {
        let mut last = None;
        let mut stands = false;
        for id in graph.account_ids(event)? {
            let account = graph.account(id)?;
            if account.withdrawn().is_some() {
                continue;
            }
            let rests = account.rows().any(|other| other == row.id);
            if rests && self.are_gone(account.rows(), row) {
                let when = testimony.taken_back(row, account.recorded());
                graph.withdraw(id, when)?;
                last = Some(last.map_or(when, |last| later(last, when)));
            } else {
                stands = true;
            }
        }
        match last.filter(|_| !stands) {
            Some(when) => graph.retract(event, when).map(|()| true),
            None => Ok(false),
        }
    }

    /// Whether of the rows on which an account rests none is left.
    fn are_gone(&self, mut rows: impl Iterator<Item = impl AsRef<str>>, taken: &Row) -> bool {
        rows.all(|row| row.as_ref() == taken.id || self.gone.contains(row.as_ref()))
    }
}

fn later(one: Moment, other: Moment) -> Moment {
    if other.before(&one).is_certain() {
        one
    } else {
        other
    }
}
