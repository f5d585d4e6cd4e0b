//! Accounts added later, withdrawn, superseded.

use super::{Account, Accounts, Event, Graph, Tie};
use crate::model::{AccountData, AccountId, EventId, NewAccount, Subject, TieId};
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
        self.attach(Subject::Event(event), account)
    }

    /// Adds an account to a tie that is there already.
    ///
    /// # Errors
    /// As for [`add_account`](Self::add_account).
    pub fn add_tie_account(&mut self, tie: TieId, account: NewAccount) -> Result<AccountId> {
        self.attach(Subject::Tie(tie), account)
    }

    /// The ids of an event's accounts, in order of recording.
    ///
    /// # Errors
    /// When the event is of another graph.
    pub fn account_ids(&self, event: EventId) -> Result<Vec<AccountId>> {
        let subject = Subject::Event(event);
        Ok((0..)
            .zip(self.accounts_of(subject)?)
            .map(|(ordinal, account)| AccountId {
                subject,
                ordinal,
                stamp: account.stamp(),
            })
            .collect())
    }

    /// An account by its id. O(1).
    ///
    /// # Errors
    /// When it is of another graph, or was moved by
    /// [unfolding](Self::unfold) its event.
    pub fn account(&self, id: AccountId) -> Result<Account<'_>> {
        self.accounts_of(id.subject)?
            .nth(id.ordinal as usize)
            .filter(|account| account.stamp() == id.stamp)
            .ok_or_else(|| Error::foreign("account"))
    }

    /// Withdraws an account as of a moment, in UTC; it stays visible to an earlier
    /// [`known_by`](crate::View::known_by).
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader, NewAccount, Organization};
    ///
    /// let mut graph = Graph::new();
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// let ap = graph.add(Organization::new("Associated Press"))?;
    /// let call = graph.record(Call::between(macron, putin).on("2021-11-15"))?;
    /// let account = graph.add_account(call, NewAccount::from(ap).recorded("2021-11-16"))?;
    ///
    /// graph.withdraw(account, "2021-11-20")?;
    /// assert_eq!(graph.view().who_talked_to_whom().len(), 0);
    /// assert_eq!(graph.view().known_by("2021-11-18")?.who_talked_to_whom().len(), 1);
    /// assert!(graph.withdraw(account, "2021-11-30").is_err());
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// # Errors
    /// When the moment cannot be read or is certainly before the account was recorded,
    /// or when the account is withdrawn or superseded already (what was known on a
    /// date does not change afterwards), or of another graph.
    pub fn withdraw<T>(&mut self, account: AccountId, when: T) -> Result<()>
    where
        T: TryInto<Moment>,
        T::Error: Into<ParseTimeError>,
    {
        let when = when.try_into().map_err(Into::into)?;
        self.check_standing(account, &when)?;
        self.amend_accounts(account.subject, |accounts| {
            if let Some(account) = accounts.get_mut(account.ordinal as usize) {
                account.withdrawn = Some(when);
            }
        })
    }

    /// Puts another account in the place of one, as of when the new one was
    /// recorded; the old one stays visible to an earlier
    /// [`known_by`](crate::View::known_by).
    ///
    /// Where the new account does not say when it was
    /// [recorded](NewAccount::recorded), nobody knows as of when: the old one is then
    /// possible at every earlier date of knowledge.
    ///
    /// # Errors
    /// As for [`add_account`](Self::add_account) and [`withdraw`](Self::withdraw).
    pub fn supersede(&mut self, old: AccountId, new: NewAccount) -> Result<AccountId> {
        let new = self.checked(new)?;
        let recorded = new.recorded;
        self.check_standing(old, &recorded)?;
        let id = self.next_id(old.subject, &new)?;
        self.amend_accounts(old.subject, |accounts| {
            if let Some(old) = accounts.get_mut(old.ordinal as usize) {
                old.withdrawn = Some(recorded);
                old.superseded_by = Some(id.ordinal);
            }
            accounts.push(new);
        })?;
        Ok(id)
    }

    fn attach(&mut self, subject: Subject, account: NewAccount) -> Result<AccountId> {
        let account = self.checked(account)?;
        let id = self.next_id(subject, &account)?;
        self.amend_accounts(subject, |accounts| accounts.push(account))?;
        Ok(id)
    }

    /// The account, with the stamp of this graph, if nothing is wrong with it.
    fn checked(&self, account: NewAccount) -> Result<AccountData> {
        let mut account = account.check()?;
        self.check_account(&account)?;
        account.stamp = Some(self.events.stamp());
        Ok(account)
    }

    pub(super) fn check_account(&self, account: &AccountData) -> Result<()> {
        for who in [account.speaker, account.publisher].into_iter().flatten() {
            self.actors.check(who)?;
        }
        Ok(())
    }

    /// Whether an account stands, and did so at a moment at which it is to be taken
    /// back.
    fn check_standing(&self, id: AccountId, when: &Moment) -> Result<()> {
        let account = self.account(id)?;
        if let Some(withdrawn) = account.withdrawn() {
            return Err(Error::invalid(
                "account",
                format_args!("one withdrawn already, as of {withdrawn}"),
                "one that stands",
            ));
        }
        if when.before(&account.recorded()).is_certain() {
            return Err(Error::invalid(
                "withdrawal",
                format_args!("{when}, before the account was recorded"),
                "a moment not before that",
            ));
        }
        Ok(())
    }

    /// The id that an account will have as the next one of its subject.
    fn next_id(&self, subject: Subject, account: &AccountData) -> Result<AccountId> {
        let count = self.accounts_of(subject)?.len();
        let ordinal = u32::try_from(count).map_err(|_| {
            Error::invalid("account", count, "fewer than 2³² accounts of one event")
        })?;
        Ok(AccountId {
            subject,
            ordinal,
            stamp: account.stamp,
        })
    }

    fn accounts_of(&self, subject: Subject) -> Result<Accounts<'_>> {
        match subject {
            Subject::Event(event) => self.event(event).map(Event::accounts),
            Subject::Tie(tie) => self.tie_of(tie).map(Tie::accounts),
        }
    }

    fn amend_accounts(
        &mut self,
        subject: Subject,
        change: impl FnOnce(&mut Vec<AccountData>),
    ) -> Result<()> {
        match subject {
            Subject::Event(event) => self
                .events
                .amend(event, |event| change(&mut event.accounts)),
            Subject::Tie(tie) => {
                change(&mut self.ties.get_mut(tie)?.accounts);
                Ok(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kinds::Call;
    use crate::model::{Leader, Organization};

    fn a_call() -> (Graph, EventId, [NewAccount; 2]) {
        let mut graph = Graph::new();
        let one = graph.add(Leader::new("One")).unwrap();
        let other = graph.add(Leader::new("Other")).unwrap();
        let outlets = ["a", "b"].map(|name| graph.add(Organization::new(name)).unwrap());
        let call = graph.record(Call::between(one, other)).unwrap();
        (graph, call, outlets.map(NewAccount::from))
    }

    #[test]
    fn accounts_of_diverging_clones_are_told_apart() -> Result<()> {
        let (mut graph, call, [one, other]) = a_call();
        let mut clone = graph.clone();
        let here = graph.add_account(call, one)?;
        let there = clone.add_account(call, other)?;
        assert!(clone.account(here).unwrap_err().is_foreign());
        assert!(graph.withdraw(there, "2021").unwrap_err().is_foreign());
        assert!(graph.clone().account(here).is_ok());
        Ok(())
    }

    #[test]
    fn what_was_taken_back_once_is_not_taken_back_again() -> Result<()> {
        let (mut graph, call, [one, other]) = a_call();
        let old = graph.add_account(call, one.recorded("2021-02-01"))?;
        assert!(graph.withdraw(old, "2020").unwrap_err().is_invalid());
        graph.supersede(old, other.recorded("2021-03-01"))?;
        assert!(graph.withdraw(old, "2021-06").unwrap_err().is_invalid());
        assert_eq!(
            graph
                .event(call)?
                .accounts()
                .next()
                .unwrap()
                .superseded_by(),
            Some(1)
        );
        Ok(())
    }
}
