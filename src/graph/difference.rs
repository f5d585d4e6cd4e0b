//! How two graphs differ.
//!
//! # What is a difference?
//!
//! Two versions of a data set, a graph before and after it was edited by hand, what two
//! people have made of the same week: one asks what only one of them holds and what
//! both hold differently. [`Graph::difference`] answers by keys, and by content where
//! there are none; ids and the order of recording do not matter, so that the two graphs
//! need not have anything to do with each other.
//!
//! A [`Difference`] is read like a diff from *here* to *there*: what is only here is
//! marked `-`, what is only there `+`, what both hold differently `~`. It is empty
//! exactly if the two graphs are [equal](Graph#equality).

mod actors;
mod change;
mod display;
mod events;
mod facets;
mod ties;
mod words;

use serde::Serialize;

use super::Graph;
use super::equal::Content;
use crate::model::{ActorId, EventId, TieId};

pub use change::{Change, Facet};

/// How two graphs differ; see [`Graph::difference`].
///
/// It owns what it holds and outlives both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    actors: Vec<Differing<ActorId>>,
    ties: Vec<Differing<TieId>>,
    events: Vec<Differing<EventId>>,
}

/// An actor, a tie or an event that two graphs do not hold alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Differing<T> {
    side: Side,
    #[serde(skip)]
    here: Option<T>,
    #[serde(skip)]
    there: Option<T>,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    what: String,
    times: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    changes: Vec<Change>,
}

/// Which of two graphs holds something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The one that was asked.
    Here,
    /// The other.
    There,
    /// Both, but not alike.
    Both,
}

impl Difference {
    /// The actors that differ: those that are here, in the order in which they were added,
    /// and then those that are only there.
    pub fn actors(&self) -> impl ExactSizeIterator<Item = &Differing<ActorId>> {
        self.actors.iter()
    }

    /// The ties that differ: those that are here, in order of recording, and then those
    /// that are only there.
    pub fn ties(&self) -> impl ExactSizeIterator<Item = &Differing<TieId>> {
        self.ties.iter()
    }

    /// The events that differ: those that are here, in order of recording, and then those
    /// that are only there.
    pub fn events(&self) -> impl ExactSizeIterator<Item = &Differing<EventId>> {
        self.events.iter()
    }

    /// Whether there is none: the two graphs are [equal](Graph#equality).
    pub fn is_empty(&self) -> bool {
        self.actors.is_empty() && self.ties.is_empty() && self.events.is_empty()
    }
}

impl<T: Copy> Differing<T> {
    /// Which graph holds it.
    pub fn side(&self) -> Side {
        self.side
    }

    /// Its handle here, if it is here; of several alike, the first one's.
    pub fn here(&self) -> Option<T> {
        self.here
    }

    /// Its handle there, if it is there; of several alike, the first one's.
    pub fn there(&self) -> Option<T> {
        self.there
    }

    /// Its key; ties have none, and events need not.
    pub fn key(&self) -> Option<&str> {
        self.key.as_deref()
    }

    /// What it is, in words: of an actor, its name.
    pub fn what(&self) -> &str {
        &self.what
    }

    /// How many of the same there are that the other graph does not hold; 1 if both do.
    pub fn times(&self) -> usize {
        self.times
    }

    /// In what the two differ, if both hold it; in the order of [`Facet`].
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }
}

impl Graph {
    /// How another graph differs from this one.
    ///
    /// Actors are compared by key. Events are compared by key, too, if they have one.
    /// Of those without, as many as are [equal](Graph#equality) cancel out; then those
    /// that differ only in accounts, links or retraction are compared with one another; the rest
    /// is only here or only there. An event that is the same but links to one that is
    /// not is not listed itself. Ties are compared by ends, kind, title and span.
    ///
    /// ```
    /// use demarche::difference::{Facet, Side};
    /// use demarche::{Call, Graph, Leader, NewAccount, Organization};
    ///
    /// let mut before = Graph::new();
    /// let macron = before.add(Leader::new("Emmanuel Macron"))?;
    /// let putin = before.add(Leader::new("Vladimir Putin"))?;
    /// let kremlin = before.add(Organization::new("Kremlin"))?;
    /// let call = before.record(Call::between(macron, putin).on("2021-11-15"))?;
    ///
    /// let mut after = before.clone();
    /// after.add_alias(putin, "Путин")?;
    /// after.add_account(call, NewAccount::by(kremlin).quoting("a talk"))?;
    /// after.record(Call::between(macron, putin).on("2021-12-02").key("december"))?;
    ///
    /// let difference = before.difference(&after);
    /// assert_eq!(
    ///     difference.to_string(),
    ///     "\
    /// ~ actor vladimir-putin: Vladimir Putin
    ///   + alias: Путин
    /// ~ event: 2021-11-15 · call · Emmanuel Macron, Vladimir Putin
    ///   + account: Kremlin: “a talk”
    /// + event december: 2021-12-02 · call · Emmanuel Macron, Vladimir Putin
    /// "
    /// );
    ///
    /// let changed = difference.events().next().expect("the call that gained an account");
    /// assert_eq!((changed.side(), changed.here()), (Side::Both, Some(call)));
    /// assert_eq!(changed.changes()[0].facet(), Facet::Accounts);
    /// assert!(before.difference(&before.clone()).is_empty());
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// # Cost
    ///
    /// O(n) hashing on average in all that both graphs hold; as for
    /// [equality](Graph#equality) where links run in circles. Among k events of one
    /// content and different accounts, up to O(k³) besides.
    pub fn difference(&self, other: &Self) -> Difference {
        let (ours, theirs) = (actors::own_numbers(self), actors::numbers(self, other));
        let here = (self, &Content::numbered(ours));
        let there = (other, &Content::numbered(theirs));
        Difference {
            actors: actors::differing(self, other),
            ties: ties::differing(here, there),
            events: events::differing(here, there),
        }
    }
}

#[cfg(test)]
mod tests;
