//! Values that are built of the columns of a row, to be read as those of a document are.

use std::borrow::Cow;

use super::flaw::Flaw;
use super::node::Node;

/// A value of a document that was never written.
#[derive(Debug)]
pub(in crate::interop) enum Value<'v> {
    Null,
    Flag(bool),
    Whole(u32),
    Number(f64),
    Text(Cow<'v, str>),
    List(Vec<Self>),
    /// Names, which are texts, and values.
    Object(Vec<(Self, Self)>),
    /// One that was written after all.
    Of(Node<'v>),
}

impl Value<'_> {
    /// The same, to be read.
    pub(super) fn node(&self) -> Node<'_> {
        match self {
            Self::Text(text) => Node::Text(text),
            Self::Of(node) => *node,
            _ => Node::Built(self),
        }
    }

    /// What it is, with its article.
    pub(super) fn sort(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Flag(_) => "true or false",
            Self::Whole(_) | Self::Number(_) => "a number",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
            Self::Of(node) => node.sort(),
        }
    }
}

impl From<bool> for Value<'_> {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Self::Whole(number)
    }
}

impl From<f64> for Value<'_> {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl<'v> From<&'v str> for Value<'v> {
    fn from(text: &'v str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl<'v> From<Object<'v>> for Value<'v> {
    fn from(object: Object<'v>) -> Self {
        Self::Object(object.0)
    }
}

impl<T: Into<Self>> From<Option<T>> for Value<'_> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, T::into)
    }
}

/// An object in the making.
#[derive(Debug, Default)]
pub(in crate::interop) struct Object<'v>(Vec<(Value<'v>, Value<'v>)>);

impl<'v> Object<'v> {
    /// As the one field of another: `{"leader": {…}}`.
    pub(in crate::interop) fn tagged(self, tag: &'v str) -> Value<'v> {
        Value::Object(vec![(tag.into(), self.into())])
    }

    pub(in crate::interop) fn field(&mut self, name: &'v str, value: impl Into<Value<'v>>) {
        self.0.push((name.into(), value.into()));
    }

    /// A field, if there is something to say.
    pub(in crate::interop) fn maybe(&mut self, name: &'v str, value: Option<impl Into<Value<'v>>>) {
        if let Some(value) = value {
            self.field(name, value);
        }
    }

    /// A flag that is not said where it is false.
    pub(in crate::interop) fn flag(&mut self, name: &'v str, flag: bool) {
        self.maybe(name, flag.then_some(true));
    }

    /// A list that is not said where it is empty.
    pub(in crate::interop) fn list<T: Into<Value<'v>>>(
        &mut self,
        name: &'v str,
        values: impl IntoIterator<Item = T>,
    ) {
        let values: Vec<Value<'v>> = values.into_iter().map(T::into).collect();
        self.maybe(name, (!values.is_empty()).then_some(Value::List(values)));
    }

    /// Values by name, in order; the same name twice stays so. Not said where there are
    /// none.
    pub(in crate::interop) fn entries<K: Into<Value<'v>>, T: Into<Value<'v>>>(
        &mut self,
        name: &'v str,
        entries: impl Iterator<Item = (K, T)>,
    ) {
        let entries = entries.map(|(what, value)| (what.into(), value.into()));
        let entries: Vec<(Value<'v>, Value<'v>)> = entries.collect();
        self.maybe(
            name,
            (!entries.is_empty()).then_some(Value::Object(entries)),
        );
    }

    /// The fields of another object, which is written.
    ///
    /// # Errors
    /// When the text is no object of JSON.
    pub(in crate::interop) fn splice(&mut self, object: &'v str) -> Result<(), String> {
        let object = Node::of_document(object).map_err(|error| error.to_string())?;
        let fields = object.entries("an object").map_err(Flaw::into_message)?;
        let fields = fields.into_iter();
        self.0
            .extend(fields.map(|(name, value)| (Value::Of(name), Value::Of(value))));
        Ok(())
    }
}
