//! Several segments as one.

use std::sync::Arc;

use super::days::Days;
use super::order::{Order, Place};
use super::segment::Segment;
use super::starts::Starts;
use crate::store::brief::{Clock, Tellings};
use crate::store::column::Column;

impl Segment {
    /// Segments that follow each other, as one: columns are copied by day, lists built
    /// anew. O(n) as [`seal`](Self::seal) is. `None` if there are none, or together they
    /// have too many accounts.
    pub(crate) fn merge(segments: &[Arc<Self>]) -> Option<Self> {
        let base = segments.first()?.base;
        let many = segments.iter().map(|segment| segment.len()).sum();
        let held = segments.iter().map(|segment| segment.shapes.len()).sum();
        let mut merged = Columns {
            shapes: Vec::with_capacity(held),
            firsts: Vec::with_capacity(held),
            seconds: Vec::with_capacity(held),
            numbers: Vec::with_capacity(held),
            ..Columns::default()
        };
        let with_clocks = segments.iter().any(|segment| !segment.clocks.is_empty());
        let mut all_days: Vec<i32> = segments
            .iter()
            .flat_map(|segment| segment.days.iter().map(|(day, _)| day))
            .collect();
        all_days.sort_unstable();
        all_days.dedup();
        for day in all_days {
            for segment in segments {
                let range = segment.days.range(day, day);
                if !range.is_empty() {
                    merged.days.push(day, range.end - range.start);
                    merged.take(segment, range, base, with_clocks)?;
                }
            }
        }
        for segment in segments {
            let end = u32::try_from(segment.shapes.len()).ok()?;
            merged.take(segment, segment.days.dated()..end, base, with_clocks)?;
        }
        let elsewhere = segments.iter().flat_map(|segment| {
            let from = segment.base.saturating_sub(base);
            let numbers = 0..u32::try_from(segment.len()).unwrap_or(u32::MAX);
            numbers.filter_map(move |number| match segment.place(number)? {
                Place::Elsewhere(at) => Some((number.saturating_add(from), at)),
                Place::At(_) => None,
            })
        });
        let order = Order::new(merged.numbers, many, elsewhere);
        let (mut starts, mut tellings) = (Starts::default(), Tellings::default());
        for segment in segments {
            starts.append(&segment.starts)?;
            tellings.append(&segment.tellings);
        }
        starts.settle();
        tellings.settle();
        let columns = (
            Column::settled(merged.shapes),
            Column::settled(merged.firsts),
            Column::settled(merged.seconds),
            Column::settled(merged.clocks),
        );
        let accounts = (starts, tellings);
        Some(Self::of_columns(
            base,
            order,
            merged.days,
            columns,
            accounts,
        ))
    }
}

#[derive(Default)]
struct Columns {
    days: Days,
    shapes: Vec<u16>,
    firsts: Vec<u32>,
    seconds: Vec<u32>,
    clocks: Vec<u16>,
    /// By order of recording, from the first of all.
    numbers: Vec<u32>,
}

impl Columns {
    fn take(
        &mut self,
        segment: &Segment,
        range: std::ops::Range<u32>,
        base: u32,
        with_clocks: bool,
    ) -> Option<()> {
        let slice = range.start as usize..range.end as usize;
        self.shapes.extend(segment.shapes.get(slice.clone())?);
        self.firsts.extend(segment.firsts.get(slice.clone())?);
        self.seconds.extend(segment.seconds.get(slice.clone())?);
        if with_clocks {
            match segment.clocks.get(slice) {
                Some(clocks) => self.clocks.extend(clocks),
                None => self
                    .clocks
                    .resize(self.shapes.len(), Clock::default().number()),
            }
        }
        let number = |position| segment.event(position).saturating_sub(base);
        self.numbers.extend(range.map(number));
        Some(())
    }
}
