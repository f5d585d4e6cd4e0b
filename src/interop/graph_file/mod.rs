//! What all files of graphs have in common.
//!
//! # What is a node, and what an edge?
//!
//! A [network](crate::query::network) is written, which is a view laid out as a graph, so
//! a file holds what the view shows, at its level. Nodes are actors, named by their keys: those
//! that edges link, or [all](GraphFile::with_unlinked). What an edge stands for, one says:
//!
//! | | an edge is |
//! |---|---|
//! | [`by_events`](GraphFile::by_events) | a dyad of an event, from who acts to who is acted upon: a call of three is three edges, ten calls of two are ten parallel ones |
//! | [`by_dyads`](GraphFile::by_dyads) | all events that link two actors in one way, with their counts: from the one to the other, from the other to the one, or on an equal footing |
//! | `by_dyads` and [`undirected`](GraphFile::undirected) | all events that link two actors, whoever acts |
//!
//! On an equal footing (the parties of a call, of an agreement) which of the two comes first
//! says nothing, and the column `mutual` is true. It is one edge all the same: where a tool
//! counts only what goes out, turn it round too, or write [`undirected`](GraphFile::undirected).
//!
//! # Which columns are there?
//!
//! The same in every format that has columns; what an actor or event lacks is left out.
//!
//! | of nodes | |
//! |---|---|
//! | `key`, `name`, `aliases`, `unnamed` | what it is called; aliases parted by "; " |
//! | `sort`, `organization_sort` | leader, state, organization, group, unresolved; company, party and so on |
//! | `sectors` | those that data files give it |
//! | `iso2`, `iso3`, `iso_numeric`, `cow`, `gw`, `cameo`, `fips`, `wikidata`, `ftm`, `archigos`, `reign` | its (first) code in each system |
//!
//! | of edges | |
//! |---|---|
//! | `label` | "call"; of several events "2 calls, 1 meeting" |
//! | `weight` | how many events it stands for |
//! | `mutual` | whether the two are on an equal footing |
//! | `when`; of a dyad `first`, `last` | in [EDTF](crate::time) |
//! | `start`, `end` | the first and last day that this can be, where it is bounded |
//! | `basis` | whether the date is the event's own, or the report's |
//! | `certainty` | how certainly it is in the frame, and links these two at the level |
//! | `kind`, `class`, `mode`, `code`, `quad_cameo`, `quad_plover` | what it is; see [codes](crate::model::codes) |
//! | `manner`; of a dyad the number of each: `talk`, `verbal_cooperation`, … | talk, or else the quad class, by PLOVER's reading, or CAMEO's of what PLOVER leaves out |
//! | `modality`, `standing`, `place`, `text` | of an event |
//! | `duration`, `topics` | of a dyad, those of all its events |
//! | `accounts`, `sources` | how many accounts the view shows, and whose they are: speakers and publishers |
//! | `sources_at_least`, `sources_at_most` | on how many [independent sources](crate::query::Independent) it rests |
//! | `evidence` | the key of the event, or of each; of one without a key `#7`, its number in the order of recording, from 0 |
//!
//! Ties, links between events and the accounts themselves are not written.

mod bundle;
mod layout;
mod link;
mod manner;
mod node;
mod spell;
#[cfg(test)]
pub(crate) mod tests;
mod value;
mod xml;

use std::fmt;
use std::io::Write;
use std::path::Path;

use super::output::{self, Progress, Watcher, Written};
use crate::Result;
use crate::query::Network;

pub(crate) use layout::Layout;
pub(crate) use link::Link;
pub(crate) use manner::{Colour, Manner};
pub(crate) use node::Node;
pub(crate) use spell::Spell;
pub(crate) use value::{Column, Sort, Value, Values};
pub(crate) use xml::{Escaped, sayable};

/// What an edge of a file stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Edges {
    /// A dyad of an event.
    Events,
    /// All events that link two actors.
    Dyads,
}

/// What of a network is to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Plan {
    pub(crate) edges: Edges,
    pub(crate) directed: bool,
    pub(crate) unlinked: bool,
}

/// A format of files of graphs: [`DotFormat`](super::dot::DotFormat) and the like.
///
/// It is sealed: the formats are those of this crate.
pub trait GraphFormat: sealed::Draw {}

pub(crate) mod sealed {
    use std::io;

    use super::{Edges, Layout};
    use crate::interop::output::Output;

    /// How a format writes a graph.
    #[expect(unnameable_types, reason = "it seals `GraphFormat`")]
    pub trait Draw: Default {
        /// What an edge stands for, if nothing is said.
        #[expect(private_interfaces, reason = "it seals `GraphFormat`")]
        const EDGES: Edges;

        /// Writes a graph.
        #[expect(private_interfaces, reason = "it seals `GraphFormat`")]
        fn draw(&self, layout: Layout<'_, '_>, to: &mut Output<'_>) -> io::Result<()>;
    }
}

/// A network to be written to a file, in some format.
///
/// Go by the names of the formats: [`Dot`](super::Dot), [`GraphMl`](super::GraphMl),
/// [`Gexf`](super::Gexf), [`NodeLink`](super::NodeLink). Say what is to be written, and then
/// [`write`](Self::write) or [`save`](Self::save) it. It costs O(n + m log d) in actors, edges
/// and the edges of one actor, and a memory that does not grow with the file: an edge, or the
/// edges of one actor, at a time.
///
/// ```
/// use demarche::interop::{Gexf, NodeLink};
/// use demarche::{Call, Graph, Leader};
///
/// let mut graph = Graph::new();
/// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
/// let putin = graph.add(Leader::new("Vladimir Putin"))?;
/// graph.record(Call::between(macron, putin).on("2021-11-15"))?;
/// graph.record(Call::between(macron, putin).on("2021-12-02"))?;
///
/// let network = graph.view().network()?;
/// let written = Gexf::of(&network).write(Vec::new())?;
/// assert_eq!(written.count("edges"), 2);
/// let written = NodeLink::of(&network).by_dyads().write(Vec::new())?;
/// assert_eq!(written.count("edges"), 1);
/// # Ok::<(), demarche::Error>(())
/// ```
pub struct GraphFile<'n, 'g, F> {
    network: &'n Network<'g>,
    plan: Plan,
    watcher: Option<Watcher<'n>>,
    pub(super) format: F,
}

impl<'n, 'g, F: GraphFormat> GraphFile<'n, 'g, F> {
    /// A file of a network: directed, of the actors that edges link.
    pub fn of(network: &'n Network<'g>) -> Self {
        Self {
            network,
            plan: Plan {
                edges: F::EDGES,
                directed: true,
                unlinked: false,
            },
            watcher: None,
            format: F::default(),
        }
    }

    /// An edge for each dyad of each event, in order of time; so unless said, but in
    /// [DOT](super::dot).
    #[must_use]
    pub fn by_events(mut self) -> Self {
        self.plan.edges = Edges::Events;
        self
    }

    /// An edge for all events that link two actors in one way, by who acts and then by the
    /// other, in order of adding; so unless said in [DOT](super::dot).
    #[must_use]
    pub fn by_dyads(mut self) -> Self {
        self.plan.edges = Edges::Dyads;
        self
    }

    /// Edges without direction, whoever acts.
    #[must_use]
    pub fn undirected(mut self) -> Self {
        self.plan.directed = false;
        self
    }

    /// All actors of the graph, also those that no edge links.
    #[must_use]
    pub fn with_unlinked(mut self) -> Self {
        self.plan.unlinked = true;
        self
    }

    /// Whom to tell how far it has come, about once in a megabyte and at the end.
    #[must_use]
    pub fn progress(mut self, watcher: impl FnMut(Progress) + 'n) -> Self {
        self.watcher = Some(Watcher::new(watcher));
        self
    }

    /// Writes it to a writer, which need not be buffered, and flushes that.
    ///
    /// # Errors
    /// When the writer fails; what it has got by then is no whole file.
    pub fn write(self, to: impl Write) -> Result<Written> {
        let layout = Layout::new(self.network, self.plan);
        let format = self.format;
        output::write(to, self.watcher, |to| format.draw(layout, to))
    }

    /// Writes it to a file, in one step: if it fails, a file that was there is as it was,
    /// and nothing else is left.
    ///
    /// # Errors
    /// When the file cannot be written; the message names it.
    pub fn save(self, path: impl AsRef<Path>) -> Result<Written> {
        let layout = Layout::new(self.network, self.plan);
        let format = self.format;
        output::save(path.as_ref(), self.watcher, |to| format.draw(layout, to))
    }
}

impl<F: fmt::Debug> fmt::Debug for GraphFile<'_, '_, F> {
    /// Without the network.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GraphFile")
            .field("format", &self.format)
            .field("plan", &self.plan)
            .finish_non_exhaustive()
    }
}
