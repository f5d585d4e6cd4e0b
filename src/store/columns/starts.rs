//! How many accounts each event has.

use crate::store::column::Column;

/// Where the accounts of each event begin, given how many each has.
#[derive(Clone, Debug)]
pub(in crate::store) enum Starts {
    /// Each of so many events has as many: none, in general, or one.
    Alike { events: u32, each: u32 },
    /// Where those of each event begin, and where those of the last one end.
    Any(Column<u32>),
}

impl Default for Starts {
    fn default() -> Self {
        Self::Alike { events: 0, each: 0 }
    }
}

impl Starts {
    /// The next event has so many; `None` if there is no room for as many.
    #[inline]
    pub(super) fn push(&mut self, accounts: u32) -> Option<()> {
        match self {
            Self::Alike { events: 0, each } => {
                *each = accounts;
                *self = Self::Alike {
                    events: 1,
                    each: accounts,
                };
            }
            Self::Alike { events, each } if *each == accounts => {
                let more = events.checked_add(1)?;
                more.checked_mul(accounts)?;
                *events = more;
            }
            Self::Alike { events, each } => {
                let mut starts: Vec<u32> =
                    (0..=*events).map(|nth| nth.saturating_mul(*each)).collect();
                starts.push(starts.last()?.checked_add(accounts)?);
                *self = Self::Any(starts.into());
            }
            Self::Any(starts) => {
                let end = starts.last()?.checked_add(accounts)?;
                starts.to_mut().push(end);
            }
        }
        Some(())
    }

    /// Where those of the nth event begin and end.
    pub(super) fn of(&self, nth: u32) -> (u32, u32) {
        match self {
            Self::Alike { each, .. } => {
                let begin = nth.saturating_mul(*each);
                (begin, begin.saturating_add(*each))
            }
            Self::Any(starts) => {
                let at = nth as usize;
                let two = starts.get(at).zip(starts.get(at.saturating_add(1)));
                two.map_or((0, 0), |(&begin, &end)| (begin, end))
            }
        }
    }

    /// How many events there are.
    pub(super) fn events(&self) -> usize {
        match self {
            Self::Alike { events, .. } => *events as usize,
            Self::Any(starts) => starts.len().saturating_sub(1),
        }
    }

    /// How many accounts there are.
    #[inline]
    pub(super) fn accounts(&self) -> u32 {
        match self {
            Self::Alike { events, each } => events.saturating_mul(*each),
            Self::Any(starts) => starts.last().copied().unwrap_or(0),
        }
    }

    /// Adds the events of others behind these; `None` if there is no room.
    pub(super) fn append(&mut self, others: &Self) -> Option<()> {
        if let Self::Alike { events, each } = others
            && self.events() == 0
        {
            *self = Self::Alike {
                events: *events,
                each: *each,
            };
            return Some(());
        }
        (0..u32::try_from(others.events()).ok()?).try_for_each(|nth| {
            let (begin, end) = others.of(nth);
            self.push(end.saturating_sub(begin))
        })
    }

    pub(super) fn bytes(&self) -> usize {
        match self {
            Self::Alike { .. } => 0,
            Self::Any(starts) => starts.heap(),
        }
    }

    pub(super) fn settle(&mut self) {
        if let Self::Any(starts) = self {
            starts.settle();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn counts() -> impl Strategy<Value = Vec<u32>> {
        prop_oneof![
            prop::collection::vec(0..3_u32, 0..20),
            prop::collection::vec(Just(1), 0..20),
        ]
    }

    proptest! {
        #[test]
        fn each_has_its_own(one in counts(), other in counts()) {
            let starts = |counts: &[u32]| {
                let mut starts = Starts::default();
                for &count in counts {
                    starts.push(count).unwrap();
                }
                starts
            };
            let mut all = starts(&one);
            all.append(&starts(&other)).unwrap();
            let mut begin = 0;
            let counts = [one, other].concat();
            for (nth, count) in (0..).zip(&counts) {
                prop_assert_eq!(all.of(nth), (begin, begin + count));
                begin += count;
            }
            prop_assert_eq!((all.events(), all.accounts()), (counts.len(), begin));
        }
    }
}
