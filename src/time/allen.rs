//! The thirteen ways in which two stretches of time can lie.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::ParseTimeError;

/// One of the thirteen ways in which two stretches of time can lie, of which
/// exactly one is true of any two (Allen 1983).
///
/// ```text
///                                           the other way round
/// before             A ███     B ███        after
/// meets              A ███B ███             met by
/// overlaps           A █████                overlapped by
///                    B   █████
/// starts             A ███                  started by
///                    B ██████
/// during             A   ██                 contains
///                    B ██████
/// finishes           A    ███               finished by
///                    B ██████
/// equals             A ██████               equals
///                    B ██████
/// ```
///
/// Spans count as half-open here: they end where their last second does. So
/// one that ends on 31 December *meets* one that begins on 1 January.
///
/// Literature: J. F. Allen, "Maintaining knowledge about temporal intervals",
/// *Communications of the ACM* 26 (1983), 832–843.
///
/// ```
/// use demarche::time::{Allen, Certainty, Span};
///
/// let hollande: Span = "2012-05-15/2017-05-13".parse()?;
/// let macron: Span = "2017-05-14/..".parse()?;
///
/// let relations = hollande.relations_to(&macron);
/// assert_eq!(relations.certainty(Allen::Meets), Certainty::Certain);
/// assert_eq!(Allen::Meets.inverse(), Allen::MetBy);
/// # Ok::<(), demarche::time::ParseTimeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Allen {
    /// A ends, and later B begins.
    Before,
    /// A ends as B begins.
    Meets,
    /// A begins first, and ends within B.
    Overlaps,
    /// Both begin together, and A ends first.
    Starts,
    /// A begins after B does and ends before it.
    During,
    /// Both end together, and A begins last.
    Finishes,
    /// Both begin together and end together.
    Equals,
    /// Both end together, and A begins first.
    FinishedBy,
    /// A begins before B does and ends after it.
    Contains,
    /// Both begin together, and A ends last.
    StartedBy,
    /// A begins within B, and ends last.
    OverlappedBy,
    /// A begins as B ends.
    MetBy,
    /// B ends, and later A begins.
    After,
}

/// The start and the end of A and of B.
pub(crate) type Four<T> = [T; 4];

impl Allen {
    /// All thirteen, roughly from the earliest A to the latest; each stands as
    /// far from the front as its inverse from the back.
    pub const ALL: [Self; 13] = [
        Self::Before,
        Self::Meets,
        Self::Overlaps,
        Self::Starts,
        Self::During,
        Self::Finishes,
        Self::Equals,
        Self::FinishedBy,
        Self::Contains,
        Self::StartedBy,
        Self::OverlappedBy,
        Self::MetBy,
        Self::After,
    ];

    /// The same seen from the other: if A is before B, B is after A.
    ///
    /// ```
    /// use demarche::time::Allen;
    ///
    /// assert_eq!(Allen::During.inverse(), Allen::Contains);
    /// assert_eq!(Allen::Equals.inverse(), Allen::Equals);
    /// ```
    pub fn inverse(self) -> Self {
        match self {
            Self::Before => Self::After,
            Self::Meets => Self::MetBy,
            Self::Overlaps => Self::OverlappedBy,
            Self::Starts => Self::StartedBy,
            Self::During => Self::Contains,
            Self::Finishes => Self::FinishedBy,
            Self::Equals => Self::Equals,
            Self::FinishedBy => Self::Finishes,
            Self::Contains => Self::During,
            Self::StartedBy => Self::Starts,
            Self::OverlappedBy => Self::Overlaps,
            Self::MetBy => Self::Meets,
            Self::After => Self::Before,
        }
    }

    /// Do the two share any time?
    ///
    /// ```
    /// use demarche::time::Allen;
    ///
    /// assert!(Allen::During.shares_time());
    /// assert!(!Allen::Meets.shares_time());
    /// ```
    pub fn shares_time(self) -> bool {
        !matches!(self, Self::Before | Self::Meets | Self::MetBy | Self::After)
    }

    /// The order that the relation puts the four end points in: their ranks
    /// from 0, equal where they coincide, in the order A's start, A's end,
    /// B's start, B's end.
    pub(crate) fn ranks(self) -> Four<u8> {
        match self {
            Self::Before => [0, 1, 2, 3],
            Self::Meets => [0, 1, 1, 2],
            Self::Overlaps => [0, 2, 1, 3],
            Self::Starts => [0, 1, 0, 2],
            Self::During => [1, 2, 0, 3],
            Self::Finishes => [1, 2, 0, 2],
            Self::Equals => [0, 1, 0, 1],
            Self::FinishedBy => [0, 2, 1, 2],
            Self::Contains => [0, 3, 1, 2],
            Self::StartedBy => [0, 2, 0, 1],
            Self::OverlappedBy => [1, 3, 0, 2],
            Self::MetBy => [1, 2, 0, 1],
            Self::After => [2, 3, 0, 1],
        }
    }

    /// Is this the relation of the two stretches with these end points? The
    /// oracle of the tests.
    #[cfg(test)]
    pub(super) fn is_of(self, points: Four<i64>) -> bool {
        let ranks = self.ranks();
        (0..4).all(|i| (0..4).all(|j| points[i].cmp(&points[j]) == ranks[i].cmp(&ranks[j])))
    }

    fn words(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::Meets => "meets",
            Self::Overlaps => "overlaps",
            Self::Starts => "starts",
            Self::During => "during",
            Self::Finishes => "finishes",
            Self::Equals => "equals",
            Self::FinishedBy => "finished by",
            Self::Contains => "contains",
            Self::StartedBy => "started by",
            Self::OverlappedBy => "overlapped by",
            Self::MetBy => "met by",
            Self::After => "after",
        }
    }
}

impl fmt::Display for Allen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.words())
    }
}

/// Reads the words that `Display` writes: `met by`.
impl FromStr for Allen {
    type Err = ParseTimeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|relation| relation.words() == text)
            .ok_or_else(|| {
                let expected = "one of the thirteen, such as \"before\" or \"met by\"";
                ParseTimeError::new("relation", text, Some(0), format!("{text:?}"), expected)
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inverses_swap_the_ends() {
        for (relation, mirrored) in Allen::ALL.into_iter().zip(Allen::ALL.into_iter().rev()) {
            assert_eq!(relation.inverse(), mirrored);
            let [a, b, c, d] = relation.ranks();
            assert_eq!(relation.inverse().ranks(), [c, d, a, b]);
            assert_eq!(relation.inverse().shares_time(), relation.shares_time());
        }
    }

    #[test]
    fn words_round_trip() {
        for relation in Allen::ALL {
            assert_eq!(relation.to_string().parse(), Ok(relation));
        }
        assert!("Before".parse::<Allen>().is_err());
        assert_eq!(serde_json::to_string(&Allen::MetBy).unwrap(), r#""met_by""#);
    }

    /// Each pair of stretches on a small line has one relation and no other.
    #[test]
    fn exactly_one_is_true_of_any_two() {
        let stretches = || (0..5).flat_map(|start| (start + 1..6).map(move |end| (start, end)));
        for (a, b) in stretches() {
            for (c, d) in stretches() {
                let points = [a, b, c, d];
                let holds = |relation: &&Allen| relation.is_of(points);
                assert_eq!(Allen::ALL.iter().filter(holds).count(), 1);
            }
        }
    }
}
