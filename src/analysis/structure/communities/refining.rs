//! Refining parts into smaller ones that are well connected within them.

use super::moving::ROUNDING;
use super::web::{Web, add, get};

/// A finer partition than this one, whose every part is connected: a label below the
/// number of nodes for each node.
///
/// Each node begins alone. Those that are still alone when it is their turn, and well
/// connected with the rest of their part, join the refined part that adds most, if that is
/// no loss and it is well connected with the rest too: if the weight between the two is at
/// least what it would be at random. Who adds nothing anywhere stays alone.
pub(super) fn refined(web: &Web, resolution: f64, labels: &[u32]) -> Vec<u32> {
    let mut refining = Refining::new(web, resolution, labels);
    for node in web.nodes() {
        refining.merge(node);
    }
    refining.refined
}

struct Refining<'w> {
    web: &'w Web,
    resolution: f64,
    labels: &'w [u32],
    /// The weight at the nodes of each part that is refined.
    whole: Vec<f64>,
    refined: Vec<u32>,
    /// Whether each node is the only one of its refined part.
    is_alone: Vec<bool>,
    /// The weight at the nodes of each refined part.
    strength: Vec<f64>,
    /// The weight between each refined part and the rest of the part that it is of.
    outward: Vec<f64>,
    /// The weight between the node looked at and each refined part.
    between: Vec<f64>,
}

impl<'w> Refining<'w> {
    fn new(web: &'w Web, resolution: f64, labels: &'w [u32]) -> Self {
        let mut whole = vec![0.0; web.len()];
        for (node, label) in web.nodes().zip(labels) {
            add(&mut whole, *label, web.strength(node));
        }
        let within = |node: u32| -> f64 {
            let around = web.around(node).iter();
            let same = |other: u32| labels.get(other as usize) == labels.get(node as usize);
            let inner = around.filter(|(other, _)| same(*other));
            inner.map(|(_, weight)| weight).sum()
        };
        Self {
            web,
            resolution,
            labels,
            whole,
            refined: web.nodes().collect(),
            is_alone: vec![true; web.len()],
            strength: web.nodes().map(|node| web.strength(node)).collect(),
            outward: web.nodes().map(within).collect(),
            between: vec![0.0; web.len()],
        }
    }

    /// Whether a refined part is well connected with the rest of a part with so much
    /// weight.
    fn is_well_connected(&self, part: u32, whole: f64) -> bool {
        let at_part = get(&self.strength, part);
        let random = self.resolution * at_part * (whole - at_part) / self.web.total();
        let rounding = ROUNDING * at_part * (1.0 + self.resolution);
        get(&self.outward, part) >= random - rounding
    }

    /// Has a node that is alone join the refined part where it adds most.
    fn merge(&mut self, node: u32) {
        let Some(label) = self.labels.get(node as usize).copied() else {
            return;
        };
        let whole = get(&self.whole, label);
        let is_alone = self.is_alone.get(node as usize) == Some(&true);
        if !is_alone || !self.is_well_connected(node, whole) {
            return;
        }
        let neighbours: Vec<(u32, f64)> = self
            .web
            .around(node)
            .iter()
            .filter(|(other, _)| self.labels.get(*other as usize) == Some(&label))
            .filter_map(|(other, weight)| Some((*self.refined.get(*other as usize)?, *weight)))
            .collect();
        for (part, weight) in &neighbours {
            add(&mut self.between, *part, *weight);
        }
        let share = self.resolution * self.web.strength(node) / self.web.total();
        let mut best: Option<(f64, u32, f64)> = None;
        for (part, _) in &neighbours {
            let between = get(&self.between, *part);
            let gain = between - share * get(&self.strength, *part);
            let is_best = gain >= 0.0 && best.is_none_or(|(best, _, _)| gain > best);
            if is_best && self.is_well_connected(*part, whole) {
                best = Some((gain, *part, between));
            }
        }
        for (part, _) in &neighbours {
            if let Some(between) = self.between.get_mut(*part as usize) {
                *between = 0.0;
            }
        }
        if let Some((_, part, between)) = best {
            self.join(node, part, between);
        }
    }

    /// Puts a node that is alone into a refined part; so much weight is between them.
    fn join(&mut self, node: u32, part: u32, between: f64) {
        let outward = get(&self.outward, node) - 2.0 * between;
        add(&mut self.outward, part, outward);
        add(&mut self.strength, part, self.web.strength(node));
        if let Some(refined) = self.refined.get_mut(node as usize) {
            *refined = part;
        }
        for one in [node, part] {
            if let Some(is_alone) = self.is_alone.get_mut(one as usize) {
                *is_alone = false;
            }
        }
    }
}
