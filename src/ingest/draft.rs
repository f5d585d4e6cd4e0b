//! What a reader has read, before it is recorded.
//!
//! Rows of numbers; each distinct name, text and place is held once. A row that
//! brings nothing new allocates nothing.

use indexmap::{IndexMap, IndexSet};
use jiff::civil::Date;

use crate::error::{Error, ErrorKind};
use crate::model::Place;
use crate::model::codes::CameoCode;

/// The number of something that is held once.
pub(super) type Number = u32;

/// A row, with numbers for what is held once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub(super) id: u64,
    pub(super) date: Date,
    pub(super) code: CameoCode,
    /// Numbers in [`Draft::who`].
    pub(super) source: Option<Number>,
    pub(super) target: Option<Number>,
    pub(super) story: Option<u64>,
    pub(super) sentence: Option<u32>,
    /// A number in [`Draft::publishers`].
    pub(super) publisher: Option<Number>,
    /// A number in [`Draft::places`].
    pub(super) place: Option<Number>,
    /// An intensity that is not the one of its code on the scale of the data set.
    pub(super) intensity: Option<f32>,
    /// A number in [`Draft::texts`]: what a code in no list stands for.
    pub(super) text: Option<Number>,
}

/// What the rows say of a name.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// Numbers in [`Draft::texts`], of lists of sectors.
    pub(super) sectors: Vec<Number>,
    /// The days by country (a number in [`Draft::texts`]), if one is given.
    pub(super) days: Vec<(Option<Number>, Vec<Date>)>,
}

/// All that was read.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) rows: Vec<Row>,
    pub(super) who: IndexMap<Box<str>, Seen>,
    pub(super) texts: IndexSet<Box<str>>,
    pub(super) publishers: IndexSet<Box<str>>,
    pub(super) places: IndexMap<Box<str>, Place>,
}

impl Draft {
    /// Adds a row.
    pub(super) fn push(&mut self, row: Row) -> Result<(), Error> {
        if self.rows.len() >= u32::MAX as usize {
            return Err(Error::new(ErrorKind::Full {
                what: "rows at a time",
                limit: u64::from(u32::MAX),
            }));
        }
        self.rows.push(row);
        Ok(())
    }

    /// The number of an actor, of whom a row of that day says so much.
    pub(super) fn actor(
        &mut self,
        name: &str,
        sectors: Option<&str>,
        country: Option<&str>,
        day: Date,
    ) -> Number {
        let sectors = sectors.map(|text| Self::once(&mut self.texts, text));
        let country = country.map(|text| Self::once(&mut self.texts, text));
        let at = match self.who.get_index_of(name) {
            Some(at) => at,
            None => self.who.insert_full(name.into(), Seen::default()).0,
        };
        if let Some((_, seen)) = self.who.get_index_mut(at) {
            seen.note(sectors, country, day);
        }
        number(at)
    }

    pub(super) fn text(&mut self, text: &str) -> Number {
        Self::once(&mut self.texts, text)
    }

    pub(super) fn publisher(&mut self, name: &str) -> Number {
        Self::once(&mut self.publishers, name)
    }

    /// The number of a place, by how the file writes it.
    pub(super) fn place(&mut self, written: &str, place: impl FnOnce() -> Place) -> Number {
        let at = match self.places.get_index_of(written) {
            Some(at) => at,
            None => self.places.insert_full(written.into(), place()).0,
        };
        number(at)
    }

    fn once(texts: &mut IndexSet<Box<str>>, text: &str) -> Number {
        let at = match texts.get_index_of(text) {
            Some(at) => at,
            None => texts.insert_full(text.into()).0,
        };
        number(at)
    }

    pub(super) fn text_of(&self, number: Number) -> &str {
        self.texts
            .get_index(number as usize)
            .map_or("", |text| text)
    }
}

impl Seen {
    fn note(&mut self, sectors: Option<Number>, country: Option<Number>, day: Date) {
        if let Some(sectors) = sectors
            && !self.sectors.contains(&sectors)
        {
            self.sectors.push(sectors);
        }
        let known = self.days.iter_mut().find(|(known, _)| *known == country);
        match known {
            Some((_, days)) if days.last() == Some(&day) => {}
            Some((_, days)) => days.push(day),
            None => self.days.push((country, vec![day])),
        }
    }
}

/// A row brings at most seven new texts, and rows are numbered in 32 bits: some
/// texts could be too many only in an input of terabytes.
fn number(at: usize) -> Number {
    u32::try_from(at).unwrap_or(u32::MAX)
}
