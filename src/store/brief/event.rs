//! A brief event.

use super::account::BriefAccount;
use super::{Briefs, Number, When};
use crate::model::codes::Classification;
use crate::model::{ActorId, EventData, Modality, Participant, Role, Stamp};
use crate::time::{Basis, Moment};

/// What many events have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Shape {
    pub(crate) classification: Classification,
    pub(crate) modality: Modality,
    pub(crate) basis: Basis,
    pub(crate) presumed: bool,
    pub(crate) first: Part,
    pub(crate) second: Option<Part>,
}

/// A part to be taken, by an actor given out under this stamp.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Part {
    role: Role,
    stamp: Stamp,
}

impl Part {
    pub(crate) fn of(participant: &Participant) -> Self {
        Self {
            role: participant.role,
            stamp: participant.actor.stamp(),
        }
    }

    fn played_by(self, actor: u32) -> Participant {
        Participant {
            actor: ActorId::new(actor, self.stamp),
            role: self.role,
        }
    }
}

/// A brief event in twenty bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slot {
    shape: Number,
    first: u32,
    second: u32,
    when: When,
    /// Where its accounts begin; they end where those of the next event begin.
    accounts: u32,
}

impl Slot {
    /// An event without its accounts, if it is of the common sort.
    pub(super) fn of(event: &EventData, briefs: &mut Briefs) -> Option<Self> {
        if event.detail.is_some() {
            return None;
        }
        let (first, second) = match &*event.participants {
            [one] => (one, None),
            [one, other] => (one, Some(other)),
            _ => return None,
        };
        let when = When::of(&event.when)?;
        let shape = Shape {
            classification: event.classification,
            modality: event.modality,
            basis: event.basis,
            presumed: event.presumed,
            first: Part::of(first),
            second: second.map(Part::of),
        };
        Some(Self {
            shape: briefs.shape(&shape)?,
            first: first.actor.index(),
            second: second.map_or(0, |second| second.actor.index()),
            when,
            accounts: briefs.next_account(),
        })
    }

    /// A brief event whose accounts begin there.
    pub(crate) fn new(
        shape: Number,
        (first, second): (u32, u32),
        when: When,
        accounts: u32,
    ) -> Self {
        Self {
            shape,
            first,
            second,
            when,
            accounts,
        }
    }

    /// A slot for an event that is kept elsewhere, under a number.
    pub(crate) fn elsewhere(number: u32, accounts: u32) -> Self {
        Self {
            shape: Number::MAX,
            first: number,
            second: 0,
            when: When::UNKNOWN,
            accounts,
        }
    }

    /// Under which number the event is kept elsewhere, if it is.
    pub(crate) fn is_elsewhere(self) -> Option<u32> {
        (self.shape == Number::MAX).then_some(self.first)
    }

    /// Where its accounts begin.
    pub(crate) fn first_account(self) -> u32 {
        self.accounts
    }
}

/// A brief event, as it is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BriefEvent<'g> {
    slot: Slot,
    end: u32,
    shape: &'g Shape,
    briefs: &'g Briefs,
}

impl Briefs {
    /// The event of a slot; its accounts end where those of the next begin.
    pub(crate) fn event(&self, slot: Slot, end: u32) -> Option<BriefEvent<'_>> {
        Some(BriefEvent {
            slot,
            end,
            shape: self.shapes.get(slot.shape)?,
            briefs: self,
        })
    }
}

impl<'g> BriefEvent<'g> {
    pub(crate) fn classification(self) -> Classification {
        self.shape.classification
    }

    pub(crate) fn modality(self) -> Modality {
        self.shape.modality
    }

    pub(crate) fn basis(self) -> Basis {
        self.shape.basis
    }

    pub(crate) fn presumed(self) -> bool {
        self.shape.presumed
    }

    pub(crate) fn when(self) -> Moment {
        self.slot.when.moment()
    }

    /// The days on which it may lie, by number.
    pub(crate) fn days(self) -> (i32, i32) {
        self.slot.when.days()
    }

    pub(crate) fn participant_count(self) -> usize {
        1 + usize::from(self.shape.second.is_some())
    }

    pub(crate) fn participant(self, nth: usize) -> Option<Participant> {
        match nth {
            0 => Some(self.shape.first.played_by(self.slot.first)),
            1 => Some(self.shape.second?.played_by(self.slot.second)),
            _ => None,
        }
    }

    pub(crate) fn account_count(self) -> usize {
        self.end.saturating_sub(self.slot.accounts) as usize
    }

    pub(crate) fn account(self, nth: usize) -> Option<BriefAccount<'g>> {
        let nth = u32::try_from(nth).ok()?;
        let at = self.slot.accounts.checked_add(nth)?;
        (at < self.end).then(|| self.briefs.account(at))?
    }

    /// The same, whole.
    pub(crate) fn to_data(self) -> EventData {
        EventData {
            classification: self.classification(),
            modality: self.modality(),
            basis: self.basis(),
            presumed: self.presumed(),
            when: self.when(),
            participants: (0..2).filter_map(|nth| self.participant(nth)).collect(),
            accounts: (0..self.account_count())
                .filter_map(|nth| Some(self.account(nth)?.to_data()))
                .collect(),
            detail: None,
        }
    }
}
