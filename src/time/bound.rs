//! How a stated figure bounds the true one.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{Certainty, ParseTimeError};

/// How a stated figure bounds the true one: "almost two hours", "at least
/// 2,000 migrants".
///
/// | bound     | in words     | of a stated figure *s*, the true one *t* is |
/// |-----------|--------------|---------------------------------------------|
/// | `Exactly` | *(no word)*  | *t* = *s*                                   |
/// | `About`   | `about`      | near *s*, on either side                    |
/// | `AtLeast` | `at least`   | *t* ≥ *s*                                   |
/// | `UpTo`    | `up to`      | *t* ≤ *s*                                   |
/// | `Almost`  | `almost`     | *t* < *s*, and near it                      |
/// | `Over`    | `over`       | *t* > *s*                                   |
///
/// ```
/// use demarche::time::{Bound, Certainty};
///
/// let (bound, figure) = Bound::split("at least 2000");
/// assert_eq!((bound, figure), (Bound::AtLeast, "2000"));
///
/// assert_eq!(bound.reaches(&2000, &1000), Certainty::Certain);
/// assert_eq!(bound.reaches(&2000, &3000), Certainty::Possible);
/// assert_eq!(Bound::UpTo.reaches(&2000, &3000), Certainty::Never);
/// ```
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// The figure itself.
    #[default]
    Exactly,
    /// Near the figure, on either side.
    About,
    /// The figure or more.
    AtLeast,
    /// The figure or less.
    UpTo,
    /// A little less than the figure.
    Almost,
    /// More than the figure.
    Over,
}

impl Bound {
    /// All bounds, in the order of the table above.
    pub const ALL: [Self; 6] = [
        Self::Exactly,
        Self::About,
        Self::AtLeast,
        Self::UpTo,
        Self::Almost,
        Self::Over,
    ];

    /// The words that go before a figure; none for `Exactly`.
    pub fn words(self) -> &'static str {
        match self {
            Self::Exactly => "",
            Self::About => "about",
            Self::AtLeast => "at least",
            Self::UpTo => "up to",
            Self::Almost => "almost",
            Self::Over => "over",
        }
    }

    /// Splits a text into its bound and the figure after it.
    ///
    /// The words must be in lower case and followed by one space; a text that
    /// begins with no bound is a figure stated exactly.
    ///
    /// ```
    /// use demarche::time::Bound;
    ///
    /// assert_eq!(Bound::split("almost PT2H"), (Bound::Almost, "PT2H"));
    /// assert_eq!(Bound::split("PT2H"), (Bound::Exactly, "PT2H"));
    /// ```
    pub fn split(text: &str) -> (Self, &str) {
        for bound in Self::ALL {
            let rest = text
                .strip_prefix(bound.words())
                .and_then(|rest| rest.strip_prefix(' '));
            if let Some(rest) = rest
                && bound != Self::Exactly
            {
                return (bound, rest);
            }
        }
        (Self::Exactly, text)
    }

    /// Is the true figure `threshold` or more, if `stated` is what is said?
    ///
    /// `About` leaves both open, however far apart the two are: how wide
    /// "about" is, nobody has said. For a figure that cannot be ordered (a
    /// `NaN`) all but `Exactly` leave it open as well.
    ///
    /// ```
    /// use demarche::time::{Bound, Certainty};
    ///
    /// assert_eq!(Bound::Almost.reaches(&120, &120), Certainty::Never);
    /// assert_eq!(Bound::Over.reaches(&120, &120), Certainty::Certain);
    /// assert_eq!(Bound::About.reaches(&120, &100), Certainty::Possible);
    /// ```
    pub fn reaches<T: PartialOrd>(self, stated: &T, threshold: &T) -> Certainty {
        match self {
            Self::Exactly => Certainty::from(stated >= threshold),
            Self::AtLeast | Self::Over if stated >= threshold => Certainty::Certain,
            Self::UpTo if stated < threshold => Certainty::Never,
            Self::Almost if stated <= threshold => Certainty::Never,
            _ => Certainty::Possible,
        }
    }
}

/// The words that go before a figure, and nothing for `Exactly`.
impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.words())
    }
}

/// Reads the words; an empty text and `exactly` are both [`Bound::Exactly`].
impl FromStr for Bound {
    type Err = ParseTimeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == "exactly" {
            return Ok(Self::Exactly);
        }
        Self::ALL
            .into_iter()
            .find(|bound| bound.words() == text)
            .ok_or_else(|| {
                let expected =
                    "\"about\", \"at least\", \"up to\", \"almost\", \"over\" or nothing";
                ParseTimeError::new("bound", text, Some(0), format!("{text:?}"), expected)
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_round_trip() {
        for bound in Bound::ALL {
            assert_eq!(bound.to_string().parse(), Ok(bound));
            let json = serde_json::to_string(&bound).unwrap();
            assert_eq!(serde_json::from_str::<Bound>(&json).unwrap(), bound);
        }
        assert_eq!(
            serde_json::to_string(&Bound::AtLeast).unwrap(),
            r#""at_least""#
        );
        assert_eq!("exactly".parse(), Ok(Bound::Exactly));
        assert!("roughly".parse::<Bound>().is_err());
    }

    #[test]
    fn split_needs_the_space() {
        assert_eq!(Bound::split("overPT2H"), (Bound::Exactly, "overPT2H"));
        assert_eq!(Bound::split(" PT2H"), (Bound::Exactly, " PT2H"));
        assert_eq!(Bound::split("over"), (Bound::Exactly, "over"));
        assert_eq!(Bound::split("up to PT2H"), (Bound::UpTo, "PT2H"));
    }

    /// Against every true figure on a small range that the words allow.
    #[test]
    fn reaches_agrees_with_enumeration() {
        for bound in [Bound::Exactly, Bound::AtLeast, Bound::UpTo, Bound::Over] {
            for stated in 3..6 {
                for threshold in 1..9 {
                    let truths: Vec<bool> = (-100..100)
                        .filter(|truth| match bound {
                            Bound::AtLeast => *truth >= stated,
                            Bound::UpTo => *truth <= stated,
                            Bound::Over => *truth > stated,
                            _ => *truth == stated,
                        })
                        .map(|truth| truth >= threshold)
                        .collect();
                    let always = truths.iter().all(|truth| *truth);
                    let sometimes = truths.iter().any(|truth| *truth);
                    let expected = Certainty::judge(always, sometimes, false);
                    // Figures need not be whole, so "over 3" need not reach 4.
                    if bound == Bound::Over && threshold == stated + 1 {
                        continue;
                    }
                    assert_eq!(bound.reaches(&stated, &threshold), expected);
                }
            }
        }
    }

    #[test]
    fn not_a_number_is_left_open() {
        assert_eq!(Bound::AtLeast.reaches(&f64::NAN, &1.0), Certainty::Possible);
        assert_eq!(Bound::Almost.reaches(&1.0, &f64::NAN), Certainty::Possible);
    }
}
