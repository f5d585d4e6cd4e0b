//! How finely a date is known, and how much trust is put in it.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How finely a moment is known, from the finest to the coarsest.
///
/// ```
/// use demarche::time::{Moment, Precision};
///
/// let month: Moment = "2021-11".parse()?;
/// assert_eq!(month.precision(), Precision::Month);
/// assert!(month.precision() > Precision::Day);
/// # Ok::<(), demarche::time::ParseTimeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// To the second.
    Second,
    /// To the minute.
    Minute,
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// To the year.
    Year,
    /// One of a stretch, with at least one end known: `[..2021-11-16]`.
    Range,
    /// Nothing is known: `[..]`.
    Unknown,
}

impl fmt::Display for Precision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
            Self::Range => "range",
            Self::Unknown => "unknown",
        })
    }
}

/// How much trust is put in a date, beyond how finely it is written.
///
/// | sign | name          | meaning                                           |
/// |------|---------------|---------------------------------------------------|
/// |      | `Plain`       | as it is written                                  |
/// | `~`  | `Approximate` | near it: one unit sooner or later is within bounds |
/// | `?`  | `Uncertain`   | this, if the source is right                      |
/// | `%`  | `Both`        | near it, if the source is right                   |
///
/// ```
/// use demarche::time::{Moment, Qualifier};
///
/// let about: Moment = "~2021".parse()?;
/// assert_eq!(about.qualifier(), Qualifier::Approximate);
/// # Ok::<(), demarche::time::ParseTimeError>(())
/// ```
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Qualifier {
    /// As it is written.
    #[default]
    Plain,
    /// `~`: near the date.
    Approximate,
    /// `?`: the date, if the source is right.
    Uncertain,
    /// `%`: near the date, if the source is right.
    Both,
}

impl Qualifier {
    /// The sign, and nothing for a plain date.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Approximate => "~",
            Self::Uncertain => "?",
            Self::Both => "%",
        }
    }

    /// Is this `~` or `%`?
    pub fn is_approximate(self) -> bool {
        matches!(self, Self::Approximate | Self::Both)
    }

    /// Is this `?` or `%`?
    pub fn is_uncertain(self) -> bool {
        matches!(self, Self::Uncertain | Self::Both)
    }

    /// The doubts of both together.
    ///
    /// ```
    /// use demarche::time::Qualifier;
    ///
    /// assert_eq!(Qualifier::Approximate.and(Qualifier::Uncertain), Qualifier::Both);
    /// ```
    pub fn and(self, other: Self) -> Self {
        let approximate = self.is_approximate() || other.is_approximate();
        match (approximate, self.is_uncertain() || other.is_uncertain()) {
            (false, false) => Self::Plain,
            (true, false) => Self::Approximate,
            (false, true) => Self::Uncertain,
            (true, true) => Self::Both,
        }
    }

    pub(super) fn of_sign(sign: char) -> Self {
        match sign {
            '~' => Self::Approximate,
            '?' => Self::Uncertain,
            '%' => Self::Both,
            _ => Self::Plain,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_round_trip_and_doubts_add_up() {
        use Qualifier::{Approximate, Both, Plain, Uncertain};
        for qualifier in [Plain, Approximate, Uncertain, Both] {
            let sign = qualifier.sign().chars().next().unwrap_or(' ');
            assert_eq!(Qualifier::of_sign(sign), qualifier);
            assert_eq!(qualifier.and(Plain), qualifier);
            assert_eq!(qualifier.and(Both), Both);
            assert_eq!(qualifier.and(qualifier), qualifier);
        }
    }

    #[test]
    fn finer_is_lower() {
        assert!(Precision::Second < Precision::Day);
        assert!(Precision::Range < Precision::Unknown);
    }
}
