//! How many events of which code there are in each period.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

use super::View;
use super::judge::Hit;
use super::period::{Period, Stretch};
use super::sieve::{Sieve, known};
use crate::model::codes::CameoCode;
use crate::parallel;
use crate::store::{Scope, ShapeNumber, Sifted, nth_day};

/// How many events of a code there are in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Count {
    period: Stretch,
    code: Option<CameoCode>,
    events: usize,
}

impl Count {
    /// When.
    pub fn period(&self) -> Stretch {
        self.period
    }

    /// Of which code; `None` of events without one.
    pub fn code(&self) -> Option<CameoCode> {
        self.code
    }

    /// How many.
    pub fn events(&self) -> usize {
        self.events
    }
}

impl fmt::Display for Count {
    /// "2021-11 · 041 · 3".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} · ", self.period)?;
        match self.code {
            Some(code) => write!(f, "{code}")?,
            None => write!(f, "no code")?,
        }
        write!(f, " · {}", self.events)
    }
}

/// How many events of which code there are in each period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Counts {
    rows: Vec<Count>,
    undecided: usize,
}

impl Counts {
    /// For each period and code of which there is any event, how many; by period and then
    /// by code, those without one first.
    pub fn rows(&self) -> &[Count] {
        &self.rows
    }

    /// How many events are of no one period, as nobody knows when they were, or not well
    /// enough.
    pub fn undecided(&self) -> usize {
        self.undecided
    }

    /// How many events there are in all, those undecided too.
    pub fn total(&self) -> usize {
        let counted = self.rows.iter().map(|row| row.events);
        counted.fold(self.undecided, usize::saturating_add)
    }
}

impl View<'_> {
    /// How many events of which [CAMEO code](CameoCode) there are in each period.
    ///
    /// Counts what [`count`](Self::count) does: the total of both is the same. An event
    /// whose date leaves open in which period it was is [undecided](Counts::undecided).
    ///
    /// Costs a nanosecond or two for each event in the window that is of the common sort,
    /// where frame and graph are as simple as `count` says; else what lies in the window.
    ///
    /// ```
    /// use demarche::query::Period;
    /// use demarche::{Call, Graph, Leader, Meeting};
    ///
    /// let mut graph = Graph::new();
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// graph.record(Call::between(macron, putin).on("2021-11-15"))?;
    /// graph.record(Call::between(macron, putin).on("2021-11-21"))?;
    /// graph.record(Meeting::between(macron, putin).on("2022-02-07"))?;
    /// graph.record(Meeting::between(macron, putin).on("2019"))?;
    ///
    /// let counts = graph.view().counts(Period::Month);
    /// let rows: Vec<String> = counts.rows().iter().map(ToString::to_string).collect();
    /// assert_eq!(rows, ["2021-11 · 041 · 2", "2022-02 · 040 · 1"]);
    /// assert_eq!(counts.undecided(), 1);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn counts(&self, period: Period) -> Counts {
        let mut counting = Counting::new(period);
        if let Some(sieve) = self.sieved() {
            self.count_by_shape(sieve, &mut counting);
        } else {
            for hit in &self.hits(Scope::All) {
                counting.add(hit);
            }
        }
        counting.done()
    }

    fn count_by_shape(&self, sieve: &Sieve, counting: &mut Counting) {
        let sifted = self.graph().events.sift(sieve.days());
        let table = sieve.table(self.judge(), self.graph());
        for (number, shapes) in histograms(&sifted, counting.period, table.len()) {
            for (shape, events) in (0..).zip(shapes) {
                if events > 0 && !known(table, shape).is_never() {
                    let code = self.graph().events.code_of(shape);
                    *counting.events.entry((number, code)).or_default() += events;
                }
            }
        }
        for one in &sifted.apart {
            if let Some((day, shape)) = one.seen
                && !known(table, shape).is_never()
            {
                let number = counting.period.number(nth_day(day));
                let code = self.graph().events.code_of(shape);
                let seen = counting.events.entry((number, code)).or_default();
                *seen = seen.saturating_sub(1);
            }
            if let Some(hit) = self.hit_at(one.index) {
                counting.add(&hit);
            }
        }
    }
}

/// By period and code, under way.
struct Counting {
    period: Period,
    events: BTreeMap<(i32, Option<CameoCode>), usize>,
    undecided: usize,
}

impl Counting {
    fn new(period: Period) -> Self {
        Self {
            period,
            events: BTreeMap::new(),
            undecided: 0,
        }
    }

    fn add(&mut self, hit: &Hit<'_>) {
        let number = |day: Option<_>| day.map(|day| self.period.number(day));
        let first = number(hit.when.first_day());
        let last = number(hit.when.last_day());
        match first {
            Some(number) if first == last => {
                let code = hit.event.classification().code();
                *self.events.entry((number, code)).or_default() += 1;
            }
            _ => self.undecided += 1,
        }
    }

    fn done(self) -> Counts {
        let rows = self.events.into_iter().filter(|(_, events)| *events > 0);
        Counts {
            rows: rows
                .map(|((number, code), events)| Count {
                    period: Stretch::numbered(self.period, number),
                    code,
                    events,
                })
                .collect(),
            undecided: self.undecided,
        }
    }
}

/// How many events of each shape there are in each period, of those in columns; by period.
fn histograms(sifted: &Sifted<'_>, period: Period, shapes: usize) -> Vec<(i32, Vec<usize>)> {
    let mut columns: BTreeMap<i32, Vec<&[ShapeNumber]>> = BTreeMap::new();
    for stretch in &sifted.stretches {
        for (number, column) in stretch.periods(|day| period.number(nth_day(day))) {
            columns.entry(number).or_default().push(column);
        }
    }
    let columns: Vec<(i32, Vec<&[ShapeNumber]>)> = columns.into_iter().collect();
    parallel::each(&columns, |(number, columns)| {
        let mut histogram = vec![0; shapes];
        for column in columns {
            add_to(&mut histogram, column);
        }
        (*number, histogram)
    })
}

/// Counts how often each shape is in the column.
///
/// In several tables by turns: what follows upon its like does not wait until that is
/// written.
fn add_to(histogram: &mut [usize], column: &[ShapeNumber]) {
    const TABLES: usize = 4;
    let width = histogram.len();
    let mut tables = vec![0_u32; width.saturating_mul(TABLES)];
    let mut begins = [0; TABLES];
    for (nth, begin) in begins.iter_mut().enumerate() {
        *begin = width.saturating_mul(nth);
    }
    let (chunks, rest) = column.as_chunks::<TABLES>();
    for chunk in chunks {
        for (begin, &shape) in begins.iter().zip(chunk) {
            if let Some(count) = tables.get_mut(begin + usize::from(shape)) {
                *count += 1;
            }
        }
    }
    for &shape in rest {
        if let Some(count) = tables.get_mut(usize::from(shape)) {
            *count += 1;
        }
    }
    if width > 0 {
        for table in tables.chunks_exact(width) {
            for (sum, &count) in histogram.iter_mut().zip(table) {
                *sum += count as usize;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_histogram_counts_each(column in prop::collection::vec(0..5_u16, 0..40)) {
            let mut histogram = vec![1; 5];
            add_to(&mut histogram, &column);
            for (shape, &count) in (0..).zip(&histogram) {
                let expected = column.iter().filter(|&&one| one == shape).count();
                prop_assert_eq!(count, expected + 1);
            }
        }
    }
}
