//! How time is counted.

use std::fmt;

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

use crate::time::Moment;

/// How time is counted, in steps of the calendar.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum TimeStep {
    /// By the day.
    #[default]
    Day,
    /// By the week, from Monday.
    Week,
    /// By the month.
    Month,
    /// By the year.
    Year,
}

impl TimeStep {
    /// The step in which a day lies.
    pub(super) fn of_day(self, day: Date) -> i32 {
        let month = || i32::from(day.year()) * 12 + i32::from(day.month()) - 1;
        match self {
            Self::Day => days(day),
            // 1970 began on a Thursday.
            Self::Week => (days(day) + 3).div_euclid(7),
            Self::Month => month(),
            Self::Year => i32::from(day.year()),
        }
    }

    /// The step in which a moment lies; `None` if it may lie in another, or is in doubt.
    pub(super) fn of(self, when: &Moment) -> Option<i32> {
        let first = self.of_day(when.first_day()?);
        let last = self.of_day(when.last_day()?);
        (first == last && !when.is_qualified()).then_some(first)
    }
}

fn days(day: Date) -> i32 {
    (day - date(1970, 1, 1)).get_days()
}

impl fmt::Display for TimeStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_lie_in_one_step_or_in_none() {
        let of = |step: TimeStep, when: &str| step.of(&when.parse().unwrap());
        assert_eq!(of(TimeStep::Day, "1970-01-01T12:00"), Some(0));
        assert_eq!(of(TimeStep::Day, "1969-12-31"), Some(-1));
        assert_eq!(of(TimeStep::Day, "1970-01"), None);
        assert_eq!(of(TimeStep::Day, "1970-01-01?"), None);
        // 2021-11-15 was a Monday.
        let week = of(TimeStep::Week, "2021-11-15");
        assert_eq!(of(TimeStep::Week, "2021-11-21"), week);
        assert_ne!(of(TimeStep::Week, "2021-11-22"), week);
        assert_ne!(of(TimeStep::Week, "2021-11-14"), week);
        assert_eq!(of(TimeStep::Week, "[2021-11-16..2021-11-20]"), week);
        assert_eq!(of(TimeStep::Week, "[2021-11-16..2021-11-22]"), None);
        let month = of(TimeStep::Month, "2021-11");
        assert_eq!(of(TimeStep::Month, "2021-11-30"), month);
        assert_eq!(
            of(TimeStep::Month, "2022-01").zip(month),
            Some((2022 * 12, 2021 * 12 + 10))
        );
        assert_eq!(of(TimeStep::Year, "2021"), Some(2021));
        assert_eq!(of(TimeStep::Year, "[..2021]"), None);
    }
}
