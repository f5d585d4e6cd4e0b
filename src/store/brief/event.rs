//! A brief event.

use super::account::BriefAccount;
use super::{Briefs, Tellings, When};
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

    pub(crate) fn new(role: Role, stamp: Stamp) -> Self {
        Self { role, stamp }
    }

    pub(crate) fn role(self) -> Role {
        self.role
    }

    fn played_by(self, actor: u32) -> Participant {
        Participant {
            actor: ActorId::new(actor, self.stamp),
            role: self.role,
        }
    }
}

/// The number of a shape. There are few: one for each class in each pair of roles.
pub(crate) type ShapeNumber = u16;

/// A brief event without its accounts, as it stands in the columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) shape: ShapeNumber,
    pub(crate) first: u32,
    /// [`NOBODY`](Self::NOBODY) if there is no second.
    pub(crate) second: u32,
    pub(crate) when: When,
}

impl Row {
    /// Who is second where there is no second.
    pub(crate) const NOBODY: u32 = u32::MAX;
    /// The shape of an event that is kept elsewhere.
    pub(crate) const ELSEWHERE: ShapeNumber = ShapeNumber::MAX;

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
            second: second.map_or(Self::NOBODY, |second| second.actor.index()),
            when,
        })
    }

    /// The row of an event that is kept elsewhere, under a number.
    pub(crate) fn elsewhere(number: u32) -> Self {
        Self {
            shape: Self::ELSEWHERE,
            first: number,
            second: Self::NOBODY,
            when: When::UNKNOWN,
        }
    }

    /// Under which number the event is kept elsewhere, if it is.
    pub(crate) fn is_elsewhere(self) -> Option<u32> {
        (self.shape == Self::ELSEWHERE).then_some(self.first)
    }

    /// Who takes part, each once.
    pub(crate) fn actors(self) -> impl Iterator<Item = u32> {
        let second =
            (self.second != self.first && self.second != Self::NOBODY).then_some(self.second);
        std::iter::once(self.first).chain(second)
    }

    /// The two who take part, in order of number, if they are two.
    pub(crate) fn dyad(self) -> Option<(u32, u32)> {
        let two = self.second != self.first && self.second != Self::NOBODY;
        two.then(|| (self.first.min(self.second), self.first.max(self.second)))
    }
}

/// A brief event, as it is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BriefEvent<'g> {
    row: Row,
    shape: &'g Shape,
    tellings: &'g Tellings,
    /// Where among the tellings its accounts begin and end.
    accounts: (u32, u32),
    briefs: &'g Briefs,
}

impl Briefs {
    /// The event of a row, and of the tellings from one to before another.
    pub(crate) fn event<'g>(
        &'g self,
        row: Row,
        tellings: &'g Tellings,
        accounts: (u32, u32),
    ) -> Option<BriefEvent<'g>> {
        Some(BriefEvent {
            row,
            shape: self.shape_of(row.shape)?,
            tellings,
            accounts,
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
        self.row.when.moment()
    }

    pub(crate) fn shape(self) -> &'g Shape {
        self.shape
    }

    pub(crate) fn shape_number(self) -> ShapeNumber {
        self.row.shape
    }

    /// Its day by number, if that is all that is known of when it was.
    pub(crate) fn bare_day(self) -> Option<i32> {
        self.row.when.bare_day()
    }

    /// The days on which it may lie, by number.
    pub(crate) fn days(self) -> (i32, i32) {
        self.row.when.days()
    }

    pub(crate) fn participant_count(self) -> usize {
        1 + usize::from(self.shape.second.is_some())
    }

    pub(crate) fn participant(self, nth: usize) -> Option<Participant> {
        match nth {
            0 => Some(self.shape.first.played_by(self.row.first)),
            1 => Some(self.shape.second?.played_by(self.row.second)),
            _ => None,
        }
    }

    pub(crate) fn account_count(self) -> usize {
        let (begin, end) = self.accounts;
        end.saturating_sub(begin) as usize
    }

    pub(crate) fn account(self, nth: usize) -> Option<BriefAccount<'g>> {
        let (begin, end) = self.accounts;
        let at = begin.checked_add(u32::try_from(nth).ok()?)?;
        let told = (at < end).then(|| self.tellings.get(at))??;
        self.briefs.account(told)
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
