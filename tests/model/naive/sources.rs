//! On whose word.

use std::collections::BTreeSet;

use demarche::time::Certainty;
use demarche::{Modality, Stance, Standing};

use super::super::narrow::Narrow;
use super::super::neutral::{self, Shown};
use super::super::plain::Account;
use super::Lens;

impl Lens<'_> {
    /// The fewest independent sources that assert an event, by the accounts certainly
    /// shown; and the most, by those that may be shown.
    pub(super) fn independent(&self, nth: usize) -> (usize, usize) {
        let told = |least| {
            let (mut speakers, mut outlets) = (BTreeSet::new(), BTreeSet::new());
            for (number, account) in self.accounts(nth).into_iter().enumerate() {
                if account.stance != Stance::Asserts || self.shows(account) < least {
                    continue;
                }
                match (account.speaker, account.publisher) {
                    (Some(speaker), _) => _ = speakers.insert(speaker),
                    (None, Some(outlet)) => _ = outlets.insert(Ok(outlet)),
                    (None, None) => _ = outlets.insert(Err(number)),
                }
            }
            (speakers.len(), outlets.len())
        };
        let least = match told(Certainty::Certain) {
            (0, 0) => 0,
            (0, _) => 1,
            (speakers, _) => speakers,
        };
        let (speakers, outlets) = told(Certainty::Possible);
        (least, speakers + outlets)
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
