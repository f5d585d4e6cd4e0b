//! Rows of ties.

use std::sync::Arc;

use arrow_array::{ArrayRef, Date32Array, RecordBatch};
use arrow_schema::SchemaRef;

use super::column::{Actors, Ends, Texts};
use super::{Rows, batch, day, days, numbered, numbers, small, told};
use crate::Result;
use crate::graph::Tie;
use crate::interop::arrow::{Table, Tables};
use crate::store::day_number;

#[derive(Debug)]
pub(crate) struct TieRows {
    schema: SchemaRef,
    tie: Vec<u32>,
    kind: Texts,
    from: Actors,
    from_recorded_as: Actors,
    to: Actors,
    to_recorded_as: Actors,
    title: Texts,
    span: Texts,
    earliest: Vec<Option<i32>>,
    latest: Vec<Option<i32>>,
    day: Vec<i32>,
    observed: Ends,
    retracted: Texts,
    accounts: Vec<u32>,
}

impl TieRows {
    pub(crate) fn of(tables: &Tables<'_>) -> Self {
        let actors = || Actors::of(&tables.keys);
        Self {
            schema: Table::Ties.schema(),
            tie: Vec::new(),
            kind: Texts::default(),
            from: actors(),
            from_recorded_as: actors(),
            to: actors(),
            to_recorded_as: actors(),
            title: Texts::default(),
            span: Texts::default(),
            earliest: Vec::new(),
            latest: Vec::new(),
            day: Vec::new(),
            observed: Ends::default(),
            retracted: Texts::default(),
            accounts: Vec::new(),
        }
    }

    pub(crate) fn push(&mut self, tables: &Tables<'_>, tie: Tie<'_>) {
        self.tie.push(numbered(tie.id().index()));
        self.kind.name(&tie.kind());
        let (from, recorded) = told(tables, Some(tie.data.from));
        self.from.push(from);
        self.from_recorded_as.push(recorded);
        let (to, recorded) = told(tables, Some(tie.data.to));
        self.to.push(to);
        self.to_recorded_as.push(recorded);
        self.title.push(tie.title());
        self.span.show(Some(tie.span()));
        let bounds = tie.span().bounds();
        self.earliest.push(day(bounds.first_day()));
        self.latest.push(day(bounds.last_day()));
        self.day
            .extend(tie.observed().iter().map(|&day| day_number(day)));
        self.observed.push(self.day.len());
        self.retracted.show(tie.retracted());
        self.accounts.push(small(tables.accounts_of_tie(tie).len()));
    }
}

impl Rows for TieRows {
    fn len(&self) -> usize {
        self.tie.len()
    }

    fn bytes(&self) -> usize {
        self.title.bytes().max(self.day.len())
    }

    fn finish(&mut self) -> Result<RecordBatch> {
        let observed: ArrayRef = Arc::new(Date32Array::from(std::mem::take(&mut self.day)));
        let columns = vec![
            numbers(&mut self.tie),
            self.kind.finish()?,
            self.from.finish()?,
            self.from_recorded_as.finish()?,
            self.to.finish()?,
            self.to_recorded_as.finish()?,
            self.title.finish()?,
            self.span.finish()?,
            days(&mut self.earliest),
            days(&mut self.latest),
            self.observed.finish(observed)?,
            self.retracted.finish()?,
            numbers(&mut self.accounts),
        ];
        batch(&self.schema, columns)
    }
}
