//! Taking apart what was folded into one event.

mod parts;

use self::parts::{Part, by_account, by_data_set, by_row};
use crate::model::codes::{CameoCode, Classification};
use crate::model::{AccountData, EventData, EventId, Role, Stamp, Version};
use crate::{Graph, Result};

impl Graph {
    /// Splits an event that was [presumed](crate::Event::is_presumed) to be one into
    /// one for each of its accounts.
    ///
    /// The event keeps its id, its key and its first account; each other account
    /// gets an event of its own, in the same terms. If it tells of a consultation that
    /// was [absorbed](crate::ingest::Step::Absorbed), that is a consultation again.
    /// None of them is presumed any more. An account that supersedes another stays
    /// with it. Gives the events, in the order of their accounts; of an event that was
    /// not presumed, it alone.
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
    /// Ids of accounts that went to another event, or to another place within theirs,
    /// are no longer valid. Costs O(a) in the accounts of the event, and of those that
    /// corrections replaced O(a²).
    ///
    /// # Errors
    /// When the event is [of another graph](crate::Error::is_foreign), or the graph
    /// is full.
    pub fn unfold(&mut self, event: EventId) -> Result<Vec<EventId>> {
        let held = self.events.get(event)?;
        if held.presumed() {
            let accounts = held.to_data().accounts;
            self.split(event, by_account(&accounts))
        } else {
            Ok(vec![event])
        }
    }

    /// Splits a presumed event into one for each data set: what
    /// [`fold_across`](Self::fold_across) joined, and no more.
    ///
    /// As [`unfold`](Self::unfold), but the accounts of one data set stay together,
    /// and if there are several, the event of them is presumed. An account of no data
    /// set stays with the first.
    ///
    /// # Errors
    /// As for [`unfold`](Self::unfold).
    pub fn unfold_across(&mut self, event: EventId) -> Result<Vec<EventId>> {
        let held = self.events.get(event)?;
        if !held.presumed() {
            return Ok(vec![event]);
        }
        let accounts = held.to_data().accounts;
        match by_data_set(&accounts) {
            parts if parts.len() > 1 => self.split(event, parts),
            _ => Ok(vec![event]),
        }
    }

    /// Splits an event into one for each row that it was made of, within an account
    /// too.
    ///
    /// As [`unfold`](Self::unfold), and then each account of several rows is divided:
    /// each row's event has a copy of the account, with that row alone.
    ///
    /// ```
    /// use demarche::{Graph, ingest::IcewsReader};
    ///
    /// let file = "\
    /// Event ID|Event Date|Source Name|CAMEO Code|Target Name|Story ID|Sentence Number
    /// 1|2018-06-02|Dmitry Medvedev|041|Binali Yıldırım|7|1
    /// 2|2018-06-02|Binali Yıldırım|041|Dmitry Medvedev|7|1
    /// ".replace('|', "\t");
    ///
    /// let mut graph = Graph::new();
    /// graph.ingest(IcewsReader::from_reader(file.as_bytes())?)?;
    /// let call = graph.events().next().unwrap().id();
    ///
    /// assert_eq!(graph.unfold_rows(call)?.len(), 2);
    /// let rows = graph.events().map(|call| call.accounts().next().unwrap().rows().count());
    /// assert!(rows.eq([1, 1]));
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// # What cannot be restored
    ///
    /// An account says which rows it rests on, and where one of them differs; it does
    /// not hold the rows themselves. So
    ///
    /// - the direction of a row is lost. Of two-sided codes it said nothing, and a visit
    ///   told by the host is a visit again, told of by that row;
    /// - an event of many stays one of many: which pair each row told of is lost;
    /// - place, address, date and figures are those of the account for each row, and
    ///   what the row had of its own is in its reference, as text.
    ///
    /// Left whole is what nobody can divide: an account with a correction, and an event
    /// that several tell of without being presumed.
    ///
    /// # Errors
    /// As for [`unfold`](Self::unfold).
    pub fn unfold_rows(&mut self, event: EventId) -> Result<Vec<EventId>> {
        let held = self.events.get(event)?;
        let accounts = held.to_data().accounts;
        if held.presumed() || accounts.len() == 1 {
            self.split(event, by_row(&accounts))
        } else {
            Ok(vec![event])
        }
    }

    /// The first part stays with the event; each other gets one.
    fn split(&mut self, event: EventId, parts: Vec<Part>) -> Result<Vec<EventId>> {
        let mut model = self.events.get(event)?.to_data();
        let accounts = std::mem::take(&mut model.accounts);
        if let Some(detail) = &mut model.detail {
            detail.key = None;
        }
        let mut parts = parts.into_iter();
        let first = parts.next().unwrap_or_default();

        let mut unfolded = self.clone();
        // An id of old must not find an account that moved up into its place.
        let stamp = Stamp::draw();
        unfolded.events.amend(event, |event| {
            event.presumed = first.presumed;
            event.accounts = first.take(&accounts, stamp);
        })?;
        let mut events = vec![event];
        for part in parts {
            let mut apart = EventData {
                presumed: part.presumed,
                accounts: part.take(&accounts, stamp),
                ..model.clone()
            };
            as_told(&mut apart);
            events.push(unfolded.events.add(apart)?);
        }
        *self = unfolded;
        Ok(events)
    }
}

/// Makes an event what its accounts call it, if that is a consultation of equals.
fn as_told(event: &mut EventData) {
    let of_account = |account: &AccountData| account.version.as_ref()?.code;
    let Some(code) = event.accounts.first().and_then(of_account) else {
        return;
    };
    if code != CameoCode::CONSULT_UNSPECIFIED || event.classification.code() == Some(code) {
        return;
    }
    event.classification = Classification::of_code(code);
    for participant in &mut event.participants {
        if matches!(participant.role, Role::Visitor | Role::Host) {
            participant.role = Role::Party;
        }
    }
    for account in &mut event.accounts {
        if let Some(version) = &mut account.version {
            version.code = version.code.filter(|&own| own != code);
        }
        account.version = account
            .version
            .take()
            .filter(|version| **version != Version::default());
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::{Folding, IcewsReader, Joined, Step, Telling};
    use crate::model::codes::CameoCode;
    use crate::model::{NewAccount, NewEvent, Organization, Role, Unresolved};
    use crate::{Event, Graph, Result};

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

    #[test]
    fn rows_come_apart_and_absorbed_consultations_are_consultations_again() -> Result<()> {
        let file = "\
Event ID|Event Date|Source Name|CAMEO Code|Target Name|Story ID|Sentence Number
1|2018-06-02|France|043|Spain|7|1
2|2018-06-02|Spain|042|France|7|1
3|2018-06-02|France|040|Spain|7|2
4|2018-06-02|France|040|Spain|8|2
"
        .replace('|', "\t");
        let folding = Folding::standard().with(Step::Absorbed);
        let reader = IcewsReader::builder().folding(folding);
        let mut graph = Graph::new();
        let report = graph.ingest(reader.from_reader(file.as_bytes())?)?;
        assert_eq!((report.events(), report.accounts()), (1, 3));
        assert_eq!(report.folded(Step::Absorbed), 1);
        let visit = graph.events().next().unwrap().id();
        let folded = graph.folded().next().unwrap();
        let joined: Vec<_> = folded.tellings().map(Telling::joined).collect();
        assert_eq!(
            joined,
            [None, Some(Joined::Absorbed), Some(Joined::Absorbed)]
        );

        let mut by_row = graph.clone();
        assert_eq!(by_row.unfold_rows(visit)?.len(), 4);
        assert_eq!(graph.unfold(visit)?.len(), 3);
        let labels = |graph: &Graph| -> Vec<String> { graph.events().map(Event::label).collect() };
        assert_eq!(labels(&by_row)[..2], ["visit", "visit"]);
        let consultation = graph.events().nth(1).unwrap();
        assert_eq!(
            consultation.classification().code(),
            Some(CameoCode::CONSULT_UNSPECIFIED)
        );
        assert_eq!(consultation.in_role(Role::Party).count(), 2);
        assert_eq!(consultation.accounts().next().unwrap().code(), None);
        assert!(by_row.events().all(|event| !event.is_presumed()));
        assert!(
            by_row
                .events()
                .all(|event| event.accounts().next().unwrap().rows().count() == 1)
        );
        Ok(())
    }

    #[test]
    fn an_id_of_an_account_that_went_elsewhere_finds_no_other() -> Result<()> {
        let mut graph = Graph::new();
        let [one, other] = ["one", "other"].map(|name| graph.add(Unresolved::new(name)).unwrap());
        let outlets = ["a", "b"].map(|name| graph.add(Organization::new(name)).unwrap());
        let call = NewEvent::coded("041")?
            .with(Role::Party, one)
            .with(Role::Party, other)
            .on("2018-06-02")
            .presumed(true);
        let call = graph.record(
            call.account(NewAccount::from(outlets[0]))
                .account(NewAccount::from(outlets[1])),
        )?;
        let ids = graph.account_ids(call)?;
        graph.supersede(ids[0], NewAccount::from(outlets[0]).recorded("2018-06-05"))?;
        assert_eq!(graph.unfold(call)?.len(), 2);
        assert!(graph.account(ids[0]).is_ok());
        // The correction is in the second place now.
        assert!(graph.account(ids[1]).unwrap_err().is_foreign());
        Ok(())
    }
}
