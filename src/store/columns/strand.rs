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
}

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
        }
    }
}

impl Iterator for Strand<'_> {
    type Item = Glimpse;

    fn next(&mut self) -> Option<Glimpse> {
        let segment = self.segment;
        let is_wanted = |position: u32| {
            let Some(wanted) = &self.wanted else {
                return true;
            };
            let shape = segment.shapes.get(position as usize);
            shape.is_some_and(|&shape| wanted.get(usize::from(shape)) == Some(&true))
        };
        let passes = |&position: &u32| is_wanted(position) && !segment.is_timed(position);
        let position = self.positions.find(passes)?;
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
    }
}
