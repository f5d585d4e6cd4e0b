//! The shortest path to everybody.

use std::fmt;

use serde::Serialize;

use super::ground::Ground;
use super::search::{Guide, Search};
use super::{Length, Path};
use crate::Result;
use crate::graph::ActorLike;
use crate::query::Who;

/// The shortest path from one actor to each that it reaches; see
/// [`Paths::tree`](super::Paths::tree).
#[derive(Clone, Debug)]
pub struct Tree<'n, 'g> {
    ground: Ground<'n, 'g>,
    search: Search,
    /// Labels, nearest first.
    settled: Vec<u32>,
    /// By node, the place of its label among those.
    places: Vec<Option<u32>>,
}

/// Somebody whom paths reach, and how far it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reached {
    #[serde(flatten)]
    who: Who,
    cost: f64,
    steps: u32,
}

impl<'n, 'g> Tree<'n, 'g> {
    pub(super) fn new(ground: Ground<'n, 'g>, source: u32, at_most: Option<u32>) -> Self {
        let guide = Guide {
            at_most,
            ..Guide::default()
        };
        let mut search = Search::new(ground.len());
        let mut settled = Vec::new();
        let mut places = vec![None; ground.len()];
        search.start(&[source], Length::ZERO, guide);
        while let Some(label) = search.settle(guide) {
            search.go_on(label, &ground, guide, &[]);
            let node = search.end(label).map(|(node, _)| node);
            // Of several labels of one node the first is the shortest.
            if let Some(place) = node.and_then(|node| places.get_mut(node as usize))
                && place.is_none()
            {
                *place = u32::try_from(settled.len()).ok();
                settled.push(label);
            }
        }
        Self {
            ground,
            search,
            settled,
            places,
        }
    }

    /// How many actors are reached, the one that the paths start from among them.
    #[expect(clippy::len_without_is_empty, reason = "it never is")]
    pub fn len(&self) -> usize {
        self.settled.len()
    }

    /// Who is reached and how far it is, nearest first: by cost, then by number of steps,
    /// then in the order of [paths of one length](super#in-which-order).
    pub fn reached(&self) -> impl Iterator<Item = Reached> {
        let network = self.ground.network();
        self.settled.iter().filter_map(|&label| {
            let (node, length) = self.search.end(label)?;
            Some(Reached {
                who: Who::new(network.view().graph(), network.actor(node)?),
                cost: length.cost(),
                steps: length.steps,
            })
        })
    }

    /// The paths to all that are reached, in the same order; the first has no step.
    pub fn paths(&self) -> impl Iterator<Item = Path> {
        self.settled.iter().filter_map(|&label| self.path(label))
    }

    /// The path to an actor, if it is reached: O(1) and what the path holds.
    ///
    /// # Errors
    /// When the actor is not found.
    pub fn path_to(&self, actor: impl ActorLike) -> Result<Option<Path>> {
        Ok(self.label_of(actor)?.and_then(|label| self.path(label)))
    }

    /// What it costs to come to an actor, if it is reached.
    ///
    /// # Errors
    /// When the actor is not found.
    pub fn cost_to(&self, actor: impl ActorLike) -> Result<Option<f64>> {
        let end = |label| self.search.end(label);
        let end = self.label_of(actor)?.and_then(end);
        Ok(end.map(|(_, length)| length.cost()))
    }

    fn label_of(&self, actor: impl ActorLike) -> Result<Option<u32>> {
        let network = self.ground.network();
        let node = network.node(network.view().graph().actor(actor)?);
        let place = self.places.get(node as usize).copied().flatten();
        Ok(place.and_then(|place| self.settled.get(place as usize).copied()))
    }

    fn path(&self, label: u32) -> Option<Path> {
        Path::along(&self.search.way(label), |_| Some(&self.ground))
    }
}

impl Reached {
    /// Who is reached.
    pub fn who(&self) -> &Who {
        &self.who
    }

    /// What the shortest path costs.
    pub fn cost(&self) -> f64 {
        self.cost
    }

    /// How many steps it has.
    pub fn steps(&self) -> u32 {
        self.steps
    }
}

impl fmt::Display for Reached {
    /// "Vladimir Putin · 2 steps".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.steps {
            1 => write!(f, "{} · 1 step", self.who),
            many => write!(f, "{} · {many} steps", self.who),
        }
    }
}
