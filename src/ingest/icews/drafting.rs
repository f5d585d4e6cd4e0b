//! From records of ICEWS to a draft.

use std::fmt::Write;

use super::record::{IcewsParty, IcewsRecord};
use crate::Result;
use crate::ingest::draft::{Draft, Extras, Number, References, Row, Stretch};
use crate::ingest::mention::{Mention, MentionedCountry};
use crate::model::Place;
use crate::model::codes::{Icews, Scale};

/// Takes records into a draft.
#[derive(Debug)]
#[expect(unnameable_types, reason = "it belongs to what seals `Format`")]
pub struct Drafting {
    pub(in crate::ingest) draft: Draft,
    /// Where a place is written out, to be looked for.
    written: String,
}

impl Default for Drafting {
    fn default() -> Self {
        Self {
            draft: Draft::with_references(References::Sentence),
            written: String::new(),
        }
    }
}

impl Drafting {
    pub(super) fn add(&mut self, record: &IcewsRecord<'_>) -> Result<()> {
        let row = Row {
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
            measures: self.intensity(record),
            extras: self.extras(record),
            ..Row::of(record.event_id)
        };
        self.draft.push(row)
    }

    /// An intensity that is not the one of its code.
    fn intensity(&mut self, record: &IcewsRecord<'_>) -> Stretch {
        let of_code = Icews.score(record.code);
        let odd = record
            .intensity
            .filter(|&intensity| of_code.is_none_or(|usual| (usual - intensity).abs() > 0.05));
        match odd {
            Some(intensity) => self.draft.measures([("intensity", intensity)]),
            None => Stretch::default(),
        }
    }

    /// What a code in no list stands for.
    fn extras(&mut self, record: &IcewsRecord<'_>) -> Option<Number> {
        let text = record.text.as_deref().filter(|_| !record.code.is_known())?;
        let extras = Extras {
            text: Some(self.draft.text(text)),
            ..Extras::default()
        };
        Some(self.draft.extra(extras))
    }

    fn actor(&mut self, who: &IcewsParty<'_>, record: &IcewsRecord<'_>) -> Option<Number> {
        let mention = Mention {
            sectors: who.sector_list.as_deref(),
            country: who.country.as_deref().map(MentionedCountry::Named),
            ..Mention::named(who.name.as_deref()?)
        };
        self.draft.mention(&mention, Some(record.date))
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
