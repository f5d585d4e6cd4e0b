//! Rows, as SPARQL answers.

use std::fmt;
use std::io::{self, Write};
use std::ops::Deref;
use std::sync::Arc;

use oxrdf::{Term, Variable};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use sparesults::QueryResultsSerializer;

use super::Table;
use super::answer::results;
use super::value::Value;
use crate::EventId;
use crate::query::Evident;

/// The rows of a `SELECT`, in the order in which it gives them.
///
/// It derefs to a slice of [`Row`]s, and owns what it holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows {
    names: Arc<[String]>,
    rows: Vec<Row>,
}

/// One row: a value for each variable, or none.
///
/// Its [evidence](crate::View::evidence) is the events that it names.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    names: Arc<[String]>,
    values: Vec<Option<Value>>,
    events: Vec<EventId>,
}

impl Rows {
    pub(super) fn new(names: Arc<[String]>, rows: Vec<Row>) -> Self {
        Self { names, rows }
    }

    /// The variables, in the order asked for, without their question marks.
    pub fn variables(&self) -> &[String] {
        &self.names
    }

    /// Writes them as a table: SPARQL's JSON, CSV or TSV.
    ///
    /// # Errors
    /// When the writer fails.
    pub fn write(&self, table: Table, out: impl Write) -> io::Result<()> {
        let names: Vec<Variable> = self
            .names
            .iter()
            .map(|name| Variable::new_unchecked(name.as_str()))
            .collect();
        let mut to = QueryResultsSerializer::from_format(results(table))
            .serialize_solutions_to_writer(out, names.clone())?;
        for row in &self.rows {
            let terms = row
                .values
                .iter()
                .map(|value| value.as_ref().map(Value::term));
            let bound = names
                .iter()
                .zip(terms)
                .filter_map(|(name, term): (&Variable, Option<&Term>)| Some((name, term?)));
            to.serialize(bound)?;
        }
        to.finish().map(drop)
    }

    /// As a text of that table.
    pub fn to_text(&self, table: Table) -> String {
        let mut bytes = Vec::new();
        // Memory does not fail, and what is written is UTF-8.
        let _ = self.write(table, &mut bytes);
        String::from_utf8(bytes).unwrap_or_default()
    }
}

impl Deref for Rows {
    type Target = [Row];

    fn deref(&self) -> &[Row] {
        &self.rows
    }
}

impl IntoIterator for Rows {
    type Item = Row;
    type IntoIter = std::vec::IntoIter<Row>;

    fn into_iter(self) -> Self::IntoIter {
        self.rows.into_iter()
    }
}

impl<'r> IntoIterator for &'r Rows {
    type Item = &'r Row;
    type IntoIter = std::slice::Iter<'r, Row>;

    fn into_iter(self) -> Self::IntoIter {
        self.rows.iter()
    }
}

impl fmt::Display for Rows {
    /// A line for each.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for row in &self.rows {
            writeln!(f, "{row}")?;
        }
        Ok(())
    }
}

impl Serialize for Rows {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.rows.serialize(serializer)
    }
}

impl Row {
    pub(super) fn new(names: Arc<[String]>, values: Vec<Option<Value>>) -> Self {
        let mut events: Vec<EventId> = Vec::new();
        for event in values.iter().flatten().filter_map(Value::event) {
            if !events.contains(&event) {
                events.push(event);
            }
        }
        Self {
            names,
            values,
            events,
        }
    }

    /// The value of a variable, named without its question mark; `None` if it is not
    /// bound, or there is no such variable.
    pub fn get(&self, name: &str) -> Option<&Value> {
        let nth = self.names.iter().position(|known| known == name)?;
        self.values.get(nth)?.as_ref()
    }

    /// The values in the order of the variables.
    pub fn values(&self) -> impl ExactSizeIterator<Item = Option<&Value>> {
        self.values.iter().map(Option::as_ref)
    }
}

impl Evident for Row {
    fn events(&self) -> &[EventId] {
        &self.events
    }
}

impl fmt::Display for Row {
    /// ":vladimir-putin · 2021-11-15"; what is not bound is "–".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, value) in self.values.iter().enumerate() {
            if nth > 0 {
                f.write_str(" · ")?;
            }
            match value {
                Some(value) => value.fmt(f)?,
                None => f.write_str("–")?,
            }
        }
        Ok(())
    }
}

impl Serialize for Row {
    /// An object of texts by variable; what is not bound is left out.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(None)?;
        for (name, value) in self.names.iter().zip(&self.values) {
            if let Some(value) = value {
                object.serialize_entry(name, value)?;
            }
        }
        object.end()
    }
}
