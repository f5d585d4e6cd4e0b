//! The accounts of brief events, in columns.

use super::{Number, When};
use crate::store::column::Column;

/// What a telling is: an account of a brief event without what it has in common with
/// others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) attribution: Number,
    pub(crate) stated: When,
    pub(crate) recorded: When,
    /// Its address in the arena, or 0.
    pub(crate) extras: u32,
}

/// Accounts by number, in twelve bytes each; in sixteen from the first one on that has
/// extras.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tellings {
    pub(in crate::store) attribution: Column<Number>,
    pub(in crate::store) stated: Column<i32>,
    pub(in crate::store) recorded: Column<i32>,
    /// Shorter than the others if the last ones have none.
    pub(in crate::store) extras: Column<u32>,
}

impl Tellings {
    pub(crate) fn len(&self) -> usize {
        self.attribution.len()
    }

    pub(crate) fn push(&mut self, told: Told) {
        if told.extras != 0 {
            let many = self.len();
            let extras = self.extras.to_mut();
            extras.resize(many, 0);
            extras.push(told.extras);
        }
        self.attribution.to_mut().push(told.attribution);
        self.stated.to_mut().push(told.stated.number());
        self.recorded.to_mut().push(told.recorded.number());
    }

    pub(super) fn get(&self, at: u32) -> Option<Told> {
        let at = at as usize;
        Some(Told {
            attribution: *self.attribution.get(at)?,
            stated: When::numbered(*self.stated.get(at)?),
            recorded: When::numbered(*self.recorded.get(at)?),
            extras: self.extras.get(at).copied().unwrap_or(0),
        })
    }

    /// Drops what was pushed last, down to a length.
    pub(crate) fn truncate(&mut self, len: usize) {
        if len < self.len() {
            self.attribution.to_mut().truncate(len);
            self.stated.to_mut().truncate(len);
            self.recorded.to_mut().truncate(len);
            self.extras.to_mut().truncate(len);
        }
    }

    /// Adds all of others.
    pub(crate) fn append(&mut self, others: &Self) {
        if !others.extras.is_empty() {
            let many = self.len();
            let extras = self.extras.to_mut();
            extras.resize(many, 0);
            extras.extend_from_slice(&others.extras);
        }
        let attribution = self.attribution.to_mut();
        attribution.extend_from_slice(&others.attribution);
        self.stated.to_mut().extend_from_slice(&others.stated);
        self.recorded.to_mut().extend_from_slice(&others.recorded);
    }

    pub(crate) fn settle(&mut self) {
        self.attribution.settle();
        self.stated.settle();
        self.recorded.settle();
        self.extras.settle();
    }

    /// In memory, in bytes.
    pub(crate) fn bytes(&self) -> usize {
        let numbers = self.attribution.heap().saturating_add(self.extras.heap());
        let moments = self.stated.heap().saturating_add(self.recorded.heap());
        numbers.saturating_add(moments)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(extras: u32) -> Told {
        Told {
            attribution: extras,
            stated: When::UNKNOWN,
            recorded: When::UNKNOWN,
            extras,
        }
    }

    #[test]
    fn extras_stay_with_their_account() {
        for all in [
            &[0, 0, 7, 0, 9][..],
            &[7, 0, 0],
            &[0, 0, 0],
            &[0, 7, 8, 0, 0, 0, 1],
        ] {
            for cut in 0..=all.len() {
                let mut tellings = Tellings::default();
                let (begin, end) = all.split_at(cut);
                for &extras in begin {
                    tellings.push(told(extras));
                }
                let mut others = Tellings::default();
                for &extras in end {
                    others.push(told(extras));
                }
                tellings.append(&others);
                for (nth, &extras) in (0..).zip(all) {
                    assert_eq!(tellings.get(nth), Some(told(extras)), "{all:?} {cut}");
                }
                tellings.truncate(cut);
                tellings.push(told(5));
                assert_eq!(tellings.get(u32::try_from(cut).unwrap()), Some(told(5)));
            }
        }
    }
}
