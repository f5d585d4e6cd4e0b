//! All paths that are as short as the shortest.

use std::iter::FusedIterator;

use super::descent::{Descent, Wanted};
use super::ground::Ground;
use super::ranked::Ranked;
use super::remaining::{Measure, Remaining, Until};
use super::{Length, Path};
use crate::query::network::Arc;

/// All shortest paths; see [`Paths::all_shortest`](super::Paths::all_shortest).
#[derive(Clone, Debug)]
pub struct AllShortest<'n, 'g>(Found<'n, 'g>);

#[derive(Clone, Debug)]
enum Found<'n, 'g> {
    /// Down the graph of steps that bring nearer to the target by what they cost.
    Graph(Box<Nearer<'n, 'g>>, Descent),
    /// Where the shortest takes more steps than it may: of those that do not, as many as
    /// are as short as the first.
    Ranked(Box<Ranked<'n, 'g>>, Option<Length>),
}

#[derive(Clone, Debug)]
struct Nearer<'n, 'g> {
    ground: Ground<'n, 'g>,
    remaining: Remaining,
    target: u32,
}

impl<'n, 'g> AllShortest<'n, 'g> {
    pub(super) fn new(
        ground: Ground<'n, 'g>,
        (source, target): (u32, u32),
        at_most: Option<u32>,
    ) -> Self {
        let remaining = Remaining::to(target, &ground, Measure::Cost, Until::Reached(source));
        let shortest = remaining.at(source);
        let exceeds = at_most.is_some_and(|most| shortest.steps > most);
        if exceeds && !shortest.is_infinite() && !ground.is_even() {
            let ranked = Ranked::new(ground, (source, target), at_most);
            return Self(Found::Ranked(Box::new(ranked), None));
        }
        let mut descent = Descent::new(ground.len());
        if !exceeds && !shortest.is_infinite() {
            descent.start(source);
        }
        let nearer = Nearer {
            ground,
            remaining,
            target,
        };
        Self(Found::Graph(Box::new(nearer), descent))
    }
}

impl<'n> Wanted<'n> for Nearer<'n, '_> {
    fn around(&self, node: u32) -> &'n [Arc] {
        self.ground.around(node)
    }

    fn goes_on(&self, _: u32, node: u32, arc: Arc) -> bool {
        let (here, there) = (self.remaining.at(node), self.remaining.at(arc.to));
        // What costs least is quickly asked, what a step costs is not.
        there.plus(self.ground.least()) <= here
            && self
                .ground
                .ahead(node, arc)
                .is_some_and(|toll| there.plus(toll) == here)
    }

    fn ends(&self, _: u32, node: u32) -> bool {
        node == self.target
    }
}

impl Iterator for AllShortest<'_, '_> {
    type Item = Path;

    fn next(&mut self) -> Option<Path> {
        match &mut self.0 {
            Found::Graph(nearer, descent) => {
                descent.advance(nearer.as_ref()).then_some(())?;
                Path::along(descent.nodes(), |_| Some(&nearer.ground))
            }
            Found::Ranked(ranked, first) => {
                let (nodes, length) = ranked.next_way()?;
                (*first.get_or_insert(length) == length).then_some(())?;
                Path::along(&nodes, |_| Some(ranked.ground()))
            }
        }
    }
}

impl FusedIterator for AllShortest<'_, '_> {}
