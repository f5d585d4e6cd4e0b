//! Events by dyad: two actors, one way or whichever way.

use super::{Adjacency, Arc, Network};
use crate::time::Certainty;

/// The events of a network sorted by dyad.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dyads {
    dyads: Vec<Dyad>,
    /// Numbers of events: those of one dyad together, ascending, each once.
    events: Vec<u32>,
    outgoing: Adjacency,
    /// `None` if edges have no direction, so that it is the same as `outgoing`.
    incoming: Option<Adjacency>,
}

/// Two actors whom events link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dyad {
    /// The node of who acts; whichever way, the one of lower number.
    pub(crate) from: u32,
    /// The node of who is acted upon; whichever way, that of higher number, or the same.
    pub(crate) to: u32,
    /// How certainly any event links them.
    pub(crate) certainty: Certainty,
    first: u32,
    end: u32,
}

impl Dyads {
    /// From who acts to who is acted upon, and each way where they are on an equal
    /// footing: O(m log d) in the edges and in those of one node.
    pub(super) fn directed(network: &Network<'_>) -> Self {
        let mut dyads = Self::default();
        for node in network.nodes() {
            dyads.add(network, node, network.outgoing(node).to_vec());
        }
        let arcs = |near: fn(&Dyad) -> (u32, u32)| {
            (0..).zip(&dyads.dyads).map(move |(number, dyad)| {
                let (node, to) = near(dyad);
                (node, Arc { edge: number, to })
            })
        };
        // Of dyads there are no more than of edges, of which an adjacency was made.
        let nodes = network.actor_count();
        let outgoing = Adjacency::new(nodes, arcs(|dyad| (dyad.from, dyad.to)));
        let incoming = Adjacency::new(nodes, arcs(|dyad| (dyad.to, dyad.from)));
        Self {
            outgoing: outgoing.unwrap_or_default(),
            incoming: Some(incoming.unwrap_or_default()),
            ..dyads
        }
    }

    /// Whichever way: O(m log d) in the edges and in those of one node.
    pub(super) fn undirected(network: &Network<'_>) -> Self {
        let mut dyads = Self::default();
        for node in network.nodes() {
            let either = network.outgoing(node).iter().chain(network.incoming(node));
            dyads.add(
                network,
                node,
                either.copied().filter(|arc| arc.to >= node).collect(),
            );
        }
        let arcs = (0..).zip(&dyads.dyads).flat_map(|(number, dyad)| {
            let arc = |to| Arc { edge: number, to };
            let back = (dyad.from != dyad.to).then(|| (dyad.to, arc(dyad.from)));
            std::iter::once((dyad.from, arc(dyad.to))).chain(back)
        });
        let around = Adjacency::new(network.actor_count(), arcs);
        Self {
            outgoing: around.unwrap_or_default(),
            incoming: None,
            ..dyads
        }
    }

    /// Adds the dyads that begin at a node, of which these are the arcs.
    fn add(&mut self, network: &Network<'_>, node: u32, mut arcs: Vec<Arc>) {
        arcs.sort_unstable_by_key(|arc| (arc.to, arc.edge));
        let start = self.dyads.len();
        for arc in arcs {
            let Some(edge) = network.edge(arc.edge) else {
                continue;
            };
            let at = u32::try_from(self.events.len()).unwrap_or(u32::MAX);
            let known = self.dyads.get_mut(start..).unwrap_or_default();
            match known.last_mut().filter(|last| last.to == arc.to) {
                Some(last) => {
                    last.certainty = last.certainty.or(edge.certainty);
                    // Edges come in the order of their events.
                    if self.events.last() == Some(&edge.event) {
                        continue;
                    }
                    last.end = at + 1;
                }
                None => self.dyads.push(Dyad {
                    from: node,
                    to: arc.to,
                    certainty: edge.certainty,
                    first: at,
                    end: at + 1,
                }),
            }
            self.events.push(edge.event);
        }
    }

    /// All dyads, by the node where they begin and then by the other.
    pub(crate) fn all(&self) -> &[Dyad] {
        &self.dyads
    }

    pub(crate) fn get(&self, number: u32) -> Option<&Dyad> {
        self.dyads.get(number as usize)
    }

    /// The dyads from a node, by the other node; the arcs name dyads, not edges.
    pub(crate) fn outgoing(&self, node: u32) -> &[Arc] {
        self.outgoing.of(node)
    }

    /// The dyads to a node, by the other node; the arcs name dyads, not edges.
    pub(crate) fn incoming(&self, node: u32) -> &[Arc] {
        self.incoming.as_ref().unwrap_or(&self.outgoing).of(node)
    }

    /// The numbers of the events of a dyad, in order of time.
    pub(crate) fn events(&self, dyad: &Dyad) -> &[u32] {
        self.events
            .get(dyad.first as usize..dyad.end as usize)
            .unwrap_or(&[])
    }
}
