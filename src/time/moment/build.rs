//! Moments as they are made.

use jiff::civil::{Date, DateTime};

use super::{Form, Moment};
use crate::time::point::Point;
use crate::time::{ParseTimeError, Qualifier};

impl Moment {
    /// No date is known at all: `[..]`.
    ///
    /// ```
    /// use demarche::time::Moment;
    ///
    /// assert_eq!(Moment::unknown().to_string(), "[..]");
    /// assert_eq!(Moment::unknown(), Moment::default());
    /// ```
    pub const fn unknown() -> Self {
        Self {
            form: Form::OneOf {
                from: None,
                to: None,
            },
            qualifier: Qualifier::Plain,
        }
    }

    /// On some second of that day.
    pub fn on(day: Date) -> Self {
        Self::one(Point::day(day))
    }

    /// At that second of civil time; a fraction of a second is cut off.
    pub fn at(time: DateTime) -> Self {
        Self::one(Point::second(time, false))
    }

    /// At that second in UTC; a fraction of a second is cut off.
    pub fn at_utc(time: DateTime) -> Self {
        Self::one(Point::second(time, true))
    }

    /// On some day of that month.
    ///
    /// # Errors
    ///
    /// If the month is not 1 to 12, or the year not -9999 to 9999.
    ///
    /// ```
    /// use demarche::time::Moment;
    ///
    /// assert_eq!(Moment::month(2021, 11)?.to_string(), "2021-11");
    /// assert!(Moment::month(2021, 13).is_err());
    /// # Ok::<(), demarche::time::ParseTimeError>(())
    /// ```
    pub fn month(year: i16, month: i8) -> Result<Self, ParseTimeError> {
        let day = Date::new(year, month, 1).map_err(|_| {
            let text = format!("{year:04}-{month:02}");
            let expected = "a year from -9999 to 9999 and a month from 01 to 12";
            ParseTimeError::new("moment", &text, None, format!("month {text}"), expected)
        })?;
        Ok(Self::one(Point::month(day)))
    }

    /// On some day of that year.
    ///
    /// # Errors
    ///
    /// If the year is not -9999 to 9999.
    pub fn year(year: i16) -> Result<Self, ParseTimeError> {
        let day = Date::new(year, 1, 1).map_err(|_| {
            let text = year.to_string();
            ParseTimeError::new(
                "moment",
                &text,
                None,
                format!("year {text}"),
                "-9999 to 9999",
            )
        })?;
        Ok(Self::one(Point::year(day)))
    }

    /// On some day from `from` to `to`, both included.
    ///
    /// # Errors
    ///
    /// If `to` is before `from`.
    ///
    /// ```
    /// use demarche::time::Moment;
    /// use jiff::civil::date;
    ///
    /// let moment = Moment::within(date(2021, 10, 25), date(2021, 11, 15))?;
    /// assert_eq!(moment.to_string(), "[2021-10-25..2021-11-15]");
    ///
    /// let day = Moment::within(date(2021, 11, 15), date(2021, 11, 15))?;
    /// assert_eq!(day, Moment::on(date(2021, 11, 15)));
    /// # Ok::<(), demarche::time::ParseTimeError>(())
    /// ```
    pub fn within(from: Date, to: Date) -> Result<Self, ParseTimeError> {
        Self::one_of(Some(Point::day(from)), Some(Point::day(to))).ok_or_else(|| {
            let text = format!("[{from}..{to}]");
            let expected = format!("an end on {from} or after");
            ParseTimeError::new("moment", &text, None, format!("the end {to}"), expected)
        })
    }

    /// On some day up to `day`, that day included.
    pub fn until(day: Date) -> Self {
        Self {
            form: Form::OneOf {
                from: None,
                to: Some(Point::day(day)),
            },
            ..Self::unknown()
        }
    }

    /// On `day` or some day after.
    pub fn since(day: Date) -> Self {
        Self {
            form: Form::OneOf {
                from: Some(Point::day(day)),
                to: None,
            },
            ..Self::unknown()
        }
    }

    /// This moment, but only approximately: `2021` becomes `~2021`.
    ///
    /// ```
    /// use demarche::time::Moment;
    /// use jiff::civil::date;
    ///
    /// let about = Moment::on(date(2021, 11, 15)).approximately();
    /// assert_eq!(about.to_string(), "~2021-11-15");
    /// assert_eq!(about.first_day(), Some(date(2021, 11, 14)));
    /// ```
    pub fn approximately(self) -> Self {
        self.qualified(Qualifier::Approximate)
    }

    /// This moment, if its source is right: `2021` becomes `?2021`.
    pub fn uncertainly(self) -> Self {
        self.qualified(Qualifier::Uncertain)
    }

    pub(super) fn one(point: Point) -> Self {
        Self {
            form: Form::One(point),
            qualifier: Qualifier::Plain,
        }
    }

    /// `None` if it would end before it begins.
    pub(super) fn one_of(from: Option<Point>, to: Option<Point>) -> Option<Self> {
        match (from, to) {
            (Some(from), Some(to)) if from == to => Some(Self::one(from)),
            (Some(from), Some(to)) if to.bounds().all_before(from.bounds()) => None,
            _ => Some(Self {
                form: Form::OneOf { from, to },
                qualifier: Qualifier::Plain,
            }),
        }
    }

    pub(super) fn qualified(self, qualifier: Qualifier) -> Self {
        let qualifier = self.qualifier.and(qualifier);
        if self.is_unknown() {
            self
        } else {
            Self { qualifier, ..self }
        }
    }
}

impl Default for Moment {
    fn default() -> Self {
        Self::unknown()
    }
}

/// On that day.
impl From<Date> for Moment {
    fn from(day: Date) -> Self {
        Self::on(day)
    }
}

/// At that second; a fraction is cut off.
impl From<DateTime> for Moment {
    fn from(time: DateTime) -> Self {
        Self::at(time)
    }
}

/// At that second in UTC; a fraction is cut off.
impl From<jiff::Timestamp> for Moment {
    fn from(instant: jiff::Timestamp) -> Self {
        Self::at_utc(jiff::tz::Offset::UTC.to_datetime(instant))
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
    fn unknown_cannot_be_doubted_further() {
        assert_eq!(Moment::unknown().approximately(), Moment::unknown());
        assert!(!Moment::unknown().is_qualified());
    }

    #[test]
    fn constructors_agree_with_texts() {
        assert_eq!(Moment::on(date(2021, 11, 15)), moment("2021-11-15"));
        assert_eq!(
            Moment::at(date(2021, 11, 15).at(10, 30, 5, 9)),
            moment("2021-11-15T10:30:05")
        );
        assert_eq!(Moment::year(-43), Ok(moment("-0043")));
        assert_eq!(Moment::until(date(2021, 11, 16)), moment("[..2021-11-16]"));
        assert_eq!(Moment::since(date(2021, 11, 16)), moment("[2021-11-16..]"));
        assert_eq!(
            Moment::year(2021).unwrap().uncertainly().approximately(),
            moment("%2021")
        );
        let instant: jiff::Timestamp = "2021-11-15T10:30:05.7Z".parse().unwrap();
        assert_eq!(Moment::from(instant), moment("2021-11-15T10:30:05Z"));
        assert!(Moment::from(instant).is_utc());
        assert!(Moment::year(10_000).is_err());
        assert!(Moment::within(date(2021, 11, 15), date(2021, 11, 14)).is_err());
    }
}
