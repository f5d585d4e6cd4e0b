//! Events in columns that never change.

use std::ops::Range;
use std::sync::Arc;

use super::actors::{ByActor, Counted};
use super::days::Days;
use super::dyads::{ByDyad, dyad};
use super::growing::Growing;
use super::order::{Order, Place};
use super::sort;
use super::starts::Starts;
use super::strand::Strand;
use crate::parallel;
use crate::store::brief::{Clock, Row, ShapeNumber, Tellings, When};
use crate::store::column::{AnyColumn, Column};
use crate::store::disk::{Note, Saved};
use crate::store::scope::Scope;

/// Events recorded one after another, in columns and in order of time.
#[derive(Clone, Debug)]
pub(crate) struct Segment {
    pub(in crate::store) base: u32,
    pub(in crate::store) order: Order,
    pub(in crate::store) days: Days,
    pub(in crate::store) shapes: Column<ShapeNumber>,
    pub(in crate::store) firsts: Column<u32>,
    pub(in crate::store) seconds: Column<u32>,
    /// Empty if no event has a time of day.
    pub(in crate::store) clocks: Column<u16>,
    pub(in crate::store) by_actor: ByActor,
    pub(in crate::store) by_dyad: ByDyad,
    pub(in crate::store) starts: Starts,
    pub(in crate::store) tellings: Tellings,
    /// Where it was saved last.
    pub(in crate::store) saved: Note<Saved>,
}

/// Shapes, who is first, who is second, and times of day.
pub(super) type Parts = (Column<ShapeNumber>, Column<u32>, Column<u32>, Column<u16>);

impl Segment {
    /// From events as they came: O(n), where days, actors and dyads lie densely enough
    /// to be counted.
    pub(crate) fn seal(growing: Growing) -> Self {
        let Growing {
            base,
            shapes,
            firsts,
            seconds,
            whens,
            mut starts,
            mut tellings,
        } = growing;
        let (many, mut held) = (shapes.len(), shapes.len());
        let order = if is_in_order(&shapes, &whens) {
            // Fewer than 2³² events are ever recorded.
            Order::AsRecorded(u32::try_from(many).unwrap_or(u32::MAX))
        } else {
            let numbers = in_order_of_time(&shapes, &whens);
            held = numbers.len();
            let elsewhere = (0..).zip(shapes.iter().zip(&firsts));
            let elsewhere = elsewhere.filter(|&(_, (&shape, _))| shape == Row::ELSEWHERE);
            let elsewhere = elsewhere.map(|(number, (_, &at))| (number, at));
            Order::new(numbers, many, elsewhere)
        };
        let mut shapes = order.sorted(shapes, held);
        let mut firsts = order.sorted(firsts, held);
        let mut seconds = order.sorted(seconds, held);
        let whens: Vec<i32> = whens.into_iter().map(When::number).collect();
        let whens = order.sorted(whens, held);
        let when = |&number: &i32| When::numbered(number);
        let mut days = Days::default();
        for day in whens.iter().map(when).filter_map(When::day) {
            days.push(day, 1);
        }
        let mut clocks = Vec::new();
        let clock = |number: &i32| when(number).clock();
        if whens.iter().any(|number| clock(number) != Clock::default()) {
            clocks = whens.iter().map(|number| clock(number).number()).collect();
        }
        drop(whens);
        shapes.settle();
        firsts.settle();
        seconds.settle();
        starts.settle();
        tellings.settle();
        let parts = (shapes, firsts, seconds, Column::settled(clocks));
        Self::of_columns(base, order, days, parts, (starts, tellings))
    }

    /// From columns in order of time.
    pub(super) fn of_columns(
        base: u32,
        order: Order,
        mut days: Days,
        (shapes, firsts, seconds, clocks): Parts,
        (starts, tellings): (Starts, Tellings),
    ) -> Self {
        days.settle();
        let (by_actor, by_dyad) = lists(&firsts, &seconds);
        Self {
            base,
            order,
            days,
            by_actor,
            by_dyad,
            shapes,
            firsts,
            seconds,
            clocks,
            starts,
            tellings,
            saved: Note::default(),
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
    #[inline]
    pub(crate) fn event(&self, position: u32) -> u32 {
        self.base.saturating_add(self.order.number(position))
    }

    pub(crate) fn row(&self, position: u32) -> Option<Row> {
        let clock = self.clocks.get(position as usize).copied();
        let clock = Clock::numbered(clock.unwrap_or_default());
        let day = self.days.of(position);
        Some(Row {
            when: day.map_or(When::UNKNOWN, |day| When::at(day, clock)),
            ..self.row_undated(position)?
        })
    }

    /// The same but for when it was, which takes a search.
    pub(super) fn row_undated(&self, position: u32) -> Option<Row> {
        let at = position as usize;
        Some(Row {
            shape: *self.shapes.get(at)?,
            first: *self.firsts.get(at)?,
            second: *self.seconds.get(at)?,
            when: When::UNKNOWN,
        })
    }

    pub(crate) fn tellings(&self) -> &Tellings {
        &self.tellings
    }

    /// Where among the tellings the accounts of the nth event recorded begin and end.
    pub(crate) fn accounts(&self, nth: u32) -> (u32, u32) {
        let (begin, end) = self.starts.of(nth);
        // A damaged file may tell of more than there are.
        let there_are = u32::try_from(self.tellings.len()).unwrap_or(u32::MAX);
        (begin.min(there_are), end.min(there_are))
    }

    /// The positions in the scope that may fall in the days given, both included: those
    /// that are dated and those that are not, each in order.
    pub(crate) fn spans(&self, scope: Scope, (from, to): (i32, i32)) -> [Positions<'_>; 2] {
        let dated = self.days.range(from, to);
        // Fewer than 2³² events are ever recorded.
        let end = u32::try_from(self.shapes.len()).unwrap_or(u32::MAX);
        let undated = self.days.dated()..end;
        [dated, undated].map(|range| match scope {
            // There are many segments, and few of them have any event of a short window.
            _ if range.is_empty() => Positions::Each(range),
            Scope::All => Positions::Each(range),
            Scope::Actor(actor) => self.of_actor(actor, range),
            Scope::Dyad(one, other) if one == other => self.of_actor(one, range),
            Scope::Dyad(one, other) => {
                let two = (one.min(other), one.max(other));
                let columns = (&*self.firsts, &*self.seconds);
                Positions::OfDyad {
                    list: self.by_dyad.since(two, range.start, columns).iter(),
                    two,
                    end: range.end,
                    columns,
                }
            }
        })
    }

    fn of_actor(&self, actor: u32, range: Range<u32>) -> Positions<'_> {
        Positions::Listed(within(self.by_actor.of(actor), range).iter())
    }

    /// The positions in the scope that may fall in the days given, both included.
    pub(crate) fn positions(&self, scope: Scope, days: (i32, i32)) -> impl Iterator<Item = u32> {
        let [dated, undated] = self.spans(scope, days);
        dated.chain(undated)
    }

    /// The events of some positions, in order of time, that have a day and no time of day,
    /// and are of a shape that is wanted.
    pub(crate) fn strand<'s>(
        &'s self,
        positions: Positions<'s>,
        wanted: Option<Arc<[bool]>>,
    ) -> Strand<'s> {
        Strand::new(self, positions, wanted)
    }

    /// Whether any event has a time of day.
    pub(crate) fn has_clocks(&self) -> bool {
        !self.clocks.is_empty()
    }

    /// Whether the event at a position has a time of day.
    pub(crate) fn is_timed(&self, position: u32) -> bool {
        let clock = self.clocks.get(position as usize);
        clock.is_some_and(|&clock| Clock::numbered(clock) != Clock::default())
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
        let range = match &*self.clocks {
            [] => 0..0,
            _ => self.days.range(from, to),
        };
        let timed = range.filter(|&position| self.is_timed(position));
        timed.map(|position| self.event(position))
    }

    /// Its columns, by the names and in the order in which they are saved.
    pub(in crate::store) fn columns(&self) -> Vec<(&'static str, &dyn AnyColumn)> {
        let mut columns: Vec<(&'static str, &dyn AnyColumn)> = Vec::new();
        if let Order::Sorted { slots, numbers } = &self.order {
            columns.push(("order.slots", slots));
            columns.push(("order.numbers", numbers));
        }
        columns.push(("days", &self.days.days));
        columns.push(("days.starts", &self.days.starts));
        columns.push(("shapes", &self.shapes));
        columns.push(("firsts", &self.firsts));
        columns.push(("seconds", &self.seconds));
        columns.push(("clocks", &self.clocks));
        columns.push(("actors", &self.by_actor.keys));
        columns.push(("actors.starts", &self.by_actor.starts));
        columns.push(("actors.positions", &self.by_actor.positions));
        columns.push(("dyads", &self.by_dyad.keys));
        columns.push(("dyads.starts", &self.by_dyad.starts));
        columns.push(("dyads.positions", &self.by_dyad.positions));
        columns.push(("dyads.fences", &self.by_dyad.fences));
        if let Starts::Any(starts) = &self.starts {
            columns.push(("accounts.starts", starts));
        }
        columns.push(("accounts.attributions", &self.tellings.attribution));
        columns.push(("accounts.stated", &self.tellings.stated));
        columns.push(("accounts.recorded", &self.tellings.recorded));
        columns.push(("accounts.extras", &self.tellings.extras));
        columns
    }

    /// What of it lies in a file, in bytes.
    pub(crate) fn mapped(&self) -> usize {
        let columns = self.columns().into_iter();
        let mapped = columns.map(|(_, column)| column.mapped());
        mapped.fold(0, usize::saturating_add)
    }

    /// Whether the lengths of the columns are those of one segment, and its days in order:
    /// what is checked of one that was saved before it is asked for anything.
    ///
    /// # Errors
    /// The first thing that is not as it should be, in words.
    pub(in crate::store) fn fits(&self) -> Result<(), String> {
        let many = self.shapes.len();
        if self.firsts.len() != many || self.seconds.len() != many {
            return Err("columns of different lengths".into());
        }
        if !self.clocks.is_empty() && self.clocks.len() != many {
            return Err("not each event has a clock".into());
        }
        let is_of_all = match &self.order {
            Order::AsRecorded(recorded) => *recorded as usize == many,
            Order::Sorted { slots, numbers } => numbers.len() == many && slots.len() >= many,
        };
        if !is_of_all {
            return Err("an order of other events".into());
        }
        if !self.by_dyad.fits() {
            return Err("not as many fences as dyads want".into());
        }
        if self.starts.events() != self.len() {
            return Err("not each event has a count of accounts".into());
        }
        let tellings = &self.tellings;
        let accounts = tellings.len();
        if self.starts.accounts() as usize != accounts
            || tellings.stated.len() != accounts
            || tellings.recorded.len() != accounts
            || tellings.extras.len() > accounts
        {
            return Err("accounts of no event".into());
        }
        self.days.fit(many)
    }

    /// In memory, in bytes: the columns with the order, the lists, the accounts.
    pub(crate) fn bytes(&self) -> [usize; 3] {
        let words = self.firsts.heap().saturating_add(self.seconds.heap());
        let halves = self.shapes.heap().saturating_add(self.clocks.heap());
        let columns = words.saturating_add(halves);
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
    pub(super) segment: &'s Segment,
    pub(super) range: Range<u32>,
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
#[derive(Clone, Debug)]
pub(crate) enum Positions<'s> {
    Each(Range<u32>),
    Listed(std::slice::Iter<'s, u32>),
    /// Those that come first in a list, for as long as they are of two and before an end;
    /// after which none that follows is.
    OfDyad {
        list: std::slice::Iter<'s, u32>,
        two: (u32, u32),
        end: u32,
        columns: (&'s [u32], &'s [u32]),
    },
}

impl Positions<'_> {
    /// How many there are at most.
    pub(crate) fn most(&self) -> usize {
        match self {
            Self::Each(range) => range.len(),
            Self::Listed(list) | Self::OfDyad { list, .. } => list.len(),
        }
    }
}

impl Iterator for Positions<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        match self {
            Self::Each(range) => range.next(),
            Self::Listed(list) => list.next().copied(),
            Self::OfDyad {
                list,
                two,
                end,
                columns: (firsts, seconds),
            } => {
                let is_theirs = |at: &u32| at < end && dyad(firsts, seconds, *at) == Some(*two);
                list.next().copied().filter(is_theirs)
            }
        }
    }
}

/// From actors and from dyads to positions: at once, on several cores; on one, the second
/// is put in order where the first will be, so that it takes no memory besides.
fn lists(firsts: &[u32], seconds: &[u32]) -> (ByActor, ByDyad) {
    if parallel::IS_ON {
        return parallel::both(
            || ByActor::build(firsts, seconds),
            || ByDyad::build(firsts, seconds, &mut []),
        );
    }
    let Some(counted) = Counted::of(firsts, seconds) else {
        let by_actor = ByActor::compared(firsts, seconds);
        return (by_actor, ByDyad::build(firsts, seconds, &mut []));
    };
    let mut room = counted.room();
    let by_dyad = ByDyad::build(firsts, seconds, &mut room);
    (counted.listed(firsts, seconds, room), by_dyad)
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
