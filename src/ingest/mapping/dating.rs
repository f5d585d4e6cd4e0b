//! From cells to dates.

use jiff::civil::Date;
use jiff::fmt::strtime::BrokenDownTime;
use jiff::{SignedDuration, ToSpan};

use super::texts::{Text, Texts};
use super::{Cell, Dates, Day, Where};
use crate::ingest::field::Wrong;
use crate::time::{Boundary, Duration, Moment, Span};

impl Day {
    /// The date in a row, and the cell that says it; `None` if there is none.
    fn read<'a>(&self, row: &Texts<'a>) -> Result<Option<(Moment, Text<'a>)>, Wrong> {
        let whole = self.cell.as_ref().map(|cell| cell.read(row)).transpose()?;
        if let Some(text) = whole.flatten() {
            let moment = match &self.written {
                Some(format) => text.parsed(
                    |text| written(text, format),
                    "a date, written as the mapping says",
                )?,
                None => text.parsed(iso, "a date that exists, as 2018-06-01, 2018-06 or 2018")?,
            };
            return Ok(Some((moment, text)));
        }
        let part = |cell: &Option<Cell>| match cell {
            Some(cell) => cell.read(row),
            None => Ok(None),
        };
        let Some(year) = part(&self.year)? else {
            return Ok(None);
        };
        let number = year.parsed(|text| text.parse::<i16>().ok(), "a year")?;
        let of_year = Moment::year(number).map_err(|_| year.wrong("a year"))?;
        let Some(month) = part(&self.month)? else {
            return Ok(Some((of_year, year)));
        };
        let nth = month.parsed(|text| text.parse::<i8>().ok(), "a month, from 1 to 12")?;
        let of_month =
            Moment::month(number, nth).map_err(|_| month.wrong("a month, from 1 to 12"))?;
        let Some(day) = part(&self.day)? else {
            return Ok(Some((of_month, year)));
        };
        let expected = "a day of that month";
        let date = day.parsed(
            |text| Date::new(number, nth, text.parse().ok()?).ok(),
            expected,
        )?;
        Ok(Some((Moment::on(date), year)))
    }

    /// The date in a row; unknown if there is none.
    pub(super) fn moment(&self, row: &Texts<'_>) -> Result<Moment, Wrong> {
        Ok(self
            .read(row)?
            .map_or(Moment::unknown(), |(moment, _)| moment))
    }
}

/// A date of ISO 8601, or of its extension EDTF; without the time of day.
fn iso(text: &str) -> Option<Moment> {
    let date = match (text.as_bytes().get(10), text.get(..10)) {
        (Some(b'T' | b' '), Some(date)) => date,
        _ => text,
    };
    date.parse().ok()
}

/// A date by a format: as precise as that is.
fn written(text: &str, format: &str) -> Option<Moment> {
    let read = BrokenDownTime::parse(format, text).ok()?;
    match (read.year()?, read.month(), read.day()) {
        (year, None, _) => Moment::year(year).ok(),
        (year, Some(month), None) => Moment::month(year, month).ok(),
        (year, Some(month), Some(day)) => Date::new(year, month, day).ok().map(Moment::on),
    }
}

impl Where {
    pub(super) fn is_so(&self, row: &Texts<'_>) -> Result<bool, Wrong> {
        let text = self.cell.read(row)?;
        Ok(text.is_some_and(|text| self.is.iter().any(|one| *one == *text.text)))
    }
}

impl Dates {
    /// When an event was, and how long it lasted.
    pub(super) fn event(&self, row: &Texts<'_>) -> Result<(Moment, Option<Duration>), Wrong> {
        let Some((start, _)) = self.start.read(row)? else {
            return Err(nothing("a date"));
        };
        let end = match &self.end {
            Some(end) => end.read(row)?,
            None => None,
        };
        if let Some((end, text)) = end {
            let expected = "a day that is not before the first";
            return match (start.first_day(), end.last_day()) {
                (Some(from), Some(to)) if from > to => Err(text.wrong(expected)),
                (Some(from), Some(to)) if self.throughout => Ok((start, days(from, to))),
                (Some(from), Some(to)) => {
                    let within = Moment::within(from, to).map_err(|_| text.wrong(expected))?;
                    Ok((within, None))
                }
                _ => Ok((start, None)),
            };
        }
        let precision = match &self.precision {
            Some(precision) => precision.read(row)?,
            None => None,
        };
        let Some((precision, day)) = precision.zip(start.exact_day()) else {
            return Ok((start, None));
        };
        let when = match &*precision.text {
            "day" => Some(start),
            "week" => {
                let from = day.checked_sub(6.days()).unwrap_or(Date::MIN);
                let to = day.checked_add(6.days()).unwrap_or(Date::MAX);
                Moment::within(from, to).ok()
            }
            "month" => Moment::month(day.year(), day.month()).ok(),
            "year" => Moment::year(day.year()).ok(),
            _ => None,
        };
        let when = when.ok_or_else(|| precision.wrong("day, week, month or year"))?;
        Ok((when, None))
    }

    /// Over which span a tie held.
    pub(super) fn span(&self, row: &Texts<'_>) -> Result<Span, Wrong> {
        let holds = |rows: &Option<Where>| match rows {
            Some(rows) => rows.is_so(row),
            None => Ok(false),
        };
        let start = self.start.read(row)?;
        if self.end.is_none() && self.as_of.is_none() {
            return Ok(start.map_or(Span::UNKNOWN, |(moment, _)| all_of(moment)));
        }
        let from = match start {
            Some((start, _)) if holds(&self.already)? => start
                .last_day()
                .map_or(Boundary::Unknown, |day| Moment::until(day).into()),
            Some((start, _)) => start.into(),
            None => Boundary::Unknown,
        };
        let end = match &self.end {
            Some(end) => end.read(row)?,
            None => None,
        };
        let (to, text) = match end {
            Some((end, text)) if holds(&self.still)? => {
                (end.last_day().map(Moment::since), Some(text))
            }
            Some((end, text)) => (Some(end), Some(text)),
            None => (self.as_of.map(Moment::since), None),
        };
        let to = to.map_or(Boundary::Unknown, Boundary::At);
        Span::new(from, to).map_err(|_| {
            let expected = "an end that is not before the start";
            text.map_or_else(|| nothing(expected), |text| text.wrong(expected))
        })
    }
}

/// From the first day of a date to its last: of a year, all of it.
fn all_of(moment: Moment) -> Span {
    let end = |day: Option<Date>| day.map_or(Boundary::Unknown, Boundary::from);
    Span::new(end(moment.first_day()), end(moment.last_day())).unwrap_or_default()
}

/// From the first day to the last, both included.
fn days(from: Date, to: Date) -> Option<Duration> {
    let days = from
        .duration_until(to)
        .checked_add(SignedDuration::from_hours(24))?;
    Duration::exactly(days).ok()
}

pub(super) fn nothing(expected: &'static str) -> Wrong {
    Wrong {
        at: 0,
        found: "nothing".to_owned(),
        expected,
    }
}
