//! What a text on time can do wrong.

use std::convert::Infallible;
use std::fmt;

/// A text, or a pair of ends, that is no moment, window, span or duration.
///
/// The message says what the text was meant to be, where it went wrong, what
/// stood there and what was expected. Its parts can be asked for.
///
/// ```
/// use demarche::time::Moment;
///
/// let error = "2021-02-30".parse::<Moment>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     r#"invalid moment "2021-02-30": at byte 8 found day 30, expected 01 to 28 in 2021-02"#,
/// );
/// assert_eq!(error.position(), Some(8));
/// assert_eq!(error.text(), "2021-02-30");
/// assert_eq!(error.found(), "day 30");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
// One word wide, so that a `Result` of a small value stays small.
pub struct ParseTimeError(Box<Fault>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Fault {
    noun: &'static str,
    text: String,
    position: Option<usize>,
    found: String,
    expected: String,
}

impl ParseTimeError {
    pub(super) fn new(
        noun: &'static str,
        text: &str,
        position: Option<usize>,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) -> Self {
        let (text, found, expected) = (text.to_owned(), found.into(), expected.into());
        Self(Box::new(Fault {
            noun,
            text,
            position,
            found,
            expected,
        }))
    }

    /// The whole text that was read, or the ends that were given.
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// Where in [`text`](Self::text) the fault lies, in bytes from 0, if at
    /// one place.
    pub fn position(&self) -> Option<usize> {
        self.0.position
    }

    /// What stood there.
    pub fn found(&self) -> &str {
        &self.0.found
    }

    /// What would have been right.
    pub fn expected(&self) -> &str {
        &self.0.expected
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            noun,
            text,
            position,
            found,
            expected,
        } = self;
        // A message is read by people: a page pasted by mistake is cut short.
        let head: String = text.chars().take(80).collect();
        let ellipsis = if head.len() < text.len() { "…" } else { "" };
        write!(f, "invalid {noun} {head:?}{ellipsis}: ")?;
        if let Some(position) = position {
            write!(f, "at byte {position} ")?;
        }
        write!(f, "found {found}, expected {expected}")
    }
}

/// Lets a builder take `impl TryInto<Moment>` with one error type, be it
/// given a date (which cannot fail) or a text (which can).
///
/// ```
/// use demarche::time::{Moment, ParseTimeError};
/// use jiff::civil::date;
///
/// fn on<M>(when: M) -> Result<Moment, ParseTimeError>
/// where
///     M: TryInto<Moment>,
///     ParseTimeError: From<M::Error>,
/// {
///     Ok(when.try_into()?)
/// }
///
/// assert_eq!(on("2021-11-15")?, on(date(2021, 11, 15))?);
/// # Ok::<(), ParseTimeError>(())
/// ```
impl From<Infallible> for ParseTimeError {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_in_the_message_only() {
        let text = "é".repeat(500);
        let error = ParseTimeError::new("moment", &text, Some(0), "'é'", "a year");
        assert!(error.to_string().chars().count() < 200);
        assert_eq!(error.text(), text);
    }

    #[test]
    fn one_word_that_crosses_threads() {
        fn check<T: Send + Sync + std::error::Error + 'static>() {}
        check::<ParseTimeError>();
        assert_eq!(size_of::<ParseTimeError>(), size_of::<usize>());
    }
}
