//! The newest events, as they come.

use super::order::Order;
use super::starts::Starts;
use crate::store::brief::{Row, ShapeNumber, Tellings, Told, When};

/// The newest events, in order of recording: what becomes a segment.
#[derive(Clone, Debug, Default)]
pub(crate) struct Growing {
    /// Which event of all is the first.
    pub(super) base: u32,
    pub(super) shapes: Vec<ShapeNumber>,
    pub(super) firsts: Vec<u32>,
    pub(super) seconds: Vec<u32>,
    pub(super) whens: Vec<When>,
    pub(super) starts: Starts,
    pub(super) tellings: Tellings,
}

impl Growing {
    /// None as yet; the first will have a number.
    pub(crate) fn from(base: u32) -> Self {
        Self {
            base,
            ..Self::default()
        }
    }

    pub(crate) fn base(&self) -> u32 {
        self.base
    }

    pub(crate) fn len(&self) -> usize {
        self.shapes.len()
    }

    /// Adds an account of the event that comes next.
    pub(crate) fn tell(&mut self, told: Told) {
        self.tellings.push(told);
    }

    /// Drops the accounts of an event that is not to come after all.
    pub(crate) fn untell(&mut self) {
        self.tellings.truncate(self.starts.accounts() as usize);
    }

    /// Adds an event of which the accounts have been told; `None` if there is no room.
    #[inline]
    pub(crate) fn push(&mut self, row: Row) -> Option<()> {
        let accounts = u32::try_from(self.tellings.len()).ok()?;
        self.starts
            .push(accounts.checked_sub(self.starts.accounts())?)?;
        self.shapes.push(row.shape);
        self.firsts.push(row.first);
        self.seconds.push(row.second);
        self.whens.push(row.when);
        Some(())
    }

    /// Adds an event that is kept elsewhere, under a number.
    pub(crate) fn push_elsewhere(&mut self, number: u32) -> Option<()> {
        self.untell();
        (number <= Order::MOST_ELSEWHERE).then(|| self.push(Row::elsewhere(number)))?
    }

    pub(crate) fn row(&self, nth: u32) -> Option<Row> {
        let at = nth as usize;
        Some(Row {
            shape: *self.shapes.get(at)?,
            first: *self.firsts.get(at)?,
            second: *self.seconds.get(at)?,
            when: *self.whens.get(at)?,
        })
    }

    pub(crate) fn rows(&self) -> impl Iterator<Item = Row> {
        (0..).map_while(|nth| self.row(nth))
    }

    pub(crate) fn tellings(&self) -> &Tellings {
        &self.tellings
    }

    /// Where among the tellings the accounts of the nth event begin and end.
    pub(crate) fn accounts(&self, nth: u32) -> (u32, u32) {
        self.starts.of(nth)
    }

    pub(crate) fn bytes(&self) -> usize {
        let words = self.firsts.capacity() + self.seconds.capacity() + self.whens.capacity();
        words
            .saturating_mul(4)
            .saturating_add(self.shapes.capacity().saturating_mul(2))
            .saturating_add(self.starts.bytes())
            .saturating_add(self.tellings.bytes())
    }
}
