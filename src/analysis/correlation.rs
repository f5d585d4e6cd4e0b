//! Pearson's coefficient of correlation.

/// Pearson's coefficient of correlation of pairs of figures: their covariance over the
/// product of their standard deviations, from −1 to 1.
///
/// `None` of fewer than two pairs, or if one side is always the same. Costs O(n).
pub(super) fn correlation(pairs: impl Iterator<Item = (f64, f64)> + Clone) -> Option<f64> {
    let mut many = 0.0;
    let (mut sum_x, mut sum_y) = (0.0, 0.0);
    for (x, y) in pairs.clone() {
        many += 1.0;
        sum_x += x;
        sum_y += y;
    }
    if many < 2.0 {
        return None;
    }
    // Twice through, as sums of squares of figures far from zero lose digits.
    let (mean_x, mean_y) = (sum_x / many, sum_y / many);
    let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
    for (x, y) in pairs {
        let (x, y) = (x - mean_x, y - mean_y);
        xx += x * x;
        yy += y * y;
        xy += x * y;
    }
    let spread = (xx * yy).sqrt();
    (spread > 0.0).then(|| (xy / spread).clamp(-1.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::correlation;

    fn of(pairs: &[(f64, f64)]) -> Option<f64> {
        correlation(pairs.iter().copied())
    }

    #[test]
    fn known_figures() {
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[(1.0, 1.0)]), None);
        assert_eq!(of(&[(1.0, 1.0), (1.0, 2.0)]), None);
        assert_eq!(of(&[(1.0, 2.0), (2.0, 4.0)]), Some(1.0));
        assert_eq!(of(&[(1.0, 4.0), (2.0, 2.0)]), Some(-1.0));
        // Anscombe's first set: 0.816.
        let (x, y) = (
            [10.0, 8.0, 13.0, 9.0, 11.0, 14.0, 6.0, 4.0, 12.0, 7.0, 5.0],
            [
                8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68,
            ],
        );
        let pairs: Vec<_> = x.into_iter().zip(y).collect();
        assert!((of(&pairs).unwrap() - 0.816_420_5).abs() < 1e-6);
    }
}
