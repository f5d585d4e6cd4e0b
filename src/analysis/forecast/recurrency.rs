//! What recurs in a view.

use indexmap::IndexSet;
use jiff::civil::Date;

use super::{Benchmark, Fact, Learner, Parameters, Sought, TimeStep, Tuning};
use crate::model::codes::Classification;
use crate::model::{ActorId, EventId};
use crate::time::Moment;
use crate::{Graph, Result, View, What};

/// What recurs in a view, and so is likely next.
///
/// Any moment can be asked about: known is what happened before its step of time, and
/// nothing of it or after.
///
/// ```
/// use demarche::analysis::forecast::Recurrency;
/// use demarche::model::codes::Kind;
/// use demarche::{Accusation, Call, Graph, Leader};
///
/// let mut graph = Graph::new();
/// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
/// let putin = graph.add(Leader::new("Vladimir Putin"))?;
/// let merkel = graph.add(Leader::new("Angela Merkel"))?;
/// for day in ["2021-11-01", "2021-11-08", "2021-11-15"] {
///     graph.record(Call::between(macron, putin).on(day))?;
/// }
/// graph.record(Call::between(merkel, macron).on("2021-11-02"))?;
/// graph.record(Accusation::by(merkel).against(putin).on("2021-11-03"))?;
///
/// let recurrency = Recurrency::learn(&graph.view());
/// let calls = recurrency.likely_objects(macron, Kind::Call, "2021-11-16")?;
/// assert_eq!(calls[0].to().name(), "Vladimir Putin");
/// assert_eq!(calls[1].to().name(), "Angela Merkel");
///
/// let next = recurrency.likely_next("2021-11-16")?.limit(1);
/// assert_eq!(
///     next.to_string(),
///     "Emmanuel Macron – Vladimir Putin · call · 3 times, last 2021-11-15 · score 0.200\n\
///      … 2 more\n"
/// );
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Recurrency<'g> {
    pub(super) graph: &'g Graph,
    pub(super) step: TimeStep,
    pub(super) tuning: Tuning,
    pub(super) relations: Vec<Relation>,
    pub(super) left_out: usize,
}

/// Events of one name and classification.
#[derive(Clone, Debug)]
pub(super) struct Relation {
    pub(super) label: String,
    pub(super) classification: Classification,
    /// In order of time.
    pub(super) deeds: Vec<Deed>,
}

/// What somebody did to somebody.
#[derive(Clone, Copy, Debug)]
pub(super) struct Deed {
    pub(super) time: i32,
    pub(super) from: ActorId,
    pub(super) to: ActorId,
    pub(super) mutual: bool,
    pub(super) event: EventId,
    pub(super) when: Moment,
}

impl Relation {
    pub(super) fn new(label: String, classification: Classification) -> Self {
        Self {
            label,
            classification,
            deeds: Vec::new(),
        }
    }

    /// What happened before a step.
    pub(super) fn before(&self, time: i32) -> impl Iterator<Item = &Deed> {
        self.deeds.iter().take_while(move |deed| deed.time < time)
    }
}

impl Deed {
    /// Who did it to whom; both ways, if it is mutual.
    pub(super) fn ways(&self) -> impl Iterator<Item = (ActorId, ActorId)> + use<> {
        let back = self.mutual && self.from != self.to;
        std::iter::once((self.from, self.to)).chain(back.then_some((self.to, self.from)))
    }
}

impl<'g> Recurrency<'g> {
    /// Learns from the events that a view shows, by the day and with the
    /// [usual parameters](Parameters::default); see [`Learner::learn`].
    pub fn learn(view: &View<'g>) -> Self {
        Learner::new().learn(view)
    }

    /// Says how to learn.
    pub fn learner() -> Learner {
        Learner::new()
    }

    /// Of how many dyads of events it has learnt.
    pub fn len(&self) -> usize {
        self.relations.iter().map(|one| one.deeds.len()).sum()
    }

    /// Whether it has learnt of none.
    pub fn is_empty(&self) -> bool {
        self.relations.is_empty()
    }

    /// How many events were left out, as they have no date or one that does not lie
    /// within one step of time.
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// The parameters by which it forecasts what has this name: those it was tuned to,
    /// if it is one relation, or else the common ones.
    pub fn parameters(&self, what: impl Into<What>, sought: Sought) -> Parameters {
        let what = what.into();
        let mut numbers = (0_u32..)
            .zip(&self.relations)
            .filter(|(_, relation)| what.holds(relation.classification))
            .map(|(number, _)| number);
        match (numbers.next(), numbers.next()) {
            (Some(number), None) => self.tuning.of(number, sought),
            _ => self.tuning.otherwise(),
        }
    }

    /// The facts learnt, split by two days, to see how well such forecasts have gone: what
    /// happened before the first is learnt from, what happened since the second is the test.
    ///
    /// ```
    /// use demarche::analysis::forecast::{Form, Recurrency};
    /// use demarche::{Call, Graph, Leader};
    /// use jiff::civil::date;
    ///
    /// let mut graph = Graph::new();
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// for day in 1..=30 {
    ///     graph.record(Call::between(macron, putin).on(date(2021, 11, day)))?;
    /// }
    /// let recurrency = Recurrency::learn(&graph.view());
    /// let benchmark = recurrency.benchmark(date(2021, 11, 16), date(2021, 11, 29))?;
    /// let accuracy = benchmark.test(Form::Combined, &benchmark.choose());
    /// // Two days, two facts each, two questions of each.
    /// assert_eq!((accuracy.questions(), accuracy.hits1()), (8, 1.0));
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// # Errors
    /// When the second day is before the first.
    pub fn benchmark(&self, valid: Date, test: Date) -> Result<Benchmark> {
        if test < valid {
            return Err(crate::Error::invalid(
                "day of the test",
                test,
                "one that is not before the part to choose by",
            ));
        }
        let (entities, facts) = facts(&self.relations);
        let (valid, test) = (self.step.of_day(valid), self.step.of_day(test));
        let part = |from: i32, to: i32| {
            let facts = facts
                .iter()
                .filter(|fact| fact.time >= from && fact.time < to);
            facts.copied().collect()
        };
        Benchmark::new(
            entities,
            part(i32::MIN, valid),
            part(valid, test),
            part(test, i32::MAX),
        )
    }
}

/// The deeds in numbers, and how many actors there are in them.
pub(super) fn facts(relations: &[Relation]) -> (u32, Vec<Fact>) {
    let mut actors: IndexSet<ActorId> = IndexSet::new();
    let mut facts = Vec::new();
    // No graph has more than 2³² actors.
    let mut number = |actor| u32::try_from(actors.insert_full(actor).0).unwrap_or(u32::MAX);
    for (relation, of) in (0..).zip(relations) {
        for deed in &of.deeds {
            for (from, to) in deed.ways() {
                facts.push(Fact {
                    subject: number(from),
                    relation,
                    object: number(to),
                    time: deed.time,
                });
            }
        }
    }
    (u32::try_from(actors.len()).unwrap_or(u32::MAX), facts)
}
