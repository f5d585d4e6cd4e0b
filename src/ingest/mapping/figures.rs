//! From cells to a place, and to how many.

use std::borrow::Cow;

use super::naming::country;
use super::reading::{Read, text, words};
use super::texts::Texts;
use super::{Cell, Count, Spot};
use crate::model::{Place, Quantity};
use crate::time::Moment;

impl Spot {
    pub(super) fn read(&self, row: &Texts<'_>, when: &Moment) -> Read<Option<Place>> {
        let mut names: Vec<Cow<'_, str>> = Vec::new();
        for name in &self.names {
            names.extend(words(Some(name), row)?);
        }
        names.dedup();
        let mut place = match names.as_slice() {
            [] => Place::default(),
            names => Place::named(names.join(", ")),
        };
        if let Some(of) = &self.country
            && let Some(text) = of.cell.read(row)?
        {
            let known = of
                .system
                .and_then(|system| country(system, &text.text, when));
            place = match known {
                Some(known) => place.in_country(known.name()),
                None => place.in_country(text.text),
            };
        }
        let north = degrees(
            self.latitude.as_ref(),
            row,
            90.0,
            "a latitude of -90 to 90 degrees",
        )?;
        let east = degrees(
            self.longitude.as_ref(),
            row,
            180.0,
            "a longitude of -180 to 180 degrees",
        )?;
        if let Some((north, east)) = north.zip(east) {
            // Degrees are within bounds.
            place = place.clone().located(north, east).unwrap_or(place);
        }
        Ok((place != Place::default()).then_some(place))
    }
}

fn degrees(
    cell: Option<&Cell>,
    row: &Texts<'_>,
    bound: f64,
    expected: &'static str,
) -> Read<Option<f64>> {
    let within = |text: &str| finite(text).filter(|degrees| degrees.abs() <= bound);
    match text(cell, row)? {
        Some(text) => text.parsed(within, expected).map(Some),
        None => Ok(None),
    }
}

pub(super) fn finite(text: &str) -> Option<f64> {
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

impl Count {
    pub(super) fn read(
        &self,
        what: &str,
        row: &Texts<'_>,
        numbers: &mut Vec<(String, Quantity)>,
    ) -> Read<()> {
        let number = |cell: &Option<Cell>| match text(cell.as_ref(), row)? {
            Some(text) => text
                .parsed(|text| text.parse::<u64>().ok(), "how many, a whole number")
                .map(Some),
            None => Ok(None),
        };
        let (best, low, high) = (number(&self.best)?, number(&self.low)?, number(&self.high)?);
        let differs = |other: Option<u64>| other.is_some() && other != best;
        let (low, high) = (low.filter(|_| differs(low)), high.filter(|_| differs(high)));
        if let Some(best) = best {
            let is_exact = low.is_none() && high.is_none();
            let best = if is_exact {
                Quantity::exactly(best)
            } else {
                Quantity::about(best)
            };
            numbers.push((what.to_owned(), best));
        }
        if let Some(low) = low {
            numbers.push((format!("{what} (low)"), Quantity::at_least(low)));
        }
        if let Some(high) = high {
            numbers.push((format!("{what} (high)"), Quantity::up_to(high)));
        }
        Ok(())
    }
}
