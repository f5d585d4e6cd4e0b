//! A value that an account gives, to be compared with that of another.

use std::fmt;

use crate::model::Quantity;
use crate::model::codes::CameoCode;
use crate::time::{Bound, Duration, Moment};

/// A value that an account gives.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Date(Moment),
    Length(Duration),
    Number(Quantity),
    Code(CameoCode),
    /// What is compared by its text alone.
    Named(String),
}

impl Value {
    /// Whether there is something that both may mean.
    pub(super) fn agrees_with(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Date(one), Self::Date(other)) => {
                let in_doubt = one.is_qualified() || other.is_qualified();
                in_doubt || one.bounds().intersect(&other.bounds()).is_some()
            }
            (Self::Code(one), Self::Code(other)) => one.is_within(*other) || other.is_within(*one),
            _ => match (self.interval(), other.interval()) {
                (Some(one), Some(other)) => one.0 <= other.1 && other.0 <= one.1,
                _ => self == other,
            },
        }
    }

    /// Whether who says this has said the other too.
    pub(super) fn implies(&self, other: &Self) -> bool {
        let narrower = match (self, other) {
            (Self::Date(one), Self::Date(other)) => {
                one.within_window(&other.bounds()).is_certain() && !other.is_qualified()
            }
            (Self::Code(one), Self::Code(other)) => one.is_within(*other),
            _ => match (self.interval(), other.interval()) {
                // About so many is about so many, whatever else was said.
                (Some(one), Some(wide)) => wide != ALL && wide.0 <= one.0 && one.1 <= wide.1,
                _ => false,
            },
        };
        narrower || self == other
    }

    /// From what to what, of a length in seconds or a number; one stated as about
    /// rules nothing out.
    fn interval(&self) -> Option<(u64, u64)> {
        let (stated, bound) = match self {
            Self::Length(length) => (length.seconds(), length.bound()),
            Self::Number(many) => (many.value(), many.bound()),
            _ => return None,
        };
        Some(match bound {
            Bound::Exactly => (stated, stated),
            Bound::About => ALL,
            Bound::AtLeast => (stated, u64::MAX),
            Bound::Over => (stated.saturating_add(1), u64::MAX),
            Bound::UpTo => (0, stated),
            Bound::Almost => (0, stated.saturating_sub(1)),
        })
    }
}

const ALL: (u64, u64) = (0, u64::MAX);

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(when) => when.fmt(f),
            Self::Length(length) => length.fmt(f),
            Self::Number(many) => many.fmt(f),
            Self::Code(code) => code.fmt(f),
            Self::Named(name) => f.write_str(name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_contradict_each_other_where_they_have_nothing_in_common() {
        let date = |text: &str| Value::Date(text.parse().unwrap());
        let length = |text: &str| Value::Length(text.parse().unwrap());
        let number = |text: &str| Value::Number(text.parse().unwrap());
        let code = |text: &str| Value::Code(text.parse().unwrap());
        for (wide, narrow, other) in [
            (date("2021-11"), date("2021-11-15"), date("2021-12-01")),
            (length("at least PT1H"), length("PT1H30M"), length("PT59M")),
            (number("at least 11"), number("12"), number("up to 10")),
            (code("04"), code("041"), code("05")),
        ] {
            assert!(wide.agrees_with(&narrow) && narrow.agrees_with(&wide));
            assert!(!wide.agrees_with(&other) && !other.agrees_with(&narrow));
            assert!(narrow.implies(&wide) && !wide.implies(&narrow));
        }
        assert!(number("about 12").agrees_with(&number("14")));
        assert!(date("2021-11-14?").agrees_with(&date("2021-11-15")));
        assert!(!number("14").implies(&number("about 12")));
    }
}
