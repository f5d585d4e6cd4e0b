//! Items of a document, written out of the columns of a row.

use std::fmt::Display;

use serde::Serialize;
use serde_json::value::RawValue;

/// An object of JSON in the making.
#[derive(Debug)]
pub(super) struct Object {
    text: Vec<u8>,
    /// How many objects are open.
    depth: usize,
}

impl Object {
    pub(super) fn new() -> Self {
        Self {
            text: vec![b'{'],
            depth: 1,
        }
    }

    /// An object of one field: `{"leader": {…}}`.
    pub(super) fn tagged(tag: &str) -> Self {
        let mut object = Self::new();
        object.name(tag);
        object.text.push(b'{');
        object.depth = 2;
        object
    }

    pub(super) fn field(&mut self, name: &str, value: impl Serialize) {
        self.name(name);
        self.value(&value);
    }

    /// A field, if there is something to say.
    pub(super) fn maybe(&mut self, name: &str, value: Option<impl Serialize>) {
        if let Some(value) = value {
            self.field(name, value);
        }
    }

    /// A flag that is not said where it is false.
    pub(super) fn flag(&mut self, name: &str, flag: bool) {
        self.maybe(name, flag.then_some(true));
    }

    /// A list that is not said where it is empty.
    pub(super) fn list(&mut self, name: &str, values: impl Iterator<Item = impl Serialize>) {
        let mut values = values.peekable();
        if values.peek().is_none() {
            return;
        }
        self.name(name);
        self.text.push(b'[');
        for (nth, value) in values.enumerate() {
            if nth > 0 {
                self.text.push(b',');
            }
            self.value(&value);
        }
        self.text.push(b']');
    }

    /// Values by name, in order; the same name twice stays so.
    pub(super) fn entries(
        &mut self,
        name: &str,
        entries: impl Iterator<Item = (impl Display, impl Serialize)>,
    ) {
        let mut entries = entries.peekable();
        if entries.peek().is_none() {
            return;
        }
        self.name(name);
        self.text.push(b'{');
        for (what, value) in entries {
            self.name(&what.to_string());
            self.value(&value);
        }
        self.text.push(b'}');
    }

    /// A field that is an object.
    pub(super) fn object(&mut self, name: &str, value: Self) {
        self.name(name);
        self.text.extend_from_slice(value.finish().as_bytes());
    }

    /// A list of objects, which is not said where it is empty.
    pub(super) fn objects(&mut self, name: &str, values: Vec<Self>) {
        if values.is_empty() {
            return;
        }
        self.name(name);
        self.text.push(b'[');
        for (nth, value) in values.into_iter().enumerate() {
            if nth > 0 {
                self.text.push(b',');
            }
            self.text.extend_from_slice(value.finish().as_bytes());
        }
        self.text.push(b']');
    }

    /// The fields of another object.
    ///
    /// # Errors
    /// When the text is no object of JSON.
    pub(super) fn splice(&mut self, object: &str) -> Result<(), String> {
        let object: &RawValue = serde_json::from_str(object).map_err(|error| error.to_string())?;
        let fields = object
            .get()
            .strip_prefix('{')
            .and_then(|rest| rest.strip_suffix('}'))
            .ok_or("no object of JSON")?;
        if !fields.trim().is_empty() {
            self.comma();
            self.text.extend_from_slice(fields.as_bytes());
        }
        Ok(())
    }

    pub(super) fn finish(mut self) -> String {
        self.text.extend(std::iter::repeat_n(b'}', self.depth));
        // What serde_json writes is UTF-8.
        String::from_utf8(self.text).unwrap_or_default()
    }

    fn name(&mut self, name: &str) {
        self.comma();
        self.value(&name);
        self.text.push(b':');
    }

    fn comma(&mut self) {
        if !self.text.ends_with(b"{") {
            self.text.push(b',');
        }
    }

    fn value(&mut self, value: &impl Serialize) {
        // Memory does not fail, and all that is given has a form in JSON.
        let _ = serde_json::to_writer(&mut self.text, value);
    }
}
