//! Who heard when, of whom, and by which event.

use super::answer::Journey;
use super::terms::{Direction, Terms};
use super::verdict::Court;
use crate::query::network::{Edge, Network};

/// When each actor is reached at the earliest, and by an event from whom.
///
/// Three numbers an actor that lie together, all zero until it is reached: most of what it
/// costs to reach an actor is to get at its place in memory.
#[derive(Clone, Debug)]
pub(super) struct Heard {
    start: u32,
    /// Which of the times, from 1 on; which event of all of the graph; and from whom.
    reached: Vec<[u32; 3]>,
    times: Vec<i64>,
}

/// A step by an event, from one node to another.
#[derive(Clone, Copy, Debug)]
struct Step {
    event: u32,
    ends: (u32, u32),
}

impl Heard {
    /// Nobody but the node where all begins.
    pub(super) fn starting(nodes: usize, start: u32) -> Self {
        let mut reached = vec![[0; 3]; nodes];
        if let Some(reached) = reached.get_mut(start as usize) {
            *reached = [u32::MAX, u32::MAX, start];
        }
        Self {
            start,
            reached,
            times: Vec::new(),
        }
    }

    /// When a node is reached, if it is and it does not all begin there.
    pub(super) fn time(&self, node: u32) -> Option<i64> {
        let &[nth, ..] = self.reached.get(node as usize)?;
        self.times.get(nth.checked_sub(1)? as usize).copied()
    }

    /// Who is reached from now on is so at this time, which is later than those before.
    pub(super) fn begin(&mut self, time: i64) {
        self.times.push(time);
    }

    /// Notes that a node is reached by an event from another, which it was not before.
    ///
    /// Writes, and reads nothing: most of the places are in no cache, and a processor does
    /// not wait for what it writes.
    pub(super) fn note(&mut self, node: u32, event: u32, from: u32) {
        // There are far fewer days than that.
        let nth = u32::try_from(self.times.len()).unwrap_or(u32::MAX);
        if let Some(reached) = self.reached.get_mut(node as usize) {
            *reached = [nth, event, from];
        }
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
            let is_taken = |edge: &Edge| {
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
        while to != self.start
            && let Some(&[nth, event, from]) = self.reached.get(to as usize)
            && nth != 0
        {
            let ends = (from, to);
            steps.push(Step { event, ends });
            to = from;
        }
        steps
    }
}
