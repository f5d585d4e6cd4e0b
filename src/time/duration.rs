//! How long something took, as stated.

use std::fmt;
use std::str::FromStr;

use jiff::SignedDuration;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Bound, Certainty, ParseTimeError, serial};

/// How long something took, as stated: "50 minutes", "almost two hours".
///
/// It is a length in whole seconds (a fraction is cut off) and a [`Bound`]
/// that says how the stated length bounds the true one.
///
/// | text            | for people       | taken to be                                     |
/// |-----------------|------------------|-------------------------------------------------|
/// | `PT50M`         | 50 min           | as stated                                       |
/// | `up to PT2H`    | up to 2 h        | from nothing to what is stated                  |
/// | `almost PT2H`   | almost 2 h       | likewise                                        |
/// | `about PT1H30M` | about 1 h 30 min | from half to double of what is stated           |
/// | `at least PT2H` | at least 2 h     | from what is stated to double of it, or to the end of the day if that is later |
/// | `over P3D`      | over 3 d         | likewise                                        |
///
/// The last column is what counts where it matters when an event was over: for the order
/// of events, for journeys and for Allen relations. Who says *about* or *over* leaves room,
/// but hardly for more than half or double; and without a limit a talk of "over an hour"
/// might go on for years. The end of the day is that of the last civil day on which the
/// event can have begun, as of an event whose length nobody states.
///
/// The length is read as `jiff` reads it: ISO 8601 (`PT1H30M`), or units
/// after numbers (`1 h 30 min`). A day is 24 hours and a week 7 days; months
/// and years are errors, since no two need be equally long.
///
/// # Example
///
/// ```
/// use demarche::time::{Bound, Certainty, Duration};
/// use jiff::SignedDuration;
///
/// let call: Duration = "almost PT2H".parse()?;
/// assert_eq!(call.bound(), Bound::Almost);
/// assert_eq!(call.seconds(), 7_200);
/// assert_eq!(call.to_string(), "almost 2 h");
/// assert_eq!(call.to_iso(), "almost PT2H");
///
/// assert_eq!(call.reaches(SignedDuration::from_hours(2)), Certainty::Never);
/// assert_eq!(call.reaches(SignedDuration::from_hours(1)), Certainty::Possible);
/// # Ok::<(), demarche::time::ParseTimeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Duration {
    seconds: u64,
    bound: Bound,
}

/// As long as `jiff` can read back: all the civil years there are.
const LONGEST: u64 = 175_307_616 * 3_600;

impl Duration {
    /// A length and its bound; a fraction of a second is cut off.
    ///
    /// # Errors
    ///
    /// If the length is below zero, or beyond the 20,000 years that civil time
    /// goes.
    pub fn new(bound: Bound, length: SignedDuration) -> Result<Self, ParseTimeError> {
        match u64::try_from(length.as_secs()) {
            Ok(seconds) if seconds <= LONGEST && !length.is_negative() => {
                Ok(Self { seconds, bound })
            }
            _ => {
                let text = format!("{length}");
                let found = if length.is_negative() {
                    "a length below zero"
                } else {
                    "too long"
                };
                Err(ParseTimeError::new(
                    "duration", &text, None, found, EXPECTED,
                ))
            }
        }
    }

    /// Just that length.
    ///
    /// # Errors
    ///
    /// As [`Duration::new`].
    ///
    /// ```
    /// use demarche::time::Duration;
    /// use jiff::SignedDuration;
    ///
    /// let call = Duration::exactly(SignedDuration::from_mins(50))?;
    /// assert_eq!(call.to_string(), "50 min");
    /// assert!(Duration::exactly(SignedDuration::from_mins(-50)).is_err());
    /// # Ok::<(), demarche::time::ParseTimeError>(())
    /// ```
    pub fn exactly(length: SignedDuration) -> Result<Self, ParseTimeError> {
        Self::new(Bound::Exactly, length)
    }

    /// Near that length, on either side.
    ///
    /// # Errors
    ///
    /// As [`Duration::new`].
    pub fn about(length: SignedDuration) -> Result<Self, ParseTimeError> {
        Self::new(Bound::About, length)
    }

    /// That length or more.
    ///
    /// # Errors
    ///
    /// As [`Duration::new`].
    pub fn at_least(length: SignedDuration) -> Result<Self, ParseTimeError> {
        Self::new(Bound::AtLeast, length)
    }

    /// That length or less.
    ///
    /// # Errors
    ///
    /// As [`Duration::new`].
    pub fn up_to(length: SignedDuration) -> Result<Self, ParseTimeError> {
        Self::new(Bound::UpTo, length)
    }

    /// A little less than that length.
    ///
    /// # Errors
    ///
    /// As [`Duration::new`].
    pub fn almost(length: SignedDuration) -> Result<Self, ParseTimeError> {
        Self::new(Bound::Almost, length)
    }

    /// More than that length.
    ///
    /// # Errors
    ///
    /// As [`Duration::new`].
    pub fn over(length: SignedDuration) -> Result<Self, ParseTimeError> {
        Self::new(Bound::Over, length)
    }

    /// The stated length in seconds.
    pub fn seconds(self) -> u64 {
        self.seconds
    }

    /// The stated length.
    pub fn length(self) -> SignedDuration {
        // At most `LONGEST`, which is far below what an `i64` holds.
        SignedDuration::from_secs(i64::try_from(self.seconds).unwrap_or(i64::MAX))
    }

    /// How the stated length bounds the true one.
    pub fn bound(self) -> Bound {
        self.bound
    }

    /// The shortest that it is taken to be; see the table of [`Duration`].
    ///
    /// ```
    /// use demarche::time::Duration;
    /// use jiff::SignedDuration;
    ///
    /// let talks: Duration = "about PT2H".parse()?;
    /// assert_eq!(talks.shortest(), SignedDuration::from_hours(1));
    /// assert_eq!(talks.longest(), SignedDuration::from_hours(4));
    /// # Ok::<(), demarche::time::ParseTimeError>(())
    /// ```
    pub fn shortest(self) -> SignedDuration {
        match self.bound {
            Bound::Exactly | Bound::AtLeast | Bound::Over => self.length(),
            Bound::About => self.length() / 2,
            Bound::UpTo | Bound::Almost => SignedDuration::ZERO,
        }
    }

    /// The longest that it is taken to be, unless [it may go on for the
    /// day](Self::may_last_the_day).
    pub fn longest(self) -> SignedDuration {
        match self.bound {
            Bound::Exactly | Bound::UpTo | Bound::Almost => self.length(),
            Bound::AtLeast | Bound::Over | Bound::About => self.length() * 2,
        }
    }

    /// Whether it is stated from below alone, so that it may have gone on to the end of
    /// the day if that is later than its [longest](Self::longest).
    pub fn may_last_the_day(self) -> bool {
        matches!(self.bound, Bound::AtLeast | Bound::Over)
    }

    /// Did it take that long or longer? By what is stated alone; see [`Bound::reaches`].
    pub fn reaches(self, length: SignedDuration) -> Certainty {
        self.bound.reaches(&self.length(), &length)
    }

    /// The canonical text: the bound, then ISO 8601 in hours, minutes and
    /// seconds.
    ///
    /// ```
    /// use demarche::time::Duration;
    ///
    /// let talks: Duration = "over P1DT90M".parse()?;
    /// assert_eq!(talks.to_iso(), "over PT25H30M");
    /// # Ok::<(), demarche::time::ParseTimeError>(())
    /// ```
    pub fn to_iso(self) -> String {
        Iso(self).to_string()
    }
}

const EXPECTED: &str = "a length from nothing to 175307616 hours";

/// For people: `almost 2 h`, `1 h 30 min`; in days from 48 hours on.
impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hours = self.seconds / 3_600;
        let days = if hours < 48 { 0 } else { hours / 24 };
        let parts = [
            (days, "d"),
            (hours - days * 24, "h"),
            (self.seconds / 60 % 60, "min"),
            (self.seconds % 60, "s"),
        ];
        let mut gap = if self.bound == Bound::Exactly {
            ""
        } else {
            " "
        };
        f.write_str(self.bound.words())?;
        for (count, unit) in parts {
            if count > 0 || (unit == "s" && self.seconds == 0) {
                write!(f, "{gap}{count} {unit}")?;
                gap = " ";
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Duration({})", Iso(*self))
    }
}

/// Writes the canonical text.
struct Iso(Duration);

impl fmt::Display for Iso {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Duration { seconds, bound } = self.0;
        if bound != Bound::Exactly {
            write!(f, "{bound} ")?;
        }
        f.write_str("PT")?;
        let parts = [
            (seconds / 3_600, 'H'),
            (seconds / 60 % 60, 'M'),
            (seconds % 60, 'S'),
        ];
        for (count, unit) in parts {
            if count > 0 || (unit == 'S' && seconds == 0) {
                write!(f, "{count}{unit}")?;
            }
        }
        Ok(())
    }
}

/// Reads a bound and a length, as in the table of [`Duration`]. Computes in
/// O(n).
impl FromStr for Duration {
    type Err = ParseTimeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (bound, figure) = Bound::split(text);
        let at = text.len() - figure.len();
        let fault = |found: &str, expected: &str| {
            ParseTimeError::new("duration", text, Some(at), found, expected)
        };
        let length: jiff::Span = figure.parse().map_err(|_| {
            fault(
                &format!("{figure:?}"),
                "a length such as \"PT1H30M\" or \"1 h 30 min\"",
            )
        })?;
        if length.get_years() != 0 || length.get_months() != 0 {
            let expected = "weeks, days, hours, minutes or seconds";
            return Err(fault("years or months, whose length varies", expected));
        }
        Self::new(bound, length_of(&length)).map_err(|error| fault(error.found(), EXPECTED))
    }
}

/// With days of 24 hours and weeks of 7 days. `jiff` keeps each count within
/// 20,000 years, so that the sums do not overflow.
fn length_of(length: &jiff::Span) -> SignedDuration {
    let days = i64::from(length.get_weeks()) * 7 + i64::from(length.get_days());
    let minutes = (days * 24 + i64::from(length.get_hours())) * 60 + length.get_minutes();
    SignedDuration::from_secs(minutes * 60 + length.get_seconds())
        .saturating_add(SignedDuration::from_millis(length.get_milliseconds()))
        .saturating_add(SignedDuration::from_micros(length.get_microseconds()))
        .saturating_add(SignedDuration::from_nanos(length.get_nanoseconds()))
}

impl TryFrom<&str> for Duration {
    type Error = ParseTimeError;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl TryFrom<String> for Duration {
    type Error = ParseTimeError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl TryFrom<&String> for Duration {
    type Error = ParseTimeError;

    fn try_from(text: &String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

/// Exactly that long; an error if below zero.
impl TryFrom<SignedDuration> for Duration {
    type Error = ParseTimeError;

    fn try_from(length: SignedDuration) -> Result<Self, Self::Error> {
        Self::exactly(length)
    }
}

/// Exactly that long; an error if beyond civil time.
impl TryFrom<std::time::Duration> for Duration {
    type Error = ParseTimeError;

    fn try_from(length: std::time::Duration) -> Result<Self, Self::Error> {
        // What no `SignedDuration` holds is too long for us as well.
        Self::exactly(SignedDuration::try_from(length).unwrap_or(SignedDuration::MAX))
    }
}

/// As its [canonical text](Duration::to_iso).
impl Serialize for Duration {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        serial::serialize(&Iso(*self), to)
    }
}

impl<'de> Deserialize<'de> for Duration {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        serial::deserialize(from, "a duration such as \"PT50M\" or \"almost PT2H\"")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn texts() {
        for (text, iso, people) in [
            ("PT50M", "PT50M", "50 min"),
            ("almost PT2H", "almost PT2H", "almost 2 h"),
            ("about PT45M", "about PT45M", "about 45 min"),
            ("over PT1H", "over PT1H", "over 1 h"),
            ("up to PT3H", "up to PT3H", "up to 3 h"),
            ("at least PT2H", "at least PT2H", "at least 2 h"),
            ("PT90M", "PT1H30M", "1 h 30 min"),
            ("P1D", "PT24H", "24 h"),
            ("P1WT1H", "PT169H", "7 d 1 h"),
            ("PT0S", "PT0S", "0 s"),
            ("PT1.9S", "PT1S", "1 s"),
            ("PT1.5H", "PT1H30M", "1 h 30 min"),
        ] {
            let duration: Duration = text.parse().unwrap();
            assert_eq!(
                (duration.to_iso(), duration.to_string()),
                (iso.into(), people.into())
            );
        }
    }

    #[test]
    fn faults_say_why() {
        for (text, at, found) in [
            ("", 0, "\"\""),
            ("long", 0, "\"long\""),
            ("almost", 0, "\"almost\""),
            ("about P1M", 6, "years or months, whose length varies"),
            ("P1Y", 0, "years or months, whose length varies"),
            ("over -PT1H", 5, "a length below zero"),
            ("P9999999D", 0, "\"P9999999D\""),
        ] {
            let error = text.parse::<Duration>().unwrap_err();
            assert_eq!(
                (error.position(), error.found()),
                (Some(at), found),
                "{text}"
            );
        }
    }

    #[test]
    fn conversions() {
        let minute: Duration = "PT1M".parse().unwrap();
        assert_eq!(
            Duration::try_from(std::time::Duration::from_secs(60)),
            Ok(minute)
        );
        assert_eq!(Duration::try_from(SignedDuration::from_mins(1)), Ok(minute));
        assert!(Duration::try_from(std::time::Duration::MAX).is_err());
        assert!(Duration::try_from(SignedDuration::from_nanos(-1)).is_err());
        assert_eq!(serde_json::to_string(&minute).unwrap(), r#""PT1M""#);
        assert_eq!(
            serde_json::from_str::<Duration>(r#""PT60S""#).unwrap(),
            minute
        );
    }

    proptest! {
        #[test]
        fn reading_either_text_gives_it_back(seconds in 0..=LONGEST, short in 0..200_000_u64, bound in 0..6_usize) {
            for seconds in [seconds, short, LONGEST] {
                let duration = Duration { seconds, bound: Bound::ALL[bound] };
                prop_assert_eq!(duration.to_iso().parse(), Ok(duration));
                prop_assert_eq!(duration.to_string().parse(), Ok(duration));
            }
        }

        #[test]
        fn no_text_panics(text in "(about |-)?[-P0-9YMWDTHS.]{0,20}") {
            let _ = text.parse::<Duration>();
        }
    }
}
