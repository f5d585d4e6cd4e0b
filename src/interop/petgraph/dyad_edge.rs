//! An edge that stands for all events of a dyad.

use std::fmt;

use crate::model::EventId;
use crate::query::Network;
use crate::query::network::{Dyad, Dyads, Happened, Happenings};
use crate::time::{Certainty, Moment};

/// What an edge of [`Network::dyads`] stands for: the events that link two actors, one
/// way or, undirected, whichever way.
///
/// It borrows the network and can be copied. Two are equal if they link the same actors
/// by the same events. It is displayed by their number: "3 events".
///
/// ```
/// use demarche::{Accusation, Call, Graph, Leader};
/// use petgraph::visit::{EdgeRef, IntoEdgeReferences, IntoEdges};
///
/// let mut graph = Graph::new();
/// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
/// let putin = graph.add(Leader::new("Vladimir Putin"))?;
/// let call = graph.record(Call::between(macron, putin).on("2021-11-15"))?;
/// let accusation = graph.record(Accusation::by(putin).against(macron).on("2021-12-02"))?;
///
/// let network = graph.view().network()?;
/// let mine = network.dyads().edges(macron.into()).next().unwrap();
/// let both = network.dyads().undirected().edge_references().next().unwrap();
/// assert_eq!(mine.weight().events().collect::<Vec<_>>(), [call]);
/// assert_eq!(both.weight().events().collect::<Vec<_>>(), [call, accusation]);
/// assert_eq!(both.weight().last(), Some("2021-12-02".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct DyadEdge<'n> {
    happened: Happenings<'n, 'n>,
    dyad: &'n Dyad,
    events: &'n [u32],
}

impl<'n> DyadEdge<'n> {
    pub(super) fn new(network: &'n Network<'n>, dyads: &'n Dyads, number: u32) -> Option<Self> {
        let dyad = dyads.get(number)?;
        Some(Self {
            happened: network.happened(),
            dyad,
            events: dyads.events(dyad),
        })
    }

    /// How many events there are: one or more. O(1).
    pub fn count(self) -> usize {
        self.events.len()
    }

    /// The events, in order of time, undated ones first.
    pub fn events(self) -> impl DoubleEndedIterator<Item = EventId> + 'n {
        let events = self.events.iter();
        events
            .filter_map(move |&number| self.happened(number))
            .map(|happened| happened.event.id())
    }

    /// How certainly any of them is in the frame and, at a level, links these two. O(1).
    pub fn certainty(self) -> Certainty {
        self.dyad.certainty
    }

    /// When the first of them took place that has a date. O(u) in those without.
    pub fn first(self) -> Option<Moment> {
        let events = self.events.iter();
        events
            .filter_map(|&number| self.happened(number))
            .map(|happened| happened.when)
            .find(|when| !when.is_unknown())
    }

    /// When the last of them took place, if any has a date. O(1).
    pub fn last(self) -> Option<Moment> {
        let last = self.happened(*self.events.last()?)?;
        Some(last.when).filter(|when| !when.is_unknown())
    }

    fn happened(self, number: u32) -> Option<Happened<'n>> {
        self.happened.get(number as usize)
    }
}

impl PartialEq for DyadEdge<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.dyad == other.dyad && self.events().eq(other.events())
    }
}

impl Eq for DyadEdge<'_> {}

impl fmt::Debug for DyadEdge<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DyadEdge")
            .field("count", &self.count())
            .field("certainty", &self.certainty())
            .finish_non_exhaustive()
    }
}

impl fmt::Display for DyadEdge<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.count() {
            1 => f.write_str("1 event"),
            count => write!(f, "{count} events"),
        }
    }
}
