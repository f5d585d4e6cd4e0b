//! How long a path is.

use std::ops::Add;

/// The cost of a step in units of 2⁻³², so that sums are exact and ties are ties.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Toll(u64);

impl Toll {
    /// A step that is not to be taken.
    pub(super) const BARRED: Self = Self(u64::MAX);
    /// A cost of one.
    pub(super) const ONE: Self = Self(1 << 32);
    /// A cost of nothing.
    pub(super) const NOTHING: Self = Self(0);

    const UNITS: f64 = 4_294_967_296.0;
    /// No step costs more: 2³¹.
    pub(super) const MOST: f64 = 2_147_483_648.0;

    /// The toll nearest to a cost. Infinity is a toll that bars; of what is below zero,
    /// no number, or above 2³¹ there is none.
    pub(super) fn of(cost: f64) -> Option<Self> {
        if cost == f64::INFINITY {
            return Some(Self::BARRED);
        }
        if !(0.0..=Self::MOST).contains(&cost) {
            return None;
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "from 0 to 2⁶³, as was just asked"
        )]
        let units = (cost * Self::UNITS).round() as u64;
        Some(Self(units))
    }

    pub(super) fn is_barred(self) -> bool {
        self == Self::BARRED
    }

    pub(super) fn cost(self) -> f64 {
        Length::ZERO.plus(self).cost()
    }
}

/// How long a path is: by its cost, and among those of one cost by its number of steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Length {
    units: u128,
    pub(super) steps: u32,
}

impl Length {
    pub(super) const ZERO: Self = Self { units: 0, steps: 0 };
    /// Of what cannot be reached.
    pub(super) const INFINITE: Self = Self {
        units: u128::MAX,
        steps: u32::MAX,
    };

    pub(super) fn is_infinite(self) -> bool {
        self == Self::INFINITE
    }

    /// With one step more.
    pub(super) fn plus(self, toll: Toll) -> Self {
        self + Self {
            units: u128::from(toll.0),
            steps: 1,
        }
    }

    /// Whether it is no longer than another by cost and by steps.
    pub(super) fn is_within(self, other: Self) -> bool {
        self.units <= other.units && self.steps <= other.steps
    }

    pub(super) fn cost(self) -> f64 {
        #[expect(
            clippy::cast_precision_loss,
            reason = "the nearest number of 53 bits is what is shown"
        )]
        let units = self.units as f64;
        units / Toll::UNITS
    }
}

impl Add for Length {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            units: self.units.saturating_add(other.units),
            steps: self.steps.saturating_add(other.steps),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tenths_add_up() {
        let toll = |cost| Toll::of(cost).unwrap();
        let tenths = (0..10).fold(Length::ZERO, |sum, _| sum.plus(toll(0.5)));
        assert_eq!((tenths.cost(), tenths.steps), (5.0, 10));
        assert_eq!(toll(1.0), Toll::ONE);
        assert_eq!(toll(0.0), Toll::NOTHING);
        assert_eq!(Toll::of(toll(2.5).cost()), Some(toll(2.5)));
    }

    #[test]
    fn only_numbers_from_zero_are_costs() {
        assert!(Toll::of(f64::INFINITY).unwrap().is_barred());
        assert!(!Toll::of(Toll::MOST).unwrap().is_barred());
        for none in [-1.0, f64::NAN, f64::NEG_INFINITY, 1e300] {
            assert_eq!(Toll::of(none), None);
        }
        assert_eq!(Toll::of(-0.0), Some(Toll::NOTHING));
    }
}
