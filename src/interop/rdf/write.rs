//! From a graph to a file.

mod serializer;

use std::cell::RefCell;
use std::fmt;
use std::io::{self, Write};
use std::path::Path;

use oxrdf::NamedNode;

use super::acts::Record;
use super::names::Names;
use super::node::{Home, Node};
use super::tell::{Sink, Teller, Value};
use super::terms::Terms;
use super::{DEFAULT_BASE, Format};
use crate::interop::output::{self, Output, Progress, Watcher, Written};
use crate::query::{Showing, Telling};
use crate::{Error, Graph, Result, View};

use serializer::Writer;

pub(super) use serializer::turtle;

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
#[must_use = "nothing is written until it is told where"]
pub struct Rdf<'g> {
    showing: Showing<'g>,
    base: String,
    watcher: Option<Watcher<'g>>,
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
            watcher: None,
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

    /// Whom to tell how far it has come, about once in a megabyte and at the end: records
    /// are actors, ties, events and data sets, of which the total counts those that were
    /// come across by then.
    pub fn progress(mut self, watcher: impl FnMut(Progress) + 'g) -> Self {
        self.watcher = Some(Watcher::new(watcher));
        self
    }

    /// Writes it to a writer, which need not be buffered, and flushes that.
    ///
    /// What is written is counted as `actors`, `ties`, `events` and `data sets`. Costs O(n) in
    /// what is told, and O(1) memory beyond one resource and the names of data sets; for the
    /// triples between actors, the events of each actor are looked at once more.
    ///
    /// # Errors
    /// When the writer fails; what it has got by then is no whole file.
    pub fn write(mut self, format: Format, to: impl Write) -> Result<Written> {
        let watcher = self.watcher.take();
        output::write(to, watcher, |to| self.pour(format, to))
    }

    /// Writes it to a file, in one step: if it fails, a file that was there is as it was,
    /// and nothing else is left.
    ///
    /// ```
    /// use demarche::interop::rdf::{Format, Rdf};
    /// use demarche::{Graph, State};
    ///
    /// let mut graph = Graph::new();
    /// graph.add(State::new("France"))?;
    ///
    /// let path = std::env::temp_dir().join("france.ttl");
    /// let written = Rdf::everything(&graph).save(Format::Turtle, &path)?;
    /// assert_eq!(written.count("actors"), 1);
    /// # std::fs::remove_file(path).ok();
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// # Errors
    /// When the file cannot be written; the message names it.
    pub fn save(mut self, format: Format, path: impl AsRef<Path>) -> Result<Written> {
        let watcher = self.watcher.take();
        output::save(path.as_ref(), watcher, |to| self.pour(format, to))
    }

    /// As a text.
    pub fn to_text(self, format: Format) -> String {
        let mut bytes = Vec::new();
        // Memory does not fail, and what is written is UTF-8.
        let _ = self.write(format, &mut bytes);
        String::from_utf8(bytes).unwrap_or_default()
    }

    fn pour(&self, format: Format, to: &mut Output<'_>) -> io::Result<()> {
        let terms = Terms::new(self.names());
        let to = RefCell::new(to);
        let mut writer = Writer::new(&terms, format, &self.base, Shared(&to));
        self.tell(&terms, &mut writer, &to);
        writer.finish()
    }

    pub(super) fn names(&self) -> Names<'g> {
        Names {
            graph: self.showing.graph(),
            base: self.base.clone(),
        }
    }

    fn tell<W: Write>(
        &self,
        terms: &Terms<'g>,
        writer: &mut Writer<'_, '_, W>,
        to: &RefCell<&mut Output<'_>>,
    ) {
        let graph = self.showing.graph();
        // Of a view, not all that are looked at are shown: no total then.
        if let Telling::Everything = self.showing.telling() {
            let actors_and_ties = graph.actor_count().saturating_add(graph.tie_count());
            to.borrow_mut()
                .expect(actors_and_ties.saturating_add(graph.event_count()));
        }
        let record = Record::default();
        let mut teller = Teller {
            showing: &self.showing,
            terms,
            sink: writer,
        };
        for index in 0..small(graph.actor_count()) {
            if teller.sink.failed.is_some() {
                return;
            }
            teller.home(Home::Actor(index));
            for (word, other) in record.find(&self.showing, index).done {
                let (subject, object) = (Node::Actor(index), Node::Actor(other));
                teller.sink.take(subject, word, Value::Node(object));
            }
            to.borrow_mut().done("actors");
        }
        let mut sets = 0;
        for index in 0..small(graph.tie_count()) {
            if teller.sink.failed.is_some() {
                return;
            }
            teller.home(Home::Tie(index));
            to.borrow_mut().done("ties");
            tell_sets(&mut teller, &mut sets, to);
        }
        for index in self.showing.indices() {
            if teller.sink.failed.is_some() {
                return;
            }
            teller.home(Home::Event(index));
            to.borrow_mut().done("events");
            tell_sets(&mut teller, &mut sets, to);
        }
    }
}

impl fmt::Debug for Rdf<'_> {
    /// Without the graph.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rdf")
            .field("base", &self.base)
            .finish_non_exhaustive()
    }
}

/// An output that is written to, and counts records meanwhile.
struct Shared<'c, 'o, 'w>(&'c RefCell<&'o mut Output<'w>>);

impl Write for Shared<'_, '_, '_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.borrow_mut().flush()
    }
}

/// Tells of the data sets that were named since.
fn tell_sets<W: Write>(
    teller: &mut Teller<'_, '_, Writer<'_, '_, W>>,
    told: &mut u32,
    to: &RefCell<&mut Output<'_>>,
) {
    while teller.terms.set_of(*told).is_some() {
        to.borrow_mut().expect_another();
        teller.home(Home::DataSet(*told));
        to.borrow_mut().done("data sets");
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
