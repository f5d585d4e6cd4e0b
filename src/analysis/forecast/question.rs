//! A question of a relation and a subject at a time, and where the answers rank.

use std::cmp::Ordering;

use super::form::Weights;
use super::memory::Memory;

/// Who, of all entities, is the object? Asked of a subject at a time, of what is known
/// before.
#[derive(Debug)]
pub(super) struct Question<'m> {
    memory: &'m Memory,
    entities: u32,
    subject: u32,
    /// The objects to which the subject has done it, in the order of the memory.
    recurring: Vec<Candidate>,
}

#[derive(Clone, Copy, Debug)]
struct Candidate {
    strict: f64,
    relaxed: f64,
}

impl<'m> Question<'m> {
    /// Of which relation, of how many entities, and of which subject, when.
    pub(super) fn new(memory: &'m Memory, entities: u32, subject: u32, time: i32) -> Self {
        let recurring = memory
            .strict(subject, time)
            .map(|(object, strict)| Candidate {
                strict,
                relaxed: memory.relaxed(memory.count(object)),
            });
        Self {
            memory,
            entities,
            subject,
            recurring: recurring.collect(),
        }
    }

    /// The score of an object.
    pub(super) fn score(&self, object: u32, weights: Weights) -> f64 {
        let place = self.memory.place(self.subject, object);
        match place.and_then(|place| self.recurring.get(place)) {
            Some(known) => weights.score(known.strict, known.relaxed),
            None => weights.score(0.0, self.memory.relaxed(self.memory.count(object))),
        }
    }

    /// The rank of an answer of this score among all entities but for the other right
    /// answers, of which these are the scores; from 1, and of those that tie, the mean.
    ///
    /// The scores of all entities are never made. Those that the subject has had nothing
    /// to do with score by how often they are an object alone, and are counted by that.
    /// Costs O(k + log o) in the k objects that the subject recurs to and the o distinct
    /// objects of the relation.
    pub(super) fn rank(
        &self,
        score: f64,
        others: impl Iterator<Item = f64>,
        weights: Weights,
    ) -> f64 {
        let mut field = Field::of_all(self, score, weights);
        for candidate in &self.recurring {
            field.count(weights.score(0.0, candidate.relaxed), -1.0);
            field.count(weights.score(candidate.strict, candidate.relaxed), 1.0);
        }
        for other in others {
            field.count(other, -1.0);
        }
        field.rank()
    }
}

/// How many score better than an answer, and how many as well, itself among them.
#[derive(Clone, Copy, Debug)]
struct Field {
    score: f64,
    better: f64,
    equal: f64,
}

impl Field {
    /// All entities, as if the subject had had to do with none.
    fn of_all(question: &Question<'_>, score: f64, weights: Weights) -> Self {
        let memory = question.memory;
        let counts = memory.counts();
        let compare = |count: u32| weights.score(0.0, memory.relaxed(count)).total_cmp(&score);
        let better = counts.partition_point(|&count| compare(count).is_gt());
        let not_worse = counts.partition_point(|&count| compare(count).is_ge());
        let never = if compare(0).is_eq() {
            f64::from(question.entities) - number(counts.len())
        } else {
            0.0
        };
        Self {
            score,
            better: number(better),
            equal: number(not_worse - better) + never,
        }
    }

    /// Counts one of this score in, or with −1 out again.
    fn count(&mut self, score: f64, by: f64) {
        match score.total_cmp(&self.score) {
            Ordering::Greater => self.better += by,
            Ordering::Equal => self.equal += by,
            Ordering::Less => {}
        }
    }

    /// The mean of the best rank, right behind those that are better, and the worst.
    fn rank(self) -> f64 {
        self.better + f64::midpoint(1.0, self.equal)
    }
}

/// No more than there are entities, which are numbered by `u32`.
fn number(many: usize) -> f64 {
    f64::from(u32::try_from(many).unwrap_or(u32::MAX))
}
