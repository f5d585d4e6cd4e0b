//! Rows of ties.

use std::sync::Arc;

use arrow_array::{ArrayRef, Date32Array, RecordBatch};
use arrow_schema::SchemaRef;

use super::column::{Ends, Texts};
use super::pair::{Bounds, Told};
use super::{Rows, batch, numbered, numbers, small};
use crate::Result;
use crate::graph::Tie;
use crate::interop::arrow::{Table, Tables};
use crate::store::day_number;

#[derive(Debug)]
pub(crate) struct TieRows {
    schema: SchemaRef,
    tie: Vec<u32>,
    kind: Texts,
    from: Told,
    to: Told,
    title: Texts,
    span: Texts,
    bounds: Bounds,
    day: Vec<i32>,
    observed: Ends,
    retracted: Texts,
    accounts: Vec<u32>,
}

impl TieRows {
    pub(crate) fn of(tables: &Tables<'_>) -> Self {
        Self {
            schema: Table::Ties.schema(),
            tie: Vec::new(),
            kind: Texts::default(),
            from: Told::of(tables),
            to: Told::of(tables),
            title: Texts::default(),
            span: Texts::default(),
            bounds: Bounds::default(),
            day: Vec::new(),
            observed: Ends::default(),
            retracted: Texts::default(),
            accounts: Vec::new(),
        }
    }

    pub(crate) fn push(&mut self, tables: &Tables<'_>, tie: Tie<'_>) {
        self.tie.push(numbered(tie.id().index()));
        self.kind.name(&tie.kind());
        self.from.push(tables, Some(tie.data.from));
        self.to.push(tables, Some(tie.data.to));
        self.title.push(tie.title());
        self.span.show(Some(tie.span()));
        let bounds = tie.span().bounds();
        self.bounds.push(bounds.first_day(), bounds.last_day());
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
        let [from, from_recorded_as] = self.from.finish()?;
        let [to, to_recorded_as] = self.to.finish()?;
        let [earliest, latest] = self.bounds.finish();
        let columns = vec![
            numbers(&mut self.tie),
            self.kind.finish()?,
            from,
            from_recorded_as,
            to,
            to_recorded_as,
            self.title.finish()?,
            self.span.finish()?,
            earliest,
            latest,
            self.observed.finish(observed)?,
            self.retracted.finish()?,
            numbers(&mut self.accounts),
        ];
        batch(&self.schema, columns)
    }
}
