//! A row of a file, as its mapping reads it.

use std::borrow::Cow;

use crate::model::codes::{CameoCode, Class, Mode};
use crate::model::{ActorSort, CodeSystem, Place, Quantity, Role};
use crate::time::{Duration, Moment, Span};

type Words<'a> = Option<Cow<'a, str>>;

/// A row of a file, as its mapping reads it.
///
/// The texts are borrowed from the reader's buffer where the file has them as they are.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MappingRecord<'a> {
    /// The line that it begins on, from 1.
    pub line: u64,
    /// Its id.
    pub id: Option<Cow<'a, str>>,
    /// What it tells.
    pub telling: Telling<'a>,
    /// What it is about.
    pub topics: Vec<Cow<'a, str>>,
    /// Whose word it is.
    pub speaker: Option<Cow<'a, str>>,
    /// Who published it.
    pub publisher: Option<Cow<'a, str>>,
    /// Where it can be read.
    pub url: Option<Cow<'a, str>>,
    /// When it was published; [unknown](Moment::is_unknown) if that is not said.
    pub stated: Moment,
}

/// What a row tells.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Telling<'a> {
    /// Nothing that the mapping asks for.
    Nothing,
    /// An event.
    Event(Box<EventTold<'a>>),
    /// Ties: one, or one for each of several columns.
    Ties(Vec<TieTold<'a>>),
    /// That there is somebody.
    Actor(Box<ActorTold<'a>>),
}

/// An event as a row tells it.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct EventTold<'a> {
    /// By CAMEO.
    pub code: Option<CameoCode>,
    /// By PLOVER, if it has no code.
    pub class: Option<(Class, Option<Mode>)>,
    /// In the file's own word, if it has neither.
    pub label: Option<Cow<'a, str>>,
    /// Who took part, and as what.
    pub who: Vec<(Role, ActorTold<'a>)>,
    /// When it was.
    pub when: Moment,
    /// Whether that is the event's own date, and not that of the report.
    pub is_own_date: bool,
    /// How long it lasted.
    pub lasting: Option<Duration>,
    /// Where it was.
    pub place: Option<Place>,
    /// How many of what.
    pub numbers: Vec<(String, Quantity)>,
    /// What the data set computes.
    pub measures: Vec<(String, f64)>,
    /// What is said of it in words.
    pub text: Option<Cow<'a, str>>,
}

/// A tie as a row tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TieTold<'a> {
    /// Who holds the office, is the member or the part, or comes after.
    pub from: ActorTold<'a>,
    /// Whose office it is, which organization or whole, or who came before.
    pub to: ActorTold<'a>,
    /// The title of an office.
    pub title: Option<Cow<'a, str>>,
    /// Over which span it held.
    pub span: Span,
}

/// Somebody as a row has them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ActorTold<'a> {
    /// The name; of a state that is told by a code, the name in our
    /// [table](crate::model::codes::country).
    pub name: Option<Cow<'a, str>>,
    /// A code of its own.
    pub code: Option<(CodeSystem, Cow<'a, str>)>,
    /// A CAMEO actor code.
    pub cameo: Option<Cow<'a, str>>,
    /// The country: by name, or by code if there is a system.
    pub country: Option<(Option<CodeSystem>, Cow<'a, str>)>,
    /// The list of sectors.
    pub sectors: Option<Cow<'a, str>>,
    /// The office.
    pub title: Option<Cow<'a, str>>,
    /// What it is.
    pub sort: Option<ActorSort>,
}

impl MappingRecord<'_> {
    /// The same with texts of its own, to be kept while reading goes on.
    pub fn into_owned(self) -> MappingRecord<'static> {
        MappingRecord {
            id: owned(self.id),
            telling: match self.telling {
                Telling::Nothing => Telling::Nothing,
                Telling::Event(event) => Telling::Event(Box::new(event.into_owned())),
                Telling::Ties(ties) => {
                    Telling::Ties(ties.into_iter().map(TieTold::into_owned).collect())
                }
                Telling::Actor(who) => Telling::Actor(Box::new(who.into_owned())),
            },
            topics: self.topics.into_iter().map(own).collect(),
            speaker: owned(self.speaker),
            publisher: owned(self.publisher),
            url: owned(self.url),
            ..self
        }
    }
}

impl EventTold<'_> {
    fn into_owned(self) -> EventTold<'static> {
        let who = self.who.into_iter();
        EventTold {
            label: owned(self.label),
            who: who.map(|(role, who)| (role, who.into_owned())).collect(),
            text: owned(self.text),
            ..self
        }
    }
}

impl TieTold<'_> {
    fn into_owned(self) -> TieTold<'static> {
        TieTold {
            from: self.from.into_owned(),
            to: self.to.into_owned(),
            title: owned(self.title),
            span: self.span,
        }
    }
}

impl ActorTold<'_> {
    fn into_owned(self) -> ActorTold<'static> {
        ActorTold {
            name: owned(self.name),
            code: self.code.map(|(system, code)| (system, own(code))),
            cameo: owned(self.cameo),
            country: self.country.map(|(system, country)| (system, own(country))),
            sectors: owned(self.sectors),
            title: owned(self.title),
            sort: self.sort,
        }
    }
}

fn own(text: Cow<'_, str>) -> Cow<'static, str> {
    Cow::Owned(text.into_owned())
}

fn owned(text: Words<'_>) -> Words<'static> {
    text.map(own)
}
