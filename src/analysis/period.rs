//! Calendar periods, by which events are counted.

use std::fmt;

use jiff::civil::{Date, Weekday, date};
use jiff::{ToSpan, Unit};
use serde::{Deserialize, Serialize};

/// A stretch of the calendar, by which events are counted.
///
/// ```
/// use demarche::analysis::Period;
/// use jiff::civil::date;
///
/// let day = date(2021, 11, 17);
/// assert_eq!(Period::Week.start(day), date(2021, 11, 15)); // a Monday
/// assert_eq!(Period::Quarter.start(day), date(2021, 10, 1));
/// assert_eq!(Period::Quarter.next(date(2021, 10, 1)), Some(date(2022, 1, 1)));
/// assert_eq!(Period::Quarter.label(date(2021, 10, 1)), "2021-Q4");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// A day.
    Day,
    /// A week of ISO 8601, from Monday.
    Week,
    /// A month.
    Month,
    /// A quarter: January to March and so on.
    Quarter,
    /// A year.
    Year,
}

impl Period {
    /// All five, from the shortest to the longest.
    pub const ALL: [Self; 5] = [
        Self::Day,
        Self::Week,
        Self::Month,
        Self::Quarter,
        Self::Year,
    ];

    /// The first day of the period that a day is in; of the first week of all time,
    /// the first day there is.
    pub fn start(self, day: Date) -> Date {
        match self {
            Self::Day => day,
            Self::Week => {
                let since = day.weekday().since(Weekday::Monday);
                day.checked_sub(i64::from(since).days())
                    .unwrap_or(Date::MIN)
            }
            Self::Month => day.first_of_month(),
            Self::Quarter => {
                let month = (day.month() - 1) / 3 * 3 + 1;
                Date::new(day.year(), month, 1).unwrap_or(day)
            }
            Self::Year => day.first_of_year(),
        }
    }

    /// The first day of the period after the one that begins on a day; `None` after
    /// the last of all time.
    pub fn next(self, start: Date) -> Option<Date> {
        let length = match self {
            Self::Day => 1.day(),
            Self::Week => 1.week(),
            Self::Month => 1.month(),
            Self::Quarter => 3.months(),
            Self::Year => 1.year(),
        };
        start.checked_add(length).ok()
    }

    /// How many periods lie between the starts of two, from the one to the other.
    pub(super) fn between(self, start: Date, other: Date) -> i64 {
        let months = |day: Date| i64::from(day.year()) * 12 + i64::from(day.month());
        match self {
            Self::Day => days_between(start, other),
            Self::Week => days_between(start, other).div_euclid(7),
            Self::Month => months(other) - months(start),
            Self::Quarter => (months(other) - months(start)).div_euclid(3),
            Self::Year => i64::from(other.year()) - i64::from(start.year()),
        }
    }

    /// What the period that begins on a day is called: "2021-11-15", "2021-W46",
    /// "2021-11", "2021-Q4", "2021".
    pub fn label(self, start: Date) -> String {
        match self {
            Self::Day => start.to_string(),
            Self::Week => {
                let week = start.iso_week_date();
                format!("{:04}-W{:02}", week.year(), week.week())
            }
            Self::Month => format!("{:04}-{:02}", start.year(), start.month()),
            Self::Quarter => format!("{:04}-Q{}", start.year(), (start.month() + 2) / 3),
            Self::Year => format!("{:04}", start.year()),
        }
    }
}

/// The day of a number counted from 1970-01-01, or the nearest that there is.
pub(super) fn day_numbered(number: i64) -> Date {
    let epoch = date(1970, 1, 1);
    let (first, last) = (
        days_between(epoch, Date::MIN),
        days_between(epoch, Date::MAX),
    );
    let days = number.clamp(first, last).days();
    epoch.checked_add(days).unwrap_or(epoch)
}

/// The number of a day, counted from 1970-01-01.
pub(super) fn number_of(day: Date) -> i64 {
    days_between(date(1970, 1, 1), day)
}

fn days_between(one: Date, other: Date) -> i64 {
    // A difference in days of two dates of civil time cannot fail.
    one.until((Unit::Day, other))
        .map_or(0, |span| i64::from(span.get_days()))
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn labels_are_those_of_iso() {
        for (period, label) in
            Period::ALL
                .into_iter()
                .zip(["2020-12-31", "2020-W53", "2020-12", "2020-Q4", "2020"])
        {
            assert_eq!(period.label(period.start(date(2020, 12, 31))), label);
        }
    }

    #[test]
    fn all_time_has_periods() {
        for period in Period::ALL {
            for day in [Date::MIN, Date::MAX] {
                let start = period.start(day);
                assert!(start <= day);
                assert!(period.next(start).is_none_or(|next| next > day));
            }
        }
        assert_eq!(day_numbered(i64::MAX), Date::MAX);
        assert_eq!(day_numbered(number_of(Date::MIN)), Date::MIN);
    }

    proptest! {
        #[test]
        fn periods_tile_the_calendar(number in -800_000..800_000_i64, nth in 0..5_usize) {
            let period = Period::ALL[nth];
            let day = day_numbered(number);
            prop_assert_eq!(number_of(day), number);
            let start = period.start(day);
            let next = period.next(start).unwrap();
            prop_assert!(start <= day && day < next);
            prop_assert_eq!(period.start(next), next);
            prop_assert_eq!(period.start(start), start);
            prop_assert_eq!(period.between(start, next), 1);
            prop_assert_eq!(period.between(next, start), -1);
        }
    }
}
