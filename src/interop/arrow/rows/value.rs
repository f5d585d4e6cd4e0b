//! Columns of what events and accounts have in common: places and numbers.

use std::sync::Arc;

use arrow_array::builder::Float64Builder;
use arrow_array::{ArrayRef, UInt64Array};

use super::column::{Ends, Texts, structs};
use crate::Result;
use crate::interop::arrow::schema;
use crate::model::{Coordinates, Place, Quantity};

#[derive(Debug, Default)]
pub(super) struct Places {
    are_there: Vec<bool>,
    name: Texts,
    country: Texts,
    latitude: Float64Builder,
    longitude: Float64Builder,
}

impl Places {
    pub(super) fn push(&mut self, place: Option<&Place>) {
        self.are_there.push(place.is_some());
        self.name.push(place.and_then(Place::name));
        self.country.push(place.and_then(Place::country_name));
        let at = place.and_then(Place::coordinates);
        self.latitude.append_option(at.map(Coordinates::latitude));
        self.longitude.append_option(at.map(Coordinates::longitude));
    }

    pub(super) fn bytes(&self) -> usize {
        self.name.bytes().max(self.country.bytes())
    }

    pub(super) fn finish(&mut self) -> Result<ArrayRef> {
        let columns = vec![
            self.name.finish()?,
            self.country.finish()?,
            Arc::new(self.latitude.finish()),
            Arc::new(self.longitude.finish()),
        ];
        let are_there = std::mem::take(&mut self.are_there);
        structs(schema::place(), columns, Some(are_there))
    }
}

/// How many of what.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    what: Texts,
    many: Texts,
    value: Vec<u64>,
    ends: Ends,
}

impl Numbers {
    pub(super) fn push<'n>(&mut self, numbers: impl Iterator<Item = (&'n str, Quantity)>) {
        for (what, many) in numbers {
            self.what.push(Some(what));
            self.many.show(Some(many));
            self.value.push(many.value());
        }
        self.ends.push(self.value.len());
    }

    pub(super) fn bytes(&self) -> usize {
        self.what.bytes()
    }

    pub(super) fn finish(&mut self) -> Result<ArrayRef> {
        let values = UInt64Array::from(std::mem::take(&mut self.value));
        let columns = vec![self.what.finish()?, self.many.finish()?, Arc::new(values)];
        self.ends.finish_structs(schema::numbers(), columns)
    }
}
