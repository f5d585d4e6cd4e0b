//! The beginning of a journey.

use crate::query::journey::arrivals::START;
use crate::query::network::Network;
use crate::time::ticks::LATEST;

/// The beginning of a journey.
#[derive(Clone, Debug)]
pub(super) struct Label {
    pub(super) node: u32,
    /// The beginning that it goes on from, and by which edge.
    pub(super) from: Option<(usize, u32)>,
    pub(super) steps: usize,
    /// When it is there.
    pub(super) now: i64,
    /// The same, without events that links tie to others.
    pub(super) free: i64,
    /// The latest at which it can be there, waiting being limited.
    pub(super) late: i64,
    /// The latest at which it can have left.
    pub(super) left: i64,
    /// The least time that has passed since.
    pub(super) elapsed: i64,
    /// Events of it that links tie to others, and when it was there by them; sorted.
    pub(super) tied: Vec<(u32, i64)>,
    pub(super) is_dead: bool,
}

impl Label {
    /// Being where all begins.
    pub(super) fn first(node: u32) -> Self {
        Self {
            node,
            from: None,
            steps: 0,
            now: START,
            free: START,
            late: LATEST,
            left: LATEST,
            elapsed: 0,
            tied: Vec::new(),
            is_dead: false,
        }
    }
}

/// The edges of a beginning, in order.
pub(super) fn edges(labels: &[Label], nth: usize) -> Vec<u32> {
    let mut edges = Vec::new();
    let mut next = labels.get(nth).and_then(|label| label.from);
    while let Some((before, edge)) = next {
        edges.push(edge);
        next = labels.get(before).and_then(|label| label.from);
    }
    edges.reverse();
    edges
}

/// The events of a beginning, in order; one that is taken twice in a row, twice.
pub(super) fn events(network: &Network<'_>, labels: &[Label], nth: usize) -> Vec<u32> {
    edges(labels, nth)
        .into_iter()
        .filter_map(|edge| network.edges().get(edge as usize))
        .map(|edge| edge.event)
        .collect()
}

/// Whom a beginning visits, the last first.
pub(super) fn nodes(labels: &[Label], nth: usize) -> Vec<u32> {
    let mut nodes = Vec::new();
    let mut next = Some(nth);
    while let Some(label) = next.and_then(|nth| labels.get(nth)) {
        nodes.push(label.node);
        next = label.from.map(|(before, _)| before);
    }
    nodes
}

/// Whether a beginning visits a node.
pub(super) fn visits(labels: &[Label], nth: usize, node: u32) -> bool {
    nodes(labels, nth).contains(&node)
}
