//! RDF.
mod acts;
mod names;
mod node;
mod read;
mod tell;
mod terms;
mod words;
mod write;

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

#[cfg(test)]
mod tests;
