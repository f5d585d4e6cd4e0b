//! An edge that stands for an event.

use std::fmt;

use crate::model::EventId;
use crate::query::Network;
use crate::query::network::Happened;
use crate::time::{Certainty, Moment};

/// What an edge of [`Network::events`] stands for: an event, and how certainly it links
/// the two actors.
///
/// It borrows the network and can be copied; each question costs O(1). Two are equal if
/// they are of the same event and equally certain. It is displayed by its label and date:
/// "call · 2021-11-15".
///
/// ```
/// use demarche::{Call, Graph, Leader};
/// use petgraph::visit::{EdgeRef, IntoEdges};
///
/// let mut graph = Graph::new();
/// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
/// let putin = graph.add(Leader::new("Vladimir Putin"))?;
/// let call = graph.record(Call::between(macron, putin).on("2021-11-15"))?;
///
/// let network = graph.view().network()?;
/// for edge in network.events().edges(macron.into()) {
///     assert_eq!(edge.target(), putin.into());
///     assert_eq!(edge.weight().event(), call);
///     assert_eq!(edge.weight().when(), "2021-11-15".parse()?);
///     assert!(edge.weight().certainty().is_certain());
///     assert_eq!(edge.weight().to_string(), "call · 2021-11-15");
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct EventEdge<'n> {
    happened: Happened<'n>,
    certainty: Certainty,
}

impl<'n> EventEdge<'n> {
    pub(super) fn new(network: &'n Network<'n>, number: u32) -> Option<Self> {
        let edge = network.edge(number)?;
        Some(Self {
            happened: network.happened().get(edge.event as usize)?,
            certainty: edge.certainty,
        })
    }

    /// The event.
    pub fn event(self) -> EventId {
        self.happened.event.id()
    }

    /// When it took place, by what the view shows; it may be unknown.
    pub fn when(self) -> Moment {
        self.happened.when
    }

    /// How certainly it is in the frame and, at a level, links these two.
    pub fn certainty(self) -> Certainty {
        self.certainty
    }
}

impl PartialEq for EventEdge<'_> {
    fn eq(&self, other: &Self) -> bool {
        (self.event(), self.certainty) == (other.event(), other.certainty)
    }
}

impl Eq for EventEdge<'_> {}

impl fmt::Debug for EventEdge<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventEdge")
            .field("event", &self.event())
            .field("certainty", &self.certainty)
            .finish_non_exhaustive()
    }
}

impl fmt::Display for EventEdge<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.happened.event.label())?;
        if self.when().is_unknown() {
            return Ok(());
        }
        write!(f, " · {}", self.when())
    }
}
