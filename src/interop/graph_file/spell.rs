//! When an event may have been, in days and in seconds.

use jiff::ToSpan;
use jiff::civil::DateTime;

use crate::time::Moment;

/// From when to when something was or may have been, both ends included; `None` where
/// there is no bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spell {
    pub(crate) start: Option<DateTime>,
    pub(crate) end: Option<DateTime>,
}

impl Spell {
    /// The stretch in which an event of this date took place; `None` if it may have been
    /// at any time.
    pub(crate) fn of(when: &Moment) -> Option<Self> {
        let (start, end) = (when.earliest(), when.latest());
        (start.is_some() || end.is_some()).then_some(Self { start, end })
    }

    /// Puts together what overlaps or leaves no second between: O(n log n).
    pub(crate) fn merged(mut spells: Vec<Self>) -> Vec<Self> {
        // Without a start comes first, as `None` does.
        spells.sort_unstable_by_key(|spell| (spell.start, spell.end.is_none(), spell.end));
        let mut merged: Vec<Self> = Vec::new();
        for spell in spells {
            match merged.last_mut() {
                Some(last) if last.reaches(spell) => last.extend(spell),
                _ => merged.push(spell),
            }
        }
        merged
    }

    /// Whether another that starts no earlier starts before this ends, or just after.
    fn reaches(self, later: Self) -> bool {
        let (Some(end), Some(start)) = (self.end, later.start) else {
            // This has no end, or neither has a start.
            return true;
        };
        let next = end.checked_add(1.second()).unwrap_or(end);
        start <= next
    }

    fn extend(&mut self, later: Self) {
        self.end = match (self.end, later.end) {
            (Some(one), Some(other)) => Some(one.max(other)),
            _ => None,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merged(moments: &[&str]) -> Vec<String> {
        let spells = moments
            .iter()
            .map(|moment| Spell::of(&moment.parse().unwrap()).unwrap());
        let day = |time: Option<DateTime>| time.map(|time| time.date().to_string());
        Spell::merged(spells.collect())
            .iter()
            .map(|spell| {
                let (start, end) = (day(spell.start), day(spell.end));
                format!("{}/{}", start.unwrap_or_default(), end.unwrap_or_default())
            })
            .collect()
    }

    #[test]
    fn what_overlaps_or_follows_is_one() {
        assert_eq!(
            merged(&["2021-11-20", "2021-11-15", "2021-11-16", "2021-11-15"]),
            ["2021-11-15/2021-11-16", "2021-11-20/2021-11-20"]
        );
        assert_eq!(
            merged(&["2021-11", "2021-11-15", "2021-12-01T10:00"]),
            ["2021-11-01/2021-11-30", "2021-12-01/2021-12-01"]
        );
    }

    #[test]
    fn what_has_no_bound_takes_in_what_is_beyond() {
        assert_eq!(
            merged(&["2020", "[..2021-11-16]", "2022"]),
            ["/2021-11-16", "2022-01-01/2022-12-31"]
        );
        assert_eq!(
            merged(&["2020", "[2021-11-16..]", "2022"]),
            ["2020-01-01/2020-12-31", "2021-11-16/"]
        );
        assert_eq!(merged(&["[2021..]", "[..2022]"]), ["/"]);
        assert_eq!(Spell::of(&Moment::unknown()), None);
    }
}
