//! The columns of one row, each as it is asked for.

use std::borrow::Cow;

use jiff::civil::{Date, DateTime};

use super::column::GdeltColumn;
use super::split::Ends;
use super::version::GdeltVersion;
use crate::ingest::field::{Field, Wrong};
use crate::time::Moment;

/// A row that has as many columns as a version has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fields<'a> {
    line: Cow<'a, str>,
    ends: Ends,
    version: GdeltVersion,
}

impl<'a> Fields<'a> {
    pub(super) fn new(line: &'a str, ends: Ends, version: GdeltVersion) -> Self {
        Self {
            line: Cow::Borrowed(line),
            ends,
            version,
        }
    }

    pub(super) fn version(&self) -> GdeltVersion {
        self.version
    }

    /// A column, without blanks around it; empty if the version has none such.
    pub(super) fn get(&self, column: GdeltColumn) -> Field<'_> {
        let place = self.version.place_of(column);
        let range = place.and_then(|place| self.ends.range(place));
        let range = range.unwrap_or_default();
        let text = self.line.get(range.clone()).unwrap_or_default();
        Field {
            text: text.trim_ascii(),
            at: range.start,
        }
    }

    /// What stands from the one column to the other, tabs and all.
    pub(super) fn stretch(&self, from: GdeltColumn, to: GdeltColumn) -> &str {
        let range = |column| self.ends.range(self.version.place_of(column)?);
        let (Some(from), Some(to)) = (range(from), range(to)) else {
            return "";
        };
        self.line.get(from.start..to.end).unwrap_or_default()
    }

    pub(super) fn into_owned(self) -> Fields<'static> {
        Fields {
            line: Cow::Owned(self.line.into_owned()),
            ends: self.ends,
            version: self.version,
        }
    }
}

/// A whole number, written in digits alone.
pub(in crate::ingest) fn whole(field: Field<'_>, expected: &'static str) -> Result<u64, Wrong> {
    digits(field.text).ok_or_else(|| field.wrong(expected))
}

/// A finite number; `None` if it is missing.
pub(in crate::ingest) fn number(
    field: Field<'_>,
    expected: &'static str,
) -> Result<Option<f64>, Wrong> {
    if field.text.is_empty() {
        return Ok(None);
    }
    let number = decimal(field.text).or_else(|| field.text.parse().ok());
    let number = number.filter(|number: &f64| number.is_finite());
    number.map(Some).ok_or_else(|| field.wrong(expected))
}

/// A number of up to fifteen digits, read in half the time that any number takes: both
/// digits and power of ten are exact as floats, and so their quotient is rounded once
/// ([Clinger 1990](https://doi.org/10.1145/93548.93557)).
fn decimal(text: &str) -> Option<f64> {
    const POWERS: [f64; 16] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ];
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mut digits, mut places, mut has_point) = (0_u64, 0_usize, false);
    // A point more.
    if unsigned.is_empty() || unsigned.len() > POWERS.len() {
        return None;
    }
    for byte in unsigned.bytes() {
        let digit = byte.wrapping_sub(b'0');
        if digit < 10 {
            digits = digits.wrapping_mul(10).wrapping_add(u64::from(digit));
            places += usize::from(has_point);
        } else if byte == b'.' && !has_point {
            has_point = true;
        } else {
            return None;
        }
    }
    if digits > 999_999_999_999_999 || (has_point && unsigned.len() == 1) {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
    let number = digits as f64 / POWERS.get(places)?;
    Some(if unsigned.len() < text.len() {
        -number
    } else {
        number
    })
}

/// A day, as `20180101`.
pub(super) fn day(field: Field<'_>) -> Result<Date, Wrong> {
    let day = (field.text.len() == 8).then(|| civil(field.text)).flatten();
    day.ok_or_else(|| field.wrong("a day that exists, as 20180121"))
}

/// A day, or a second in UTC, as `20180101001500`.
pub(in crate::ingest) fn moment(field: Field<'_>) -> Result<Moment, Wrong> {
    let read = || match field.text.split_at_checked(8)? {
        (day, "") => Some(Moment::on(civil(day)?)),
        (day, clock) if clock.len() == 6 => {
            let clock = digits(clock)?;
            let part = |number: u64| i8::try_from(number % 100).ok();
            let (hour, minute, second) = (part(clock / 10_000)?, part(clock / 100)?, part(clock)?);
            let time = jiff::civil::Time::new(hour, minute, second, 0).ok()?;
            Some(Moment::at_utc(DateTime::from_parts(civil(day)?, time)))
        }
        _ => None,
    };
    read().ok_or_else(|| {
        field.wrong("a day as 20180121 or a time as 20180121001500 (a spreadsheet rounds it)")
    })
}

fn civil(eight: &str) -> Option<Date> {
    let number = u32::try_from(digits(eight)?).ok()?;
    let year = i16::try_from(number / 10_000).ok()?;
    let month = i8::try_from(number / 100 % 100).ok()?;
    let day = i8::try_from(number % 100).ok()?;
    Date::new(year, month, day).ok()
}

/// A number of so few digits that it cannot be too large.
fn digits(text: &str) -> Option<u64> {
    let short = !text.is_empty() && text.len() <= 19;
    let add = |number: u64, byte: u8| {
        let digit = byte.wrapping_sub(b'0');
        (digit < 10).then(|| number.wrapping_mul(10).wrapping_add(u64::from(digit)))
    };
    short.then(|| text.bytes().try_fold(0, add)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn field(text: &str) -> Field<'_> {
        Field { text, at: 0 }
    }

    #[test]
    fn days_and_seconds_must_exist() {
        assert_eq!(day(field("20180121")).unwrap(), date(2018, 1, 21));
        let at = moment(field("20180121001500")).unwrap();
        assert_eq!(at.to_string(), "2018-01-21T00:15:00Z");
        assert_eq!(moment(field("20130401")).unwrap().to_string(), "2013-04-01");
        for text in [
            "",
            "2018012",
            "201801211",
            "20180231",
            "2.02E+13",
            "2018012100150",
            "20180121246000",
            "+2018012",
            "２０１８",
            "20180121001é0",
            "201801é1",
        ] {
            assert!(day(field(text)).is_err(), "{text}");
            assert!(moment(field(text)).is_err(), "{text}");
        }
        assert!(day(field("20180121001500")).is_err());
    }

    proptest! {
        #[test]
        fn numbers_are_read_as_the_slow_way_reads_them(text in "-?[0-9]{0,17}[.]?[0-9]{0,17}") {
            if let Some(quick) = decimal(&text) {
                prop_assert_eq!(quick.to_bits(), text.parse::<f64>().unwrap().to_bits());
            }
            let slow = text.parse::<f64>().ok();
            let read = number(field(&text), "").ok().flatten();
            prop_assert_eq!(read.map(f64::to_bits), slow.map(f64::to_bits));
        }
    }

    #[test]
    fn numbers_are_plain() {
        assert_eq!(whole(field("0"), "").unwrap(), 0);
        assert_eq!(
            whole(field("9999999999999999999"), "").unwrap(),
            9_999_999_999_999_999_999
        );
        for text in ["", "-1", "+1", "1.0", "10000000000000000000"] {
            assert!(whole(field(text), "").is_err(), "{text}");
        }
        assert_eq!(number(field("-2.5"), "").unwrap(), Some(-2.5));
        assert_eq!(number(field(""), "").unwrap(), None);
        for text in ["NaN", "inf", "1,5", "1e999"] {
            assert!(number(field(text), "").is_err(), "{text}");
        }
    }
}
