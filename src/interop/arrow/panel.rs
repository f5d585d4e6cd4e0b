//! The dyad panel as a table.

use std::mem::take;
use std::sync::Arc;

use arrow_array::builder::Float64Builder;
use arrow_array::{ArrayRef, Date32Array, RecordBatch, UInt64Array};
use arrow_schema::{DataType, Field, SchemaRef};
use jiff::civil::Date;

use super::Batches;
use super::rows::{Rows, Texts, batch, in_batches};
use super::schema::{day, figure, maybe, schema, text};
use crate::Result;
use crate::model::CodeSystem;
use crate::query::{Panel, Row};
use crate::store::day_number;

/// The codes of each of the two.
const SYSTEMS: [CodeSystem; 3] = [CodeSystem::Iso3, CodeSystem::Cow, CodeSystem::Gw];

impl Panel {
    /// The schema of its rows as a table of Arrow: its [columns](Self::columns), and after
    /// `period` its `first_day` and `last_day`; see [`interop::arrow`](crate::interop::arrow#the-panel).
    ///
    /// ```
    /// use demarche::{Graph, query::Period};
    ///
    /// let panel = Graph::new().view().panel(Period::Month).build();
    /// let schema = panel.arrow_schema();
    /// assert_eq!(schema.field(0).name(), "one");
    /// assert_eq!(schema.fields().len(), panel.columns().len() + 2);
    /// ```
    pub fn arrow_schema(&self) -> SchemaRef {
        let count = |name: &str| Field::new(name, DataType::UInt64, false);
        let mut fields = Vec::new();
        for (nth, name) in self.columns().iter().enumerate() {
            match nth {
                // Of each of the two, key and name, and three codes.
                0 | 1 | 5 | 6 => fields.push(text(name)),
                2..=9 => fields.push(maybe(text(name))),
                10 => fields.extend([text(name), day("first_day"), day("last_day")]),
                _ if name.ends_with("_sum") => fields.push(figure(name)),
                _ if name.ends_with("_mean") || name == "per_thousand" => {
                    fields.push(maybe(figure(name)));
                }
                _ => fields.push(count(name)),
            }
        }
        schema("panel", fields)
    }

    /// Its [rows](Self::rows) as a table of Arrow, in batches of at most 8192, which are
    /// made as they are asked for.
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader, query::Period};
    /// use demarche::interop::arrow::arrow_array::{cast::AsArray, types::UInt64Type};
    ///
    /// let mut graph = Graph::new();
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// graph.record(Call::between(macron, putin).on("2021-11-15"))?;
    /// graph.record(Call::between(macron, putin).on("2022-01-28"))?;
    ///
    /// let panel = graph.view().panel(Period::Month).build();
    /// let batch = panel.to_arrow().next().unwrap()?;
    /// let events = batch.column_by_name("events").unwrap().as_primitive::<UInt64Type>();
    /// assert_eq!(events.values().to_vec(), [1, 0, 1]); // of November, December, January
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn to_arrow(&self) -> Batches<'_> {
        let rows = PanelRows::of(self);
        Batches::of(in_batches(self.rows(), rows, PanelRows::push))
    }
}

/// Rows of a panel.
#[derive(Debug)]
pub(crate) struct PanelRows {
    schema: SchemaRef,
    columns: Vec<Column>,
    count: usize,
}

/// A column in the making.
#[derive(Debug)]
enum Column {
    Text(Texts),
    Day(Vec<i32>),
    Count(Vec<u64>),
    Figure(Float64Builder),
}

impl PanelRows {
    pub(crate) fn of(panel: &Panel) -> Self {
        let schema = panel.arrow_schema();
        let columns = schema.fields().iter().map(|field| match field.data_type() {
            DataType::Date32 => Column::Day(Vec::new()),
            DataType::UInt64 => Column::Count(Vec::new()),
            DataType::Float64 => Column::Figure(Float64Builder::new()),
            _ => Column::Text(Texts::default()),
        });
        Self {
            columns: columns.collect(),
            schema,
            count: 0,
        }
    }

    /// Adds a row, a value for each column in their order.
    pub(crate) fn push(&mut self, row: Row<'_>) {
        let mut to = To(self.columns.iter_mut());
        let of_one: &dyn Fn(CodeSystem) -> _ = &|system| row.code_of_one(system);
        let of_other: &dyn Fn(CodeSystem) -> _ = &|system| row.code_of_other(system);
        for (who, code) in [(row.one(), of_one), (row.other(), of_other)] {
            to.text(Some(who.key()));
            to.text(Some(who.name()));
            for system in SYSTEMS {
                to.text(code(system));
            }
        }
        let stretch = row.stretch();
        to.text(Some(&stretch.to_string()));
        to.day(stretch.first_day());
        to.day(stretch.last_day());
        let cell = row.cell();
        to.count(cell.count());
        let totals = cell.totals();
        for many in totals.columns {
            to.count(many);
        }
        to.count(totals.scored);
        to.figure(Some(totals.sum));
        to.figure(totals.mean());
        if let Some(volume) = cell.volume() {
            to.count(volume);
            to.figure(cell.per_thousand());
        }
        self.count += 1;
    }
}

/// The columns that are still to have a value.
struct To<'c>(std::slice::IterMut<'c, Column>);

impl To<'_> {
    fn text(&mut self, text: Option<&str>) {
        if let Some(Column::Text(column)) = self.0.next() {
            column.push(text);
        }
    }

    fn day(&mut self, day: Date) {
        if let Some(Column::Day(column)) = self.0.next() {
            column.push(day_number(day));
        }
    }

    fn count(&mut self, many: usize) {
        if let Some(Column::Count(column)) = self.0.next() {
            column.push(many as u64);
        }
    }

    fn figure(&mut self, figure: Option<f64>) {
        if let Some(Column::Figure(column)) = self.0.next() {
            column.append_option(figure);
        }
    }
}

impl Rows for PanelRows {
    fn len(&self) -> usize {
        self.count
    }

    fn bytes(&self) -> usize {
        let bytes = self.columns.iter().map(|column| match column {
            Column::Text(texts) => texts.bytes(),
            _ => 0,
        });
        bytes.max().unwrap_or_default()
    }

    fn finish(&mut self) -> Result<RecordBatch> {
        self.count = 0;
        let columns = self.columns.iter_mut().map(|column| {
            Ok(match column {
                Column::Text(texts) => texts.finish()?,
                Column::Day(days) => Arc::new(Date32Array::from(take(days))) as ArrayRef,
                Column::Count(counts) => Arc::new(UInt64Array::from(take(counts))),
                Column::Figure(figures) => Arc::new(figures.finish()),
            })
        });
        batch(&self.schema, columns.collect::<Result<_>>()?)
    }
}
