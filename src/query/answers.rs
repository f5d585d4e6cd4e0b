//! A list of answers.

use std::fmt;
use std::ops::Deref;

use serde::Serialize;

/// A list of answers, in the order that the question documents.
///
/// It owns what it holds, derefs to a slice, and displays one answer a line.
///
/// ```
/// use demarche::{Call, Graph, Leader};
///
/// let mut graph = Graph::new();
/// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
/// for name in ["Angela Merkel", "Joe Biden", "Vladimir Putin"] {
///     let other = graph.add(Leader::new(name))?;
///     graph.record(Call::between(macron, other))?;
/// }
/// let contacts = graph.view().who_talked_to(macron)?;
/// assert_eq!(contacts.len(), 3);
///
/// let second = contacts.page(1, 2);
/// assert_eq!((second.len(), second.total()), (1, 3));
/// assert_eq!(second[0].name(), "Vladimir Putin");
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Answers<T> {
    shown: Vec<T>,
    #[serde(skip)]
    total: usize,
}

impl<T> Answers<T> {
    /// The first `most` of them.
    pub fn limit(self, most: usize) -> Self {
        self.page(0, most)
    }

    /// The page of so many that has this number, counted from 0.
    pub fn page(self, number: usize, size: usize) -> Self {
        let shown = self
            .shown
            .into_iter()
            .skip(number.saturating_mul(size))
            .take(size)
            .collect();
        Self {
            shown,
            total: self.total,
        }
    }

    /// How many there were before any limit or page.
    pub fn total(&self) -> usize {
        self.total
    }
}

impl<T> From<Vec<T>> for Answers<T> {
    fn from(shown: Vec<T>) -> Self {
        let total = shown.len();
        Self { shown, total }
    }
}

impl<T> Deref for Answers<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.shown
    }
}

impl<T> IntoIterator for Answers<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.shown.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Answers<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.shown.iter()
    }
}

impl<T: fmt::Display> fmt::Display for Answers<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for answer in &self.shown {
            writeln!(f, "{answer}")?;
        }
        match self.total - self.shown.len() {
            0 => Ok(()),
            more => writeln!(f, "… {more} more"),
        }
    }
}
