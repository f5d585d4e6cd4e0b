//! All loopless paths.

use std::iter::FusedIterator;

use super::Path;
use super::descent::{Descent, Wanted};
use super::ground::Ground;
use super::remaining::{Measure, Remaining, Until};
use crate::query::network::Arc;

/// All loopless paths; see [`Paths::simple`](super::Paths::simple).
#[derive(Clone, Debug)]
pub struct Simple<'n, 'g> {
    rule: InTime<'n, 'g>,
    descent: Descent,
}

#[derive(Clone, Debug)]
struct InTime<'n, 'g> {
    ground: Ground<'n, 'g>,
    remaining: Remaining,
    at_most: u32,
    target: u32,
}

impl<'n, 'g> Simple<'n, 'g> {
    pub(super) fn new(
        ground: Ground<'n, 'g>,
        (source, target): (u32, u32),
        at_most: Option<u32>,
    ) -> Self {
        let longest = u32::try_from(ground.len()).unwrap_or(u32::MAX);
        let at_most = at_most.unwrap_or(longest).min(longest);
        let remaining = Remaining::to(target, &ground, Measure::Steps, Until::Within(at_most));
        let mut descent = Descent::new(ground.len());
        if remaining.at(source).steps <= at_most {
            descent.start(source);
        }
        let rule = InTime {
            ground,
            remaining,
            at_most,
            target,
        };
        Self { rule, descent }
    }
}

impl<'n> Wanted<'n> for InTime<'n, '_> {
    fn around(&self, node: u32) -> &'n [Arc] {
        self.ground.around(node)
    }

    fn goes_on(&self, steps: u32, node: u32, arc: Arc) -> bool {
        let more = self.remaining.at(arc.to).steps.saturating_add(1);
        steps.saturating_add(more) <= self.at_most && self.ground.ahead(node, arc).is_some()
    }

    fn ends(&self, _: u32, node: u32) -> bool {
        node == self.target
    }
}

impl Iterator for Simple<'_, '_> {
    type Item = Path;

    fn next(&mut self) -> Option<Path> {
        self.descent.advance(&self.rule).then_some(())?;
        Path::along(self.descent.nodes(), |_| Some(&self.rule.ground))
    }
}

impl FusedIterator for Simple<'_, '_> {}
