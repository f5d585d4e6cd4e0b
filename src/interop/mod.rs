//! What goes out, and comes back: a graph in the formats of others.
//!
//! | format | writes | reads | lossless |
//! |---|---|---|---|
//! | [JSON document](json) | yes | yes | yes |
//! | [petgraph], in place or by [`View::to_petgraph`](crate::View::to_petgraph) | yes | no | no: actors and events by handle |
//!
//! With the feature `sparql`:
//!
//! | format | writes | reads | lossless |
//! |---|---|---|---|
//! | Turtle and N-Quads, of RDF 1.2: `interop::rdf` | yes | yes | yes |
//! | SPARQL over a view: `View::sparql`, rows as JSON, CSV, TSV | yes | no | no: what is asked for |

pub mod json;
pub mod petgraph;
#[cfg(feature = "sparql")]
pub mod rdf;
