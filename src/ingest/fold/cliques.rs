//! Meetings of many, which coders write pair by pair.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use indexmap::IndexSet;
use jiff::civil::Date;

use super::Told;
use crate::ingest::{Folding, Step};
use crate::model::ActorId;
use crate::model::codes::CameoCode;

/// Which rows tell of one event of many: those of a sentence and code that pair
/// everybody with everybody.
#[derive(Debug, Default)]
pub(super) struct Cliques {
    /// By row, the number of its clique; empty if none are sought.
    of_row: Vec<Option<u32>>,
}

/// Whoever is paired with somebody, with all whom they are paired with and themselves.
type Near = BTreeMap<ActorId, BTreeSet<ActorId>>;

impl Cliques {
    /// Finds them in O(r log r) time and O(r) space in the rows.
    pub(super) fn of(told: &[Told], folding: &Folding) -> Self {
        if !folding.takes(Step::Clique) {
            return Self::default();
        }
        let mut of_row = vec![None; told.len()];
        let mut sets = IndexSet::new();
        for rows in sentences(told, folding).into_values() {
            // Three are the fewest that are more than a pair.
            if rows.len() < 3 {
                continue;
            }
            let clique_of = cliques(&near(&rows), &mut sets);
            for (row, source, _) in rows {
                if let Some(place) = of_row.get_mut(row) {
                    *place = clique_of.get(&source).copied();
                }
            }
        }
        Self { of_row }
    }

    /// The number of a row's clique, one for each set of actors.
    pub(super) fn of_row(&self, row: u32) -> Option<u32> {
        self.of_row.get(row as usize).copied().flatten()
    }
}

/// A day, a code, a story and a sentence of it.
type Sentence = (Date, CameoCode, u64, u32);
/// The number of a row, and its two actors.
type Paired = (usize, ActorId, ActorId);

/// The rows that may be of a clique, sentence by sentence.
fn sentences(told: &[Told], folding: &Folding) -> HashMap<Sentence, Vec<Paired>> {
    let mut sentences: HashMap<Sentence, Vec<Paired>> = HashMap::new();
    for (number, row) in told.iter().enumerate() {
        // Guest and host differ, so visits are of two.
        if row.code.is_symmetric()
            && folding.is_two_sided(row.code)
            && let (Some(story), Some(sentence)) = (row.story, row.sentence)
            && let (Some(source), Some(target)) = (row.source, row.target)
            && source != target
        {
            let key = (row.date, row.code, story, sentence);
            let rows = sentences.entry(key).or_default();
            rows.push((number, source, target));
        }
    }
    sentences
}

fn near(rows: &[Paired]) -> Near {
    let mut near = Near::new();
    for &(_, one, other) in rows {
        for who in [one, other] {
            near.entry(who).or_default().extend([one, other]);
        }
    }
    near
}

/// For each actor of a clique, its number.
///
/// Those who are paired with each other and nobody else all have the same ones near.
/// Each actor is compared with the first of such a set alone, so this takes as long as
/// there are pairs.
fn cliques(near: &Near, sets: &mut IndexSet<BTreeSet<ActorId>>) -> BTreeMap<ActorId, u32> {
    let mut clique_of = BTreeMap::new();
    for (first, set) in near {
        let is_clique = set.len() > 2
            && set.first() == Some(first)
            && set.iter().all(|one| near.get(one) == Some(set));
        if is_clique {
            let (number, _) = sets.insert_full(set.clone());
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            clique_of.extend(set.iter().map(|&one| (one, number)));
        }
    }
    clique_of
}
