//! The beginning of a journey.

use super::stand::Stand;
use super::stretch::Stretch;
use crate::query::network::Network;

/// The beginning of a journey.
#[derive(Clone, Debug)]
pub(super) struct Label {
    pub(super) node: u32,
    /// The beginning that it goes on from, and by which edge.
    pub(super) from: Option<(usize, u32)>,
    /// The event by which it left.
    pub(super) first: Option<u32>,
    pub(super) steps: usize,
    /// How it stands at the certainty sought.
    pub(super) stand: Stand,
    /// How it stands at the certainty by which it is measured.
    pub(super) measured: Stand,
    /// Steps of it by events that links tie to others, in order.
    pub(super) tied: Vec<Tied>,
    /// What is possible since the last of these, or since it left.
    pub(super) open: Stretch,
    pub(super) is_dead: bool,
}

/// A step by an event that links tie to others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tied {
    pub(super) event: u32,
    /// The how manieth step it is.
    pub(super) step: usize,
    /// What was possible before it, since the last such step or since it all began.
    pub(super) before: Stretch,
    /// The earliest at which it can have been taken to its other end.
    pub(super) when: i64,
}

impl Label {
    /// Being where all begins.
    pub(super) fn first(node: u32) -> Self {
        Self {
            node,
            from: None,
            first: None,
            steps: 0,
            stand: Stand::START,
            measured: Stand::START,
            tied: Vec::new(),
            open: Stretch::NONE,
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
