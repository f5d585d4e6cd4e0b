//! Whether a mapping can be used at all.

use jiff::civil::date;

use super::cell::Column;
use super::table::{Table, ascii};
use super::value::Tells;
use super::words::{role, sort};
use super::{Dates, Day, Mapping, What, Who};
use crate::Error;
use crate::Result;
use crate::model::codes::{CameoCode, Class, Kind, Mode};

impl Mapping {
    /// Whether it can be used: what a row needs is said, its constants are codes, roles
    /// and sorts that there are, its formats of dates can be read.
    ///
    /// Whether a file has its columns is seen when that is opened.
    ///
    /// # Errors
    /// When it cannot ([`Error::is_invalid`](crate::Error::is_invalid)).
    ///
    /// ```
    /// use demarche::ingest::mapping::{Cell, Dates, Mapping, What, Who};
    ///
    /// let mapping = Mapping::of_events("Mine", What::coded(Cell::constant("190")));
    /// let error = mapping.clone().check().unwrap_err();
    /// assert_eq!(error.to_string(), "mapping: found no cell for the date, expected when an event was");
    ///
    /// let error = Mapping::of_events("Mine", What::coded(Cell::constant("9")))
    ///     .when(Dates::on("day"))
    ///     .check()
    ///     .unwrap_err();
    /// assert_eq!(error.to_string(), "mapping: found \"9\", expected a CAMEO code");
    /// ```
    pub fn check(&self) -> Result<()> {
        self.check_table()?;
        if self.data_set.trim().is_empty() {
            return Err(wrong("a blank name", "the name of the data set"));
        }
        if let Some(stated) = &self.stated {
            check_day(stated)?;
        }
        match &self.tells {
            Tells::Event(told) => {
                check_what(&told.what)?;
                told.who.iter().try_for_each(check_who)?;
                check_dates(&told.when)?;
                if !told.when.start.is_said() {
                    return Err(wrong("no cell for the date", "when an event was"));
                }
                let empty = told.numbers.iter().find(|(_, count)| {
                    count.best.is_none() && count.low.is_none() && count.high.is_none()
                });
                empty.map_or(Ok(()), |(what, _)| {
                    Err(wrong(
                        format!("no cell for {what:?}"),
                        "how many there were",
                    ))
                })
            }
            Tells::Tie(tied) => {
                check_who(&tied.from)?;
                if tied.each.is_none() {
                    check_who(&tied.to)?;
                }
                check_dates(&tied.dates)
            }
            Tells::Actor(who) => check_who(who),
        }
    }

    fn check_table(&self) -> Result<()> {
        let mut numbered = None;
        let mut named = None;
        self.clone().cells(&mut |cell| match cell.column() {
            Some(Column::Number(number)) => numbered = Some(*number),
            Some(Column::Name(name)) => named = Some(name.clone()),
            None => {}
        });
        match &self.table {
            Table::Delimited { by, quote, header } => {
                for character in [Some(*by), *quote].into_iter().flatten() {
                    if ascii(character).is_none() {
                        let expected = "a delimiter and a quotation mark of ASCII";
                        return Err(wrong(format!("{character:?}"), expected));
                    }
                }
                if Some(*by) == *quote {
                    return Err(wrong(
                        "one character for both",
                        "a delimiter and a quotation mark",
                    ));
                }
                match named {
                    Some(name) if !header => {
                        let expected = "columns by number, as there is no header";
                        Err(wrong(format!("the column {name:?}"), expected))
                    }
                    _ => Ok(()),
                }
            }
            Table::JsonLines => numbered.map_or(Ok(()), |number| {
                let expected = "paths, as the lines are JSON";
                Err(wrong(format!("the column {number}"), expected))
            }),
        }
    }
}

fn wrong(found: impl std::fmt::Display, expected: &'static str) -> Error {
    Error::invalid("mapping", found, expected)
}

/// Each text that a cell is known to hold must be one of a list.
fn check_known<T>(
    cell: Option<&super::Cell>,
    read: impl Fn(&str) -> Option<T>,
    expected: &'static str,
) -> Result<()> {
    let mut known = cell.into_iter().flat_map(super::Cell::known);
    match known.find(|text| read(text).is_none()) {
        Some(text) => Err(wrong(format!("{text:?}"), expected)),
        None => Ok(()),
    }
}

fn check_what(what: &What) -> Result<()> {
    let What {
        code,
        class,
        mode,
        kind,
        label,
    } = what;
    if [code, class, kind, label].iter().all(|cell| cell.is_none()) {
        return Err(wrong("no cell for it", "what happened"));
    }
    check_known(
        code.as_ref(),
        |text| text.parse::<CameoCode>().ok(),
        "a CAMEO code",
    )?;
    check_known(
        class.as_ref(),
        |text| text.parse::<Class>().ok(),
        "a PLOVER class",
    )?;
    check_known(
        mode.as_ref(),
        |text| text.parse::<Mode>().ok(),
        "a PLOVER mode",
    )?;
    check_known(
        kind.as_ref(),
        |text| text.parse::<Kind>().ok(),
        "a kind of event",
    )
}

fn check_who(who: &Who) -> Result<()> {
    let says = [&who.name, &who.cameo, &who.title];
    if says.iter().all(|cell| cell.is_none()) && who.country.is_none() && who.code.is_none() {
        return Err(wrong("no cell for them", "who somebody is"));
    }
    if who.is_state
        && who
            .country
            .as_ref()
            .is_none_or(|country| country.system.is_none())
    {
        return Err(wrong("no code", "the code of a state"));
    }
    check_known(
        who.role.as_ref(),
        role,
        "a role, as \"source\" or \"party\"",
    )?;
    check_known(
        who.sort.as_ref(),
        sort,
        "what an actor is, as \"leader\" or \"armed_group\"",
    )
}

fn check_dates(dates: &Dates) -> Result<()> {
    check_day(&dates.start)?;
    if let Some(end) = &dates.end {
        check_day(end)?;
    }
    let known = |text: &str| matches!(text, "day" | "week" | "month" | "year").then_some(());
    check_known(
        dates.precision.as_ref(),
        known,
        "a precision: \"day\", \"week\", \"month\" or \"year\"",
    )
}

fn check_day(day: &Day) -> Result<()> {
    let Some(written) = &day.written else {
        return Ok(());
    };
    // What cannot be written cannot be read.
    match jiff::fmt::strtime::format(written, date(2000, 1, 1)) {
        Ok(text) if text != *written => Ok(()),
        _ => Err(wrong(
            format!("{written:?}"),
            "a format of dates, as \"%d/%m/%Y\"",
        )),
    }
}
