//! How the past fades.

/// By how much the past fades: a fact of n steps ago counts 2^(−λn).
#[derive(Clone, Copy, Debug)]
pub(super) struct Decay {
    lambda: f64,
}

/// What is divided by is at least this, where a relation is known of one step only.
const LEAST: f64 = 1e-15;

impl Decay {
    pub(super) fn new(lambda: f64) -> Self {
        Self { lambda }
    }

    /// What is left after the steps between two times.
    pub(super) fn between(self, earlier: i32, later: i32) -> f64 {
        (-self.lambda * steps(earlier, later)).exp2()
    }

    /// What strict recurrency divides by at a time, for a relation first and last known
    /// at these: the sum of what is left of each step from the first up to, but without,
    /// the last; at least 1e-15.
    pub(super) fn scale(self, first: i32, last: i32, time: i32) -> f64 {
        // Summed backwards from the last, as that loses nothing: near 1 as it fades fast,
        // and near the number of steps as it hardly does.
        let sum = self.between(last, time) * self.sum(steps(first, last));
        sum.max(LEAST)
    }

    /// 2^(−λ) + 2^(−2λ) + … + 2^(−nλ), which is a geometric series.
    pub(super) fn sum(self, n: f64) -> f64 {
        let rate = self.lambda * std::f64::consts::LN_2;
        let growth = rate.exp_m1();
        if growth > 0.0 {
            -(-rate * n).exp_m1() / growth
        } else {
            n
        }
    }
}

/// How many steps there are between two times.
fn steps(earlier: i32, later: i32) -> f64 {
    f64::from(later) - f64::from(earlier)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::forecast::Parameters;

    #[test]
    fn the_scale_is_the_sum_of_the_definition() {
        for lambda in Parameters::LAMBDAS {
            for (first, last, time) in [(0, 1, 2), (0, 9, 10), (-40, 300, 365), (3, 4, 30)] {
                let sum: f64 = (first..last)
                    .map(|step| (lambda * f64::from(step - time)).exp2())
                    .sum();
                let sum = sum.max(LEAST);
                let found = Decay::new(lambda).scale(first, last, time);
                assert!(
                    (found / sum - 1.0).abs() < 1e-12,
                    "{lambda}: {found}, {sum}"
                );
            }
        }
    }

    #[test]
    fn the_scale_is_never_nothing() {
        for lambda in [0.0, 1e-320, 0.02, 1.0, 1e300] {
            let decay = Decay::new(lambda);
            assert!((decay.scale(7, 7, 9) - LEAST).abs() < 1e-30);
            let widest = decay.scale(i32::MIN, i32::MAX - 1, i32::MAX);
            assert!(widest.is_finite() && widest >= LEAST, "{lambda}: {widest}");
        }
        // A hundred steps at full fade leave 2^-100, which is less.
        assert!((Decay::new(1.0).scale(0, 5, 105) - LEAST).abs() < 1e-30);
    }
}
