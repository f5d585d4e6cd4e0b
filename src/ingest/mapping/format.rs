//! What a file is like of which a mapping says what it holds.

use super::cell::Column;
use super::drafting::Drafting;
use super::json;
use super::reading::Named;
use super::record::MappingRecord;
use super::table::Table;
use super::texts::Texts;
use super::value::{Mapping, Tells};
use crate::ingest::delimiter::instead;
use crate::ingest::field::{Wrong, found};
use crate::ingest::format::sealed::{Common, First, Parse};
use crate::ingest::line::{Encoding, Line};
use crate::ingest::quoting::Quoting;
use crate::ingest::reader::ReaderBuilder;
use crate::ingest::{Format, Reader, Refusal, Report};
use crate::{Error, Graph};

/// The format of files of which a [`Mapping`] says what they hold, as in
/// [`MappingReader`](super::MappingReader).
#[derive(Clone, Debug)]
pub struct MappingFormat {
    mapping: Mapping,
    /// The columns that it names, each once: their numbers are slots.
    columns: Vec<Column>,
    /// Of the file at hand: the slot of each of its columns.
    slots: Vec<Option<usize>>,
    /// The columns that stand for somebody each.
    each: Vec<Named>,
    /// Whether the file has a header, which says how many columns a row has.
    is_headed: bool,
}

impl Reader<MappingFormat> {
    /// Begins to read files of which a mapping says what they hold.
    ///
    /// # Errors
    /// When the mapping is none ([`Mapping::check`]).
    pub fn of(mapping: Mapping) -> Result<ReaderBuilder<MappingFormat>, Error> {
        mapping.check()?;
        Ok(MappingFormat::builder(mapping))
    }
}

impl MappingFormat {
    /// A builder by a mapping that is known to be one.
    pub(in crate::ingest) fn builder(mapping: Mapping) -> ReaderBuilder<Self> {
        let (version, mixed) = (mapping.version.clone(), mapping.mixed_encoding);
        let mut builder = ReaderBuilder::of(Self::of(mapping));
        if mixed {
            builder.encoding = Encoding::Mixed;
        }
        match version {
            Some(version) => builder.version(version),
            None => builder,
        }
    }

    fn of(mut mapping: Mapping) -> Self {
        let mut columns: Vec<Column> = Vec::new();
        mapping.cells(&mut |cell| {
            if cell.is_constant() {
                return;
            }
            if let Some(column) = cell.column() {
                let known = columns.iter().position(|known| known == column);
                let slot = known.unwrap_or_else(|| {
                    columns.push(column.clone());
                    columns.len().saturating_sub(1)
                });
                cell.put_in(slot);
            }
        });
        Self {
            mapping,
            columns,
            slots: Vec::new(),
            each: Vec::new(),
            is_headed: false,
        }
    }

    /// The mark that parts a header into columns of the mapping, if its delimiter does not.
    fn separated_by(&self, line: Line<'_>, quoting: Quoting) -> Option<char> {
        let is_known = |name: &str| {
            let bare = name.trim().trim_matches(char::from(quoting.mark));
            self.columns.iter().any(|column| match column {
                Column::Name(sought) => sought.trim().eq_ignore_ascii_case(bare),
                Column::Number(_) => false,
            })
        };
        let is_so = |mark| line.text.split(mark).filter(|name| is_known(name)).count() >= 2;
        instead(line.text, char::from(quoting.delimiter), is_so)
    }

    /// Finds the columns by a header.
    fn find(&mut self, names: &[(String, usize)], line: Line<'_>) -> Result<(), Refusal> {
        self.slots = vec![None; names.len()];
        let is_named = |sought: &str, name: &str| sought.trim().eq_ignore_ascii_case(name);
        let refuse = |at, found, expected: String| {
            let (number, column) = line.position(at);
            Refusal::new(number, column, found, expected)
        };
        for (slot, column) in self.columns.iter().enumerate() {
            let place = match column {
                Column::Number(number) => (*number < names.len()).then_some(*number),
                Column::Name(sought) => {
                    let mut places = (0..)
                        .zip(names)
                        .filter(|(_, (name, _))| is_named(sought, name));
                    let place = places.next().map(|(place, _)| place);
                    if let Some((_, (again, at))) = places.next() {
                        let found = format!("{} again", found(again));
                        return Err(refuse(*at, found, "each column once".to_owned()));
                    }
                    place
                }
            };
            match place.and_then(|place: usize| self.slots.get_mut(place)) {
                Some(Some(_)) => {
                    let expected = "each column by its name or by its number".to_owned();
                    return Err(refuse(0, format!("{column} again"), expected));
                }
                Some(place) => *place = Some(slot),
                None => {
                    let known = names.iter().map(|(name, _)| format!("{name:?}"));
                    let known: Vec<String> = known.take(40).collect();
                    let expected = format!("it among {}", known.join(", "));
                    let found = match column {
                        Column::Number(_) => format!("a header without {column}"),
                        Column::Name(name) => format!("a header without {name:?}"),
                    };
                    return Err(refuse(0, found, expected));
                }
            }
        }
        self.find_each(names);
        Ok(())
    }

    /// The columns that stand for somebody each get slots of their own.
    fn find_each(&mut self, names: &[(String, usize)]) {
        self.each.clear();
        let Tells::Tie(tied) = &self.mapping.tells else {
            return;
        };
        if tied.each.is_none() {
            return;
        }
        let from = self.columns.len();
        let others = self
            .slots
            .iter_mut()
            .zip(names)
            .filter(|(slot, _)| slot.is_none());
        for (nth, (slot, (name, _))) in others.enumerate() {
            let own = from.saturating_add(nth);
            *slot = Some(own);
            self.each.push((own, name.clone()));
        }
    }

    fn split<'a>(&self, line: Line<'a>, quoting: Quoting) -> Result<Texts<'a>, Wrong> {
        let slots = self.columns.len().saturating_add(self.each.len());
        let mut texts = Texts::of(slots);
        let (mut count, mut last) = (0_usize, 0);
        quoting.split(line.text, |text, at| {
            last = at;
            // Without a header, a column has its number.
            let slot = if self.is_headed {
                self.slots.get(count).copied().flatten()
            } else {
                let number = Column::Number(count);
                self.columns.iter().position(|column| *column == number)
            };
            if let Some(slot) = slot {
                texts.put(slot, text, at, &self.mapping.missing);
            }
            count = count.saturating_add(1);
        })?;
        let width = if self.is_headed {
            self.slots.len()
        } else {
            count.max(self.least())
        };
        if count == width {
            return Ok(texts);
        }
        let is_cut_short = !line.ended && count <= width;
        Err(Wrong {
            at: last,
            found: if is_cut_short {
                format!("the end of the file after {count} of {width} columns")
            } else {
                format!("{count} columns")
            },
            expected: match (is_cut_short, self.is_headed) {
                (true, _) => "a whole row",
                (false, true) => "as many columns as the header has",
                (false, false) => "the columns that the mapping names",
            },
        })
    }

    /// How many columns a row has at the least.
    fn least(&self) -> usize {
        let numbers = self.columns.iter().filter_map(|column| match column {
            Column::Number(number) => Some(number.saturating_add(1)),
            Column::Name(_) => None,
        });
        numbers.max().unwrap_or_default()
    }

    fn values<'a>(&self, line: Line<'a>) -> Result<Texts<'a>, Wrong> {
        json::check(line.text)?;
        let mut texts = Texts::of(self.columns.len());
        for (slot, column) in self.columns.iter().enumerate() {
            if let Column::Name(path) = column
                && let Some((text, at)) = json::value(line.text, path)?
            {
                texts.put(slot, text, at, &self.mapping.missing);
            }
        }
        Ok(texts)
    }
}

impl Format for MappingFormat {}

impl Parse for MappingFormat {
    type Record<'a> = MappingRecord<'a>;
    type Draft = Drafting;

    fn data_set(&self) -> &str {
        &self.mapping.data_set
    }

    fn licence(&self) -> Option<&str> {
        self.mapping.licence.as_deref()
    }

    fn holds(&self) -> &'static str {
        "rows as the mapping says"
    }

    fn shape(&self) -> &'static str {
        "rows as the mapping says"
    }

    fn quoting(&self) -> Option<Quoting> {
        self.mapping.table.quoting()
    }

    fn begin(&mut self, first: Option<Line<'_>>) -> Result<First, Refusal> {
        self.is_headed = matches!(self.mapping.table, Table::Delimited { header: true, .. });
        let (Some(line), Some(quoting), true) = (first, self.quoting(), self.is_headed) else {
            return Ok(if self.is_headed {
                First::Doubtful
            } else {
                First::Row
            });
        };
        let mut names = Vec::new();
        let split = quoting.split(line.text, |name, at| {
            names.push((name.trim().to_owned(), at));
        });
        if let Err(wrong) = split {
            let (number, column) = line.position(wrong.at);
            return Err(Refusal::new(
                number,
                column,
                wrong.found,
                wrong.expected.to_owned(),
            ));
        }
        if let Some(mark) = self.separated_by(line, quoting) {
            let expected = format!(
                "fields separated by {:?}, as the mapping says (was it saved by a \
                 spreadsheet? that also drops zeros from codes)",
                char::from(quoting.delimiter)
            );
            let found = format!("fields separated by {mark:?}");
            return Err(Refusal::new(line.number, 1, found, expected));
        }
        self.find(&names, line)?;
        Ok(First::Header)
    }

    fn read<'a>(&self, line: Line<'a>) -> Result<MappingRecord<'a>, Wrong> {
        let texts = match self.quoting() {
            Some(quoting) => self.split(line, quoting)?,
            None => self.values(line)?,
        };
        self.mapping.read(&texts, &self.each, line.number)
    }

    fn into_owned(record: MappingRecord<'_>) -> MappingRecord<'static> {
        record.into_owned()
    }

    fn take(&self, record: &MappingRecord<'_>, draft: &mut Drafting) -> Result<(), Error> {
        draft.add(record)
    }

    fn pour(
        self,
        drafting: Drafting,
        common: &Common,
        graph: &mut Graph,
        report: &mut Report,
    ) -> Result<(), Error> {
        match &self.mapping.tells {
            Tells::Tie(tied) => drafting.into_ties(tied, common, graph, report),
            tells => drafting.into_events(tells, common, graph, report),
        }
    }
}
