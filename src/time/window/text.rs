//! Windows as they are written.

use std::fmt;
use std::str::FromStr;

use jiff::civil::DateTime;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Window, ends_early, is_first_of_day, is_last_of_day};
use crate::time::point::Point;
use crate::time::scan::Scanner;
use crate::time::{ParseTimeError, serial};

/// Computes in O(n).
impl FromStr for Window {
    type Err = ParseTimeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let whole = Scanner::new("window", text);
        if text == ".." {
            return Ok(Self::all());
        }
        let Some((start, end)) = whole.split_once('/') else {
            let point = scan_point(whole, "'/' or the end")?;
            return Ok(Self::of(point, point));
        };
        let (from, to) = (scan_end(start, "'/'")?, scan_end(end, "the end")?);
        match (from, to) {
            (Some(from), Some(to)) if to.bounds().high < from.bounds().low => {
                Err(ends_early(text, &from, &to))
            }
            _ => Ok(Self {
                from: from.map(Point::first),
                to: to.map(Point::last),
            }),
        }
    }
}

fn scan_end(mut from: Scanner<'_>, after: &str) -> Result<Option<Point>, ParseTimeError> {
    if from.rest().is_empty() {
        return Err(from.fault(
            from.at(),
            "an unknown end",
            "a date, or \"..\" for an open end",
        ));
    }
    if from.eat("..") {
        from.finish(after)?;
        return Ok(None);
    }
    scan_point(from, after).map(Some)
}

fn scan_point(mut from: Scanner<'_>, after: &str) -> Result<Point, ParseTimeError> {
    let point = match from.peek() {
        Some('-' | '0'..='9') => Point::scan(&mut from)?,
        _ => return Err(from.unexpected("a plain date, or \"..\" for an open end")),
    };
    from.finish(after)?;
    Ok(point)
}

/// The canonical text, as short as whole years, months and days allow.
impl fmt::Display for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let start = |time| {
            let short = is_first_of_day(time);
            if short {
                Point::day(time.date())
            } else {
                Point::second(time, false)
            }
        };
        let end = |time| {
            let short = is_last_of_day(time);
            if short {
                Point::day(time.date())
            } else {
                Point::second(time, false)
            }
        };
        match (self.from, self.to) {
            (None, None) => f.write_str(".."),
            (Some(from), None) => write!(f, "{}/..", start(from)),
            (None, Some(to)) => write!(f, "../{}", end(to)),
            (Some(from), Some(to)) => match one_point(from, to) {
                Some(point) => point.fmt(f),
                None => write!(f, "{}/{}", start(from), end(to)),
            },
        }
    }
}

/// The one date that covers just this stretch, if there is one.
fn one_point(from: DateTime, to: DateTime) -> Option<Point> {
    let day = from.date();
    [
        Point::year(day),
        Point::month(day),
        Point::day(day),
        Point::second(from, false),
    ]
    .into_iter()
    .find(|point| point.first() == from && point.last() == to)
}

impl fmt::Debug for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Window({self})")
    }
}

impl TryFrom<&str> for Window {
    type Error = ParseTimeError;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl TryFrom<String> for Window {
    type Error = ParseTimeError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl TryFrom<&String> for Window {
    type Error = ParseTimeError;

    fn try_from(text: &String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

/// As its canonical text.
impl Serialize for Window {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        serial::serialize(self, to)
    }
}

impl<'de> Deserialize<'de> for Window {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        serial::deserialize(
            from,
            "a window such as \"2021-11\" or \"2021-11-01/2021-11-15\"",
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::samples::texts;
    use proptest::prelude::*;

    #[test]
    fn canonical_texts() {
        for (text, canonical) in [
            ("2021", "2021"),
            ("2021-11", "2021-11"),
            ("2021-11-15", "2021-11-15"),
            ("2021-11-01/2021-11-30", "2021-11"),
            ("2021-01/2021-12", "2021"),
            ("2020/2021", "2020-01-01/2021-12-31"),
            ("2021/..", "2021-01-01/.."),
            ("../2021", "../2021-12-31"),
            ("..", ".."),
            ("../..", ".."),
            (
                "2021-11-15T10:30",
                "2021-11-15T10:30:00/2021-11-15T10:30:59",
            ),
            ("2021-11-15T13:30:05+03:00", "2021-11-15T10:30:05"),
            (
                "2021-11-15/2021-11-15T10:30",
                "2021-11-15/2021-11-15T10:30:59",
            ),
        ] {
            let window: Window = text.parse().unwrap();
            assert_eq!(window.to_string(), canonical);
            assert_eq!(canonical.parse(), Ok(window));
        }
    }

    #[test]
    fn faults_say_where() {
        for (text, at, found) in [
            ("", Some(0), "the end"),
            ("2021/", Some(5), "an unknown end"),
            ("/2021", Some(0), "an unknown end"),
            ("2021/2020", None, "the end 2020"),
            ("2021-11-15x/..", Some(10), "'x'"),
            ("2021/2022/2023", Some(9), "'/'"),
            ("~2021", Some(0), "'~'"),
            ("[..2021]", Some(0), "'['"),
            ("..2021", Some(0), "'.'"),
            ("../..x", Some(5), "'x'"),
            ("2021-11/2021-13", Some(13), "month 13"),
        ] {
            let error = text.parse::<Window>().unwrap_err();
            assert_eq!((error.position(), error.found()), (at, found), "{text}");
        }
    }

    #[test]
    fn serde_is_the_text() {
        let window: Window = "2021-11".parse().unwrap();
        assert_eq!(serde_json::to_string(&window).unwrap(), r#""2021-11""#);
        assert_eq!(
            serde_json::from_str::<Window>(r#""2021-11""#).unwrap(),
            window
        );
    }

    proptest! {
        #[test]
        fn reading_what_is_written_gives_it_back(
            a in texts(), b in texts(),
        ) {
            for text in [a.clone(), format!("{a}/{b}"), format!("../{b}"), format!("{a}/..")] {
                if let Ok(window) = text.parse::<Window>() {
                    prop_assert_eq!(window.to_string().parse(), Ok(window));
                }
            }
        }
    }
}
