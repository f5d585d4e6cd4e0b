//! From records of ICEWS to a draft.

use std::fmt::Write;

use super::record::{IcewsParty, IcewsRecord};
use crate::Result;
use crate::ingest::draft::{Draft, Extras, Number, Row};
use crate::model::Place;
use crate::model::codes::{Icews, Scale};

/// Takes records into a draft.
#[derive(Debug, Default)]
#[expect(unnameable_types, reason = "it belongs to what seals `Format`")]
pub struct Drafting {
    pub(in crate::ingest) draft: Draft,
    /// Where a place is written out, to be looked for.
    written: String,
}

impl Drafting {
    pub(super) fn add(&mut self, record: &IcewsRecord<'_>) -> Result<()> {
        let row = Row {
            id: record.event_id,
            date: Some(record.date),
            code: Some(record.code),
            source: self.actor(&record.source, record),
            target: self.actor(&record.target, record),
            story: record.story,
            sentence: record.sentence,
            publisher: record
                .publisher
                .as_deref()
                .map(|name| self.draft.publisher(name)),
            place: self.place(record),
            extras: self.extras(record),
        };
        self.draft.push(row)
    }

    /// An intensity that is not the one of its code, and what a code in no list
    /// stands for.
    fn extras(&mut self, record: &IcewsRecord<'_>) -> Option<Number> {
        let of_code = Icews.score(record.code);
        let odd = record
            .intensity
            .filter(|&intensity| of_code.is_none_or(|usual| (usual - intensity).abs() > 0.05));
        let unlisted = record.text.as_deref().filter(|_| !record.code.is_known());
        if odd.is_none() && unlisted.is_none() {
            return None;
        }
        let extras = Extras {
            marks: self.draft.marks(odd.map(|value| ("intensity", value))),
            text: unlisted.map(|text| self.draft.text(text)),
            ..Extras::default()
        };
        Some(self.draft.extra(extras))
    }

    fn actor(&mut self, who: &IcewsParty<'_>, record: &IcewsRecord<'_>) -> Option<Number> {
        let (sectors, country) = (who.sector_list.as_deref(), who.country.as_deref());
        let name = who.name.as_deref()?;
        Some(self.draft.actor(name, sectors, country, Some(record.date)))
    }

    fn place(&mut self, record: &IcewsRecord<'_>) -> Option<Number> {
        let parts = [
            &record.city,
            &record.district,
            &record.province,
            &record.country,
        ];
        self.written.clear();
        for part in parts {
            self.written.push_str(part.as_deref().unwrap_or_default());
            self.written.push('\t');
        }
        let empty = self.written.len() == parts.len() && record.coordinates.is_none();
        if let Some(at) = record.coordinates {
            // Writing to a string does not fail.
            let (north, east) = (at.latitude().to_bits(), at.longitude().to_bits());
            let _ = write!(self.written, "{north:x} {east:x}");
        }
        if empty {
            return None;
        }
        Some(self.draft.place(&self.written, || place(record)))
    }
}

/// City, district and province in one name, each once; the country; the point.
fn place(record: &IcewsRecord<'_>) -> Place {
    let parts = [&record.city, &record.district, &record.province];
    let mut names: Vec<&str> = parts
        .into_iter()
        .filter_map(|part| part.as_deref())
        .collect();
    names.dedup();
    let mut place = match names.as_slice() {
        [] => Place::default(),
        names => Place::named(names.join(", ")),
    };
    if let Some(country) = &record.country {
        place = place.in_country(country.as_ref());
    }
    match record.coordinates.map(<(f64, f64)>::from) {
        // Coordinates are in range by construction.
        Some((north, east)) => place.clone().located(north, east).unwrap_or(place),
        None => place,
    }
}
