//! Folding rows into events.
//!
//! The rule makes three partitions of the rows, each coarser than the last, and
//! each given by a key, so that the order of the rows cannot matter:
//!
//! ```text
//! row ⊂ sentence (mirror) ⊂ telling (same story) ⊂ event (presumed)
//! ```
//!
//! A telling becomes an account. One hash look-up a row finds its event; the finer
//! two are runs of the sorted rows of an event.

use std::collections::HashMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

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
    same_story: u64,
    presumed: u64,
}

impl Folds {
    pub(super) fn by(self, step: Step) -> u64 {
        match step {
            Step::Mirror => self.mirror,
            Step::SameStory => self.same_story,
            Step::Presumed => self.presumed,
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

/// The key of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Key {
    date: Date,
    code: CameoCode,
    pair: (ActorId, ActorId),
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
        let grouped = Grouped::by_event(told, folding);
        let mut fold = Self {
            rows: Vec::with_capacity(told.len()),
            ..Self::default()
        };
        let mut placed = Vec::new();
        for rows in grouped.events() {
            if let [alone] = rows {
                fold.rows.push(*alone);
                fold.tellings.push(length(&fold.rows));
            } else {
                placed.clear();
                placed.extend(rows.iter().filter_map(|&row| Placed::of(told, row, folding)));
                fold.tell(&mut placed);
            }
            fold.events.push(length(&fold.tellings));
        }
        fold
    }

    /// Adds the rows of an event, telling by telling.
    fn tell(&mut self, rows: &mut [Placed]) {
        rows.sort_unstable_by_key(|row| (row.telling, row.sentence, row.id));
        let (mut tellings, mut sentences) = (0, 0);
        for telling in rows.chunk_by(|one, other| one.telling == other.telling) {
            tellings += 1;
            sentences += telling
                .chunk_by(|one, other| one.sentence == other.sentence)
                .count() as u64;
            self.rows.extend(telling.iter().map(|row| row.number));
            self.tellings.push(length(&self.rows));
        }
        self.folds.mirror += rows.len() as u64 - sentences;
        self.folds.same_story += sentences - tellings;
        self.folds.presumed += tellings - 1;
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
    telling: Where,
    sentence: Where,
    id: u64,
}

impl Placed {
    fn of(told: &[Told], number: u32, folding: &Folding) -> Option<Self> {
        let row = told.get(number as usize)?;
        let Stands { telling, sentence } = Stands::of(row, number, folding);
        Some(Self {
            number,
            telling,
            sentence,
            id: row.id,
        })
    }
}

/// The numbers of all rows, event by event.
struct Grouped {
    rows: Vec<u32>,
    ends: Vec<u32>,
}

impl Grouped {
    fn by_event(told: &[Told], folding: &Folding) -> Self {
        let mut known: HashMap<Key, u32, foldhash::fast::RandomState> = HashMap::default();
        let mut sizes: Vec<u32> = Vec::with_capacity(told.len());
        let mut events = Vec::with_capacity(told.len());
        for (number, row) in (0..).zip(told) {
            let next = length(&sizes);
            let event = match key(row, number, folding) {
                Some(key) => *known.entry(key).or_insert(next),
                None => next,
            };
            match sizes.get_mut(event as usize) {
                Some(size) => *size += 1,
                None => sizes.push(1),
            }
            events.push(event);
        }
        Self::counted(&events, sizes)
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
        Self { rows, ends }
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

impl Stands {
    fn of(row: &Told, number: u32, folding: &Folding) -> Self {
        let alone = Where::Row(row.id, number);
        let paired = row.source.is_some() && row.target.is_some();
        let (Some(story), true) = (row.story, paired) else {
            return Self {
                telling: alone,
                sentence: alone,
            };
        };
        let sentence = match row.sentence {
            Some(sentence) if folding.folds(Step::Mirror, row.code) => {
                Where::Sentence(story, sentence)
            }
            _ => alone,
        };
        let telling = if folding.folds(Step::SameStory, row.code) {
            Where::Story(story)
        } else {
            sentence
        };
        Self { telling, sentence }
    }
}

/// The key of the event that a row tells of; `None` if it has one to itself.
fn key(row: &Told, number: u32, folding: &Folding) -> Option<Key> {
    let (source, target) = (row.source?, row.target?);
    if !folding.ever_folds(row.code) {
        return None;
    }
    let telling = Stands::of(row, number, folding).telling;
    let told = if folding.folds(Step::Presumed, row.code) {
        None
    } else if let Where::Row(..) = telling {
        return None;
    } else {
        Some(telling)
    };
    // A visit has a direction even where it is told from both sides.
    let either_way = folding.folds(Step::Mirror, row.code) && row.code != CameoCode::CONSULT_VISIT;
    let pair = if either_way {
        (source.min(target), source.max(target))
    } else {
        (source, target)
    };
    Some(Key {
        date: row.date,
        code: row.code,
        pair,
        told,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::model::Stamp;
    use proptest::prelude::*;

    type Partition = BTreeSet<BTreeSet<usize>>;

    /// The closure of a relation over all pairs of rows, the slow and obvious way.
    fn closure(rows: &[Told], related: impl Fn(&Told, &Told) -> bool) -> Partition {
        let mut of: Vec<usize> = (0..rows.len()).collect();
        for one in 0..rows.len() {
            for other in 0..rows.len() {
                if related(&rows[one], &rows[other]) {
                    let (from, to) = (of[other], of[one]);
                    of.iter_mut()
                        .filter(|of| **of == from)
                        .for_each(|of| *of = to);
                }
            }
        }
        let mut parts: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for (row, &of) in of.iter().enumerate() {
            parts.entry(of).or_default().insert(row);
        }
        parts.into_values().collect()
    }

    /// The rule, as its documentation has it.
    struct Naive<'a>(&'a Folding);

    impl Naive<'_> {
        fn same(&self, one: &Told, other: &Told) -> bool {
            let (Some(a), Some(b)) = (one.source, one.target) else {
                return false;
            };
            let (Some(c), Some(d)) = (other.source, other.target) else {
                return false;
            };
            let swapped = self.0.takes(Step::Mirror)
                && self.0.is_two_sided(one.code)
                && one.code.is_symmetric();
            one.date == other.date
                && one.code == other.code
                && ((a, b) == (c, d) || (swapped && (a, b) == (d, c)))
        }

        fn mirror(&self, one: &Told, other: &Told) -> bool {
            self.0.takes(Step::Mirror)
                && self.0.is_two_sided(one.code)
                && self.same(one, other)
                && one.story.is_some()
                && one.story == other.story
                && one.sentence.is_some()
                && one.sentence == other.sentence
        }

        fn same_story(&self, one: &Told, other: &Told) -> bool {
            self.0.takes(Step::SameStory)
                && (self.0.is_two_sided(one.code) || self.0.directed_within_stories)
                && self.same(one, other)
                && one.story.is_some()
                && one.story == other.story
        }

        fn presumed(&self, one: &Told, other: &Told) -> bool {
            self.0.takes(Step::Presumed) && self.0.is_two_sided(one.code) && self.same(one, other)
        }
    }

    /// Marks directed folding the way the value does, so that the oracle can ask.
    fn any_folding() -> impl Strategy<Value = Folding> {
        (
            prop::sample::subsequence(Step::ALL.to_vec(), 0..=3),
            any::<bool>(),
        )
            .prop_map(|(steps, directed)| {
                let folding = steps.into_iter().fold(Folding::none(), Folding::with);
                if directed {
                    folding.directed_within_stories()
                } else {
                    folding
                }
            })
    }

    fn any_rows() -> impl Strategy<Value = Vec<Told>> {
        let stamp = Stamp::draw();
        let who = move || {
            prop::option::weighted(
                0.95,
                (0..3_u32).prop_map(move |who| ActorId::new(who, stamp)),
            )
        };
        let code = prop::sample::select(vec!["040", "041", "042", "045", "057", "112"]);
        let row = (
            1..3_i8,
            code,
            who(),
            who(),
            prop::option::weighted(0.9, 0..3_u64),
            prop::option::weighted(0.9, 0..2_u32),
        );
        prop::collection::vec(row, 0..60).prop_map(|rows| {
            (0..)
                .zip(rows)
                .map(|(id, (day, code, source, target, story, sentence))| Told {
                    id,
                    date: jiff::civil::date(2018, 6, day),
                    code: code.parse().unwrap(),
                    source,
                    target,
                    story,
                    sentence,
                })
                .collect()
        })
    }

    fn events_of(fold: &Fold) -> Partition {
        fold.events()
            .map(|event| event.flatten().map(|&row| row as usize).collect())
            .collect()
    }

    fn tellings_of(fold: &Fold) -> Partition {
        fold.events()
            .flatten()
            .map(|telling| telling.iter().map(|&row| row as usize).collect())
            .collect()
    }

    proptest! {
        #[test]
        fn folds_as_the_rule_says(rows in any_rows(), folding in any_folding()) {
            let fold = Fold::of(&rows, &folding);
            let naive = Naive(&folding);
            let sentences = closure(&rows, |one, other| naive.mirror(one, other));
            let tellings = closure(&rows, |one, other| {
                naive.mirror(one, other) || naive.same_story(one, other)
            });
            let events = closure(&rows, |one, other| {
                naive.mirror(one, other) || naive.same_story(one, other) || naive.presumed(one, other)
            });
            prop_assert_eq!(&events_of(&fold), &events);
            prop_assert_eq!(&tellings_of(&fold), &tellings);
            let count = |step| usize::try_from(fold.folds().by(step)).unwrap();
            prop_assert_eq!(count(Step::Mirror), rows.len() - sentences.len());
            prop_assert_eq!(count(Step::SameStory), sentences.len() - tellings.len());
            prop_assert_eq!(count(Step::Presumed), tellings.len() - events.len());
        }

        #[test]
        fn events_come_in_the_order_of_their_first_rows(rows in any_rows()) {
            let fold = Fold::of(&rows, &Folding::standard());
            let firsts: Vec<u32> = fold
                .events()
                .map(|event| event.flatten().copied().min().unwrap())
                .collect();
            prop_assert!(firsts.is_sorted());
        }

        #[test]
        fn the_order_of_rows_does_not_matter(
            (rows, shuffled) in any_rows().prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
            folding in any_folding(),
        ) {
            let by_id = |rows: &[Told], fold: &Fold| -> BTreeSet<Vec<Vec<u64>>> {
                fold.events()
                    .map(|event| {
                        event
                            .map(|told| told.iter().map(|&row| rows[row as usize].id).collect())
                            .collect()
                    })
                    .collect()
            };
            let (one, other) = (Fold::of(&rows, &folding), Fold::of(&shuffled, &folding));
            prop_assert_eq!(by_id(&rows, &one), by_id(&shuffled, &other));
            prop_assert_eq!(one.folds(), other.folds());
        }
    }
}
