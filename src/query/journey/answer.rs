//! A journey, as answers show one.

use std::fmt;

use serde::Serialize;

use super::terms::Semantics;
use super::verdict::Court;
use crate::model::EventId;
use crate::query::Who;
use crate::query::happening::{Evident, dated, write_certainty};
use crate::query::network::Range;
use crate::time::ticks;
use crate::time::{Basis, Certainty, Moment, Window};

/// A journey: events by which word, or what is carried, can have come from one actor to
/// another.
///
/// It owns what it holds and outlives the graph.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Journey {
    from: Who,
    to: Who,
    semantics: Semantics,
    certainty: Certainty,
    #[serde(serialize_with = "as_text")]
    departure: Window,
    #[serde(serialize_with = "as_text")]
    arrival: Window,
    steps: Vec<JourneyStep>,
    #[serde(skip)]
    events: Vec<EventId>,
}

/// A step of a journey: from one actor to the next, by one event.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct JourneyStep {
    from: Who,
    to: Who,
    what: String,
    when: Moment,
    basis: Basis,
    certainty: Certainty,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<String>,
    #[serde(skip)]
    id: EventId,
}

fn as_text<S: serde::Serializer>(window: &Window, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(window)
}

impl Journey {
    /// From a node by these edges; `None` if they do not lead on from each other, or times
    /// do not allow of it.
    pub(super) fn new(court: &Court<'_, '_>, from: u32, edges: &[u32]) -> Option<Self> {
        let network = court.network;
        let mut steps = Vec::with_capacity(edges.len());
        let mut numbers = Vec::with_capacity(edges.len());
        let mut certainty = Certainty::Certain;
        let mut node = from;
        for &edge in edges {
            let edge = *network.edges().get(edge as usize)?;
            let next = edge.other(node);
            steps.push(JourneyStep::new(
                court,
                (node, next),
                edge.event,
                edge.certainty,
            )?);
            certainty = certainty.and(edge.certainty);
            numbers.push(edge.event);
            node = next;
        }
        let verdict = court.verdict(&numbers)?;
        Some(Self {
            from: steps.first()?.from.clone(),
            to: steps.last()?.to.clone(),
            semantics: court.terms.semantics,
            certainty: certainty.and(verdict.certainty),
            departure: window(verdict.departure),
            arrival: window(verdict.arrival),
            events: steps.iter().map(|step| step.id).collect(),
            steps,
        })
    }

    /// Where it begins.
    pub fn from(&self) -> &Who {
        &self.from
    }

    /// Where it ends.
    pub fn to(&self) -> &Who {
        &self.to
    }

    /// Its steps, in order.
    pub fn steps(&self) -> &[JourneyStep] {
        &self.steps
    }

    /// How many steps it takes.
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// Whether it takes no step. No journey that is found does.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// On which terms.
    pub fn semantics(&self) -> Semantics {
        self.semantics
    }

    /// How certain it is: that its steps follow each other, and that each event links the
    /// two actors of its step.
    pub fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// Within which time it began: of all choices of times that put its steps in order.
    pub fn departure(&self) -> Window {
        self.departure
    }

    /// Within which time it arrived.
    pub fn arrival(&self) -> Window {
        self.arrival
    }
}

impl Evident for Journey {
    /// In the order of the steps.
    fn events(&self) -> &[EventId] {
        &self.events
    }
}

impl JourneyStep {
    fn new(
        court: &Court<'_, '_>,
        (from, to): (u32, u32),
        event: u32,
        certainty: Certainty,
    ) -> Option<Self> {
        let network = court.network;
        let view = network.view();
        let graph = view.graph();
        let happened = network.happened().get(event as usize)?;
        let sources = view.sources_of(happened.event).into_iter();
        let mut names: Vec<String> = Vec::new();
        for source in sources.filter_map(|source| graph.describe(source).ok()) {
            if !names.iter().any(|name| name == source.name()) {
                names.push(source.name().to_owned());
            }
        }
        Some(Self {
            from: Who::new(graph, network.actor(from)?),
            to: Who::new(graph, network.actor(to)?),
            what: happened.event.label(),
            when: happened.when,
            basis: happened.event.basis(),
            certainty,
            event: happened.event.key().map(str::to_owned),
            sources: names,
            id: happened.event.id(),
        })
    }

    /// From whom.
    pub fn from(&self) -> &Who {
        &self.from
    }

    /// To whom.
    pub fn to(&self) -> &Who {
        &self.to
    }

    /// By which event.
    pub fn event(&self) -> EventId {
        self.id
    }

    /// What the event is called: "call".
    pub fn what(&self) -> &str {
        &self.what
    }

    /// When the event took place.
    pub fn when(&self) -> Moment {
        self.when
    }

    /// How certainly the event links the two.
    pub fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// On whose word we have the event: names, in order of recording.
    pub fn sources(&self) -> &[String] {
        &self.sources
    }
}

impl fmt::Display for Journey {
    /// "Angela Merkel → Alexander Lukashenko (call, 2021-11-15) → …".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.from)?;
        for step in &self.steps {
            let when = dated(&step.when, step.basis);
            write!(f, " → {} ({}, {when})", step.to, step.what)?;
        }
        write_certainty(f, self.certainty)
    }
}

/// The seconds of a range, as a window; open where nothing is known.
pub(super) fn window(range: Range) -> Window {
    Window::of_ends(ticks::civil(range.low), ticks::civil(range.high))
}
