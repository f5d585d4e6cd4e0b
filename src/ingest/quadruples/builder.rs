//! What is to be said of a set of quadruples before it is read.

use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::{Date, date};

use super::QuadrupleFormat;
use super::clock::{Clock, Unit};
use super::names::Names;
use crate::Result;
use crate::ingest::ReaderBuilder;

/// # What a set of quadruples does not say of itself
impl ReaderBuilder<QuadrupleFormat> {
    /// Says what the data set is called, for the accounts: `ICEWS14`; else it is
    /// `quadruples`.
    #[must_use]
    pub fn data_set(mut self, name: impl Into<String>) -> Self {
        self.format.data_set = name.into();
        self
    }

    /// Says that heads and tails are numbers, whose names stand in this file: a name
    /// and its number in a line, in either order, with a tab between them.
    ///
    /// # Errors
    /// When the file cannot be read ([`Error::is_io`](crate::Error::is_io)), or is no
    /// such list, or gives a number two names
    /// ([`Error::is_in_input`](crate::Error::is_in_input)).
    pub fn entities(mut self, path: impl AsRef<Path>) -> Result<Self> {
        self.format.entities = Some(Arc::new(Names::of_path(path.as_ref())?));
        Ok(self)
    }

    /// The same of anything that can be read.
    ///
    /// # Errors
    /// As for [`entities`](Self::entities).
    pub fn entities_from(mut self, names: impl Read) -> Result<Self> {
        self.format.entities = Some(Arc::new(Names::of_reader(names, "entities")?));
        Ok(self)
    }

    /// Says that relations are numbers, whose names stand in this file, as for
    /// [`entities`](Self::entities).
    ///
    /// # Errors
    /// As for [`entities`](Self::entities).
    pub fn relations(mut self, path: impl AsRef<Path>) -> Result<Self> {
        self.format.relations = Some(Arc::new(Names::of_path(path.as_ref())?));
        Ok(self)
    }

    /// The same of anything that can be read.
    ///
    /// # Errors
    /// As for [`entities`](Self::entities).
    pub fn relations_from(mut self, names: impl Read) -> Result<Self> {
        self.format.relations = Some(Arc::new(Names::of_reader(names, "relations")?));
        Ok(self)
    }

    /// Says that times are numbers of days, of which the first is that day: in ICEWS14,
    /// 1 is 2014-01-01; in ICEWS05-15, 0 is 2005-01-01.
    ///
    /// ```
    /// use demarche::ingest::QuadrupleReader;
    /// use jiff::civil::date;
    ///
    /// let mut reader = QuadrupleReader::builder()
    ///     .days_from(date(2005, 1, 1), 0)
    ///     .from_reader(&b"China\tConsult\tIran\t4016\n"[..])?;
    /// assert_eq!(reader.next_record()?.unwrap().when.to_string(), "2015-12-31");
    /// # Ok::<(), demarche::Error>(())
    /// ```
    #[must_use]
    pub fn days_from(self, day: Date, first: i64) -> Self {
        self.counting(Unit::PartOfDay(1), day, first)
    }

    /// Says that times are numbers of hours, of which the first is the first hour of
    /// that day: in ICEWS18, 0 is on 2018-01-01, and 24 on the next day.
    ///
    /// Only the day counts: such sets are of days, or tell when a report came in.
    #[must_use]
    pub fn hours_from(self, day: Date, first: i64) -> Self {
        self.counting(Unit::PartOfDay(24), day, first)
    }

    /// Says that times are numbers of minutes, of which the first is the first minute
    /// of that day, as in cuts from GDELT; only the day counts.
    #[must_use]
    pub fn minutes_from(self, day: Date, first: i64) -> Self {
        self.counting(Unit::PartOfDay(24 * 60), day, first)
    }

    /// Says that times are numbers of years, of which the first is that year, as in
    /// cuts from YAGO and Wikidata.
    ///
    /// ```
    /// use demarche::ingest::QuadrupleReader;
    ///
    /// let mut reader = QuadrupleReader::builder()
    ///     .years_from(1786, 0)
    ///     .from_reader(&b"Goethe\tvisited\tRome\t1\t-1\n"[..])?;
    /// assert_eq!(reader.next_record()?.unwrap().when.to_string(), "1787");
    /// # Ok::<(), demarche::Error>(())
    /// ```
    #[must_use]
    pub fn years_from(self, year: i16, first: i64) -> Self {
        // No year of a file lies outside the calendar, so that what does is none.
        let day = Date::new(year, 1, 1).unwrap_or(date(9999, 1, 1));
        self.counting(Unit::Year, day, first)
    }

    fn counting(mut self, unit: Unit, from: Date, first: i64) -> Self {
        self.format.clock = Some(Clock { unit, from, first });
        self
    }
}
