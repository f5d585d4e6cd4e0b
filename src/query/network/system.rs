//! Points in time of which is known where each may lie, and how far apart two are.
//!
//! This is the *simple temporal problem* of R. Dechter, I. Meiri and J. Pearl, "Temporal
//! constraint networks", *Artificial Intelligence* 49, 1991: bounds on points and on the
//! differences of two points. Whether all can be met, and the least and the greatest at
//! which each point then can be, is a matter of longest paths (Bellman and Ford); and as
//! all bounds are whole seconds, so are the solutions.

use super::Range;

/// A point of a [`System`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Point(usize);

impl Point {
    /// Where it lies in a solution.
    pub(crate) fn of(self, solution: &[i64]) -> Option<i64> {
        solution.get(self.0).copied()
    }
}

/// One point lies at least so many seconds (which may be below zero) after another.
#[derive(Clone, Copy, Debug)]
struct Rule {
    later: Point,
    earlier: Point,
    gap: i64,
}

/// Points, where each may lie, and what is known of their differences.
#[derive(Clone, Debug, Default)]
pub(crate) struct System {
    ranges: Vec<Range>,
    rules: Vec<Rule>,
}

impl System {
    /// One more point.
    pub(crate) fn point(&mut self, range: Range) -> Point {
        self.ranges.push(range);
        Point(self.ranges.len() - 1)
    }

    /// Has a point lie at least so many seconds after another.
    pub(crate) fn keep_apart(&mut self, earlier: Point, later: Point, gap: i64) {
        self.rules.push(Rule {
            later,
            earlier,
            gap,
        });
    }

    /// The earliest at which each point can lie, all rules kept: they can all lie there
    /// at once. `None` if the rules cannot be kept. O(n·r) in the points and rules.
    pub(crate) fn least(&self) -> Option<Vec<i64>> {
        let mut least: Vec<i64> = self.ranges.iter().map(|range| range.low).collect();
        // What still moves after each rule was used once a point runs in a circle.
        for _ in 0..=self.ranges.len() {
            let mut moved = false;
            for rule in &self.rules {
                let from = *least.get(rule.earlier.0)?;
                let to = least.get_mut(rule.later.0)?;
                let pushed = from.saturating_add(rule.gap);
                if pushed > *to {
                    *to = pushed;
                    moved = true;
                }
            }
            if !moved {
                let fits = |(least, range): (&i64, &Range)| *least <= range.high;
                return least.iter().zip(&self.ranges).all(fits).then_some(least);
            }
        }
        None
    }

    /// The latest at which each point can lie; likewise.
    pub(crate) fn greatest(&self) -> Option<Vec<i64>> {
        let mirror = |range: &Range| Range {
            low: -range.high,
            high: -range.low,
        };
        let turn = |rule: &Rule| Rule {
            later: rule.earlier,
            earlier: rule.later,
            gap: rule.gap,
        };
        let mirrored = Self {
            ranges: self.ranges.iter().map(mirror).collect(),
            rules: self.rules.iter().map(turn).collect(),
        };
        let least = mirrored.least()?;
        Some(least.into_iter().map(|least| -least).collect())
    }

    /// The least by which one point can lie after another, which may be below zero, all
    /// rules kept. `None` if there is no such thing, as the rules cannot be kept or a point
    /// is not of this system. O(n·r) in the points and rules.
    pub(crate) fn least_gap(&self, from: Point, to: Point) -> Option<i64> {
        const UNBOUND: i64 = i64::MIN;
        let mut gaps = vec![UNBOUND; self.ranges.len()];
        *gaps.get_mut(from.0)? = 0;
        // By how much zero on the line of time lies after `from` at least.
        let mut zero = UNBOUND;
        for _ in 0..=self.ranges.len() + 1 {
            let mut moved = false;
            for (gap, range) in gaps.iter_mut().zip(&self.ranges) {
                if *gap != UNBOUND && gap.saturating_sub(range.high) > zero {
                    zero = gap.saturating_sub(range.high);
                    moved = true;
                }
                if zero != UNBOUND && zero.saturating_add(range.low) > *gap {
                    *gap = zero.saturating_add(range.low);
                    moved = true;
                }
            }
            for rule in &self.rules {
                let earlier = *gaps.get(rule.earlier.0)?;
                let later = gaps.get_mut(rule.later.0)?;
                if earlier != UNBOUND && earlier.saturating_add(rule.gap) > *later {
                    *later = earlier.saturating_add(rule.gap);
                    moved = true;
                }
            }
            if !moved {
                return gaps.get(to.0).copied();
            }
        }
        None
    }

    /// Whether the rules entail that a point lies at least so many seconds after another:
    /// whether the opposite cannot be. A system whose rules cannot be kept entails
    /// everything.
    pub(crate) fn entails(&self, earlier: Point, later: Point, gap: i64) -> bool {
        let mut opposite = self.clone();
        opposite.keep_apart(later, earlier, 1_i64.saturating_sub(gap));
        opposite.least().is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    type Drawn = (Vec<(i64, i64)>, Vec<(usize, usize, i64)>);

    fn drawn() -> impl Strategy<Value = Drawn> {
        let ranges = prop::collection::vec((0..4_i64, 0..3_i64), 3);
        let rules = prop::collection::vec((0..3_usize, 0..3_usize, -2..3_i64), 0..5);
        (ranges, rules)
    }

    fn system((ranges, rules): &Drawn) -> (System, Vec<Point>) {
        let mut system = System::default();
        let points: Vec<Point> = ranges
            .iter()
            .map(|&(low, width)| {
                system.point(Range {
                    low,
                    high: low + width,
                })
            })
            .collect();
        for &(earlier, later, gap) in rules {
            system.keep_apart(points[earlier], points[later], gap);
        }
        (system, points)
    }

    /// Every choice of three points that keeps the rules.
    fn choices((ranges, rules): &Drawn) -> Vec<[i64; 3]> {
        let mut all = Vec::new();
        let values = |nth: usize| ranges[nth].0..=ranges[nth].0 + ranges[nth].1;
        for a in values(0) {
            for b in values(1) {
                for c in values(2) {
                    let at = [a, b, c];
                    let kept = |&(from, to, gap): &(usize, usize, i64)| at[to] - at[from] >= gap;
                    if rules.iter().all(kept) {
                        all.push(at);
                    }
                }
            }
        }
        all
    }

    proptest! {
        #[test]
        fn solutions_and_what_follows_are_those_of_enumeration(drawn in drawn(), gap in -2..3_i64) {
            let (system, points) = system(&drawn);
            let choices = choices(&drawn);
            let end = |best: fn(i64, i64) -> i64| {
                (0..3).map(|nth| choices.iter().map(|at| at[nth]).reduce(best)).collect::<Option<Vec<_>>>()
            };
            prop_assert_eq!(system.least(), end(i64::min));
            prop_assert_eq!(system.greatest(), end(i64::max));
            for earlier in 0..3 {
                for later in 0..3 {
                    let always = choices.iter().all(|at| at[later] - at[earlier] >= gap);
                    let entailed = system.entails(points[earlier], points[later], gap);
                    prop_assert_eq!(entailed, always);
                    let least = choices.iter().map(|at| at[later] - at[earlier]).min();
                    prop_assert_eq!(system.least_gap(points[earlier], points[later]), least);
                }
            }
        }
    }
}
