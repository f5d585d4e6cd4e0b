//! Weights between nodes, laid out for looking for communities.

use petgraph::unionfind::UnionFind;

use crate::query::Network;

/// A graph without direction whose edges have weights: one edge for each pair, and one
/// that leads back for what a node has within itself.
///
/// Weights are numbers of events, and so exact.
#[derive(Clone, Debug, Default)]
pub(super) struct Web {
    /// Where the neighbours of each node begin; one more than there are nodes.
    starts: Vec<usize>,
    /// Others and the weight between, ascending around each node.
    around: Vec<(u32, f64)>,
    /// The weight within each node, each event once.
    within: Vec<f64>,
    /// The weight at each node: what is between it and others, and what is within it
    /// twice.
    strength: Vec<f64>,
    /// The weight at all nodes: twice that of all edges.
    total: f64,
}

impl Web {
    /// Of who takes part in a network, and the number here of each of its nodes.
    pub(super) fn of(network: &Network<'_>) -> (Self, Vec<Option<u32>>) {
        let dyads = network.undirected_dyads();
        let takes_part = |node: u32| dyads.outgoing(node).iter().any(|arc| arc.to != node);
        let mut next = 0..;
        let numbers: Vec<Option<u32>> = network
            .nodes()
            .map(|node| takes_part(node).then(|| next.next()).flatten())
            .collect();
        let number = |node: u32| numbers.get(node as usize).copied().flatten();
        let pairs = dyads.all().iter().filter(|dyad| dyad.from != dyad.to);
        let edges = pairs.filter_map(|dyad| {
            let weight = super::super::density::number(dyads.events(dyad).len());
            Some((number(dyad.from)?, number(dyad.to)?, weight))
        });
        let many = numbers.iter().flatten().count();
        (Self::new(many, edges.collect()), numbers)
    }

    /// Of so many nodes and these edges; several of one pair add up. O(n + m log m).
    pub(super) fn new(nodes: usize, edges: Vec<(u32, u32, f64)>) -> Self {
        let mut within = vec![0.0; nodes];
        let mut arcs = Vec::with_capacity(2 * edges.len());
        for (one, other, weight) in edges {
            if one == other {
                add(&mut within, one, weight);
            } else {
                arcs.extend([(one, other, weight), (other, one, weight)]);
            }
        }
        arcs.sort_unstable_by_key(|&(from, to, _)| (from, to));
        arcs.dedup_by(|next, kept| {
            let same = (next.0, next.1) == (kept.0, kept.1);
            if same {
                kept.2 += next.2;
            }
            same
        });
        let mut strength: Vec<f64> = within.iter().map(|within| 2.0 * within).collect();
        let mut starts = Vec::with_capacity(nodes + 1);
        let mut at = 0;
        for node in (0..).take(nodes) {
            starts.push(at);
            while let Some((_, _, weight)) = arcs.get(at).filter(|arc| arc.0 == node) {
                add(&mut strength, node, *weight);
                at += 1;
            }
        }
        starts.push(at);
        Self {
            starts,
            around: arcs
                .into_iter()
                .map(|(_, to, weight)| (to, weight))
                .collect(),
            within,
            total: strength.iter().sum(),
            strength,
        }
    }

    /// How many nodes there are.
    pub(super) fn len(&self) -> usize {
        self.strength.len()
    }

    /// The nodes, ascending.
    pub(super) fn nodes(&self) -> std::ops::Range<u32> {
        0..u32::try_from(self.len()).unwrap_or(u32::MAX)
    }

    /// The neighbours of a node and the weight between, ascending.
    pub(super) fn around(&self, node: u32) -> &[(u32, f64)] {
        let bound = |node: usize| self.starts.get(node).copied().unwrap_or_default();
        let node = node as usize;
        let around = self.around.get(bound(node)..bound(node + 1));
        around.unwrap_or_default()
    }

    /// The weight at a node.
    pub(super) fn strength(&self, node: u32) -> f64 {
        get(&self.strength, node)
    }

    /// The weight at all nodes.
    pub(super) fn total(&self) -> f64 {
        self.total
    }

    /// Each pair of neighbours once, and each node that has weight within it.
    fn edges(&self) -> impl Iterator<Item = (u32, u32, f64)> + '_ {
        self.nodes().flat_map(|node| {
            let within = (node, node, get(&self.within, node));
            let onward = self.around(node).iter();
            let onward = onward.filter(move |(to, _)| *to > node);
            let onward = onward.map(move |&(to, weight)| (node, to, weight));
            std::iter::once(within).chain(onward)
        })
    }

    /// The modularity of a partition: labels below the number of nodes.
    pub(super) fn modularity(&self, labels: &[u32], resolution: f64) -> f64 {
        if self.total <= 0.0 {
            return 0.0;
        }
        let label = |node: u32| labels.get(node as usize).copied().unwrap_or(node);
        let mut strength = vec![0.0; self.len()];
        for node in self.nodes() {
            add(&mut strength, label(node), self.strength(node));
        }
        let edges = self.edges();
        let inner = edges.filter(|&(one, other, _)| label(one) == label(other));
        let inner: f64 = inner.map(|(_, _, weight)| weight).sum();
        let shares = strength.iter().map(|strength| strength / self.total);
        let random: f64 = shares.map(|share| share * share).sum();
        2.0 * inner / self.total - resolution * random
    }

    /// The web of which each node is all nodes of one label, below `many`.
    pub(super) fn gathered(&self, labels: &[u32], many: usize) -> Self {
        let label = |node: u32| labels.get(node as usize).copied();
        let edges = self.edges();
        let edges = edges
            .filter_map(|(one, other, weight)| Some((label(one)?, label(other)?, weight)))
            .collect();
        Self::new(many, edges)
    }

    /// A partition whose every part is connected: the connected pieces of the parts of
    /// this one.
    pub(super) fn pieces(&self, labels: &[u32]) -> Vec<u32> {
        let mut sets = UnionFind::<u32>::new(self.len());
        for (one, other, _) in self.edges() {
            let label = |node: u32| labels.get(node as usize);
            if label(one) == label(other) {
                sets.union(one, other);
            }
        }
        sets.into_labeling()
    }
}

/// What a node or label has, of what is kept for each.
pub(super) fn get(all: &[f64], nth: u32) -> f64 {
    all.get(nth as usize).copied().unwrap_or_default()
}

/// Adds to what a node or label has.
pub(super) fn add(all: &mut [f64], nth: u32, more: f64) {
    if let Some(one) = all.get_mut(nth as usize) {
        *one += more;
    }
}
