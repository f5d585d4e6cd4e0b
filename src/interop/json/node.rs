//! A value of the document, together with where it stands.

use std::borrow::Cow;
use std::fmt::{self, Display};
use std::str::FromStr;

use serde::de::value::{Error as PlainError, StrDeserializer};
use serde::de::{Deserialize, DeserializeOwned, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::flaw::{Flaw, LONGEST, Result};

/// A value of the document as it is written there, yet to be read.
///
/// It is a piece of the document's own text, so it knows its place. Reading goes
/// down one level at a time, and scans a value once for each level above it: in
/// a format of so few levels that is cheap, and every fault can be told at the
/// very value that has it, with what was expected there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node<'d>(&'d str);

impl<'d> Node<'d> {
    /// The one value of a document, checked to be JSON throughout.
    pub(super) fn of_document(document: &'d str) -> serde_json::Result<Self> {
        serde_json::from_str(document).map(Self::of)
    }

    fn of(raw: &'d RawValue) -> Self {
        Self(raw.get())
    }

    /// What it is, with its article.
    fn sort(self) -> &'static str {
        match self.0.as_bytes().first() {
            Some(b'{') => "an object",
            Some(b'[') => "a list",
            Some(b'"') => "a text",
            Some(b't' | b'f') => "true or false",
            Some(b'n') => "null",
            _ => "a number",
        }
    }

    /// The fault that it is not what it should be.
    pub(super) fn unlike(self, expected: impl Display) -> Flaw<'d> {
        match self.short_text() {
            Some(text) => self.found(format_args!("the text {text:?}"), expected),
            None if self.0.len() <= LONGEST && !self.is_object() && !self.is_list() => {
                self.found(self.0, expected)
            }
            None => self.found(self.sort(), expected),
        }
    }

    pub(super) fn found(self, found: impl Display, expected: impl Display) -> Flaw<'d> {
        Flaw::found(self.0, found, expected)
    }

    pub(super) fn wrong(self, message: impl Into<String>) -> Flaw<'d> {
        Flaw::new(self.0, message)
    }

    fn short_text(self) -> Option<Cow<'d, str>> {
        (self.is_text() && self.0.len() <= LONGEST)
            .then(|| self.text(""))?
            .ok()
    }

    pub(super) fn is_object(self) -> bool {
        self.0.starts_with('{')
    }

    pub(super) fn is_list(self) -> bool {
        self.0.starts_with('[')
    }

    pub(super) fn is_text(self) -> bool {
        self.0.starts_with('"')
    }

    pub(super) fn is_null(self) -> bool {
        self.0 == "null"
    }

    /// The fields of an object, as they stand, repeated ones too.
    pub(super) fn entries(self, expected: impl Display) -> Result<'d, Vec<(Self, Self)>> {
        if !self.is_object() {
            return Err(self.unlike(expected));
        }
        serde_json::from_str::<Entries<'_>>(self.0)
            .map(|entries| entries.0)
            .map_err(|error| self.wrong(error.to_string()))
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
        if !self.is_list() {
            return Err(self.unlike(expected));
        }
        serde_json::from_str::<Vec<&'d RawValue>>(self.0)
            .map(|items| items.into_iter().map(Self::of).collect())
            .map_err(|error| self.wrong(error.to_string()))
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
        if !self.is_text() {
            return Err(self.unlike(expected));
        }
        let within = self
            .0
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'));
        match within {
            Some(plain) if !plain.contains('\\') => Ok(Cow::Borrowed(plain)),
            // Half a surrogate pair is JSON, but no text.
            _ => serde_json::from_str(self.0)
                .map(Cow::Owned)
                .map_err(|_| self.found("an escape that is no letter", expected)),
        }
    }

    pub(super) fn flag(self) -> Result<'d, bool> {
        match self.0 {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(self.unlike("true or false")),
        }
    }

    /// A number, exactly as written. (`serde_json` itself may be off by the last
    /// digit.)
    pub(super) fn number(self, expected: impl Display) -> Result<'d, f64> {
        match self.0.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(number),
            _ => Err(self.unlike(expected)),
        }
    }

    /// A whole number, not below 0.
    pub(super) fn whole_number(self, expected: impl Display) -> Result<'d, u64> {
        self.0.parse().map_err(|_| self.unlike(expected))
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
