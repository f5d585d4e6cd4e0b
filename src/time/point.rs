//! A date or time as it is written: a first second, and a unit.

use std::fmt;

use jiff::civil::{Date, DateTime, Time};
use jiff::{SignedDuration, ToSpan};

use super::scan::Scanner;
use super::ticks::{self, Bounds};
use super::{ParseTimeError, Precision};

/// The unit a date is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Unit {
    Second,
    Minute,
    Day,
    Month,
    Year,
}

impl From<Unit> for Precision {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Second => Self::Second,
            Unit::Minute => Self::Minute,
            Unit::Day => Self::Day,
            Unit::Month => Self::Month,
            Unit::Year => Self::Year,
        }
    }
}

/// One unit of civil time: the year 2021, the second 10:30:05.
///
/// Invariant: `first` is the first second of its unit, so that two points
/// are equal if and only if they are written alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Point {
    first: DateTime,
    unit: Unit,
    /// Was it given in UTC? Only ever true of a second or a minute.
    utc: bool,
}

impl Point {
    pub(super) fn year(day: Date) -> Self {
        Self::starting(day.first_of_year(), Unit::Year)
    }

    pub(super) fn month(day: Date) -> Self {
        Self::starting(day.first_of_month(), Unit::Month)
    }

    pub(super) fn day(day: Date) -> Self {
        Self::starting(day, Unit::Day)
    }

    /// To the second; a fraction is cut off.
    pub(super) fn second(time: DateTime, utc: bool) -> Self {
        Self {
            first: whole(time),
            unit: Unit::Second,
            utc,
        }
    }

    fn starting(day: Date, unit: Unit) -> Self {
        Self {
            first: day.to_datetime(Time::midnight()),
            unit,
            utc: false,
        }
    }

    pub(super) fn unit(self) -> Unit {
        self.unit
    }

    pub(super) fn is_utc(self) -> bool {
        self.utc
    }

    /// The first second.
    pub(super) fn first(self) -> DateTime {
        self.first
    }

    /// The last second.
    pub(super) fn last(self) -> DateTime {
        last_of(self.first, self.unit)
    }

    /// The first second, one unit sooner; no sooner than the civil years go.
    pub(super) fn widened_first(self) -> DateTime {
        self.first.saturating_sub(self.step())
    }

    /// The last second, one unit later; no later than the civil years go.
    pub(super) fn widened_last(self) -> DateTime {
        last_of(self.first.saturating_add(self.step()), self.unit)
    }

    /// The seconds it covers.
    pub(super) fn bounds(self) -> Bounds {
        Bounds::new(ticks::of(self.first()), ticks::of(self.last()))
    }

    /// The length in ticks of the unit in which a span begins or ends here:
    /// days, or what is finer.
    pub(super) fn grain(self) -> i64 {
        match self.unit {
            Unit::Second => 1,
            Unit::Minute => 60,
            Unit::Day | Unit::Month | Unit::Year => 86_400,
        }
    }

    fn step(self) -> jiff::Span {
        match self.unit {
            Unit::Second => 1.second(),
            Unit::Minute => 1.minute(),
            Unit::Day => 1.day(),
            Unit::Month => 1.month(),
            Unit::Year => 1.year(),
        }
    }

    /// Reads a point and stops after it.
    pub(super) fn scan(from: &mut Scanner<'_>) -> Result<Self, ParseTimeError> {
        let year = scan_year(from)?;
        if !from.eat("-") {
            return Ok(Self::year(scan_date(from, year, 1, 1)?));
        }
        let month = from.two_digits("month", 1, 12, "")?;
        let first = scan_date(from, year, month, 1)?;
        if !from.eat("-") {
            return Ok(Self::month(first));
        }
        let context = format!(" in {year:04}-{month:02}");
        let day = from.two_digits("day", 1, first.days_in_month().into(), &context)?;
        let date = scan_date(from, year, month, day)?;
        if from.eat("T") {
            Self::scan_time(from, date)
        } else {
            Ok(Self::day(date))
        }
    }

    fn scan_time(from: &mut Scanner<'_>, date: Date) -> Result<Self, ParseTimeError> {
        let hour = from.two_digits("hour", 0, 23, "")?;
        from.require(":", "':' and the minute")?;
        let minute = from.two_digits("minute", 0, 59, "")?;
        let (second, unit) = if from.eat(":") {
            let second = from.two_digits("second", 0, 59, "")?;
            // A fraction, which dump files are fond of, but not the ".." of a set.
            if from.rest().starts_with('.') && !from.rest().starts_with("..") {
                from.eat(".");
                from.digits(1, "a digit of the fraction")?;
                from.skip_digits();
            }
            (second, Unit::Second)
        } else {
            (0, Unit::Minute)
        };
        let local = DateTime::from_parts(date, Time::constant(hour, minute, second, 0));
        let (first, utc) = scan_offset(from, local)?;
        Ok(Self { first, unit, utc })
    }
}

fn scan_year(from: &mut Scanner<'_>) -> Result<i16, ParseTimeError> {
    let at = from.at();
    let negative = from.eat("-");
    let year = from.digits(4, "four digits of the year")?;
    if negative && year == 0 {
        return Err(from.fault(at, "year -0000", "0000 without a sign"));
    }
    Ok(if negative { -year } else { year })
}

/// The parts are in range by now; this turns them into a `Date` without a
/// path that could panic.
fn scan_date(from: &Scanner<'_>, year: i16, month: i8, day: i8) -> Result<Date, ParseTimeError> {
    Date::new(year, month, day).map_err(|_| from.unexpected("a date from -9999 to 9999"))
}

/// Reads `Z`, `+03:00`, `+0300` or `+03`, if there is one, and says what time
/// it then is in UTC.
fn scan_offset(
    from: &mut Scanner<'_>,
    local: DateTime,
) -> Result<(DateTime, bool), ParseTimeError> {
    let at = from.at();
    if from.eat("Z") {
        return Ok((local, true));
    }
    let sign = match from.peek() {
        Some('+') => 1,
        Some('-') => -1,
        _ => return Ok((local, false)),
    };
    from.eat(if sign > 0 { "+" } else { "-" });
    let hours = from.two_digits("hour of the offset", 0, 23, "")?;
    let colon = from.eat(":");
    let minutes = if colon || from.peek().is_some_and(|next| next.is_ascii_digit()) {
        from.two_digits("minute of the offset", 0, 59, "")?
    } else {
        0
    };
    let offset = sign * (i64::from(hours) * 60 + i64::from(minutes));
    match local.checked_sub(SignedDuration::from_secs(offset * 60)) {
        Ok(utc) => Ok((utc, true)),
        Err(_) => Err(from.fault(
            at,
            "an offset that leads beyond",
            "a date from -9999 to 9999",
        )),
    }
}

fn whole(time: DateTime) -> DateTime {
    let clock = time.time();
    let clock = Time::new(clock.hour(), clock.minute(), clock.second(), 0).unwrap_or(clock);
    DateTime::from_parts(time.date(), clock)
}

fn last_of(time: DateTime, unit: Unit) -> DateTime {
    let day = time.date();
    let last_day = match unit {
        Unit::Second => return whole(time),
        Unit::Minute => {
            let clock = time.time();
            let clock = Time::new(clock.hour(), clock.minute(), 59, 0).unwrap_or(clock);
            return DateTime::from_parts(day, clock);
        }
        Unit::Day => day,
        Unit::Month => day.last_of_month(),
        Unit::Year => day.last_of_year(),
    };
    DateTime::from_parts(last_day, Time::constant(23, 59, 59, 0))
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = (self.first.year(), self.first.month(), self.first.day());
        if year < 0 {
            f.write_str("-")?;
        }
        write!(f, "{:04}", year.unsigned_abs())?;
        if self.unit <= Unit::Month {
            write!(f, "-{month:02}")?;
        }
        if self.unit <= Unit::Day {
            write!(f, "-{day:02}")?;
        }
        if self.unit <= Unit::Minute {
            write!(f, "T{:02}:{:02}", self.first.hour(), self.first.minute())?;
        }
        if self.unit == Unit::Second {
            write!(f, ":{:02}", self.first.second())?;
        }
        if self.utc { f.write_str("Z") } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn point(text: &str) -> Result<Point, ParseTimeError> {
        let mut from = Scanner::new("moment", text);
        let point = Point::scan(&mut from)?;
        from.finish("the end")?;
        Ok(point)
    }

    #[test]
    fn canonical_texts_are_kept() {
        for text in [
            "2021",
            "0000",
            "-0043",
            "-9999",
            "9999",
            "2021-11",
            "2020-02-29",
            "-0043-03-15",
            "2021-11-15T10:30",
            "2021-11-15T10:30:05",
            "2021-11-15T10:30:05Z",
        ] {
            assert_eq!(point(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn offsets_become_utc() {
        for (text, utc) in [
            ("2021-11-15T10:30+03:00", "2021-11-15T07:30Z"),
            ("2021-11-15T01:30+0300", "2021-11-14T22:30Z"),
            ("2021-12-31T22:30:01-03", "2022-01-01T01:30:01Z"),
            ("2021-11-15T10:30:05.123456Z", "2021-11-15T10:30:05Z"),
        ] {
            assert_eq!(point(text).unwrap().to_string(), utc);
        }
        assert!(point("-9999-01-01T00:00+03:00").is_err());
        assert!(point("9999-12-31T23:00-03:00").is_err());
    }

    #[test]
    fn faults_say_where_and_what() {
        for (text, at, found, expected) in [
            ("", 0, "the end", "four digits of the year"),
            ("202", 3, "the end", "four digits of the year"),
            ("20211115", 4, "'1'", "the end"),
            ("2021-1-15", 6, "'-'", "two digits of the month"),
            ("2021-13", 5, "month 13", "01 to 12"),
            ("2021-02-29", 8, "day 29", "01 to 28 in 2021-02"),
            ("2021-11-31", 8, "day 31", "01 to 30 in 2021-11"),
            ("2021-11-15T24:00", 11, "hour 24", "00 to 23"),
            ("2021-11-15T10", 13, "the end", "':' and the minute"),
            ("2021-11-15T10:30:60", 17, "second 60", "00 to 59"),
            (
                "2021-11-15T10:30:05.",
                20,
                "the end",
                "a digit of the fraction",
            ),
            (
                "2021-11-15T10:30+3",
                18,
                "the end",
                "two digits of the hour of the offset",
            ),
            ("-0000", 0, "year -0000", "0000 without a sign"),
            ("2021-11-15 10:30", 10, "' '", "the end"),
        ] {
            let error = point(text).unwrap_err();
            let parts = (error.position(), error.found(), error.expected());
            assert_eq!(parts, (Some(at), found, expected), "{text}");
        }
    }

    #[test]
    fn widening_stops_where_civil_time_does() {
        assert_eq!(point("9999").unwrap().widened_last().date(), Date::MAX);
        assert_eq!(point("-9999-01").unwrap().widened_first().date(), Date::MIN);
        let last = point("9999-12-31T23:59:59").unwrap().widened_last();
        assert_eq!(last, date(9999, 12, 31).at(23, 59, 59, 0));
        assert_eq!(
            point("2021-01").unwrap().widened_last().date(),
            date(2021, 2, 28)
        );
    }
}
