//! A step of a path.

use std::fmt;

use indexmap::IndexMap;
use serde::Serialize;

use super::phrase::{Voice, phrase};
use super::{Hop, Toll};
use crate::model::{EventId, Modality};
use crate::query::happening::dated;
use crate::query::network::{Edge, Happened};
use crate::query::tally::counted;
use crate::query::{Evident, Independent, Standing, View, Who};
use crate::time::{Basis, Certainty, Moment};

/// A step of a path: from one actor to the next, by any of some events.
///
/// Parallel events are alternatives of one step and not steps of different paths: two
/// who met ten times are linked in one way, which rests on ten meetings. The step is as
/// certain as the most certain of them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Step {
    from: Who,
    to: Who,
    cost: f64,
    certainty: Certainty,
    sources: Independent,
    #[serde(rename = "events")]
    alternatives: Vec<Alternative>,
    #[serde(skip)]
    events: Vec<EventId>,
}

/// An event by which a step may be taken.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Alternative {
    #[serde(skip)]
    event: EventId,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    what: String,
    when: Moment,
    basis: Basis,
    modality: Modality,
    standing: Standing,
    certainty: Certainty,
    #[serde(skip)]
    phrase: &'static str,
}

impl Step {
    pub(super) fn new(view: &View<'_>, hop: &Hop<'_, '_>, toll: Toll) -> Self {
        let from = hop.from();
        let alternatives: Vec<Alternative> = hop
            .links()
            .map(|(edge, happened)| {
                let voice = if edge.is_mutual() {
                    Voice::Mutual
                } else if edge.from == from.index() {
                    Voice::Active
                } else {
                    Voice::Passive
                };
                Alternative::new(view, edge, &happened, voice)
            })
            .collect();
        Self {
            from: Who::new(view.graph(), from),
            to: Who::new(view.graph(), hop.to()),
            cost: toll.cost(),
            certainty: hop.certainty(),
            sources: hop.sources(),
            events: alternatives.iter().map(Alternative::event).collect(),
            alternatives,
        }
    }

    /// Who it leads away from.
    pub fn from(&self) -> &Who {
        &self.from
    }

    /// Who it leads to.
    pub fn to(&self) -> &Who {
        &self.to
    }

    /// What it costs.
    pub fn cost(&self) -> f64 {
        self.cost
    }

    /// How certain it is that it can be taken: that of the most certain alternative.
    pub fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// On how many independent sources it rests that it can be taken: those of all its
    /// alternatives together.
    pub fn sources(&self) -> &Independent {
        &self.sources
    }

    /// The events by any of which it can be taken, in order of time; undated ones first.
    pub fn alternatives(&self) -> &[Alternative] {
        &self.alternatives
    }

    /// What was done, each thing once, the most frequent first: "talked to", "accused".
    fn phrases(&self) -> Vec<&'static str> {
        let mut counts: IndexMap<&'static str, usize> = IndexMap::new();
        for alternative in &self.alternatives {
            *counts.entry(alternative.phrase).or_default() += 1;
        }
        counts.sort_by(|_, ones, _, others| others.cmp(ones));
        counts.into_keys().collect()
    }

    /// "call, 2021-11-15", "2 calls, 1 meeting, 2021-11-15 to 2022-02-07".
    fn write_events(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let [only] = self.alternatives.as_slice() {
            write!(f, "{only}")?;
        } else {
            self.write_counts(f)?;
        }
        match self.certainty {
            Certainty::Certain => Ok(()),
            Certainty::AsDated => write!(f, ", as dated"),
            Certainty::Possible | Certainty::Never => write!(f, ", possibly"),
        }
    }

    fn write_counts(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 3;
        let mut kinds: IndexMap<&str, usize> = IndexMap::new();
        for alternative in &self.alternatives {
            *kinds.entry(&alternative.what).or_default() += 1;
        }
        kinds.sort_by(|one, ones, other, others| others.cmp(ones).then(one.cmp(other)));
        for (nth, (kind, many)) in kinds.iter().take(SHOWN).enumerate() {
            let comma = if nth == 0 { "" } else { ", " };
            write!(f, "{comma}{}", counted(*many, kind))?;
        }
        match kinds.values().skip(SHOWN).sum() {
            0_usize => {}
            more => write!(f, " and {more} more")?,
        }
        let bases = self.alternatives.iter().map(|one| one.basis);
        let stated = bases.fold(Basis::Event, Basis::and);
        let moments = || self.alternatives.iter().map(|one| one.when);
        let first = moments()
            .filter(|when| when.earliest().is_some())
            .min_by_key(Moment::earliest);
        let last = moments()
            .filter(|when| when.latest().is_some())
            .max_by_key(Moment::latest);
        match (first, last) {
            (Some(first), Some(last)) if first != last => {
                write!(f, ", {} to {last}", dated(&first, stated))
            }
            (Some(one), _) | (None, Some(one)) => write!(f, ", {}", dated(&one, stated)),
            (None, None) => write!(f, ", undated"),
        }
    }
}

impl fmt::Display for Step {
    /// "talked to Vladimir Putin (call, 2021-11-15)": what follows the name of the one it
    /// leads away from.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 3;
        let mut phrases = self.phrases();
        phrases.truncate(SHOWN);
        for (nth, phrase) in phrases.iter().enumerate() {
            let lead = match nth {
                0 => "",
                _ if nth + 1 == phrases.len() => " and ",
                _ => ", ",
            };
            write!(f, "{lead}{phrase}")?;
        }
        write!(f, " {} (", self.to)?;
        self.write_events(f)?;
        write!(f, ")")
    }
}

impl Evident for Step {
    fn events(&self) -> &[EventId] {
        &self.events
    }
}

impl Alternative {
    fn new(view: &View<'_>, edge: Edge, happened: &Happened<'_>, voice: Voice) -> Self {
        let event = happened.event;
        Self {
            event: event.id(),
            key: event.key().map(str::to_owned),
            what: event.label(),
            when: happened.when,
            basis: event.basis(),
            modality: event.modality(),
            standing: view.judge().standing(view.graph(), event).0,
            certainty: edge.certainty,
            phrase: phrase(event, voice),
        }
    }

    /// The event's handle.
    pub fn event(&self) -> EventId {
        self.event
    }

    /// The event's key, if it has one.
    pub fn key(&self) -> Option<&str> {
        self.key.as_deref()
    }

    /// What it is called: "call", "accusation".
    pub fn what(&self) -> &str {
        &self.what
    }

    /// When it took place.
    pub fn when(&self) -> Moment {
        self.when
    }

    /// Whether the date is the event's own or the report's.
    pub fn basis(&self) -> Basis {
        self.basis
    }

    /// Actual, agreed, planned or cancelled.
    pub fn modality(&self) -> Modality {
        self.modality
    }

    /// How it stands by the accounts that the view shows.
    pub fn standing(&self) -> Standing {
        self.standing
    }

    /// How certainly it links the two in the view.
    pub fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// What the one that the step leads away from did to the other, or had done to it by
    /// the other: "talked to", "was accused by".
    pub fn phrase(&self) -> &str {
        self.phrase
    }
}

impl Evident for Alternative {
    fn events(&self) -> &[EventId] {
        std::slice::from_ref(&self.event)
    }
}

impl fmt::Display for Alternative {
    /// "call, 2021-11-15".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.modality != Modality::Actual {
            write!(f, "{} ", self.modality)?;
        }
        write!(f, "{}, {}", self.what, dated(&self.when, self.basis))?;
        if self.standing != Standing::Asserted {
            write!(f, ", {}", self.standing)?;
        }
        Ok(())
    }
}
