//! Taking apart what was only presumed to be one event.

use crate::model::{AccountData, EventData, EventId};
use crate::{Graph, Result};

impl Graph {
    /// Splits an event that was [presumed](crate::Event::is_presumed) to be one into
    /// one for each of its accounts.
    ///
    /// The event keeps its id, its key and its first account; each other account
    /// gets an event of its own, in the same terms. None of them is presumed any
    /// more. An account that supersedes another stays with it. Gives the events, in
    /// the order of their accounts; of an event that was not presumed, it alone.
    ///
    /// ```
    /// use demarche::{Graph, ingest::IcewsReader};
    ///
    /// let file = "\
    /// Event ID|Event Date|Source Name|CAMEO Code|Target Name|Story ID|Publisher
    /// 1|2018-06-02|Dmitry Medvedev|041|Binali Yıldırım|7|Xinhua
    /// 2|2018-06-02|Dmitry Medvedev|041|Binali Yıldırım|8|Trend
    /// ".replace('|', "\t");
    ///
    /// let mut graph = Graph::new();
    /// graph.ingest(IcewsReader::from_reader(file.as_bytes())?)?;
    /// let presumed = graph.events().find(|event| event.is_presumed()).unwrap().id();
    ///
    /// let calls = graph.unfold(presumed)?;
    /// assert_eq!(calls.len(), 2);
    /// assert!(graph.events().all(|call| !call.is_presumed() && call.accounts().len() == 1));
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// Ids of accounts that went to another event are no longer valid.
    ///
    /// # Errors
    /// When the event is [of another graph](crate::Error::is_foreign), or the graph
    /// is full.
    pub fn unfold(&mut self, event: EventId) -> Result<Vec<EventId>> {
        let held = self.events.get(event)?;
        if !held.presumed() {
            return Ok(vec![event]);
        }
        let mut model = EventData {
            presumed: false,
            ..held.to_data()
        };
        let mut parts = parts(&std::mem::take(&mut model.accounts)).into_iter();
        if let Some(detail) = &mut model.detail {
            detail.key = None;
        }
        let first = parts.next().unwrap_or_default();

        let mut unfolded = self.clone();
        unfolded.events.amend(event, |event| {
            event.presumed = false;
            event.accounts = first;
        })?;
        let mut events = vec![event];
        for accounts in parts {
            let model = model.clone();
            events.push(unfolded.events.add(EventData { accounts, ..model })?);
        }
        *self = unfolded;
        Ok(events)
    }
}

/// The accounts one by one, each with those that took its place.
fn parts(accounts: &[AccountData]) -> Vec<Vec<AccountData>> {
    let mut parts: Vec<Vec<AccountData>> = Vec::new();
    // In which part each account is, and where there.
    let mut at: Vec<(usize, usize)> = Vec::new();
    for (number, account) in accounts.iter().enumerate() {
        let replaces = |old: &AccountData| old.superseded_by == u32::try_from(number).ok();
        let old = accounts.iter().take(number).position(replaces);
        let part = old.and_then(|old| at.get(old)).map(|&(part, _)| part);
        let part = part.unwrap_or(parts.len());
        if part == parts.len() {
            parts.push(Vec::new());
        }
        if let Some(accounts) = parts.get_mut(part) {
            at.push((part, accounts.len()));
            accounts.push(account.clone());
        }
    }
    for account in parts.iter_mut().flatten() {
        // Numbers count within the event.
        let moved = account.superseded_by.and_then(|by| at.get(by as usize));
        account.superseded_by = moved.and_then(|&(_, within)| u32::try_from(within).ok());
    }
    parts
}

#[cfg(test)]
mod tests {
    use crate::model::{NewAccount, NewEvent, Organization, Role, Unresolved};
    use crate::{Graph, Result};

    #[test]
    fn each_account_gets_its_event_and_corrections_stay_with_what_they_correct() -> Result<()> {
        let mut graph = Graph::new();
        let one = graph.add(Unresolved::new("one"))?;
        let other = graph.add(Unresolved::new("other"))?;
        let outlets = ["a", "b", "c"].map(|name| graph.add(Organization::new(name)).unwrap());
        let call = NewEvent::coded("041")?
            .with(Role::Party, one)
            .with(Role::Party, other)
            .on("2018-06-02")
            .key("the-call")
            .presumed(true);
        let call = outlets
            .iter()
            .fold(call, |call, &by| call.account(NewAccount::from(by)));
        let call = graph.record(call)?;
        let second = graph.account_ids(call)?[1];
        graph.supersede(second, NewAccount::from(outlets[1]).recorded("2018-06-05"))?;

        let before = graph.clone();
        let events = graph.unfold(call)?;
        assert_eq!(events.len(), 3);
        assert_eq!(events[0], graph.event("the-call")?.id());
        let sizes: Vec<usize> = events
            .iter()
            .map(|&id| graph.event(id).unwrap().accounts().len())
            .collect();
        assert_eq!(sizes, [1, 2, 1]);
        let corrected = graph.event(events[1])?.accounts().next().unwrap();
        assert_eq!(corrected.superseded_by(), Some(1));
        for &id in &events {
            let event = graph.event(id)?;
            assert!(!event.is_presumed());
            assert!(event.participants().eq(before.event(call)?.participants()));
            assert_eq!(event.when(), before.event(call)?.when());
        }
        assert_eq!(graph.unfold(call)?, [call]);
        assert_eq!(before.event(call)?.accounts().len(), 4);
        Ok(())
    }
}
