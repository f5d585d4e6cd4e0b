//! The columns of a batch, by name and type.

use std::fmt::Display;
use std::ops::Range;

use arrow_array::types::Int32Type;
use arrow_array::{
    Array, BooleanArray, Date32Array, DictionaryArray, Float64Array, LargeListArray,
    LargeStringArray, ListArray, RecordBatch, StringArray, StringViewArray, StructArray,
    UInt32Array,
};
use arrow_schema::Schema;
use jiff::civil::Date;

use crate::error::ErrorKind;
use crate::interop::arrow::Table;
use crate::interop::arrow::schema::{SCHEMA_KEY, SCHEMA_VERSION, TABLE_KEY};
use crate::{Error, Result};

/// What is wrong with a row of a table, or with the table.
pub(super) fn wrong(table: Table, row: Option<u64>, message: impl Display) -> Error {
    let resource = match row {
        Some(row) => format!("row {row} of {table}"),
        None => format!("the table {table}"),
    };
    Error::new(ErrorKind::Resource {
        path: None,
        resource,
        message: message.to_string(),
    })
}

/// Checks that a schema says that it is of the table and of this version.
///
/// # Errors
/// When it says otherwise, or nothing.
pub(crate) fn check(table: Table, schema: &Schema) -> Result<()> {
    let expected = [(SCHEMA_KEY, SCHEMA_VERSION), (TABLE_KEY, table.name())];
    for (key, expected) in expected {
        let found = schema.metadata().get(key);
        if found.is_none_or(|found| found != expected) {
            let found = found.map_or("none".to_owned(), |found| format!("{found:?}"));
            let message =
                format_args!("{key} in the metadata: found {found}, expected {expected:?}");
            return Err(wrong(table, None, message));
        }
    }
    Ok(())
}

/// A batch of a table, with how many rows came before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Page<'b> {
    pub(super) table: Table,
    batch: &'b RecordBatch,
    before: u64,
}

impl<'b> Page<'b> {
    /// The batch, if it is one of the table and of this version.
    pub(super) fn of(table: Table, batch: &'b RecordBatch, before: u64) -> Result<Self> {
        check(table, batch.schema_ref())?;
        Ok(Self {
            table,
            batch,
            before,
        })
    }

    pub(super) fn rows(self) -> Range<usize> {
        0..self.batch.num_rows()
    }

    /// The fault that something is wrong with a row.
    pub(super) fn wrong(self, row: usize, message: impl Display) -> Error {
        let number = self.before.saturating_add(row as u64).saturating_add(1);
        wrong(self.table, Some(number), message)
    }

    pub(super) fn column(self, name: &str) -> Result<Column<'b>> {
        let array = self.batch.column_by_name(name);
        let missing = || wrong(self.table, None, format_args!("no column {name:?}"));
        Ok(Column {
            table: self.table,
            array: array.ok_or_else(missing)?,
        })
    }

    pub(super) fn texts(self, name: &str) -> Result<Texts<'b>> {
        self.column(name)?.texts(name)
    }

    pub(super) fn numbers(self, name: &str) -> Result<Numbers<'b>> {
        self.column(name)?.numbers(name)
    }

    pub(super) fn truths(self, name: &str) -> Result<Truths<'b>> {
        let column = self.column(name)?;
        column.downcast(name, "truths").map(Truths)
    }

    pub(super) fn figures(self, name: &str) -> Result<Figures<'b>> {
        self.column(name)?.figures(name)
    }

    pub(super) fn lists(self, name: &str) -> Result<Lists<'b>> {
        self.column(name)?.lists(name)
    }
}

/// A column, of which it is not known what of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column<'b> {
    table: Table,
    array: &'b dyn Array,
}

impl<'b> Column<'b> {
    fn unlike(self, name: &str, expected: &str) -> Error {
        let found = self.array.data_type();
        let message = format_args!("{name:?} is of {found}, expected {expected}");
        wrong(self.table, None, message)
    }

    fn downcast<A: 'static>(self, name: &str, expected: &str) -> Result<&'b A> {
        let found = self.array.as_any().downcast_ref::<A>();
        found.ok_or_else(|| self.unlike(name, expected))
    }

    pub(super) fn texts(self, name: &str) -> Result<Texts<'b>> {
        Texts::of(self.array).ok_or_else(|| self.unlike(name, "texts"))
    }

    pub(super) fn numbers(self, name: &str) -> Result<Numbers<'b>> {
        self.downcast(name, "UInt32").map(Numbers)
    }

    pub(super) fn figures(self, name: &str) -> Result<Figures<'b>> {
        self.downcast(name, "Float64").map(Figures)
    }

    pub(super) fn days(self, name: &str) -> Result<Days<'b>> {
        self.downcast(name, "Date32").map(Days)
    }

    pub(super) fn lists(self, name: &str) -> Result<Lists<'b>> {
        let any = self.array.as_any();
        let (ends, elements) = if let Some(lists) = any.downcast_ref::<ListArray>() {
            (Ends::Short(lists), lists.values())
        } else if let Some(lists) = any.downcast_ref::<LargeListArray>() {
            (Ends::Long(lists), lists.values())
        } else {
            return Err(self.unlike(name, "lists"));
        };
        let elements = Self {
            table: self.table,
            array: elements,
        };
        Ok(Lists { ends, elements })
    }

    /// The structs of which it is.
    pub(super) fn structs(self, name: &str) -> Result<Structs<'b>> {
        let of = self.downcast(name, "structs")?;
        Ok(Structs {
            table: self.table,
            of,
        })
    }
}

/// Texts, plain or by reference to a few.
#[derive(Clone, Copy, Debug)]
pub(super) enum Texts<'b> {
    Short(&'b StringArray),
    Long(&'b LargeStringArray),
    View(&'b StringViewArray),
    Keys(&'b DictionaryArray<Int32Type>, &'b StringArray),
}

impl<'b> Texts<'b> {
    fn of(array: &'b dyn Array) -> Option<Self> {
        let any = array.as_any();
        if let Some(keys) = any.downcast_ref::<DictionaryArray<Int32Type>>() {
            let values = keys.values().as_any().downcast_ref()?;
            return Some(Self::Keys(keys, values));
        }
        None.or_else(|| any.downcast_ref().map(Self::Short))
            .or_else(|| any.downcast_ref().map(Self::Long))
            .or_else(|| any.downcast_ref().map(Self::View))
    }

    pub(super) fn get(self, row: usize) -> Option<&'b str> {
        match self {
            Self::Short(of) => there(of, row).then(|| of.value(row)),
            Self::Long(of) => there(of, row).then(|| of.value(row)),
            Self::View(of) => there(of, row).then(|| of.value(row)),
            Self::Keys(of, values) => {
                let nth = of.key(row).filter(|_| there(of, row))?;
                there(values, nth).then(|| values.value(nth))
            }
        }
    }
}

/// Whether there is a value in a row.
fn there(array: &dyn Array, row: usize) -> bool {
    row < array.len() && !array.is_null(row)
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Numbers<'b>(&'b UInt32Array);

impl Numbers<'_> {
    pub(super) fn get(self, row: usize) -> Option<u32> {
        there(self.0, row).then(|| self.0.value(row))
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Truths<'b>(&'b BooleanArray);

impl Truths<'_> {
    pub(super) fn get(self, row: usize) -> bool {
        there(self.0, row) && self.0.value(row)
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Figures<'b>(&'b Float64Array);

impl Figures<'_> {
    pub(super) fn get(self, row: usize) -> Option<f64> {
        there(self.0, row).then(|| self.0.value(row))
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Days<'b>(&'b Date32Array);

impl Days<'_> {
    /// The day, if there is one and it is one of a calendar of four digits.
    pub(super) fn get(self, row: usize) -> Option<Date> {
        let number = there(self.0, row).then(|| self.0.value(row))?;
        let since = jiff::Span::new().try_days(i64::from(number)).ok()?;
        jiff::civil::date(1970, 1, 1).checked_add(since).ok()
    }
}

#[derive(Clone, Copy, Debug)]
enum Ends<'b> {
    Short(&'b ListArray),
    Long(&'b LargeListArray),
}

/// Lists, and the column of all their elements.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lists<'b> {
    ends: Ends<'b>,
    pub(super) elements: Column<'b>,
}

impl Lists<'_> {
    /// Which elements are of a row; none if there is no list.
    pub(super) fn of(self, row: usize) -> Range<usize> {
        let two = match self.ends {
            Ends::Short(of) if there(of, row) => {
                let at = |nth: usize| usize::try_from(*of.value_offsets().get(nth)?).ok();
                at(row).zip(at(row + 1))
            }
            Ends::Long(of) if there(of, row) => {
                let at = |nth: usize| usize::try_from(*of.value_offsets().get(nth)?).ok();
                at(row).zip(at(row + 1))
            }
            _ => None,
        };
        two.map_or(0..0, |(from, to)| from..to)
    }
}

/// Structs, and the columns of their fields.
#[derive(Clone, Copy, Debug)]
pub(super) struct Structs<'b> {
    table: Table,
    of: &'b StructArray,
}

impl<'b> Structs<'b> {
    pub(super) fn has(self, row: usize) -> bool {
        there(self.of, row)
    }

    pub(super) fn field(self, name: &str) -> Result<Column<'b>> {
        let array = self.of.column_by_name(name);
        let missing = || wrong(self.table, None, format_args!("no field {name:?}"));
        Ok(Column {
            table: self.table,
            array: array.ok_or_else(missing)?,
        })
    }
}
