//! What questions in SPARQL are answered with.

use std::io::{self, Write};
use std::sync::Arc;

use oxrdf::{Triple, TripleRef};
use oxttl::NTriplesSerializer;
use sparesults::{QueryResultsFormat, QueryResultsSerializer};

use super::rows::Rows;
use super::write::turtle;
use super::{Format, Table};

/// What a question in SPARQL is answered with, by its form.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The rows of a `SELECT`.
    Rows(Rows),
    /// The truth of an `ASK`.
    Truth(bool),
    /// The triples of a `CONSTRUCT` or `DESCRIBE`.
    Triples(Triples),
}

/// Triples that were constructed.
#[derive(Clone, Debug, PartialEq)]
pub struct Triples {
    triples: Vec<Triple>,
    base: Arc<str>,
}

impl Triples {
    pub(super) fn new(triples: Vec<Triple>, base: Arc<str>) -> Self {
        Self { triples, base }
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.triples.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.triples.is_empty()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Triple> {
        self.triples.iter()
    }

    /// Writes them; N-Quads of the default graph are N-Triples.
    ///
    /// # Errors
    /// When the writer fails.
    pub fn write(&self, format: Format, out: impl Write) -> io::Result<()> {
        let triples = self.triples.iter().map(TripleRef::from);
        match format {
            Format::Turtle => {
                let mut to = turtle(&self.base).for_writer(out);
                for triple in triples {
                    to.serialize_triple(triple)?;
                }
                to.finish().map(drop)
            }
            Format::NQuads => {
                let mut to = NTriplesSerializer::new().for_writer(out);
                for triple in triples {
                    to.serialize_triple(triple)?;
                }
                to.finish();
                Ok(())
            }
        }
    }
}

impl Answer {
    /// Writes it as SPARQL's own tables have it; triples as N-Triples, whatever the
    /// table.
    ///
    /// # Errors
    /// When the writer fails, or a truth is to be written as CSV, which has no form for
    /// one.
    pub fn write(&self, table: Table, out: impl Write) -> io::Result<()> {
        match self {
            Self::Rows(rows) => rows.write(table, out),
            Self::Triples(triples) => triples.write(Format::NQuads, out),
            Self::Truth(truth) => QueryResultsSerializer::from_format(results(table))
                .serialize_boolean_to_writer(out, *truth)
                .map(drop),
        }
    }
}

pub(super) fn results(table: Table) -> QueryResultsFormat {
    match table {
        Table::Json => QueryResultsFormat::Json,
        Table::Csv => QueryResultsFormat::Csv,
        Table::Tsv => QueryResultsFormat::Tsv,
    }
}
