//! Values that occur in several places: lists of one, places, numbers, words.

use serde::{Serialize, Serializer};

use crate::model::{DataSet, Place, Wording, Words};

/// A list, of which one alone is written plainly.
#[derive(Debug, Default)]
pub(super) struct OneOrMore<'g>(pub(super) Vec<&'g str>);

impl OneOrMore<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for OneOrMore<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [one] => one.serialize(serializer),
            list => list.serialize(serializer),
        }
    }
}

/// A place; one of which only the name is known is written as that.
pub(super) struct PlaceBody<'g>(pub(super) &'g Place);

impl Serialize for PlaceBody<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let place = self.0;
        match (place.name(), place.country_name(), place.coordinates()) {
            (Some(name), None, None) => name.serialize(serializer),
            _ => place.serialize(serializer),
        }
    }
}

/// A data set; one of which only the name is known is written as that.
pub(super) struct DataSetBody<'g>(pub(super) &'g DataSet);

impl Serialize for DataSetBody<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            DataSet {
                name,
                version: None,
                licence: None,
            } => name.serialize(serializer),
            in_full => in_full.serialize(serializer),
        }
    }
}

/// Words; verbatim ones are written as a plain text.
pub(super) struct WordsBody<'g>(pub(super) &'g Words);

impl Serialize for WordsBody<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.wording {
            Wording::Verbatim => self.0.text.serialize(serializer),
            Wording::Paraphrase | Wording::Translation => self.0.serialize(serializer),
        }
    }
}

/// Values by name, in the order given.
#[derive(Debug)]
pub(super) struct Named<'g, T>(Vec<(&'g str, T)>);

impl<'g, T> Named<'g, T> {
    /// `None` where there are none.
    pub(super) fn of(values: impl Iterator<Item = (&'g str, T)>) -> Option<Self> {
        let values: Vec<_> = values.collect();
        (!values.is_empty()).then_some(Self(values))
    }
}

impl<T: Serialize> Serialize for Named<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}
