//! Four end points and what bounds their differences.

use crate::query::Bracket;
use crate::time::{Allen, Relations};

/// Far enough for all differences of seconds, and small enough to be added.
const UNBOUNDED: i64 = i64::MAX / 4;
const POINTS: usize = 5;

/// The end points of two stretches, in the order begin and end of the one, begin and end
/// of the other; and the origin from which seconds are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Point {
    Begin,
    End,
    OtherBegin,
    OtherEnd,
    Origin,
}

/// Upper bounds on how much later each point is than each other: a simple temporal
/// network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Network {
    most: [[i64; POINTS]; POINTS],
}

impl Network {
    /// Without any bounds.
    pub(super) fn new() -> Self {
        Self {
            most: [[UNBOUNDED; POINTS]; POINTS],
        }
    }

    /// The one is so much later than the other at the most.
    pub(super) fn later_by_at_most(&mut self, one: Point, other: Point, most: i64) {
        let bound = self.most.get_mut(one as usize);
        if let Some(bound) = bound.and_then(|row| row.get_mut(other as usize)) {
            *bound = most.min(*bound);
        }
    }

    /// The one is at least so much before the other.
    pub(super) fn before_by(&mut self, one: Point, other: Point, least: i64) {
        self.later_by_at_most(one, other, -least);
    }

    /// The point lies within a bracket.
    pub(super) fn within(&mut self, point: Point, bracket: Bracket) {
        self.later_by_at_most(point, Point::Origin, bracket.to);
        self.later_by_at_most(Point::Origin, point, -bracket.from);
    }

    /// Whether some choice of the points obeys all bounds: unless going round some ring
    /// of bounds makes a point later than itself (Bellman; by Floyd and Warshall's
    /// closure). O(1): five points.
    pub(super) fn is_feasible(mut self) -> bool {
        for by in 0..POINTS {
            for from in 0..POINTS {
                for to in 0..POINTS {
                    let over = self.at(from, by).saturating_add(self.at(by, to));
                    if let Some(most) = self.most.get_mut(from).and_then(|row| row.get_mut(to)) {
                        *most = over.min(*most);
                    }
                }
            }
        }
        (0..POINTS).all(|point| self.at(point, point) >= 0)
    }

    /// The relations of Allen's that some choice of the points makes true.
    pub(super) fn relations(self) -> Relations {
        let holds = |relation: &Allen| {
            let mut network = self;
            network.stand(*relation);
            network.is_feasible()
        };
        Allen::ALL.into_iter().filter(holds).collect()
    }

    /// The two lie in a relation: each two of the points are in its order, or together.
    fn stand(&mut self, relation: Allen) {
        let ranks = relation.ranks();
        let points = [Point::Begin, Point::End, Point::OtherBegin, Point::OtherEnd];
        for (one, rank) in points.into_iter().zip(ranks) {
            for (other, other_rank) in points.into_iter().zip(ranks) {
                match rank.cmp(&other_rank) {
                    std::cmp::Ordering::Less => self.before_by(one, other, 1),
                    std::cmp::Ordering::Equal => self.before_by(one, other, 0),
                    std::cmp::Ordering::Greater => {}
                }
            }
        }
    }

    fn at(&self, one: usize, other: usize) -> i64 {
        let row = self.most.get(one).and_then(|row| row.get(other));
        row.copied().unwrap_or(UNBOUNDED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ENDS: [Point; 4] = [Point::Begin, Point::End, Point::OtherBegin, Point::OtherEnd];

    /// The relation of two stretches of whole numbers.
    fn relation_of(points: [i64; 4]) -> Allen {
        let is_of = |relation: &Allen| {
            let ranks = relation.ranks();
            (0..4).all(|i| (0..4).all(|j| points[i].cmp(&points[j]) == ranks[i].cmp(&ranks[j])))
        };
        Allen::ALL.into_iter().find(is_of).unwrap()
    }

    proptest! {
        /// Against every choice of the four points.
        #[test]
        fn relations_are_those_of_enumeration(
            bounds in prop::array::uniform4((0..6_i64, 0..4_i64)),
            lengths in prop::array::uniform2((1..4_i64, 0..4_i64)),
            bound in prop::option::of((0..4_usize, 0..4_usize, -2..3_i64)),
        ) {
            let mut network = Network::new();
            for (point, (from, length)) in ENDS.into_iter().zip(bounds) {
                network.within(point, Bracket { from, to: from + length });
            }
            for (two, (least, more)) in ENDS.chunks(2).zip(lengths) {
                network.before_by(two[0], two[1], least);
                network.later_by_at_most(two[1], two[0], least + more);
            }
            if let Some((one, other, most)) = bound {
                network.later_by_at_most(ENDS[one], ENDS[other], most);
            }
            let mut found = Vec::new();
            let range = |nth: usize| bounds[nth].0..=bounds[nth].0 + bounds[nth].1;
            for a in range(0) {
                for b in range(1) {
                    for c in range(2) {
                        for d in range(3) {
                            let points = [a, b, c, d];
                            let fits = lengths.iter().enumerate().all(|(nth, (least, more))| {
                                let length = points[2 * nth + 1] - points[2 * nth];
                                (*least..=least + more).contains(&length)
                            });
                            let obeys = bound.is_none_or(|(one, other, most)| points[one] - points[other] <= most);
                            if fits && obeys {
                                found.push(relation_of(points));
                            }
                        }
                    }
                }
            }
            prop_assert_eq!(network.is_feasible(), !found.is_empty());
            prop_assert_eq!(network.relations(), found.into_iter().collect::<Relations>());
        }
    }
}
