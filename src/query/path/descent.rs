//! Going down every trail, one after the other.

use crate::query::network::Arc;

/// A depth-first walk over the trails from a node that come to no node twice. It keeps its
/// own stack, so that their length is bounded by memory alone.
#[derive(Clone, Debug)]
pub(super) struct Descent {
    nodes: Vec<u32>,
    /// For each node, how many of the arcs around it were tried.
    tried: Vec<usize>,
    on_trail: Vec<bool>,
}

/// Which trails are wanted.
pub(super) trait Wanted<'n> {
    /// The arcs around a node.
    fn around(&self, node: u32) -> &'n [Arc];

    /// Whether a trail of so many steps that has come to a node may go on along an arc.
    fn goes_on(&self, steps: u32, node: u32, arc: Arc) -> bool;

    /// Whether a trail of so many steps that has come to a node ends there: it is wanted,
    /// and is not gone on.
    fn ends(&self, steps: u32, node: u32) -> bool;
}

impl Descent {
    pub(super) fn new(nodes: usize) -> Self {
        Self {
            nodes: Vec::new(),
            tried: Vec::new(),
            on_trail: vec![false; nodes],
        }
    }

    /// Begins anew at a node.
    pub(super) fn start(&mut self, node: u32) {
        while self.leave() {}
        self.come_to(node);
    }

    /// The nodes of the trail that it has come to.
    pub(super) fn nodes(&self) -> &[u32] {
        &self.nodes
    }

    /// Comes to the next trail that is wanted, in the order of its nodes, one after the
    /// other; false if there is none.
    pub(super) fn advance<'n>(&mut self, wanted: &impl Wanted<'n>) -> bool {
        loop {
            let (Some(&node), Some(tried)) = (self.nodes.last(), self.tried.last_mut()) else {
                return false;
            };
            let steps = u32::try_from(self.nodes.len() - 1).unwrap_or(u32::MAX);
            if wanted.ends(steps, node) {
                if *tried == 0 {
                    *tried = 1;
                    return true;
                }
                self.leave();
                continue;
            }
            let untried = wanted.around(node).get(*tried..).unwrap_or(&[]);
            let fits = |arc: &&Arc| {
                let is_on_trail = self.on_trail.get(arc.to as usize).copied();
                is_on_trail == Some(false) && wanted.goes_on(steps, node, **arc)
            };
            match untried.iter().enumerate().find(|(_, arc)| fits(arc)) {
                Some((more, arc)) => {
                    *tried += more + 1;
                    self.come_to(arc.to);
                }
                None => _ = self.leave(),
            }
        }
    }

    fn come_to(&mut self, node: u32) {
        if let Some(is_on_trail) = self.on_trail.get_mut(node as usize) {
            *is_on_trail = true;
            self.nodes.push(node);
            self.tried.push(0);
        }
    }

    /// Goes back one node; false if there is none.
    fn leave(&mut self) -> bool {
        self.tried.pop();
        let node = self.nodes.pop();
        let is_on_trail = node.and_then(|node| self.on_trail.get_mut(node as usize));
        is_on_trail.map(|on| *on = false).is_some()
    }
}
