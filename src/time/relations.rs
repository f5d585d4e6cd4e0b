//! The relations that two spans may be in.

use std::fmt;

use super::allen::Four;
use super::ticks::Bounds;
use super::{Allen, Certainty};

/// The relations that two spans may be in, given what is known of their ends.
///
/// With all four ends known there is one. With some of them loose there are
/// several, and each is possible. What [`Span::relations_to`] returns.
///
/// [`Span::relations_to`]: super::Span::relations_to
///
/// ```
/// use demarche::time::{Allen, Certainty, Span};
///
/// let first: Span = "2017-05-14/2021".parse()?;
/// let second: Span = "2021-12-31/..".parse()?;
///
/// // The first ended on some day of 2021, at the latest on the last.
/// let relations = first.relations_to(&second);
/// let all: Vec<Allen> = relations.iter().collect();
/// assert_eq!(all, [Allen::Before, Allen::Meets, Allen::Overlaps]);
/// assert_eq!(relations.certainty(Allen::Meets), Certainty::Possible);
/// assert_eq!(relations.certainty(Allen::During), Certainty::Never);
/// assert_eq!(relations.to_string(), "before, meets or overlaps");
/// # Ok::<(), demarche::time::ParseTimeError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
// One bit for each relation, in the order of `Allen::ALL`, and `QUALIFIED`.
pub struct Relations(u16);

/// Set where an end bears a sign, so that nothing is certain.
const QUALIFIED: u16 = 1 << 15;
const MEMBERS: u16 = (1 << 13) - 1;

impl Relations {
    /// Every relation that some choice of four end points within their bounds
    /// allows, if points that differ do so by `unit` ticks or more.
    pub(super) fn between(
        a: (Bounds, Bounds),
        b: (Bounds, Bounds),
        unit: i64,
        qualified: bool,
    ) -> Self {
        let bounds = [a.0, a.1, b.0, b.1];
        let feasible = Allen::ALL
            .into_iter()
            .filter(|one| is_feasible(*one, bounds, unit));
        let set = feasible.fold(0, |set, relation| set | bit(relation));
        Self(if qualified { set | QUALIFIED } else { set })
    }

    /// How sure it is that this is the relation of the two.
    pub fn certainty(self, relation: Allen) -> Certainty {
        Certainty::judge(
            self.is_only(relation),
            self.contains(relation),
            self.is_qualified(),
        )
    }

    /// May this be the relation of the two?
    pub fn contains(self, relation: Allen) -> bool {
        self.0 & bit(relation) != 0
    }

    /// How sure it is that the relation is one for which `test` is true.
    ///
    /// ```
    /// use demarche::time::{Allen, Certainty, Span};
    ///
    /// let first: Span = "2017-05-14/2021".parse()?;
    /// let second: Span = "2019-01-01/2020-12-31".parse()?;
    /// let relations = first.relations_to(&second);
    /// assert_eq!(relations.certainty_that(Allen::shares_time), Certainty::Certain);
    /// # Ok::<(), demarche::time::ParseTimeError>(())
    /// ```
    pub fn certainty_that(self, test: impl Fn(Allen) -> bool) -> Certainty {
        let (mut always, mut sometimes) = (!self.is_empty(), false);
        for relation in self {
            let holds = test(relation);
            always &= holds;
            sometimes |= holds;
        }
        Certainty::judge(always, sometimes, self.is_qualified())
    }

    /// Is there but one relation, and no doubt of the dates?
    pub fn is_certain(self) -> bool {
        self.len() == 1 && !self.is_qualified()
    }

    /// How many relations are possible: 1 to 13 for two spans.
    pub fn len(self) -> usize {
        self.iter().count()
    }

    /// Is none possible? Never so of two spans; so of the default.
    pub fn is_empty(self) -> bool {
        self.0 & MEMBERS == 0
    }

    /// The relations as seen from the other span.
    ///
    /// ```
    /// use demarche::time::Span;
    ///
    /// let first: Span = "2012-05-15/2017-05-13".parse()?;
    /// let second: Span = "2017/".parse()?;
    /// assert_eq!(first.relations_to(&second).inverse(), second.relations_to(&first));
    /// # Ok::<(), demarche::time::ParseTimeError>(())
    /// ```
    pub fn inverse(self) -> Self {
        let set = self
            .iter()
            .fold(0, |set, relation| set | bit(relation.inverse()));
        Self(set | self.0 & QUALIFIED)
    }

    /// The relations, in the order of [`Allen::ALL`].
    pub fn iter(self) -> RelationsIter {
        RelationsIter { set: self, next: 0 }
    }

    fn is_only(self, relation: Allen) -> bool {
        self.0 & MEMBERS == bit(relation)
    }

    fn is_qualified(self) -> bool {
        self.0 & QUALIFIED != 0
    }
}

fn bit(relation: Allen) -> u16 {
    1 << relation as u16
}

/// Can the four points be put in the order that the relation asks for?
///
/// The relation puts them in groups of equal points, one above the other. Take
/// the groups from the lowest up and put each as low as its members' bounds
/// and the group below allow: no other choice leaves more room above, so if
/// this one fails then all do. O(1): at most four groups of four.
fn is_feasible(relation: Allen, bounds: Four<Bounds>, unit: i64) -> bool {
    let ranks = relation.ranks();
    let mut free_from = i64::MIN;
    for rank in 0..4 {
        let members = ranks.iter().zip(bounds).filter(|(own, _)| **own == rank);
        let mut group = Bounds::new(free_from, i64::MAX);
        for (_, member) in members {
            group = Bounds::new(group.low.max(member.low), group.high.min(member.high));
        }
        if group.low > group.high {
            return false;
        }
        free_from = group.low.saturating_add(unit);
    }
    true
}

/// `before, meets or overlaps`; nothing for the empty set.
impl fmt::Display for Relations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let last = self.len().saturating_sub(1);
        for (index, relation) in self.iter().enumerate() {
            let joint = match index {
                0 => "",
                _ if index == last => " or ",
                _ => ", ",
            };
            write!(f, "{joint}{relation}")?;
        }
        Ok(())
    }
}

impl FromIterator<Allen> for Relations {
    fn from_iter<I: IntoIterator<Item = Allen>>(relations: I) -> Self {
        Self(
            relations
                .into_iter()
                .fold(0, |set, relation| set | bit(relation)),
        )
    }
}

impl IntoIterator for Relations {
    type Item = Allen;
    type IntoIter = RelationsIter;

    fn into_iter(self) -> RelationsIter {
        self.iter()
    }
}

impl IntoIterator for &Relations {
    type Item = Allen;
    type IntoIter = RelationsIter;

    fn into_iter(self) -> RelationsIter {
        self.iter()
    }
}

/// The relations of a set, in the order of [`Allen::ALL`]; see
/// [`Relations::iter`].
#[derive(Clone, Debug)]
pub struct RelationsIter {
    set: Relations,
    next: usize,
}

impl Iterator for RelationsIter {
    type Item = Allen;

    fn next(&mut self) -> Option<Allen> {
        while let Some(relation) = Allen::ALL.get(self.next) {
            self.next += 1;
            if self.set.contains(*relation) {
                return Some(*relation);
            }
        }
        None
    }
}

impl std::iter::FusedIterator for RelationsIter {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bounds() -> impl Strategy<Value = Bounds> {
        (0..6_i64, 0..4_i64).prop_map(|(low, length)| Bounds::new(low, low + length))
    }

    fn values(bounds: Bounds) -> std::ops::RangeInclusive<i64> {
        bounds.low..=bounds.high
    }

    fn relation_of(points: Four<i64>) -> Option<Allen> {
        Allen::ALL
            .into_iter()
            .find(|relation| relation.is_of(points))
    }

    proptest! {
        /// Against every choice of the four points.
        #[test]
        fn feasible_is_what_enumeration_finds(
            a in bounds(), b in bounds(), c in bounds(), d in bounds(), qualified: bool,
        ) {
            let mut found = Vec::new();
            for a in values(a) {
                for b in values(b) {
                    for c in values(c) {
                        found.extend(values(d).filter_map(|d| relation_of([a, b, c, d])));
                    }
                }
            }
            let relations = Relations::between((a, b), (c, d), 1, qualified);
            let expected: Relations = found.iter().copied().collect();
            prop_assert_eq!(relations.iter().collect::<Vec<_>>(), expected.iter().collect::<Vec<_>>());
            for relation in Allen::ALL {
                let sometimes = found.contains(&relation);
                let always = sometimes && found.iter().all(|found| *found == relation);
                let expected = Certainty::judge(always, sometimes, qualified);
                prop_assert_eq!(relations.certainty(relation), expected);
                prop_assert_eq!(relations.certainty_that(|other| other == relation), expected);
            }
            prop_assert_eq!(relations.inverse(), Relations::between((c, d), (a, b), 1, qualified));
        }
    }

    #[test]
    fn sets_of_none_and_all() {
        let none = Relations::default();
        assert!(none.is_empty() && !none.is_certain() && none.to_string().is_empty());
        assert_eq!(none.certainty_that(|_| true), Certainty::Never);
        let all: Relations = Allen::ALL.into_iter().collect();
        assert_eq!(all.len(), 13);
        assert_eq!(all.inverse(), all);
    }
}
