//! Recording very many coded events at a time.

use std::collections::HashMap;
use std::hash::{Hash, Hasher};

use foldhash::fast::RandomState;
use jiff::civil::Date;

use super::Graph;
use crate::Result;
use crate::model::codes::{CameoCode, Classification};
use crate::model::{AccountData, ActorId, EventData, Modality, Participant, Role, Stamp, Stance};
use crate::store::{Attribution, Bulk, Extra, Part, Register, Shape, ShapeNumber, When};
use crate::time::{Basis, Moment};

/// An event as data sets have them by the million: who did what to whom on which day.
///
/// ```
/// use demarche::{CodedEvent, Graph, Leader};
/// use demarche::model::codes::CameoCode;
/// use jiff::civil::date;
///
/// let mut graph = Graph::new();
/// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
/// let putin = graph.add(Leader::new("Vladimir Putin"))?;
///
/// let call = CodedEvent::new(CameoCode::CONSULT_PHONE, macron, date(2021, 11, 15)).to(putin);
/// let mut batch = graph.batch();
/// batch.record(call, &[])?;
/// batch.finish();
/// assert_eq!(graph.view().talks_of(macron, putin)?.len(), 1);
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodedEvent {
    code: CameoCode,
    source: ActorId,
    target: Option<ActorId>,
    on: Date,
    basis: Basis,
}

impl CodedEvent {
    /// That somebody did this on a day.
    pub fn new(code: CameoCode, source: impl Into<ActorId>, on: Date) -> Self {
        Self {
            code,
            source: source.into(),
            target: None,
            on,
            basis: Basis::Event,
        }
    }

    /// To whom, or with whom.
    pub fn to(mut self, target: impl Into<ActorId>) -> Self {
        self.target = Some(target.into());
        self
    }

    /// That the day is that of the report and not the event's own.
    pub fn dated_by_report(mut self) -> Self {
        self.basis = Basis::Report;
        self
    }

    fn participants(&self) -> (Participant, Option<Participant>) {
        let (from, to) = Role::two_of(self.code);
        // Somebody with himself at a meeting is one participant.
        let target = self
            .target
            .filter(|&target| from != to || target != self.source);
        let source = Participant {
            actor: self.source,
            role: from,
        };
        (source, target.map(|actor| Participant { actor, role: to }))
    }
}

/// An account of a coded event that says no more than that it took place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    publisher: Option<ActorId>,
    stated: Option<Date>,
    recorded: Option<Date>,
}

impl Report {
    /// One of a publisher.
    pub fn via(publisher: impl Into<ActorId>) -> Self {
        Self {
            publisher: Some(publisher.into()),
            ..Self::default()
        }
    }

    /// On which day it was said.
    pub fn stated(mut self, day: Date) -> Self {
        self.stated = Some(day);
        self
    }

    /// On which day it came to us.
    pub fn recorded(mut self, day: Date) -> Self {
        self.recorded = Some(day);
        self
    }
}

/// What coded events of one shape have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Alike {
    code: CameoCode,
    basis: Basis,
    stamps: (Stamp, Option<Stamp>),
    /// Whether it is somebody with himself.
    is_of_one: bool,
}

impl Alike {
    fn of(event: &CodedEvent) -> Self {
        Self {
            code: event.code,
            basis: event.basis,
            stamps: (event.source.stamp(), event.target.map(ActorId::stamp)),
            is_of_one: event.target == Some(event.source),
        }
    }
}

impl Hash for Alike {
    /// By the code: the rest is hardly ever different in one batch.
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u32(self.code.number());
    }
}

/// What events that are alike come to.
#[derive(Clone, Copy, Debug)]
struct Known {
    /// None if they do not fit into the columns.
    shape: Option<ShapeNumber>,
    /// Whether the target is a participant of its own.
    two: bool,
}

/// Records very many coded events; [`Graph::batch`] begins one.
///
/// They are put in order and indexed together, when the batch is
/// [finished](Self::finish) or dropped.
#[derive(Debug)]
pub struct Batch<'g> {
    actors: &'g Register,
    bulk: Bulk<'g>,
    stamp: Stamp,
    known: HashMap<Alike, Known, RandomState>,
    attributions: HashMap<Option<ActorId>, Option<u32>, RandomState>,
    today: (Date, Option<When>),
}

impl Graph {
    /// Begins to record very many coded events at a time.
    ///
    /// The graph is then the same as if they had been recorded one after another. Each costs
    /// O(1), and finishing O(n + a) for n events and a actors where their days lie closer
    /// than a few for each event; O(n log n) else. What lies in the graph already is not
    /// touched. Least memory is taken by events that come in order of time.
    pub fn batch(&mut self) -> Batch<'_> {
        let stamp = self.events.stamp();
        Batch {
            actors: &self.actors,
            bulk: self.events.bulk(),
            stamp,
            known: HashMap::default(),
            attributions: HashMap::default(),
            today: (Date::ZERO, When::of_day(Date::ZERO)),
        }
    }
}

impl Batch<'_> {
    /// Records an event, with an account for each report.
    ///
    /// # Errors
    /// When an actor or publisher is [of another graph](crate::Error::is_foreign), or the
    /// graph is full. Nothing of the event is then recorded.
    pub fn record(&mut self, event: CodedEvent, reports: &[Report]) -> Result<()> {
        self.actors.check(event.source)?;
        if let Some(target) = event.target {
            self.actors.check(target)?;
        }
        for publisher in reports.iter().filter_map(|report| report.publisher) {
            self.actors.check(publisher)?;
        }
        let when = self.when(event.on);
        let known = self.known(&event);
        if let (Some(when), Some(shape)) = (when, known.shape)
            && self.tell_all(reports).is_some()
        {
            let second = event.target.filter(|_| known.two).map(ActorId::index);
            return self.bulk.event(shape, (event.source.index(), second), when);
        }
        self.bulk.any(self.whole(&event, reports))
    }

    /// Puts in order and indexes what was recorded. Dropping does the same.
    pub fn finish(self) {
        drop(self.bulk);
    }

    /// The day, which mostly is that of the last event as well.
    fn when(&mut self, day: Date) -> Option<When> {
        if self.today.0 != day {
            self.today = (day, When::of_day(day));
        }
        self.today.1
    }

    fn known(&mut self, event: &CodedEvent) -> Known {
        let alike = Alike::of(event);
        if let Some(&known) = self.known.get(&alike) {
            return known;
        }
        let (one, other) = event.participants();
        let known = Known {
            shape: self.bulk.shape(&Shape {
                classification: Classification::of_code(event.code),
                modality: Modality::Actual,
                basis: event.basis,
                presumed: false,
                first: Part::of(&one),
                second: other.as_ref().map(Part::of),
            }),
            two: other.is_some(),
        };
        self.known.insert(alike, known);
        known
    }

    fn tell_all(&mut self, reports: &[Report]) -> Option<()> {
        let told = reports.iter().try_for_each(|report| self.tell(report));
        if told.is_none() {
            self.bulk.abandon();
        }
        told
    }

    fn tell(&mut self, report: &Report) -> Option<()> {
        let (bulk, stamp) = (&mut self.bulk, self.stamp);
        let attribution = self.attributions.entry(report.publisher);
        let attribution = *attribution.or_insert_with(|| {
            bulk.attribution(&Attribution {
                stamp: Some(stamp),
                speaker: None,
                publisher: report.publisher,
                stance: Stance::Asserts,
                source: None,
            })
        });
        let on = |day: Option<Date>| day.map_or(Some(When::UNKNOWN), When::of_day);
        let when = (on(report.stated)?, on(report.recorded)?);
        self.bulk
            .account(attribution?, when, &Extra::default(), std::iter::empty())
    }

    /// The event as one that does not fit into the columns.
    fn whole(&self, event: &CodedEvent, reports: &[Report]) -> EventData {
        let (one, other) = event.participants();
        let on = |day: Option<Date>| day.map_or_else(Moment::unknown, Moment::on);
        let account = |report: &Report| AccountData {
            stamp: Some(self.stamp),
            speaker: None,
            publisher: report.publisher,
            stance: Stance::Asserts,
            stated: on(report.stated),
            recorded: on(report.recorded),
            withdrawn: None,
            superseded_by: None,
            source: None,
            rows: Vec::new(),
            version: None,
            remarks: None,
        };
        EventData {
            classification: Classification::of_code(event.code),
            modality: Modality::Actual,
            basis: event.basis,
            presumed: false,
            when: Moment::on(event.on),
            participants: std::iter::once(one).chain(other).collect(),
            accounts: reports.iter().map(account).collect(),
            detail: None,
        }
    }
}
