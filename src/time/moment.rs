//! One point in time, known with uncertainty.

mod build;
mod ends;
mod order;
mod text;

use jiff::civil::{Date, DateTime};

use super::point::Point;
use super::ticks::{self, Bounds};
use super::{Precision, Qualifier, Window};

/// One point in time, known with uncertainty.
///
/// A moment says *when*, once: a call began on some second of 15 November
/// 2021, and `2021-11-15` is all we know of it. It is not a stretch of time
/// that something lasted; that is a [`Span`](super::Span).
///
/// # Notation
///
/// That of EDTF, the extended date/time format of ISO 8601-2:2019, as far as
/// it speaks of one point:
///
/// | text                         | when                                      |
/// |------------------------------|-------------------------------------------|
/// | `2021`, `2021-11`, `2021-11-15` | on some second of the year, month or day |
/// | `2021-11-15T10:30`           | within that minute                        |
/// | `2021-11-15T10:30:05`        | at that second                            |
/// | `2021-11-15T10:30Z`          | the same, given in UTC                    |
/// | `2021-11-15T13:30+03:00`     | read as `2021-11-15T10:30Z`               |
/// | `~2021`                      | about 2021                                |
/// | `?2021`                      | in 2021, if that is right                 |
/// | `%2021`                      | about 2021, if that is right              |
/// | `[2021-10-25..2021-11-15]`   | on some day from the one to the other     |
/// | `[..2021-11-16]`             | some day up to that one                   |
/// | `[2021-10-25..]`             | that day or some day after                |
/// | `[..]`                       | nothing is known                          |
///
/// Years run from -9999 to 9999, the year 0 being 1 BC. A sign (`~`, `?`,
/// `%`) may stand in front of the whole or after it, and is written in front;
/// it speaks of the whole date (a sign in front is read by full EDTF, at its
/// level 2, as one of the year alone). A fraction of a second is cut off.
///
/// # What the signs do
///
/// `~` and `%` widen the [bounds](Self::earliest) by one unit of the
/// precision on each side: `~2021` lies from 2020-01-01 to 2022-12-31, and
/// `~2021-11-15` from the 14th to the 16th. And where any sign stands, nothing
/// that is asked of the moment is more than
/// [`Possible`](super::Certainty::Possible).
///
/// # Civil time and UTC
///
/// A moment is civil: a date on the calendar of those who were there. Where a
/// text gives UTC, that is kept and shown, but comparisons put both on one
/// line, as if the civil time were UTC. Around midnight they can therefore be
/// wrong by the offset of the place, some hours.
///
/// # Example
///
/// ```
/// use demarche::time::{Certainty, Moment};
/// use jiff::civil::date;
///
/// let call = Moment::from(date(2021, 11, 15));
/// let letter: Moment = "[..2021-11-16]".parse()?;
///
/// assert_eq!(call.to_string(), "2021-11-15");
/// assert_eq!(letter.latest(), Some(date(2021, 11, 16).at(23, 59, 59, 0)));
/// assert_eq!(letter.earliest(), None);
/// assert_eq!(letter.before(&call), Certainty::Possible);
/// # Ok::<(), demarche::time::ParseTimeError>(())
/// ```
///
/// # Example: equality is of what is written
///
/// ```
/// use demarche::time::Moment;
///
/// let month: Moment = "2021-11".parse()?;
/// let days: Moment = "[2021-11-01..2021-11-30]".parse()?;
/// assert_ne!(month, days);
/// assert_eq!(month.bounds(), days.bounds());
/// # Ok::<(), demarche::time::ParseTimeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Moment {
    form: Form,
    /// Plain if nothing is known at all, as there is nothing to doubt then.
    qualifier: Qualifier,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Form {
    One(Point),
    /// Some one of a stretch. Invariant: `from` and `to` differ, and `to`
    /// does not end before `from` begins.
    OneOf {
        from: Option<Point>,
        to: Option<Point>,
    },
}

impl Moment {
    /// The first second it can be, or `None` if it is not bounded that way.
    ///
    /// ```
    /// use demarche::time::Moment;
    /// use jiff::civil::date;
    ///
    /// let month: Moment = "2021-11".parse()?;
    /// assert_eq!(month.earliest(), Some(date(2021, 11, 1).at(0, 0, 0, 0)));
    /// assert_eq!(month.latest(), Some(date(2021, 11, 30).at(23, 59, 59, 0)));
    /// # Ok::<(), demarche::time::ParseTimeError>(())
    /// ```
    pub fn earliest(&self) -> Option<DateTime> {
        let from = match self.form {
            Form::One(point) => point,
            Form::OneOf { from, .. } => from?,
        };
        Some(if self.is_approximate() {
            from.widened_first()
        } else {
            from.first()
        })
    }

    /// The last second it can be, or `None` if it is not bounded that way.
    pub fn latest(&self) -> Option<DateTime> {
        let to = match self.form {
            Form::One(point) => point,
            Form::OneOf { to, .. } => to?,
        };
        Some(if self.is_approximate() {
            to.widened_last()
        } else {
            to.last()
        })
    }

    /// The first day it can be.
    pub fn first_day(&self) -> Option<Date> {
        self.earliest().map(DateTime::date)
    }

    /// The last day it can be.
    pub fn last_day(&self) -> Option<Date> {
        self.latest().map(DateTime::date)
    }

    /// The day it was on, if that is known and not in doubt.
    ///
    /// ```
    /// use demarche::time::Moment;
    /// use jiff::civil::date;
    ///
    /// let minute: Moment = "2021-11-15T10:30".parse()?;
    /// let about: Moment = "?2021-11-15".parse()?;
    /// assert_eq!(minute.exact_day(), Some(date(2021, 11, 15)));
    /// assert_eq!(about.exact_day(), None);
    /// # Ok::<(), demarche::time::ParseTimeError>(())
    /// ```
    pub fn exact_day(&self) -> Option<Date> {
        let day = self.first_day()?;
        (!self.is_qualified() && self.last_day() == Some(day)).then_some(day)
    }

    /// The window from the first to the last second it can be.
    pub fn bounds(&self) -> Window {
        Window::of_ends(self.earliest(), self.latest())
    }

    /// How finely it is written.
    pub fn precision(&self) -> Precision {
        match self.form {
            Form::One(point) => point.unit().into(),
            Form::OneOf {
                from: None,
                to: None,
            } => Precision::Unknown,
            Form::OneOf { .. } => Precision::Range,
        }
    }

    /// The sign on it.
    pub fn qualifier(&self) -> Qualifier {
        self.qualifier
    }

    /// Does it bear any sign, `~`, `?` or `%`?
    pub fn is_qualified(&self) -> bool {
        self.qualifier != Qualifier::Plain
    }

    /// Does it bear `~` or `%`?
    pub fn is_approximate(&self) -> bool {
        self.qualifier.is_approximate()
    }

    /// Is its latest given by the clock, and not as a day, month or year?
    pub(crate) fn ends_by_clock(&self) -> bool {
        let to = match self.form {
            Form::One(point) => Some(point),
            Form::OneOf { to, .. } => to,
        };
        to.map(|to| Precision::from(to.unit()))
            .is_some_and(|unit| matches!(unit, Precision::Minute | Precision::Second))
    }

    /// Is no date known at all?
    pub fn is_unknown(&self) -> bool {
        self.precision() == Precision::Unknown
    }

    /// Was it given in UTC, or by an offset from it? For one of a stretch: was
    /// either end?
    pub fn is_utc(&self) -> bool {
        match self.form {
            Form::One(point) => point.is_utc(),
            Form::OneOf { from, to } => from.into_iter().chain(to).any(Point::is_utc),
        }
    }

    /// The ticks at which it can be. An unknown date is finite all the same.
    pub(super) fn ticks(&self) -> Bounds {
        Bounds::new(
            self.earliest().map_or(ticks::EARLIEST, ticks::of),
            self.latest().map_or(ticks::LATEST, ticks::of),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn moment(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[test]
    fn small_and_copied() {
        fn check<T: Copy + Send + Sync + 'static>() {}
        check::<Moment>();
        assert!(size_of::<Moment>() <= 40);
    }

    #[test]
    fn precisions() {
        for (text, precision) in [
            ("2021", Precision::Year),
            ("2021-11", Precision::Month),
            ("~2021-11-15", Precision::Day),
            ("2021-11-15T10:30", Precision::Minute),
            ("2021-11-15T10:30:05", Precision::Second),
            ("[..2021]", Precision::Range),
            ("[2020..2021]", Precision::Range),
            ("[2021..2021]", Precision::Year),
            ("[..]", Precision::Unknown),
        ] {
            assert_eq!(moment(text).precision(), precision, "{text}");
        }
    }

    #[test]
    fn a_sign_widens_by_one_unit() {
        for (text, first, last) in [
            ("~2021", date(2020, 1, 1), date(2022, 12, 31)),
            ("%2021-01", date(2020, 12, 1), date(2021, 2, 28)),
            ("?2021-01", date(2021, 1, 1), date(2021, 1, 31)),
            ("~2021-11-15", date(2021, 11, 14), date(2021, 11, 16)),
            ("~2021-11-15T00:00", date(2021, 11, 14), date(2021, 11, 15)),
            ("~[2020-02..2021]", date(2020, 1, 1), date(2022, 12, 31)),
        ] {
            let days = (moment(text).first_day(), moment(text).last_day());
            assert_eq!(days, (Some(first), Some(last)), "{text}");
        }
    }
}
