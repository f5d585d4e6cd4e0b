//! RDF.
mod acts;
mod dataset;
mod functions;
mod names;
mod node;
mod read;
mod rows;
mod scan;
mod sparql;
mod tell;
mod terms;
mod value;
mod words;
mod write;

pub use rows::{Row, Rows};
pub use sparql::{Answer, Sparql, Triples};
pub use value::Value;
pub use write::Rdf;

/// The IRI that the words of our vocabulary lie under.
pub const VOCABULARY: &str = "https://docs.rs/demarche/vocabulary#";

/// The base of the IRIs of a graph's resources where no other is given.
pub const DEFAULT_BASE: &str = "urn:demarche:";

/// A format of RDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Turtle, of RDF 1.2: short, with prefixes, for people to read.
    Turtle,
    /// N-Quads, of RDF 1.2: one triple a line, for programs.
    NQuads,
}

/// A form of SPARQL's tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Table {
    /// SPARQL 1.1 Query Results JSON, which tells terms apart.
    Json,
    /// Comma-separated values: the texts alone.
    Csv,
    /// Tab-separated values, of terms as Turtle writes them.
    Tsv,
}

#[cfg(test)]
mod tests;
