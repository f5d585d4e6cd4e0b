//! Events by index, brief or whole.

use super::brief::{BriefEvent, Briefs, Slot};
use super::chunked::Chunked;
use super::stored::Stored;
use crate::model::EventData;

/// All events by index: in few bytes those that fit, the others as they are.
///
/// What reads events sees no difference ([`Stored`]); an event that is to change is
/// made whole first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Held {
    slots: Chunked<Slot>,
    briefs: Briefs,
    whole: Chunked<EventData>,
}

impl Held {
    pub(crate) fn len(&self) -> usize {
        self.slots.len()
    }

    /// Adds an event; `None` if there is no room for another.
    pub(crate) fn push(&mut self, event: EventData) -> Option<()> {
        let slot = match self.briefs.add(&event) {
            Some(slot) => slot,
            None => self.keep(event)?,
        };
        self.push_slot(slot)
    }

    /// Adds a brief event, whose accounts are there.
    pub(crate) fn push_slot(&mut self, slot: Slot) -> Option<()> {
        (self.slots.len() < u32::MAX as usize).then(|| self.slots.push(slot))
    }

    pub(crate) fn briefs(&self) -> &Briefs {
        &self.briefs
    }

    pub(crate) fn briefs_mut(&mut self) -> &mut Briefs {
        &mut self.briefs
    }

    /// Keeps an event whole, and gives its slot.
    fn keep(&mut self, event: EventData) -> Option<Slot> {
        let at = u32::try_from(self.whole.len()).ok()?;
        self.whole.push(event);
        Some(Slot::elsewhere(at, self.briefs.next_account()))
    }

    pub(crate) fn get(&self, index: u32) -> Option<Stored<'_>> {
        let slot = *self.slots.get(index)?;
        if let Some(at) = slot.is_elsewhere() {
            return self.whole.get(at).map(Stored::Whole);
        }
        self.brief(index, slot).map(Stored::Brief)
    }

    fn brief(&self, index: u32, slot: Slot) -> Option<BriefEvent<'_>> {
        let next = index.checked_add(1).and_then(|next| self.slots.get(next));
        let end = match next {
            Some(next) => next.first_account(),
            None => self.briefs.next_account(),
        };
        self.briefs.event(slot, end)
    }

    /// An event to be changed, whole.
    pub(crate) fn get_mut(&mut self, index: u32) -> Option<&mut EventData> {
        let slot = *self.slots.get(index)?;
        let at = if let Some(at) = slot.is_elsewhere() {
            at
        } else {
            let event = self.brief(index, slot)?.to_data();
            let at = u32::try_from(self.whole.len()).ok()?;
            self.whole.push(event);
            // Its accounts stay where they are, as those of others end there.
            *self.slots.get_mut(index)? = Slot::elsewhere(at, slot.first_account());
            at
        };
        self.whole.get_mut(at)
    }

    /// All events, in order of index.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u32, Stored<'_>)> {
        (0..).map_while(|index| Some((index, self.get(index)?)))
    }
}
