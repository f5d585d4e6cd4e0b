//! On whose word.

use std::collections::BTreeSet;

use demarche::{Modality, Stance, Standing};

use super::super::narrow::Narrow;
use super::super::neutral::{self, Shown};
use super::super::plain::Account;
use super::Lens;

impl Lens<'_> {
    /// The fewest and the most independent sources that assert an event.
    pub(super) fn independent(&self, nth: usize) -> (usize, usize) {
        let (mut speakers, mut outlets) = (BTreeSet::new(), BTreeSet::new());
        for account in self.accounts(nth) {
            match account.speaker {
                _ if account.stance != Stance::Asserts => {}
                Some(speaker) => _ = speakers.insert(speaker),
                None => _ = outlets.insert(account.publisher),
            }
        }
        let least = if speakers.is_empty() && !outlets.is_empty() {
            1
        } else {
            speakers.len()
        };
        (least, speakers.len() + outlets.len())
    }

    pub(super) fn single_source(&self) -> Vec<Shown> {
        let lens = self.counting(&Modality::ALL, &[]);
        let mut hits = lens.hits();
        hits.retain(|&(nth, _)| lens.independent(nth) == (1, 1));
        lens.shown(&hits)
    }

    pub(super) fn claimed_only_by(&self, speakers: &[usize]) -> Vec<Shown> {
        let lens = self.counting(&Modality::ALL, &Standing::ALL);
        let mut hits = lens.hits();
        hits.retain(|&(nth, _)| {
            let mut accounts = lens.accounts(nth);
            accounts.retain(|account| account.stance == Stance::Asserts);
            let by_them =
                |account: &&Account| account.speaker.is_some_and(|one| speakers.contains(&one));
            !accounts.is_empty() && accounts.iter().all(by_them)
        });
        lens.shown(&hits)
    }

    pub(super) fn speakers(&self) -> Vec<(usize, usize)> {
        let mut spoken = Vec::new();
        for (nth, _) in self.hits() {
            let speakers = self
                .accounts(nth)
                .into_iter()
                .filter_map(|account| account.speaker);
            spoken.extend(speakers.collect::<BTreeSet<usize>>());
        }
        self.most_first(spoken)
    }

    pub(super) fn what_says(&self, speaker: usize) -> Vec<(usize, neutral::Account)> {
        let lens = self
            .and(Narrow::AccordingTo(vec![speaker]))
            .counting(&Modality::ALL, &Standing::ALL);
        let mut sayings = Vec::new();
        for (nth, _) in lens.hits() {
            for account in lens.accounts(nth) {
                sayings.push((nth, lens.shown_account(account)));
            }
        }
        sayings
    }
}
