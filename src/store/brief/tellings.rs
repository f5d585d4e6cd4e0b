//! The accounts of brief events, in columns.

use super::{Number, When};

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
    attribution: Vec<Number>,
    stated: Vec<When>,
    recorded: Vec<When>,
    /// Shorter than the others if the last ones have none.
    extras: Vec<u32>,
}

impl Tellings {
    pub(crate) fn len(&self) -> usize {
        self.attribution.len()
    }

    pub(crate) fn push(&mut self, told: Told) {
        if told.extras != 0 {
            self.extras.resize(self.len(), 0);
            self.extras.push(told.extras);
        }
        self.attribution.push(told.attribution);
        self.stated.push(told.stated);
        self.recorded.push(told.recorded);
    }

    pub(super) fn get(&self, at: u32) -> Option<Told> {
        let at = at as usize;
        Some(Told {
            attribution: *self.attribution.get(at)?,
            stated: *self.stated.get(at)?,
            recorded: *self.recorded.get(at)?,
            extras: self.extras.get(at).copied().unwrap_or(0),
        })
    }

    /// Drops what was pushed last, down to a length.
    pub(crate) fn truncate(&mut self, len: usize) {
        self.attribution.truncate(len);
        self.stated.truncate(len);
        self.recorded.truncate(len);
        self.extras.truncate(len);
    }

    /// Adds all of others.
    pub(crate) fn append(&mut self, others: &Self) {
        if !others.extras.is_empty() {
            self.extras.resize(self.len(), 0);
            self.extras.extend_from_slice(&others.extras);
        }
        self.attribution.extend_from_slice(&others.attribution);
        self.stated.extend_from_slice(&others.stated);
        self.recorded.extend_from_slice(&others.recorded);
    }

    pub(crate) fn shrink_to_fit(&mut self) {
        self.attribution.shrink_to_fit();
        self.stated.shrink_to_fit();
        self.recorded.shrink_to_fit();
        self.extras.shrink_to_fit();
    }

    /// In memory, in bytes.
    pub(crate) fn bytes(&self) -> usize {
        let words = self.attribution.capacity() + self.stated.capacity();
        (words + self.recorded.capacity() + self.extras.capacity()).saturating_mul(4)
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
