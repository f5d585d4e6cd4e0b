//! How to learn.

use indexmap::{IndexMap, IndexSet};
use jiff::civil::Date;

use super::recurrency::{Deed, Recurrency, Relation, facts};
use super::{Parameters, TimeStep, Tuning};
use crate::View;
use crate::model::codes::Classification;

/// How a [`Recurrency`] is to learn: by which steps of time, with which parameters.
///
/// ```
/// use demarche::analysis::forecast::{Parameters, Recurrency, TimeStep};
/// use demarche::{Call, Graph, Leader};
///
/// let mut graph = Graph::new();
/// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
/// let putin = graph.add(Leader::new("Vladimir Putin"))?;
/// graph.record(Call::between(macron, putin).on("2021-11"))?;
///
/// // By the month, a date to the month is exact.
/// let monthly = Recurrency::learner()
///     .step(TimeStep::Month)
///     .parameters(Parameters::new(0.1, 0.999)?)
///     .learn(&graph.view());
/// assert_eq!((monthly.len(), monthly.left_out()), (1, 0));
/// assert_eq!(Recurrency::learn(&graph.view()).left_out(), 1);
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
pub struct Learner {
    step: TimeStep,
    parameters: Parameters,
    tuned_since: Option<Date>,
}

impl Learner {
    /// By the day, with the [usual parameters](Parameters::default).
    pub fn new() -> Self {
        Self::default()
    }

    /// Counts time by these steps, rather than by the day.
    pub fn step(mut self, step: TimeStep) -> Self {
        self.step = step;
        self
    }

    /// With these parameters, rather than the usual ones, for every relation.
    pub fn parameters(mut self, parameters: Parameters) -> Self {
        self.parameters = parameters;
        self
    }

    /// With the parameters that for each relation would best have forecast what has
    /// happened since that day; see [`Benchmark::choose`](super::Benchmark::choose).
    pub fn tuned_since(mut self, day: Date) -> Self {
        self.tuned_since = Some(day);
        self
    }

    /// Learns who did what to whom, and when, from the events that a view shows.
    ///
    /// Each [dyad](crate::query) of an event is a fact, at the level of the view; of one
    /// between equals, as a call is, there is a fact each way. Events of one name and
    /// classification are of one relation. Those of which the date does not lie within one
    /// step of time are [left out](Recurrency::left_out).
    ///
    /// Costs O(k log k) in the k events of the window; tuned, some fifteen times that.
    pub fn learn<'g>(&self, view: &View<'g>) -> Recurrency<'g> {
        let graph = view.graph();
        let mut relations: IndexMap<(String, Classification), Relation> = IndexMap::new();
        let mut left_out = IndexSet::new();
        for link in view.links() {
            let Some(time) = self.step.of(&link.when) else {
                left_out.insert(link.event);
                continue;
            };
            // A link comes out of the graph itself.
            let Ok(event) = graph.event(link.event) else {
                continue;
            };
            let deed = Deed {
                time,
                from: link.from,
                to: link.to,
                mutual: link.mutual,
                event: link.event,
                when: link.when,
            };
            let (label, classification) = (event.label(), event.classification());
            let relation = relations
                .entry((label.clone(), classification))
                .or_insert_with(|| Relation::new(label, classification));
            relation.deeds.push(deed);
        }
        let mut learnt = Recurrency {
            graph,
            step: self.step,
            tuning: Tuning::common(self.parameters),
            relations: relations.into_values().collect(),
            left_out: left_out.len(),
        };
        for relation in &mut learnt.relations {
            // Stable: events of one step stay in order of time.
            relation.deeds.sort_by_key(|deed| deed.time);
        }
        if let Some(day) = self.tuned_since {
            let (entities, all) = facts(&learnt.relations);
            let since = self.step.of_day(day);
            let (valid, train): (Vec<_>, Vec<_>) = all.iter().partition(|fact| fact.time >= since);
            let lanes = super::lane::Lane::all(&[&train], &valid);
            learnt.tuning = Tuning::choose(&lanes, entities, self.parameters);
        }
        learnt
    }
}
