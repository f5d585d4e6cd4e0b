//! The search for the first of all paths, or the first to each node.

use std::cmp::Ordering;

use super::Length;
use super::ground::Ground;
use super::heap::Heap;
use super::remaining::Remaining;

/// A way to a node that was found: the node, after the label before it.
#[derive(Clone, Copy, Debug)]
struct Label {
    node: u32,
    before: u32,
    length: Length,
}

/// A label that is to be settled, and how long a path by it is at least.
#[derive(Clone, Copy, Debug)]
struct Entry {
    least: Length,
    label: u32,
}

const NONE: u32 = u32::MAX;

/// Which way a search goes, and how far.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Guide<'r> {
    /// How far it is to the target, if there is one.
    pub(super) remaining: Option<&'r Remaining>,
    /// By how many steps it can be reached, where their number is bounded and each does
    /// not cost the same.
    pub(super) steps: Option<&'r Remaining>,
    /// The most steps of a path.
    pub(super) at_most: Option<u32>,
}

/// A search for first paths: A* (Hart, Nilsson and Raphael 1968) in the order of lengths,
/// and of nodes one after the other among paths of one length.
///
/// The order is one of whole paths: by length, and a path that begins another comes before
/// it. As what remains is consistent, nodes are settled in it; with what remains known
/// exactly, the search goes straight to the target, whatever the number of ties.
///
/// Where the number of steps is bounded besides the cost, a node is settled again by
/// each label of fewer steps (Pareto labels; Joksch 1966, *The shortest route problem with
/// constraints*). A loop makes a path neither cheaper nor shorter, so none is settled.
#[derive(Clone, Debug)]
pub(super) struct Search {
    labels: Vec<Label>,
    heap: Heap<Entry>,
    /// By node, the fewest steps with which it was settled: 0 if it is closed for good.
    closed: Vec<u32>,
    /// By node, the last label that was pushed.
    pushed: Vec<u32>,
    touched: Vec<u32>,
}

impl Search {
    pub(super) fn new(nodes: usize) -> Self {
        Self {
            labels: Vec::new(),
            heap: Heap::new(),
            closed: vec![u32::MAX; nodes],
            pushed: vec![NONE; nodes],
            touched: Vec::new(),
        }
    }

    /// Begins anew at the last of the nodes, after a path of this length through them, to
    /// which the search is not to come back. Costs what the search before touched.
    pub(super) fn start(&mut self, nodes: &[u32], length: Length, guide: Guide<'_>) {
        for node in self.touched.drain(..) {
            if let Some(closed) = self.closed.get_mut(node as usize) {
                *closed = u32::MAX;
            }
            if let Some(pushed) = self.pushed.get_mut(node as usize) {
                *pushed = NONE;
            }
        }
        self.labels.clear();
        self.heap.clear();
        let Some((&spur, root)) = nodes.split_last() else {
            return;
        };
        for &node in root {
            self.close(node, 0);
        }
        self.push(spur, NONE, length, guide);
    }

    /// Settles the next label, if there is one.
    pub(super) fn settle(&mut self, guide: Guide<'_>) -> Option<u32> {
        loop {
            let labels = &self.labels;
            let entry = self.heap.pop(|one, other| is_before(labels, one, other))?;
            let label = self.label(entry.label)?;
            if self.closed(label.node) <= label.length.steps {
                continue;
            }
            // Labels of a node come in order, so that one with no fewer steps is of use to
            // nobody; and where steps are not bounded, none is.
            let steps = guide.at_most.map_or(0, |_| label.length.steps);
            self.close(label.node, steps);
            return Some(entry.label);
        }
    }

    /// Goes on from a label that was settled: but at the start not to the nodes of
    /// `banned`, which is sorted.
    pub(super) fn go_on(
        &mut self,
        number: u32,
        ground: &Ground<'_, '_>,
        guide: Guide<'_>,
        banned: &[u32],
    ) {
        let Some(label) = self.label(number) else {
            return;
        };
        let banned = if label.before == NONE { banned } else { &[] };
        let least = label.length.plus(ground.least());
        for &arc in ground.around(label.node) {
            if self.closed(arc.to) <= least.steps
                || self.outdoes(arc.to, least, guide)
                || banned.binary_search(&arc.to).is_ok()
            {
                continue;
            }
            if let Some(toll) = ground.ahead(label.node, arc) {
                self.push(arc.to, number, label.length.plus(toll), guide);
            }
        }
    }

    /// Whether a label was pushed for the node that is better than any of this length.
    fn outdoes(&self, node: u32, length: Length, guide: Guide<'_>) -> bool {
        let known = self.pushed.get(node as usize);
        known
            .and_then(|&known| self.label(known))
            .is_some_and(|known| {
                known.length < length && (guide.at_most.is_none() || known.length.is_within(length))
            })
    }

    fn push(&mut self, node: u32, before: u32, length: Length, guide: Guide<'_>) {
        let least = match guide.remaining {
            Some(remaining) => remaining.at(node),
            None => Length::ZERO,
        };
        if least.is_infinite() || guide.exceeds(node, length, least) {
            return;
        }
        if self.outdoes(node, length, guide) {
            return;
        }
        let Ok(number) = u32::try_from(self.labels.len()) else {
            return;
        };
        let known = self.pushed.get(node as usize).copied().unwrap_or(NONE);
        self.labels.push(Label {
            node,
            before,
            length,
        });
        let ties = self
            .label(known)
            .is_some_and(|known| known.length == length);
        if ties && compare(&self.labels, known, number).is_le() {
            self.labels.pop();
            return;
        }
        if let Some(pushed) = self.pushed.get_mut(node as usize) {
            *pushed = number;
        }
        self.touched.push(node);
        let entry = Entry {
            least: length + least,
            label: number,
        };
        let labels = &self.labels;
        self.heap
            .push(entry, |one, other| is_before(labels, one, other));
    }

    fn close(&mut self, node: u32, steps: u32) {
        if let Some(closed) = self.closed.get_mut(node as usize) {
            *closed = steps;
        }
        self.touched.push(node);
    }

    fn closed(&self, node: u32) -> u32 {
        self.closed.get(node as usize).copied().unwrap_or(0)
    }

    fn label(&self, number: u32) -> Option<Label> {
        self.labels.get(number as usize).copied()
    }

    /// The node of a label, and the length of the way to it.
    pub(super) fn end(&self, number: u32) -> Option<(u32, Length)> {
        self.label(number).map(|label| (label.node, label.length))
    }

    /// The nodes from where the search began to the node of a label.
    pub(super) fn way(&self, number: u32) -> Vec<u32> {
        let mut nodes = Vec::new();
        let mut at = number;
        while let Some(label) = self.label(at) {
            nodes.push(label.node);
            at = label.before;
        }
        nodes.reverse();
        nodes
    }
}

impl Guide<'_> {
    /// Whether a path that has come to a node would take more steps than it may.
    fn exceeds(self, node: u32, length: Length, least: Length) -> bool {
        let more = match self.steps {
            Some(steps) => steps.at(node).steps,
            // Where steps are all that costs, of a bound on the cost this is one too.
            None => least.steps,
        };
        self.at_most
            .is_some_and(|most| length.steps.saturating_add(more) > most)
    }
}

fn is_before(labels: &[Label], one: Entry, other: Entry) -> bool {
    let order = one.least.cmp(&other.least);
    order
        .then_with(|| compare(labels, one.label, other.label))
        .is_lt()
}

/// Which of two ways comes first, node by node; one that begins the other does. O(s) in
/// the steps since they parted.
fn compare(labels: &[Label], one: u32, other: u32) -> Ordering {
    let label = |number: u32| labels.get(number as usize).copied();
    let steps = |number| label(number).map_or(0, |label| label.length.steps);
    let before = |number| label(number).map_or(NONE, |label| label.before);
    let shorter = steps(one).cmp(&steps(other));
    let (mut one, mut other) = (one, other);
    while steps(one) > steps(other) {
        one = before(one);
    }
    while steps(other) > steps(one) {
        other = before(other);
    }
    if one == other {
        return shorter;
    }
    while before(one) != before(other) {
        (one, other) = (before(one), before(other));
    }
    let node = |number| label(number).map_or(NONE, |label| label.node);
    node(one).cmp(&node(other))
}
