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
struct Naive<'a>(&'a Folding, &'a [Told], Vec<Vec<ActorId>>);

impl<'a> Naive<'a> {
    fn of(folding: &'a Folding, rows: &'a [Told]) -> Self {
        let pair = |row: &Told| row.source.into_iter().chain(row.target).collect();
        let parties = |row| clique(rows, row, folding).unwrap_or_else(|| pair(row));
        Self(folding, rows, rows.iter().map(parties).collect())
    }

    /// The clique of a row, or else its pair.
    fn parties(&self, row: &Told) -> &[ActorId] {
        &self.2[usize::try_from(row.id).unwrap()]
    }

    fn clique(&self, one: &Told, other: &Told) -> bool {
        let many = self.parties(one);
        many.len() > 2
            && many == self.parties(other)
            && one.code == other.code
            && one.date == other.date
            && one.story == other.story
            && one.sentence == other.sentence
    }

    fn same(&self, one: &Told, other: &Told) -> bool {
        let (Some(a), Some(b)) = (one.source, one.target) else {
            return false;
        };
        let (Some(c), Some(d)) = (other.source, other.target) else {
            return false;
        };
        let swapped =
            self.0.takes(Step::Mirror) && self.0.is_two_sided(one.code) && one.code.is_symmetric();
        let same_pair = (a, b) == (c, d) || (swapped && (a, b) == (d, c));
        let (of_one, of_other) = (self.parties(one), self.parties(other));
        let same_parties = match (of_one.len(), of_other.len()) {
            (2, 2) => same_pair,
            _ => of_one == of_other,
        };
        one.date == other.date && one.code == other.code && same_parties
    }

    fn mirror(&self, one: &Told, other: &Told) -> bool {
        self.0.takes(Step::Mirror)
            && self.0.is_two_sided(one.code)
            && self.same(one, other)
            && same_pair(one, other)
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

    fn absorbs(&self, specific: &Told, consultation: &Told) -> bool {
        let are_contacts = [specific, consultation].into_iter().all(|row| {
            self.0.is_two_sided(row.code) && row.source.is_some() && row.target.is_some()
        });
        let parties = |row: &Told| -> Vec<_> {
            let mut parties = self.parties(row).to_vec();
            if self.0.takes(Step::Mirror) {
                parties.sort_unstable();
            }
            parties
        };
        are_contacts
            && consultation.code.as_str() == "040"
            && ["041", "042", "044", "046"].contains(&specific.code.as_str())
            && specific.date == consultation.date
            && parties(specific) == parties(consultation)
            && (self.0.takes(Step::Presumed)
                || (specific.story.is_some() && specific.story == consultation.story))
    }

    /// Merges each part that is absorbed into the only one that absorbs it.
    fn absorbed(&self, events: &Partition) -> Partition {
        if !self.0.takes(Step::Absorbed) {
            return events.clone();
        }
        let row = |part: &BTreeSet<usize>| self.1[*part.first().unwrap()];
        let mut wholes: BTreeMap<_, BTreeSet<usize>> = BTreeMap::new();
        for part in events {
            let mut absorbing = events
                .iter()
                .filter(|other| self.absorbs(&row(other), &row(part)));
            let whole = match (absorbing.next(), absorbing.next()) {
                (Some(only), None) => only,
                _ => part,
            };
            wholes.entry(whole.clone()).or_default().extend(part);
        }
        wholes.into_values().collect()
    }
}

/// Everybody whom a row's sentence pairs with whom, if that is everybody of at least
/// three whom the row's actors are linked with in it: grown one by one.
fn clique(rows: &[Told], row: &Told, folding: &Folding) -> Option<Vec<ActorId>> {
    let takes = folding.takes(Step::Clique) && folding.is_two_sided(row.code);
    if !takes || !row.code.is_symmetric() || row.source == row.target {
        return None;
    }
    let (source, target, _, _) = (row.source?, row.target?, row.story?, row.sentence?);
    let pairs: Vec<(ActorId, ActorId)> = rows
        .iter()
        .filter(|other| {
            (other.date, other.code, other.story, other.sentence)
                == (row.date, row.code, row.story, row.sentence)
        })
        .filter_map(|other| Some((other.source?, other.target?)))
        .filter(|(one, other)| one != other)
        .collect();
    let mut many = BTreeSet::from([source, target]);
    while let Some(&(one, other)) = pairs
        .iter()
        .find(|(one, other)| many.contains(one) != many.contains(other))
    {
        many.extend([one, other]);
    }
    let are_paired = |one, other| pairs.contains(&(one, other)) || pairs.contains(&(other, one));
    let is_clique = many.iter().all(|&one| {
        many.iter()
            .all(|&other| one == other || are_paired(one, other))
    });
    (is_clique && many.len() > 2).then(|| many.into_iter().collect())
}

fn same_pair(one: &Told, other: &Told) -> bool {
    let pair = |row: &Told| row.source.min(row.target)..=row.source.max(row.target);
    pair(one) == pair(other)
}

/// Marks directed folding the way the value does, so that the oracle can ask.
fn any_folding() -> impl Strategy<Value = Folding> {
    (
        prop::sample::subsequence(Step::ALL.to_vec(), 0..=5),
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
    let code = prop::sample::select(vec!["040", "040", "041", "042", "044", "045", "057", "112"]);
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
        let naive = Naive::of(&folding, &rows);
        let pairs = closure(&rows, |one, other| naive.mirror(one, other));
        let sentences = closure(&rows, |one, other| {
            naive.mirror(one, other) || naive.clique(one, other)
        });
        let tellings = closure(&rows, |one, other| {
            naive.mirror(one, other) || naive.clique(one, other) || naive.same_story(one, other)
        });
        let before = closure(&rows, |one, other| {
            naive.mirror(one, other)
                || naive.clique(one, other)
                || naive.same_story(one, other)
                || naive.presumed(one, other)
        });
        let events = naive.absorbed(&before);
        prop_assert_eq!(&events_of(&fold), &events);
        prop_assert_eq!(&tellings_of(&fold), &tellings);
        let count = |step| usize::try_from(fold.folds().by(step)).unwrap();
        prop_assert_eq!(count(Step::Mirror), rows.len() - pairs.len());
        prop_assert_eq!(count(Step::Clique), pairs.len() - sentences.len());
        prop_assert_eq!(count(Step::SameStory), sentences.len() - tellings.len());
        prop_assert_eq!(count(Step::Presumed), tellings.len() - before.len());
        prop_assert_eq!(count(Step::Absorbed), before.len() - events.len());
    }

    #[test]
    fn events_come_in_the_order_of_their_first_rows(
        rows in any_rows(),
        folding in any_folding(),
    ) {
        let fold = Fold::of(&rows, &folding);
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
