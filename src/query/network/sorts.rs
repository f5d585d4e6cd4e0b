//! Sorts of event by number.

use foldhash::fast::RandomState;
use indexmap::IndexSet;

use crate::model::codes::Classification;

/// The sorts of event in a network, each with a number, so that whether an edge is of a
/// sort asked for is one look into a table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sorts {
    known: IndexSet<Classification, RandomState>,
}

impl Sorts {
    /// What has no number of its own, as there are more sorts than numbers.
    const OTHER: u16 = u16::MAX;

    /// The number of a sort, given to it if it has none yet.
    pub(super) fn number(&mut self, sort: Classification) -> u16 {
        if let Some(known) = self.known.get_index_of(&sort) {
            return u16::try_from(known).unwrap_or(Self::OTHER);
        }
        if self.known.len() >= usize::from(Self::OTHER) {
            return Self::OTHER;
        }
        let (number, _) = self.known.insert_full(sort);
        u16::try_from(number).unwrap_or(Self::OTHER)
    }

    /// The sorts by number.
    pub(super) fn iter(&self) -> impl Iterator<Item = Classification> {
        self.known.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sort_has_one_number_and_the_rest_share_the_last() {
        let mut sorts = Sorts::default();
        let code = |text: &str| Classification::of_code(text.parse().unwrap());
        assert_eq!(sorts.number(code("041")), 0);
        assert_eq!(sorts.number(code("112")), 1);
        assert_eq!(sorts.number(code("041")), 0);
        assert_eq!(sorts.iter().collect::<Vec<_>>(), [code("041"), code("112")]);
    }
}
