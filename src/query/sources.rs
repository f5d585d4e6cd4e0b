//! Who speaks, and on how many independent sources something rests.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::RangeInclusive;

use serde::Serialize;

use super::{Answers, View, Who};
use crate::Result;
use crate::graph::EventLike;
use crate::graph::{Account, Event};
use crate::model::{ActorId, Stance};
use crate::store::Scope;

/// On how many independent sources an event rests: a range, as speakers are not
/// always known.
///
/// Two outlets that carry the same speaker are one source. Of an outlet that does
/// not name its speaker nobody knows whether it has one of its own: n such outlets
/// are 1 to n sources, and beside known speakers 0 to n more. An account that names
/// neither may be of a source of its own. The fewest come from the accounts alone that
/// are certainly shown, the most also from those that possibly are, as
/// [`known_by`](View::known_by) or [`stated_by`](View::stated_by) may leave open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "Ends")]
pub struct Independent {
    range: RangeInclusive<usize>,
}

/// A range as JSON has it.
#[derive(Serialize)]
struct Ends {
    at_least: usize,
    at_most: usize,
}

impl From<Independent> for Ends {
    fn from(sources: Independent) -> Self {
        Self {
            at_least: sources.at_least(),
            at_most: sources.at_most(),
        }
    }
}

impl Independent {
    /// The fewest that it may be.
    pub fn at_least(&self) -> usize {
        *self.range.start()
    }

    /// The most that it may be.
    pub fn at_most(&self) -> usize {
        *self.range.end()
    }

    /// Whether it is certainly one.
    pub fn is_single(&self) -> bool {
        self.range == (1..=1)
    }
}

impl fmt::Display for Independent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.at_least() == self.at_most() {
            write!(f, "{}", self.at_least())
        } else {
            write!(f, "{} to {}", self.at_least(), self.at_most())
        }
    }
}

impl View<'_> {
    /// On how many independent sources it rests that an event took place, by the
    /// accounts that the view shows and that assert it.
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader, NewAccount, Organization};
    ///
    /// let mut graph = Graph::new();
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// let kremlin = graph.add(Organization::new("Kremlin"))?;
    /// let ap = graph.add(Organization::new("Associated Press"))?;
    /// let tass = graph.add(Organization::new("TASS"))?;
    /// let call = graph.record(
    ///     Call::between(macron, putin)
    ///         .account(NewAccount::by(kremlin).via(ap))
    ///         .account(NewAccount::by(kremlin).via(tass)),
    /// )?;
    /// assert!(graph.view().independent_sources(call)?.is_single());
    ///
    /// graph.add_account(call, NewAccount::from(ap))?;
    /// assert_eq!(graph.view().independent_sources(call)?.to_string(), "1 to 2");
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// # Errors
    /// When the event is not of this graph.
    pub fn independent_sources(&self, event: impl EventLike) -> Result<Independent> {
        Ok(self.independent(self.graph.event(event)?))
    }

    pub(crate) fn independent(&self, event: Event<'_>) -> Independent {
        self.independent_of(std::iter::once(event))
    }

    /// On how many it rests that any of some events took place.
    pub(crate) fn independent_of<'e>(
        &self,
        events: impl Iterator<Item = Event<'e>>,
    ) -> Independent {
        let asserting = events
            .flat_map(Event::accounts)
            .filter(|account| account.stance() == Stance::Asserts)
            .map(|account| (account, self.judge().witness().shows(account)));
        let (mut certain, mut all) = (Told::default(), Told::default());
        for (account, shown) in asserting {
            if shown.is_certain() {
                certain.count(account);
            }
            if shown.is_possible() {
                all.count(account);
            }
        }
        Independent {
            range: certain.least()..=all.most(),
        }
    }

    /// Whose accounts there are in the frame, by how many events, most first, then
    /// by key.
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader, NewAccount, Organization};
    ///
    /// let mut graph = Graph::new();
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// let kremlin = graph.add(Organization::new("Kremlin"))?;
    /// graph.record(Call::between(macron, putin).account(NewAccount::by(kremlin)))?;
    /// assert_eq!(graph.view().speakers()[0].to_string(), "Kremlin · events: 1");
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn speakers(&self) -> Answers<Speaker> {
        let mut counts: BTreeMap<ActorId, usize> = BTreeMap::new();
        for hit in self.hits(Scope::All) {
            let speakers: BTreeSet<ActorId> = self
                .judge()
                .shown(hit.event)
                .filter_map(Account::speaker)
                .collect();
            for speaker in speakers {
                *counts.entry(speaker).or_default() += 1;
            }
        }
        let mut speakers: Vec<Speaker> = counts
            .into_iter()
            .map(|(id, events)| Speaker {
                who: Who::new(self.graph, id),
                events,
            })
            .collect();
        speakers.sort_by(|one, other| {
            (Reverse(one.events), one.who.key()).cmp(&(Reverse(other.events), other.who.key()))
        });
        speakers.into()
    }
}

/// Who speaks in some accounts, and the outlets of those that name no speaker.
#[derive(Default)]
struct Told {
    speakers: BTreeSet<ActorId>,
    outlets: BTreeSet<ActorId>,
    unnamed: usize,
}

impl Told {
    fn count(&mut self, account: Account<'_>) {
        match (account.speaker(), account.publisher()) {
            (Some(speaker), _) => _ = self.speakers.insert(speaker),
            (None, Some(outlet)) => _ = self.outlets.insert(outlet),
            (None, None) => self.unnamed += 1,
        }
    }

    fn least(&self) -> usize {
        let silent = self.outlets.len() + self.unnamed;
        self.speakers.len().max(usize::from(silent > 0))
    }

    fn most(&self) -> usize {
        self.speakers.len() + self.outlets.len() + self.unnamed
    }
}

/// Somebody whose accounts there are, and of how many events.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Speaker {
    #[serde(flatten)]
    who: Who,
    events: usize,
}

impl Speaker {
    /// Who it is.
    pub fn who(&self) -> &Who {
        &self.who
    }

    /// Of how many events there are accounts by it.
    pub fn events(&self) -> usize {
        self.events
    }
}

impl fmt::Display for Speaker {
    /// "Kremlin · events: 4".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} · events: {}", self.who, self.events)
    }
}

#[cfg(test)]
mod tests {
    use crate::{Call, Graph, Leader, NewAccount, Organization, Result};

    fn call() -> Result<(Graph, crate::EventId)> {
        let mut graph = Graph::new();
        let one = graph.add(Leader::new("Emmanuel Macron"))?;
        let other = graph.add(Leader::new("Vladimir Putin"))?;
        let call = graph.record(Call::between(one, other))?;
        Ok((graph, call))
    }

    #[test]
    fn accounts_that_may_not_be_known_yet_do_not_count_for_the_fewest() -> Result<()> {
        let (mut graph, call) = call()?;
        for name in ["Kremlin", "Élysée"] {
            let speaker = graph.add(Organization::new(name))?;
            graph.add_account(call, NewAccount::by(speaker))?;
        }
        let now = graph.view().independent_sources(call)?;
        assert_eq!(now.to_string(), "2");
        let then = graph.view().known_by("2022")?.independent_sources(call)?;
        assert_eq!(then.to_string(), "0 to 2");
        assert_eq!(
            serde_json::to_string(&then).unwrap(),
            r#"{"at_least":0,"at_most":2}"#
        );
        Ok(())
    }
}
