//! Accounts: new ones, later ones, withdrawn and superseded ones.

use demarche::NewAccount;
use demarche::time::Moment;

use super::super::genes::AccountGene;
use super::super::plain::Account;
use super::super::tables::{self, STANCES, TEXTS, TOPICS, pick};
use super::{Handle, World};

impl World {
    pub(super) fn account(&self, gene: &AccountGene) -> (NewAccount, Account) {
        let publisher = self.actor(gene.publisher);
        let outlet = self.handles[publisher];
        let speaker = gene.speaker.map(|nth| self.actor(nth));
        let by = speaker.and_then(|speaker| {
            told_apart!(
                self.handles[speaker],
                [Leader State Organization Group Unresolved],
                |id| NewAccount::by(id)
            )
        });
        let via = (gene.publishes || by.is_none())
            .then(|| {
                told_apart!(outlet, [Leader Organization Unresolved], |id| match by {
                    Some(_) => None,
                    None => Some(NewAccount::from(id)),
                })
            })
            .flatten();
        // Somebody must be named: the speaker, the publisher, or else the first.
        let (mut account, speaker, publisher) = match (by, via) {
            (Some(account), Some(_)) => (
                told_apart!(outlet, [Leader Organization Unresolved], |id| account.via(id))
                    .unwrap(),
                speaker,
                Some(publisher),
            ),
            (Some(account), None) => (account, speaker, None),
            (None, Some(Some(account))) => (account, None, Some(publisher)),
            (None, _) => (
                told_apart!(
                    self.handles[0],
                    [Leader State Organization Group Unresolved],
                    |id| NewAccount::by(id)
                )
                .unwrap(),
                Some(0),
                None,
            ),
        };
        let mut plain = Account {
            speaker,
            publisher,
            stance: *pick(&STANCES, gene.stance),
            stated: Moment::unknown(),
            recorded: Moment::unknown(),
            withdrawn: None,
            text: None,
            topic: None,
            when: None,
            place: None,
            duration: None,
        };
        account = account.stance(plain.stance);
        if let Some(nth) = gene.stated {
            plain.stated = tables::moment(nth);
            account = account.stated(plain.stated);
        }
        if let Some(nth) = gene.recorded {
            plain.recorded = tables::moment(nth);
            account = account.recorded(plain.recorded);
        }
        if let Some(nth) = gene.text {
            let text = *pick(&TEXTS, nth);
            plain.text = Some(text.to_owned());
            account = account.quoting(text);
        }
        if let Some(nth) = gene.topic {
            let topic = *pick(&TOPICS, nth);
            plain.topic = Some(topic.to_owned());
            account = account.about([topic]);
        }
        if let Some(nth) = gene.when {
            plain.when = Some(tables::moment(nth));
            account = account.dating(tables::moment(nth));
        }
        if let Some(nth) = gene.place {
            plain.place = Some(tables::place(nth));
            account = account.placing(tables::place(nth));
        }
        if let Some(nth) = gene.duration {
            plain.duration = Some(tables::duration(nth));
            account = account.lasting(tables::duration(nth));
        }
        (account, plain)
    }

    pub(super) fn add_account(&mut self, event: u8, gene: &AccountGene) {
        let Some(event) = self.event(event) else {
            return;
        };
        let (account, plain) = self.account(gene);
        self.graph.add_account(self.events[event], account).unwrap();
        self.plain.events[event].accounts.push(plain);
    }

    pub(super) fn add_tie_account(&mut self, tie: u8, gene: &AccountGene) {
        if self.ties.is_empty() {
            return;
        }
        let tie = usize::from(tie) % self.ties.len();
        let (account, plain) = self.account(gene);
        self.graph.add_tie_account(self.ties[tie], account).unwrap();
        self.plain.ties[tie].accounts.push(plain);
    }

    /// The account of an event that two numbers stand for.
    pub(super) fn account_of(&self, event: u8, account: u8) -> Option<(usize, usize)> {
        let event = self.event(event)?;
        let accounts = self.plain.events[event].accounts.len();
        (accounts > 0).then(|| (event, usize::from(account) % accounts))
    }

    pub(super) fn withdraw(&mut self, event: u8, account: u8, when: Moment) {
        let Some((event, account)) = self.account_of(event, account) else {
            return;
        };
        let id = self.graph.account_ids(self.events[event]).unwrap()[account];
        let plain = &mut self.plain.events[event].accounts[account];
        let stands = stands(plain, &when);
        assert_eq!(self.graph.withdraw(id, when).is_ok(), stands);
        if stands {
            plain.withdrawn = Some(when);
        }
    }

    pub(super) fn supersede(&mut self, event: u8, account: u8, by: &AccountGene) {
        let Some((event, account)) = self.account_of(event, account) else {
            return;
        };
        let (new, plain) = self.account(by);
        let id = self.graph.account_ids(self.events[event]).unwrap()[account];
        let accounts = &mut self.plain.events[event].accounts;
        let stands = stands(&accounts[account], &plain.recorded);
        assert_eq!(self.graph.supersede(id, new).is_ok(), stands);
        if stands {
            accounts[account].withdrawn = Some(plain.recorded);
            accounts.push(plain);
        }
    }
}

/// Whether an account can be taken back at a moment: it is not yet, and was recorded
/// by then as far as is known.
fn stands(account: &Account, when: &Moment) -> bool {
    account.withdrawn.is_none() && !when.before(&account.recorded).is_certain()
}
