//! Folding rows into events.
//!
//! The rule makes partitions of the rows, each coarser than the last, and each given
//! by a key, so that the order of the rows cannot matter:
//!
//! ```text
//! row ⊂ pair (mirror) ⊂ sentence (clique) ⊂ telling (same story) ⊂ event (presumed)
//!     ⊂ contact (absorbed)
//! ```
//!
//! A telling becomes an account. One hash look-up a row finds its event; the finer
//! ones are runs of the sorted rows of an event.

mod absorb;
mod cliques;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use self::absorb::absorb;
use self::cliques::Cliques;
use super::{Folding, Step};
use crate::model::ActorId;
use crate::model::codes::CameoCode;

/// What of a row the rule looks at. Visits go from visitor to host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) id: u64,
    pub(super) date: Date,
    pub(super) code: CameoCode,
    pub(super) source: Option<ActorId>,
    pub(super) target: Option<ActorId>,
    pub(super) story: Option<u64>,
    pub(super) sentence: Option<u32>,
}

/// How many rows each step made part of another row's event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Folds {
    mirror: u64,
    clique: u64,
    same_story: u64,
    presumed: u64,
    absorbed: u64,
}

impl Folds {
    pub(super) fn by(self, step: Step) -> u64 {
        match step {
            Step::Mirror => self.mirror,
            Step::Clique => self.clique,
            Step::SameStory => self.same_story,
            Step::Presumed => self.presumed,
            Step::Absorbed => self.absorbed,
        }
    }
}

/// Where something is told: rows of one place are folded. Ordered as published, as
/// far as the numbers of stories show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Where {
    Story(u64),
    Sentence(u64, u32),
    /// Nowhere else: by id, and by number among rows of one id.
    Row(u64, u32),
}

/// Whom an event is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Who {
    Pair(ActorId, ActorId),
    /// All of a clique, by its number.
    Many(u32),
}

/// The key of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Key {
    date: Date,
    code: CameoCode,
    who: Who,
    told: Option<Where>,
}

/// The rows of each event.
#[derive(Debug, Default)]
pub(super) struct Fold {
    /// Numbers of rows, event by event; within one, telling by telling.
    rows: Vec<u32>,
    /// Where each telling ends in `rows`, and each event in `tellings`.
    tellings: Vec<u32>,
    events: Vec<u32>,
    folds: Folds,
}

impl Fold {
    /// Folds rows; events come in the order of their first rows.
    ///
    /// Computes in O(r + f log f) time and O(r) space in the rows, of which f are
    /// folded.
    pub(super) fn of(told: &[Told], folding: &Folding) -> Self {
        let rule = Rule::new(told, folding);
        let grouped = Grouped::by_event(told, &rule);
        let mut fold = Self {
            rows: Vec::with_capacity(told.len()),
            ..Self::default()
        };
        fold.folds.absorbed = grouped.absorbed;
        let mut placed = Vec::new();
        for rows in grouped.events() {
            if let [alone] = rows {
                fold.rows.push(*alone);
                fold.tellings.push(length(&fold.rows));
            } else {
                placed.clear();
                placed.extend(rows.iter().filter_map(|&row| rule.place(told, row)));
                fold.tell(&mut placed);
            }
            fold.events.push(length(&fold.tellings));
        }
        let events = fold.events.len() as u64 + grouped.absorbed;
        fold.folds.presumed = (fold.tellings.len() as u64).saturating_sub(events);
        fold
    }

    /// Adds the rows of an event, telling by telling.
    fn tell(&mut self, rows: &mut [Placed]) {
        rows.sort_unstable_by_key(|row| (row.telling, row.sentence, row.id));
        let (mut tellings, mut sentences, mut pairs) = (0, 0, 0);
        for telling in rows.chunk_by(|one, other| one.telling == other.telling) {
            tellings += 1;
            for sentence in telling.chunk_by(|one, other| one.sentence == other.sentence) {
                sentences += 1;
                pairs += pair_count(sentence);
            }
            self.rows.extend(telling.iter().map(|row| row.number));
            self.tellings.push(length(&self.rows));
        }
        self.folds.mirror += rows.len() as u64 - pairs;
        self.folds.clique += pairs - sentences;
        self.folds.same_story += sentences - tellings;
    }

    pub(super) fn folds(&self) -> Folds {
        self.folds
    }

    /// The events; each as its tellings, each as its rows, by number.
    pub(super) fn events(&self) -> impl Iterator<Item = impl Iterator<Item = &[u32]>> {
        let mut first = 0;
        runs(&self.events).map(move |(from, to)| {
            let ends = self.tellings.get(from..to).unwrap_or_default();
            let begin = first;
            first = ends.last().map_or(begin, |&end| end as usize);
            ends.iter().scan(begin, |begin, &end| {
                let from = std::mem::replace(begin, end as usize);
                Some(self.rows.get(from..end as usize).unwrap_or_default())
            })
        })
    }
}

/// The slices that lie between ends.
fn runs(ends: &[u32]) -> impl Iterator<Item = (usize, usize)> {
    let begins = std::iter::once(0).chain(ends.iter().map(|&end| end as usize));
    begins.zip(ends.iter().map(|&end| end as usize))
}

fn length<T>(all: &[T]) -> u32 {
    // Rows are numbered in 32 bits: whoever reads them sees to that.
    u32::try_from(all.len()).unwrap_or(u32::MAX)
}

/// A row of an event of several.
struct Placed {
    number: u32,
    /// The tellings of a consultation come after those of what absorbed it.
    telling: (bool, Where),
    sentence: Where,
    /// Of a clique, which of its pairs the row tells of.
    pair: Option<(ActorId, ActorId, Option<u32>)>,
    id: u64,
}

/// How many different pairs the rows of a sentence tell of: one, but of a clique.
fn pair_count(sentence: &[Placed]) -> u64 {
    let mut pairs: Vec<_> = sentence.iter().filter_map(|row| row.pair).collect();
    let plain = sentence.len() - pairs.len();
    pairs.sort_unstable();
    pairs.dedup();
    (pairs.len() + plain.min(1)) as u64
}

/// The numbers of all rows, event by event.
struct Grouped {
    rows: Vec<u32>,
    ends: Vec<u32>,
    /// How many events became part of others after the others had their rows.
    absorbed: u64,
}

impl Grouped {
    fn by_event(told: &[Told], rule: &Rule<'_>) -> Self {
        let mut known: HashMap<Key, u32, foldhash::fast::RandomState> = HashMap::default();
        let mut sizes: Vec<u32> = Vec::with_capacity(told.len());
        let mut events = Vec::with_capacity(told.len());
        for (number, row) in (0..).zip(told) {
            let next = length(&sizes);
            let event = match rule.key(row, number) {
                Some(key) => *known.entry(key).or_insert(next),
                None => next,
            };
            match sizes.get_mut(event as usize) {
                Some(size) => *size += 1,
                None => sizes.push(1),
            }
            events.push(event);
        }
        let before = sizes.len();
        if rule.folding.takes(Step::Absorbed) {
            sizes = absorb(told, rule, &mut events, before);
        }
        let absorbed = before.saturating_sub(sizes.len()) as u64;
        Self {
            absorbed,
            ..Self::counted(&events, sizes)
        }
    }

    /// Sorted by event, each row after those of its event before it.
    fn counted(events: &[u32], sizes: Vec<u32>) -> Self {
        let mut rows = vec![0; events.len()];
        let mut ends = sizes;
        let mut begin = 0_u32;
        for end in &mut ends {
            begin = begin.saturating_add(std::mem::replace(end, begin));
        }
        // Each end moves from where its event begins to where it ends.
        for (row, &event) in (0..).zip(events) {
            if let Some(end) = ends.get_mut(event as usize)
                && let Some(place) = rows.get_mut(*end as usize)
            {
                *place = row;
                *end += 1;
            }
        }
        Self {
            rows,
            ends,
            absorbed: 0,
        }
    }

    fn events(&self) -> impl Iterator<Item = &[u32]> {
        runs(&self.ends).map(|(from, to)| self.rows.get(from..to).unwrap_or_default())
    }
}

/// In which telling and in which sentence a row stands.
struct Stands {
    telling: Where,
    sentence: Where,
}

/// The rule, made ready for some rows.
struct Rule<'a> {
    folding: &'a Folding,
    cliques: Cliques,
}

impl<'a> Rule<'a> {
    fn new(told: &[Told], folding: &'a Folding) -> Self {
        let cliques = Cliques::of(told, folding);
        Self { folding, cliques }
    }

    fn place(&self, told: &[Told], number: u32) -> Option<Placed> {
        let row = told.get(number as usize)?;
        let Stands { telling, sentence } = self.stands(row, number);
        let mut pair = None;
        if self.cliques.of_row(number).is_some() {
            let (one, other) = (row.source?, row.target?);
            // Where mirrors are not folded, each row is a pair of its own.
            let is_folded = self.folding.folds(Step::Mirror, row.code);
            let own = (!is_folded).then_some(number);
            pair = Some((one.min(other), one.max(other), own));
        }
        Some(Placed {
            number,
            telling: (row.code == CameoCode::CONSULT_UNSPECIFIED, telling),
            sentence,
            pair,
            id: row.id,
        })
    }

    fn stands(&self, row: &Told, number: u32) -> Stands {
        let alone = Where::Row(row.id, number);
        let paired = row.source.is_some() && row.target.is_some();
        let (Some(story), true) = (row.story, paired) else {
            return Stands {
                telling: alone,
                sentence: alone,
            };
        };
        let is_one =
            self.folding.folds(Step::Mirror, row.code) || self.cliques.of_row(number).is_some();
        let sentence = match row.sentence {
            Some(sentence) if is_one => Where::Sentence(story, sentence),
            _ => alone,
        };
        let telling = if self.folding.folds(Step::SameStory, row.code) {
            Where::Story(story)
        } else {
            sentence
        };
        Stands { telling, sentence }
    }

    /// The key of the event that a row tells of; `None` if it has one to itself.
    fn key(&self, row: &Told, number: u32) -> Option<Key> {
        let who = self.who(row, number)?;
        if !self.folding.ever_folds(row.code) {
            return None;
        }
        let telling = self.stands(row, number).telling;
        let told = if self.folding.folds(Step::Presumed, row.code) {
            None
        } else if let Where::Row(..) = telling {
            return None;
        } else {
            Some(telling)
        };
        Some(Key {
            date: row.date,
            code: row.code,
            who,
            told,
        })
    }

    fn who(&self, row: &Told, number: u32) -> Option<Who> {
        let (source, target) = (row.source?, row.target?);
        if let Some(many) = self.cliques.of_row(number) {
            return Some(Who::Many(many));
        }
        // A visit has a direction even where it is told from both sides.
        let either_way =
            self.folding.folds(Step::Mirror, row.code) && row.code != CameoCode::CONSULT_VISIT;
        Some(if either_way {
            Who::Pair(source.min(target), source.max(target))
        } else {
            Who::Pair(source, target)
        })
    }
}
