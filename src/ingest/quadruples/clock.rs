//! What a number in the column of time counts.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use crate::time::Moment;

/// What the numbers count, and from when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) unit: Unit,
    /// The day, or its year, of the first number.
    pub(super) from: Date,
    pub(super) first: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// So many of them are a day.
    PartOfDay(i64),
    Year,
}

impl Clock {
    /// The day or year that a number means; `None` if there is none such.
    ///
    /// Of hours and minutes only the day counts: they are when a report came in.
    pub(super) fn moment(self, number: i64) -> Option<Moment> {
        let elapsed = number.checked_sub(self.first)?;
        match self.unit {
            Unit::PartOfDay(in_a_day) => {
                let days = Span::new()
                    .try_days(elapsed.checked_div_euclid(in_a_day)?)
                    .ok()?;
                self.from.checked_add(days).ok().map(Moment::from)
            }
            Unit::Year => {
                // Beyond that no calendar of ours goes.
                let years = i32::try_from(elapsed)
                    .ok()
                    .filter(|some| some.abs() < 19_998)?;
                let day = self.from.checked_add(years.years()).ok()?;
                format!("{:04}", day.year()).parse().ok()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn shown(unit: Unit, first: i64, number: i64) -> Option<String> {
        let from = date(2014, 1, 1);
        let clock = Clock { unit, from, first };
        clock.moment(number).map(|moment| moment.to_string())
    }

    #[test]
    fn numbers_mean_days_and_years() {
        let days = |number| shown(Unit::PartOfDay(1), 1, number);
        assert_eq!(days(1).as_deref(), Some("2014-01-01"));
        assert_eq!(days(365).as_deref(), Some("2014-12-31"));
        assert_eq!(days(0).as_deref(), Some("2013-12-31"));
        let hours = |number| shown(Unit::PartOfDay(24), 0, number);
        assert_eq!(hours(24).as_deref(), Some("2014-01-02"));
        assert_eq!(hours(47).as_deref(), Some("2014-01-02"));
        assert_eq!(hours(-1).as_deref(), Some("2013-12-31"));
        assert_eq!(shown(Unit::PartOfDay(1440), 0, 2880), hours(48));
        assert_eq!(shown(Unit::Year, 0, 3).as_deref(), Some("2017"));
    }

    #[test]
    fn what_lies_beyond_the_calendar_is_none() {
        for unit in [Unit::PartOfDay(1), Unit::PartOfDay(24), Unit::Year] {
            for (first, number) in [(0, i64::MAX), (0, i64::MIN), (-1, i64::MAX), (0, 1 << 40)] {
                assert_eq!(shown(unit, first, number), None);
            }
        }
    }
}
