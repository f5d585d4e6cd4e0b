//! What of a file is what.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::table::Table;
use super::what::Listed;
use super::{Cell, Count, Dates, Day, Spot, Tied, What, Where, Who};

/// Which cells of a file say who did what to whom, when, where, and according to whom; or
/// who was tied to whom; or who there is.
///
/// A plain value: built here, or kept as a file of its own in any format of serde, and
/// [checked](Self::check) before it is used.
///
/// ```
/// use demarche::ingest::MappingReader;
/// use demarche::ingest::mapping::{Cell, Count, Dates, Day, Mapping, Spot, What, Who};
/// use demarche::Graph;
///
/// let mapping = Mapping::of_events("Clashes by hand", What::coded("code"))
///     .separated_by(';')
///     .id("no")
///     .when(Dates::on(Day::written("day", "%d/%m/%Y")))
///     .who(Who::named("attacker"))
///     .who(Who::named("attacked").listed(", "))
///     .place(Spot::named(["town"]))
///     .counting("deaths", Count::of("dead"))
///     .publisher("paper");
///
/// let file = "no;day;attacker;attacked;code;town;dead;paper\n\
///             1;15/11/2021;Army;\"Rebels, Bandits\";190;Bruzgi;2;Gazette\n";
/// let mut graph = Graph::new();
/// let report = graph.ingest(MappingReader::of(mapping.clone())?.from_reader(file.as_bytes())?)?;
/// assert_eq!((report.rows(), report.events(), report.refused()), (1, 1, 0));
///
/// let event = graph.events().next().unwrap();
/// assert_eq!(event.participants().len(), 3);
/// assert_eq!(event.number("deaths").unwrap().value(), 2);
///
/// // Kept as JSON, and read again.
/// let kept = serde_json::to_string(&mapping).unwrap();
/// assert_eq!(serde_json::from_str::<Mapping>(&kept).unwrap(), mapping);
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    pub(super) data_set: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) version: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) licence: Option<String>,
    #[serde(default)]
    pub(super) table: Table,
    /// Whether lines that are not in UTF-8 are in Latin-1.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) mixed_encoding: bool,
    /// Texts that stand for nothing, beside `NA`, `NULL`, `None`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) missing: Vec<String>,
    /// Of which rows alone something is to be told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) only: Vec<Where>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<Cell>,
    pub(super) tells: Tells,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) topics: Vec<Listed>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) speaker: Option<Cell>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) publisher: Option<Cell>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<Cell>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) stated: Option<Day>,
}

/// What a row tells of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Tells {
    Event(Box<Told>),
    Tie(Box<Tied>),
    Actor(Box<Who>),
}

/// Which cells say what of an event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Told {
    pub(super) what: What,
    pub(super) who: Vec<Who>,
    pub(super) when: Dates,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) place: Option<Spot>,
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub(super) numbers: IndexMap<String, Count>,
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub(super) measures: IndexMap<String, Cell>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) text: Option<Cell>,
}

impl Mapping {
    /// Each row is an event; the data set is called so.
    pub fn of_events(data_set: impl Into<String>, what: What) -> Self {
        let told = Told {
            what,
            ..Told::default()
        };
        Self::of(data_set, Tells::Event(Box::new(told)))
    }

    /// Each row is a tie.
    pub fn of_ties(data_set: impl Into<String>, tied: Tied) -> Self {
        Self::of(data_set, Tells::Tie(Box::new(tied)))
    }

    /// Each row is an actor.
    pub fn of_actors(data_set: impl Into<String>, who: Who) -> Self {
        Self::of(data_set, Tells::Actor(Box::new(who)))
    }

    fn of(data_set: impl Into<String>, tells: Tells) -> Self {
        Self {
            data_set: data_set.into(),
            version: None,
            licence: None,
            table: Table::default(),
            mixed_encoding: false,
            missing: Vec::new(),
            only: Vec::new(),
            id: None,
            tells,
            topics: Vec::new(),
            speaker: None,
            publisher: None,
            url: None,
            stated: None,
        }
    }

    fn told(mut self, tell: impl FnOnce(&mut Told)) -> Self {
        if let Tells::Event(told) = &mut self.tells {
            tell(told);
        }
        self
    }

    /// Says which version of the data it is for.
    #[must_use]
    pub fn version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }

    /// Says which licence the data are under.
    #[must_use]
    pub fn licence(mut self, licence: impl Into<String>) -> Self {
        self.licence = Some(licence.into());
        self
    }

    /// Fields are parted by this character of ASCII, such as a tab; else by a comma.
    #[must_use]
    pub fn separated_by(mut self, delimiter: char) -> Self {
        let (quote, header) = match self.table {
            Table::Delimited { quote, header, .. } => (quote, header),
            Table::JsonLines => (Some('"'), true),
        };
        self.table = Table::Delimited {
            by: delimiter,
            quote,
            header,
        };
        self
    }

    /// Quotation marks stand for themselves; else a field may stand between them, and
    /// then hold delimiters, line breaks, and a mark written twice.
    #[must_use]
    pub fn unquoted(mut self) -> Self {
        if let Table::Delimited { quote, .. } = &mut self.table {
            *quote = None;
        }
        self
    }

    /// There is no header; columns go by number.
    #[must_use]
    pub fn without_header(mut self) -> Self {
        if let Table::Delimited { header, .. } = &mut self.table {
            *header = false;
        }
        self
    }

    /// Each line is a JSON object; columns are paths into it.
    #[must_use]
    pub fn json_lines(mut self) -> Self {
        self.table = Table::JsonLines;
        self
    }

    /// Lines that are not in UTF-8 are read as Latin-1, and not refused: for files in
    /// which many have typed.
    #[must_use]
    pub fn mixed_encoding(mut self) -> Self {
        self.mixed_encoding = true;
        self
    }

    /// These texts stand for nothing, as a blank one, `NA`, `NULL` and `None` do: `-999`.
    #[must_use]
    pub fn missing<T: Into<String>>(mut self, texts: impl IntoIterator<Item = T>) -> Self {
        self.missing.extend(texts.into_iter().map(Into::into));
        self
    }

    /// Only these rows are told of; the others are counted as [passed
    /// over](crate::ingest::Report::passed_over). Of several, all must be so.
    #[must_use]
    pub fn only(mut self, rows: Where) -> Self {
        self.only.push(rows);
        self
    }

    /// The id of the row. A row whose id an earlier one had is a
    /// [duplicate](crate::ingest::Report::duplicates). Without, a row is referred to by
    /// its line.
    #[must_use]
    pub fn id(mut self, id: impl Into<Cell>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Who takes part in an event; called once for each column of names.
    #[must_use]
    pub fn who(self, who: Who) -> Self {
        self.told(|told| told.who.push(who))
    }

    /// When an event was.
    #[must_use]
    pub fn when(self, dates: Dates) -> Self {
        self.told(|told| told.when = dates)
    }

    /// Where an event was.
    #[must_use]
    pub fn place(self, place: Spot) -> Self {
        self.told(|told| told.place = Some(place))
    }

    /// How many of what there were.
    #[must_use]
    pub fn counting(self, what: impl Into<String>, count: Count) -> Self {
        self.told(|told| {
            told.numbers.insert(what.into(), count);
        })
    }

    /// A figure that the data set computes, kept with the account of an event.
    #[must_use]
    pub fn measuring(self, what: impl Into<String>, cell: impl Into<Cell>) -> Self {
        self.told(|told| {
            told.measures.insert(what.into(), cell.into());
        })
    }

    /// What an event is about; of a tie, what its account says that it is about.
    #[must_use]
    pub fn about(mut self, topic: impl Into<Cell>) -> Self {
        let cell = topic.into();
        let separator = None;
        self.topics.push(Listed { cell, separator });
        self
    }

    /// As [`about`](Self::about), of a list, and what parts it.
    #[must_use]
    pub fn about_each(mut self, topics: impl Into<Cell>, separator: impl Into<String>) -> Self {
        let cell = topics.into();
        let separator = Some(separator.into());
        self.topics.push(Listed { cell, separator });
        self
    }

    /// What the list says of an event, in words.
    #[must_use]
    pub fn saying(self, text: impl Into<Cell>) -> Self {
        self.told(|told| told.text = Some(text.into()))
    }

    /// Whose word it is.
    #[must_use]
    pub fn speaker(mut self, name: impl Into<Cell>) -> Self {
        self.speaker = Some(name.into());
        self
    }

    /// Who published it.
    #[must_use]
    pub fn publisher(mut self, name: impl Into<Cell>) -> Self {
        self.publisher = Some(name.into());
        self
    }

    /// Where it can be read.
    #[must_use]
    pub fn url(mut self, url: impl Into<Cell>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// When it was published.
    #[must_use]
    pub fn stated(mut self, day: impl Into<Day>) -> Self {
        self.stated = Some(day.into());
        self
    }

    /// Shows every cell, in a fixed order.
    pub(super) fn cells(&mut self, see: &mut dyn FnMut(&mut Cell)) {
        for rows in &mut self.only {
            see(&mut rows.cell);
        }
        let own = [
            &mut self.id,
            &mut self.speaker,
            &mut self.publisher,
            &mut self.url,
        ];
        own.into_iter()
            .filter_map(Option::as_mut)
            .for_each(&mut *see);
        if let Some(stated) = &mut self.stated {
            stated.cells(see);
        }
        for topics in &mut self.topics {
            see(&mut topics.cell);
        }
        match &mut self.tells {
            Tells::Event(told) => told.cells(see),
            Tells::Tie(tied) => tied.cells(see),
            Tells::Actor(who) => who.cells(see),
        }
    }
}

impl Told {
    fn cells(&mut self, see: &mut dyn FnMut(&mut Cell)) {
        self.what.cells(see);
        for who in &mut self.who {
            who.cells(see);
        }
        self.when.cells(see);
        if let Some(place) = &mut self.place {
            place.cells(see);
        }
        for count in self.numbers.values_mut() {
            count.cells(see);
        }
        self.measures
            .values_mut()
            .chain(&mut self.text)
            .for_each(see);
    }
}
