//! What stands in one field of a row: missing, a number, a date.

use std::str::FromStr;

use jiff::civil::Date;

use crate::model::codes::CameoCode;

/// A field of a row: its text, and at which byte of the line it begins.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Field<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
}

/// What is wrong with a row: at which byte of the line, what was found there, and
/// what was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(unnameable_types, reason = "it belongs to what seals `Format`")]
pub struct Wrong {
    pub(super) at: usize,
    pub(super) found: String,
    pub(super) expected: &'static str,
}

impl<'a> Field<'a> {
    /// The text without blanks around it; `None` if the file says that there is
    /// none: nothing, `NA`, `NULL` or `None`.
    pub(super) fn present(self) -> Option<&'a str> {
        match self.text.trim() {
            "" | "NA" | "NULL" | "None" => None,
            text => Some(text),
        }
    }

    /// What can be read of the text; `None` if it is missing.
    pub(super) fn parsed<T: FromStr>(self, expected: &'static str) -> Result<Option<T>, Wrong> {
        self.present()
            .map(|text| text.parse().map_err(|_| self.wrong(expected)))
            .transpose()
    }

    /// A finite number; `None` if it is missing.
    pub(super) fn number(self, expected: &'static str) -> Result<Option<f64>, Wrong> {
        match self.parsed::<f64>(expected)? {
            Some(number) if !number.is_finite() => Err(self.wrong(expected)),
            number => Ok(number),
        }
    }

    /// A day, as `2018-06-01` or, as some years of ICEWS have it, `6/1/2018`.
    pub(super) fn date(self) -> Result<Date, Wrong> {
        self.present()
            .and_then(|text| iso(text).or_else(|| american(text)))
            .ok_or_else(|| self.wrong("a day that exists, as 2018-06-01 or 6/1/2018"))
    }

    pub(super) fn wrong(self, expected: &'static str) -> Wrong {
        Wrong {
            at: self.at,
            found: found(self.text),
            expected,
        }
    }
}

/// A text in quotation marks, cut short if it is long, for a message.
pub(super) fn found(text: &str) -> String {
    const SHOWN: usize = 60;
    match text.char_indices().nth(SHOWN) {
        None if text.is_empty() => "nothing".to_owned(),
        None => format!("{text:?}"),
        Some((at, _)) => format!("{:?}…", text.get(..at).unwrap_or_default()),
    }
}

/// Whether a code of CAMEO can only be one that has lost its leading zero, as spreadsheets
/// drop it: the categories of events end at 20.
pub(super) fn lacks_zero(code: CameoCode) -> bool {
    matches!(
        code.to_bytes(),
        [b'2', b'1'..=b'9', ..] | [b'3'..=b'9', b'0'..=b'9', ..]
    )
}

fn iso(text: &str) -> Option<Date> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let right = year.len() == 4 && month.len() == 2 && day.len() == 2;
    right.then(|| civil(year, month, day))?
}

fn american(text: &str) -> Option<Date> {
    let (month, rest) = text.split_once('/')?;
    let (day, year) = rest.split_once('/')?;
    let right = year.len() == 4 && month.len() <= 2 && day.len() <= 2;
    right.then(|| civil(year, month, day))?
}

fn civil(year: &str, month: &str, day: &str) -> Option<Date> {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !(digits(year) && digits(month) && digits(day)) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn field(text: &str) -> Field<'_> {
        Field { text, at: 0 }
    }

    #[test]
    fn days_are_read_in_both_spellings_and_must_exist() {
        for text in ["2018-06-01", "6/1/2018", "06/01/2018", " 2018-06-01 "] {
            assert_eq!(field(text).date().unwrap(), date(2018, 6, 1), "{text}");
        }
        for text in [
            "2018-06-31",
            "2018-6-1",
            "31/1/2018",
            "1/6/18",
            "20180601",
            "2018-06-01T00:00",
            "",
            "NA",
            "+018-06-01",
            "2018-06-+1",
            "２０１８-06-01",
            "4/31/2018",
            "2018-02-29",
        ] {
            assert!(field(text).date().is_err(), "{text}");
        }
    }

    #[test]
    fn numbers_are_finite() {
        assert_eq!(field("-2.5").number("").unwrap(), Some(-2.5));
        assert_eq!(field("NULL").number("").unwrap(), None);
        for text in ["inf", "NaN", "1e999", "two", "1,5"] {
            assert!(field(text).number("").is_err(), "{text}");
        }
    }

    #[test]
    fn a_code_beyond_the_categories_has_lost_its_zero() {
        let lacks = |code: &str| lacks_zero(code.parse().unwrap());
        for code in ["30", "41", "211", "99"] {
            assert!(lacks(code), "{code}");
        }
        // Ten is a category, though it may have been 010 as well.
        for code in ["030", "10", "20", "2042", "13y", "1B", "B1", "01"] {
            assert!(!lacks(code), "{code}");
        }
    }

    #[test]
    fn what_was_found_is_shown_short() {
        assert_eq!(found(""), "nothing");
        assert_eq!(found("a\tb"), r#""a\tb""#);
        assert_eq!(found(&"é".repeat(100)).chars().count(), 63);
    }
}
