//! What a number of events come to.

use std::fmt;

use indexmap::{IndexMap, IndexSet};
use serde::Serialize;

use super::View;
use super::happening::{dated, write_certainty, write_sources};
use super::judge::Hit;
use crate::graph::Event;
use crate::model::codes::Kind;
use crate::model::{ActorId, EventId, Occurrence};
use crate::time::{Basis, Bound, Certainty, Duration, Moment};

/// What a number of events come to: how many, of which sorts, from when to when,
/// how long, about what, on whose word.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tally {
    events: usize,
    first: Option<Moment>,
    last: Option<Moment>,
    basis: Basis,
    certainty: Certainty,
    kinds: IndexMap<String, usize>,
    repeated: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    duration: Option<Duration>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    topics: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<String>,
    #[serde(skip)]
    ids: Vec<EventId>,
}

/// A tally under way.
#[derive(Debug)]
pub(super) struct Tallying<'v, 'g> {
    view: &'v View<'g>,
    hits: Vec<Hit<'g>>,
    certainty: Certainty,
}

impl<'v, 'g> Tallying<'v, 'g> {
    pub(super) fn new(view: &'v View<'g>) -> Self {
        Self {
            view,
            hits: Vec::new(),
            certainty: Certainty::Never,
        }
    }

    /// Counts an event, which links those asked for with this certainty. Events come
    /// in order of time; one that comes again is counted once.
    pub(super) fn count(&mut self, hit: &Hit<'g>, certainty: Certainty) {
        self.certainty = self.certainty.or(certainty);
        let again = self.hits.last().map(|last| last.event.id()) == Some(hit.event.id());
        if !again {
            self.hits.push(*hit);
        }
    }

    pub(super) fn done(self) -> Tally {
        let mut kinds: IndexMap<String, usize> = IndexMap::new();
        let mut topics: IndexSet<String> = IndexSet::new();
        let mut sources: IndexSet<ActorId> = IndexSet::new();
        for Hit { event, .. } in &self.hits {
            *kinds.entry(event.label()).or_insert(0) += 1;
            topics.extend(self.view.topics(*event));
            sources.extend(self.view.sources_of(*event));
        }
        kinds.sort_by(|one, ones, other, others| others.cmp(ones).then(one.cmp(other)));
        let lengths = self
            .hits
            .iter()
            .map(|hit| self.view.judge().duration(hit.event));
        Tally {
            events: self.hits.len(),
            first: first(&self.hits),
            last: last(&self.hits),
            basis: basis(&self.hits),
            certainty: self.certainty,
            repeated: self
                .hits
                .iter()
                .any(|hit| hit.event.occurrence() != Occurrence::Once),
            kinds,
            duration: total(lengths),
            topics: topics.into_iter().collect(),
            sources: sources
                .into_iter()
                .filter_map(|id| self.view.graph.describe(id).ok())
                .map(|actor| actor.name().to_owned())
                .collect(),
            ids: self.hits.iter().map(|hit| hit.event.id()).collect(),
        }
    }
}

impl Tally {
    /// How many events.
    pub fn len(&self) -> usize {
        self.events
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.events == 0
    }

    /// When the first dated one took place.
    pub fn first(&self) -> Option<Moment> {
        self.first
    }

    /// When the last dated one took place.
    pub fn last(&self) -> Option<Moment> {
        self.last
    }

    /// Whether the dates are the events' own, or any of them is that of a report.
    pub fn basis(&self) -> Basis {
        self.basis
    }

    /// Whether any of them stands for several: "contacts", nobody says how many.
    pub fn is_repeated(&self) -> bool {
        self.repeated
    }

    /// How certain it is that there was any of them.
    pub fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// How many of each sort ("call", "meeting"), most first.
    pub fn kinds(&self) -> &IndexMap<String, usize> {
        &self.kinds
    }

    /// How long they lasted in all, as far as that is known: of one event, as stated.
    /// Of several, the sum of the lengths stated: exactly, if each one's is known
    /// exactly; at least, if those that are known are exact or bounded below, whether or
    /// not others are unknown; up to, if each one's is known and exact or bounded above;
    /// about, if each one's is known in some way. `None` if some are unknown and the sum
    /// of the others bounds nothing, as an "up to 2 h" does.
    pub fn duration(&self) -> Option<Duration> {
        self.duration
    }

    /// What they were about, by themselves and by the accounts shown, each topic once,
    /// in order of time.
    pub fn topics(&self) -> &[String] {
        &self.topics
    }

    /// Speakers and publishers of their accounts by name, each once, in order of time.
    pub fn sources(&self) -> &[String] {
        &self.sources
    }

    /// The events, in order of time.
    pub fn events(&self) -> &[EventId] {
        &self.ids
    }
}

impl fmt::Display for Tally {
    /// "2 calls, 1 meeting · 2021-11-15 to 2021-12-02 · 1 h 50 min · according to …".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, (kind, many)) in self.kinds.iter().enumerate() {
            let comma = if nth == 0 { "" } else { ", " };
            write!(f, "{comma}{}", counted(*many, kind))?;
        }
        if self.repeated {
            write!(f, " · several times")?;
        }
        match (self.first, self.last) {
            (Some(first), Some(last)) if first != last => {
                write!(f, " · {} to {last}", dated(&first, self.basis))?;
            }
            (Some(one), _) | (None, Some(one)) => write!(f, " · {}", dated(&one, self.basis))?,
            (None, None) => write!(f, " · undated")?,
        }
        if let Some(duration) = self.duration {
            write!(f, " · {duration}")?;
        }
        write_sources(f, &self.sources)?;
        write_certainty(f, self.certainty)
    }
}

/// "1 call", "2 calls", "3 × riot".
pub(crate) fn counted(many: usize, what: &str) -> String {
    match what.parse::<Kind>() {
        Ok(kind) if many == 1 => format!("1 {}", kind.name()),
        Ok(kind) => format!("{many} {}", kind.plural()),
        Err(_) => format!("{many} × {what}"),
    }
}

/// The moment of the first event whose beginning is bounded.
pub(super) fn first(hits: &[Hit<'_>]) -> Option<Moment> {
    hits.iter()
        .map(|hit| hit.when)
        .filter(|when| when.earliest().is_some())
        .min_by_key(Moment::earliest)
}

/// The moment of the last event whose end is bounded.
pub(super) fn last(hits: &[Hit<'_>]) -> Option<Moment> {
    hits.iter()
        .map(|hit| hit.when)
        .filter(|when| when.latest().is_some())
        .max_by_key(Moment::latest)
}

/// Whether any of the dates is that of the report.
pub(super) fn basis(hits: &[Hit<'_>]) -> Basis {
    hits.iter()
        .map(|hit| hit.event.basis())
        .fold(Basis::Event, Basis::and)
}

/// The sum of the lengths that are known, and how it bounds that of all.
fn total(lengths: impl ExactSizeIterator<Item = Option<Duration>>) -> Option<Duration> {
    let events = lengths.len();
    let known: Vec<Duration> = lengths.flatten().collect();
    let seconds = known
        .iter()
        .fold(0_u64, |sum, one| sum.saturating_add(one.seconds()));
    let all = |bounds: &[Bound]| known.iter().all(|one| bounds.contains(&one.bound()));
    let bound = match known.as_slice() {
        [] => return None,
        [only] if events == 1 => only.bound(),
        _ if known.len() == events && all(&[Bound::Exactly]) => Bound::Exactly,
        _ if all(&[Bound::Exactly, Bound::AtLeast, Bound::Over]) => Bound::AtLeast,
        _ if known.len() < events => return None,
        _ if all(&[Bound::Exactly, Bound::UpTo, Bound::Almost]) => Bound::UpTo,
        _ => Bound::About,
    };
    let length = jiff::SignedDuration::from_secs(i64::try_from(seconds).ok()?);
    Duration::new(bound, length).ok()
}

impl View<'_> {
    /// Speakers and publishers of the accounts of an event that the view shows.
    pub(super) fn sources_of(&self, event: Event<'_>) -> Vec<ActorId> {
        event
            .accounts()
            .filter(|account| !self.judge().witness().shows(*account).is_never())
            .flat_map(|account| account.speaker().into_iter().chain(account.publisher()))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_claim_no_more_than_the_lengths_do() {
        for (lengths, sum) in [
            (vec!["PT1H", "PT30M"], "1 h 30 min"),
            (vec!["PT1H", "over PT30M"], "at least 1 h 30 min"),
            (vec!["PT1H", ""], "at least 1 h"),
            (vec!["up to PT2H", "PT1H"], "up to 3 h"),
            (vec!["up to PT2H", "at least PT1H"], "about 3 h"),
            (vec!["up to PT2H", ""], "unknown"),
            (vec!["about PT2H", "PT1H", ""], "unknown"),
            (vec!["almost PT2H"], "almost 2 h"),
            (vec!["", ""], "unknown"),
        ] {
            let found = total(lengths.iter().map(|length| length.parse().ok()));
            let text = found.map_or("unknown".to_owned(), |found| found.to_string());
            assert_eq!(text, sum, "{lengths:?}");
        }
    }
}
