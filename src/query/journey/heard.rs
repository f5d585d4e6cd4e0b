//! Who heard when, of whom, and by which event.

use super::answer::Journey;
use super::arrivals::Arrivals;
use super::terms::{Direction, Terms};
use super::verdict::Court;
use crate::query::network::Network;

/// When each actor is reached at the earliest, and by an event from whom.
#[derive(Clone, Debug)]
pub(super) struct Heard {
    /// By the index of an event, of all of the graph.
    arrivals: Arrivals,
    of: Vec<u32>,
}

/// A step by an event, from one node to another.
#[derive(Clone, Copy, Debug)]
struct Step {
    event: u32,
    ends: (u32, u32),
}

impl Heard {
    /// Nobody but the node where all begins.
    pub(super) fn starting(nodes: usize, from: u32) -> Self {
        Self {
            arrivals: Arrivals::starting(nodes, from),
            of: vec![from; nodes],
        }
    }

    pub(super) fn has(&self, node: u32) -> bool {
        self.arrivals.has(node)
    }

    /// When a node is reached, if it is.
    pub(super) fn time(&self, node: u32) -> Option<i64> {
        self.has(node).then(|| self.arrivals.time(node))
    }

    /// Notes that a node is reached at a time by an event from another, unless it was no
    /// later; and says whether that is news.
    pub(super) fn improve(&mut self, node: u32, time: i64, (event, of): (u32, u32)) -> bool {
        let is_news = self.arrivals.improve(node, time, event);
        if is_news && let Some(known) = self.of.get_mut(node as usize) {
            *known = of;
        }
        is_news
    }

    /// By which journey a node was reached; back in time, by which it reached.
    ///
    /// Told by a network of the events of this journey alone.
    pub(super) fn journey(
        &self,
        network: &Network<'_>,
        terms: Terms,
        node: u32,
        direction: Direction,
    ) -> Option<Journey> {
        let mut steps = self.back_from(node);
        if direction == Direction::Forward {
            steps.reverse();
        }
        let first = match direction {
            Direction::Forward => steps.first()?.ends.0,
            Direction::Back => node,
        };
        let mut events: Vec<u32> = steps.iter().map(|step| step.event).collect();
        events.sort_unstable();
        events.dedup();
        let network = network.of_events(events).ok()?;
        let edge = |step: &Step| {
            let (one, other) = step.ends;
            let mut edges = (0..).zip(network.edges());
            let is_taken = |edge: &crate::query::network::Edge| {
                let happened = network.happened().get(edge.event as usize);
                happened.is_some_and(|happened| happened.event.id().index() == step.event)
                    && ((edge.from, edge.to) == (one, other)
                        || (edge.from, edge.to) == (other, one))
            };
            let taken = edges.find(|(_, edge)| is_taken(edge));
            taken.map(|(number, _)| number)
        };
        let edges: Vec<u32> = steps.iter().map(edge).collect::<Option<_>>()?;
        let network = &network;
        Journey::new(&Court { network, terms }, first, &edges)
    }

    /// The steps by which a node was reached, the last first, each from who had the word.
    fn back_from(&self, node: u32) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut to = node;
        while let Some(event) = self.arrivals.by(to)
            && let Some(&from) = self.of.get(to as usize)
        {
            let ends = (from, to);
            steps.push(Step { event, ends });
            to = from;
            // No node is reached by way of itself.
            if steps.len() > self.of.len() {
                return Vec::new();
            }
        }
        steps
    }
}
