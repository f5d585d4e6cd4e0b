//! A row of a file of quadruples.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use crate::time::Moment;

/// A row of a file of benchmark quadruples: a fact.
///
/// The texts are borrowed from the reader's buffer or shared with the file of names,
/// or, in what [`QuadrupleReader::records`](super::QuadrupleReader::records) gives,
/// owned or shared.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct QuadrupleRecord<'a> {
    /// The line that it stands on, from 1.
    pub line: u64,
    /// The number of the file that it stands in, from 0.
    pub file: u64,
    /// Who acts, or of whom the fact holds: `Barack_Obama`.
    pub head: QuadrupleName<'a>,
    /// What is done, or holds: `Discuss_by_telephone`.
    pub relation: QuadrupleName<'a>,
    /// To whom, or with whom: `Vladimir_Putin`.
    pub tail: QuadrupleName<'a>,
    /// When, or since when; unknown for `####-##-##`.
    pub when: Moment,
    /// When it ended, in files that have a column for that; unknown for `####-##-##`.
    pub until: Option<Moment>,
}

impl QuadrupleRecord<'_> {
    /// The same with texts of its own, to be kept while reading goes on.
    pub fn into_owned(self) -> QuadrupleRecord<'static> {
        QuadrupleRecord {
            line: self.line,
            file: self.file,
            head: self.head.into_owned(),
            relation: self.relation.into_owned(),
            tail: self.tail.into_owned(),
            when: self.when,
            until: self.until,
        }
    }
}

/// A name in a row of a file of benchmark quadruples, as it is written there or in the
/// file of names; a text.
///
/// ```
/// use demarche::ingest::QuadrupleReader;
///
/// let mut reader = QuadrupleReader::builder()
///     .entities_from(&b"Barack_Obama\t0\nChina\t1\n"[..])?
///     .relations_from(&b"Make_a_visit\t0\n"[..])?
///     .days_from(jiff::civil::date(2014, 1, 1), 1)
///     .from_reader(&b"  0\t0\t  1\t315\n"[..])?;
/// let visit = reader.next_record()?.unwrap();
/// assert_eq!(visit.head, "Barack_Obama");
/// assert!(visit.relation.ends_with("visit"));
/// assert_eq!(visit.when.to_string(), "2014-11-11");
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone)]
pub struct QuadrupleName<'a>(Held<'a>);

#[derive(Clone)]
enum Held<'a> {
    Written(Cow<'a, str>),
    Shared(Arc<str>),
}

impl<'a> QuadrupleName<'a> {
    pub(super) fn written(text: &'a str) -> Self {
        Self(Held::Written(Cow::Borrowed(text)))
    }

    pub(super) fn shared(name: &Arc<str>) -> Self {
        Self(Held::Shared(Arc::clone(name)))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Held::Written(text) => text,
            Held::Shared(text) => text,
        }
    }

    fn into_owned(self) -> QuadrupleName<'static> {
        QuadrupleName(match self.0 {
            Held::Written(text) => Held::Written(Cow::Owned(text.into_owned())),
            Held::Shared(text) => Held::Shared(text),
        })
    }
}

impl Deref for QuadrupleName<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq for QuadrupleName<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for QuadrupleName<'_> {}

impl PartialEq<str> for QuadrupleName<'_> {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for QuadrupleName<'_> {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl fmt::Debug for QuadrupleName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for QuadrupleName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
