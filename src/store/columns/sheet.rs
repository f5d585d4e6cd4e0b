//! Columns day by day.

use super::segment::{Segment, Stretch};
use crate::store::brief::ShapeNumber;

/// The events of one day of a segment, as they lie in its columns: in order of recording.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sheet<'s> {
    segment: &'s Segment,
    /// The day by number.
    pub(crate) day: i32,
    start: u32,
    pub(crate) shapes: &'s [ShapeNumber],
    pub(crate) firsts: &'s [u32],
    /// A number that no actor has where there is no second.
    pub(crate) seconds: &'s [u32],
}

impl Sheet<'_> {
    /// Which event of all the nth of the sheet is.
    pub(crate) fn event(&self, nth: u32) -> u32 {
        self.segment.event(self.start.saturating_add(nth))
    }
}

impl<'s> Stretch<'s> {
    /// The days of which there are any events, in order.
    pub(crate) fn sheets(&self) -> impl Iterator<Item = Sheet<'s>> {
        let segment = self.segment;
        let days = segment.days.within(self.range.clone());
        days.map(move |(day, positions)| {
            let range = positions.start as usize..positions.end as usize;
            Sheet {
                segment,
                day,
                start: positions.start,
                shapes: segment.shapes.get(range.clone()).unwrap_or_default(),
                firsts: segment.firsts.get(range.clone()).unwrap_or_default(),
                seconds: segment.seconds.get(range).unwrap_or_default(),
            }
        })
    }
}
