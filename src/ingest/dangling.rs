//! References that lead nowhere.

use std::fmt;

use serde::Serialize;

/// A reference of a row to something that is neither in the input nor in the graph;
/// listed in a [`Report`](super::Report::dangling_references).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dangling {
    row: String,
    property: String,
    to: String,
}

impl Dangling {
    pub(super) fn new(row: &str, property: &str, to: &str) -> Self {
        Self {
            row: row.to_owned(),
            property: property.to_owned(),
            to: to.to_owned(),
        }
    }

    /// The id of the row that refers.
    pub fn row(&self) -> &str {
        &self.row
    }

    /// The property or column that holds the reference.
    pub fn property(&self) -> &str {
        &self.property
    }

    /// The id that is not there.
    pub fn to(&self) -> &str {
        &self.to
    }
}

impl fmt::Display for Dangling {
    /// "the owner of ru-1 is NK-2, which is not there".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { row, property, to } = self;
        write!(f, "the {property} of {row} is {to}, which is not there")
    }
}
