//! Columns in the making.

use std::fmt::{Display, Write};
use std::sync::Arc;

use arrow_array::builder::{Int32Builder, StringBuilder};
use arrow_array::types::Int32Type;
use arrow_array::{Array, ArrayRef, DictionaryArray, ListArray, StringArray, StructArray};
use arrow_buffer::{NullBuffer, OffsetBuffer, ScalarBuffer};
use arrow_schema::{ArrowError, DataType, Fields};
use serde::Serialize;

use crate::interop::arrow::schema::element;
use crate::model::ActorId;
use crate::{Error, Result};

/// What Arrow refuses, as an error of ours.
pub(crate) fn refused(error: ArrowError) -> Error {
    Error::invalid("record batch", error, "what Arrow can hold")
}

/// A column of texts.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    made: StringBuilder,
    is_too_long: bool,
    shown: String,
    named: Vec<u8>,
}

impl Texts {
    pub(crate) fn push(&mut self, text: Option<&str>) {
        let Some(text) = text else {
            return self.made.append_null();
        };
        // Beyond that, Arrow has no offsets, and its builders panic.
        let most = i32::MAX as usize;
        if self.bytes().saturating_add(text.len()) > most {
            self.is_too_long = true;
            self.made.append_value("");
        } else {
            self.made.append_value(text);
        }
    }

    /// As it is shown.
    pub(super) fn show(&mut self, value: Option<impl Display>) {
        let mut shown = std::mem::take(&mut self.shown);
        shown.clear();
        // A string takes all that is written to it.
        let is_some = value.map(|value| write!(shown, "{value}")).is_some();
        self.push(is_some.then_some(shown.as_str()));
        self.shown = shown;
    }

    /// As documents name it.
    pub(super) fn name(&mut self, value: &impl Serialize) {
        let mut named = std::mem::take(&mut self.named);
        named.clear();
        // What has a name is written as a text, and memory does not fail.
        let _ = serde_json::to_writer(&mut named, value);
        let name = str::from_utf8(&named).unwrap_or_default();
        self.push(Some(name.trim_matches('"')));
        self.named = named;
    }

    pub(crate) fn bytes(&self) -> usize {
        self.made.values_slice().len()
    }

    pub(crate) fn finish(&mut self) -> Result<ArrayRef> {
        if std::mem::take(&mut self.is_too_long) {
            return Err(Error::invalid(
                "record batch",
                "texts of more than 2 GiB in one column of it",
                "texts that fit in an array of Arrow",
            ));
        }
        Ok(Arc::new(self.made.finish()))
    }
}

/// A column of actors by key; the keys are shared by all.
#[derive(Debug)]
pub(super) struct Actors {
    keys: Arc<StringArray>,
    indices: Int32Builder,
}

impl Actors {
    pub(super) fn of(keys: &Arc<StringArray>) -> Self {
        Self {
            keys: Arc::clone(keys),
            indices: Int32Builder::new(),
        }
    }

    pub(super) fn push(&mut self, actor: Option<ActorId>) {
        // The keys are no more than that: it is checked when they are gathered.
        let index = actor.and_then(|actor| i32::try_from(actor.index()).ok());
        self.indices.append_option(index);
    }

    pub(super) fn finish(&mut self) -> Result<ArrayRef> {
        let indices = self.indices.finish();
        let keys: ArrayRef = Arc::clone(&self.keys) as ArrayRef;
        let column = DictionaryArray::<Int32Type>::try_new(indices, keys).map_err(refused)?;
        Ok(Arc::new(column))
    }
}

/// Where the lists of a column end.
#[derive(Debug, Default)]
pub(super) struct Ends(Vec<i32>);

impl Ends {
    /// The list of this row ends after so many elements of the column in all.
    pub(super) fn push(&mut self, elements: usize) {
        self.0.push(i32::try_from(elements).unwrap_or(i32::MAX));
    }

    pub(super) fn finish(&mut self, elements: ArrayRef) -> Result<ArrayRef> {
        let mut offsets = std::mem::take(&mut self.0);
        offsets.insert(0, 0);
        let of = element(elements.data_type().clone());
        // They ascend, as elements are only added.
        let offsets = OffsetBuffer::new(ScalarBuffer::from(offsets));
        let list = ListArray::try_new(Arc::new(of), offsets, elements, None).map_err(refused)?;
        Ok(Arc::new(list))
    }

    /// With elements of several columns.
    pub(super) fn finish_structs(
        &mut self,
        fields: Fields,
        columns: Vec<ArrayRef>,
    ) -> Result<ArrayRef> {
        self.finish(structs(fields, columns, None)?)
    }
}

/// A column of structs.
pub(super) fn structs(
    fields: Fields,
    columns: Vec<ArrayRef>,
    are_there: Option<Vec<bool>>,
) -> Result<ArrayRef> {
    let are_there = are_there.map(NullBuffer::from);
    let column = StructArray::try_new(fields, columns, are_there).map_err(refused)?;
    Ok(Arc::new(column))
}

/// A column of lists of texts.
#[derive(Debug, Default)]
pub(super) struct TextLists {
    texts: Texts,
    count: usize,
    ends: Ends,
}

impl TextLists {
    pub(super) fn push<'t>(&mut self, texts: impl IntoIterator<Item = &'t str>) {
        for text in texts {
            self.texts.push(Some(text));
            self.count += 1;
        }
        self.ends.push(self.count);
    }

    pub(super) fn bytes(&self) -> usize {
        self.texts.bytes()
    }

    pub(super) fn finish(&mut self) -> Result<ArrayRef> {
        self.count = 0;
        let texts = self.texts.finish()?;
        debug_assert_eq!(texts.data_type(), &DataType::Utf8);
        self.ends.finish(texts)
    }
}
