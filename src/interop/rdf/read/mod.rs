//! From a file to a graph.

mod account;
mod actor;
mod event;
mod page;
mod statements;
mod tie;
mod value;

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use oxrdf::{NamedNode, NamedOrBlankNode, Term};

use self::page::{Page, name};
use self::statements::Statements;
use super::Format;
use super::words::Word;
use crate::error::ErrorKind;
use crate::model::{ActorId, DataSet, EventId, LinkKind};
use crate::{Error, Graph, Result};

impl Graph {
    /// Reads a graph from RDF in [our vocabulary](crate::interop::rdf).
    ///
    /// Resources are told by their class (`dem:Actor`, `dem:Tie`, `dem:Event`), whatever
    /// their IRIs; blank nodes will do. What is said in other vocabularies is passed
    /// over, and so is what follows from the rest: the triples between actors, bounds,
    /// standings. Graph names are passed over too.
    ///
    /// Costs O(n) memory in the triples, and O(n log n) time.
    ///
    /// # Errors
    /// When the syntax is at fault, at a [position](Error::position); when triple terms lie
    /// in one another, more than 64 deep; or what a resource is said to be cannot be: the
    /// message names it. There is no graph then.
    ///
    /// ```
    /// use demarche::Graph;
    /// use demarche::interop::rdf::Format;
    ///
    /// let graph = Graph::from_rdf(r#"
    /// @prefix dem: <https://docs.rs/demarche/vocabulary#> .
    /// @prefix schema: <https://schema.org/> .
    /// @prefix : <https://example.org/> .
    ///
    /// :macron a dem:Actor, dem:Leader; schema:name "Emmanuel Macron" .
    /// :putin a dem:Actor, dem:Leader; schema:name "Vladimir Putin" .
    /// [] a dem:Event, dem:Call; dem:party :macron, :putin; dem:when "2021-11-15"^^dem:edtf .
    /// "#, Format::Turtle)?;
    /// assert_eq!(graph.view().talks_of("Emmanuel Macron", "Vladimir Putin")?.len(), 1);
    ///
    /// let error = Graph::from_rdf("<urn:a> a .", Format::Turtle).unwrap_err();
    /// assert!(error.is_in_input() && error.position().is_some());
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn from_rdf(text: &str, format: Format) -> Result<Self> {
        Reader::of(&Statements::read(text, format)?).read()
    }

    /// Reads a graph from a file of RDF, in UTF-8.
    ///
    /// # Errors
    /// As for [`from_rdf`](Self::from_rdf), and when the file cannot be read; the
    /// message names the file.
    pub fn read_rdf(path: impl AsRef<Path>, format: Format) -> Result<Self> {
        let path = path.as_ref();
        let text = std::fs::read_to_string(path).map_err(|source| {
            Error::new(ErrorKind::Io {
                path: path.display().to_string(),
                source,
            })
        })?;
        Self::from_rdf(&text, format).map_err(|error| error.in_file(path))
    }
}

/// What is read so far; thrown away on the first fault.
struct Reader<'d> {
    all: &'d Statements,
    graph: Graph,
    actors: HashMap<&'d NamedOrBlankNode, ActorId>,
    events: HashMap<&'d NamedOrBlankNode, EventId>,
    /// Each data set once, as many accounts share it.
    data_sets: HashMap<DataSet, Arc<DataSet>>,
    /// Links, drawn when all events are there.
    links: Vec<(EventId, Page<'d>, LinkKind, &'d Term)>,
}

impl<'d> Reader<'d> {
    fn of(all: &'d Statements) -> Self {
        Self {
            all,
            graph: Graph::new(),
            actors: HashMap::new(),
            events: HashMap::new(),
            data_sets: HashMap::new(),
            links: Vec::new(),
        }
    }

    fn read(mut self) -> Result<Graph> {
        let all = self.all;
        for page in all.of_class(Word::Actor) {
            self.add_actor(page)?;
        }
        for page in all.of_class(Word::Tie) {
            self.add_tie(page)?;
        }
        for page in all.of_class(Word::Event) {
            self.add_event(page)?;
        }
        self.draw_links()?;
        // Last, so that until then everybody is who they were told to be.
        for page in all.of_class(Word::Actor) {
            self.merge(page)?;
        }
        Ok(self.graph)
    }

    /// The actor that is the value of a property.
    fn actor(&self, of: Page<'d>, property: Word, value: &Term) -> Result<ActorId> {
        let found = resource(value).and_then(|node| self.actors.get(&node).copied());
        found.ok_or_else(|| {
            of.wrong(format_args!(
                "{} of {value}, which is no actor",
                name(property)
            ))
        })
    }

    /// The actor of a property, as it was told of.
    fn actor_told(&self, page: Page<'d>, property: Word) -> Result<Option<ActorId>> {
        let recorded = self.recorded(page)?;
        let as_recorded = recorded.iter().find(|&&(known, _)| known == property);
        if let Some(&(_, actor)) = as_recorded {
            return Ok(Some(actor));
        }
        let value = page.one(property)?;
        value
            .map(|value| self.actor(page, property, value))
            .transpose()
    }

    /// Of whom it was told, before some were found to be others.
    fn recorded(&self, page: Page<'d>) -> Result<Vec<(Word, ActorId)>> {
        page.all(Word::RecordedAs)
            .map(|value| {
                let fault = || page.wrong("dem:recordedAs that is no triple of an actor");
                let Term::Triple(triple) = value else {
                    return Err(fault());
                };
                let property = Word::of_iri(triple.predicate.as_str()).ok_or_else(fault)?;
                Ok((property, self.actor(page, property, &triple.object)?))
            })
            .collect()
    }

    fn draw_links(&mut self) -> Result<()> {
        for (from, page, kind, to) in std::mem::take(&mut self.links) {
            let found = resource(to).and_then(|node| self.events.get(&node).copied());
            let to = found
                .ok_or_else(|| page.wrong(format_args!("a link to {to}, which is no event")))?;
            let drawn = self.graph.link(from, kind, to);
            drawn.map_err(|error| page.because(&error))?;
        }
        Ok(())
    }

    /// The texts of a property, in their order.
    fn texts(&self, page: Page<'d>, property: Word) -> Result<Vec<&'d str>> {
        for head in page.all(Word::InOrder) {
            let cell = self.all.page(page, Word::InOrder, head)?;
            if cell.all(Word::ValuesOf).any(|of| page::is(of, property)) {
                return self.list(cell);
            }
        }
        page.texts(property)
    }

    fn list(&self, head: Page<'d>) -> Result<Vec<&'d str>> {
        let mut texts = Vec::new();
        let mut cell = head;
        loop {
            let first = cell.require(Word::RdfFirst)?;
            texts.push(cell.text_of(Word::RdfFirst, first)?);
            let rest = cell.require(Word::RdfRest)?;
            if page::is(rest, Word::RdfNil) {
                return Ok(texts);
            }
            if texts.len() > self.all.len() {
                return Err(head.wrong("a list without an end"));
            }
            cell = self.all.page(cell, Word::RdfRest, rest)?;
        }
    }
}

fn resource(term: &Term) -> Option<NamedOrBlankNode> {
    match term {
        Term::NamedNode(iri) => Some(NamedNode::clone(iri).into()),
        Term::BlankNode(node) => Some(node.clone().into()),
        _ => None,
    }
}
