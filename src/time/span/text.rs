//! Spans as they are written.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Boundary, Span};
use crate::time::scan::Scanner;
use crate::time::{Moment, ParseTimeError, serial};

/// Reads the notation in the table of [`Span`]. Computes in O(n).
impl FromStr for Span {
    type Err = ParseTimeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let whole = Scanner::new("span", text);
        if text == ".." {
            return Ok(Self::always());
        }
        let Some((start, end)) = whole.split_once('/') else {
            return match Moment::scan(whole, "'/' or the end")?.ends() {
                Some((first, last)) => Self::new(first, last),
                None => Err(whole.fault(
                    0,
                    "one moment that is loose",
                    "a plain date, or a start and an end with '/' between",
                )),
            };
        };
        Self::new(scan_boundary(start, "'/'")?, scan_boundary(end, "the end")?)
    }
}

fn scan_boundary(from: Scanner<'_>, after: &str) -> Result<Boundary, ParseTimeError> {
    match from.rest() {
        "" => Ok(Boundary::Unknown),
        ".." => Ok(Boundary::Open),
        _ => Moment::scan(from, after).map(Boundary::At),
    }
}

/// The moment, `..` if open, and nothing if unknown.
impl fmt::Display for Boundary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(moment) => moment.fmt(f),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}

/// The canonical text, always with a `/`: reading it gives back the same span.
impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.start, self.end)
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Span({self})")
    }
}

impl TryFrom<&str> for Span {
    type Error = ParseTimeError;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl TryFrom<String> for Span {
    type Error = ParseTimeError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl TryFrom<&String> for Span {
    type Error = ParseTimeError;

    fn try_from(text: &String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

/// As its canonical text.
impl Serialize for Span {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        serial::serialize(self, to)
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        serial::deserialize(
            from,
            "a span such as \"2017-05-14/2022-05-13\" or \"2012-05-07/..\"",
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
            ("2017-05-14/2022-05-13", "2017-05-14/2022-05-13"),
            ("2012-05-07/..", "2012-05-07/.."),
            ("2012-05-07/", "2012-05-07/"),
            ("../2020", "../2020"),
            ("/2020", "/2020"),
            ("2021", "2021-01-01/2021-12-31"),
            ("2021-11", "2021-11-01/2021-11-30"),
            ("2021-11-15", "2021-11-15/2021-11-15"),
            ("2021-11-15T10:30", "2021-11-15T10:30/2021-11-15T10:30"),
            (
                "2012~/[2020-01-01..2020-01-31]",
                "~2012/[2020-01-01..2020-01-31]",
            ),
            ("2012/[..]", "2012/[..]"),
            ("/", "/"),
            ("..", "../.."),
            ("../..", "../.."),
            ("/..", "/.."),
        ] {
            let span: Span = text.parse().unwrap();
            assert_eq!(span.to_string(), canonical);
            assert_eq!(canonical.parse(), Ok(span));
        }
        assert_eq!("/".parse(), Ok(Span::UNKNOWN));
        assert_eq!("../..".parse(), Ok(Span::always()));
    }

    #[test]
    fn faults_say_where() {
        for (text, at, found) in [
            ("", Some(0), "the end"),
            ("~2021", Some(0), "one moment that is loose"),
            ("[..2021]", Some(0), "one moment that is loose"),
            ("2017/2021/2022", Some(9), "'/'"),
            ("201/2021", Some(3), "'/'"),
            ("2017/2021-02-29", Some(13), "day 29"),
            ("2017/…", Some(5), "'…'"),
            ("2021/2020", None, "the end 2020"),
        ] {
            let error = text.parse::<Span>().unwrap_err();
            assert_eq!((error.position(), error.found()), (at, found), "{text}");
        }
    }

    #[test]
    fn serde_is_the_text() {
        let span: Span = "2012-05-07/".parse().unwrap();
        assert_eq!(serde_json::to_string(&span).unwrap(), r#""2012-05-07/""#);
        assert_eq!(
            serde_json::from_str::<Span>(r#""2012-05-07/""#).unwrap(),
            span
        );
    }

    proptest! {
        #[test]
        fn reading_what_is_written_gives_it_back(a in texts(), b in texts()) {
            for text in [a.clone(), format!("{a}/{b}"), format!("../{b}"), format!("{a}/")] {
                if let Ok(span) = text.parse::<Span>() {
                    prop_assert_eq!(span.to_string().parse(), Ok(span));
                }
            }
        }
    }
}
