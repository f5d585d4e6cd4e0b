//! Values that occur in several places: lists of one, places, numbers, words.

use indexmap::IndexMap;
use serde::{Serialize, Serializer};

use crate::model::{DataSet, Place, Quantity, Wording, Words};

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

/// A place, of which only its name is known is written as that.
pub(super) fn place<S: Serializer>(
    place: &Option<&Place>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match place {
        Some(place) => match (place.name(), place.country_name(), place.coordinates()) {
            (Some(name), None, None) => name.serialize(serializer),
            _ => place.serialize(serializer),
        },
        None => serializer.serialize_none(),
    }
}

/// A data set, of which only its name is known is written as that.
pub(super) fn data_set<S: Serializer>(
    data_set: &Option<&DataSet>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match data_set {
        Some(DataSet {
            name,
            version: None,
            licence: None,
        }) => name.serialize(serializer),
        other => other.serialize(serializer),
    }
}

/// Words; verbatim ones are written as a plain text.
pub(super) fn words<S: Serializer>(
    words: &&[Words],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(words.iter().map(|words| match words.wording {
        Wording::Verbatim => TextOr::Text(&words.text),
        Wording::Paraphrase | Wording::Translation => TextOr::Other(words),
    }))
}

#[derive(Serialize)]
#[serde(untagged)]
enum TextOr<'g, T> {
    Text(&'g str),
    Other(&'g T),
}

/// How many of what, in the order given.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(transparent)]
pub(super) struct Numbers<'g>(#[serde(serialize_with = "numbers")] &'g IndexMap<String, Quantity>);

impl<'g> Numbers<'g> {
    /// `None` where there are none.
    pub(super) fn of(numbers: &'g IndexMap<String, Quantity>) -> Option<Self> {
        (!numbers.is_empty()).then_some(Self(numbers))
    }
}

fn numbers<S: Serializer>(
    numbers: &IndexMap<String, Quantity>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(numbers)
}
