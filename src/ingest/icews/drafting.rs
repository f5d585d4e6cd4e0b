//! From records of ICEWS to a draft.

use std::fmt::Write;

use super::record::{IcewsParty, IcewsRecord};
use crate::Result;
use crate::ingest::draft::{Draft, Number, Row};
use crate::model::Place;
use crate::model::codes::{Icews, Scale};

/// Takes records into a draft.
#[derive(Debug, Default)]
pub(super) struct Drafting {
    pub(super) draft: Draft,
    /// Where a place is written out, to be looked for.
    written: String,
}

impl Drafting {
    pub(super) fn add(&mut self, record: &IcewsRecord<'_>) -> Result<()> {
        let of_code = Icews.score(record.code);
        let odd = record
            .intensity
            .filter(|&intensity| of_code.is_none_or(|usual| (usual - intensity).abs() > 0.05));
        let unlisted = record.text.as_deref().filter(|_| !record.code.is_known());
        let row = Row {
            id: record.event_id,
            date: record.date,
            code: record.code,
            source: self.actor(&record.source, record),
            target: self.actor(&record.target, record),
            story: record.story,
            sentence: record.sentence,
            publisher: record
                .publisher
                .as_deref()
                .map(|name| self.draft.publisher(name)),
            place: self.place(record),
            #[expect(
                clippy::cast_possible_truncation,
                reason = "of one decimal, within ±10"
            )]
            intensity: odd.map(|intensity| intensity as f32),
            text: unlisted.map(|text| self.draft.text(text)),
        };
        self.draft.push(row)
    }

    fn actor(&mut self, who: &IcewsParty<'_>, record: &IcewsRecord<'_>) -> Option<Number> {
        let (sectors, country) = (who.sector_list.as_deref(), who.country.as_deref());
        let name = who.name.as_deref()?;
        Some(self.draft.actor(name, sectors, country, record.date))
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
