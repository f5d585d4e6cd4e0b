//! When an actor exists.

use crate::query::period::Period;
use crate::store::{day_number, nth_day};
use crate::time::Span;

/// Days, both included, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Days {
    pub(super) from: i32,
    pub(super) to: i32,
}

impl Days {
    /// The days outside of which a span certainly does not hold.
    pub(super) fn of(span: &Span) -> Self {
        let bounds = span.bounds();
        Self {
            from: bounds.first_day().map_or(i32::MIN, day_number),
            to: bounds.last_day().map_or(i32::MAX, day_number),
        }
    }

    fn and(self, other: Self) -> Option<Self> {
        let from = self.from.max(other.from);
        let to = self.to.min(other.to);
        (from <= to).then_some(Self { from, to })
    }

    pub(super) fn hold(self, day: i32) -> bool {
        self.from <= day && day <= self.to
    }
}

/// Over which days an actor, or both of a dyad, may exist.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Existence {
    #[default]
    Always,
    During(Vec<Days>),
}

impl Existence {
    pub(super) fn of<'s>(spans: impl IntoIterator<Item = &'s Span>) -> Self {
        Self::During(spans.into_iter().map(Days::of).collect())
    }

    /// When both exist at once.
    pub(super) fn and(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Always, one) | (one, Self::Always) => one.clone(),
            (Self::During(ones), Self::During(others)) => {
                let both = ones.iter().flat_map(|one| {
                    let with = move |other: &Days| one.and(*other);
                    others.iter().filter_map(with)
                });
                Self::During(both.collect())
            }
        }
    }

    /// Whether a day of it lies in a period.
    pub(super) fn meets(&self, period: Period, number: i32) -> bool {
        match self {
            Self::Always => true,
            Self::During(_) => !self.periods(period, (number, number)).is_empty(),
        }
    }

    /// The periods with a day of it, within a stretch of periods: ranges of numbers,
    /// ascending, that do not touch.
    pub(super) fn periods(&self, period: Period, (first, last): (i32, i32)) -> Vec<(i32, i32)> {
        let Self::During(days) = self else {
            return vec![(first, last)];
        };
        let number = |day| period.number(nth_day(day));
        let mut ranges: Vec<(i32, i32)> = days
            .iter()
            .map(|days| (number(days.from).max(first), number(days.to).min(last)))
            .filter(|(from, to)| from <= to)
            .collect();
        ranges.sort_unstable();
        let mut joined: Vec<(i32, i32)> = Vec::with_capacity(ranges.len());
        for (from, to) in ranges {
            match joined.last_mut() {
                Some(before) if from <= before.1.saturating_add(1) => before.1 = before.1.max(to),
                _ => joined.push((from, to)),
            }
        }
        joined
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn existence(spans: &[&str]) -> Existence {
        let spans: Vec<Span> = spans.iter().map(|span| span.parse().unwrap()).collect();
        Existence::of(&spans)
    }

    fn years(existence: &Existence) -> Vec<(i32, i32)> {
        existence.periods(Period::Year, (1900, 2025))
    }

    #[test]
    fn both_exist_at_once_or_not_at_all() {
        let soviet_union = existence(&["1922-12-30/1991-12-25"]);
        let russia = existence(&["1991-12-26/.."]);
        let estonia = existence(&["1918-02-24/1940-06-16", "1991-09-06/.."]);
        assert_eq!(years(&soviet_union.and(&russia)), []);
        assert_eq!(
            years(&soviet_union.and(&estonia)),
            [(1922, 1940), (1991, 1991)]
        );
        assert_eq!(years(&estonia.and(&russia)), [(1991, 2025)]);
        assert_eq!(years(&Existence::Always.and(&russia)), years(&russia));
        assert_eq!(years(&Existence::Always), [(1900, 2025)]);
    }

    #[test]
    fn an_end_in_doubt_counts_in_full_and_stretches_that_touch_are_one() {
        assert_eq!(
            years(&existence(&["1950/1951-06", "1951-09/~1960"])),
            [(1950, 1961)]
        );
        assert_eq!(
            years(&existence(&["1950/1951", "1952/1953"])),
            [(1950, 1953)]
        );
        assert_eq!(
            years(&existence(&["1950/1951", "1953/"])),
            [(1950, 1951), (1953, 2025)]
        );
    }
}
