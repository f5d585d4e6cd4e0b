//! Which positions are of which day.

use std::ops::Range;

use crate::store::column::Column;

/// The positions of each day, of columns in order of day; the undated come last.
#[derive(Clone, Debug, Default)]
pub(in crate::store) struct Days {
    /// The distinct days by number, ascending.
    pub(in crate::store) days: Column<i32>,
    /// Where those of each begin.
    pub(in crate::store) starts: Column<u32>,
    /// How many are dated.
    pub(in crate::store) dated: u32,
}

impl Days {
    /// The next positions, so many, are of a day no earlier than those before.
    pub(super) fn push(&mut self, day: i32, many: u32) {
        if self.days.last() != Some(&day) {
            self.days.to_mut().push(day);
            self.starts.to_mut().push(self.dated);
        }
        self.dated = self.dated.saturating_add(many);
    }

    /// How many positions are dated.
    pub(in crate::store) fn dated(&self) -> u32 {
        self.dated
    }

    /// The day of a position, unless it is undated.
    pub(super) fn of(&self, position: u32) -> Option<i32> {
        self.around(position).map(|(day, _)| day)
    }

    /// The day of a position, unless it is undated, with all positions of that day.
    pub(super) fn around(&self, position: u32) -> Option<(i32, Range<u32>)> {
        let after = self.starts.partition_point(|&start| start <= position);
        let nth = after.checked_sub(1)?;
        let range = self.start(nth)..self.start(after);
        range.contains(&position).then_some(())?;
        Some((*self.days.get(nth)?, range))
    }

    /// The positions from one day to another, both included.
    pub(super) fn range(&self, from: i32, to: i32) -> Range<u32> {
        let first = self.days.partition_point(|&day| day < from);
        let after = self.days.partition_point(|&day| day <= to);
        self.start(first)..self.start(after)
    }

    fn start(&self, nth: usize) -> u32 {
        self.starts.get(nth).copied().unwrap_or(self.dated)
    }

    /// Each day with its positions, in order of time.
    pub(super) fn iter(&self) -> impl Iterator<Item = (i32, Range<u32>)> {
        let day = |(nth, &day): (usize, &i32)| (day, self.start(nth)..self.start(nth + 1));
        self.days.iter().enumerate().map(day)
    }

    /// The days of a range, that is of whole days, each with its positions.
    pub(super) fn within(&self, range: Range<u32>) -> impl Iterator<Item = (i32, Range<u32>)> {
        let first = self.starts.partition_point(|&start| start < range.start);
        let end = self.starts.partition_point(|&start| start < range.end);
        let days = self.days.get(first..end).unwrap_or_default();
        let day = move |(nth, &day)| (day, self.start(nth)..self.start(nth + 1));
        (first..).zip(days).map(day)
    }

    /// Whether days and ranges are in order, and of so many positions.
    pub(super) fn fit(&self, positions: usize) -> Result<(), String> {
        if self.dated as usize > positions {
            return Err("more days than events".into());
        }
        if !self.days.is_sorted_by(|one, other| one < other) {
            return Err("days out of order".into());
        }
        if self.starts.len() != self.days.len()
            || !self.starts.is_sorted_by(|one, other| one < other)
            || self.starts.first().is_some_and(|&first| first != 0)
            || self.starts.last().is_some_and(|&last| last >= self.dated)
            || (self.days.is_empty() && self.dated != 0)
        {
            return Err("a day without events".into());
        }
        Ok(())
    }

    pub(super) fn bytes(&self) -> usize {
        self.days.heap().saturating_add(self.starts.heap())
    }

    pub(super) fn settle(&mut self) {
        self.days.settle();
        self.starts.settle();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_a_plain_list_has_them(
            mut list in prop::collection::vec(-9..9_i32, 0..40),
            from in -10..10_i32,
            long in 0..9_i32,
        ) {
            list.sort_unstable();
            let mut days = Days::default();
            for &day in &list {
                days.push(day, 1);
            }
            let inside = |position: &u32| (from..=from + long).contains(&list[*position as usize]);
            let all = 0..u32::try_from(list.len()).unwrap();
            let expected: Vec<u32> = all.clone().filter(inside).collect();
            prop_assert_eq!(days.range(from, from + long).collect::<Vec<_>>(), expected);
            for position in all {
                prop_assert_eq!(days.of(position), Some(list[position as usize]));
            }
            let again: Vec<i32> = days
                .iter()
                .flat_map(|(day, range)| range.map(move |_| day))
                .collect();
            prop_assert_eq!(again, list);
        }
    }
}
