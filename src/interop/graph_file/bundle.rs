//! Which edges of a network become one of a file.

use super::Layout;
use crate::query::network::Edge;

/// Edges of a network that one edge of a file stands for, in order of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bundle {
    pub(super) from: u32,
    pub(super) to: u32,
    /// Whether all of them are on an equal footing.
    pub(super) mutual: bool,
    pub(super) edges: Vec<Edge>,
}

impl Bundle {
    fn one(edge: Edge) -> Self {
        Self {
            from: edge.from,
            to: edge.to,
            mutual: edge.is_mutual(),
            edges: vec![edge],
        }
    }
}

/// An edge an event: in order of time.
pub(super) fn by_events<'a>(layout: Layout<'a, '_>) -> impl Iterator<Item = Bundle> + 'a {
    layout.network.edges().iter().copied().map(Bundle::one)
}

/// An edge for each two actors, and for each way: by the one who acts, then by the other,
/// on an equal footing last. O(m log d) in the edges and in those of one node.
pub(super) fn by_ways<'a>(layout: Layout<'a, '_>) -> impl Iterator<Item = Bundle> + 'a {
    let network = layout.network;
    network.nodes().flat_map(move |node| {
        let arcs = network.outgoing(node).iter();
        let mut edges: Vec<(u32, bool, Edge)> = arcs
            .filter_map(|arc| Some((arc.to, *network.edge(arc.edge)?)))
            // One on an equal footing goes out from either end.
            .filter(|(to, edge)| !edge.is_mutual() || *to >= node)
            .map(|(to, edge)| (to, edge.is_mutual(), edge))
            .collect();
        // Stable, and the arcs of a node are in order of time.
        edges.sort_by_key(|(to, mutual, _)| (*to, *mutual));
        let mut bundles: Vec<Bundle> = Vec::new();
        for (to, mutual, edge) in edges {
            match bundles.last_mut() {
                Some(last) if (last.to, last.mutual) == (to, mutual) => last.edges.push(edge),
                _ => bundles.push(Bundle {
                    from: node,
                    to,
                    mutual,
                    edges: vec![edge],
                }),
            }
        }
        bundles
    })
}

/// An edge for each two actors, whoever acts.
pub(super) fn by_pairs<'a>(layout: Layout<'a, '_>) -> impl Iterator<Item = Bundle> + 'a {
    let network = layout.network;
    let pairs = network.pairs();
    pairs.all().iter().map(move |pair| {
        let edges = pairs.edges(pair).iter();
        let edges: Vec<Edge> = edges
            .filter_map(|&edge| network.edge(edge))
            .copied()
            .collect();
        Bundle {
            from: pair.one,
            to: pair.other,
            mutual: edges.iter().all(|edge| edge.is_mutual()),
            edges,
        }
    })
}
