//! On how many independent sources something rests.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::RangeInclusive;

use super::View;
use crate::Result;
use crate::graph::EventLike;
use crate::model::{ActorId, Event, Stance};

/// On how many independent sources an event rests: a range, as speakers are not
/// always known.
///
/// Two outlets that carry the same speaker are one source. Of an outlet that does
/// not name its speaker nobody knows whether it has one of its own: n such outlets
/// are 1 to n sources, and beside known speakers 0 to n more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Independent {
    range: RangeInclusive<usize>,
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

    pub(super) fn independent(&self, event: Event<'_>) -> Independent {
        let mut speakers: BTreeSet<ActorId> = BTreeSet::new();
        let mut outlets: BTreeSet<Option<ActorId>> = BTreeSet::new();
        let shown = event.accounts().iter().filter(|account| {
            account.stance() == Stance::Asserts && !self.judge().witness().shows(account).is_never()
        });
        for account in shown {
            match account.speaker() {
                Some(speaker) => {
                    speakers.insert(speaker);
                }
                None => {
                    outlets.insert(account.publisher());
                }
            }
        }
        let least = speakers.len().max(usize::from(!outlets.is_empty()));
        Independent {
            range: least..=speakers.len() + outlets.len(),
        }
    }
}
