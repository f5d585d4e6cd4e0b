//! What is said of one resource.

use std::fmt::Display;
use std::str::FromStr;

use oxrdf::{NamedOrBlankNode, Term};

use crate::error::ErrorKind;
use crate::interop::rdf::words::{Space, Word};
use crate::{Error, Result};

/// What is said of one resource, in our words and those that we borrow, in the order in
/// which it came.
#[derive(Clone, Copy, Debug)]
pub(super) struct Page<'d> {
    pub(super) of: &'d NamedOrBlankNode,
    pub(super) said: &'d [(Word, Term)],
}

impl<'d> Page<'d> {
    /// The values of a property.
    pub(super) fn all(self, property: Word) -> impl Iterator<Item = &'d Term> + Clone {
        let said = self.said.iter();
        said.filter(move |(known, _)| *known == property)
            .map(|(_, value)| value)
    }

    pub(super) fn has(self, property: Word) -> bool {
        self.all(property).next().is_some()
    }

    /// The value of a property that has one at most.
    pub(super) fn one(self, property: Word) -> Result<Option<&'d Term>> {
        let mut all = self.all(property);
        match (all.next(), all.next()) {
            (_, Some(_)) => Err(self.wrong(format_args!("several {}", name(property)))),
            (one, None) => Ok(one),
        }
    }

    /// The value of a property that has one.
    pub(super) fn require(self, property: Word) -> Result<&'d Term> {
        self.one(property)?
            .ok_or_else(|| self.wrong(format_args!("no {}", name(property))))
    }

    /// The text of a literal.
    pub(super) fn text_of(self, property: Word, value: &'d Term) -> Result<&'d str> {
        match value {
            Term::Literal(literal) => Ok(literal.value()),
            _ => Err(self.wrong(format_args!(
                "{} of {value}, expected a text",
                name(property)
            ))),
        }
    }

    pub(super) fn text(self, property: Word) -> Result<Option<&'d str>> {
        let value = self.one(property)?;
        value.map(|value| self.text_of(property, value)).transpose()
    }

    pub(super) fn texts(self, property: Word) -> Result<Vec<&'d str>> {
        self.all(property)
            .map(|value| self.text_of(property, value))
            .collect()
    }

    /// What a text stands for.
    pub(super) fn parsed<T: FromStr<Err: Display>>(self, property: Word) -> Result<Option<T>> {
        let text = self.text(property)?;
        text.map(|text| self.parse(property, text)).transpose()
    }

    pub(super) fn parse<T: FromStr<Err: Display>>(self, property: Word, text: &str) -> Result<T> {
        text.parse()
            .map_err(|error: T::Err| self.wrong(format_args!("{}: {error}", name(property))))
    }

    /// One of a few texts.
    pub(super) fn named<T: Copy>(
        self,
        property: Word,
        all: &[T],
        text: impl Fn(T) -> &'static str,
    ) -> Result<Option<T>> {
        let Some(found) = self.text(property)? else {
            return Ok(None);
        };
        let known = all.iter().copied().find(|&one| text(one) == found);
        let unknown = || self.wrong(format_args!("unknown {} {found:?}", name(property)));
        known.map(Some).ok_or_else(unknown)
    }

    /// One of a few words.
    pub(super) fn worded<T: Copy>(
        self,
        property: Word,
        all: &[T],
        word: impl Fn(T) -> Word,
    ) -> Result<Option<T>> {
        let Some(found) = self.one(property)? else {
            return Ok(None);
        };
        let known = all.iter().copied().find(|&one| is(found, word(one)));
        let unknown = || self.wrong(format_args!("unknown {} {found}", name(property)));
        known.map(Some).ok_or_else(unknown)
    }

    pub(super) fn flag(self, property: Word) -> Result<bool> {
        match self.text(property)? {
            None | Some("false" | "0") => Ok(false),
            Some("true" | "1") => Ok(true),
            Some(other) => Err(self.wrong(format_args!(
                "{} {other:?}, expected a truth",
                name(property)
            ))),
        }
    }

    pub(super) fn number(self, property: Word) -> Result<Option<f64>> {
        let number: Option<f64> = self.parsed(property)?;
        match number.filter(|number| !number.is_finite()) {
            Some(number) => Err(self.wrong(format_args!(
                "{} {number}, expected a finite number",
                name(property)
            ))),
            None => Ok(number),
        }
    }

    /// Whether it is of a class.
    pub(super) fn is_a(self, class: Word) -> bool {
        self.all(Word::RdfType).any(|of| is(of, class))
    }

    /// The first of some that fits one of the classes that it is of.
    pub(super) fn sort_of<T: Copy>(self, all: &[T], class: impl Fn(T) -> Word) -> Option<T> {
        all.iter().copied().find(|&one| self.is_a(class(one)))
    }

    /// The fault that something is wrong with this resource.
    pub(super) fn wrong(self, message: impl Display) -> Error {
        wrong(self.of, message)
    }

    /// The same of an error that knows no place.
    pub(super) fn because(self, error: &Error) -> Error {
        self.wrong(error)
    }
}

pub(super) fn wrong(of: impl Display, message: impl Display) -> Error {
    Error::new(ErrorKind::Resource {
        path: None,
        resource: of.to_string(),
        message: message.to_string(),
    })
}

/// Whether a term is a word.
pub(super) fn is(term: &Term, word: Word) -> bool {
    matches!(term, Term::NamedNode(iri) if Word::of_iri(iri.as_str()) == Some(word))
}

/// A word, as messages show it: `dem:span`.
pub(super) fn name(word: Word) -> String {
    let (space, local) = word.name();
    let prefix: &str = Space::prefix(space);
    format!("{prefix}:{local}")
}
