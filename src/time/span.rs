//! A stretch of time that something holds throughout.

mod holds;
mod text;

use std::ops::{RangeFrom, RangeInclusive};

use jiff::civil::{Date, DateTime};

use super::ticks::{self, Bounds};
use super::window::{is_first_of_day, is_last_of_day};
use super::{Moment, ParseTimeError, Window};

/// A stretch of time that something holds throughout: an office, an
/// alliance, a state's existence.
///
/// It has a start and an end, each a [`Boundary`]: at a moment, open, or
/// unknown.
///
/// | text                    | holds                                              |
/// |-------------------------|----------------------------------------------------|
/// | `2017-05-14/2022-05-13` | from the first day to the last, both included      |
/// | `2012-05-07/..`         | from that day on, and still (open)                 |
/// | `2012-05-07/`           | from that day to an unknown end, if it has one     |
/// | `../2020`               | always before, until some day of 2020              |
/// | `/2020`                 | from an unknown start until some day of 2020       |
/// | `2012/[..]`             | from some day of 2012, and no longer: it did end   |
/// | `~2012/2020-06`         | from about 2012 until some day of June 2020        |
/// | `2021-11`               | all November: `2021-11-01/2021-11-30`              |
/// | `..`, `../..`           | always                                             |
/// | `/`                     | no start, no end is known                          |
///
/// # Where a span begins and ends
///
/// A start on a day is its first second, an end on a day its last: spans
/// include both their ends. (A minute or a second as an end is included
/// likewise.) A *month or year* as an end means some day of it, not known
/// which: `2017/2021` certainly holds from 2018 to 2020 and possibly in 2017
/// and 2021, where `2017-01-01/2021-12-31` certainly holds in all five. A date
/// on its own is all of it.
///
/// # Example: unknown is not open
///
/// ```
/// use demarche::time::{Certainty, Moment, Span};
///
/// let open: Span = "2012-05-07/..".parse()?;
/// let unknown: Span = "2012-05-07/".parse()?;
/// let later: Moment = "2021-11-15".parse()?;
///
/// assert_eq!(open.holds_on(&later), Certainty::Certain);
/// assert_eq!(unknown.holds_on(&later), Certainty::Possible);
/// # Ok::<(), demarche::time::ParseTimeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    start: Boundary,
    end: Boundary,
}

/// One end of a [`Span`].
///
/// ```
/// use demarche::time::{Boundary, Moment, Span};
///
/// let span: Span = "2012-05-07/..".parse()?;
/// assert_eq!(span.start(), Boundary::At("2012-05-07".parse()?));
/// assert_eq!(span.end(), Boundary::Open);
/// assert_eq!(span.end().moment(), None);
/// # Ok::<(), demarche::time::ParseTimeError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Boundary {
    /// There is such an end, at this moment. The moment may itself be unknown
    /// (`[..]`): then it did begin, or end, and nobody says when.
    At(Moment),
    /// There is no such end: it has always held, or still does.
    Open,
    /// Nobody says whether there is such an end, nor when.
    #[default]
    Unknown,
}

impl Boundary {
    /// The moment, if there is one.
    pub fn moment(self) -> Option<Moment> {
        match self {
            Self::At(moment) => Some(moment),
            Self::Open | Self::Unknown => None,
        }
    }

    /// Is there no such end?
    pub fn is_open(self) -> bool {
        self == Self::Open
    }

    /// Is it unknown whether there is such an end?
    pub fn is_unknown(self) -> bool {
        self == Self::Unknown
    }
}

impl From<Moment> for Boundary {
    fn from(moment: Moment) -> Self {
        Self::At(moment)
    }
}

impl From<Date> for Boundary {
    fn from(day: Date) -> Self {
        Self::At(Moment::on(day))
    }
}

impl Span {
    /// Neither a start nor an end is known: `/`.
    pub const UNKNOWN: Self = Self {
        start: Boundary::Unknown,
        end: Boundary::Unknown,
    };

    /// It has always held and still does: `../..`.
    pub const fn always() -> Self {
        Self {
            start: Boundary::Open,
            end: Boundary::Open,
        }
    }

    /// A span of two ends.
    ///
    /// # Errors
    ///
    /// If it certainly ends before it begins.
    ///
    /// ```
    /// use demarche::time::{Boundary, Moment, Span};
    /// use jiff::civil::date;
    ///
    /// let span = Span::new(date(2012, 5, 7), Boundary::Open)?;
    /// assert_eq!(span.to_string(), "2012-05-07/..");
    ///
    /// let error = Span::new(Moment::year(2021)?, Moment::year(2020)?).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     r#"invalid span "2021/2020": found the end 2020, expected an end after the start 2021"#,
    /// );
    /// # Ok::<(), demarche::time::ParseTimeError>(())
    /// ```
    pub fn new(
        start: impl Into<Boundary>,
        end: impl Into<Boundary>,
    ) -> Result<Self, ParseTimeError> {
        let span = Self {
            start: start.into(),
            end: end.into(),
        };
        if start_bounds(span.start).some_before(end_bounds(span.end)) {
            return Ok(span);
        }
        let found = format!("the end {}", span.end);
        let expected = format!("an end after the start {}", span.start);
        Err(ParseTimeError::new(
            "span",
            &span.to_string(),
            None,
            found,
            expected,
        ))
    }

    /// From that day on, and still.
    pub fn since(day: Date) -> Self {
        Self {
            start: day.into(),
            end: Boundary::Open,
        }
    }

    /// Where it begins.
    pub fn start(&self) -> Boundary {
        self.start
    }

    /// Where it ends, that end included.
    pub fn end(&self) -> Boundary {
        self.end
    }

    /// The window outside of which it certainly does not hold.
    ///
    /// ```
    /// use demarche::time::Span;
    ///
    /// let span: Span = "~2017/2021-06".parse()?;
    /// assert_eq!(span.bounds(), "2016-01-01/2021-06-30".parse()?);
    /// # Ok::<(), demarche::time::ParseTimeError>(())
    /// ```
    pub fn bounds(&self) -> Window {
        let earliest = self.start.moment().and_then(|start| start.earliest());
        let latest = self.end.moment().and_then(|end| end.latest());
        Window::of_ends(earliest, latest)
    }

    /// Does a sign (`~`, `?`, `%`) stand on either end?
    pub fn is_qualified(&self) -> bool {
        let qualified = |end: Boundary| end.moment().is_some_and(|moment| moment.is_qualified());
        qualified(self.start) || qualified(self.end)
    }

    /// Where it may begin, and the second after where it may end, each from and to, in
    /// seconds from 1970-01-01; ±2⁶⁰ where it always held, or still does.
    pub(crate) fn seconds(&self) -> [(i64, i64); 2] {
        let (start, stop) = self.ticks();
        [(start.low, start.high), (stop.low, stop.high)]
    }

    /// Where it may begin, and the tick after where it may end.
    ///
    /// Each end narrows the other: whatever has begun lasts for a unit of its
    /// ends at the least.
    fn ticks(&self) -> (Bounds, Bounds) {
        let (mut start, mut stop) = (start_bounds(self.start), end_bounds(self.end));
        let unit = self.grain().unwrap_or(1);
        stop.low = stop.low.max(start.low + unit);
        start.high = start.high.min(stop.high - unit);
        (start, stop)
    }

    /// The finer unit of its ends in ticks: a day, or what is finer. `None` if
    /// neither end is a date.
    fn grain(&self) -> Option<i64> {
        let moments = [self.start.moment(), self.end.moment()];
        moments.iter().flatten().filter_map(Moment::grain).min()
    }
}

fn start_bounds(start: Boundary) -> Bounds {
    match start {
        Boundary::At(moment) => moment.starts(),
        Boundary::Open => Bounds::exactly(ticks::NEVER_BEGAN),
        Boundary::Unknown => Bounds::new(ticks::NEVER_BEGAN, ticks::LATEST),
    }
}

fn end_bounds(end: Boundary) -> Bounds {
    match end {
        Boundary::At(moment) => moment.stops(),
        Boundary::Open => Bounds::exactly(ticks::NEVER_ENDS),
        Boundary::Unknown => Bounds::new(ticks::EARLIEST, ticks::NEVER_ENDS),
    }
}

/// Nothing is known.
impl Default for Span {
    fn default() -> Self {
        Self::UNKNOWN
    }
}

/// All of that day.
impl From<Date> for Span {
    fn from(day: Date) -> Self {
        Self {
            start: day.into(),
            end: day.into(),
        }
    }
}

/// From that day on, and still.
impl From<RangeFrom<Date>> for Span {
    fn from(days: RangeFrom<Date>) -> Self {
        Self::since(days.start)
    }
}

/// From the first day to the last, both included; an error if the last is
/// before the first.
impl TryFrom<RangeInclusive<Date>> for Span {
    type Error = ParseTimeError;

    fn try_from(days: RangeInclusive<Date>) -> Result<Self, Self::Error> {
        Self::new(*days.start(), *days.end())
    }
}

/// All of that window, open where it is.
impl From<Window> for Span {
    fn from(window: Window) -> Self {
        let end = |time: Option<DateTime>, whole: fn(DateTime) -> bool| {
            time.map_or(Boundary::Open, |time| {
                Boundary::At(if whole(time) {
                    time.date().into()
                } else {
                    time.into()
                })
            })
        };
        Self {
            start: end(window.earliest(), is_first_of_day),
            end: end(window.latest(), is_last_of_day),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::samples::texts;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn span(text: &str) -> Span {
        text.parse().unwrap()
    }

    #[test]
    fn an_end_may_not_certainly_precede_the_start() {
        for good in [
            "2021/2021",
            "2021-11-15/2021",
            "2021/2021-01-01",
            "2021-12-31/2021",
        ] {
            assert!(good.parse::<Span>().is_ok(), "{good}");
        }
        for bad in [
            "2021/2020",
            "2021-11-15/2021-11-14",
            "[2021..]/2020",
            "2021/[..2020]",
        ] {
            assert!(bad.parse::<Span>().is_err(), "{bad}");
        }
        assert!("~2021/2020".parse::<Span>().is_ok());
    }

    #[test]
    fn conversions() {
        let day = date(2021, 11, 15);
        assert_eq!(Span::from(day), span("2021-11-15"));
        assert_eq!(Span::from(day..), span("2021-11-15/.."));
        assert_eq!(Span::try_from(day..=day), Ok(span("2021-11-15/2021-11-15")));
        for text in [
            "2021-11",
            "2021-11-15T10:30/2021-11-15",
            "..",
            "2020/..",
            "../2020-06-01",
        ] {
            let window: Window = text.parse().unwrap();
            assert_eq!(Span::from(window).bounds(), window);
        }
    }

    #[test]
    fn size_is_pinned() {
        assert!(size_of::<Span>() <= 80);
    }

    proptest! {
        #[test]
        fn no_two_ends_give_empty_bounds(a in texts(), b in texts()) {
            for text in [a.clone(), format!("{a}/{b}"), format!("/{b}"), format!("{a}/"), format!("{a}/..")] {
                if let Ok(span) = text.parse::<Span>() {
                    let (start, stop) = span.ticks();
                    prop_assert!(start.low <= start.high && stop.low <= stop.high, "{text}");
                    prop_assert!(start.low < stop.low && start.high < stop.high, "{text}");
                    prop_assert!(!span.relations_to(&span).is_empty());
                }
            }
        }
    }
}
