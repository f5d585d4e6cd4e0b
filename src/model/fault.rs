//! The first thing wrong with something under construction.

use crate::Error;

/// Keeps the first error of a chain of builder calls until the graph asks.
///
/// Builders read as prose only if no step needs a `?`; so a step that fails
/// leaves its error here, and recording returns it.
#[derive(Debug, Default)]
pub(crate) struct Fault(Option<Error>);

impl Fault {
    /// The value, or `None` with the error noted.
    pub(crate) fn note<T, E: Into<Error>>(&mut self, result: Result<T, E>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(error) => {
                self.0.get_or_insert(error.into());
                None
            }
        }
    }

    pub(crate) fn check(self) -> Result<(), Error> {
        self.0.map_or(Ok(()), Err)
    }
}
