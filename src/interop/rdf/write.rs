//! From a graph to a file.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use oxrdf::{Literal, NamedNode, NamedOrBlankNode, QuadRef, Term, TermRef, TripleRef};
use oxttl::nquads::WriterNQuadsSerializer;
use oxttl::turtle::WriterTurtleSerializer;
use oxttl::{NQuadsSerializer, TurtleSerializer};

use super::acts::Record;
use super::names::{Names, prefixes};
use super::node::{Home, Node};
use super::tell::{Sink, Teller, Value};
use super::terms::{self, Terms};
use super::words::Word;
use super::{DEFAULT_BASE, Format};
use crate::error::ErrorKind;
use crate::interop::output::replace;
use crate::query::{Showing, Telling};
use crate::store::Scope;
use crate::{Error, Graph, Result, View};

/// Writes a graph, or what a view shows of it, as RDF.
///
/// It is written as it is walked: what is kept in memory is what one resource is
/// described by, the names of data sets, and no more.
///
/// ```
/// use demarche::interop::rdf::{Format, Rdf};
/// use demarche::{Call, Graph, Leader};
///
/// let mut graph = Graph::new();
/// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
/// let putin = graph.add(Leader::new("Vladimir Putin"))?;
/// graph.record(Call::between(macron, putin).key("call").on("2021-11-15"))?;
///
/// let turtle = Rdf::everything(&graph).base("https://example.org/")?.to_text(Format::Turtle);
/// assert!(turtle.contains("@prefix : <https://example.org/actor/> ."));
/// assert!(turtle.contains("dem:talkedTo :vladimir-putin"));
/// assert!(turtle.contains("rdf:reifies <<( :emmanuel-macron dem:talkedTo :vladimir-putin )>>"));
/// assert_eq!(Graph::from_rdf(&turtle, Format::Turtle)?, graph);
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "nothing is written until it is told where"]
pub struct Rdf<'g> {
    showing: Showing<'g>,
    base: String,
}

impl<'g> Rdf<'g> {
    /// What a view shows: events in its frame of whatever modality and standing, unless
    /// the frame says which, with the accounts that it shows; the ties it knows; and all
    /// actors. What was retracted or withdrawn is not among it.
    pub fn of(view: &View<'g>) -> Self {
        Self::showing(Showing::of(view))
    }

    /// All that a graph holds, what was retracted and withdrawn too: a graph read from
    /// this is [equal](Graph#equality).
    pub fn everything(graph: &'g Graph) -> Self {
        Self::showing(Showing::everything(graph))
    }

    fn showing(showing: Showing<'g>) -> Self {
        Self {
            showing,
            base: DEFAULT_BASE.to_owned(),
        }
    }

    /// Under which IRI the resources lie, instead of [`DEFAULT_BASE`]: one of your own,
    /// ending in `/`, `#` or `:`, if it is to be published.
    ///
    /// # Errors
    /// When it is no absolute IRI, or ends otherwise.
    pub fn base(mut self, base: impl Into<String>) -> Result<Self> {
        self.base = checked_base(base.into())?;
        Ok(self)
    }

    /// Writes it.
    ///
    /// Costs O(n) in what is told, and O(1) memory beyond one resource and the names of
    /// data sets; for the triples between actors, the events of each actor are looked at
    /// once more.
    ///
    /// # Errors
    /// When the writer fails.
    pub fn write(&self, format: Format, out: impl Write) -> io::Result<()> {
        let terms = Terms::new(self.names());
        let mut out = BufWriter::new(out);
        let mut writer = Writer {
            terms: &terms,
            to: Serializer::new(format, &self.base, &mut out),
            failed: None,
            subject: None,
        };
        self.tell(&terms, &mut writer);
        if let Some(error) = writer.failed {
            return Err(error);
        }
        writer.to.finish()?;
        out.flush()
    }

    /// As a text.
    pub fn to_text(&self, format: Format) -> String {
        let mut bytes = Vec::new();
        // Memory does not fail, and what is written is UTF-8.
        let _ = self.write(format, &mut bytes);
        String::from_utf8(bytes).unwrap_or_default()
    }

    /// Writes it to a file, in one step: if it fails, a file that was there is as it was.
    ///
    /// # Errors
    /// When the file cannot be written; the message names it.
    pub fn write_to(&self, path: impl AsRef<Path>, format: Format) -> Result<()> {
        let path = path.as_ref();
        replace(path, |file| self.write(format, file)).map_err(|source| {
            Error::new(ErrorKind::Io {
                path: path.display().to_string(),
                source,
            })
        })
    }

    pub(super) fn names(&self) -> Names<'g> {
        Names {
            graph: self.showing.graph(),
            base: self.base.clone(),
        }
    }

    fn tell(&self, terms: &Terms<'g>, writer: &mut Writer<'_, '_, impl Write>) {
        let graph = self.showing.graph();
        let record = Record::default();
        let mut teller = Teller {
            showing: &self.showing,
            terms,
            sink: writer,
        };
        for index in 0..small(graph.actor_count()) {
            teller.home(Home::Actor(index));
            for (word, other) in record.find(&self.showing, index).done {
                let (subject, object) = (Node::Actor(index), Node::Actor(other));
                teller.sink.take(subject, word, Value::Node(object));
            }
        }
        let mut sets = 0;
        for index in 0..small(graph.tie_count()) {
            teller.home(Home::Tie(index));
            tell_sets(&mut teller, &mut sets);
        }
        let events = match self.showing.telling() {
            Telling::Everything => (0..small(graph.event_count())).collect(),
            Telling::Framed => self.showing.candidates(Scope::All),
        };
        for index in events {
            if teller.sink.failed.is_some() {
                return;
            }
            teller.home(Home::Event(index));
            tell_sets(&mut teller, &mut sets);
        }
    }
}

/// Tells of the data sets that were named since.
fn tell_sets<W: Write>(teller: &mut Teller<'_, '_, Writer<'_, '_, W>>, told: &mut u32) {
    while teller.terms.set_of(*told).is_some() {
        teller.home(Home::DataSet(*told));
        *told = told.saturating_add(1);
    }
}

fn small(count: usize) -> u32 {
    // A graph holds no more than that of anything.
    u32::try_from(count).unwrap_or(u32::MAX)
}

pub(super) fn checked_base(base: String) -> Result<String> {
    let expected = "an absolute IRI that ends in \"/\", \"#\" or \":\"";
    if NamedNode::new(&base).is_err() || !base.ends_with(['/', '#', ':']) {
        return Err(Error::invalid("base", format_args!("{base:?}"), expected));
    }
    Ok(base)
}

/// What is told, on its way out.
struct Writer<'t, 'g, W: Write> {
    terms: &'t Terms<'g>,
    to: Serializer<W>,
    failed: Option<io::Error>,
    /// The subject told of last, as many triples share it.
    subject: Option<(Node, NamedOrBlankNode)>,
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
pub(super) fn turtle(base: &str) -> TurtleSerializer {
    prefixes(base)
        .into_iter()
        .fold(TurtleSerializer::new(), |serializer, (prefix, iri)| {
            // All are IRIs: the base was checked.
            let with = serializer.clone().with_prefix(prefix, iri);
            with.unwrap_or(serializer)
        })
}
