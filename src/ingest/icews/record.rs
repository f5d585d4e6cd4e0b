//! A row of an ICEWS file.

use std::borrow::Cow;

use jiff::civil::Date;

use super::columns::{Column, Fields};
use crate::ingest::field::{Field, Wrong, lacks_zero};
use crate::ingest::quadruples::code_of;
use crate::ingest::who::sectors;
use crate::model::Coordinates;
use crate::model::codes::CameoCode;

/// A row of an ICEWS file, as it stands there.
///
/// The texts are borrowed from the reader's buffer, or, in what
/// [`IcewsReader::records`](super::IcewsReader::records) gives, owned.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct IcewsRecord<'a> {
    /// The line that it stands on, from 1.
    pub line: u64,
    /// Its id; unique together with the date.
    pub event_id: u64,
    /// The day of the story.
    pub date: Date,
    /// Who acts.
    pub source: IcewsParty<'a>,
    /// To whom.
    pub target: IcewsParty<'a>,
    /// The label of the code, as the file has it.
    pub text: Option<Cow<'a, str>>,
    /// What is done.
    pub code: CameoCode,
    /// How hostile or friendly that is, from −10 to 10.
    pub intensity: Option<f64>,
    /// The number of the story.
    pub story: Option<u64>,
    /// The number of the sentence in the story, from 1.
    pub sentence: Option<u32>,
    /// Who published the story.
    pub publisher: Option<Cow<'a, str>>,
    /// The city in which the event is placed.
    pub city: Option<Cow<'a, str>>,
    /// The district.
    pub district: Option<Cow<'a, str>>,
    /// The province.
    pub province: Option<Cow<'a, str>>,
    /// The country.
    pub country: Option<Cow<'a, str>>,
    /// The point on the Earth, where latitude and longitude are both given.
    pub coordinates: Option<Coordinates>,
}

/// An actor as a row of an ICEWS file has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct IcewsParty<'a> {
    /// The name: `Vladimir Putin`, `Police (India)`, `Russia`.
    pub name: Option<Cow<'a, str>>,
    /// The list of sectors, unordered, as it stands; see
    /// [`sectors`](Self::sectors).
    pub sector_list: Option<Cow<'a, str>>,
    /// The country.
    pub country: Option<Cow<'a, str>>,
}

impl IcewsParty<'_> {
    /// The sectors one by one, in the order of the file, without the quotation marks
    /// that some files put around the list.
    ///
    /// ```
    /// use demarche::ingest::IcewsReader;
    ///
    /// let file = "Event ID\tEvent Date\tSource Name\tSource Sectors\tCAMEO Code\tTarget Name\n\
    ///             1\t2018-06-01\tReuters\t\"News, Media,Social\"\t112\tNA\n";
    /// let mut reader = IcewsReader::from_reader(file.as_bytes())?;
    /// let record = reader.records().next().unwrap()?;
    /// assert!(record.source.sectors().eq(["News", "Media", "Social"]));
    /// assert_eq!(record.target.name, None);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn sectors(&self) -> impl Iterator<Item = &str> {
        self.sector_list.as_deref().into_iter().flat_map(sectors)
    }

    fn into_owned(self) -> IcewsParty<'static> {
        IcewsParty {
            name: owned(self.name),
            sector_list: owned(self.sector_list),
            country: owned(self.country),
        }
    }
}

impl<'a> IcewsRecord<'a> {
    pub(super) fn of(fields: &Fields<'a>, line: u64) -> Result<Self, Wrong> {
        let field = |column| fields.get(column);
        let text = |column| fields.get(column).present().map(Cow::Borrowed);
        let source = IcewsParty {
            name: text(Column::SourceName),
            sector_list: text(Column::SourceSectors),
            country: text(Column::SourceCountry),
        };
        let target = IcewsParty {
            name: text(Column::TargetName),
            sector_list: text(Column::TargetSectors),
            country: text(Column::TargetCountry),
        };
        let expected = "an event id, a whole number";
        let event_id = field(Column::EventId).parsed(expected)?;
        let event_id = event_id.ok_or_else(|| field(Column::EventId).wrong(expected))?;
        let date = field(Column::EventDate).date()?;
        if source.name.is_none() && target.name.is_none() {
            return Err(field(Column::SourceName).wrong("a source or a target"));
        }
        Ok(Self {
            line,
            event_id,
            date,
            source,
            target,
            text: text(Column::EventText),
            code: code(field(Column::CameoCode), field(Column::EventText))?,
            intensity: field(Column::Intensity).number("an intensity, a number")?,
            story: field(Column::StoryId).parsed("a story id, a whole number")?,
            sentence: field(Column::SentenceNumber).parsed("a sentence number")?,
            publisher: text(Column::Publisher).filter(|name| name != "Unknown"),
            city: text(Column::City),
            district: text(Column::District),
            province: text(Column::Province),
            country: text(Column::Country),
            coordinates: coordinates(field(Column::Latitude), field(Column::Longitude))?,
        })
    }

    /// The same with texts of its own, to be kept while reading goes on.
    pub fn into_owned(self) -> IcewsRecord<'static> {
        IcewsRecord {
            source: self.source.into_owned(),
            target: self.target.into_owned(),
            text: owned(self.text),
            publisher: owned(self.publisher),
            city: owned(self.city),
            district: owned(self.district),
            province: owned(self.province),
            country: owned(self.country),
            ..self
        }
    }
}

fn owned(text: Option<Cow<'_, str>>) -> Option<Cow<'static, str>> {
    text.map(|text| Cow::Owned(text.into_owned()))
}

fn code(field: Field<'_>, text: Field<'_>) -> Result<CameoCode, Wrong> {
    let expected = "a CAMEO code of 2 to 4 letters and digits, leading zeros kept";
    let code = field.parsed(expected)?;
    let code = code.filter(|&code| !lacks_zero(code) && !text_has_zero(code, text));
    code.ok_or_else(|| field.wrong(expected))
}

/// Whether a category, such as 10, is by the label of the row a code that begins with a
/// zero, such as 010.
fn text_has_zero(code: CameoCode, text: Field<'_>) -> bool {
    let [first, second, 0, 0] = code.to_bytes() else {
        return false;
    };
    let of_text = text.present().and_then(code_of);
    of_text.is_some_and(|of_text| of_text.to_bytes() == [b'0', first, second, 0])
}

/// Each of the two is read by itself, and they count only as a pair.
fn coordinates(latitude: Field<'_>, longitude: Field<'_>) -> Result<Option<Coordinates>, Wrong> {
    let within = |field: Field<'_>, bound: f64, expected| match field.number(expected)? {
        Some(degrees) if degrees.abs() > bound => Err(field.wrong(expected)),
        degrees => Ok(degrees),
    };
    let north = within(latitude, 90.0, "a latitude of -90 to 90 degrees")?;
    let east = within(longitude, 180.0, "a longitude of -180 to 180 degrees")?;
    let (Some(north), Some(east)) = (north, east) else {
        return Ok(None);
    };
    Ok(Coordinates::new(north, east).ok())
}
