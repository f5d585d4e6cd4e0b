//! Who talked to whom.

use std::collections::BTreeMap;

use demarche::What;

use super::super::neutral::{Shown, Tally};
use super::level::Way;
use super::{Hit, Lens};

impl Lens<'_> {
    pub(super) fn who_talked_to(&self, asked: usize) -> Vec<Tally> {
        let talks = self.of(&[What::Talk]);
        let mut partners: BTreeMap<usize, Vec<Hit>> = BTreeMap::new();
        for hit in talks.hits() {
            for dyad in talks.dyads(hit, &[asked]) {
                let partner = if dyad.from == asked {
                    dyad.to
                } else {
                    dyad.from
                };
                if dyad.is_of(asked, partner) && dyad.way != Way::OnAccount {
                    partners
                        .entry(partner)
                        .or_default()
                        .push((hit.0, dyad.certainty));
                }
            }
        }
        let mut contacts: Vec<Tally> = partners
            .into_iter()
            .map(|(partner, hits)| self.tally(vec![partner], &hits))
            .collect();
        contacts.sort_by_key(|one| self.rank_of(one));
        contacts
    }

    pub(super) fn who_talked_to_whom(&self) -> Vec<Tally> {
        let talks = self.of(&[What::Talk]);
        let mut pairs: BTreeMap<[usize; 2], Vec<Hit>> = BTreeMap::new();
        for hit in talks.hits() {
            for dyad in talks.dyads(hit, &[]) {
                let mut pair = [dyad.from, dyad.to];
                pair.sort_unstable();
                if dyad.way != Way::OnAccount {
                    pairs.entry(pair).or_default().push((hit.0, dyad.certainty));
                }
            }
        }
        let mut pairs: Vec<Tally> = pairs
            .into_iter()
            .map(|(pair, hits)| self.tally(pair.to_vec(), &hits))
            .collect();
        pairs.sort_by_key(|one| self.rank_of(one));
        pairs
    }

    /// The events that link two actors, and how certainly they do.
    pub(super) fn of_pair(&self, one: usize, other: usize) -> Vec<Hit> {
        self.linking(one, other, |_| true)
    }

    pub(super) fn linking(
        &self,
        one: usize,
        other: usize,
        counts: impl Fn(Way) -> bool,
    ) -> Vec<Hit> {
        let mut found = Vec::new();
        for hit in self.hits() {
            let dyads = self.dyads(hit, &[one, other]);
            let most = dyads
                .iter()
                .filter(|dyad| dyad.is_of(one, other) && counts(dyad.way))
                .map(|dyad| dyad.certainty)
                .max();
            found.extend(most.map(|certainty| (hit.0, certainty)));
        }
        found
    }

    pub(super) fn talks_of(&self, one: usize, other: usize) -> Vec<Shown> {
        let talks = self.of(&[What::Talk]);
        talks.shown(&talks.linking(one, other, |way| way != Way::OnAccount))
    }
}

/// The last whose end is bounded; of several, the one that comes last.
pub(super) fn last_of(talks: Vec<Shown>) -> Option<Shown> {
    let mut last: Option<Shown> = None;
    for talk in talks {
        if talk.when.latest().is_some()
            && last
                .as_ref()
                .is_none_or(|last| talk.when.latest() >= last.when.latest())
        {
            last = Some(talk);
        }
    }
    last
}
