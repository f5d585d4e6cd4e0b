//! The tables by name.

use std::fmt;

use arrow_schema::SchemaRef;

use super::schema;

/// A table of a graph; see [what its columns are](super#columns).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Table {
    /// An actor a row.
    Actors,
    /// A tie a row.
    Ties,
    /// An event a row.
    Events,
    /// An account a row, of a tie or of an event.
    Accounts,
    /// A row for what an event makes of two actors: who talked to whom.
    Deeds,
}

impl Table {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Actors,
        Self::Ties,
        Self::Events,
        Self::Accounts,
        Self::Deeds,
    ];

    /// What it is called: `events`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Actors => "actors",
            Self::Ties => "ties",
            Self::Events => "events",
            Self::Accounts => "accounts",
            Self::Deeds => "deeds",
        }
    }

    /// Its columns, in order, with its name and the version in the metadata.
    ///
    /// ```
    /// use demarche::interop::arrow::{SCHEMA_KEY, Table};
    ///
    /// let schema = Table::Deeds.schema();
    /// let columns: Vec<&str> = schema.fields().iter().map(|field| field.name().as_str()).collect();
    /// assert_eq!(
    ///     columns,
    ///     ["event", "from_actor", "deed", "to_actor", "earliest", "latest", "counted"],
    /// );
    /// assert_eq!(schema.metadata()[SCHEMA_KEY], "1");
    /// ```
    pub fn schema(self) -> SchemaRef {
        schema::schema(self.name(), schema::fields(self))
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
