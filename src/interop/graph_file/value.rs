//! What nodes and edges have, by column.

use std::borrow::Cow;

/// What values a column has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Sort {
    Text,
    Whole,
    Truth,
}

/// A column: its name, and what values it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Column {
    pub(crate) name: &'static str,
    pub(crate) sort: Sort,
}

impl Column {
    pub(super) const fn new(name: &'static str, sort: Sort) -> Self {
        Self { name, sort }
    }
}

/// A value of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value<'v> {
    Text(Cow<'v, str>),
    Whole(u64),
    Truth(bool),
}

impl Value<'_> {
    /// As text: a number in digits, `true` or `false`.
    pub(crate) fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Whole(number) => Cow::Owned(number.to_string()),
            Self::Truth(true) => Cow::Borrowed("true"),
            Self::Truth(false) => Cow::Borrowed("false"),
        }
    }

    #[cfg(test)]
    pub(crate) fn sort(&self) -> Sort {
        match self {
            Self::Text(_) => Sort::Text,
            Self::Whole(_) => Sort::Whole,
            Self::Truth(_) => Sort::Truth,
        }
    }
}

/// The values of a node or an edge: what it lacks is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Values<'v>(Vec<(&'static str, Value<'v>)>);

impl<'v> Values<'v> {
    pub(super) fn text(&mut self, column: &'static str, text: impl Into<Cow<'v, str>>) {
        let text = text.into();
        if !text.is_empty() {
            self.0.push((column, Value::Text(text)));
        }
    }

    pub(super) fn maybe<T: Into<Cow<'v, str>>>(&mut self, column: &'static str, text: Option<T>) {
        if let Some(text) = text {
            self.text(column, text);
        }
    }

    /// Several texts as one, parted by "; ".
    pub(super) fn texts<T: AsRef<str>>(
        &mut self,
        column: &'static str,
        texts: impl IntoIterator<Item = T>,
    ) {
        let mut all = String::new();
        for text in texts {
            if !all.is_empty() {
                all.push_str("; ");
            }
            all.push_str(text.as_ref());
        }
        self.text(column, all);
    }

    pub(super) fn shown(&mut self, column: &'static str, shown: Option<impl ToString>) {
        self.maybe(column, shown.map(|shown| shown.to_string()));
    }

    pub(super) fn whole(&mut self, column: &'static str, number: usize) {
        self.0.push((column, Value::Whole(number as u64)));
    }

    pub(super) fn truth(&mut self, column: &'static str, truth: bool) {
        self.0.push((column, Value::Truth(truth)));
    }

    /// In the order of the columns.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'static str, &Value<'v>)> {
        self.0.iter().map(|(column, value)| (*column, value))
    }

    /// Of one column.
    #[cfg(test)]
    pub(crate) fn of(&self, column: &str) -> Option<&Value<'v>> {
        let mut found = self.iter().filter(|(name, _)| *name == column);
        found.next().map(|(_, value)| value)
    }
}
