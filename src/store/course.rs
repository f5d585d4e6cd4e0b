//! Events of anybody, an actor or a dyad, in order of time.

use std::iter::Peekable;

use super::columns::{Glimpse, Strand};
use super::marks::Marks;

/// Events of the common sort by day, those of a day in order of recording; each is found as
/// it is asked for.
#[derive(Debug)]
pub(crate) struct Course<'s> {
    /// Of segments that have any.
    strands: Vec<Peekable<Strand<'s>>>,
    /// If any is.
    is_amended: Option<&'s Marks>,
}

impl<'s> Course<'s> {
    pub(super) fn new(
        strands: impl Iterator<Item = Strand<'s>>,
        is_amended: Option<&'s Marks>,
    ) -> Self {
        let mut strands: Vec<_> = strands.map(Iterator::peekable).collect();
        strands.retain_mut(|strand| strand.peek().is_some());
        Self {
            strands,
            is_amended,
        }
    }

    /// The next one, as it was recorded.
    fn next_recorded(&mut self) -> Option<Glimpse> {
        if let [only] = self.strands.as_mut_slice() {
            return only.next();
        }
        let heads = self.strands.iter_mut().enumerate();
        let heads = heads.filter_map(|(nth, strand)| {
            let head = strand.peek()?;
            Some((head.day, head.index, nth))
        });
        let (.., nth) = heads.min()?;
        self.strands.get_mut(nth)?.next()
    }
}

impl Iterator for Course<'_> {
    type Item = Glimpse;

    fn next(&mut self) -> Option<Glimpse> {
        loop {
            let glimpse = self.next_recorded()?;
            let is_amended = |marks: &Marks| marks.has(glimpse.index);
            if !self.is_amended.is_some_and(is_amended) {
                return Some(glimpse);
            }
        }
    }
}
