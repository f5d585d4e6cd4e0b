//! What goes out, and comes back: a graph in the formats of others.
//!
//! | format | writes | reads | lossless |
//! |---|---|---|---|
//! | [JSON document](json) | yes | yes | yes |
//! | [Citation](citation) of any answer, in Markdown or CSV | yes | the question | no: an answer, its evidence and its frame, and of which graph |
//! | [petgraph], in place or by [`View::to_petgraph`](crate::View::to_petgraph) | yes | no | no: actors and events by handle |
//! | [DOT](dot) (Graphviz) | yes | no | no: to be looked at |
//! | [GraphML](graphml) (Cytoscape, yEd, igraph, networkx) | yes | no | no: actors, and events as edges, with their [columns](graph_file); ties, links and single accounts are left out, as is what XML 1.0 cannot say |
//! | [GEXF 1.3](gexf) (Gephi) | yes | no | no: as GraphML; dates are spells besides |
//! | [node-link JSON](node_link) (networkx, d3) | yes | no | no: as GraphML, with every text as it is |
//! | [FollowTheMoney](ftm) | yes | [yes](crate::ingest::ftm) | no: actors, ties, calls, visits and sanctions as far as it can say them; other events without their kind |
//! | Turtle and N-Quads, of RDF 1.2: `interop::rdf`, with the feature `sparql` | yes | yes | yes |
//! | Arrow record batches: `interop::arrow`, with the feature `arrow` | yes | yes | yes; the dyad panel is written only |
//! | Parquet, by month: `interop::parquet`, with the feature `parquet` (DuckDB, Polars, Spark, pandas) | yes | yes | yes; the dyad panel is written only |
//! | SPARQL over a view: `View::sparql`, with the feature `sparql`; rows as JSON, CSV, TSV | yes | no | no: what is asked for |
//!
//! What the drawings look like is in the [gallery].
//!
//! No writer leaves half a file. Those of graph files, FollowTheMoney, RDF and citations have
//! one shape: what is written, what of it, and where to; they stream, and tell how far they
//! have come. See [`output`].
//!
//! ```
//! use demarche::interop::Dot;
//! use demarche::{Call, Graph, Leader};
//!
//! let mut graph = Graph::new();
//! let macron = graph.add(Leader::new("Emmanuel Macron"))?;
//! let putin = graph.add(Leader::new("Vladimir Putin"))?;
//! graph.record(Call::between(macron, putin).on("2021-11-15"))?;
//!
//! let network = graph.during("2021-11")?.network()?;
//! let path = std::env::temp_dir().join("november.dot");
//! let written = Dot::of(&network).by_events().save(&path)?;
//! assert_eq!(written.count("edges"), 1);
//! # std::fs::remove_file(path).ok();
//! # Ok::<(), demarche::Error>(())
//! ```

#[cfg(feature = "arrow")]
pub mod arrow;
pub mod citation;
pub mod dot;
pub mod ftm;
pub mod gallery;
pub mod gexf;
pub mod graph_file;
pub mod graphml;
pub mod json;
pub mod node_link;
pub mod output;
#[cfg(feature = "parquet")]
pub mod parquet;
pub mod petgraph;
#[cfg(feature = "sparql")]
pub mod rdf;
#[cfg(test)]
pub(crate) mod testing;

pub use citation::Citation;
pub use dot::Dot;
pub use ftm::Ftm;
pub use gexf::Gexf;
pub use graph_file::{GraphFile, GraphFormat};
pub use graphml::GraphMl;
pub use node_link::NodeLink;
pub use output::Written;
#[cfg(feature = "parquet")]
pub use parquet::{PanelFile, Parquet};
