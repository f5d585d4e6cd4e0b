//! Seconds on one line, with room for the infinite at both ends.
//!
//! Everything that compares times does so in *ticks*: whole seconds from the
//! civil 1970-01-01T00:00:00, as `i64`. The civil years −9999 to 9999 take
//! some ±4 × 10¹¹ of them, which leaves room beyond for "at some finite time,
//! however far" and, beyond that, for "for ever".

use jiff::civil::{DateTime, date};

/// Before all time: where a span begins that has always held.
pub(super) const NEVER_BEGAN: i64 = -(1 << 60);
/// After all time: where a span ends that holds for ever.
pub(super) const NEVER_ENDS: i64 = 1 << 60;
/// The earliest a thing of unknown date can have been.
pub(crate) const EARLIEST: i64 = NEVER_BEGAN + 1;
/// The latest a thing of unknown date can be.
pub(crate) const LATEST: i64 = NEVER_ENDS - 1;

/// The tick of a civil time; a fraction of a second is cut off.
pub(crate) fn of(time: DateTime) -> i64 {
    let since = time.duration_since(date(1970, 1, 1).at(0, 0, 0, 0));
    // The whole seconds come truncated towards zero; a tick lies below.
    since.as_secs() - i64::from(since.subsec_nanos() < 0)
}

/// The civil time of a tick; `None` if it lies beyond the calendar, as the infinite does.
pub(crate) fn civil(tick: i64) -> Option<DateTime> {
    let since = jiff::SignedDuration::from_secs(tick);
    date(1970, 1, 1).at(0, 0, 0, 0).checked_add(since).ok()
}

/// Where a point may lie: from `low` to `high`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bounds {
    pub(super) low: i64,
    pub(super) high: i64,
}

impl Bounds {
    pub(super) fn new(low: i64, high: i64) -> Self {
        Self { low, high }
    }

    pub(super) fn exactly(tick: i64) -> Self {
        Self::new(tick, tick)
    }

    /// Every point of `self` lies before every point of `other`.
    pub(super) fn all_before(self, other: Self) -> bool {
        self.high < other.low
    }

    /// Some point of `self` lies before some point of `other`.
    pub(super) fn some_before(self, other: Self) -> bool {
        self.low < other.high
    }

    pub(super) fn is_within(self, other: Self) -> bool {
        other.low <= self.low && self.high <= other.high
    }

    pub(super) fn overlaps(self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_seconds_from_the_epoch() {
        assert_eq!(of(date(1970, 1, 1).at(0, 0, 0, 0)), 0);
        assert_eq!(of(date(1970, 1, 2).at(0, 0, 1, 0)), 86_401);
        assert_eq!(of(date(1969, 12, 31).at(23, 59, 59, 0)), -1);
        assert_eq!(of(date(1969, 12, 31).at(23, 59, 59, 900_000_000)), -1);
        for tick in [-1, 0, 86_401] {
            assert_eq!(civil(tick).map(of), Some(tick));
        }
        assert_eq!((civil(EARLIEST), civil(LATEST)), (None, None));
    }

    #[test]
    fn all_civil_time_is_finite() {
        assert!(EARLIEST < of(DateTime::MIN));
        assert!(of(DateTime::MAX) < LATEST);
    }
}
