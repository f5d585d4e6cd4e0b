//! A moment in four bytes, if it is of the common sort.

use jiff::civil::{Date, DateTime, date};

use crate::time::Moment;

const DAY: i32 = 0;
const TIME: i32 = 1;
const TIME_IN_UTC: i32 = 2;
const TAGS: i32 = 4;
const MINUTES_A_DAY: i64 = 24 * 60;
const MINUTES_A_DAY_32: i32 = 24 * 60;
const MINUTES_A_DAY_16: u16 = 24 * 60;

/// An unknown moment, a day, or a full minute written to the second.
///
/// Days count from 1970-01-01 and minutes from its beginning, times four; the
/// remainder tells which it is. The least number is the unknown moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct When(i32);

impl When {
    pub(crate) const UNKNOWN: Self = Self(i32::MIN);

    /// As it stands in a column.
    pub(crate) fn number(self) -> i32 {
        self.0
    }

    pub(crate) fn numbered(number: i32) -> Self {
        Self(number)
    }

    /// The moment, if it can be put so.
    pub(crate) fn of(moment: &Moment) -> Option<Self> {
        if moment.is_unknown() {
            return Some(Self::UNKNOWN);
        }
        let first = moment.earliest()?;
        let days = i64::from(crate::store::day_number(first.date()));
        let minutes = days
            .checked_mul(MINUTES_A_DAY)?
            .checked_add(i64::from(first.hour()) * 60 + i64::from(first.minute()))?;
        let tagged = |number: i64, tag: i32| {
            let number = i32::try_from(number).ok()?.checked_mul(TAGS)?;
            Some(Self(number | tag))
        };
        let when = match (moment.exact_day().is_some(), moment.is_utc()) {
            (true, false) if moment.ends_by_clock() => tagged(minutes, TIME)?,
            (_, true) => tagged(minutes, TIME_IN_UTC)?,
            _ => tagged(days, DAY)?,
        };
        (when.moment() == *moment).then_some(when)
    }

    pub(crate) fn of_day(day: Date) -> Option<Self> {
        Some(Self(crate::store::day_number(day).checked_mul(TAGS)?))
    }

    pub(crate) fn moment(self) -> Moment {
        let number = i64::from(self.0.div_euclid(TAGS));
        let moment = match self.0.rem_euclid(TAGS) {
            _ if self == Self::UNKNOWN => None,
            DAY => day(number).map(Moment::on),
            TIME => minute(number).map(Moment::at),
            _ => minute(number).map(Moment::at_utc),
        };
        moment.unwrap_or_default()
    }

    /// The days on which it may lie, by number.
    pub(crate) fn days(self) -> (i32, i32) {
        self.day().map_or((i32::MIN, i32::MAX), |day| (day, day))
    }

    /// Its day by number, unless it is unknown.
    pub(crate) fn day(self) -> Option<i32> {
        let number = self.0.div_euclid(TAGS);
        let day = match self.0.rem_euclid(TAGS) {
            _ if self == Self::UNKNOWN => return None,
            DAY => number,
            _ => number.div_euclid(MINUTES_A_DAY_32),
        };
        Some(day)
    }

    /// Its day by number, if it is a day and nothing more.
    pub(crate) fn bare_day(self) -> Option<i32> {
        self.day().filter(|_| self.clock() == Clock::default())
    }

    /// What it has beyond its day.
    pub(crate) fn clock(self) -> Clock {
        let tag = self.0.rem_euclid(TAGS);
        if tag == DAY {
            return Clock::default();
        }
        let minute = self.0.div_euclid(TAGS).rem_euclid(MINUTES_A_DAY_32);
        // Less than the 1,440 minutes of a day.
        let minute = u16::try_from(minute).unwrap_or_default();
        match tag {
            TIME => Clock(minute + 1),
            _ => Clock(minute + 1 + MINUTES_A_DAY_16),
        }
    }

    /// The moment at that clock on a day; unknown if there is none.
    pub(crate) fn at(day: i32, clock: Clock) -> Self {
        let when = match clock.0.checked_sub(1) {
            None => day.checked_mul(TAGS),
            Some(minutes) => {
                let tag = if minutes < MINUTES_A_DAY_16 {
                    TIME
                } else {
                    TIME_IN_UTC
                };
                day.checked_mul(MINUTES_A_DAY_32)
                    .and_then(|begin| begin.checked_add((minutes % MINUTES_A_DAY_16).into()))
                    .and_then(|number| number.checked_mul(TAGS))
                    .map(|number| number | tag)
            }
        };
        when.map_or(Self::UNKNOWN, Self)
    }
}

/// A minute of a day, in civil time or in UTC, or none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Clock(u16);

impl Clock {
    /// As it stands in a column.
    pub(crate) fn number(self) -> u16 {
        self.0
    }

    pub(crate) fn numbered(number: u16) -> Self {
        Self(number)
    }
}

fn day(number: i64) -> Option<Date> {
    let days = i32::try_from(number).ok()?;
    date(1970, 1, 1)
        .checked_add(jiff::Span::new().try_days(days).ok()?)
        .ok()
}

fn minute(number: i64) -> Option<DateTime> {
    let day = day(number.div_euclid(MINUTES_A_DAY))?;
    let minute = number.rem_euclid(MINUTES_A_DAY);
    let (hour, minute) = (
        i8::try_from(minute / 60).ok()?,
        i8::try_from(minute % 60).ok()?,
    );
    Some(day.at(hour, minute, 0, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_put_so_comes_back_and_the_rest_is_left() {
        for text in [
            "2021-11-15",
            "1648-10-24",
            "1969-12-31",
            "2021-11-15T10:15:00",
            "2021-11-15T10:15:00Z",
            "1969-12-31T23:59:00Z",
            "[..]",
        ] {
            let moment: Moment = text.parse().unwrap();
            let when = When::of(&moment).unwrap();
            assert_eq!(when.moment(), moment, "{text}");
            let days = crate::store::events::days(&moment);
            assert_eq!(when.days(), days, "{text}");
            let again = when.day().map(|day| When::at(day, when.clock()));
            assert_eq!(again, (!moment.is_unknown()).then_some(when), "{text}");
        }
        for text in [
            "2021-11",
            "2021",
            "2021-11-15~",
            "2021-11-15T10:15",
            "2021-11-15T10:15:01",
            "[..2021-11-15]",
            "9999-12-31T00:00:00",
        ] {
            let moment: Moment = text.parse().unwrap();
            assert_eq!(When::of(&moment), None, "{text}");
        }
    }
}
