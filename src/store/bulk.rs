//! Adding very many events at a time.

use super::brief::{Attribution, Extra, Number, Shape, Slot, When};
use super::events::Events;
use super::layer::Entry;
use crate::Result;
use crate::model::codes::CameoCode;
use crate::model::{EventData, Place};

/// Adds events many at a time: they are filed in the calendar all at once, at the end.
///
/// What many have in common is given once, for a number. An event is its accounts and
/// then itself.
#[derive(Debug)]
pub(crate) struct Bulk<'e> {
    events: &'e mut Events,
    entries: Vec<Entry>,
    /// Where the accounts of the event at hand begin.
    begin: u32,
}

impl Events {
    /// Begins to add many; nobody looks for them before it is [finished](Bulk::finish).
    pub(crate) fn bulk(&mut self) -> Bulk<'_> {
        let begin = self.briefs().next_account();
        Bulk {
            events: self,
            entries: Vec::new(),
            begin,
        }
    }
}

impl Bulk<'_> {
    pub(crate) fn shape(&mut self, shape: &Shape) -> Option<Number> {
        self.events.briefs_mut().shape(shape)
    }

    pub(crate) fn attribution(&mut self, attribution: &Attribution) -> Option<Number> {
        self.events.briefs_mut().attribution(attribution)
    }

    pub(crate) fn place(&mut self, place: &Place) -> Option<Number> {
        self.events.briefs_mut().place(place)
    }

    pub(crate) fn code(&mut self, code: CameoCode) -> Option<Number> {
        self.events.briefs_mut().code(code)
    }

    pub(crate) fn name(&mut self, name: &str) -> Option<Number> {
        self.events.briefs_mut().name(name)
    }

    pub(crate) fn url(&mut self, url: &str) -> Option<u32> {
        self.events.briefs_mut().url(url)
    }

    /// Adds an account, stated and recorded then, of the event that comes next; `None` if it does not fit.
    pub(crate) fn account<'r>(
        &mut self,
        attribution: Number,
        when: (When, When),
        extra: &Extra<'_>,
        rows: impl ExactSizeIterator<Item = &'r str>,
    ) -> Option<()> {
        self.events
            .briefs_mut()
            .add_account(attribution, when, extra, rows)
    }

    /// Adds an event whose accounts were added before.
    ///
    /// # Errors
    /// When the graph is full.
    pub(crate) fn event(
        &mut self,
        shape: Number,
        (first, second): (u32, Option<u32>),
        when: When,
    ) -> Result<()> {
        let slot = Slot::new(shape, (first, second.unwrap_or(0)), when, self.begin);
        let index = self.events.put_brief(slot)?.index();
        let (earliest, latest) = when.days();
        self.entries.push(Entry {
            earliest,
            latest,
            event: index,
        });
        self.begin = self.events.briefs().next_account();
        Ok(())
    }

    /// Drops the accounts of an event that is not to come after all.
    pub(crate) fn abandon(&mut self) {
        let begin = self.begin;
        self.events.briefs_mut().drop_accounts(begin);
    }

    /// Adds an event of any sort, with its accounts.
    ///
    /// # Errors
    /// When its key is taken, or the graph is full.
    pub(crate) fn any(&mut self, event: EventData) -> Result<()> {
        self.abandon();
        let id = self.events.put(event)?;
        self.entries.extend(self.events.entry(id.index()));
        self.begin = self.events.briefs().next_account();
        Ok(())
    }

    /// Files all that were added.
    pub(crate) fn finish(self) {
        self.events.file_all(self.entries);
    }
}
