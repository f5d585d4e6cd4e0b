//! What absorbing a graph came to.

use std::collections::HashMap;
use std::fmt;
use std::hash::Hash;

use crate::model::{ActorId, EventId, TieId};

/// What [absorbing](crate::Graph::absorb) a graph came to: what was found here and what
/// was added, and where everything is now.
///
/// It outlives both graphs, and prints as a line.
#[derive(Clone, Debug, Default)]
pub struct Absorbed {
    pub(super) actors: Mapping<ActorId>,
    pub(super) ties: Mapping<TieId>,
    pub(super) events: Mapping<EventId>,
    pub(super) accounts_added: usize,
    pub(super) links_added: usize,
}

/// From the ids of the graph that was absorbed to those of the one that took it in.
#[derive(Clone, Debug)]
pub(super) struct Mapping<T> {
    here: HashMap<T, T>,
    matched: usize,
}

impl<T> Default for Mapping<T> {
    fn default() -> Self {
        Self {
            here: HashMap::new(),
            matched: 0,
        }
    }
}

impl<T: Copy + Eq + Hash> Mapping<T> {
    pub(super) fn note(&mut self, there: T, here: T, was_here: bool) {
        self.here.insert(there, here);
        self.matched = self.matched.saturating_add(usize::from(was_here));
    }

    fn of(&self, there: T) -> Option<T> {
        self.here.get(&there).copied()
    }

    fn added(&self) -> usize {
        self.here.len().saturating_sub(self.matched)
    }
}

impl Absorbed {
    /// Who an actor of the graph that was absorbed is here; `None` for one of any other
    /// graph.
    pub fn actor(&self, there: impl Into<ActorId>) -> Option<ActorId> {
        self.actors.of(there.into())
    }

    /// Which event here is one of the graph that was absorbed.
    pub fn event(&self, there: EventId) -> Option<EventId> {
        self.events.of(there)
    }

    /// Which tie here is one of the graph that was absorbed.
    pub fn tie(&self, there: TieId) -> Option<TieId> {
        self.ties.of(there)
    }

    /// How many actors were here already.
    pub fn actors_matched(&self) -> usize {
        self.actors.matched
    }

    /// How many actors were new.
    pub fn actors_added(&self) -> usize {
        self.actors.added()
    }

    /// How many events were here already.
    pub fn events_matched(&self) -> usize {
        self.events.matched
    }

    /// How many events were new.
    pub fn events_added(&self) -> usize {
        self.events.added()
    }

    /// How many ties were here already.
    pub fn ties_matched(&self) -> usize {
        self.ties.matched
    }

    /// How many ties were new.
    pub fn ties_added(&self) -> usize {
        self.ties.added()
    }

    /// How many accounts were new, of new events and ties and of those that were here.
    pub fn accounts_added(&self) -> usize {
        self.accounts_added
    }

    /// How many links were new, from new events and from those that were here.
    pub fn links_added(&self) -> usize {
        self.links_added
    }
}

impl fmt::Display for Absorbed {
    /// "actors: 1 added, 2 matched; events: …; ties: …; accounts: 3 added; links: 0
    /// added".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [
            ("actors", self.actors_added(), self.actors_matched()),
            ("events", self.events_added(), self.events_matched()),
            ("ties", self.ties_added(), self.ties_matched()),
        ];
        for (what, added, matched) in counts {
            write!(f, "{what}: {added} added, {matched} matched; ")?;
        }
        let Self {
            accounts_added,
            links_added,
            ..
        } = self;
        write!(
            f,
            "accounts: {accounts_added} added; links: {links_added} added"
        )
    }
}
