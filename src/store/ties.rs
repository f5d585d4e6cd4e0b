//! The ties, and whose they are.

use super::chunked::Chunked;
use super::lineage::Lineage;
use super::tiered::Tiered;
use crate::error::ErrorKind;
use crate::model::{TieData, TieId, TieKind};
use crate::{Error, Result};

/// All ties by index, with look-up by either end.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ties {
    lineage: Lineage,
    pub(super) ties: Chunked<TieData>,
    by_from: Tiered<u32>,
    by_to: Tiered<u32>,
}

impl Ties {
    /// From ties that were saved: O(n).
    pub(super) fn of(ties: Chunked<TieData>) -> Self {
        let ends = |end: fn(&TieData) -> u32| {
            let numbered = (0..).zip(ties.iter());
            Tiered::of(0, numbered.map(move |(index, tie)| (end(tie), index)))
        };
        Self {
            // Nothing is numbered by more than 32 bits.
            lineage: Lineage::default().holding(u32::try_from(ties.len()).unwrap_or(u32::MAX)),
            by_from: ends(|tie| tie.from.index()),
            by_to: ends(|tie| tie.to.index()),
            ties,
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.ties.len()
    }

    /// About what they take, in bytes.
    pub(crate) fn bytes(&self) -> usize {
        let ties = self.ties.bytes(|tie| size_of_val(tie.accounts.as_slice()));
        ties.saturating_add(self.by_from.bytes(|_| 0))
            .saturating_add(self.by_to.bytes(|_| 0))
    }

    /// Adds a tie; an affiliation seen before gains the days on which it was seen.
    pub(crate) fn add(&mut self, tie: TieData) -> Result<TieId> {
        if tie.kind == TieKind::Affiliation
            && let Some(id) = self.widen_affiliation(&tie)
        {
            return Ok(id);
        }
        self.push(tie)
    }

    /// Adds a tie as it is, whatever was seen before.
    pub(crate) fn push(&mut self, tie: TieData) -> Result<TieId> {
        let (index, stamp) = self.lineage.give().ok_or_else(|| {
            Error::new(ErrorKind::Full {
                what: "ties",
                limit: u64::from(u32::MAX),
            })
        })?;
        self.by_from.add(tie.from.index(), index);
        self.by_to.add(tie.to.index(), index);
        self.ties.push(tie);
        Ok(TieId::new(index, stamp))
    }

    fn widen_affiliation(&mut self, tie: &TieData) -> Option<TieId> {
        let index = self.by_from.find(&tie.from.index()).find(|&index| {
            self.ties.get(index).is_some_and(|known| {
                known.kind == TieKind::Affiliation
                    && known.to == tie.to
                    && known.span == tie.span
                    && known.retracted.is_none()
            })
        })?;
        let missing = |known: &TieData| {
            tie.observed
                .iter()
                .any(|day| known.observed.binary_search(day).is_err())
        };
        if !tie.accounts.is_empty() || self.ties.get(index).is_some_and(missing) {
            let known = self.ties.get_mut(index)?;
            for day in &tie.observed {
                if let Err(at) = known.observed.binary_search(day) {
                    known.observed.insert(at, *day);
                }
            }
            known.accounts.extend(tie.accounts.iter().cloned());
        }
        Some(TieId::new(index, self.lineage.stamp(index)?))
    }

    fn check(&self, id: TieId) -> Result<u32> {
        if self.lineage.stamp(id.index()) == Some(id.stamp()) {
            Ok(id.index())
        } else {
            Err(Error::foreign("tie"))
        }
    }

    pub(crate) fn get(&self, id: TieId) -> Result<&TieData> {
        let index = self.check(id)?;
        self.ties.get(index).ok_or_else(|| Error::foreign("tie"))
    }

    pub(crate) fn get_mut(&mut self, id: TieId) -> Result<&mut TieData> {
        let index = self.check(id)?;
        self.ties
            .get_mut(index)
            .ok_or_else(|| Error::foreign("tie"))
    }

    /// The tie of an index.
    #[cfg(feature = "sparql")]
    pub(crate) fn by_index(&self, index: u32) -> Option<(TieId, &TieData)> {
        Some((self.id(index)?, self.ties.get(index)?))
    }

    /// All ties, in order of recording.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (TieId, &TieData)> {
        (0..)
            .zip(self.ties.iter())
            .filter_map(|(index, tie)| Some((self.id(index)?, tie)))
    }

    /// The ties from an actor, in order of recording.
    pub(crate) fn from(&self, actor: u32) -> impl Iterator<Item = (TieId, &TieData)> {
        self.found(self.by_from.find(&actor).collect())
    }

    /// The ties to an actor, in order of recording.
    pub(crate) fn to(&self, actor: u32) -> impl Iterator<Item = (TieId, &TieData)> {
        self.found(self.by_to.find(&actor).collect())
    }

    fn found(&self, indices: Vec<u32>) -> impl Iterator<Item = (TieId, &TieData)> {
        indices
            .into_iter()
            .filter_map(|index| Some((self.id(index)?, self.ties.get(index)?)))
    }

    fn id(&self, index: u32) -> Option<TieId> {
        Some(TieId::new(index, self.lineage.stamp(index)?))
    }
}
