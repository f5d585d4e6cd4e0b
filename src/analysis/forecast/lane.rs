//! The facts of one relation, in one direction, in order of time.

use super::decay::Decay;
use super::form::Weights;
use super::memory::Memory;
use super::question::Question;
use super::{Fact, Sought};

/// The facts of one relation, in one direction, in order of time.
///
/// Scores of one relation rest on its own facts alone, so that each lane can be gone
/// through by itself, with all that it needs close at hand.
#[derive(Debug)]
pub(super) struct Lane {
    pub(super) relation: u32,
    pub(super) sought: Sought,
    facts: Vec<Step>,
}

/// A fact as its lane sees it: of the end that is given, what is sought?
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Step {
    time: i32,
    given: u32,
    sought: u32,
    /// Whether it is asked about. Sorted last, so that of equal facts any may be.
    asked: bool,
}

impl Lane {
    /// All lanes of the facts, of which the second are asked about; by relation, the
    /// objects first. A fact that is given twice counts once. Costs O(f log f).
    pub(super) fn all(known: &[&[Fact]], asked: &[Fact]) -> Vec<Self> {
        Sought::ALL
            .iter()
            .flat_map(|&sought| Self::towards(sought, known, asked))
            .collect()
    }

    fn towards(sought: Sought, known: &[&[Fact]], asked: &[Fact]) -> Vec<Self> {
        let known = known.iter().copied().flatten().map(|fact| (fact, false));
        let mut rows: Vec<(u32, Step)> = known
            .chain(asked.iter().map(|fact| (fact, true)))
            .map(|(fact, asked)| (fact.relation, Step::new(fact, sought, asked)))
            .collect();
        rows.sort_unstable();
        rows.dedup_by(|(relation, again), (known_relation, known)| {
            let same = relation == known_relation && again.is_same(*known);
            known.asked |= same && again.asked;
            same
        });
        rows.chunk_by(|(one, _), (other, _)| one == other)
            .filter_map(|rows| {
                Some(Self {
                    relation: rows.first()?.0,
                    sought,
                    facts: rows.iter().map(|&(_, step)| step).collect(),
                })
            })
            .collect()
    }

    /// Whether anything is asked.
    pub(super) fn is_asked(&self) -> bool {
        self.facts.iter().any(|fact| fact.asked)
    }

    /// Goes through time: at each step all questions are put, of each the answers by
    /// `visit`, with what was known before; then the facts of the step are learnt.
    pub(super) fn walk(&self, decay: Decay, entities: u32, mut visit: impl FnMut(Asked<'_>)) {
        let mut memory = Memory::new(decay);
        for step in self.facts.chunk_by(|one, other| one.time == other.time) {
            for right in step.chunk_by(|one, other| one.given == other.given) {
                let Some(first) = right.iter().find(|fact| fact.asked) else {
                    continue;
                };
                let question = Question::new(&memory, entities, first.given, first.time);
                visit(Asked { question, right });
            }
            for fact in step {
                memory.learn(fact.time, fact.given, fact.sought);
            }
        }
    }
}

impl Step {
    fn new(fact: &Fact, sought: Sought, asked: bool) -> Self {
        let (given, sought) = match sought {
            Sought::Object => (fact.subject, fact.object),
            Sought::Subject => (fact.object, fact.subject),
        };
        Self {
            time: fact.time,
            given,
            sought,
            asked,
        }
    }

    fn is_same(self, other: Self) -> bool {
        (self.time, self.given, self.sought) == (other.time, other.given, other.sought)
    }
}

/// A question with its right answers.
#[derive(Debug)]
pub(super) struct Asked<'a> {
    question: Question<'a>,
    right: &'a [Step],
}

impl Asked<'_> {
    /// The ranks of the answers asked for, each with the other right ones left out.
    pub(super) fn ranks(&self, weights: Weights) -> impl Iterator<Item = f64> {
        let scores = self
            .right
            .iter()
            .map(|fact| self.question.score(fact.sought, weights));
        let scores: Vec<f64> = scores.collect();
        let asked = (0..).zip(self.right).filter(|(_, fact)| fact.asked);
        asked.filter_map(move |(nth, _): (usize, _)| {
            let (before, rest) = scores.split_at_checked(nth)?;
            let (&score, after) = rest.split_first()?;
            let others = before.iter().chain(after).copied();
            Some(self.question.rank(score, others, weights))
        })
    }
}
