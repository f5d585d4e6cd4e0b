//! RDF and SPARQL: a graph in the language of the semantic web, and questions in it.
//!
//! | format | writes | reads | lossless |
//! |---|---|---|---|
//! | Turtle, N-Quads (RDF 1.2) | [`Rdf`] | [`Graph::from_rdf`](crate::Graph::from_rdf) | yes, of [`Rdf::everything`] |
//! | SPARQL 1.1, with 1.2's triple terms | – | [`View::sparql`](crate::View::sparql), [`Sparql`] | – |
//! | SPARQL results: JSON, CSV, TSV | [`Rows::write`] | no | JSON and TSV |
//!
//! # How is a graph told in triples?
//!
//! Actors, events, ties and accounts are resources. An event names who takes part by role
//! (`dem:source`, `dem:party`…), when it was in three ways, and the accounts of it; an
//! account names its speaker, publisher, stance and words.
//!
//! ```
//! use demarche::interop::rdf::{Format, Rdf};
//! use demarche::{Call, Graph, Leader, NewAccount, Organization};
//!
//! let mut graph = Graph::new();
//! let macron = graph.add(Leader::new("Emmanuel Macron"))?;
//! let putin = graph.add(Leader::new("Vladimir Putin"))?;
//! let elysee = graph.add(Organization::new("Élysée"))?;
//! graph.record(
//!     Call::between(macron, putin)
//!         .key("call")
//!         .on("2021-11-15")
//!         .account(NewAccount::by(elysee).quoting("need for a humanitarian effort")),
//! )?;
//!
//! let turtle = Rdf::of(&graph.view()).to_text(Format::Turtle);
//! for part in [
//!     ":emmanuel-macron a dem:Actor , dem:Leader , schema:Person",
//!     "event:call a dem:Event , dem:Talk , dem:Call",
//!     "dem:when \"2021-11-15\"^^dem:edtf",
//!     "dem:earliest \"2021-11-15T00:00:00\"^^xsd:dateTime",
//!     "dem:standing dem:Asserted",
//!     "dem:speaker :elysee",
//! ] {
//!     assert!(turtle.contains(part), "{part}\n{turtle}");
//! }
//! # Ok::<(), demarche::Error>(())
//! ```
//!
//! The words are defined in [`VOCABULARY_TURTLE`], which ties them to schema.org, PROV-O,
//! the W3C's organization ontology and OWL-Time; names are `schema:name`, a Wikidata item
//! is `owl:sameAs`. What has several sides (a place, a number, words) is a resource of its
//! own, and so is each cell of the list that gives values in their order (`dem:inOrder`)
//! where there are several. Nothing is left to literals that hold more than one value.
//!
//! # What is asserted, and what is only said?
//!
//! That an event is described does not make it so: it has its `dem:standing` and
//! `dem:modality`. What an event makes of two actors is said plainly
//! (`:emmanuel-macron dem:talkedTo :vladimir-putin`) where the view counts the event: as
//! everywhere, what is asserted and actual, unless the frame says otherwise. And the
//! event is the *reifier* of that triple in any case, which in RDF 1.2 asserts nothing:
//! `event:call rdf:reifies <<( :emmanuel-macron dem:talkedTo :vladimir-putin )>>`, or for
//! short `:emmanuel-macron dem:talkedTo :vladimir-putin ~ event:call`. Ties do the same:
//! `:france org:memberOf :nato` says that it was a member at some time, and the tie that
//! reifies it says when.
//!
//! At a [level](crate::View::level), plain triples and reifiers are of states or blocs;
//! those who take part are as recorded.
//!
//! # What is told of a view?
//!
//! All actors; the ties that it knows; the events in its frame, of whatever standing and
//! modality unless the frame says which; and of their accounts those that it shows.
//! [`Rdf::everything`] tells besides what was retracted and withdrawn, as whoever reads
//! it is to have the same graph. Where actors were merged, triples are of who stands for
//! them, and `dem:recordedAs` keeps what was recorded.
//!
//! # Dates
//!
//! A moment is a literal of `dem:edtf`, and beside that of an event stand its bounds as
//! `xsd:dateTime`, and its day as `xsd:date` if that is known. In questions, functions on
//! literals compare as [`time`](crate::time) does: `dem:certainlyBefore(?a, ?b)`,
//! `dem:possiblyDuring(?when, "2021-11")`, `dem:certainlyHolds(?span, ?when)` and
//! others, for which dates of XML Schema will do too.
//!
//! # What a question costs
//!
//! Patterns are looked up in the graph. What is known of a resource costs what is said of
//! it; an actor as the object costs its events, ties and acts, whatever the property; the
//! triple term of two actors, their common events; a key or name, a look-up. For who speaks
//! or publishes, the accounts of all events of the window are gone through once, and
//! all ties each time; at a [level](crate::View::level) of states or blocs all events are,
//! once for acts and each time for a triple term.
//!
//! The events of a class (`?event a dem:Call`), of a `dem:code`, `dem:class` or `dem:mode`
//! cost those that are of it, besides two bytes for each event of the window, which are
//! looked through for them; those of a class are remembered. Those of a date that is given
//! (`dem:date`, `dem:when`, `dem:earliest`, `dem:latest`) cost the events that may lie on
//! that day. For a code and for `dem:when`, which accounts may give too, all ties are
//! looked at besides, and those events that have more to them than one or two who take part,
//! a day and the row of a data set; and all events if an account tells of just that code.
//!
//! Everything else (events with a topic or a link to a known event; accounts of a stance or
//! a date) looks at whatever may have such a property: all events of the window, at some
//! microseconds each. A date in a `FILTER` is none that is given: it is compared for each
//! event that the other patterns leave, so a stretch of time costs less in a narrow
//! [`View`](crate::View). Which of several patterns is looked up first is the optimizer's
//! choice, which knows nothing of how many there are of each.
//!
//! Against an [Oxigraph](https://github.com/oxigraph/oxigraph) 0.5 store in memory that was
//! loaded with our export, on ICEWS14 (90,730 rows), answers held equal first; medians of 20,
//! in one run of `cargo bench -p demarche-agreement` on two cores that were shared with
//! others. *Asked again* is asked of a dataset that has answered before.
//!
//! | | asked once | asked again | Oxigraph |
//! |---|---|---|---|
//! | made ready | – | – | 2.4 s to write, 12 s to load |
//! | all of an event | 0.11 ms | 0.07 ms | 0.06 ms |
//! | partners of one who has most | 0.88 ms | 0.28 ms | 0.12 ms |
//! | events of two, by reifier, with dates | 4.9 ms | 3.9 ms | 1.0 ms |
//! | events of one, counted by month | 4.8 ms | 7.1 ms | 9.2 ms |
//! | partners of partners, counted | 33 ms | 1.1 ms | 2.4 ms |
//! | who is within reach (`dem:talkedTo+`), counted | 130 ms | 4.5 ms | 7.8 ms |
//! | talks, counted by month | 39 ms | 33 ms | 62 ms |
//! | who accuses whom most | 25 ms | 23 ms | 20 ms |
//! | events of a week, by a `FILTER` of dates | 153 ms | 113 ms | 58 ms |
//! | events of a day | 0.38 ms | 0.68 ms | 0.20 ms |
//! | events of a code | 3.3 ms | 5.4 ms | 0.43 ms |
//! | answers on the same day | 0.62 s | 0.45 s | 2.2 s |
//!
//! Where events are named one by one, a store that has every triple at hand is quicker, up to
//! twelve times; it takes the time and the memory to load them first.
//!
//! # Whose questions are answered?
//!
//! Nothing bounds what a question may cost: it can ask for all pairs of all there is. How deep
//! brackets lie in one another is looked at before it is parsed, as they could fill the
//! stack; but so could a chain of many thousands of operators or patterns, which is not. So
//! the questions of strangers are best asked in a process that may be ended.
//!
//! Types of the crates that parse and evaluate do not show.

mod acts;
mod answer;
mod citable;
mod dataset;
mod find;
mod functions;
mod ground;
mod names;
mod nesting;
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

pub use answer::{Answer, Triples};
pub use rows::{Row, Rows};
pub use sparql::Sparql;
pub use value::Value;
pub use write::Rdf;

/// The IRI that the words of our vocabulary lie under.
pub const VOCABULARY: &str = "https://docs.rs/demarche/vocabulary#";

/// The vocabulary itself, in Turtle: every class, property, datatype and function of ours,
/// what it says, and what it is a case of in other vocabularies.
pub const VOCABULARY_TURTLE: &str = include_str!("vocabulary.ttl");

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
