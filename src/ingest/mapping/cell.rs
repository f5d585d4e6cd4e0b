//! Which cell of a row is meant.

use std::borrow::Cow;
use std::fmt;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::texts::{Text, Texts};
use crate::ingest::field::Wrong;

/// A column: by its name in the header, by its number from 0, or, of JSON lines, by the
/// path to a value, `/actor/name` ([RFC 6901]) or `actor.name`.
///
/// [RFC 6901]: https://www.rfc-editor.org/rfc/rfc6901
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(untagged, expecting = "a column: its name, or its number from 0")]
pub(super) enum Column {
    /// By number, from 0.
    Number(usize),
    /// By name, or by path.
    Name(String),
}

/// A cell of each row: one of a column, perhaps put into other words, or the same text
/// in all rows.
///
/// ```
/// use demarche::ingest::mapping::Cell;
///
/// let plain = Cell::from("event_type");
/// let coded = Cell::from("event_type").reading([("Battles", "190")]).otherwise("180");
/// let always = Cell::constant("190");
///
/// // In a mapping that is kept as a file, a plain one is a plain text.
/// assert_eq!(serde_json::to_string(&plain).unwrap(), r#""event_type""#);
/// assert_eq!(
///     serde_json::to_string(&coded).unwrap(),
///     r#"{"column":"event_type","values":{"Battles":"190"},"otherwise":"180"}"#
/// );
/// assert_eq!(serde_json::to_string(&always).unwrap(), r#"{"constant":"190"}"#);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Form", into = "Form")]
pub struct Cell {
    fitted: Fitted,
    /// The number of the column among those that the mapping names.
    slot: Option<usize>,
}

/// How a cell stands in a file.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(
    untagged,
    expecting = "a cell: a column, {\"constant\": …}, or {\"column\": …, \"values\": {…}}"
)]
enum Form {
    Plain(Column),
    Fitted(Fitted),
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fitted {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    column: Option<Column>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    constant: Option<String>,
    /// What the words of the file stand for.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    values: IndexMap<String, String>,
    /// What any other word stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    otherwise: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    before: String,
}

impl From<Form> for Cell {
    fn from(form: Form) -> Self {
        let fitted = match form {
            Form::Plain(column) => Fitted {
                column: Some(column),
                ..Fitted::default()
            },
            Form::Fitted(fitted) => fitted,
        };
        Self { fitted, slot: None }
    }
}

impl From<Cell> for Form {
    fn from(cell: Cell) -> Self {
        let bare = Fitted {
            column: None,
            ..cell.fitted.clone()
        };
        match cell.fitted.column.clone() {
            Some(column) if bare == Fitted::default() => Self::Plain(column),
            _ => Self::Fitted(cell.fitted),
        }
    }
}

impl From<&str> for Cell {
    fn from(name: &str) -> Self {
        Form::Plain(Column::Name(name.to_owned())).into()
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        Form::Plain(Column::Number(number)).into()
    }
}

impl Cell {
    /// The same text in all rows.
    pub fn constant(text: impl Into<String>) -> Self {
        Form::Fitted(Fitted {
            constant: Some(text.into()),
            ..Fitted::default()
        })
        .into()
    }

    /// Says what the words of the file stand for. A row with another word is refused,
    /// unless it is said what they stand for [otherwise](Self::otherwise).
    #[must_use]
    pub fn reading<'w>(mut self, values: impl IntoIterator<Item = (&'w str, &'w str)>) -> Self {
        let values = values.into_iter();
        let values = values.map(|(word, value)| (word.to_owned(), value.to_owned()));
        self.fitted.values.extend(values);
        self
    }

    /// Says what any other word stands for; a blank text is as if the cell were blank.
    #[must_use]
    pub fn otherwise(mut self, value: impl Into<String>) -> Self {
        self.fitted.otherwise = Some(value.into());
        self
    }

    /// Puts this before the text of the cell, where there is one: `Alliance 12` for 12.
    #[must_use]
    pub fn after(mut self, text: impl Into<String>) -> Self {
        self.fitted.before = text.into();
        self
    }

    pub(super) fn column(&self) -> Option<&Column> {
        self.fitted.column.as_ref()
    }

    pub(super) fn is_constant(&self) -> bool {
        self.fitted.constant.is_some()
    }

    /// The texts that it can hold, if they are known beforehand.
    pub(super) fn known(&self) -> impl Iterator<Item = &str> {
        let Fitted {
            constant,
            values,
            otherwise,
            ..
        } = &self.fitted;
        let known = values.values().chain(otherwise).chain(constant);
        known.map(String::as_str).filter(|text| !text.is_empty())
    }

    pub(super) fn put_in(&mut self, slot: usize) {
        self.slot = Some(slot);
    }

    /// Its text in a row, without blanks around it; `None` if there is none.
    pub(super) fn read<'a>(&self, row: &Texts<'a>) -> Result<Option<Text<'a>>, Wrong> {
        let Fitted {
            constant,
            values,
            otherwise,
            before,
            ..
        } = &self.fitted;
        if let Some(constant) = constant {
            return Ok(Some(Text::of(Cow::Owned(constant.clone()), 0)));
        }
        let Some(mut text) = self.slot.and_then(|slot| row.present(slot)) else {
            return Ok(None);
        };
        if !values.is_empty() || otherwise.is_some() {
            let value = values.get(&*text.text).or(otherwise.as_ref());
            let value = value
                .ok_or_else(|| text.wrong("a word of which the mapping says what it stands for"))?;
            if value.is_empty() {
                return Ok(None);
            }
            text.text = Cow::Owned(value.clone());
        }
        if !before.is_empty() {
            text.text = Cow::Owned(format!("{before}{}", text.text));
        }
        Ok(Some(text))
    }
}

impl fmt::Display for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "column {number}"),
            Self::Name(name) => write!(f, "{name:?}"),
        }
    }
}
