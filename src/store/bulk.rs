//! Adding very many events at a time.

use super::brief::{Attribution, Extra, Number, Row, Shape, ShapeNumber, When};
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
    /// Of those that do not fit into the columns.
    entries: Vec<Entry>,
}

impl Events {
    /// Begins to add many; nobody looks for them before it is dropped.
    pub(crate) fn bulk(&mut self) -> Bulk<'_> {
        Bulk {
            events: self,
            entries: Vec::new(),
        }
    }
}

impl Bulk<'_> {
    pub(crate) fn shape(&mut self, shape: &Shape) -> Option<ShapeNumber> {
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
        let briefs = self.events.briefs_mut();
        let told = briefs.told(attribution, when, extra, rows)?;
        self.events.tell(told);
        Some(())
    }

    /// Adds an event whose accounts were added before.
    ///
    /// # Errors
    /// When the graph is full.
    #[inline]
    pub(crate) fn event(
        &mut self,
        shape: ShapeNumber,
        (first, second): (u32, Option<u32>),
        when: When,
    ) -> Result<()> {
        self.events.put_row(Row {
            shape,
            first,
            second: second.unwrap_or(Row::NOBODY),
            when,
        })?;
        Ok(())
    }

    /// Drops the accounts of an event that is not to come after all.
    pub(crate) fn abandon(&mut self) {
        self.events.untell();
    }

    /// Adds an event of any sort, with its accounts.
    ///
    /// # Errors
    /// When its key is taken, or the graph is full.
    pub(crate) fn any(&mut self, event: EventData) -> Result<()> {
        let id = self.events.put_one_of_many(event)?;
        self.entries.extend(self.events.entry(id.index()));
        Ok(())
    }
}

/// Files all that were added.
impl Drop for Bulk<'_> {
    fn drop(&mut self) {
        let entries = std::mem::take(&mut self.entries);
        self.events.untell();
        self.events.file_all(entries);
    }
}
