//! A value of the document, together with where it stands.

use std::borrow::Cow;
use std::fmt::{self, Display};
use std::str::FromStr;

use serde::de::value::{Error as PlainError, StrDeserializer};
use serde::de::{Deserialize, DeserializeOwned, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::built::Value;
use super::flaw::{Flaw, LONGEST, Result};

/// A value of the document, yet to be read.
#[derive(Clone, Copy, Debug)]
pub(in crate::interop) enum Node<'d> {
    /// As it is written there.
    ///
    /// It is a piece of the document's own text, so it knows its place. Reading goes
    /// down one level at a time, and scans a value once for each level above it: in
    /// a format of so few levels that is cheap, and every fault can be told at the
    /// very value that has it, with what was expected there.
    Written(&'d str),
    /// A text that stands in no document, as it is.
    Text(&'d str),
    /// Anything else that stands in no document.
    Built(&'d Value<'d>),
}

impl<'d> Node<'d> {
    /// The one value of a document, checked to be JSON throughout.
    pub(super) fn of_document(document: &'d str) -> serde_json::Result<Self> {
        serde_json::from_str(document).map(Self::of)
    }

    fn of(raw: &'d RawValue) -> Self {
        Self::Written(raw.get())
    }

    /// What it is, with its article.
    pub(super) fn sort(self) -> &'static str {
        match self {
            Self::Text(_) => "a text",
            Self::Built(value) => value.sort(),
            Self::Written(text) => match text.as_bytes().first() {
                Some(b'{') => "an object",
                Some(b'[') => "a list",
                Some(b'"') => "a text",
                Some(b't' | b'f') => "true or false",
                Some(b'n') => "null",
                _ => "a number",
            },
        }
    }

    /// The piece of a document that it is; of what stands in none, a piece of none.
    fn piece(self) -> &'d str {
        match self {
            Self::Written(text) => text,
            Self::Text(_) | Self::Built(_) => "",
        }
    }

    /// The fault that it is not what it should be.
    pub(super) fn unlike(self, expected: impl Display) -> Flaw<'d> {
        match self.short_text() {
            Some(text) => self.found(format_args!("the text {text:?}"), expected),
            None => match self {
                Self::Written(text)
                    if text.len() <= LONGEST && !self.is_object() && !self.is_list() =>
                {
                    self.found(text, expected)
                }
                Self::Built(Value::Whole(number)) => self.found(number, expected),
                Self::Built(Value::Number(number)) => self.found(number, expected),
                _ => self.found(self.sort(), expected),
            },
        }
    }

    pub(super) fn found(self, found: impl Display, expected: impl Display) -> Flaw<'d> {
        Flaw::found(self.piece(), found, expected)
    }

    pub(super) fn wrong(self, message: impl Into<String>) -> Flaw<'d> {
        Flaw::new(self.piece(), message)
    }

    fn short_text(self) -> Option<Cow<'d, str>> {
        let (Self::Written(text) | Self::Text(text)) = self else {
            return None;
        };
        (self.is_text() && text.len() <= LONGEST)
            .then(|| self.text(""))?
            .ok()
    }

    pub(super) fn is_object(self) -> bool {
        match self {
            Self::Written(text) => text.starts_with('{'),
            Self::Text(_) => false,
            Self::Built(value) => matches!(value, Value::Object(_)),
        }
    }

    pub(super) fn is_list(self) -> bool {
        match self {
            Self::Written(text) => text.starts_with('['),
            Self::Text(_) => false,
            Self::Built(value) => matches!(value, Value::List(_)),
        }
    }

    pub(super) fn is_text(self) -> bool {
        match self {
            Self::Written(text) => text.starts_with('"'),
            Self::Text(_) => true,
            Self::Built(_) => false,
        }
    }

    pub(super) fn is_null(self) -> bool {
        match self {
            Self::Written(text) => text == "null",
            Self::Text(_) => false,
            Self::Built(value) => matches!(value, Value::Null),
        }
    }

    /// The fields of an object, as they stand, repeated ones too.
    pub(super) fn entries(self, expected: impl Display) -> Result<'d, Vec<(Self, Self)>> {
        match self {
            Self::Written(text) if self.is_object() => serde_json::from_str::<Entries<'_>>(text)
                .map(|entries| entries.0)
                .map_err(|error| self.wrong(error.to_string())),
            Self::Built(Value::Object(fields)) => {
                let fields = fields.iter();
                Ok(fields
                    .map(|(name, value)| (name.node(), value.node()))
                    .collect())
            }
            _ => Err(self.unlike(expected)),
        }
    }

    /// The one field of an object that has one: its name and value.
    pub(super) fn only_entry(self, expected: impl Display) -> Result<'d, (Self, Self)> {
        let entries = self.entries(&expected)?;
        match entries.as_slice() {
            [only] => Ok(*only),
            [] => Err(self.found("an empty object", expected)),
            [_, (second, _), ..] => Err(second.found("a second field", expected)),
        }
    }

    /// The values of a list.
    pub(super) fn items(self, expected: impl Display) -> Result<'d, Vec<Self>> {
        match self {
            Self::Written(text) if self.is_list() => {
                serde_json::from_str::<Vec<&'d RawValue>>(text)
                    .map(|items| items.into_iter().map(Self::of).collect())
                    .map_err(|error| self.wrong(error.to_string()))
            }
            Self::Built(Value::List(items)) => Ok(items.iter().map(Value::node).collect()),
            _ => Err(self.unlike(expected)),
        }
    }

    /// The values of a list; anything else is a list of one.
    pub(super) fn one_or_more(self) -> Result<'d, Vec<Self>> {
        if self.is_list() {
            self.items("a list")
        } else {
            Ok(vec![self])
        }
    }

    /// A text, its escapes resolved.
    pub(super) fn text(self, expected: impl Display) -> Result<'d, Cow<'d, str>> {
        let text = match self {
            Self::Written(text) if self.is_text() => text,
            Self::Text(text) => return Ok(Cow::Borrowed(text)),
            _ => return Err(self.unlike(expected)),
        };
        let within = text
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'));
        match within {
            Some(plain) if !plain.contains('\\') => Ok(Cow::Borrowed(plain)),
            // Half a surrogate pair is JSON, but no text.
            _ => serde_json::from_str(text)
                .map(Cow::Owned)
                .map_err(|_| self.found("an escape that is no letter", expected)),
        }
    }

    pub(super) fn flag(self) -> Result<'d, bool> {
        match self {
            Self::Written("true") => Ok(true),
            Self::Written("false") => Ok(false),
            Self::Built(Value::Flag(flag)) => Ok(*flag),
            _ => Err(self.unlike("true or false")),
        }
    }

    /// A number, exactly as written. (`serde_json` itself may be off by the last
    /// digit.)
    pub(super) fn number(self, expected: impl Display) -> Result<'d, f64> {
        let number = match self {
            Self::Written(text) => text.parse().ok(),
            Self::Built(Value::Number(number)) => Some(*number),
            Self::Built(Value::Whole(number)) => Some(f64::from(*number)),
            _ => None,
        };
        number
            .filter(|number: &f64| number.is_finite())
            .ok_or_else(|| self.unlike(expected))
    }

    /// A whole number, not below 0.
    pub(super) fn whole_number(self, expected: impl Display) -> Result<'d, u64> {
        let number = match self {
            Self::Written(text) => text.parse().ok(),
            Self::Built(Value::Whole(number)) => Some(u64::from(*number)),
            _ => None,
        };
        number.ok_or_else(|| self.unlike(expected))
    }

    /// What a text stands for.
    pub(super) fn parsed<T: FromStr<Err: Display>>(self, expected: &str) -> Result<'d, T> {
        self.text(expected)?
            .parse()
            .map_err(|error: T::Err| self.wrong(error.to_string()))
    }

    /// One of the names that a type has in serde.
    pub(super) fn named<T: DeserializeOwned>(self, expected: &str) -> Result<'d, T> {
        let text = self.text(expected)?;
        T::deserialize(StrDeserializer::<PlainError>::new(&text))
            .map_err(|error| self.wrong(error.to_string()))
    }
}

struct Entries<'d>(Vec<(Node<'d>, Node<'d>)>);

impl<'d> Deserialize<'d> for Entries<'d> {
    fn deserialize<D: Deserializer<'d>>(from: D) -> std::result::Result<Self, D::Error> {
        from.deserialize_map(EntriesVisitor)
    }
}

struct EntriesVisitor;

impl<'d> Visitor<'d> for EntriesVisitor {
    type Value = Entries<'d>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'d>>(self, mut map: A) -> std::result::Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some((key, value)) = map.next_entry::<&'d RawValue, &'d RawValue>()? {
            entries.push((Node::of(key), Node::of(value)));
        }
        Ok(Entries(entries))
    }
}
