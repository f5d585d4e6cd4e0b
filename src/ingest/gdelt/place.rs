//! A place as a row of GDELT has it.

use super::column::GdeltColumn as Column;
use super::fields::{Fields, number};
use crate::ingest::field::Wrong;
use crate::model::codes::country::Country;
use crate::model::{CodeSystem, Coordinates, Place};

/// A place as a row of a GDELT file has it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct GdeltPlace<'a> {
    /// How fine it is: 1 a country, 2 a state of the USA, 3 a city there, 4 a city
    /// elsewhere, 5 a province elsewhere.
    pub fineness: Option<u8>,
    /// The name, with what it lies in: `Moscow, Moskva, Russia`.
    pub name: Option<&'a str>,
    /// The country, in **FIPS 10-4**: `RS` is Russia, and `GG` Georgia.
    pub country: Option<&'a str>,
    /// The first administrative division.
    pub adm1: Option<&'a str>,
    /// The second; 2.0 alone has it.
    pub adm2: Option<&'a str>,
    /// The point on the Earth, where latitude and longitude are both given and not
    /// both zero, as old files have it for no place at all.
    pub coordinates: Option<Coordinates>,
    /// Its number in a gazetteer (GNS or GNIS), or the code of what it is.
    pub feature: Option<&'a str>,
}

/// Where the columns of a place begin.
pub(super) const OF_ACTOR1: Column = Column::Actor1GeoType;
pub(super) const OF_ACTOR2: Column = Column::Actor2GeoType;
pub(super) const OF_ACTION: Column = Column::ActionGeoType;

/// So many columns after the first.
const NAME: usize = 1;
const COUNTRY: usize = 2;
const ADM1: usize = 3;
const ADM2: usize = 4;
const LATITUDE: usize = 5;
const LONGITUDE: usize = 6;
const FEATURE: usize = 7;

fn column(of: Column, after: usize) -> Column {
    let at = (of as usize).saturating_add(after);
    Column::ALL.get(at).copied().unwrap_or(of)
}

/// How the file writes a place out.
pub(super) fn written<'f>(fields: &'f Fields<'_>, of: Column) -> &'f str {
    fields.stretch(of, column(of, FEATURE))
}

impl<'f> GdeltPlace<'f> {
    pub(super) fn of(fields: &'f Fields<'_>, of: Column) -> Option<Self> {
        let text = |after: usize| {
            let text = fields.get(column(of, after)).text;
            Some(text).filter(|text| !text.is_empty())
        };
        let place = Self {
            fineness: text(0).and_then(|text| text.parse().ok()),
            name: text(NAME),
            country: text(COUNTRY),
            adm1: text(ADM1),
            adm2: text(ADM2),
            coordinates: Self::point(fields, of).ok().flatten(),
            feature: text(FEATURE).filter(|&feature| feature != "0"),
        };
        let bare = Self {
            fineness: place.fineness,
            ..Self::default()
        };
        (place != bare).then_some(place)
    }

    /// Each of the two is read by itself, and they count only as a pair.
    pub(super) fn point(fields: &Fields<'_>, of: Column) -> Result<Option<Coordinates>, Wrong> {
        let within = |after: usize, bound: f64, expected| {
            let field = fields.get(column(of, after));
            match number(field, expected)? {
                Some(degrees) if degrees.abs() > bound => Err(field.wrong(expected)),
                degrees => Ok(degrees),
            }
        };
        let north = within(LATITUDE, 90.0, "a latitude of -90 to 90 degrees")?;
        let east = within(LONGITUDE, 180.0, "a longitude of -180 to 180 degrees")?;
        let (Some(north), Some(east)) = (north, east) else {
            return Ok(None);
        };
        let is_none = north == 0.0 && east == 0.0;
        Ok(Coordinates::new(north, east).ok().filter(|_| !is_none))
    }
}

impl From<GdeltPlace<'_>> for Place {
    /// With the country by ISO's three letters, or by its name where ISO has none; a
    /// code of no country stays as it is, with its system: `fips:OS`.
    fn from(place: GdeltPlace<'_>) -> Self {
        let named = place.name.map_or_else(Self::default, Self::named);
        let placed = match place.country {
            Some(code) => match Country::of_code(CodeSystem::Fips, code) {
                Ok(country) => {
                    named.in_country(country.code(CodeSystem::Iso3).unwrap_or(country.name()))
                }
                Err(_) => named.in_country(format!("{}:{code}", CodeSystem::Fips)),
            },
            None => named,
        };
        match place.coordinates.map(<(f64, f64)>::from) {
            // Coordinates are in range by construction.
            Some((north, east)) => placed.clone().located(north, east).unwrap_or(placed),
            None => placed,
        }
    }
}
