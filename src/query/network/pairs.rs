//! Edges by pair of actors, whichever way they go.

use super::{Adjacency, Arc, Edge};

/// The edges of a network sorted by pair of actors, and of one pair in order of time.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pairs {
    pairs: Vec<Pair>,
    /// Numbers of edges, those of one pair together.
    edges: Vec<u32>,
    /// From either actor to its pairs; an arc's `edge` is the number of a pair.
    around: Adjacency,
}

/// Two actors that edges link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    /// The node of lower number.
    pub(crate) one: u32,
    /// The node of higher number, or the same.
    pub(crate) other: u32,
    first: u32,
    end: u32,
}

impl Pairs {
    /// O(n + m), by two counting sorts.
    pub(super) fn new(nodes: usize, edges: &[Edge]) -> Self {
        let numbers: Vec<u32> = (0..).zip(edges).map(|(number, _)| number).collect();
        let ends = |number: u32| edges.get(number as usize).map(|edge| ends(*edge));
        let sorted = sorted(nodes, &numbers, |number| {
            ends(number).map(|(_, other)| other)
        });
        let sorted = self::sorted(nodes, &sorted, |number| ends(number).map(|(one, _)| one));
        let mut pairs: Vec<Pair> = Vec::new();
        for (at, &number) in (0_u32..).zip(&sorted) {
            let Some((one, other)) = ends(number) else {
                continue;
            };
            match pairs.last_mut() {
                Some(last) if (last.one, last.other) == (one, other) => last.end = at + 1,
                _ => pairs.push(Pair {
                    one,
                    other,
                    first: at,
                    end: at + 1,
                }),
            }
        }
        // There are no more pairs than edges, of which an adjacency was made already.
        let around = Adjacency::new(nodes, both(&pairs)).unwrap_or_default();
        Self {
            edges: sorted,
            pairs,
            around,
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.pairs.len()
    }

    /// All pairs, by the lower node and then the higher.
    pub(crate) fn all(&self) -> &[Pair] {
        &self.pairs
    }

    pub(crate) fn get(&self, number: u32) -> Option<&Pair> {
        self.pairs.get(number as usize)
    }

    /// The pairs around a node, by the other node; the arcs name pairs, not edges.
    pub(crate) fn around(&self, node: u32) -> &[Arc] {
        self.around.of(node)
    }

    /// The pair of two nodes: O(log d) in the pairs around the first.
    pub(crate) fn between(&self, one: u32, other: u32) -> Option<&Pair> {
        let around = self.around(one);
        let at = around.binary_search_by_key(&other, |arc| arc.to).ok()?;
        self.get(around.get(at)?.edge)
    }

    /// The numbers of the edges of a pair, in order of time.
    pub(crate) fn edges(&self, pair: &Pair) -> &[u32] {
        self.edges
            .get(pair.first as usize..pair.end as usize)
            .unwrap_or(&[])
    }
}

/// The nodes of an edge, the lower first.
fn ends(edge: Edge) -> (u32, u32) {
    (edge.from.min(edge.to), edge.from.max(edge.to))
}

/// The numbers of edges by a node of each, keeping the order of those of one node.
fn sorted(nodes: usize, numbers: &[u32], node: impl Fn(u32) -> Option<u32>) -> Vec<u32> {
    let mut next = vec![0_usize; nodes + 1];
    for node in numbers.iter().filter_map(|&number| node(number)) {
        if let Some(count) = next.get_mut(node as usize + 1) {
            *count += 1;
        }
    }
    let mut total = 0;
    for offset in &mut next {
        total += *offset;
        *offset = total;
    }
    let mut sorted = vec![0; numbers.len()];
    for &number in numbers {
        let at = node(number).and_then(|node| next.get_mut(node as usize));
        if let Some(at) = at
            && let Some(place) = sorted.get_mut(*at)
        {
            *place = number;
            *at += 1;
        }
    }
    sorted
}

/// Each pair from either end. Pairs come sorted by both ends, so that those around any
/// node come in order of the other one: first from where it is the higher, then from
/// where it is the lower.
fn both(pairs: &[Pair]) -> impl Iterator<Item = (u32, Arc)> + Clone {
    (0..).zip(pairs).flat_map(|(number, pair)| {
        let arc = |to| Arc { edge: number, to };
        let back = (pair.one != pair.other).then(|| (pair.other, arc(pair.one)));
        std::iter::once((pair.one, arc(pair.other))).chain(back)
    })
}
