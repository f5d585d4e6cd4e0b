//! The best time at which each actor is reached, and by which edge.

use crate::query::network::Network;
use crate::time::ticks::EARLIEST;

/// Before all times: who has the word from the start can take anything.
pub(super) const START: i64 = EARLIEST * 2;
/// After all times: not reached.
const NOT_REACHED: i64 = i64::MAX;
const NO_EDGE: u32 = u32::MAX;

/// When each actor is reached at the earliest, and by which edge.
#[derive(Clone, Debug)]
pub(super) struct Arrivals {
    pub(super) at: Vec<i64>,
    by: Vec<u32>,
}

impl Arrivals {
    /// Nobody but the node where all begins.
    pub(super) fn starting(nodes: usize, from: u32) -> Self {
        let mut at = vec![NOT_REACHED; nodes];
        if let Some(at) = at.get_mut(from as usize) {
            *at = START;
        }
        Self {
            at,
            by: vec![NO_EDGE; nodes],
        }
    }

    /// When a node is reached, or `i64::MAX`.
    pub(super) fn time(&self, node: u32) -> i64 {
        self.at.get(node as usize).copied().unwrap_or(NOT_REACHED)
    }

    /// Whether a node is reached, or it all begins there.
    pub(super) fn has(&self, node: u32) -> bool {
        self.time(node) != NOT_REACHED
    }

    /// Notes that a node is reached at a time by an edge, if that is better than what is
    /// known; and says whether it is.
    pub(super) fn improve(&mut self, node: u32, time: i64, edge: u32) -> bool {
        let node = node as usize;
        match (self.at.get_mut(node), self.by.get_mut(node)) {
            (Some(at), Some(by)) if time < *at => {
                *at = time;
                *by = edge;
                true
            }
            _ => false,
        }
    }

    /// The edges by which a node was reached, the last first; none if it was not.
    pub(super) fn back_from(&self, network: &Network<'_>, node: u32) -> Vec<u32> {
        let mut edges = Vec::new();
        let mut node = node;
        while let Some(&edge) = self.by.get(node as usize) {
            let Some(taken) = network.edges().get(edge as usize) else {
                break;
            };
            edges.push(edge);
            node = taken.other(node);
            // No node is reached by way of itself.
            if edges.len() > self.by.len() {
                return Vec::new();
            }
        }
        edges
    }
}
