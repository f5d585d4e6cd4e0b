//! Whose date a date is.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Certainty;

/// Whose date a date is: the event's own, or that of the report about it.
///
/// Event data coded by machine are dated by the story. A row of ICEWS dated
/// 2018-06-01 may tell of a meeting in April, or of a summit planned for
/// 12 June. Such dates order events *as dated*, never certainly.
///
/// ```
/// use demarche::time::{Basis, Certainty, Moment};
///
/// let first: Moment = "2018-06-01".parse()?;
/// let second: Moment = "2018-06-02".parse()?;
/// let order = first.before(&second);
///
/// assert_eq!(Basis::Event.cap(order), Certainty::Certain);
/// assert_eq!(Basis::Report.cap(order), Certainty::AsDated);
/// # Ok::<(), demarche::time::ParseTimeError>(())
/// ```
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The date says when the event happened.
    #[default]
    Event,
    /// The date says when the event was reported.
    Report,
}

impl Basis {
    /// What remains of a certainty when the date has this basis: a report's
    /// date lowers `Certain` to `AsDated` and leaves the rest as it is.
    ///
    /// `Never` remains too: going by the dates, it is not so.
    pub fn cap(self, certainty: Certainty) -> Certainty {
        match self {
            Self::Event => certainty,
            Self::Report => certainty.and(Certainty::AsDated),
        }
    }

    /// The basis of a comparison between two dates: a report's if either is.
    ///
    /// ```
    /// use demarche::time::Basis;
    ///
    /// assert_eq!(Basis::Event.and(Basis::Report), Basis::Report);
    /// ```
    pub fn and(self, other: Self) -> Self {
        self.max(other)
    }
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Event => "event",
            Self::Report => "report",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_lowers_only_certain() {
        for certainty in Certainty::ALL {
            assert_eq!(Basis::Event.cap(certainty), certainty);
            let capped = Basis::Report.cap(certainty);
            assert_eq!(capped, certainty.min(Certainty::AsDated));
        }
    }

    #[test]
    fn serde_names() {
        assert_eq!(
            serde_json::to_string(&Basis::Report).unwrap(),
            r#""report""#
        );
        assert_eq!(Basis::default(), Basis::Event);
    }
}
