//! The events of a network.

use super::Happened;
use crate::graph::Graph;
use crate::time::{Certainty, Moment};

/// The events of a network by number: in order of time, undated ones first.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Happenings<'n, 'g> {
    graph: &'g Graph,
    /// Those of a network that was laid out as it was made; else none.
    known: &'n [Happened<'g>],
    /// Those of one that was laid out later.
    noted: &'n [Noted],
}

/// An event of a network that was laid out later. It borrows nothing, so that networks can
/// be taken for ones that live less long.
#[derive(Clone, Copy, Debug)]
pub(super) struct Noted {
    index: u32,
    certainty: Certainty,
    when: Moment,
}

impl Noted {
    pub(super) fn of(happened: &Happened<'_>) -> Self {
        Self {
            index: happened.event.id().index(),
            certainty: happened.certainty,
            when: happened.when,
        }
    }
}

impl<'n, 'g> Happenings<'n, 'g> {
    pub(super) fn new(graph: &'g Graph, known: &'n [Happened<'g>], noted: &'n [Noted]) -> Self {
        Self {
            graph,
            known,
            noted,
        }
    }

    pub(crate) fn len(self) -> usize {
        self.known.len().max(self.noted.len())
    }

    /// O(1); or O(log n) in the n events of the graph, if it was laid out later.
    pub(crate) fn get(self, number: usize) -> Option<Happened<'g>> {
        match self.noted.get(number) {
            None => self.known.get(number).copied(),
            Some(noted) => Some(Happened {
                event: self.graph.event_at(noted.index)?,
                certainty: noted.certainty,
                when: noted.when,
            }),
        }
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = Happened<'g>> + use<'n, 'g> {
        (0..self.len()).filter_map(move |number| self.get(number))
    }
}
