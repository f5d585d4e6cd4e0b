//! What links two nodes.

use crate::graph::Event;
use crate::query::dyads::Way;
use crate::time::{Certainty, Moment};

/// An event of a network.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Happened<'g> {
    pub(crate) event: Event<'g>,
    /// How certainly it is in the frame.
    pub(crate) certainty: Certainty,
    /// When it took place, by what the view shows.
    pub(crate) when: Moment,
}

/// A dyad of an event: sixteen bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Edge {
    /// The node of who acts.
    pub(crate) from: u32,
    /// The node of who is acted upon.
    pub(crate) to: u32,
    /// The number of the event in the network.
    pub(crate) event: u32,
    /// How certainly it links the two.
    pub(crate) certainty: Certainty,
    word: Word,
    /// The number of its sort in the network; [`Sorts`](super::Sorts) says what it is.
    pub(super) sort: u16,
}

/// Which way word passes along an edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    /// From who acts to who is acted upon.
    Onward,
    /// Both ways, though the one acted: who calls or visits hears an answer.
    Answered,
    /// Both ways, on an equal footing.
    Mutual,
}

impl Edge {
    pub(super) fn new(
        (from, to): (u32, u32),
        event: u32,
        certainty: Certainty,
        way: Way,
        (sort, talk): (u16, bool),
    ) -> Self {
        let word = match way {
            Way::Mutual => Word::Mutual,
            _ if talk => Word::Answered,
            _ => Word::Onward,
        };
        Self {
            from,
            to,
            event,
            certainty,
            word,
            sort,
        }
    }

    /// The same between two other nodes.
    pub(super) fn between(self, from: u32, to: u32) -> Self {
        Self { from, to, ..self }
    }

    /// Whether the two are on an equal footing, so that it is an edge each way.
    pub(crate) fn is_mutual(self) -> bool {
        self.word == Word::Mutual
    }

    /// Whether word passes both ways: in a talk, whoever called or visited whom, and
    /// wherever the two are on an equal footing. Else it passes from who acts to who is
    /// acted upon.
    pub(crate) fn passes_back(self) -> bool {
        self.word != Word::Onward
    }

    /// The node at the other end.
    pub(crate) fn other(self, node: u32) -> u32 {
        if self.from == node {
            self.to
        } else {
            self.from
        }
    }
}
