//! How sure an answer about time is.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How sure an answer about time is.
///
/// A record of world politics seldom says exactly when. So a question such as
/// "was the call before the summit?" has four answers and not two, from the
/// lowest to the highest:
///
/// | certainty  | the answer is yes …                                            |
/// |------------|----------------------------------------------------------------|
/// | `Never`    | for no choice of times within the stated bounds                |
/// | `Possible` | for some choice, or the dates are themselves in doubt          |
/// | `AsDated`  | going by dates that are the report's and not the event's       |
/// | `Certain`  | for every choice                                               |
///
/// They are ordered, so a threshold is a comparison, and the certainty of a
/// chain of steps is that of its weakest step.
///
/// ```
/// use demarche::time::{Certainty, Moment};
///
/// let call: Moment = "2021-11-15".parse()?;
/// let summit: Moment = "2021-11".parse()?;
/// let election: Moment = "2022-04-10".parse()?;
///
/// assert_eq!(call.before(&election), Certainty::Certain);
/// assert_eq!(call.before(&summit), Certainty::Possible);
/// assert_eq!(election.before(&call), Certainty::Never);
/// assert!(call.before(&election) > Certainty::Possible);
/// # Ok::<(), demarche::time::ParseTimeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// It cannot be so.
    Never,
    /// It may be so.
    Possible,
    /// It is so going by dates which are those of reports, not of events.
    AsDated,
    /// It is so, whatever the times are within their bounds.
    Certain,
}

impl Certainty {
    /// All four, from the lowest to the highest.
    pub const ALL: [Self; 4] = [Self::Never, Self::Possible, Self::AsDated, Self::Certain];

    /// Both must hold: the lower of the two.
    ///
    /// ```
    /// use demarche::time::Certainty;
    ///
    /// assert_eq!(Certainty::Certain.and(Certainty::AsDated), Certainty::AsDated);
    /// assert_eq!(Certainty::Never.and(Certainty::Certain), Certainty::Never);
    /// ```
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// Either will do: the higher of the two.
    ///
    /// ```
    /// use demarche::time::Certainty;
    ///
    /// assert_eq!(Certainty::Possible.or(Certainty::Certain), Certainty::Certain);
    /// ```
    pub fn or(self, other: Self) -> Self {
        self.max(other)
    }

    /// It must not hold: what never does, certainly does not. What lies between is as
    /// sure one way as the other.
    pub(crate) fn not(self) -> Self {
        match self {
            Self::Never => Self::Certain,
            Self::Certain => Self::Never,
            between => between,
        }
    }

    /// Is this [`Never`](Self::Never)?
    pub fn is_never(self) -> bool {
        self == Self::Never
    }

    /// Is this anything but [`Never`](Self::Never)?
    pub fn is_possible(self) -> bool {
        self != Self::Never
    }

    /// Is this at least [`AsDated`](Self::AsDated), that is, true if the dates
    /// are taken at their word?
    pub fn is_as_dated(self) -> bool {
        self >= Self::AsDated
    }

    /// Is this [`Certain`](Self::Certain)?
    pub fn is_certain(self) -> bool {
        self == Self::Certain
    }

    /// The verdict on a relation: true for every choice of times (`always`),
    /// for some (`sometimes`), or for none. A qualified date (`~`, `?`, `%`)
    /// leaves no more than `Possible`.
    pub(super) fn judge(always: bool, sometimes: bool, qualified: bool) -> Self {
        match (always, sometimes, qualified) {
            (true, _, false) => Self::Certain,
            (true, _, true) | (false, true, _) => Self::Possible,
            (false, false, _) => Self::Never,
        }
    }
}

/// A plain truth is certain, a plain falsehood never so.
impl From<bool> for Certainty {
    fn from(truth: bool) -> Self {
        if truth { Self::Certain } else { Self::Never }
    }
}

impl fmt::Display for Certainty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Never => "never",
            Self::Possible => "possible",
            Self::AsDated => "as dated",
            Self::Certain => "certain",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_runs_from_never_to_certain() {
        assert!(Certainty::ALL.is_sorted());
        assert_eq!(Certainty::ALL.into_iter().min(), Some(Certainty::Never));
    }

    #[test]
    fn and_is_the_lower_or_the_higher() {
        for a in Certainty::ALL {
            for b in Certainty::ALL {
                assert_eq!(a.and(b), b.and(a));
                assert_eq!(a.or(b), b.or(a));
                assert_eq!(a.and(a.or(b)), a);
            }
        }
    }

    #[test]
    fn serde_names_are_snake_case() {
        let text = serde_json::to_string(&Certainty::ALL).unwrap();
        assert_eq!(text, r#"["never","possible","as_dated","certain"]"#);
        let back: [Certainty; 4] = serde_json::from_str(&text).unwrap();
        assert_eq!(back, Certainty::ALL);
    }

    #[test]
    fn display_is_english() {
        let words: Vec<String> = Certainty::ALL.iter().map(ToString::to_string).collect();
        assert_eq!(words, ["never", "possible", "as dated", "certain"]);
    }
}
