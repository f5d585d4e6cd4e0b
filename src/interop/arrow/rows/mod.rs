//! Rows in the making: what is told of each thing, a value for each column.

mod accounts;
mod actors;
mod column;
mod deeds;
mod events;
mod pair;
mod ties;
mod value;

use std::sync::Arc;

use arrow_array::builder::Date32Builder;
use arrow_array::{ArrayRef, BooleanArray, RecordBatch, UInt32Array};
use arrow_schema::SchemaRef;
use jiff::civil::Date;

use crate::Result;
use crate::graph::Event;
use crate::store::day_number;

pub(crate) use accounts::AccountRows;
pub(crate) use actors::ActorRows;
pub(crate) use column::{Texts, refused};
pub(crate) use deeds::DeedRows;
pub(crate) use events::EventRows;
pub(crate) use ties::TieRows;

/// A batch has at most so many rows.
const ROWS: usize = 8192;

/// A batch is full when one of its columns has so many bytes of text.
const BYTES: usize = 1 << 24;

/// Rows of a table that are to be a batch.
pub(crate) trait Rows {
    /// How many there are.
    fn len(&self) -> usize;

    /// How many bytes of text the longest of its columns may have, as far as texts may be
    /// long.
    fn bytes(&self) -> usize;

    /// Makes a batch of them, and begins anew.
    fn finish(&mut self) -> Result<RecordBatch>;

    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn is_full(&self) -> bool {
        self.len() >= ROWS || self.bytes() >= BYTES
    }
}

/// A batch of columns.
pub(super) fn batch(schema: &SchemaRef, columns: Vec<ArrayRef>) -> Result<RecordBatch> {
    RecordBatch::try_new(Arc::clone(schema), columns).map_err(refused)
}

/// The number of an event in its table.
fn number_of(event: Event<'_>) -> u32 {
    numbered(event.id().index())
}

/// What has this index, counted from 1.
fn numbered(index: u32) -> u32 {
    index.saturating_add(1)
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn day(day: Option<Date>) -> Option<i32> {
    day.map(day_number)
}

fn days(column: &mut Date32Builder) -> ArrayRef {
    Arc::new(column.finish())
}

fn numbers(column: &mut Vec<u32>) -> ArrayRef {
    Arc::new(UInt32Array::from(std::mem::take(column)))
}

fn truths(column: &mut Vec<bool>) -> ArrayRef {
    Arc::new(BooleanArray::from(std::mem::take(column)))
}

/// The batches that some things fill, made as they are asked for.
pub(super) fn in_batches<I, R: Rows>(
    items: impl Iterator<Item = I>,
    mut rows: R,
    push: impl Fn(&mut R, I),
) -> impl Iterator<Item = Result<RecordBatch>> {
    let mut items = items.fuse();
    std::iter::from_fn(move || {
        while !rows.is_full() {
            match items.next() {
                Some(item) => push(&mut rows, item),
                None => break,
            }
        }
        (!rows.is_empty()).then(|| rows.finish())
    })
}
