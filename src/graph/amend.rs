//! Corrections: accounts added later, withdrawn, superseded; events and ties
//! retracted; links drawn afterwards.

use super::Graph;
use crate::model::{
    Account, AccountId, EventData, EventId, Link, LinkKind, NewAccount, Subject, TieId,
};
use crate::time::{Moment, ParseTimeError};
use crate::{Error, Result};

impl Graph {
    /// Adds an account to an event that is there already.
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader, NewAccount, Organization};
    ///
    /// let mut graph = Graph::new();
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// let kremlin = graph.add(Organization::new("Kremlin"))?;
    /// let call = graph.record(Call::between(macron, putin).on("2021-11-15"))?;
    ///
    /// graph.add_account(call, NewAccount::by(kremlin).denying())?;
    /// assert_eq!(graph.view().contested().len() + graph.view().denied().len(), 1);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// # Errors
    /// When something is wrong with the account, or the event, the speaker or the
    /// publisher is of another graph.
    pub fn add_account(&mut self, event: EventId, account: NewAccount) -> Result<AccountId> {
        let account = account.check()?;
        self.check_account(&account)?;
        let ordinal = ordinal(self.events.get(event)?.accounts.len())?;
        self.events
            .amend(event, |event| event.accounts.push(account))?;
        Ok(AccountId {
            subject: Subject::Event(event),
            ordinal,
        })
    }

    /// Adds an account to a tie that is there already.
    ///
    /// # Errors
    /// As for [`add_account`](Self::add_account).
    pub fn add_tie_account(&mut self, tie: TieId, account: NewAccount) -> Result<AccountId> {
        let account = account.check()?;
        self.check_account(&account)?;
        let held = self.ties.get_mut(tie)?;
        let ordinal = ordinal(held.accounts.len())?;
        held.accounts.push(account);
        Ok(AccountId {
            subject: Subject::Tie(tie),
            ordinal,
        })
    }

    /// The ids of an event's accounts, in order of recording.
    ///
    /// # Errors
    /// When the event is of another graph.
    pub fn account_ids(&self, event: EventId) -> Result<Vec<AccountId>> {
        let accounts = &self.events.get(event)?.accounts;
        Ok((0..)
            .zip(accounts)
            .map(|(ordinal, _)| AccountId {
                subject: Subject::Event(event),
                ordinal,
            })
            .collect())
    }

    /// Withdraws an account as of a moment, in UTC; it stays visible to an earlier
    /// [`known_by`](crate::View::known_by).
    ///
    /// # Errors
    /// When the moment cannot be read or the account is of another graph.
    pub fn withdraw<T>(&mut self, account: AccountId, when: T) -> Result<()>
    where
        T: TryInto<Moment>,
        T::Error: Into<ParseTimeError>,
    {
        let when = when.try_into().map_err(Into::into)?;
        self.amend_account(account, |account| account.withdrawn = Some(when))
    }

    /// Puts another account in the place of one, as of when the new one was
    /// recorded; the old one stays visible to an earlier
    /// [`known_by`](crate::View::known_by).
    ///
    /// # Errors
    /// As for [`add_account`](Self::add_account).
    pub fn supersede(&mut self, old: AccountId, new: NewAccount) -> Result<AccountId> {
        self.account(old)?;
        let new = new.check()?;
        self.check_account(&new)?;
        let recorded = new.recorded;
        let count = self.accounts_of(old.subject)?.len();
        let ordinal = ordinal(count)?;
        self.amend_accounts(old.subject, |accounts| {
            if let Some(old) = accounts.get_mut(old.ordinal as usize) {
                old.withdrawn = Some(recorded);
                old.superseded_by = Some(ordinal);
            }
            accounts.push(new);
        })?;
        Ok(AccountId {
            subject: old.subject,
            ordinal,
        })
    }

    /// An account by its id. O(1).
    ///
    /// # Errors
    /// When it is of another graph.
    pub fn account(&self, id: AccountId) -> Result<&Account> {
        self.accounts_of(id.subject)?
            .get(id.ordinal as usize)
            .ok_or_else(|| Error::foreign("account"))
    }

    /// Retracts an event as of a moment, in UTC: it should not have been recorded.
    /// It stays visible to an earlier [`known_by`](crate::View::known_by).
    ///
    /// # Errors
    /// When the moment cannot be read or the event is of another graph.
    pub fn retract<T>(&mut self, event: EventId, when: T) -> Result<()>
    where
        T: TryInto<Moment>,
        T::Error: Into<ParseTimeError>,
    {
        let when = when.try_into().map_err(Into::into)?;
        self.events
            .amend(event, |event| event.detail_mut().retracted = Some(when))
    }

    /// Retracts a tie as of a moment, in UTC.
    ///
    /// # Errors
    /// When the moment cannot be read or the tie is of another graph.
    pub fn retract_tie<T>(&mut self, tie: TieId, when: T) -> Result<()>
    where
        T: TryInto<Moment>,
        T::Error: Into<ParseTimeError>,
    {
        let when = when.try_into().map_err(Into::into)?;
        self.ties.get_mut(tie)?.retracted = Some(when);
        Ok(())
    }

    /// Links an event to another. A link that is there already changes nothing.
    ///
    /// # Errors
    /// When either is of another graph, or they are one.
    pub fn link(&mut self, from: EventId, kind: LinkKind, to: EventId) -> Result<()> {
        if from == to {
            return Err(Error::invalid("link", "one event twice", "two events"));
        }
        self.events.link(from, Link { kind, to })
    }

    pub(super) fn check_account(&self, account: &Account) -> Result<()> {
        for who in [account.speaker, account.publisher].into_iter().flatten() {
            self.actors.check(who)?;
        }
        Ok(())
    }

    fn accounts_of(&self, subject: Subject) -> Result<&[Account]> {
        match subject {
            Subject::Event(event) => Ok(&self.events.get(event)?.accounts),
            Subject::Tie(tie) => Ok(&self.ties.get(tie)?.accounts),
        }
    }

    fn amend_account(&mut self, id: AccountId, change: impl FnOnce(&mut Account)) -> Result<()> {
        self.account(id)?;
        self.amend_accounts(id.subject, |accounts| {
            if let Some(account) = accounts.get_mut(id.ordinal as usize) {
                change(account);
            }
        })
    }

    fn amend_accounts(
        &mut self,
        subject: Subject,
        change: impl FnOnce(&mut Vec<Account>),
    ) -> Result<()> {
        match subject {
            Subject::Event(event) => self
                .events
                .amend(event, |event: &mut EventData| change(&mut event.accounts)),
            Subject::Tie(tie) => {
                change(&mut self.ties.get_mut(tie)?.accounts);
                Ok(())
            }
        }
    }
}

fn ordinal(count: usize) -> Result<u32> {
    u32::try_from(count)
        .map_err(|_| Error::invalid("account", count, "fewer than 2³² accounts of one event"))
}
