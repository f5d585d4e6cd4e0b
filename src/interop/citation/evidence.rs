//! What answers rest on, each once, numbered as it is written.

use std::io;

use indexmap::{IndexMap, IndexSet};

use super::CitedAnswer;
use crate::model::{DataSet, EventId, TieId};
use crate::query::{Bond, Grounds, Happening, Testimony};
use crate::{Account, Accounts, Event, Result, View};

/// What answers rest on, in the order in which they name it.
///
/// Numbers run from 1: events that answers name, then ties, then whatever else the view
/// shows, if an answer rests on that.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    events: IndexSet<EventId>,
    ties: IndexSet<TieId>,
    whole_view: bool,
}

/// To what an answer refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reference {
    /// All that the view shows.
    WholeView,
    /// The event or tie of this number.
    Number(usize),
    /// A tie by its place among ties, before events are counted.
    Tie(usize),
}

/// An event or a tie, as it is written.
pub(super) enum Exhibit {
    Event(Box<Happening>),
    Tie(Box<Bond>, Vec<Testimony>),
}

impl Exhibit {
    pub(super) fn accounts(&self) -> &[Testimony] {
        match self {
            Self::Event(event) => event.accounts(),
            Self::Tie(_, accounts) => accounts,
        }
    }

    pub(super) fn when(&self) -> String {
        match self {
            Self::Event(event) => event.when().to_string(),
            Self::Tie(tie, _) => tie.span().to_string(),
        }
    }

    pub(super) fn what(&self) -> String {
        match self {
            Self::Event(event) => event.what().to_owned(),
            Self::Tie(tie, _) => match tie.title() {
                Some(title) => format!("{} {title}", tie.kind()),
                None => tie.kind().to_string(),
            },
        }
    }

    pub(super) fn who(&self) -> String {
        let parts: Vec<String> = match self {
            Self::Event(event) => (event.participants().iter())
                .map(|part| format!("{} ({})", part.who(), part.role()))
                .collect(),
            Self::Tie(tie, _) => vec![tie.who().to_string(), tie.of().to_string()],
        };
        parts.join("; ")
    }

    pub(super) fn certainty(&self) -> String {
        match self {
            Self::Event(event) => event.certainty().to_string(),
            Self::Tie(tie, _) => tie.certainty().to_string(),
        }
    }

    /// As which sort of record it is counted.
    pub(super) fn sort(&self) -> &'static str {
        match self {
            Self::Event(_) => "events",
            Self::Tie(..) => "ties",
        }
    }
}

impl Evidence {
    /// Takes what an answer rests on, and gives the places under which it lies.
    pub(super) fn take(&mut self, grounds: &Grounds) -> Vec<Reference> {
        let mut on = Vec::new();
        if grounds.is_whole_view() {
            self.whole_view = true;
            on.push(Reference::WholeView);
        }
        for &event in grounds.events() {
            let (place, _) = self.events.insert_full(event);
            on.push(Reference::Number(place.saturating_add(1)));
        }
        for &tie in grounds.ties() {
            on.push(Reference::Tie(self.ties.insert_full(tie).0));
        }
        on
    }

    /// Numbers references, now that all events are known; ascending, each once.
    pub(super) fn number(&self, on: &mut Vec<Reference>) {
        for reference in on.iter_mut() {
            if let Reference::Tie(place) = *reference {
                let place = self.events.len().saturating_add(place);
                *reference = Reference::Number(place.saturating_add(1));
            }
        }
        on.sort_unstable();
        on.dedup();
    }

    /// Whether all of it is of the graph that is cited.
    pub(super) fn check(&self, view: &View<'_>) -> Result<()> {
        let graph = view.graph();
        for &event in &self.events {
            graph.event(event)?;
        }
        for &tie in &self.ties {
            graph.tie_of(tie)?;
        }
        Ok(())
    }

    /// How many events and ties.
    pub(super) fn len(&self, view: &View<'_>) -> usize {
        let named = self.events.len().saturating_add(self.ties.len());
        named.saturating_add(self.others(view).count())
    }

    /// The events that the view shows and no answer names, if an answer rests on all.
    fn others(&self, view: &View<'_>) -> impl Iterator<Item = EventId> {
        let shown = self.whole_view.then(|| view.events());
        let shown = shown.into_iter().flatten().map(Event::id);
        shown.filter(|event| !self.events.contains(event))
    }

    /// Shows each with its number, and then gives the data sets of all their accounts, shown
    /// or not, with the licences, each once.
    pub(super) fn show(
        &self,
        view: &View<'_>,
        mut show: impl FnMut(usize, Exhibit) -> io::Result<()>,
    ) -> io::Result<IndexSet<DataSet>> {
        let graph = view.graph();
        let mut sets = IndexSet::new();
        let mut number = 0_usize;
        let named = self.events.iter().copied().map(Ok);
        let ties = self.ties.iter().copied().map(Err);
        let others = self.others(view).map(Ok);
        for id in named.chain(ties).chain(others) {
            number = number.saturating_add(1);
            let exhibit = match id {
                Ok(event) => {
                    let event = graph.event(event).map_err(io::Error::other)?;
                    note(&mut sets, event.accounts());
                    let event = view.happening_of(event.id()).map_err(io::Error::other)?;
                    Exhibit::Event(Box::new(event))
                }
                Err(tie) => {
                    let tie = graph.tie_of(tie).map_err(io::Error::other)?;
                    note(&mut sets, tie.accounts());
                    let (bond, accounts) = view.bond_of(tie);
                    Exhibit::Tie(Box::new(bond), accounts)
                }
            };
            show(number, exhibit)?;
        }
        Ok(sets)
    }
}

fn note(sets: &mut IndexSet<DataSet>, accounts: Accounts<'_>) {
    for set in accounts.filter_map(Account::data_set) {
        if !sets.contains(set) {
            sets.insert(set.clone());
        }
    }
}

impl CitedAnswer {
    /// The numbers of what it rests on, runs of them as one: "1–3, 7"; "all" if that is all
    /// that the view shows; nothing if it rests on none.
    pub(super) fn references(&self) -> String {
        let mut runs: IndexMap<usize, usize> = IndexMap::new();
        let mut parts = Vec::new();
        for reference in &self.on {
            let number = match *reference {
                Reference::WholeView => {
                    parts.push("all".to_owned());
                    continue;
                }
                Reference::Number(number) | Reference::Tie(number) => number,
            };
            match runs.last_mut() {
                Some((_, last)) if last.saturating_add(1) == number => *last = number,
                _ => {
                    runs.insert(number, number);
                }
            }
        }
        parts.extend(runs.into_iter().map(|(first, last)| match last - first {
            0 => first.to_string(),
            1 => format!("{first}, {last}"),
            _ => format!("{first}–{last}"),
        }));
        parts.join(", ")
    }
}

/// The key of an event, or its number in the order of recording.
pub(super) fn key_of(event: &Happening) -> String {
    let number = || format!("#{}", event.id().index());
    event.key().map_or_else(number, str::to_owned)
}

/// What about an event was inferred, and from what.
pub(super) fn inferred(event: &Happening) -> String {
    let inferences = event.inferred().iter();
    let told = inferences.map(|inference| format!("{}: {}", inference.aspect, inference.why));
    told.collect::<Vec<_>>().join("; ")
}

/// When an account was stated, if that is known.
pub(super) fn stated(account: &Testimony) -> String {
    let stated = account.stated();
    if stated.is_unknown() {
        String::new()
    } else {
        stated.to_string()
    }
}

/// A data set by name and version, with its licence.
pub(super) fn described(set: &DataSet) -> String {
    let mut text = set.name.clone();
    if let Some(version) = &set.version {
        text.push(' ');
        text.push_str(version);
    }
    match &set.licence {
        Some(licence) => text + " (licence: " + licence + ")",
        None => text + " (no licence stated)",
    }
}
