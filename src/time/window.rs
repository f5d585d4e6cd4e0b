//! A closed stretch of civil time, in which to ask.

mod text;

use std::ops::{RangeFrom, RangeFull, RangeInclusive, RangeToInclusive};

use jiff::civil::{Date, DateTime, Time};

use super::ParseTimeError;
use super::point::Point;
use super::ticks::{self, Bounds};

/// A stretch of civil time, in which to ask: "in November 2021", "since
/// 2014".
///
/// A window is a question's frame and so has nothing uncertain about it. Both
/// ends are included, to the second; either may be open.
///
/// | text                       | from … to                                  |
/// |----------------------------|--------------------------------------------|
/// | `2021`                     | 1 January … 31 December 2021               |
/// | `2021-11`, `2021-11-15`    | all of that month, that day                |
/// | `2021-11-01/2021-11-15`    | all of the first day … all of the last      |
/// | `2021-11-15T09:00/2021-11-15T11:59` | 09:00:00 … 11:59:59               |
/// | `2021/..`, `../2021`       | from 2021 on, up to the end of 2021        |
/// | `..`, `../..`              | all time                                   |
///
/// A time given in UTC or by an offset is read as UTC, and put on one line
/// with civil time.
///
/// ```
/// use demarche::time::Window;
/// use jiff::civil::date;
///
/// let window: Window = "2021-11-01/2021-11-15".parse()?;
/// assert!(window.contains(date(2021, 11, 15).at(23, 59, 59, 0)));
/// assert!(!window.contains(date(2021, 11, 16).at(0, 0, 0, 0)));
/// assert_eq!(window, Window::try_from(date(2021, 11, 1)..=date(2021, 11, 15))?);
///
/// // A window must say what it means: an end that is unknown is no frame.
/// assert!("2021/".parse::<Window>().is_err());
/// # Ok::<(), demarche::time::ParseTimeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Window {
    /// Whole seconds; not after `to`.
    from: Option<DateTime>,
    to: Option<DateTime>,
}

impl Window {
    /// All time.
    pub const fn all() -> Self {
        Self {
            from: None,
            to: None,
        }
    }

    /// All of one day.
    pub fn day(day: Date) -> Self {
        Self::of(Point::day(day), Point::day(day))
    }

    /// From the start of that day on.
    pub fn since(day: Date) -> Self {
        Self {
            from: Some(Point::day(day).first()),
            to: None,
        }
    }

    /// Up to the end of that day.
    pub fn until(day: Date) -> Self {
        Self {
            from: None,
            to: Some(Point::day(day).last()),
        }
    }

    /// From one civil time to another, both included; fractions of a second
    /// are cut off. For days, use `Window::try_from(first..=last)`.
    ///
    /// # Errors
    ///
    /// If `to` is before `from`.
    pub fn between(from: DateTime, to: DateTime) -> Result<Self, ParseTimeError> {
        let (from, to) = (Point::second(from, false), Point::second(to, false));
        if to.first() < from.first() {
            return Err(ends_early(&format!("{from}/{to}"), &from, &to));
        }
        Ok(Self::of(from, to))
    }

    /// The first second, or `None` if open.
    pub fn earliest(&self) -> Option<DateTime> {
        self.from
    }

    /// The last second, or `None` if open.
    pub fn latest(&self) -> Option<DateTime> {
        self.to
    }

    /// The first day it touches, or `None` if open.
    pub fn first_day(&self) -> Option<Date> {
        self.from.map(DateTime::date)
    }

    /// The last day it touches, or `None` if open.
    pub fn last_day(&self) -> Option<Date> {
        self.to.map(DateTime::date)
    }

    /// Is this all time?
    pub fn is_all(&self) -> bool {
        *self == Self::all()
    }

    /// Is it made of whole days? Then a day number settles what is in it.
    ///
    /// ```
    /// use demarche::time::Window;
    ///
    /// assert!("2021-11/..".parse::<Window>()?.is_whole_days());
    /// assert!(!"2021-11-15T09:00/..".parse::<Window>()?.is_whole_days());
    /// # Ok::<(), demarche::time::ParseTimeError>(())
    /// ```
    pub fn is_whole_days(&self) -> bool {
        self.from.is_none_or(is_first_of_day) && self.to.is_none_or(is_last_of_day)
    }

    /// Is that time in the window?
    pub fn contains(&self, time: DateTime) -> bool {
        let tick = ticks::of(time);
        Bounds::exactly(tick).is_within(self.ticks())
    }

    /// Is all of `other` in the window?
    pub fn covers(&self, other: &Self) -> bool {
        other.ticks().is_within(self.ticks())
    }

    /// What the two have in common, or `None` if nothing.
    ///
    /// ```
    /// use demarche::time::Window;
    ///
    /// let year: Window = "2021".parse()?;
    /// let later: Window = "2021-11-10/..".parse()?;
    /// let both = year.intersect(&later);
    /// assert_eq!(both, Some("2021-11-10/2021-12-31".parse()?));
    /// assert_eq!(year.intersect(&"2022".parse()?), None);
    /// # Ok::<(), demarche::time::ParseTimeError>(())
    /// ```
    pub fn intersect(&self, other: &Self) -> Option<Self> {
        // `None` is lower than any start, but must not be lower than any end.
        let from = self.from.max(other.from);
        let to = [self.to, other.to].into_iter().flatten().min();
        let both = Self { from, to };
        self.ticks().overlaps(other.ticks()).then_some(both)
    }

    pub(super) fn ticks(&self) -> Bounds {
        Bounds::new(
            self.from.map_or(ticks::NEVER_BEGAN, ticks::of),
            self.to.map_or(ticks::NEVER_ENDS, ticks::of),
        )
    }

    /// The caller sees to it that the ends are whole seconds in order.
    pub(crate) fn of_ends(from: Option<DateTime>, to: Option<DateTime>) -> Self {
        Self { from, to }
    }

    fn of(from: Point, to: Point) -> Self {
        Self {
            from: Some(from.first()),
            to: Some(to.last()),
        }
    }
}

pub(super) fn is_first_of_day(time: DateTime) -> bool {
    time.time() == Time::midnight()
}

pub(super) fn is_last_of_day(time: DateTime) -> bool {
    time.time() == Time::constant(23, 59, 59, 0)
}

fn ends_early(text: &str, from: &Point, to: &Point) -> ParseTimeError {
    let expected = format!("an end at {from} or after");
    ParseTimeError::new("window", text, None, format!("the end {to}"), expected)
}

/// All time.
impl Default for Window {
    fn default() -> Self {
        Self::all()
    }
}

/// All of that day.
impl From<Date> for Window {
    fn from(day: Date) -> Self {
        Self::day(day)
    }
}

/// From the start of that day on.
impl From<RangeFrom<Date>> for Window {
    fn from(days: RangeFrom<Date>) -> Self {
        Self::since(days.start)
    }
}

/// Up to the end of that day.
impl From<RangeToInclusive<Date>> for Window {
    fn from(days: RangeToInclusive<Date>) -> Self {
        Self::until(days.end)
    }
}

/// All time.
impl From<RangeFull> for Window {
    fn from(_: RangeFull) -> Self {
        Self::all()
    }
}

/// From all of the first day to all of the last; an error if the last is
/// before the first.
impl TryFrom<RangeInclusive<Date>> for Window {
    type Error = ParseTimeError;

    fn try_from(days: RangeInclusive<Date>) -> Result<Self, Self::Error> {
        let (from, to) = (Point::day(*days.start()), Point::day(*days.end()));
        if to.first() < from.first() {
            return Err(ends_early(&format!("{from}/{to}"), &from, &to));
        }
        Ok(Self::of(from, to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn ends_in_the_wrong_order_are_errors() {
        let error = Window::try_from(date(2021, 11, 15)..=date(2021, 11, 14)).unwrap_err();
        assert_eq!(
            error.to_string(),
            r#"invalid window "2021-11-15/2021-11-14": found the end 2021-11-14, expected an end at 2021-11-15 or after"#
        );
        let noon = date(2021, 11, 15).at(12, 0, 0, 0);
        assert!(Window::between(noon, noon).is_ok());
        assert!(Window::between(noon, date(2021, 11, 15).at(11, 0, 0, 0)).is_err());
    }

    #[test]
    fn a_fraction_of_the_last_second_is_inside() {
        let day = Window::day(date(1914, 6, 28));
        assert!(day.contains(date(1914, 6, 28).at(23, 59, 59, 999_999_999)));
        assert!(!day.contains(date(1914, 6, 27).at(23, 59, 59, 999_999_999)));
    }

    #[test]
    fn ranges_of_days() {
        let day = date(2021, 11, 15);
        assert_eq!(Window::from(day..), "2021-11-15/..".parse().unwrap());
        assert_eq!(Window::from(..=day), "../2021-11-15".parse().unwrap());
        assert_eq!(Window::from(..), Window::all());
    }

    fn some_window() -> impl Strategy<Value = Window> {
        (
            proptest::option::of(1..20_i8),
            proptest::option::of(1..20_i8),
        )
            .prop_map(|(a, b)| {
                let day = |day: i8| date(2021, 11, day);
                match (a, b) {
                    (Some(a), Some(b)) => Window::try_from(day(a.min(b))..=day(a.max(b))).unwrap(),
                    (Some(a), None) => Window::since(day(a)),
                    (None, Some(b)) => Window::until(day(b)),
                    (None, None) => Window::all(),
                }
            })
    }

    proptest! {
        #[test]
        fn intersection_contains_what_both_do(a in some_window(), b in some_window()) {
            let both = a.intersect(&b);
            prop_assert_eq!(both, b.intersect(&a));
            for day in 1..25 {
                let noon = date(2021, 11, day).at(12, 0, 0, 0);
                let expected = a.contains(noon) && b.contains(noon);
                prop_assert_eq!(both.is_some_and(|both| both.contains(noon)), expected);
            }
            if let Some(both) = both {
                prop_assert!(a.covers(&both) && b.covers(&both));
            }
        }
    }
}
