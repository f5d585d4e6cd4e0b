//! Who is likely to do it, to whom, and what is likely next.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::decay::Decay;
use super::prospect::Prospect;
use super::recurrency::{Deed, Recurrency, Relation};
use super::{Form, Sought};
use crate::graph::ActorLike;
use crate::model::{ActorId, EventId};
use crate::query::{Answers, Who};
use crate::time::{Moment, ParseTimeError};
use crate::{Error, Result, What};

/// # What is likely
impl Recurrency<'_> {
    /// To whom an actor is likely to do it then, the likeliest first and then by key: all
    /// to whom it has been done, by whomever; itself, only if it has done so.
    ///
    /// The scores are those of the definition, α·ψ + (1 − α)·ξ, taken of all events of
    /// that sort together. They compare answers to one question, not two questions: those
    /// of a relation that is known of a single step are divided by next to nothing.
    ///
    /// Costs O(f log f) in the f dyads of that sort.
    ///
    /// # Errors
    /// When the actor is not found, or the moment cannot be read or does not lie within
    /// one step of time.
    pub fn likely_objects<T>(
        &self,
        subject: impl ActorLike,
        what: impl Into<What>,
        when: T,
    ) -> Result<Answers<Prospect>>
    where
        T: TryInto<Moment>,
        T::Error: Into<ParseTimeError>,
    {
        let time = self.time(when)?;
        let given = self.graph.actor(subject)?;
        Ok(self.likely(Sought::Object, given, what.into(), time))
    }

    /// Who is likely to do it to an actor then, the likeliest first and then by key; else
    /// as [`likely_objects`](Self::likely_objects).
    ///
    /// ```
    /// use demarche::analysis::forecast::Recurrency;
    /// use demarche::model::codes::Kind;
    /// use demarche::{Accusation, Graph, State};
    ///
    /// let mut graph = Graph::new();
    /// let france = graph.add(State::new("France"))?;
    /// let poland = graph.add(State::new("Poland"))?;
    /// let russia = graph.add(State::new("Russia"))?;
    /// graph.record(Accusation::by(poland).against(russia).on("2021-11-03"))?;
    /// graph.record(Accusation::by(france).against(russia).on("2021-11-04"))?;
    ///
    /// let recurrency = Recurrency::learn(&graph.view());
    /// let accusers = recurrency.likely_subjects(russia, Kind::Accusation, "2021-11-05")?;
    /// assert_eq!(accusers[0].from().name(), "France");
    /// assert_eq!(accusers[0].last(), Some("2021-11-04".parse()?));
    /// // On the fourth, nobody knew of France.
    /// let accusers = recurrency.likely_subjects(russia, Kind::Accusation, "2021-11-04")?;
    /// assert_eq!(accusers.len(), 1);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// # Errors
    /// As for [`likely_objects`](Self::likely_objects).
    pub fn likely_subjects<T>(
        &self,
        object: impl ActorLike,
        what: impl Into<What>,
        when: T,
    ) -> Result<Answers<Prospect>>
    where
        T: TryInto<Moment>,
        T::Error: Into<ParseTimeError>,
    {
        let time = self.time(when)?;
        let given = self.graph.actor(object)?;
        Ok(self.likely(Sought::Subject, given, what.into(), time))
    }

    /// Which dyads and which kinds are likely then: all that have happened before, the
    /// likeliest first, then by the keys of the two and the kind.
    ///
    /// The definition asks for one end of a fact, and divides by what its relation comes
    /// to; that says nothing of two relations. Here the score is the faded share of steps
    /// on which it happened: the sum of 2^(λ(k − t)) over the steps k with such an event,
    /// divided by the sum over all steps from the first that anything is known of, up to
    /// the one before t. It is 1 for what happened each time, and lies between 0 and 1.
    ///
    /// Costs O(f log f) in the f dyads learnt of.
    ///
    /// # Errors
    /// When the moment cannot be read or does not lie within one step of time.
    pub fn likely_next<T>(&self, when: T) -> Result<Answers<Prospect>>
    where
        T: TryInto<Moment>,
        T::Error: Into<ParseTimeError>,
    {
        let time = self.time(when)?;
        let deeds = self.relations.iter().filter_map(|one| one.deeds.first());
        let Some(first) = deeds.map(|deed| deed.time).min() else {
            return Ok(Vec::new().into());
        };
        let mut prospects = Vec::new();
        for (number, relation) in (0_u32..).zip(&self.relations) {
            let decay = Decay::new(self.tuning.of(number, Sought::Object).lambda());
            let all = decay.sum(f64::from(time) - f64::from(first));
            for ((from, to, mutual), past) in dyads(relation, time) {
                let score = past.faded(decay, time) / all;
                let what = (relation.label.clone(), mutual);
                prospects.push(self.prospect((from, to), what, score, past));
            }
        }
        prospects.sort_by(|one, other| {
            let name = |prospect: &Prospect| {
                let (from, to) = (prospect.from.key(), prospect.to.key());
                (from.to_owned(), to.to_owned(), prospect.what.clone())
            };
            let by_score = other.score.total_cmp(&one.score);
            by_score.then_with(|| name(one).cmp(&name(other)))
        });
        Ok(prospects.into())
    }

    fn time<T>(&self, when: T) -> Result<i32>
    where
        T: TryInto<Moment>,
        T::Error: Into<ParseTimeError>,
    {
        let when = when.try_into().map_err(|error| Error::from(error.into()))?;
        self.step
            .of(&when)
            .ok_or_else(|| Error::invalid("time", when, "a moment within one step of time"))
    }

    fn likely(&self, sought: Sought, given: ActorId, what: What, time: i32) -> Answers<Prospect> {
        let asked: Vec<&Relation> = self
            .relations
            .iter()
            .filter(|relation| what.holds(relation.classification))
            .collect();
        let deeds = || asked.iter().flat_map(|relation| relation.before(time));
        // A fact each: several events of a step between the same two are one.
        let mut facts: BTreeMap<(i32, ActorId, ActorId), Vec<&Deed>> = BTreeMap::new();
        for deed in deeds() {
            for (from, to) in deed.ways() {
                let (given, sought) = match sought {
                    Sought::Object => (from, to),
                    Sought::Subject => (to, from),
                };
                facts
                    .entry((deed.time, given, sought))
                    .or_default()
                    .push(deed);
            }
        }
        let (Some((&(first, ..), _)), Some((&(last, ..), _))) =
            (facts.first_key_value(), facts.last_key_value())
        else {
            return Vec::new().into();
        };
        let parameters = self.parameters(what, sought);
        let weights = Form::Combined.weights(parameters);
        let decay = Decay::new(parameters.lambda());
        let scale = decay.scale(first, last, time);
        let whole = number(facts.len());
        let mut candidates: IndexMap<ActorId, (usize, Past)> = IndexMap::new();
        for ((_, by, of), deeds) in facts {
            let (count, past) = candidates.entry(of).or_default();
            *count += 1;
            if by == given {
                for deed in deeds {
                    past.add(deed);
                }
            }
        }
        let label = match asked.as_slice() {
            [only] => only.label.clone(),
            _ => what.to_string(),
        };
        let mutual = deeds().all(|deed| deed.mutual);
        candidates.retain(|&other, (_, past)| other != given || !past.events.is_empty());
        let prospects = candidates.into_iter().map(|(other, (count, past))| {
            let score = weights.score(past.faded(decay, time) / scale, number(count) / whole);
            let ends = match sought {
                Sought::Object => (given, other),
                Sought::Subject => (other, given),
            };
            self.prospect(ends, (label.clone(), mutual), score, past)
        });
        let mut prospects: Vec<Prospect> = prospects.collect();
        prospects.sort_by(|one, other| {
            let by_score = other.score().total_cmp(&one.score());
            by_score.then_with(|| one.end(sought).key().cmp(other.end(sought).key()))
        });
        prospects.into()
    }

    fn prospect(
        &self,
        (from, to): (ActorId, ActorId),
        (what, mutual): (String, bool),
        score: f64,
        past: Past,
    ) -> Prospect {
        Prospect {
            from: Who::new(self.graph, from),
            what,
            to: Who::new(self.graph, to),
            mutual,
            score,
            last: past.last,
            ids: past.events,
        }
    }
}

/// What happened between two, in order of time.
#[derive(Debug, Default)]
struct Past {
    /// The steps at which it did, each once.
    steps: Vec<i32>,
    last: Option<Moment>,
    events: Vec<EventId>,
}

impl Past {
    fn add(&mut self, deed: &Deed) {
        if self.steps.last() != Some(&deed.time) {
            self.steps.push(deed.time);
        }
        // Of an event at a level, several dyads may come to the same two.
        if self.events.last() != Some(&deed.event) {
            self.events.push(deed.event);
        }
        self.last = Some(deed.when);
    }

    fn faded(&self, decay: Decay, time: i32) -> f64 {
        let steps = self.steps.iter();
        steps.map(|&step| decay.between(step, time)).sum()
    }
}

/// The dyads of a relation before a step, with what happened; mutual ones once, whoever
/// came first.
fn dyads(relation: &Relation, time: i32) -> IndexMap<(ActorId, ActorId, bool), Past> {
    let mut dyads: IndexMap<_, Past> = IndexMap::new();
    for deed in relation.before(time) {
        let (from, to) = if deed.mutual {
            (deed.from.min(deed.to), deed.from.max(deed.to))
        } else {
            (deed.from, deed.to)
        };
        dyads.entry((from, to, deed.mutual)).or_default().add(deed);
    }
    dyads
}

fn number(many: usize) -> f64 {
    f64::from(u32::try_from(many).unwrap_or(u32::MAX))
}
