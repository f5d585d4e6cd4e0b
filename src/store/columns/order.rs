//! From the order of recording to the order of time, and back.

use crate::store::column::{Column, Fixed};
use crate::store::pages::Zeros;

/// Marks a slot whose event is kept elsewhere.
const ELSEWHERE: u32 = 1 << 31;

/// Where an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// At a position of the columns.
    At(u32),
    /// Elsewhere, under a number.
    Elsewhere(u32),
}

/// Where each event is that was recorded, and which event is at each position.
#[derive(Clone, Debug)]
pub(in crate::store) enum Order {
    /// Recorded in order of time, and all in the columns: so many.
    AsRecorded(u32),
    Sorted {
        /// By order of recording.
        slots: Column<u32>,
        /// By position.
        numbers: Column<u32>,
    },
}

impl Order {
    /// The greatest number that an event elsewhere can have.
    pub(super) const MOST_ELSEWHERE: u32 = ELSEWHERE - 1;

    /// From the events at each position by order of recording, out of so many, and
    /// those elsewhere.
    pub(super) fn new(
        numbers: Vec<u32>,
        many: usize,
        elsewhere: impl Iterator<Item = (u32, u32)>,
    ) -> Self {
        let as_recorded = (0..)
            .zip(&numbers)
            .all(|(position, &number)| position == number);
        if as_recorded
            && numbers.len() == many
            && let Ok(many) = u32::try_from(many)
        {
            return Self::AsRecorded(many);
        }
        let mut slots = Zeros::new(many);
        slots.fill(ELSEWHERE);
        for (position, &number) in (0..).zip(&numbers) {
            if let Some(slot) = slots.get_mut(number as usize) {
                *slot = position;
            }
        }
        for (number, at) in elsewhere {
            if let Some(slot) = slots.get_mut(number as usize) {
                *slot = ELSEWHERE | at;
            }
        }
        Self::Sorted {
            slots: slots.into(),
            numbers: Column::settled(numbers),
        }
    }

    /// How many were recorded.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::AsRecorded(many) => *many as usize,
            Self::Sorted { slots, .. } => slots.len(),
        }
    }

    /// Where the nth one recorded is.
    pub(super) fn place(&self, nth: u32) -> Option<Place> {
        match self {
            Self::AsRecorded(many) => (nth < *many).then_some(Place::At(nth)),
            Self::Sorted { slots, .. } => slots.get(nth as usize).map(|&slot| {
                if slot & ELSEWHERE == 0 {
                    Place::At(slot)
                } else {
                    Place::Elsewhere(slot & !ELSEWHERE)
                }
            }),
        }
    }

    /// Which one recorded is at a position.
    pub(super) fn number(&self, position: u32) -> u32 {
        match self {
            Self::AsRecorded(_) => position,
            Self::Sorted { numbers, .. } => {
                numbers.get(position as usize).copied().unwrap_or(position)
            }
        }
    }

    /// A column by order of recording, as one of so many positions.
    ///
    /// It is read as it lies and written to as many places as there are days, which caches
    /// bear better than reading from anywhere.
    pub(super) fn sorted<T: Fixed>(&self, column: Vec<T>, positions: usize) -> Column<T> {
        let Self::Sorted { slots, .. } = self else {
            return column.into();
        };
        let mut sorted = Zeros::new(positions);
        for (&value, &slot) in column.iter().zip(slots.iter()) {
            // Those elsewhere have no position: what marks them is beyond all.
            if let Some(place) = sorted.get_mut(slot as usize) {
                *place = value;
            }
        }
        sorted.into()
    }

    pub(super) fn bytes(&self) -> usize {
        match self {
            Self::AsRecorded(_) => 0,
            Self::Sorted { slots, numbers } => slots.heap().saturating_add(numbers.heap()),
        }
    }
}
