//! What a number of events come to.

use std::borrow::Cow;
use std::fmt;

use indexmap::IndexSet;
use serde::{Serialize, Serializer};
use smallvec::SmallVec;

use super::View;
use super::happening::{dated, write_certainty, write_sources};
use super::judge::Hit;
use crate::graph::{Event, Graph};
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
    kinds: Kinds,
    repeated: bool,
    /// `None` where there is nothing of it, as with most.
    #[serde(flatten)]
    told: Option<Box<Told>>,
    #[serde(skip)]
    ids: Ids,
}

/// What only some events have, or only their accounts say.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct Told {
    #[serde(skip_serializing_if = "Option::is_none")]
    duration: Option<Duration>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    topics: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<String>,
}

/// Of most pairs there are one or two events in a month, which take no more room than a
/// place elsewhere would.
type Ids = SmallVec<[EventId; 2]>;
/// And these are mostly of one sort.
type Counts = SmallVec<[(Cow<'static, str>, usize); 1]>;

/// How many there are of each sort, most first and then by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kinds(Counts);

impl Kinds {
    /// Each sort with how many there are of it, most first.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, usize)> {
        self.0.iter().map(|(kind, many)| (&**kind, *many))
    }

    /// How many sorts there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are of a sort.
    pub fn of(&self, kind: &str) -> usize {
        let found = self.iter().find(|&(one, _)| one == kind);
        found.map_or(0, |(_, many)| many)
    }
}

impl Serialize for Kinds {
    /// As a map, in this order.
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.iter())
    }
}

/// A tally under way.
#[derive(Debug)]
pub(super) struct Tallying {
    ids: Ids,
    first: Option<Moment>,
    last: Option<Moment>,
    basis: Basis,
    certainty: Certainty,
    repeated: bool,
    kinds: Counts,
    /// Made when there is any of it.
    telling: Option<Box<Telling>>,
}

/// An event as far as every event tells of itself.
#[derive(Debug)]
pub(super) struct Seen<'l> {
    pub(super) id: EventId,
    pub(super) when: Moment,
    pub(super) basis: Basis,
    pub(super) label: &'l Cow<'static, str>,
}

/// What is told under way.
#[derive(Debug, Default)]
struct Telling {
    lengths: Vec<Duration>,
    topics: IndexSet<String>,
    sources: IndexSet<ActorId>,
}

impl Default for Tallying {
    fn default() -> Self {
        Self {
            ids: Ids::new(),
            first: None,
            last: None,
            basis: Basis::Event,
            certainty: Certainty::Never,
            repeated: false,
            kinds: Counts::new(),
            telling: None,
        }
    }
}

impl Tallying {
    /// One of so many events.
    #[inline]
    pub(super) fn with_room_for(events: usize) -> Self {
        Self {
            ids: Ids::with_capacity(events),
            ..Self::default()
        }
    }

    /// Counts an event, which links those asked for with this certainty. Events come
    /// in order of time; one that comes again is counted once.
    pub(super) fn count(&mut self, view: &View<'_>, hit: &Hit<'_>, certainty: Certainty) {
        let Hit { event, when, .. } = *hit;
        let seen = Seen {
            id: event.id(),
            when,
            basis: event.basis(),
            label: &event.lasting_label(),
        };
        if self.count_seen(&seen, certainty) {
            self.repeated |= event.occurrence() != Occurrence::Once;
            self.count_told(view, event);
        }
    }

    /// Counts an event of which nothing more is told; says whether it is another than the
    /// last one.
    pub(super) fn count_seen(&mut self, seen: &Seen<'_>, certainty: Certainty) -> bool {
        self.certainty = self.certainty.or(certainty);
        if self.ids.last() == Some(&seen.id) {
            return false;
        }
        self.ids.push(seen.id);
        self.basis = self.basis.and(seen.basis);
        self.first = first_of(self.first, seen.when);
        self.last = last_of(self.last, seen.when);
        match self.kinds.iter_mut().find(|(kind, _)| kind == seen.label) {
            Some((_, many)) => *many += 1,
            None => self.kinds.push((seen.label.clone(), 1)),
        }
        true
    }

    /// Counts what an event has beyond that, and what its accounts say.
    pub(super) fn count_told(&mut self, view: &View<'_>, event: Event<'_>) {
        let length = view.judge().duration(event);
        let topics = view.topics(event);
        let sources = view.sources_of(event);
        if length.is_none() && topics.is_empty() && sources.is_empty() {
            return;
        }
        let telling = self.telling.get_or_insert_default();
        telling.lengths.extend(length);
        telling.topics.extend(topics);
        telling.sources.extend(sources);
    }

    #[inline]
    pub(super) fn done(self, graph: &Graph) -> Tally {
        let mut kinds = self.kinds;
        kinds
            .sort_unstable_by(|(one, ones), (other, others)| others.cmp(ones).then(one.cmp(other)));
        let name = |id| Some(graph.describe(id).ok()?.name().to_owned());
        let told = self.telling.map(|telling| {
            Box::new(Told {
                duration: total(self.ids.len(), &telling.lengths),
                topics: telling.topics.into_iter().collect(),
                sources: telling.sources.into_iter().filter_map(name).collect(),
            })
        });
        Tally {
            events: self.ids.len(),
            first: self.first,
            last: self.last,
            basis: self.basis,
            certainty: self.certainty,
            repeated: self.repeated,
            kinds: Kinds(kinds),
            told,
            ids: self.ids,
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
    pub fn kinds(&self) -> &Kinds {
        &self.kinds
    }

    /// How long they lasted in all, as far as that is known: of one event, as stated.
    /// Of several, the sum of the lengths stated: exactly, if each one's is known
    /// exactly; at least, if those that are known are exact or bounded below, whether or
    /// not others are unknown; up to, if each one's is known and exact or bounded above;
    /// about, if each one's is known in some way. `None` if some are unknown and the sum
    /// of the others bounds nothing, as an "up to 2 h" does.
    pub fn duration(&self) -> Option<Duration> {
        self.told.as_ref()?.duration
    }

    /// What they were about, by themselves and by the accounts shown, each topic once,
    /// in order of time.
    pub fn topics(&self) -> &[String] {
        self.told.as_ref().map_or(&[], |told| &told.topics)
    }

    /// Speakers and publishers of their accounts by name, each once, in order of time.
    pub fn sources(&self) -> &[String] {
        self.told.as_ref().map_or(&[], |told| &told.sources)
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
            write!(f, "{comma}{}", counted(many, kind))?;
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
        if let Some(duration) = self.duration() {
            write!(f, " · {duration}")?;
        }
        write_sources(f, self.sources())?;
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
        .fold(None, |first, hit| first_of(first, hit.when))
}

/// The moment of the last event whose end is bounded.
pub(super) fn last(hits: &[Hit<'_>]) -> Option<Moment> {
    hits.iter().fold(None, |last, hit| last_of(last, hit.when))
}

fn first_of(first: Option<Moment>, when: Moment) -> Option<Moment> {
    let Some(earliest) = when.earliest() else {
        return first;
    };
    let is_known = first.and_then(|first| first.earliest());
    if is_known.is_some_and(|known| known <= earliest) {
        first
    } else {
        Some(when)
    }
}

fn last_of(last: Option<Moment>, when: Moment) -> Option<Moment> {
    let Some(latest) = when.latest() else {
        return last;
    };
    let is_known = last.and_then(|last| last.latest());
    if is_known.is_some_and(|known| known > latest) {
        last
    } else {
        Some(when)
    }
}

/// The sum of the lengths that are known, and how it bounds that of so many events.
fn total(events: usize, known: &[Duration]) -> Option<Duration> {
    let seconds = known
        .iter()
        .fold(0_u64, |sum, one| sum.saturating_add(one.seconds()));
    let all = |bounds: &[Bound]| known.iter().all(|one| bounds.contains(&one.bound()));
    let bound = match known {
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
            let known: Vec<Duration> = lengths.iter().filter_map(|one| one.parse().ok()).collect();
            let found = total(lengths.len(), &known);
            let text = found.map_or("unknown".to_owned(), |found| found.to_string());
            assert_eq!(text, sum, "{lengths:?}");
        }
    }
}
