//! Triples on their way out.

use std::io::{self, Write};

use oxrdf::{Literal, NamedNode, NamedOrBlankNode, QuadRef, Term, TermRef, TripleRef};
use oxttl::nquads::WriterNQuadsSerializer;
use oxttl::turtle::WriterTurtleSerializer;
use oxttl::{NQuadsSerializer, TurtleSerializer};

use crate::interop::rdf::Format;
use crate::interop::rdf::names::prefixes;
use crate::interop::rdf::node::Node;
use crate::interop::rdf::tell::{Sink, Value};
use crate::interop::rdf::terms::{self, Terms};
use crate::interop::rdf::words::Word;

/// What is told, on its way out.
pub(super) struct Writer<'t, 'g, W: Write> {
    terms: &'t Terms<'g>,
    to: Serializer<W>,
    pub(super) failed: Option<io::Error>,
    /// The subject told of last, as many triples share it.
    subject: Option<(Node, NamedOrBlankNode)>,
}

impl<'t, 'g, W: Write> Writer<'t, 'g, W> {
    pub(super) fn new(terms: &'t Terms<'g>, format: Format, base: &str, out: W) -> Self {
        Self {
            terms,
            to: Serializer::new(format, base, out),
            failed: None,
            subject: None,
        }
    }

    pub(super) fn finish(self) -> io::Result<()> {
        match self.failed {
            Some(error) => Err(error),
            None => self.to.finish(),
        }
    }
}

impl<W: Write> Sink for Writer<'_, '_, W> {
    fn wants(&self, _: Node, _: Word) -> bool {
        self.failed.is_none()
    }

    fn take(&mut self, subject: Node, property: Word, value: Value<'_>) {
        if self.failed.is_some() {
            return;
        }
        let of = match self.subject.take() {
            Some((node, of)) if node == subject => of,
            _ => self.terms.iri(subject).into(),
        };
        let object = match value {
            Value::Node(node) => self.terms.term(node),
            Value::Text(text, Word::XsdString) => Literal::new_simple_literal(text).into(),
            Value::Text(text, datatype) => terms::typed(text, datatype),
            Value::Term(term) => term,
        };
        self.failed = self.to.take(&of, &terms::named(property), &object).err();
        self.subject = Some((subject, of));
    }
}

enum Serializer<W: Write> {
    Turtle(Box<WriterTurtleSerializer<W>>),
    NQuads(WriterNQuadsSerializer<W>),
}

impl<W: Write> Serializer<W> {
    fn new(format: Format, base: &str, out: W) -> Self {
        match format {
            Format::NQuads => Self::NQuads(NQuadsSerializer::new().for_writer(out)),
            Format::Turtle => Self::Turtle(Box::new(turtle(base).for_writer(out))),
        }
    }

    fn take(
        &mut self,
        subject: &NamedOrBlankNode,
        property: &NamedNode,
        object: &Term,
    ) -> io::Result<()> {
        let triple = TripleRef::new(subject, property, TermRef::from(object));
        match self {
            Self::Turtle(to) => to.serialize_triple(triple),
            Self::NQuads(to) => to.serialize_quad(QuadRef::new(
                triple.subject,
                triple.predicate,
                triple.object,
                oxrdf::GraphNameRef::DefaultGraph,
            )),
        }
    }

    fn finish(self) -> io::Result<()> {
        match self {
            Self::Turtle(to) => to.finish().map(drop),
            Self::NQuads(to) => {
                to.finish();
                Ok(())
            }
        }
    }
}

/// A writer of Turtle that knows the prefixes of a base.
pub(in super::super) fn turtle(base: &str) -> TurtleSerializer {
    prefixes(base)
        .into_iter()
        .fold(TurtleSerializer::new(), |serializer, (prefix, iri)| {
            // All are IRIs: the base was checked.
            let with = serializer.clone().with_prefix(prefix, iri);
            with.unwrap_or(serializer)
        })
}
