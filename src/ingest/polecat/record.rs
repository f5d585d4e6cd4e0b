//! A row of a POLECAT file.

use std::borrow::Cow;

use jiff::civil::Date;

use super::columns::{Column, Fields};
use super::parties::PolecatParties;
use crate::ingest::field::{Field, Wrong};
use crate::model::Coordinates;
use crate::model::codes::{Class, Mode};

/// A row of a POLECAT file, as it stands there.
///
/// The texts are borrowed from the reader's buffer, or, in what
/// [`PolecatReader::records`](super::PolecatReader::records) gives, owned.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PolecatRecord<'a> {
    /// The line that it stands on, from 1.
    pub line: u64,
    /// Its id: `20190801-2309-4e081644904c_COOPERATE_R`.
    pub event_id: Cow<'a, str>,
    /// The day of the event, as the coder made it out.
    pub date: Option<Date>,
    /// What was done.
    pub class: Class,
    /// In which mode, as the file writes it; see [`mode`](Self::mode).
    pub mode_text: Option<Cow<'a, str>>,
    /// How hostile or friendly that is, from −10 to 10.
    pub intensity: Option<f64>,
    /// The quad class, in words: `MATERIAL CONFLICT`.
    pub quad: Option<Cow<'a, str>>,
    /// The list of [contexts](crate::model::codes::Context).
    pub contexts: Option<Cow<'a, str>>,
    /// Who acts, or takes part.
    pub actors: PolecatParties<'a>,
    /// To whom it is done.
    pub recipients: PolecatParties<'a>,
    /// The name of the place in which the event is placed.
    pub placename: Option<Cow<'a, str>>,
    /// The city.
    pub city: Option<Cow<'a, str>>,
    /// The district.
    pub district: Option<Cow<'a, str>>,
    /// The province.
    pub province: Option<Cow<'a, str>>,
    /// The country.
    pub country: Option<Cow<'a, str>>,
    /// The point on the Earth, where latitude and longitude are both given.
    pub coordinates: Option<Coordinates>,
    /// The id of the place in `GeoNames`.
    pub geonames_id: Option<Cow<'a, str>>,
    /// What the story calls the place.
    pub raw_placename: Option<Cow<'a, str>>,
    /// What sort of place it is, in the terms of `GeoNames`.
    pub feature_type: Option<Cow<'a, str>>,
    /// Who published the story.
    pub source: Option<Cow<'a, str>>,
    /// When.
    pub published: Option<Date>,
    /// The people named in the story, a list.
    pub story_people: Option<Cow<'a, str>>,
    /// The organizations named in it, a list.
    pub story_organizations: Option<Cow<'a, str>>,
    /// The places named in it, a list.
    pub story_locations: Option<Cow<'a, str>>,
    /// The language that it is in.
    pub language: Option<Cow<'a, str>>,
    /// The version of the coder.
    pub version: Option<Cow<'a, str>>,
}

impl<'a> PolecatRecord<'a> {
    pub(super) fn of(fields: &Fields<'a>, line: u64) -> Result<Self, Wrong> {
        let field = |column| fields.get(column);
        let text = |column| fields.get(column).present().map(Cow::Borrowed);
        let actors = PolecatParties {
            names: text(Column::ActorName),
            countries: text(Column::ActorCountry),
            cow: text(Column::ActorCow),
            primary_sectors: text(Column::PrimaryActorSector),
            sector_lists: text(Column::ActorSectors),
            titles: text(Column::ActorTitle),
            raw_names: text(Column::ActorNameRaw),
            wikipedia: text(Column::WikipediaActorId),
        };
        let recipients = PolecatParties {
            names: text(Column::RecipientName),
            countries: text(Column::RecipientCountry),
            cow: text(Column::RecipientCow),
            primary_sectors: text(Column::PrimaryRecipientSector),
            sector_lists: text(Column::RecipientSectors),
            titles: text(Column::RecipientTitle),
            raw_names: text(Column::RecipientNameRaw),
            wikipedia: text(Column::WikipediaRecipientId),
        };
        let event_id = text(Column::EventId);
        let event_id = event_id.ok_or_else(|| field(Column::EventId).wrong("an event id"))?;
        let date = day(field(Column::EventDate))?;
        let published = day(field(Column::PublicationDate))?;
        if date.or(published).is_none() {
            return Err(field(Column::EventDate).wrong("a day, here or as publication date"));
        }
        let class = class(field(Column::EventType))?;
        if !actors.tell_who() && !recipients.tell_who() {
            return Err(field(Column::ActorName).wrong("an actor or a recipient"));
        }
        Ok(Self {
            line,
            event_id,
            date,
            class,
            mode_text: text(Column::EventMode),
            intensity: field(Column::Intensity).number("an intensity, a number")?,
            quad: text(Column::QuadCode),
            contexts: text(Column::Contexts),
            actors,
            recipients,
            placename: text(Column::Placename),
            city: text(Column::City),
            district: text(Column::District),
            province: text(Column::Province),
            country: text(Column::Country),
            coordinates: coordinates(field(Column::Latitude), field(Column::Longitude))?,
            geonames_id: text(Column::GeoNamesId),
            raw_placename: text(Column::RawPlacename),
            feature_type: text(Column::FeatureType),
            source: text(Column::Source),
            published,
            story_people: text(Column::StoryPeople),
            story_organizations: text(Column::StoryOrganizations),
            story_locations: text(Column::StoryLocations),
            language: text(Column::Language),
            version: text(Column::Version),
        })
    }

    /// The mode, if it is one of PLOVER's.
    pub fn mode(&self) -> Option<Mode> {
        self.mode_text.as_deref()?.parse().ok()
    }

    /// The same with texts of its own, to be kept while reading goes on.
    pub fn into_owned(self) -> PolecatRecord<'static> {
        PolecatRecord {
            event_id: Cow::Owned(self.event_id.into_owned()),
            mode_text: owned(self.mode_text),
            quad: owned(self.quad),
            contexts: owned(self.contexts),
            actors: self.actors.into_owned(),
            recipients: self.recipients.into_owned(),
            placename: owned(self.placename),
            city: owned(self.city),
            district: owned(self.district),
            province: owned(self.province),
            country: owned(self.country),
            geonames_id: owned(self.geonames_id),
            raw_placename: owned(self.raw_placename),
            feature_type: owned(self.feature_type),
            source: owned(self.source),
            story_people: owned(self.story_people),
            story_organizations: owned(self.story_organizations),
            story_locations: owned(self.story_locations),
            language: owned(self.language),
            version: owned(self.version),
            ..self
        }
    }
}

pub(super) fn owned(text: Option<Cow<'_, str>>) -> Option<Cow<'static, str>> {
    text.map(|text| Cow::Owned(text.into_owned()))
}

fn day(field: Field<'_>) -> Result<Option<Date>, Wrong> {
    field.present().map(|_| field.date()).transpose()
}

fn class(field: Field<'_>) -> Result<Class, Wrong> {
    field.text.trim().parse().map_err(|_| {
        field.wrong(
            "an event type of PLOVER: AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT, \
             REQUEST, ACCUSE, REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE or ASSAULT",
        )
    })
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
