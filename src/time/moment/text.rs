//! Moments as they are written.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Form, Moment};
use crate::time::point::Point;
use crate::time::scan::Scanner;
use crate::time::{ParseTimeError, Qualifier, serial};

impl Moment {
    /// Reads a moment up to the end of what is to be scanned.
    pub(in crate::time) fn scan(
        mut from: Scanner<'_>,
        after: &str,
    ) -> Result<Self, ParseTimeError> {
        let front = scan_sign(&mut from);
        let at = from.at();
        let moment = if from.eat("[") {
            Self::scan_set(&mut from, at)?
        } else {
            let expected = "a date, or '[' and one of a stretch";
            match from.peek() {
                Some('-' | '0'..='9') => Self::one(Point::scan(&mut from)?),
                _ => return Err(from.unexpected(expected)),
            }
        };
        let sign_at = from.at();
        let back = scan_sign(&mut from);
        if front != Qualifier::Plain && back != Qualifier::Plain {
            let found = format!("a second sign {:?}", back.sign());
            return Err(from.fault(sign_at, found, "one sign, '~', '?' or '%' for both"));
        }
        from.finish(after)?;
        Ok(moment.qualified(front.and(back)))
    }

    fn scan_set(from: &mut Scanner<'_>, at: usize) -> Result<Self, ParseTimeError> {
        let start = if from.rest().starts_with("..") {
            None
        } else {
            Some(Point::scan(from)?)
        };
        from.require("..", "\"..\"")?;
        let end = if from.peek() == Some(']') {
            None
        } else {
            Some(Point::scan(from)?)
        };
        from.require("]", "']'")?;
        Self::one_of(start, end)
            .ok_or_else(|| from.fault(at, "an end before its start", "the earlier one first"))
    }
}

fn scan_sign(from: &mut Scanner<'_>) -> Qualifier {
    let qualifier = from.peek().map_or(Qualifier::Plain, Qualifier::of_sign);
    from.eat(qualifier.sign());
    qualifier
}

/// The canonical text: reading it gives back the same moment.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.qualifier.sign())?;
        match self.form {
            Form::One(point) => point.fmt(f),
            Form::OneOf { from, to } => {
                f.write_str("[")?;
                from.map_or(Ok(()), |from| from.fmt(f))?;
                f.write_str("..")?;
                to.map_or(Ok(()), |to| to.fmt(f))?;
                f.write_str("]")
            }
        }
    }
}

impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Moment({self})")
    }
}

/// Reads the [notation](Moment#notation). Computes in O(n).
impl FromStr for Moment {
    type Err = ParseTimeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let after = if text.contains('/') {
            "the end (some day within is written \"[2021-10-25..2021-11-15]\")"
        } else {
            "the end"
        };
        Self::scan(Scanner::new("moment", text), after)
    }
}

impl TryFrom<&str> for Moment {
    type Error = ParseTimeError;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl TryFrom<String> for Moment {
    type Error = ParseTimeError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl TryFrom<&String> for Moment {
    type Error = ParseTimeError;

    fn try_from(text: &String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

/// As its canonical text.
impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        serial::serialize(self, to)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        serial::deserialize(
            from,
            "a moment such as \"2021-11-15\" or \"[..2021-11-16]\"",
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
            ("2021~", "~2021"),
            ("2021-11?", "?2021-11"),
            ("%2021-11-15", "%2021-11-15"),
            ("2021-11-15T13:30+03:00", "2021-11-15T10:30Z"),
            ("[..2021-11-16]", "[..2021-11-16]"),
            ("[2021-10-25..2021-11-15]", "[2021-10-25..2021-11-15]"),
            ("[2021-11-15T10:30:05..2021]", "[2021-11-15T10:30:05..2021]"),
            ("[2021-11-15T10:30:05.5..]", "[2021-11-15T10:30:05..]"),
            ("[2021-10-25..]~", "~[2021-10-25..]"),
            ("[2021..2021]", "2021"),
            ("~[..]", "[..]"),
            ("[..]", "[..]"),
            ("-0043-03-15", "-0043-03-15"),
        ] {
            assert_eq!(text.parse::<Moment>().unwrap().to_string(), canonical);
        }
    }

    #[test]
    fn faults_say_where() {
        for (text, at, found) in [
            ("", 0, "the end"),
            ("~", 1, "the end"),
            ("yesterday", 0, "'y'"),
            ("~2021~", 5, "a second sign \"~\""),
            ("2021/2022", 4, "'/'"),
            ("[2021]", 5, "']'"),
            ("[2021,2022]", 5, "','"),
            ("[..~2021]", 3, "'~'"),
            ("[..2021", 7, "the end"),
            ("[2022..2021]", 0, "an end before its start"),
            ("[2021.5..]", 5, "'.'"),
            ("{2021..2022}", 0, "'{'"),
            ("2021-11-15é", 10, "'é'"),
        ] {
            let error = text.parse::<Moment>().unwrap_err();
            assert_eq!(
                (error.position(), error.found()),
                (Some(at), found),
                "{text}"
            );
        }
    }

    #[test]
    fn serde_is_the_text() {
        let moment: Moment = "~2021".parse().unwrap();
        assert_eq!(serde_json::to_string(&moment).unwrap(), r#""~2021""#);
        assert_eq!(
            serde_json::from_str::<Moment>(r#""2021~""#).unwrap(),
            moment
        );
        let error = serde_json::from_str::<Moment>("2021")
            .unwrap_err()
            .to_string();
        assert!(error.contains("expected a moment such as"), "{error}");
    }

    proptest! {
        #[test]
        fn reading_what_is_written_gives_it_back(text in texts()) {
            if let Ok(moment) = text.parse::<Moment>() {
                prop_assert_eq!(moment.to_string().parse(), Ok(moment));
                if let (Some(first), Some(last)) = (moment.earliest(), moment.latest()) {
                    prop_assert!(first <= last);
                }
            }
        }

        #[test]
        fn no_text_panics(text in "[-0-9T:.Z+~?%\\[\\]é]{0,30}") {
            if let Err(error) = text.parse::<Moment>() {
                prop_assert!(error.position().is_some_and(|at| text.is_char_boundary(at)));
            }
        }
    }
}
