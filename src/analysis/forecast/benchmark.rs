//! Facts split in three, to try forecasts on.

use super::accuracy::Accuracy;
use super::decay::Decay;
use super::lane::Lane;
use super::{Fact, Form, Parameters, Tuning};
use crate::{Error, Result};

/// Facts split into those to learn from, those to choose parameters by, and those to be
/// tested on.
///
/// Each fact of the part that is asked about makes two questions: who is the object, and
/// who the subject? Known is all that is earlier, in whichever part it stands (*single
/// step*). Other right answers of the same question at the same time are left out (the
/// *time-aware filter*), all entities are ranked, and of those that tie each has their
/// mean rank. A fact that is given twice counts once.
///
/// ```
/// use demarche::analysis::forecast::{Benchmark, Fact, Form, Tuning};
///
/// // Entity 0 calls 1 each day but day 3, when it calls 2.
/// let call = |object, time| Fact { subject: 0, relation: 0, object, time };
/// let known = vec![call(1, 1), call(1, 2), call(2, 3)];
/// let benchmark = Benchmark::new(4, known, vec![call(1, 4)], vec![call(1, 5)])?;
///
/// let tuning = benchmark.choose();
/// let accuracy = benchmark.test(Form::Combined, &tuning);
/// assert_eq!((accuracy.questions(), accuracy.mrr()), (2, 1.0));
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Benchmark {
    entities: u32,
    train: Vec<Fact>,
    valid: Vec<Fact>,
    test: Vec<Fact>,
}

impl Benchmark {
    /// How many entities there are, numbered from 0, and the three parts, each in any
    /// order.
    ///
    /// # Errors
    /// When a fact has an entity that is not among so many.
    pub fn new(entities: u32, train: Vec<Fact>, valid: Vec<Fact>, test: Vec<Fact>) -> Result<Self> {
        let beyond = [&train, &valid, &test]
            .into_iter()
            .flatten()
            .find(|fact| fact.subject.max(fact.object) >= entities);
        match beyond {
            Some(fact) => Err(Error::invalid(
                "entity",
                fact.subject.max(fact.object),
                "a number less than how many there are",
            )),
            None => Ok(Self {
                entities,
                train,
                valid,
                test,
            }),
        }
    }

    /// How many entities there are.
    pub fn entities(&self) -> u32 {
        self.entities
    }

    /// The facts to learn from.
    pub fn train(&self) -> &[Fact] {
        &self.train
    }

    /// The facts to choose parameters by.
    pub fn valid(&self) -> &[Fact] {
        &self.valid
    }

    /// The facts to be tested on.
    pub fn to_test(&self) -> &[Fact] {
        &self.test
    }

    /// The parameters of each relation, in each direction, that do best by mean
    /// reciprocal rank on the second part: first λ of [those tried](Parameters::LAMBDAS)
    /// for strict recurrency alone, then α of [those tried](Parameters::ALPHAS)
    /// with it; of equals, the first. A relation of which that part has no fact has the
    /// [usual](Parameters::default) ones.
    ///
    /// The third part is not looked at. Costs as much as some fifteen
    /// [tests](Self::test).
    pub fn choose(&self) -> Tuning {
        let lanes = Lane::all(&[&self.train], &self.valid);
        Tuning::choose(&lanes, self.entities, Parameters::default())
    }

    /// How well a form of recurrency forecasts the third part.
    ///
    /// Costs O(f log f + q·k) in all f facts, the q facts that are asked about, and the k
    /// objects that a subject has recurred to in a relation: not in the entities.
    pub fn test(&self, form: Form, tuning: &Tuning) -> Accuracy {
        let mut accuracy = Accuracy::default();
        for lane in Lane::all(&[&self.train, &self.valid], &self.test) {
            if !lane.is_asked() {
                continue;
            }
            let parameters = tuning.of(lane.relation, lane.sought);
            let decay = Decay::new(parameters.lambda());
            lane.walk(decay, self.entities, |asked| {
                let ranks = asked.ranks(form.weights(parameters));
                ranks.for_each(|rank| accuracy.count(rank));
            });
        }
        accuracy
    }
}
