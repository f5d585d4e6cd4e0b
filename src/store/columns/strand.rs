//! Events of the common sort, one after another in order of time.

use std::ops::Range;
use std::sync::Arc;

use super::segment::{Positions, Segment};
use crate::store::brief::ShapeNumber;

/// An event as it stands in the columns, dated by a day and nothing more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Glimpse {
    pub(crate) day: i32,
    pub(crate) index: u32,
    pub(crate) shape: ShapeNumber,
    pub(crate) first: u32,
    /// [`NOBODY`](crate::store::brief::Row::NOBODY) if there is no second.
    pub(crate) second: u32,
    /// Whether there may be accounts of it.
    pub(crate) may_be_told: bool,
}

/// Events of a segment in order of time: those that have a day, and no time of day.
#[derive(Debug)]
pub(crate) struct Strand<'s> {
    segment: &'s Segment,
    positions: Positions<'s>,
    /// By shape, whether events of it are asked for; else all are.
    wanted: Option<Arc<[bool]>>,
    day: i32,
    of_day: Range<u32>,
    /// Read and not given yet, the next one last.
    ahead: Vec<Glimpse>,
}

/// So many are read at a time: the columns are far larger than the caches, and a
/// processor waits for one place of theirs as long as for a dozen, if it knows all of them.
const AHEAD: usize = 32;

impl<'s> Strand<'s> {
    pub(super) fn new(
        segment: &'s Segment,
        positions: Positions<'s>,
        wanted: Option<Arc<[bool]>>,
    ) -> Self {
        Self {
            segment,
            positions,
            wanted,
            day: 0,
            of_day: 0..0,
            ahead: Vec::new(),
        }
    }

    /// Reads the next ones; `None` if there is none.
    fn read_on(&mut self) -> Option<()> {
        let segment = self.segment;
        // Of two actors, mostly the first is all that is asked for, and finding it has
        // read the columns.
        let many = match self.positions {
            Positions::OfDyad { .. } => 1,
            Positions::Each(_) | Positions::Listed(_) => AHEAD,
        };
        let wanted = self.wanted.as_deref();
        let shape = |position: u32| segment.shapes.get(position as usize).copied();
        let is_wanted = |position: u32| {
            wanted.is_none_or(|wanted| {
                shape(position).is_some_and(|shape| wanted.get(usize::from(shape)) == Some(&true))
            })
        };
        let passes = |&position: &u32| is_wanted(position) && !segment.is_timed(position);
        let mut positions = [0; AHEAD];
        let mut found = 0;
        let passing = self.positions.by_ref().filter(passes).take(many);
        for (place, position) in positions.iter_mut().zip(passing) {
            *place = position;
            found += 1;
        }
        let read = positions.get(..found)?;
        self.ahead.extend(read.iter().rev().filter_map(|&position| {
            if !self.of_day.contains(&position) {
                (self.day, self.of_day) = segment.days.around(position)?;
            }
            let row = segment.row_undated(position)?;
            Some(Glimpse {
                day: self.day,
                index: segment.event(position),
                shape: row.shape,
                first: row.first,
                second: row.second,
                may_be_told: segment.tellings.len() > 0,
            })
        }));
        (found > 0).then_some(())
    }
}

impl Iterator for Strand<'_> {
    type Item = Glimpse;

    fn next(&mut self) -> Option<Glimpse> {
        while self.ahead.is_empty() {
            self.read_on()?;
        }
        self.ahead.pop()
    }
}
