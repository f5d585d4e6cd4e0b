//! The events, and how they are found.

use std::collections::HashMap;
use std::sync::Arc;

use super::brief::{Briefs, Row, Shape, ShapeNumber, Told};
use super::calendar::Calendar;
use super::course::Course;
use super::held::{Apart, Held, Sifted, Whole};
use super::layer::Entry;
use super::lineage::Lineage;
use super::memory::Memory;
use super::scope::Scope;
use super::stored::{Stored, StoredAccount};
use super::tiered::Tiered;
use crate::error::ErrorKind;
use crate::model::codes::CameoCode;
use crate::model::{EventData, EventId, Link, LinkKind, Stamp, Stance};
use crate::time::Moment;
use crate::{Error, Result};

/// All events by index, with look-up by time, actor, dyad and key.
#[derive(Clone, Debug, Default)]
pub(crate) struct Events {
    lineage: Lineage,
    pub(super) events: Held,
    calendar: Calendar,
    keys: Tiered<String>,
    /// From an event to those that say that it took place.
    alleged_by: Tiered<u32>,
    /// From an event to those that say that they were before it.
    saying_before: Tiered<u32>,
    /// From an event to those that say that they were after it.
    saying_after: Tiered<u32>,
    has_links: bool,
}

impl Events {
    /// From events that were saved; what is wrong with them, if anything is. O(w log w) for
    /// the w that are whole.
    pub(super) fn of(lineage: Lineage, events: Held) -> std::result::Result<Self, String> {
        let mut entries = Vec::new();
        let mut this = Self {
            lineage,
            events,
            ..Self::default()
        };
        let whole: Vec<(u32, Option<String>, Vec<Link>)> = this
            .events
            .whole
            .iter()
            .map(|Whole { index, event }| {
                (
                    *index,
                    event.key().map(str::to_owned),
                    event.links().to_vec(),
                )
            })
            .collect();
        for (index, key, links) in whole {
            if let Some(key) = key {
                if this.keys.find(&key).next().is_some() {
                    return Err(format!("two events of the key {key:?}"));
                }
                this.keys.add(key, index);
            }
            for link in links {
                this.note_link(index, link);
            }
            entries.extend(this.entry(index));
        }
        this.file_all(entries);
        Ok(this)
    }

    pub(crate) fn len(&self) -> usize {
        self.events.len()
    }

    /// What this graph, and no clone of it, stamps its additions with.
    pub(crate) fn stamp(&self) -> Stamp {
        self.lineage.own()
    }

    pub(crate) fn add(&mut self, event: EventData) -> Result<EventId> {
        let id = self.put(event, Held::push)?;
        self.file(id.index());
        Ok(id)
    }

    /// Adds an event as one of many, without filing it.
    pub(super) fn put_one_of_many(&mut self, event: EventData) -> Result<EventId> {
        self.put(event, Held::put)
    }

    fn put(
        &mut self,
        event: EventData,
        push: impl FnOnce(&mut Held, EventData) -> Option<()>,
    ) -> Result<EventId> {
        if let Some(key) = event.key()
            && self.keys.find(key).next().is_some()
        {
            return Err(Error::new(ErrorKind::KeyTaken {
                what: "event",
                key: key.to_owned(),
            }));
        }
        let key = event.key().map(str::to_owned);
        let links = event.links().to_vec();
        push(&mut self.events, event).ok_or_else(full)?;
        let id = self.give()?;
        if let Some(key) = key {
            self.keys.add(key, id.index());
        }
        for link in links {
            self.note_link(id.index(), link);
        }
        Ok(id)
    }

    /// The id of the event that was added last.
    fn give(&mut self) -> Result<EventId> {
        let (index, stamp) = self.lineage.give().ok_or_else(full)?;
        Ok(EventId::new(index, stamp))
    }

    /// Adds a brief event, whose accounts were told, as one of many.
    #[inline]
    pub(super) fn put_row(&mut self, row: Row) -> Result<EventId> {
        self.events.put_row(row).ok_or_else(full)?;
        self.give()
    }

    /// Adds an account of the brief event that comes next.
    pub(super) fn tell(&mut self, told: Told) {
        self.events.tell(told);
    }

    /// Drops the accounts of an event that is not to come after all.
    pub(super) fn untell(&mut self) {
        self.events.untell();
    }

    /// Adds a link from an event; both must be of this graph.
    pub(crate) fn link(&mut self, from: EventId, link: Link) -> Result<()> {
        self.check(link.to)?;
        let event = self.get_mut(from)?;
        if !event.links().contains(&link) {
            event.detail_mut().links.push(link);
            self.note_link(from.index(), link);
        }
        Ok(())
    }

    /// Notes a link at its other end, if that is asked for from there.
    fn note_link(&mut self, from: u32, link: Link) {
        self.has_links = true;
        match link.kind {
            LinkKind::Alleges => self.alleged_by.add(link.to.index(), from),
            LinkKind::Before => self.saying_before.add(link.to.index(), from),
            LinkKind::After => self.saying_after.add(link.to.index(), from),
            LinkKind::RespondsTo | LinkKind::PartOf | LinkKind::During | LinkKind::BeforeEndOf => {}
        }
    }

    /// Changes an event in anything but its participants, by which it is filed; and
    /// files it once more if its accounts now allow for days that they did not.
    pub(crate) fn amend(&mut self, id: EventId, change: impl FnOnce(&mut EventData)) -> Result<()> {
        let (earliest, latest) = filed_under(self.get(id)?);
        change(self.get_mut(id)?);
        let now = filed_under(self.get(id)?);
        if now.0 < earliest || now.1 > latest {
            self.file(id.index());
        }
        Ok(())
    }

    fn file(&mut self, index: u32) {
        if let Some(entry) = self.entry(index) {
            let events = &self.events;
            self.calendar
                .add(entry, &|event, who: &mut _| actors(events, event, who));
        }
    }

    /// Files many, after which the newest become a segment.
    pub(super) fn file_all(&mut self, entries: Vec<Entry>) {
        self.events.seal_many();
        let events = &self.events;
        self.calendar
            .extend(entries, &|event, who: &mut _| actors(events, event, who));
    }

    /// Makes one of all parts that recording has left, so that no look goes through more.
    pub(crate) fn compact(&mut self) {
        self.events.compact();
        self.calendar.compact();
    }

    /// What the events take, in bytes.
    pub(crate) fn memory(&self) -> Memory {
        Memory {
            calendar: self.calendar.bytes(),
            ..self.events.memory()
        }
    }

    /// Checks the invariants of the store.
    ///
    /// # Errors
    /// The first thing that is not as it should be, in words.
    pub(crate) fn audit(&self) -> std::result::Result<(), String> {
        self.events.audit()?;
        if self.lineage.len() as usize != self.events.len() {
            return Err("not each event has an id".into());
        }
        let mut filed: HashMap<u32, Vec<Entry>> = HashMap::new();
        for entry in self.calendar.entries() {
            filed.entry(entry.event).or_default().push(entry);
        }
        for (index, event) in self.events.iter() {
            if let Stored::Whole(_) = event {
                let entries = filed.get(&index).map_or(&[][..], Vec::as_slice);
                let (earliest, latest) = filed_under(event);
                for day in [earliest, latest] {
                    let is_found = entries.iter().any(|entry| entry.meets(day, day));
                    if !is_found && !self.events.lies_on(index, day) {
                        return Err(format!("event {index} is not filed under day {day}"));
                    }
                }
            }
        }
        Ok(())
    }

    /// How an event is to be filed, unless it is brief, and so in the columns.
    pub(super) fn entry(&self, index: u32) -> Option<Entry> {
        let event = self.events.get(index)?;
        if let Stored::Brief(_) = event {
            return None;
        }
        let (earliest, latest) = filed_under(event);
        Some(Entry {
            earliest,
            latest,
            event: index,
        })
    }

    pub(super) fn briefs_mut(&mut self) -> &mut Briefs {
        self.events.briefs_mut()
    }

    pub(crate) fn check(&self, id: EventId) -> Result<u32> {
        if self.lineage.stamp(id.index()) == Some(id.stamp()) {
            Ok(id.index())
        } else {
            Err(Error::foreign("event"))
        }
    }

    pub(crate) fn get(&self, id: EventId) -> Result<Stored<'_>> {
        let index = self.check(id)?;
        self.events
            .get(index)
            .ok_or_else(|| Error::foreign("event"))
    }

    fn get_mut(&mut self, id: EventId) -> Result<&mut EventData> {
        let index = self.check(id)?;
        self.events
            .get_mut(index)
            .ok_or_else(|| Error::foreign("event"))
    }

    pub(crate) fn by_index(&self, index: u32) -> Option<(EventId, Stored<'_>)> {
        Some((self.id(index)?, self.events.get(index)?))
    }

    /// The event of exactly this key.
    pub(crate) fn by_key(&self, key: &str) -> Option<EventId> {
        self.keys.find(key).next().and_then(|index| self.id(index))
    }

    /// All events, in order of recording.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (EventId, Stored<'_>)> {
        self.events
            .iter()
            .filter_map(|(index, event)| Some((self.id(index)?, event)))
    }

    /// Whether any event links to another.
    pub(crate) fn has_links(&self) -> bool {
        self.has_links
    }

    /// The events that say that this one took place, in order of linking.
    pub(crate) fn alleged_by(&self, event: EventId) -> impl Iterator<Item = EventId> {
        self.linked(&self.alleged_by, event)
    }

    /// The events that say that they were before this one, in order of linking.
    pub(crate) fn saying_before(&self, event: EventId) -> Vec<EventId> {
        self.linked(&self.saying_before, event).collect()
    }

    /// The events that say that they were after this one, in order of linking.
    pub(crate) fn saying_after(&self, event: EventId) -> Vec<EventId> {
        self.linked(&self.saying_after, event).collect()
    }

    fn linked<'a>(
        &'a self,
        index: &'a Tiered<u32>,
        to: EventId,
    ) -> impl Iterator<Item = EventId> + 'a {
        let found: Vec<u32> = index.find(&to.index()).collect();
        found.into_iter().filter_map(|index| self.id(index))
    }

    /// The indices of all events in the scope that may fall in the days given
    /// (both included), ascending, each once.
    pub(crate) fn in_days(&self, scope: Scope, days: (i32, i32)) -> Vec<u32> {
        let mut found = Vec::new();
        let who = |event, who: &mut _| actors(&self.events, event, who);
        self.events.visit(scope, days, |event| found.push(event));
        self.calendar
            .visit(scope, days, &who, |entry| found.push(entry.event));
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The events of the common sort in the scope and the days given, in order of time, of
    /// the shapes that are wanted for so many at most, or of all; and the indices of all
    /// others that may be, ascending, each once.
    pub(crate) fn course(
        &self,
        scope: Scope,
        days: (i32, i32),
        wanted: impl FnOnce(usize) -> Option<Arc<[bool]>>,
    ) -> (Course<'_>, Vec<u32>) {
        let (course, mut apart) = self.events.course(scope, days, wanted);
        let who = |event, who: &mut _| actors(&self.events, event, who);
        self.calendar
            .visit(scope, days, &who, |entry| apart.push(entry.event));
        apart.sort_unstable();
        apart.dedup();
        (course, apart)
    }

    /// All events that may fall in the days given: those in columns as they lie there, the
    /// others one by one, ascending, each once.
    pub(crate) fn sift(&self, days: (i32, i32)) -> Sifted<'_> {
        let mut sifted = self.events.sift(days);
        let apart = &mut sifted.apart;
        let who = |event, who: &mut _| actors(&self.events, event, who);
        self.calendar.visit(Scope::All, days, &who, |entry| {
            let index = entry.event;
            apart.push(Apart { index, seen: None });
        });
        // Where an event is there twice, the one that tells where else it lies stays.
        apart.sort_unstable_by_key(|one| (one.index, one.seen.is_none()));
        apart.dedup_by_key(|one| one.index);
        sifted
    }

    /// Whether all events in columns are asserted by all their accounts, and no event is
    /// linked to another.
    pub(crate) fn is_plain(&self) -> bool {
        !self.has_links && self.events.all_assert()
    }

    /// The shapes of all events in columns, by number.
    pub(crate) fn shapes(&self) -> impl Iterator<Item = &Shape> {
        self.events.shapes()
    }

    /// How many shapes there are.
    pub(crate) fn shape_count(&self) -> usize {
        self.events.shape_count()
    }

    /// The code of a shape, if it has one.
    pub(crate) fn code_of(&self, shape: ShapeNumber) -> Option<CameoCode> {
        self.shape_of(shape)?.classification.code()
    }

    /// The shape of a number.
    pub(crate) fn shape_of(&self, shape: ShapeNumber) -> Option<&Shape> {
        self.events.shape_of(shape)
    }

    pub(crate) fn id(&self, index: u32) -> Option<EventId> {
        Some(EventId::new(index, self.lineage.stamp(index)?))
    }
}

fn full() -> Error {
    Error::new(ErrorKind::Full {
        what: "events, or accounts of them",
        limit: u64::from(u32::MAX),
    })
}

/// Who takes part in an event, each once, ascending, in the place of what is there.
fn actors(events: &Held, event: u32, actors: &mut Vec<u32>) {
    actors.clear();
    if let Some(event) = events.get(event) {
        actors.extend(event.participants().map(|who| who.actor.index()));
        actors.sort_unstable();
        actors.dedup();
    }
}

/// The first and the last day on which an event may lie in any view: those of its own
/// date; else of the dates of its accounts, if each of them asserts it and has one.
///
/// With an account that has none, or that denies it and so gives the event none, the
/// event is undated in the views that show that account alone.
fn filed_under(event: Stored<'_>) -> (i32, i32) {
    const ANY: (i32, i32) = (i32::MIN, i32::MAX);
    // The accounts of a brief event date nothing.
    let event = match event {
        Stored::Brief(event) => return event.days(),
        Stored::Whole(event) => event,
    };
    if !event.when.is_unknown() || event.accounts.is_empty() {
        return days(&event.when);
    }
    event
        .accounts
        .iter()
        .map(|account| {
            let when = StoredAccount::Whole(account).when();
            let asserts = account.stance == Stance::Asserts;
            when.filter(|_| asserts).map_or(ANY, |when| days(&when))
        })
        .reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))
        .unwrap_or(ANY)
}

/// The first and the last day on which a moment may lie, by number.
pub(crate) fn days(moment: &Moment) -> (i32, i32) {
    (
        moment.first_day().map_or(i32::MIN, day_number),
        moment.last_day().map_or(i32::MAX, day_number),
    )
}

/// Days from 1970-01-01.
pub(crate) fn day_number(day: jiff::civil::Date) -> i32 {
    const SECONDS_A_DAY: i64 = 86_400;
    let since = day.duration_since(jiff::civil::date(1970, 1, 1));
    // The civil years −9999 to 9999 have fewer than four million days.
    i32::try_from(since.as_secs() / SECONDS_A_DAY).unwrap_or_default()
}

/// The nth day from 1970-01-01; the first or last of all where there is none.
pub(crate) fn nth_day(number: i32) -> jiff::civil::Date {
    let Ok(days) = jiff::Span::new().try_days(number) else {
        return if number < 0 {
            jiff::civil::Date::MIN
        } else {
            jiff::civil::Date::MAX
        };
    };
    jiff::civil::date(1970, 1, 1).saturating_add(days)
}

#[cfg(test)]
mod tests {
    use super::Scope;
    use crate::Call;
    use crate::model::{EventId, Leader, NewAccount};
    use crate::{Graph, Result};

    fn found(graph: &Graph, window: &str) -> usize {
        let window: crate::time::Window = window.parse().unwrap();
        let day = |day: Option<_>| super::day_number(day.unwrap());
        let days = (day(window.first_day()), day(window.last_day()));
        graph.events.in_days(Scope::All, days).len()
    }

    fn call() -> Result<(Graph, EventId)> {
        let mut graph = Graph::new();
        let one = graph.add(Leader::new("One"))?;
        let other = graph.add(Leader::new("Other"))?;
        let call = Call::between(one, other);
        let call = graph.record(call.account(NewAccount::by(one).dating("2021-11-15")))?;
        Ok((graph, call))
    }

    #[test]
    fn an_event_dated_by_accounts_is_filed_under_their_dates() -> Result<()> {
        let (mut graph, call) = call()?;
        assert_eq!((found(&graph, "2021-11"), found(&graph, "2023")), (1, 0));

        let one = graph.leader("One")?;
        graph.add_account(call, NewAccount::by(one).dating("2021-12"))?;
        assert_eq!((found(&graph, "2021-12"), found(&graph, "2023")), (1, 0));
        assert_eq!(graph.during("2021-11")?.count(), 1);
        Ok(())
    }

    #[test]
    fn one_with_an_account_that_gives_it_no_date_is_filed_as_undated() -> Result<()> {
        let (mut graph, call) = call()?;
        let one = graph.leader("One")?;
        graph.add_account(call, NewAccount::by(one))?;
        assert_eq!(found(&graph, "2023"), 1);

        let (mut graph, call) = self::call()?;
        let other = graph.leader("Other")?;
        graph.add_account(call, NewAccount::by(other).dating("2021-11-15").denying())?;
        let denied = [crate::Standing::Denied];
        let view = graph.during("2023")?.according_to(other)?.standing(denied);
        assert_eq!(view.count(), 1);
        Ok(())
    }
}
