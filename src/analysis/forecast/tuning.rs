//! Parameters for each relation and direction.

use std::collections::BTreeMap;

use super::accuracy::Accuracy;
use super::decay::Decay;
use super::lane::Lane;
use super::{Form, Parameters, Sought};

/// The parameters of each relation, for either end that may be sought.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tuning {
    common: Parameters,
    chosen: BTreeMap<(u32, Sought), Parameters>,
}

impl Tuning {
    /// The same parameters for all relations.
    pub fn common(parameters: Parameters) -> Self {
        Self {
            common: parameters,
            chosen: BTreeMap::new(),
        }
    }

    /// The parameters of a relation: those chosen for it, or else the common ones.
    pub fn of(&self, relation: u32, sought: Sought) -> Parameters {
        let chosen = self.chosen.get(&(relation, sought)).copied();
        chosen.unwrap_or(self.common)
    }

    /// The common parameters, of all relations for which none were chosen.
    pub fn otherwise(&self) -> Parameters {
        self.common
    }

    /// For how many relations, either direction by itself, parameters were chosen.
    pub fn len(&self) -> usize {
        self.chosen.len()
    }

    /// Whether the common parameters are all.
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty()
    }

    /// Chooses for each lane that anything is asked of.
    pub(super) fn choose(lanes: &[Lane], entities: u32, common: Parameters) -> Self {
        let asked = lanes.iter().filter(|lane| lane.is_asked());
        let chosen = asked.map(|lane| ((lane.relation, lane.sought), choose(lane, entities)));
        Self {
            common,
            chosen: chosen.collect(),
        }
    }
}

/// First λ for strict recurrency alone, and then α with it, each by the mean reciprocal
/// rank; of equals, the first that is tried.
fn choose(lane: &Lane, entities: u32) -> Parameters {
    let mut best = Best::default();
    for lambda in Parameters::LAMBDAS {
        let parameters = Parameters::default().with_lambda(lambda);
        let mut accuracy = Accuracy::default();
        lane.walk(Decay::new(lambda), entities, |asked| {
            let ranks = asked.ranks(Form::Strict.weights(parameters));
            ranks.for_each(|rank| accuracy.count(rank));
        });
        best.offer(parameters, accuracy);
    }
    let faded = best.parameters;
    let mut tried = Parameters::ALPHAS.map(|alpha| (faded.with_alpha(alpha), Accuracy::default()));
    lane.walk(Decay::new(faded.lambda()), entities, |asked| {
        for (parameters, accuracy) in &mut tried {
            let ranks = asked.ranks(Form::Combined.weights(*parameters));
            ranks.for_each(|rank| accuracy.count(rank));
        }
    });
    let mut best = Best::default();
    for (parameters, accuracy) in tried {
        best.offer(parameters, accuracy);
    }
    best.parameters
}

#[derive(Default)]
struct Best {
    parameters: Parameters,
    mrr: f64,
}

impl Best {
    /// Every rank is finite, so that the first offered is better than none.
    fn offer(&mut self, parameters: Parameters, accuracy: Accuracy) {
        let mrr = accuracy.mrr();
        if mrr > self.mrr {
            *self = Self { parameters, mrr };
        }
    }
}
