//! Paths whose every step is of a given sort.

use std::iter::FusedIterator;
use std::ops::Range;

use super::Path;
use super::descent::{Descent, Wanted};
use super::ground::Ground;
use crate::query::network::Arc;

/// Paths whose nth step is of the nth sort; see [`Paths::stepwise`](super::Paths::stepwise).
#[derive(Clone, Debug)]
pub struct Stepwise<'n, 'g> {
    pattern: Pattern<'n, 'g>,
    /// From where paths are still to start.
    starts: Range<u32>,
    descent: Descent,
}

#[derive(Clone, Debug)]
struct Pattern<'n, 'g> {
    /// What each step is taken on.
    steps: Vec<Ground<'n, 'g>>,
    /// What comes first: what no step is taken on, but where a path may stand.
    ground: Ground<'n, 'g>,
    target: Option<u32>,
}

impl<'n, 'g> Stepwise<'n, 'g> {
    pub(super) fn new(
        ground: Ground<'n, 'g>,
        steps: Vec<Ground<'n, 'g>>,
        starts: Range<u32>,
        target: Option<u32>,
    ) -> Self {
        Self {
            descent: Descent::new(ground.len()),
            pattern: Pattern {
                steps,
                ground,
                target,
            },
            starts,
        }
    }

    /// Comes to the next path; false if there is none.
    fn advance(&mut self) -> bool {
        while !self.descent.advance(&self.pattern) {
            let Some(start) = self.starts.next() else {
                return false;
            };
            if !self.pattern.ground.avoids(start) {
                self.descent.start(start);
            }
        }
        true
    }
}

impl Pattern<'_, '_> {
    fn is_whole(&self, steps: u32) -> bool {
        steps as usize == self.steps.len()
    }
}

impl<'n> Wanted<'n> for Pattern<'n, '_> {
    fn around(&self, node: u32) -> &'n [Arc] {
        self.ground.around(node)
    }

    fn goes_on(&self, steps: u32, node: u32, arc: Arc) -> bool {
        let is_last = self.is_whole(steps.saturating_add(1));
        let fits = !is_last || self.target.is_none_or(|target| target == arc.to);
        fits && self
            .steps
            .get(steps as usize)
            .is_some_and(|ground| ground.ahead(node, arc).is_some())
    }

    fn ends(&self, steps: u32, node: u32) -> bool {
        self.is_whole(steps) && self.target.is_none_or(|target| target == node)
    }
}

impl Iterator for Stepwise<'_, '_> {
    type Item = Path;

    fn next(&mut self) -> Option<Path> {
        self.advance().then_some(())?;
        let pattern = &self.pattern;
        Path::along(self.descent.nodes(), |nth| {
            pattern.steps.get(nth).or(Some(&pattern.ground))
        })
    }

    /// Without making the paths.
    fn count(mut self) -> usize {
        let mut count = 0;
        while self.advance() {
            count += 1;
        }
        count
    }
}

impl FusedIterator for Stepwise<'_, '_> {}
