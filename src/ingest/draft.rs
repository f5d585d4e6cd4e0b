//! What a reader has read, before it is recorded.
//!
//! Rows of numbers; each distinct name, text and place is held once. A row that
//! brings nothing new allocates nothing, and what only some rows have lies beside
//! them, so that a plain row stays at a hundred bytes.

use std::ops::Range;

use indexmap::{IndexMap, IndexSet};
use jiff::civil::Date;

use crate::error::{Error, ErrorKind};
use crate::model::codes::{CameoCode, Class, Mode};
use crate::model::{Place, Quantity, Role};
use crate::time::{Duration, Moment};

/// The number of something that is held once.
pub(super) type Number = u32;

/// A row, with numbers for what is held once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub(super) id: u64,
    /// `None` if it has no day, but perhaps a [moment](Extras::when); it is then not
    /// folded.
    pub(super) date: Option<Date>,
    /// `None` if it is classed [otherwise](Extras::class); it is then not folded.
    pub(super) code: Option<CameoCode>,
    /// Numbers in [`Draft::who`].
    pub(super) source: Option<Number>,
    pub(super) target: Option<Number>,
    pub(super) story: Option<u64>,
    pub(super) sentence: Option<u32>,
    /// A number in [`Draft::publishers`].
    pub(super) publisher: Option<Number>,
    /// A number in [`Draft::places`].
    pub(super) place: Option<Number>,
    /// A number in [`Draft::extras`].
    pub(super) extras: Option<Number>,
}

/// What only some rows have, or those of some formats.
#[derive(Clone, Debug, Default)]
pub(super) struct Extras {
    /// A number in [`Draft::texts`]: the id, if it is no number.
    pub(super) id: Option<Number>,
    /// When it was, if that is no day.
    pub(super) when: Option<Moment>,
    /// Whether the date is the event's own, and not that of the report.
    pub(super) is_own_date: bool,
    /// How long it lasted.
    pub(super) lasting: Option<Duration>,
    /// When it was reported, if that is not the date of the row.
    pub(super) stated: Option<Moment>,
    /// What it is by PLOVER, if it has no CAMEO code.
    pub(super) class: Option<(Class, Option<Mode>)>,
    /// A number in [`Draft::texts`]: what it is, if it has neither code nor class.
    pub(super) label: Option<Number>,
    /// A number in [`Draft::texts`]: what a code in no list stands for.
    pub(super) text: Option<Number>,
    /// A number in [`Draft::texts`].
    pub(super) url: Option<Number>,
    /// In [`Draft::others`]: who takes part beside source and target. A row with
    /// others is not folded.
    pub(super) others: Range<Number>,
    /// In [`Draft::lists`]: what it is about.
    pub(super) topics: Range<Number>,
    /// In [`Draft::quantities`]: how many of what.
    pub(super) quantities: Range<Number>,
    /// In [`Draft::marks`]: what the row's reference is to say, such as a tone or an
    /// intensity that is not the one of its code.
    pub(super) marks: Range<Number>,
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
    pub(super) extras: Vec<Extras>,
    pub(super) others: Vec<(Role, Number)>,
    /// Numbers in `texts`.
    pub(super) lists: Vec<Number>,
    /// By names, which are numbers in `texts`.
    pub(super) quantities: Vec<(Number, Quantity)>,
    pub(super) marks: Vec<(Number, f64)>,
}

impl Draft {
    /// Adds a row.
    pub(super) fn push(&mut self, row: Row) -> Result<(), Error> {
        // Ranges end in numbers as well, so that they are full when these are.
        let beside = [
            self.others.len(),
            self.lists.len(),
            self.quantities.len(),
            self.marks.len(),
        ];
        let most = beside.into_iter().fold(self.rows.len(), usize::max);
        if most >= u32::MAX as usize {
            return Err(Error::new(ErrorKind::Full {
                what: "rows at a time, or things that they list",
                limit: u64::from(u32::MAX),
            }));
        }
        self.rows.push(row);
        Ok(())
    }

    /// Puts beside a row what only some have.
    pub(super) fn extra(&mut self, extras: Extras) -> Number {
        self.extras.push(extras);
        number(self.extras.len().saturating_sub(1))
    }

    /// Who takes part beside source and target, and as what.
    #[cfg_attr(not(test), expect(dead_code, reason = "for formats that have them"))]
    pub(super) fn others(
        &mut self,
        others: impl IntoIterator<Item = (Role, Number)>,
    ) -> Range<u32> {
        extend(&mut self.others, others)
    }

    /// What a row is about.
    #[cfg_attr(not(test), expect(dead_code, reason = "for formats that have them"))]
    pub(super) fn topics<'a>(&mut self, topics: impl IntoIterator<Item = &'a str>) -> Range<u32> {
        let Self { texts, lists, .. } = self;
        extend(
            lists,
            topics.into_iter().map(|topic| Self::once(texts, topic)),
        )
    }

    /// How many of what.
    #[cfg_attr(not(test), expect(dead_code, reason = "for formats that have them"))]
    pub(super) fn quantities<'a>(
        &mut self,
        quantities: impl IntoIterator<Item = (&'a str, Quantity)>,
    ) -> Range<u32> {
        let texts = &mut self.texts;
        let named = quantities.into_iter();
        let named = named.map(|(name, quantity)| (Self::once(texts, name), quantity));
        extend(&mut self.quantities, named)
    }

    /// What a row's reference is to say.
    pub(super) fn marks<'a>(
        &mut self,
        marks: impl IntoIterator<Item = (&'a str, f64)>,
    ) -> Range<u32> {
        let texts = &mut self.texts;
        let named = marks.into_iter();
        let named = named.map(|(name, value)| (Self::once(texts, name), value));
        extend(&mut self.marks, named)
    }

    /// The number of an actor, of whom a row of that day says so much.
    pub(super) fn actor(
        &mut self,
        name: &str,
        sectors: Option<&str>,
        country: Option<&str>,
        day: Option<Date>,
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

    /// What lies beside a row.
    pub(super) fn extras_of(&self, row: &Row) -> Option<&Extras> {
        self.extras.get(row.extras? as usize)
    }
}

impl Seen {
    fn note(&mut self, sectors: Option<Number>, country: Option<Number>, day: Option<Date>) {
        if let Some(sectors) = sectors
            && !self.sectors.contains(&sectors)
        {
            self.sectors.push(sectors);
        }
        let known = self.days.iter_mut().find(|(known, _)| *known == country);
        match known {
            Some((_, days)) if days.last() == day.as_ref() => {}
            Some((_, days)) => days.extend(day),
            None => self.days.push((country, day.into_iter().collect())),
        }
    }
}

/// Adds to a list, and says where.
fn extend<T>(list: &mut Vec<T>, more: impl IntoIterator<Item = T>) -> Range<Number> {
    let from = number(list.len());
    list.extend(more);
    from..number(list.len())
}

/// The part of a list that a range names.
pub(super) fn part<'a, T>(list: &'a [T], range: &Range<Number>) -> &'a [T] {
    let range = range.start as usize..range.end as usize;
    list.get(range).unwrap_or_default()
}

/// A row brings at most a handful of new texts, and rows are numbered in 32 bits: some
/// texts could be too many only in an input of terabytes.
fn number(at: usize) -> Number {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_row_stays_small() {
        assert!(size_of::<Row>() <= 96, "{}", size_of::<Row>());
    }
}
