//! Counting paths beyond the range of a float.

/// A count of paths, which may be as large as two to the number of actors: a mantissa,
/// and how many times it was divided by 2⁵¹².
///
/// Ratios of two are as precise as the mantissas, whatever their size.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct PathCount {
    mantissa: f64,
    folds: u32,
}

/// 2⁵¹².
const FOLD: f64 = f64::from_bits((1023 + 512) << 52);

impl PathCount {
    pub(super) const NONE: Self = Self {
        mantissa: 0.0,
        folds: 0,
    };
    pub(super) const ONE: Self = Self {
        mantissa: 1.0,
        folds: 0,
    };

    pub(super) fn plus(self, other: Self) -> Self {
        let folds = self.folds.max(other.folds);
        let mantissa = self.at(folds) + other.at(folds);
        if mantissa >= FOLD {
            Self {
                mantissa: mantissa / FOLD,
                folds: folds + 1,
            }
        } else {
            Self { mantissa, folds }
        }
    }

    /// One count divided by another that is not none.
    pub(super) fn share_of(self, whole: Self) -> f64 {
        match (self.folds, whole.folds) {
            (some, all) if some == all => self.mantissa / whole.mantissa,
            (some, all) if some < all => self.at(all) / whole.mantissa,
            (some, _) => self.mantissa / whole.at(some),
        }
    }

    /// The mantissa for as many folds as it has, or more. What is 2⁻⁵¹² of another, or
    /// less, is lost beside it, as it would be in a float.
    fn at(self, folds: u32) -> f64 {
        match folds - self.folds {
            0 => self.mantissa,
            1 => self.mantissa / FOLD,
            _ => 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fold_is_a_power_of_two() {
        assert_eq!(FOLD.to_bits(), 2_f64.powi(512).to_bits());
    }

    #[test]
    fn shares_are_right_beyond_the_range_of_a_float() {
        let mut count = PathCount::ONE;
        for _ in 0..5_000 {
            let double = count.plus(count);
            assert_eq!(count.share_of(double).to_bits(), 0.5_f64.to_bits());
            assert_eq!(double.share_of(count).to_bits(), 2_f64.to_bits());
            count = double;
        }
        assert_eq!(PathCount::ONE.share_of(count).to_bits(), 0);
        assert_eq!(count.plus(PathCount::ONE), count);
        assert_eq!(PathCount::NONE.plus(count), count);
    }
}
