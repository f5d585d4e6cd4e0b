//! All that stands between two actors.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Serialize, Serializer};

use super::accusations::Charge;
use super::dyads::Way;
use super::happening::{Evident, Happening};
use super::judge::Hit;
use super::sanctions::Penalty;
use super::tally::{counted, first, last};
use super::ties::Bond;
use super::{View, What, Who};
use crate::Result;
use crate::graph::{ActorLike, Event};
use crate::model::codes::{Class, Classification, Goldstein, Quad, Reading, Scale};
use crate::model::{ActorId, EventId, Modality, TieId};
use crate::time::{Certainty, Moment};

/// All that stands between two actors: events by sort, talks, accusations,
/// sanctions, ties, and how it balances on a scale.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Relationship {
    one: Who,
    other: Who,
    #[serde(rename = "events")]
    count: usize,
    talks: usize,
    first: Option<Moment>,
    last: Option<Moment>,
    certainty: Certainty,
    by_kind: BTreeMap<String, usize>,
    #[serde(serialize_with = "by_name")]
    by_class: BTreeMap<Class, usize>,
    #[serde(serialize_with = "by_name")]
    by_quad: BTreeMap<Quad, usize>,
    balance: Balance,
    accusations: Vec<Charge>,
    sanctions: Vec<Penalty>,
    ties: Vec<Bond>,
    timeline: Vec<Happening>,
    #[serde(skip)]
    ids: Vec<EventId>,
}

fn by_name<K: fmt::Display, S: Serializer>(
    counts: &BTreeMap<K, usize>,
    serializer: S,
) -> std::result::Result<S::Ok, S::Error> {
    serializer.collect_map(counts.iter().map(|(key, many)| (key.to_string(), many)))
}

impl Relationship {
    /// The one, as asked for.
    pub fn one(&self) -> &Who {
        &self.one
    }

    /// The other, as asked for.
    pub fn other(&self) -> &Who {
        &self.other
    }

    /// How many events link them.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether no event links them.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// How many of the events are talks.
    pub fn talks(&self) -> usize {
        self.talks
    }

    /// When the first dated event took place.
    pub fn first(&self) -> Option<Moment> {
        self.first
    }

    /// When the last dated event took place.
    pub fn last(&self) -> Option<Moment> {
        self.last
    }

    /// How certain it is that any event links them.
    pub fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// How many events of each sort, by what they are called.
    pub fn by_kind(&self) -> &BTreeMap<String, usize> {
        &self.by_kind
    }

    /// How many events of each PLOVER class; events without one are left out.
    pub fn by_class(&self) -> &BTreeMap<Class, usize> {
        &self.by_class
    }

    /// How many events of each quad class in a reading; events without one are left
    /// out.
    pub fn by_quad(&self, reading: Reading) -> BTreeMap<Quad, usize> {
        count(self.classifications().filter_map(|one| one.quad(reading)))
    }

    /// The accusations of the one by the other, both ways, in order of time.
    pub fn accusations(&self) -> &[Charge] {
        &self.accusations
    }

    /// The sanctions between them, or of the one on the other's account.
    pub fn sanctions(&self) -> &[Penalty] {
        &self.sanctions
    }

    /// The ties between the two themselves, in order of recording.
    pub fn ties(&self) -> &[Bond] {
        &self.ties
    }

    /// The events that link them, in order of time; undated ones first.
    pub fn timeline(&self) -> &[Happening] {
        &self.timeline
    }

    /// How cooperation and conflict balance on a named scale.
    ///
    /// ```
    /// use demarche::{Accusation, Call, Graph, State, model::codes::Goldstein};
    ///
    /// let mut graph = Graph::new();
    /// let france = graph.add(State::new("France"))?;
    /// let russia = graph.add(State::new("Russia"))?;
    /// graph.record(Call::between(france, russia))?;
    /// graph.record(Accusation::by(france).against(russia))?;
    ///
    /// let balance = graph.view().relationship(france, russia)?.balance(&Goldstein);
    /// assert_eq!((balance.cooperation(), balance.conflict()), (1.0, -2.0));
    /// assert_eq!(balance.to_string(), "-1.0 on the Goldstein scale (2 of 2 events)");
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn balance(&self, scale: &dyn Scale) -> Balance {
        Balance::of(self.classifications(), scale)
    }

    fn classifications(&self) -> impl Iterator<Item = Classification> {
        self.timeline.iter().map(Happening::classification)
    }
}

impl Evident for Relationship {
    fn events(&self) -> &[EventId] {
        &self.ids
    }

    fn ties(&self) -> Vec<TieId> {
        self.ties.iter().map(Bond::id).collect()
    }
}

impl fmt::Display for Relationship {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} and {}: ", self.one, self.other)?;
        if self.is_empty() {
            write!(f, "no event")?;
        }
        for (nth, (kind, many)) in self.by_kind.iter().enumerate() {
            let comma = if nth == 0 { "" } else { ", " };
            write!(f, "{comma}{}", counted(*many, kind))?;
        }
        match (self.first, self.last) {
            (Some(first), Some(last)) if first != last => write!(f, " · {first} to {last}")?,
            (Some(one), _) | (None, Some(one)) => write!(f, " · {one}")?,
            (None, None) => {}
        }
        writeln!(f)?;
        for tie in &self.ties {
            writeln!(f, "  tie: {tie}")?;
        }
        for event in &self.timeline {
            writeln!(f, "  {event}")?;
        }
        Ok(())
    }
}

/// How cooperation and conflict balance on a named scale.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Balance {
    scale: &'static str,
    events: usize,
    scored: usize,
    cooperation: f64,
    conflict: f64,
}

impl Balance {
    pub(crate) fn of(events: impl Iterator<Item = Classification>, scale: &dyn Scale) -> Self {
        let mut balance = Self {
            scale: scale.name(),
            scored: 0,
            events: 0,
            cooperation: 0.0,
            conflict: 0.0,
        };
        for event in events {
            balance.events += 1;
            let Some(score) = event.score(scale) else {
                continue;
            };
            balance.scored += 1;
            if score > 0.0 {
                balance.cooperation += score;
            } else {
                balance.conflict += score;
            }
        }
        balance
    }

    /// The scale, by name.
    pub fn scale(&self) -> &'static str {
        self.scale
    }

    /// The sum of the scores above zero.
    pub fn cooperation(&self) -> f64 {
        self.cooperation
    }

    /// The sum of the scores below zero; not above zero.
    pub fn conflict(&self) -> f64 {
        self.conflict
    }

    /// The sum of all scores.
    pub fn sum(&self) -> f64 {
        self.cooperation + self.conflict
    }

    /// The mean score of the events that have one.
    pub fn mean(&self) -> Option<f64> {
        #[expect(
            clippy::cast_precision_loss,
            reason = "a graph holds fewer than 2³² events"
        )]
        let scored = self.scored as f64;
        (self.scored > 0).then(|| self.sum() / scored)
    }

    /// How many of the events the scale has a score for.
    pub fn scored(&self) -> usize {
        self.scored
    }

    /// Whether conflict outweighs cooperation.
    pub fn is_conflict(&self) -> bool {
        self.sum() < 0.0
    }
}

impl fmt::Display for Balance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:+.1} on the {} scale ({} of {} events)",
            self.sum(),
            self.scale,
            self.scored,
            self.events
        )
    }
}

/// How often each value comes.
pub(super) fn count<K: Ord>(values: impl Iterator<Item = K>) -> BTreeMap<K, usize> {
    let mut counts = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_insert(0) += 1;
    }
    counts
}

impl<'g> View<'g> {
    /// All that stands between two actors: events that link them in any way (also on
    /// the other's account), and ties.
    ///
    /// Sanctions that were agreed count here too. Costs the pair's events in the
    /// window; at a level, all events in the window.
    ///
    /// # Errors
    /// When one of the two is not found.
    pub fn relationship(&self, one: impl ActorLike, other: impl ActorLike) -> Result<Relationship> {
        let (one, other) = (self.graph.actor(one)?, self.graph.actor(other)?);
        let hits = self.hits_of_relationship(one, other);
        let kept = [one, other];
        let between = |hit: &Hit<'g>, way: Way| {
            self.dyads(hit, &kept)
                .iter()
                .any(|dyad| dyad.way == way && dyad.is_of(one, other))
        };
        let is = |hit: &&Hit<'g>, what: What| what.holds(hit.event.classification());
        let events: Vec<_> = hits.iter().map(|hit| hit.event).collect();
        let timeline = self.happenings(&hits);
        Ok(Relationship {
            one: Who::new(self.graph, one),
            other: Who::new(self.graph, other),
            count: hits.len(),
            talks: hits.iter().filter(|hit| is(hit, What::Talk)).count(),
            first: first(&hits),
            last: last(&hits),
            certainty: hits
                .iter()
                .map(|hit| hit.certainty)
                .fold(Certainty::Never, Certainty::or),
            by_kind: count(events.iter().map(|event| event.label())),
            by_class: count(
                events
                    .iter()
                    .filter_map(|event| event.classification().class()),
            ),
            by_quad: count(
                events
                    .iter()
                    .filter_map(|event| event.classification().quad(Reading::Cameo)),
            ),
            balance: Balance::of(
                events.iter().map(|event| event.classification()),
                &Goldstein,
            ),
            accusations: hits
                .iter()
                .filter(|hit| is(hit, What::Accusation) && between(hit, Way::Directed))
                .flat_map(|hit| self.charges(hit, &kept))
                .filter(|charge| {
                    let accused = charge.accused().map(Who::id);
                    let pair = (charge.accuser().id(), accused);
                    pair == (one, Some(other)) || pair == (other, Some(one))
                })
                .collect(),
            sanctions: hits
                .iter()
                .filter(|hit| is(hit, What::Sanction))
                .filter_map(|hit| self.penalty(hit, &kept, hit.certainty))
                .collect(),
            ties: self.bonds_between(one, other),
            ids: events.iter().map(|event| event.id()).collect(),
            timeline,
        })
    }

    /// The events that link two actors, by the earliest time that each can have been and
    /// then in order of recording; those without one first.
    ///
    /// Costs O(log n) and then what is asked for, of events of the common sort (one or two
    /// participants, dated to the day), if the frame asks for time, sorts and modality alone and
    /// nothing is denied, linked or merged; else the events of the two in the window, and at
    /// a level all events in the window, before the first is given.
    ///
    /// # Errors
    /// When an actor is not found.
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader};
    ///
    /// let mut graph = Graph::new();
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// graph.record(Call::between(putin, macron).on("2021-11-21"))?;
    /// let first = graph.record(Call::between(macron, putin).on("2021-11-15"))?;
    ///
    /// let view = graph.view();
    /// let mut history = view.between(macron, putin)?;
    /// assert_eq!(history.next().map(|event| event.id()), Some(first));
    /// assert_eq!(history.count(), 1);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn between<A: ActorLike, B: ActorLike>(
        &self,
        one: A,
        other: B,
    ) -> Result<impl Iterator<Item = Event<'g>>> {
        let (one, other) = (self.graph.actor(one)?, self.graph.actor(other)?);
        let hits = self.hits_of_pair(one, other, |_| true);
        Ok(hits.map(|hit| hit.event))
    }

    /// The events of a pair, and the sanctions between them that were agreed.
    fn hits_of_relationship(&self, one: ActorId, other: ActorId) -> Vec<Hit<'g>> {
        let counting = self.counting(&[Modality::Agreed], &[]);
        let mut hits: Vec<Hit<'g>> = counting.hits_of_pair(one, other, |_| true).collect();
        hits.retain(|hit| {
            hit.event.modality() == Modality::Actual
                || self.frame().counts(hit.event.modality())
                || What::Sanction.holds(hit.event.classification())
        });
        hits
    }
}
