//! Moving nodes one by one to where they add most.

use std::collections::VecDeque;

use super::web::{Web, add, get};

/// What rounding may make of a comparison of two sums, as a share of the weight at a node.
pub(super) const ROUNDING: f64 = 1e-12;

/// Nodes on the move: the *fast local move* of Leiden. Whoever's neighbour has moved is
/// looked at again.
#[derive(Debug)]
pub(super) struct Moving<'w> {
    web: &'w Web,
    resolution: f64,
    labels: Vec<u32>,
    /// The weight at the nodes of each label.
    strength: Vec<f64>,
    /// How many nodes bear each label.
    sizes: Vec<u32>,
    /// Labels that nobody bears; perhaps taken up again since.
    free: Vec<u32>,
    queue: VecDeque<u32>,
    is_queued: Vec<bool>,
    /// The weight between the node looked at and each label.
    between: Vec<f64>,
}

impl<'w> Moving<'w> {
    /// From a partition on: a label below the number of nodes for each node.
    pub(super) fn new(web: &'w Web, resolution: f64, labels: Vec<u32>) -> Self {
        let mut strength = vec![0.0; web.len()];
        let mut sizes = vec![0_u32; web.len()];
        for (node, label) in web.nodes().zip(&labels) {
            add(&mut strength, *label, web.strength(node));
            if let Some(size) = sizes.get_mut(*label as usize) {
                *size += 1;
            }
        }
        let is_free = |label: &u32| sizes.get(*label as usize) == Some(&0);
        Self {
            free: web.nodes().rev().filter(is_free).collect(),
            queue: web.nodes().collect(),
            is_queued: vec![true; web.len()],
            between: vec![0.0; web.len()],
            web,
            resolution,
            labels,
            strength,
            sizes,
        }
    }

    /// The partition where no node that moves alone adds anything.
    ///
    /// A part that is left weighs less, which may draw to it who is no neighbour of the one
    /// that left and so is not looked at again: once nobody waits all are looked at.
    pub(super) fn done(mut self) -> Vec<u32> {
        loop {
            while let Some(node) = self.queue.pop_front() {
                if let Some(queued) = self.is_queued.get_mut(node as usize) {
                    *queued = false;
                }
                self.settle(node);
            }
            let mut moved = false;
            for node in self.web.nodes() {
                moved |= self.settle(node);
            }
            if !moved {
                return self.labels;
            }
        }
    }

    /// Moves a node to where it adds most, if that is elsewhere; says whether it is.
    fn settle(&mut self, node: u32) -> bool {
        let Some(label) = self.better(node) else {
            return false;
        };
        self.relabel(node, label);
        self.wake(node, label);
        true
    }

    /// The label under which a node adds most, if that is more than under its own: of
    /// several, that of the neighbour of lowest number; if it adds most alone, a free one.
    pub(super) fn better(&mut self, node: u32) -> Option<u32> {
        let own = *self.labels.get(node as usize)?;
        let around = self.web.around(node);
        for (other, weight) in around {
            if let Some(label) = self.labels.get(*other as usize) {
                add(&mut self.between, *label, *weight);
            }
        }
        let at_node = self.web.strength(node);
        let share = self.resolution * at_node / self.web.total();
        let stays = get(&self.between, own) - share * (get(&self.strength, own) - at_node);
        let mut best = (stays + ROUNDING * at_node * (1.0 + self.resolution), None);
        for (other, _) in around {
            let label = self.labels.get(*other as usize).copied();
            let Some(label) = label.filter(|label| *label != own) else {
                continue;
            };
            let joins = get(&self.between, label) - share * get(&self.strength, label);
            if joins > best.0 {
                best = (joins, Some(label));
            }
        }
        for (other, _) in around {
            let label = self.labels.get(*other as usize);
            if let Some(between) = label.and_then(|label| self.between.get_mut(*label as usize)) {
                *between = 0.0;
            }
        }
        if best.0 < 0.0 {
            return self.free_label();
        }
        best.1
    }

    /// A label that nobody bears. There is one unless each node bears one of its own, when
    /// none would gain from being alone.
    fn free_label(&mut self) -> Option<u32> {
        while let Some(label) = self.free.last() {
            if self.sizes.get(*label as usize) == Some(&0) {
                return Some(*label);
            }
            self.free.pop();
        }
        None
    }

    /// Gives a node another label.
    pub(super) fn relabel(&mut self, node: u32, label: u32) {
        let Some(own) = self.labels.get_mut(node as usize) else {
            return;
        };
        let left = std::mem::replace(own, label);
        let weight = self.web.strength(node);
        add(&mut self.strength, left, -weight);
        add(&mut self.strength, label, weight);
        if let Some(size) = self.sizes.get_mut(label as usize) {
            *size += 1;
        }
        if let Some(size) = self.sizes.get_mut(left as usize) {
            *size -= 1;
            if *size == 0 {
                self.free.push(left);
            }
        }
    }

    /// Has the neighbours of a node looked at again that do not bear its label.
    fn wake(&mut self, node: u32, label: u32) {
        for (other, _) in self.web.around(node) {
            let is_apart = self.labels.get(*other as usize) != Some(&label);
            let queued = self.is_queued.get_mut(*other as usize);
            if let Some(queued) = queued.filter(|queued| is_apart && !**queued) {
                *queued = true;
                self.queue.push_back(*other);
            }
        }
    }

    /// The labels as they are.
    #[cfg(test)]
    pub(super) fn labels(&self) -> &[u32] {
        &self.labels
    }
}
