//! Pairs by how much of what links them is disputed.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::fmt;

use foldhash::fast::RandomState;
use indexmap::IndexMap;
use serde::Serialize;

use super::Disputed;
use crate::model::{ActorId, EventId};
use crate::query::{Answers, Evident, View, Who};

/// Two actors between whom something is disputed.
///
/// What [`View::most_contested_pairs`] returns. It rests on the events that are disputed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DisputedPair {
    one: Who,
    other: Who,
    events: usize,
    disputed: usize,
    denied: usize,
    contradicted: usize,
    asserting: usize,
    denying: usize,
    #[serde(skip)]
    ids: Vec<EventId>,
}

impl DisputedPair {
    /// The one: whoever was added first.
    pub fn one(&self) -> &Who {
        &self.one
    }

    /// The other.
    pub fn other(&self) -> &Who {
        &self.other
    }

    /// How many events link the two, disputed or not.
    pub fn len(&self) -> usize {
        self.events
    }

    /// Whether none does; of what the library returns, there is no such pair.
    pub fn is_empty(&self) -> bool {
        self.events == 0
    }

    /// How many of the events are disputed.
    pub fn disputed(&self) -> usize {
        self.disputed
    }

    /// How many of the events some account denies.
    pub fn denied(&self) -> usize {
        self.denied
    }

    /// Of how many of the events accounts contradict each other, on any aspect but whether
    /// it happened.
    pub fn contradicted(&self) -> usize {
        self.contradicted
    }

    /// How many accounts assert the events that are denied.
    pub fn asserting(&self) -> usize {
        self.asserting
    }

    /// How many accounts deny them.
    pub fn denying(&self) -> usize {
        self.denying
    }
}

impl Evident for DisputedPair {
    fn events(&self) -> &[EventId] {
        &self.ids
    }
}

impl fmt::Display for DisputedPair {
    /// "Emmanuel Macron and Vladimir Putin: 2 of 5 events disputed, 1 denied (1 account for,
    /// 1 against), 1 contradicted".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (one, other) = (&self.one, &self.other);
        let (disputed, events) = (self.disputed, self.events);
        write!(
            f,
            "{one} and {other}: {disputed} of {events} events disputed"
        )?;
        if self.denied > 0 {
            let plural = if self.asserting == 1 { "" } else { "s" };
            let (asserting, denying) = (self.asserting, self.denying);
            write!(f, ", {} denied ", self.denied)?;
            write!(f, "({asserting} account{plural} for, {denying} against)")?;
        }
        if self.contradicted > 0 {
            write!(f, ", {} contradicted", self.contradicted)?;
        }
        Ok(())
    }
}

/// The events of a pair under way.
#[derive(Default)]
struct Draft {
    events: usize,
    last: Option<EventId>,
    /// Places in the list of what is disputed.
    disputed: Vec<usize>,
}

impl View<'_> {
    /// The pairs of actors between whom something is disputed: those with most events that
    /// are so first, then those whose events more accounts deny, then in order of adding.
    ///
    /// Disputed is what [`most_contested`](Self::most_contested) finds; it costs the same.
    /// Pairs are those of the view's [network](Self::network), at its level; an actor and
    /// itself are none.
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader, NewAccount, Organization};
    ///
    /// let mut graph = Graph::new();
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// let kremlin = graph.add(Organization::new("Kremlin"))?;
    /// graph.record(Call::between(macron, putin).on("2021-11-15"))?;
    /// let told = NewAccount::by(macron);
    /// let denied = NewAccount::by(kremlin).denying();
    /// graph.record(Call::between(macron, putin).account(told).account(denied))?;
    ///
    /// let pairs = graph.view().most_contested_pairs();
    /// assert_eq!(
    ///     pairs[0].to_string(),
    ///     "Emmanuel Macron and Vladimir Putin: 1 of 2 events disputed, \
    ///      1 denied (1 account for, 1 against)"
    /// );
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn most_contested_pairs(&self) -> Answers<DisputedPair> {
        let disputed = self.disputed();
        let places = disputed.iter().map(|one| one.event().id()).zip(0..);
        let places: HashMap<EventId, usize, RandomState> = places.collect();
        let mut drafts: IndexMap<[ActorId; 2], Draft, RandomState> = IndexMap::default();
        for link in self.of_any_standing().links() {
            if link.from == link.to {
                continue;
            }
            let pair = [link.from.min(link.to), link.from.max(link.to)];
            let draft = drafts.entry(pair).or_default();
            // The dyads of one event follow each other.
            if draft.last.replace(link.event) != Some(link.event) {
                draft.events += 1;
                draft.disputed.extend(places.get(&link.event));
            }
        }
        let mut pairs: Vec<DisputedPair> = drafts
            .into_iter()
            .filter(|(_, draft)| !draft.disputed.is_empty())
            .map(|(pair, draft)| self.disputed_pair(pair, &draft, &disputed))
            .collect();
        pairs.sort_by_key(|pair| {
            let order = (pair.one.id(), pair.other.id());
            (Reverse((pair.disputed, pair.denying)), order)
        });
        pairs.into()
    }

    fn disputed_pair(
        &self,
        [one, other]: [ActorId; 2],
        draft: &Draft,
        disputed: &[Disputed],
    ) -> DisputedPair {
        let mut pair = DisputedPair {
            one: Who::new(self.graph(), one),
            other: Who::new(self.graph(), other),
            events: draft.events,
            disputed: draft.disputed.len(),
            denied: 0,
            contradicted: 0,
            asserting: 0,
            denying: 0,
            ids: Vec::with_capacity(draft.disputed.len()),
        };
        for one in draft
            .disputed
            .iter()
            .filter_map(|place| disputed.get(*place))
        {
            let sides = one.sides();
            pair.ids.push(one.event().id());
            if !sides.denying().is_empty() {
                pair.denied += 1;
                pair.asserting += sides.asserting().accounts();
                pair.denying += sides.denying().accounts();
            }
            // One conflict is over whether it happened, if there are two sides.
            let over_stance =
                usize::from(!sides.asserting().is_empty() && !sides.denying().is_empty());
            pair.contradicted += usize::from(one.conflicts().len() > over_stance);
        }
        pair
    }
}
