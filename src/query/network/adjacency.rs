//! Edges by the actor at one end.

use super::Edge;

/// An edge, seen from one of its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Arc {
    /// The number of the edge in the network.
    pub(crate) edge: u32,
    /// The node at the other end.
    pub(crate) to: u32,
}

/// Arcs by the node that they begin at: one list, cut up by an offset a node.
#[derive(Clone, Debug, Default)]
pub(crate) struct Adjacency {
    offsets: Vec<u32>,
    arcs: Vec<Arc>,
}

impl Adjacency {
    /// Sorts arcs by node, keeping the order of those of one: O(n + m).
    ///
    /// `None` if there are 2³² arcs or more.
    pub(super) fn new(
        nodes: usize,
        arcs: impl Iterator<Item = (u32, Arc)> + Clone,
    ) -> Option<Self> {
        let mut offsets = vec![0_u32; nodes + 1];
        for (node, _) in arcs.clone() {
            let count = offsets.get_mut(node as usize + 1)?;
            *count = count.checked_add(1)?;
        }
        let mut total = 0_u32;
        for offset in &mut offsets {
            total = total.checked_add(*offset)?;
            *offset = total;
        }
        let mut next = offsets.clone();
        let mut sorted = vec![Arc { edge: 0, to: 0 }; total as usize];
        for (node, arc) in arcs {
            let at = next.get_mut(node as usize)?;
            *sorted.get_mut(*at as usize)? = arc;
            *at += 1;
        }
        Some(Self {
            offsets,
            arcs: sorted,
        })
    }

    /// The arcs from who acts; `forward` of mutual edges from either end.
    pub(super) fn outgoing(nodes: usize, edges: &[Edge]) -> Option<Self> {
        Self::new(nodes, ends(edges, |edge| (edge.from, edge.to)))
    }

    /// The arcs to who is acted upon; of mutual edges to either end.
    pub(super) fn incoming(nodes: usize, edges: &[Edge]) -> Option<Self> {
        Self::new(nodes, ends(edges, |edge| (edge.to, edge.from)))
    }

    /// How many arcs there are, of all nodes.
    pub(crate) fn len(&self) -> usize {
        self.arcs.len()
    }

    /// Where an arc stands among those of all nodes, if the edges of a node came in
    /// ascending order: O(log d) in the arcs of the node.
    pub(crate) fn position(&self, node: u32, edge: u32) -> Option<usize> {
        let at = self.of(node).binary_search_by_key(&edge, |arc| arc.edge);
        Some(*self.offsets.get(node as usize)? as usize + at.ok()?)
    }

    /// The arc at a position, and the node where it begins: O(log n).
    pub(crate) fn at(&self, position: usize) -> Option<(u32, Arc)> {
        let arc = *self.arcs.get(position)?;
        let after = self
            .offsets
            .partition_point(|&offset| offset as usize <= position);
        Some((u32::try_from(after).ok()?.checked_sub(1)?, arc))
    }

    /// The arcs of a node, in the order in which they came.
    pub(crate) fn of(&self, node: u32) -> &[Arc] {
        let node = node as usize;
        let (Some(&from), Some(&to)) = (self.offsets.get(node), self.offsets.get(node + 1)) else {
            return &[];
        };
        self.arcs.get(from as usize..to as usize).unwrap_or(&[])
    }
}

/// Each edge from the end that is given, and from the other too if it is mutual and no
/// loop.
fn ends(
    edges: &[Edge],
    first: impl Fn(Edge) -> (u32, u32) + Clone,
) -> impl Iterator<Item = (u32, Arc)> + Clone {
    (0..).zip(edges).flat_map(move |(number, &edge)| {
        let (near, far) = first(edge);
        let arc = |to| Arc { edge: number, to };
        let back = (edge.is_mutual() && near != far).then(|| (far, arc(near)));
        std::iter::once((near, arc(far))).chain(back)
    })
}
