//! A passage made ready for one network.

use super::{Edge, Network, Passage};

/// A [`Passage`] made ready for one network: each sort of event judged once, so that an
/// edge is judged by one look into a table.
#[derive(Clone, Debug)]
pub(crate) struct Gate {
    passage: Passage,
    /// By number of sort; empty if every sort is taken.
    taken: Vec<bool>,
}

impl Passage {
    /// Makes it ready for a network, past its own ends: who is asked for is not avoided.
    /// O(s) in the sorts of event that the network has.
    pub(crate) fn gate(mut self, network: &Network<'_>, ends: &[u32]) -> Gate {
        self.avoided.retain(|node| !ends.contains(node));
        let taken = if self.takes_all() {
            Vec::new()
        } else {
            let sorts = network.sorts().iter();
            sorts.map(|sort| self.takes_sort(sort)).collect()
        };
        Gate {
            passage: self,
            taken,
        }
    }
}

impl Gate {
    /// Whether a node is to be avoided.
    pub(crate) fn avoids(&self, node: u32) -> bool {
        self.passage.avoids(node)
    }

    /// Whether an edge may be taken from a node.
    pub(crate) fn opens(&self, network: &Network<'_>, edge: Edge, from: u32) -> bool {
        self.passage.leads(edge, from) && self.takes(network, edge)
    }

    fn takes(&self, network: &Network<'_>, edge: Edge) -> bool {
        match self.taken.get(usize::from(edge.sort)) {
            Some(&taken) => taken,
            // Every sort is taken, or this one has no number.
            None => self.passage.takes(network, edge),
        }
    }
}
