//! Days, weeks, months, quarters and years, numbered through.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize, Serializer};

use crate::store::{day_number, nth_day};
use crate::time::Moment;

/// How long the periods are by which events are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// A day.
    Day,
    /// A week from Monday to Sunday, as ISO 8601 has it; the first of a year is the one
    /// with its first Thursday.
    Week,
    /// A month.
    Month,
    /// A quarter of a year, the first from January to March.
    Quarter,
    /// A year.
    Year,
}

impl Period {
    /// All of them, from the shortest to the longest.
    pub const ALL: [Self; 5] = [
        Self::Day,
        Self::Week,
        Self::Month,
        Self::Quarter,
        Self::Year,
    ];

    /// Its name: "month".
    pub const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }

    /// The number of the one that a day lies in.
    pub(super) fn number(self, day: Date) -> i32 {
        let (year, month) = (i32::from(day.year()), i32::from(day.month()) - 1);
        match self {
            Self::Day => day_number(day),
            Self::Week => (day_number(day) + DAYS_SINCE_MONDAY).div_euclid(7),
            Self::Month => year * 12 + month,
            Self::Quarter => year * 4 + month / 3,
            Self::Year => year,
        }
    }
}

/// 1970-01-01, from which days are counted, was a Thursday.
const DAYS_SINCE_MONDAY: i32 = 3;

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A certain day, week, month, quarter or year.
///
/// It is displayed as ISO 8601 writes it, and a quarter as is usual: `2014-03-17`,
/// `2014-W12`, `2014-03`, `2014-Q1`, `2014`.
///
/// ```
/// use demarche::query::{Period, Stretch};
/// use jiff::civil::date;
///
/// let day = date(2014, 12, 31);
/// let texts = Period::ALL.map(|period| Stretch::of(period, day).to_string());
/// assert_eq!(texts, ["2014-12-31", "2015-W01", "2014-12", "2014-Q4", "2014"]);
///
/// let week = Stretch::of(Period::Week, day);
/// assert_eq!((week.first_day(), week.last_day()), (date(2014, 12, 29), date(2015, 1, 4)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Stretch {
    period: Period,
    number: i32,
}

impl Stretch {
    /// The one in which a day lies.
    pub fn of(period: Period, day: Date) -> Self {
        Self::numbered(period, period.number(day))
    }

    pub(crate) fn numbered(period: Period, number: i32) -> Self {
        Self { period, number }
    }

    /// Whether it is a day, week, month, quarter or year.
    pub fn period(self) -> Period {
        self.period
    }

    /// Its first day.
    pub fn first_day(self) -> Date {
        match self.period {
            Period::Day => nth_day(self.number),
            Period::Week => nth_day(self.number.saturating_mul(7) - DAYS_SINCE_MONDAY),
            Period::Month => first_of(self.number, 1),
            Period::Quarter => first_of(self.number, 3),
            Period::Year => first_of(self.number, 12),
        }
    }

    /// Its last day.
    pub fn last_day(self) -> Date {
        match self.period {
            Period::Day => nth_day(self.number),
            Period::Week => nth_day(self.number.saturating_mul(7) + 6 - DAYS_SINCE_MONDAY),
            Period::Month => self.first_day().last_of_month(),
            Period::Quarter => first_of(self.number.saturating_mul(3) + 2, 1).last_of_month(),
            Period::Year => self.first_day().last_of_year(),
        }
    }

    pub(crate) fn number(self) -> i32 {
        self.number
    }
}

/// The first day of the nth part of so many months, counted from the year 0.
fn first_of(nth: i32, months: i32) -> Date {
    let months = nth.saturating_mul(months);
    let year = i16::try_from(months.div_euclid(12)).unwrap_or(i16::MAX);
    let month = i8::try_from(months.rem_euclid(12)).unwrap_or_default() + 1;
    // A number that was made of a day comes back as one.
    Date::new(year, month, 1).unwrap_or(Date::MAX)
}

impl fmt::Display for Stretch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = self.first_day();
        let (year, month) = (Year(day.year()), day.month());
        match self.period {
            Period::Day => write!(f, "{year}-{month:02}-{:02}", day.day()),
            Period::Week => {
                let week = day.iso_week_date();
                write!(f, "{}-W{:02}", Year(week.year()), week.week())
            }
            Period::Month => write!(f, "{year}-{month:02}"),
            Period::Quarter => write!(f, "{year}-Q{}", (month - 1) / 3 + 1),
            Period::Year => write!(f, "{year}"),
        }
    }
}

/// A year in four digits, as dates have it.
struct Year(i16);

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{:04}", self.0.unsigned_abs())
    }
}

impl Serialize for Stretch {
    /// As it is displayed.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Some day of it.
impl From<Stretch> for Moment {
    fn from(stretch: Stretch) -> Self {
        Self::within(stretch.first_day(), stretch.last_day()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::{Date, date};
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_ends_of_time_are_in_periods() {
        for period in Period::ALL {
            for day in [Date::MIN, Date::MAX, date(0, 1, 1), date(-1, 12, 31)] {
                let stretch = Stretch::of(period, day);
                assert!(
                    stretch.first_day() <= day && day <= stretch.last_day(),
                    "{stretch}"
                );
            }
        }
        assert_eq!(
            Stretch::of(Period::Quarter, date(-44, 3, 15)).to_string(),
            "-0044-Q1"
        );
        assert_eq!(Stretch::of(Period::Year, Date::MAX).to_string(), "9999");
    }

    #[test]
    fn weeks_are_those_of_iso_8601() {
        for (day, week) in [
            (date(2005, 1, 1), "2004-W53"),
            (date(2008, 12, 29), "2009-W01"),
            (date(2010, 1, 3), "2009-W53"),
            (date(2014, 3, 17), "2014-W12"),
        ] {
            assert_eq!(Stretch::of(Period::Week, day).to_string(), week, "{day}");
        }
    }

    proptest! {
        #[test]
        fn periods_follow_each_other_without_a_gap(days in -700_000..700_000_i32) {
            let day = date(1970, 1, 1) + i64::from(days).days();
            prop_assert_eq!(nth_day(days), day);
            for period in Period::ALL {
                let stretch = Stretch::of(period, day);
                prop_assert!(stretch.first_day() <= day && day <= stretch.last_day());
                for same in [stretch.first_day(), stretch.last_day()] {
                    prop_assert_eq!(Stretch::of(period, same), stretch);
                }
                let next = Stretch::of(period, stretch.last_day() + 1.day());
                prop_assert_eq!(next.number(), stretch.number() + 1);
                let moment = Moment::from(stretch);
                prop_assert_eq!(moment.last_day(), Some(stretch.last_day()));
            }
        }
    }
}
