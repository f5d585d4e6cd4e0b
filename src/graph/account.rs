//! An account as the graph holds it.

use std::fmt;

use super::Graph;
use crate::model::codes::CameoCode;
use crate::model::{ActorId, DataSet, Grade, Place, Quantity, Stamp, Stance, Words};
use crate::store::{StoredAccount, StoredAccounts};
use crate::time::{Duration, Moment};

/// One source's version of an event or a tie, as the graph holds it.
///
/// A cheap handle (`Copy`) into the graph.
///
/// # What is an account?
///
/// The Élysée says one thing of a call and the Kremlin another. Both versions
/// stay: each is an account, with its *speaker* (whose word it is), its
/// *publisher* (by which outlet we have it), when it was *stated*, when it came
/// to us (*recorded*), its stance, its words, and the values that it gives
/// itself for what is disputed: date, place, duration, numbers, code.
///
/// The event's own value is what whoever recorded the event gave it; where they
/// gave none, it is that of the first account (in order of recording) that
/// asserts the event, was not withdrawn, and has one. The rest stay with their
/// accounts. The value is one and the same in all views.
#[derive(Clone, Copy)]
pub struct Account<'g> {
    stored: StoredAccount<'g>,
    graph: &'g Graph,
}

impl<'g> Account<'g> {
    /// Whose word it is: the Kremlin.
    pub fn speaker(self) -> Option<ActorId> {
        self.standing_for(self.stored.speaker())
    }

    /// By which outlet we have it: the Associated Press.
    pub fn publisher(self) -> Option<ActorId> {
        self.standing_for(self.stored.publisher())
    }

    fn standing_for(self, actor: Option<ActorId>) -> Option<ActorId> {
        actor.map(|actor| self.graph.actors.standing_for(actor))
    }

    /// Whether it asserts, alleges or denies.
    pub fn stance(self) -> Stance {
        self.stored.stance()
    }

    /// When it was said, in UTC; [unknown](Moment::is_unknown) if not given.
    pub fn stated(self) -> Moment {
        self.stored.stated()
    }

    /// When it came to us, in UTC; [unknown](Moment::is_unknown) if not given.
    pub fn recorded(self) -> Moment {
        self.stored.recorded()
    }

    /// When it was withdrawn or superseded, if it was.
    pub fn withdrawn(self) -> Option<Moment> {
        self.stored.withdrawn()
    }

    /// Which account of the same event took its place, by its number among
    /// [`Event::accounts`](super::Event::accounts), from 0.
    pub fn superseded_by(self) -> Option<usize> {
        self.stored.superseded_by().map(|ordinal| ordinal as usize)
    }

    /// How sure the source or the coder is, from 0 to 1.
    pub fn confidence(self) -> Option<f64> {
        self.stored.confidence()
    }

    /// Its grade by the Admiralty system.
    pub fn grade(self) -> Option<Grade> {
        self.stored.grade()
    }

    /// What it says, in words, in the order given.
    pub fn words(self) -> &'g [Words] {
        self.stored.words()
    }

    /// Where it can be read.
    pub fn url(self) -> Option<&'g str> {
        self.stored.url()
    }

    /// What it is about, in its own terms.
    pub fn topics(self) -> &'g [String] {
        self.stored.topics()
    }

    /// The data set it came in.
    pub fn data_set(self) -> Option<&'g DataSet> {
        self.stored.data_set()
    }

    /// The rows of the data set that it rests on, in the order given.
    pub fn rows(self) -> impl Iterator<Item = &'g str> {
        self.stored.rows()
    }

    /// When it happened, by this account.
    pub fn when(self) -> Option<Moment> {
        self.stored.when()
    }

    /// Where it happened, by this account.
    pub fn place(self) -> Option<&'g Place> {
        self.stored.place()
    }

    /// How long it lasted, by this account.
    pub fn duration(self) -> Option<Duration> {
        self.stored.duration()
    }

    /// How many of what, by this account, in the order given.
    pub fn numbers(self) -> impl Iterator<Item = (&'g str, Quantity)> {
        self.stored.numbers()
    }

    /// How many of that, by this account.
    pub fn number(self, what: &str) -> Option<Quantity> {
        self.numbers()
            .find_map(|(known, many)| (known == what).then_some(many))
    }

    /// The figures that the data set computes for it, in the order given: the tone of
    /// a story, how many mentions.
    pub fn measures(self) -> impl Iterator<Item = (&'g str, f64)> {
        self.stored.measures()
    }

    /// One of these [figures](Self::measures).
    pub fn measure(self, what: &str) -> Option<f64> {
        self.measures()
            .find_map(|(known, value)| (known == what).then_some(value))
    }

    /// How this account's file codes it.
    pub fn code(self) -> Option<CameoCode> {
        self.stored.code()
    }

    /// Without regard to which actors were merged since.
    pub(crate) fn as_recorded(self) -> StoredAccount<'g> {
        self.stored
    }

    pub(crate) fn stamp(self) -> Option<Stamp> {
        self.stored.stamp()
    }
}

impl fmt::Debug for Account<'_> {
    /// Without the graph around it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.stored.fmt(f)
    }
}

/// The accounts of an event or a tie, in order of recording; see
/// [`Event::accounts`](super::Event::accounts).
#[derive(Clone, Debug)]
pub struct Accounts<'g> {
    stored: StoredAccounts<'g>,
    next: usize,
    graph: &'g Graph,
}

impl<'g> Accounts<'g> {
    pub(crate) fn new(stored: StoredAccounts<'g>, graph: &'g Graph) -> Self {
        Self {
            stored,
            next: 0,
            graph,
        }
    }
}

impl Accounts<'_> {
    /// Whether none are left.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<'g> Iterator for Accounts<'g> {
    type Item = Account<'g>;

    fn next(&mut self) -> Option<Account<'g>> {
        let stored = self.stored.get(self.next)?;
        self.next += 1;
        Some(Account {
            stored,
            graph: self.graph,
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.stored.len().saturating_sub(self.next);
        (left, Some(left))
    }
}

impl ExactSizeIterator for Accounts<'_> {}
