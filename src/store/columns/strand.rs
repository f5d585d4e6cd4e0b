//! Events of the common sort, one after another in order of time.

use std::ops::Range;
use std::sync::Arc;

use super::segment::{Positions, Segment};
use crate::store::brief::{Clock, Row, ShapeNumber};

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
    /// How many places are read next.
    reading: usize,
}

/// So many places are read at a time at most: the columns are far larger than the caches,
/// and a processor waits for one place of theirs as long as for a dozen, if it knows all of
/// them.
const MOST_AHEAD: usize = 128;
/// So many at first, as some ask for the first event alone.
const FIRST_AHEAD: usize = 16;

impl<'s> Strand<'s> {
    pub(super) fn new(
        segment: &'s Segment,
        positions: Positions<'s>,
        wanted: Option<Arc<[bool]>>,
    ) -> Self {
        Self {
            day: 0,
            of_day: 0..0,
            ahead: Vec::new(),
            reading: match positions {
                // Finding the first has read the columns.
                Positions::OfDyad { .. } => 1,
                Positions::Each(_) | Positions::Listed(_) => FIRST_AHEAD,
            },
            segment,
            positions,
            wanted,
        }
    }

    /// Reads the next places, of which some may pass; `None` if there are no more.
    ///
    /// Column after column, and without a choice between two reads: what would go one way or
    /// another by what it has read, or does anything else meanwhile, waits for each place in
    /// turn.
    fn read_on(&mut self) -> Option<()> {
        let Segment {
            shapes,
            firsts,
            seconds,
            clocks,
            ..
        } = self.segment;
        let (shapes, firsts, seconds, clocks) = (&**shapes, &**firsts, &**seconds, &**clocks);
        let wanted = self.wanted.as_deref();
        let passes = |position: u32| {
            let shape = shapes.get(position as usize);
            let is_wanted = |&shape: &ShapeNumber| {
                wanted.is_none_or(|wanted| wanted.get(usize::from(shape)) == Some(&true))
            };
            let is_timed = |&clock: &u16| Clock::numbered(clock) != Clock::default();
            let clock = clocks.get(position as usize);
            shape.is_some_and(is_wanted) & !clock.is_some_and(is_timed)
        };
        let (mut positions, mut passing, mut read) = ([0; MOST_AHEAD], 0, 0);
        for position in self.positions.by_ref().take(self.reading) {
            // Each is put down, and stays if it passes.
            if let Some(place) = positions.get_mut(passing) {
                *place = position;
            }
            passing += usize::from(passes(position));
            read += 1;
        }
        self.reading = self.reading.saturating_mul(2).min(MOST_AHEAD);
        let positions = positions.get(..passing)?;
        let mut ends = [(Row::NOBODY, Row::NOBODY); MOST_AHEAD];
        for (two, &position) in ends.iter_mut().zip(positions) {
            let at = position as usize;
            if let (Some(&first), Some(&second)) = (firsts.get(at), seconds.get(at)) {
                *two = (first, second);
            }
        }
        let may_be_told = self.segment.tellings.len() > 0;
        let found = positions.iter().zip(ends).rev();
        self.ahead
            .extend(found.filter_map(|(&position, (first, second))| {
                if !self.of_day.contains(&position) {
                    (self.day, self.of_day) = self.segment.days.around(position)?;
                }
                Some(Glimpse {
                    day: self.day,
                    index: self.segment.event(position),
                    shape: *shapes.get(position as usize)?,
                    first,
                    second,
                    may_be_told,
                })
            }));
        (read > 0).then_some(())
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
