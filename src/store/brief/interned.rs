//! Values that many have in common, each held once.

use std::hash::Hash;
use std::sync::Arc;

use crate::store::chunked::Chunked;
use crate::store::tiered::Tiered;

/// Distinct values by number, in the order in which they came.
#[derive(Clone, Debug)]
pub(crate) struct Interned<T> {
    values: Chunked<T>,
    numbers: Tiered<T>,
}

impl<T> Default for Interned<T> {
    fn default() -> Self {
        Self {
            values: Chunked::default(),
            numbers: Tiered::default(),
        }
    }
}

impl<T: Clone + Eq + Hash> Interned<T> {
    /// The values by number; of those that are equal, the first is found.
    pub(in crate::store) fn of(values: Chunked<T>) -> Self {
        let numbered = (0..).zip(values.iter());
        let numbered = numbered.map(|(number, value)| (value.clone(), number));
        let numbers = Tiered::of(values.len(), numbered);
        Self { values, numbers }
    }

    /// As they are saved.
    pub(in crate::store) fn values(&self) -> &Chunked<T> {
        &self.values
    }

    /// The number of a value: its own, or a new one. `None` if numbers ran out.
    pub(super) fn number(&mut self, value: &T) -> Option<u32> {
        if let Some(number) = self.numbers.find(value).next() {
            return Some(number);
        }
        let number = u32::try_from(self.values.len()).ok()?;
        self.values.push(value.clone());
        self.numbers.add(value.clone(), number);
        Some(number)
    }

    pub(super) fn len(&self) -> usize {
        self.values.len()
    }

    /// All by number.
    pub(in crate::store) fn iter(&self) -> impl Iterator<Item = &T> {
        self.values.iter()
    }

    pub(super) fn bytes(&self) -> usize {
        self.values
            .bytes(|_| 0)
            .saturating_add(self.numbers.bytes(|_| 0))
    }

    pub(super) fn get(&self, number: u32) -> Option<&T> {
        self.values.get(number)
    }
}

impl Interned<Arc<str>> {
    /// The number of a text.
    pub(super) fn number_of(&mut self, text: &str) -> Option<u32> {
        let known = self.numbers.find(text).next();
        known.or_else(|| self.number(&Arc::from(text)))
    }
}
