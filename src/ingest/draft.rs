//! What a reader has read, before it is recorded.
//!
//! Rows of numbers; each distinct name, text and place is held once. A row that
//! brings nothing new allocates nothing, and what only some rows have lies beside
//! them, so that a plain row stays at a hundred bytes.

use foldhash::fast::RandomState;
use jiff::civil::Date;

use super::mention::{Mention, Mentioned};
use crate::error::{Error, ErrorKind};
use crate::model::codes::{CameoCode, Class, Mode};
use crate::model::{Place, Quantity, Role};
use crate::time::{Duration, Moment};

/// Read through for every row, so that a fast hash shows.
type Map<K, V> = indexmap::IndexMap<K, V, RandomState>;
type Set<T> = indexmap::IndexSet<T, RandomState>;

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
    /// A number in [`Draft::texts`].
    pub(super) url: Option<Number>,
    /// A number in [`Draft::moments`]: when it was reported, if that is not the date
    /// of the row.
    pub(super) stated: Option<Number>,
    /// A number in [`Draft::moments`]: when it came to the data set, for who does not
    /// say when the data came to him.
    pub(super) recorded: Option<Number>,
    /// In [`Draft::measures`]: what the data set computes, such as a tone.
    pub(super) measures: Stretch,
    /// A number in [`Draft::extras`].
    pub(super) extras: Option<Number>,
}

impl Row {
    /// A row of which nothing is known yet but its id.
    pub(super) fn of(id: u64) -> Self {
        Self {
            id,
            date: None,
            code: None,
            source: None,
            target: None,
            story: None,
            sentence: None,
            publisher: None,
            place: None,
            url: None,
            stated: None,
            recorded: None,
            measures: Stretch::default(),
            extras: None,
        }
    }
}

/// A part of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Stretch {
    from: Number,
    to: Number,
}

impl Stretch {
    pub(super) fn is_empty(self) -> bool {
        self.from == self.to
    }

    /// The part of the list that it names.
    pub(super) fn of<T>(self, list: &[T]) -> &[T] {
        let range = self.from as usize..self.to as usize;
        list.get(range).unwrap_or_default()
    }
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
    /// What it is by PLOVER, if it has no CAMEO code.
    pub(super) class: Option<(Class, Option<Mode>)>,
    /// A number in [`Draft::texts`]: what it is, if it has neither code nor class.
    pub(super) label: Option<Number>,
    /// A number in [`Draft::texts`]: what a code in no list stands for.
    pub(super) text: Option<Number>,
    /// A number in [`Draft::who`]: whose word it is.
    pub(super) speaker: Option<Number>,
    /// In [`Draft::others`]: who takes part beside source and target. A row with
    /// others is not folded.
    pub(super) others: Stretch,
    /// In [`Draft::lists`]: what it is about.
    pub(super) topics: Stretch,
    /// In [`Draft::quantities`]: how many of what.
    pub(super) quantities: Stretch,
    /// In [`Draft::lists`]: what the row's reference is to say beside.
    pub(super) notes: Stretch,
}

/// The rows that say the same of an actor.
#[derive(Debug, Default)]
struct Seen {
    /// The last day again, to be had without a look at the others.
    last: Option<Date>,
    days: Vec<Date>,
}

/// What names a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum References {
    /// Its id.
    #[default]
    Id,
    /// Its id and its date, as only both are unique, and where in which story it was
    /// read.
    Sentence,
}

/// All that was read.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) rows: Vec<Row>,
    pub(super) references: References,
    who: Set<Mentioned>,
    seen: Vec<Seen>,
    pub(super) texts: Set<Box<str>>,
    pub(super) publishers: Set<Box<str>>,
    pub(super) places: Map<Box<str>, Place>,
    pub(super) extras: Vec<Extras>,
    pub(super) others: Vec<(Role, Number)>,
    /// Numbers in `texts`.
    pub(super) lists: Vec<Number>,
    /// By names, which are numbers in `texts`.
    pub(super) quantities: Vec<(Number, Quantity)>,
    pub(super) measures: Vec<(Number, f64)>,
    pub(super) moments: Set<Moment>,
}

impl Draft {
    /// A draft whose rows are named so.
    pub(super) fn with_references(references: References) -> Self {
        Self {
            references,
            ..Self::default()
        }
    }

    /// Adds a row.
    pub(super) fn push(&mut self, row: Row) -> Result<(), Error> {
        // Ranges end in numbers as well, so that they are full when these are.
        let beside = [
            self.others.len(),
            self.lists.len(),
            self.quantities.len(),
            self.measures.len(),
        ];
        let most = beside.into_iter().fold(self.rows.len(), usize::max);
        Self::check_room(most)?;
        self.rows.push(row);
        Ok(())
    }

    /// Whether one more than so many can be numbered.
    pub(super) fn check_room(held: usize) -> Result<(), Error> {
        if held < u32::MAX as usize {
            return Ok(());
        }
        Err(Error::new(ErrorKind::Full {
            what: "rows at a time, or things that they list",
            limit: u64::from(u32::MAX),
        }))
    }

    /// Puts beside a row what only some have.
    pub(super) fn extra(&mut self, extras: Extras) -> Number {
        self.extras.push(extras);
        number(self.extras.len().saturating_sub(1))
    }

    /// Who takes part beside source and target, and as what.
    pub(super) fn others(&mut self, others: impl IntoIterator<Item = (Role, Number)>) -> Stretch {
        extend(&mut self.others, others)
    }

    /// What a row is about.
    pub(super) fn topics<'a>(&mut self, topics: impl IntoIterator<Item = &'a str>) -> Stretch {
        let Self { texts, lists, .. } = self;
        extend(
            lists,
            topics.into_iter().map(|topic| Self::once(texts, topic)),
        )
    }

    /// How many of what.
    pub(super) fn quantities<'a>(
        &mut self,
        quantities: impl IntoIterator<Item = (&'a str, Quantity)>,
    ) -> Stretch {
        let texts = &mut self.texts;
        let named = quantities.into_iter();
        let named = named.map(|(name, quantity)| (Self::once(texts, name), quantity));
        extend(&mut self.quantities, named)
    }

    /// What the data set computes.
    pub(super) fn measures<'a>(
        &mut self,
        measures: impl IntoIterator<Item = (&'a str, f64)>,
    ) -> Stretch {
        let texts = &mut self.texts;
        let named = measures.into_iter();
        let named = named.map(|(name, value)| (Self::once(texts, name), value));
        extend(&mut self.measures, named)
    }

    /// The number of a moment.
    pub(super) fn moment(&mut self, moment: Moment) -> Number {
        match self.moments.last() {
            Some(&last) if last == moment => number(self.moments.len().saturating_sub(1)),
            _ => number(self.moments.insert_full(moment).0),
        }
    }

    pub(super) fn moment_of(&self, number: Number) -> Option<Moment> {
        self.moments.get_index(number as usize).copied()
    }

    /// The number of an actor, of whom a row of that day says so much; `None` if it
    /// says nothing by which somebody could be meant.
    ///
    /// Costs one hash look-up.
    pub(super) fn mention(&mut self, mention: &Mention<'_>, day: Option<Date>) -> Option<Number> {
        if mention.is_of_nobody() {
            return None;
        }
        let mention = &match day {
            Some(day) => mention.as_of(day),
            None => *mention,
        };
        let at = self.who.get_index_of(mention).unwrap_or_else(|| {
            self.seen.push(Seen::default());
            self.who.insert_full(Mentioned::from(mention)).0
        });
        let at = number(at);
        if let Some(day) = day {
            self.see(at, day);
        }
        Some(at)
    }

    /// Notes that a row of that day mentions somebody who was mentioned before.
    pub(super) fn see(&mut self, who: Number, day: Date) {
        if let Some(seen) = self.seen.get_mut(who as usize)
            && seen.last != Some(day)
        {
            seen.last = Some(day);
            seen.days.push(day);
        }
    }

    /// All mentions, by number, each with the days of its rows, but for runs of the
    /// same.
    pub(super) fn mentions(&self) -> impl Iterator<Item = (&Mentioned, &[Date])> {
        let days = self.seen.iter().map(|seen| seen.days.as_slice());
        self.who.iter().zip(days)
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

    fn once(texts: &mut Set<Box<str>>, text: &str) -> Number {
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

/// Adds to a list, and says where.
fn extend<T>(list: &mut Vec<T>, more: impl IntoIterator<Item = T>) -> Stretch {
    let from = number(list.len());
    list.extend(more);
    Stretch {
        from,
        to: number(list.len()),
    }
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
        assert!(size_of::<Row>() <= 120, "{}", size_of::<Row>());
    }
}
