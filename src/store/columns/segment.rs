//! Events in columns that never change.

use std::ops::Range;

use super::actors::ByActor;
use super::days::Days;
use super::dyads::ByDyad;
use super::growing::Growing;
use super::order::{Order, Place};
use super::sort;
use super::starts::Starts;
use crate::store::brief::{Clock, Row, ShapeNumber, Tellings, When};
use crate::store::scope::Scope;

/// Events recorded one after another, in columns and in order of time.
#[derive(Clone, Debug)]
pub(crate) struct Segment {
    pub(super) base: u32,
    pub(super) order: Order,
    pub(super) days: Days,
    pub(super) shapes: Vec<ShapeNumber>,
    pub(super) firsts: Vec<u32>,
    pub(super) seconds: Vec<u32>,
    /// Empty if no event has a time of day.
    pub(super) clocks: Vec<Clock>,
    pub(super) by_actor: ByActor,
    pub(super) by_dyad: ByDyad,
    pub(super) starts: Starts,
    pub(super) tellings: Tellings,
}

impl Segment {
    /// From events as they came: O(n), where days, actors and dyads lie densely enough
    /// to be counted; columns that are in order already are not copied.
    pub(crate) fn seal(growing: Growing) -> Self {
        let Growing {
            base,
            mut shapes,
            mut firsts,
            mut seconds,
            mut whens,
            mut starts,
            mut tellings,
        } = growing;
        let many = shapes.len();
        let order = if is_in_order(&shapes, &whens) {
            // Fewer than 2³² events are ever recorded.
            Order::AsRecorded(u32::try_from(many).unwrap_or(u32::MAX))
        } else {
            let numbers = in_order_of_time(&shapes, &whens);
            let held = numbers.len();
            let elsewhere = (0..).zip(shapes.iter().zip(&firsts));
            let elsewhere = elsewhere.filter(|&(_, (&shape, _))| shape == Row::ELSEWHERE);
            let elsewhere = elsewhere.map(|(number, (_, &at))| (number, at));
            let order = Order::new(numbers, many, elsewhere);
            shapes = order.sorted(shapes, held, 0);
            firsts = order.sorted(firsts, held, 0);
            seconds = order.sorted(seconds, held, 0);
            whens = order.sorted(whens, held, When::UNKNOWN);
            order
        };
        let mut days = Days::default();
        for day in whens.iter().filter_map(|when| when.day()) {
            days.push(day, 1);
        }
        let mut clocks = Vec::new();
        if whens.iter().any(|when| when.clock() != Clock::default()) {
            clocks = whens.iter().map(|when| when.clock()).collect();
        }
        drop(whens);
        shapes.shrink_to_fit();
        firsts.shrink_to_fit();
        seconds.shrink_to_fit();
        starts.shrink_to_fit();
        tellings.shrink_to_fit();
        let parts = (shapes, firsts, seconds, clocks);
        Self::of_columns(base, order, days, parts, (starts, tellings))
    }

    /// From columns in order of time.
    pub(super) fn of_columns(
        base: u32,
        order: Order,
        mut days: Days,
        (shapes, firsts, seconds, clocks): (Vec<ShapeNumber>, Vec<u32>, Vec<u32>, Vec<Clock>),
        (starts, tellings): (Starts, Tellings),
    ) -> Self {
        days.shrink_to_fit();
        Self {
            base,
            order,
            days,
            by_actor: ByActor::build(&firsts, &seconds),
            by_dyad: ByDyad::build(&firsts, &seconds),
            shapes,
            firsts,
            seconds,
            clocks,
            starts,
            tellings,
        }
    }

    /// Which event of all is the first.
    pub(crate) fn base(&self) -> u32 {
        self.base
    }

    /// How many events were recorded, here or elsewhere.
    pub(crate) fn len(&self) -> usize {
        self.order.len()
    }

    /// Where the nth event recorded is.
    pub(crate) fn place(&self, nth: u32) -> Option<Place> {
        self.order.place(nth)
    }

    /// Which event of all is at a position.
    pub(crate) fn event(&self, position: u32) -> u32 {
        self.base.saturating_add(self.order.number(position))
    }

    pub(crate) fn row(&self, position: u32) -> Option<Row> {
        let at = position as usize;
        let clock = self.clocks.get(at).copied().unwrap_or_default();
        let day = self.days.of(position);
        Some(Row {
            shape: *self.shapes.get(at)?,
            first: *self.firsts.get(at)?,
            second: *self.seconds.get(at)?,
            when: day.map_or(When::UNKNOWN, |day| When::at(day, clock)),
        })
    }

    pub(crate) fn tellings(&self) -> &Tellings {
        &self.tellings
    }

    /// Where among the tellings the accounts of the nth event recorded begin and end.
    pub(crate) fn accounts(&self, nth: u32) -> (u32, u32) {
        self.starts.of(nth)
    }

    /// The positions in the scope that may fall in the days given, both included.
    pub(crate) fn positions(
        &self,
        scope: Scope,
        (from, to): (i32, i32),
    ) -> impl Iterator<Item = u32> {
        let dated = self.days.range(from, to);
        // Fewer than 2³² events are ever recorded.
        let end = u32::try_from(self.shapes.len()).unwrap_or(u32::MAX);
        let undated = self.days.dated()..end;
        let list = match scope {
            Scope::All => None,
            // There are many segments, and few of them have any event of a short window.
            _ if dated.is_empty() && undated.is_empty() => None,
            Scope::Actor(actor) => Some(self.by_actor.of(actor)),
            Scope::Dyad(one, other) if one == other => Some(self.by_actor.of(one)),
            Scope::Dyad(one, other) => {
                let two = (one.min(other), one.max(other));
                Some(self.by_dyad.of(two, &self.firsts, &self.seconds))
            }
        };
        let [dated, undated] = [dated, undated].map(|range| match list {
            None => Positions::Each(range),
            Some(list) => Positions::Listed(within(list, range).iter()),
        });
        dated.chain(undated)
    }

    fn shapes_of(&self, range: Range<u32>) -> &[ShapeNumber] {
        let range = range.start as usize..range.end as usize;
        self.shapes.get(range).unwrap_or_default()
    }

    /// The events from one day to another, both included.
    pub(crate) fn stretch(&self, (from, to): (i32, i32)) -> Stretch<'_> {
        Stretch {
            segment: self,
            range: self.days.range(from, to),
        }
    }

    /// The undated events.
    pub(crate) fn undated(&self) -> impl Iterator<Item = u32> {
        // Fewer than 2³² events are ever recorded.
        let end = u32::try_from(self.shapes.len()).unwrap_or(u32::MAX);
        (self.days.dated()..end).map(|position| self.event(position))
    }

    /// The events of the days given that have a time of day.
    pub(crate) fn timed(&self, (from, to): (i32, i32)) -> impl Iterator<Item = u32> {
        let range = match self.clocks.as_slice() {
            [] => 0..0,
            _ => self.days.range(from, to),
        };
        let has_clock = |position: &u32| {
            let clock = self.clocks.get(*position as usize);
            clock.is_some_and(|clock| *clock != Clock::default())
        };
        let timed = range.filter(has_clock);
        timed.map(|position| self.event(position))
    }

    /// In memory, in bytes: the columns with the order, the lists, the accounts.
    pub(crate) fn bytes(&self) -> [usize; 3] {
        let words = self.firsts.capacity() + self.seconds.capacity();
        let halves = self.shapes.capacity() + self.clocks.capacity();
        let columns = words
            .saturating_mul(4)
            .saturating_add(halves.saturating_mul(2));
        let order = self.days.bytes().saturating_add(self.order.bytes());
        [
            columns.saturating_add(order),
            self.by_actor.bytes().saturating_add(self.by_dyad.bytes()),
            self.starts.bytes().saturating_add(self.tellings.bytes()),
        ]
    }
}

/// The events of a segment from one day to another.
#[derive(Clone, Debug)]
pub(crate) struct Stretch<'s> {
    segment: &'s Segment,
    range: Range<u32>,
}

impl<'s> Stretch<'s> {
    /// The shapes of all, in order of time.
    pub(crate) fn shapes(&self) -> &'s [ShapeNumber] {
        self.segment.shapes_of(self.range.clone())
    }

    /// The shapes of those of each period, of which the key tells the one of a day; of days
    /// that follow each other, and so do their periods.
    pub(crate) fn periods(&self, key: impl Fn(i32) -> i32) -> Vec<(i32, &'s [ShapeNumber])> {
        let mut ranges: Vec<(i32, Range<u32>)> = Vec::new();
        for (day, range) in self.segment.days.within(self.range.clone()) {
            let key = key(day);
            match ranges.last_mut() {
                Some((last, known)) if *last == key => known.end = range.end,
                _ => ranges.push((key, range)),
            }
        }
        let shapes = |(key, range)| (key, self.segment.shapes_of(range));
        ranges.into_iter().map(shapes).collect()
    }
}

/// Positions, each of a range or as listed.
enum Positions<'s> {
    Each(Range<u32>),
    Listed(std::slice::Iter<'s, u32>),
}

impl Iterator for Positions<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        match self {
            Self::Each(range) => range.next(),
            Self::Listed(list) => list.next().copied(),
        }
    }
}

/// What of an ascending list lies in a range.
fn within(list: &[u32], range: Range<u32>) -> &[u32] {
    let begin = list.partition_point(|&position| position < range.start);
    let end = list.partition_point(|&position| position < range.end);
    list.get(begin..end).unwrap_or_default()
}

/// Whether all are in the columns and come in order of time, the undated last.
fn is_in_order(shapes: &[ShapeNumber], whens: &[When]) -> bool {
    let day = |when: &When| when.day().map_or(i64::MAX, i64::from);
    whens.is_sorted_by_key(day) && !shapes.contains(&Row::ELSEWHERE)
}

/// The events in the columns by order of recording, in order of time.
fn in_order_of_time(shapes: &[ShapeNumber], whens: &[When]) -> Vec<u32> {
    let many = u32::try_from(shapes.len()).unwrap_or(u32::MAX);
    let day = |number: u32| whens.get(number as usize).and_then(|when| when.day());
    // As days are ordered.
    let key = |number| day(number).map_or(0, |day| day.cast_unsigned() ^ (1 << 31));
    let is_here = |number: &u32| shapes.get(*number as usize) != Some(&Row::ELSEWHERE);
    let dated = (0..many).filter(|number| is_here(number) && day(*number).is_some());
    let undated = (0..many).filter(|number| is_here(number) && day(*number).is_none());
    let mut numbers = sort::by_key(dated, key);
    numbers.extend(undated);
    numbers
}
