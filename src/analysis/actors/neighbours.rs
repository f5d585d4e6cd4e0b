//! A network without its parallel edges: whom each actor is linked with, and by how many
//! events.

use crate::model::ActorId;
use crate::query::network::{Pair, Passage};
use crate::query::{Network, Way};

/// Those actors of a network whom events link with others, by number, each with whom one
/// may step to from it.
#[derive(Clone, Debug)]
pub(super) struct Neighbours {
    actors: Vec<ActorId>,
    offsets: Vec<usize>,
    ahead: Vec<Neighbour>,
}

/// Somebody next to an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Neighbour {
    /// The number.
    pub(super) to: u32,
    /// How many events lead there, each once.
    pub(super) events: u32,
}

impl Neighbours {
    /// O(n + m) in the actors and edges of the network.
    pub(super) fn new(network: &Network<'_>, way: Way) -> Self {
        let mut passage = Passage::default();
        passage.take(way);
        let pairs = network.pairs();
        let is_linked = |node: &u32| pairs.around(*node).iter().any(|arc| arc.to != *node);
        let linked: Vec<u32> = network.nodes().filter(is_linked).collect();
        let mut numbers = vec![0; network.actor_count()];
        for (number, &node) in (0_u32..).zip(&linked) {
            if let Some(place) = numbers.get_mut(node as usize) {
                *place = number;
            }
        }
        let mut neighbours = Self {
            actors: linked
                .iter()
                .filter_map(|&node| network.actor(node))
                .collect(),
            offsets: vec![0],
            ahead: Vec::new(),
        };
        for &node in &linked {
            let around = pairs.around(node).iter().filter(|arc| arc.to != node);
            neighbours.ahead.extend(around.filter_map(|arc| {
                let events = events(network, &passage, pairs.get(arc.edge)?, node);
                let to = *numbers.get(arc.to as usize)?;
                (events > 0).then_some(Neighbour { to, events })
            }));
            neighbours.offsets.push(neighbours.ahead.len());
        }
        neighbours
    }

    /// The actors, by number, in the order of the graph.
    pub(super) fn actors(&self) -> &[ActorId] {
        &self.actors
    }

    /// The number of an actor, if events link it with others: O(log n).
    pub(super) fn number(&self, actor: ActorId) -> Option<u32> {
        let known = |known: &ActorId| known.index();
        let at = self.actors.binary_search_by_key(&actor.index(), known);
        u32::try_from(at.ok()?).ok()
    }

    /// How many actors there are.
    pub(super) fn len(&self) -> usize {
        self.actors.len()
    }

    /// The numbers of the actors.
    pub(super) fn numbers(&self) -> std::ops::Range<u32> {
        // No more than the graph has, whose indices are of 32 bits.
        0..u32::try_from(self.len()).unwrap_or(u32::MAX)
    }

    /// Whom one may step to from an actor, by number.
    pub(super) fn ahead(&self, number: u32) -> &[Neighbour] {
        let number = number as usize;
        let ends = (self.offsets.get(number), self.offsets.get(number + 1));
        let (Some(&from), Some(&to)) = ends else {
            return &[];
        };
        self.ahead.get(from..to).unwrap_or(&[])
    }
}

/// How many events of a pair lead away from a node, each once.
fn events(network: &Network<'_>, passage: &Passage, pair: &Pair, node: u32) -> u32 {
    let edges = network.pairs().edges(pair).iter();
    let mut last = None;
    let mut events = 0;
    for edge in edges.filter_map(|&edge| network.edge(edge)) {
        // Edges of one event come together.
        if last != Some(edge.event) && passage.leads(*edge, node) {
            last = Some(edge.event);
            events += 1;
        }
    }
    events
}
