//! Which cells say when.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Cell;

/// A day, month or year in one cell, or in one cell for each.
///
/// ```
/// use demarche::ingest::mapping::Day;
///
/// let iso = Day::of("date"); // 2018-06-01, 2018-06 or 2018, as precise as it is
/// let british = Day::written("date", "%d/%m/%Y");
/// let split = Day::parts("year", "month", "day"); // a missing day leaves the month
/// # let _ = (iso, british, split);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Day {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) cell: Option<Cell>,
    /// As in `strptime`; ISO 8601 if it is not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) written: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) year: Option<Cell>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) month: Option<Cell>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) day: Option<Cell>,
}

impl From<&str> for Day {
    fn from(column: &str) -> Self {
        Self::of(column)
    }
}

impl Day {
    /// In one cell, as in ISO 8601: `2018-06-01`, `2018-06`, `2018`; a time of day after
    /// the date is left out.
    pub fn of(cell: impl Into<Cell>) -> Self {
        Self {
            cell: Some(cell.into()),
            ..Self::default()
        }
    }

    /// In one cell, written in another way: `%d/%m/%Y`, `%d %B %Y`, `%Y%m%d`, in the
    /// notation of [`jiff::fmt::strtime`].
    pub fn written(cell: impl Into<Cell>, format: impl Into<String>) -> Self {
        Self {
            written: Some(format.into()),
            ..Self::of(cell)
        }
    }

    /// Only a year.
    pub fn year(year: impl Into<Cell>) -> Self {
        Self {
            year: Some(year.into()),
            ..Self::default()
        }
    }

    /// A year and a month.
    pub fn month(year: impl Into<Cell>, month: impl Into<Cell>) -> Self {
        Self {
            month: Some(month.into()),
            ..Self::year(year)
        }
    }

    /// In three cells; where that of the day or of the month is blank, the date is as
    /// precise as the others are.
    pub fn parts(year: impl Into<Cell>, month: impl Into<Cell>, day: impl Into<Cell>) -> Self {
        Self {
            day: Some(day.into()),
            ..Self::month(year, month)
        }
    }

    pub(super) fn is_said(&self) -> bool {
        self.cell.is_some() || self.year.is_some()
    }

    pub(super) fn cells(&mut self, see: &mut dyn FnMut(&mut Cell)) {
        let cells = [
            &mut self.cell,
            &mut self.year,
            &mut self.month,
            &mut self.day,
        ];
        cells.into_iter().filter_map(Option::as_mut).for_each(see);
    }
}

/// Rows in which a cell holds one of some texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Where {
    pub(super) cell: Cell,
    pub(super) is: Vec<String>,
}

impl Where {
    /// Rows in which the cell holds one of these texts.
    pub fn is<T: Into<String>>(cell: impl Into<Cell>, texts: impl IntoIterator<Item = T>) -> Self {
        Self {
            cell: cell.into(),
            is: texts.into_iter().map(Into::into).collect(),
        }
    }
}

/// When an event was, or over which span a tie held.
///
/// ```
/// use demarche::ingest::mapping::{Cell, Dates, Day, Where};
/// use jiff::civil::date;
///
/// // An event on a day that is known to the week.
/// let event = Dates::on("event_date")
///     .precise(Cell::from("precision").reading([("1", "day"), ("2", "week")]));
///
/// // A tie that the list saw to hold when it was closed.
/// let tie = Dates::on("from").to("to").still(Where::is("exit", ["Still in Office"]));
/// # let _ = (event, tie, date(2015, 12, 31));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Dates {
    pub(super) start: Day,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) end: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) precision: Option<Cell>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) throughout: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) by_report: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) already: Option<Where>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) still: Option<Where>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) as_of: Option<Date>,
}

impl Dates {
    /// On a day, or from it.
    pub fn on(start: impl Into<Day>) -> Self {
        Self {
            start: start.into(),
            ..Self::default()
        }
    }

    /// To a day. An event was on some day between the two, unless it is said that it
    /// [went on throughout](Self::throughout); a tie held from the one to the other, both
    /// included.
    #[must_use]
    pub fn to(mut self, end: impl Into<Day>) -> Self {
        self.end = Some(end.into());
        self
    }

    /// Says how precise the day of an event is: `day`, `week` (some day less than a week
    /// away), `month` (some day of its month), `year`.
    #[must_use]
    pub fn precise(mut self, precision: impl Into<Cell>) -> Self {
        self.precision = Some(precision.into());
        self
    }

    /// Says that an event lasted from the first day to the last.
    #[must_use]
    pub fn throughout(mut self) -> Self {
        self.throughout = true;
        self
    }

    /// Says that the date is that of the [report](crate::time::Basis::Report), and not
    /// the event's own.
    #[must_use]
    pub fn by_report(mut self) -> Self {
        self.by_report = true;
        self
    }

    /// Says in which rows a tie held already on the first day given, which is where the
    /// list begins: `[..1816-01-01]`.
    #[must_use]
    pub fn already(mut self, rows: Where) -> Self {
        self.already = Some(rows);
        self
    }

    /// Says in which rows a tie still held on the last day given, which is where the list
    /// ends: `[2015-12-31..]`, on that day or later.
    #[must_use]
    pub fn still(mut self, rows: Where) -> Self {
        self.still = Some(rows);
        self
    }

    /// Says on which day the list was closed: a tie without an end still held then. If
    /// nothing is said, a missing end is [unknown](crate::time::Boundary::Unknown).
    #[must_use]
    pub fn as_of(mut self, day: Date) -> Self {
        self.as_of = Some(day);
        self
    }

    pub(super) fn cells(&mut self, see: &mut dyn FnMut(&mut Cell)) {
        self.start.cells(see);
        if let Some(end) = &mut self.end {
            end.cells(see);
        }
        let conditions = [&mut self.already, &mut self.still];
        let conditions = conditions.into_iter().filter_map(Option::as_mut);
        let conditions = conditions.map(|rows| &mut rows.cell);
        self.precision
            .as_mut()
            .into_iter()
            .chain(conditions)
            .for_each(see);
    }
}
