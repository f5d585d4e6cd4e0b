//! Places, numbers and words of a file.

use super::Reader;
use super::page::Page;
use crate::Result;
use crate::interop::rdf::words::Word;
use crate::model::{Place, Quantity};

impl<'d> Reader<'d> {
    /// The place that a property names.
    pub(super) fn place(&self, page: Page<'d>, property: Word) -> Result<Option<Place>> {
        let Some(value) = page.one(property)? else {
            return Ok(None);
        };
        let page = self.all.page(page, property, value)?;
        let name = page.text(Word::RdfsLabel)?;
        let mut place = name.map_or_else(Place::default, Place::named);
        if let Some(country) = page.text(Word::SchemaAddressCountry)? {
            place = place.in_country(country);
        }
        let degrees = (
            page.number(Word::SchemaLatitude)?,
            page.number(Word::SchemaLongitude)?,
        );
        match degrees {
            (Some(north), Some(east)) => place
                .located(north, east)
                .map(Some)
                .map_err(|error| page.because(&error)),
            (None, None) => Ok(Some(place)),
            _ => Err(page.wrong("one of schema:latitude and schema:longitude alone")),
        }
    }

    /// How many of what.
    pub(super) fn numbers(&self, page: Page<'d>) -> Result<Vec<(&'d str, Quantity)>> {
        page.all(Word::NumberOf)
            .map(|value| {
                let part = self.all.page(page, Word::NumberOf, value)?;
                let what = part.text_of(Word::Counts, part.require(Word::Counts)?)?;
                let many = if let Some(many) = part.parsed(Word::Quantity)? {
                    many
                } else {
                    let value = part.text_of(Word::Value, part.require(Word::Value)?)?;
                    part.parse(Word::Value, value)?
                };
                Ok((what, many))
            })
            .collect()
    }

    /// The resources that a property names, by `dem:nth`, or else as they came.
    pub(super) fn numbered(&self, page: Page<'d>, property: Word) -> Result<Vec<Page<'d>>> {
        let mut parts = page
            .all(property)
            .map(|value| {
                let part = self.all.page(page, property, value)?;
                Ok((part.parsed::<u64>(Word::Nth)?, part))
            })
            .collect::<Result<Vec<_>>>()?;
        parts.sort_by_key(|&(nth, _)| nth.unwrap_or(u64::MAX));
        Ok(parts.into_iter().map(|(_, part)| part).collect())
    }
}
