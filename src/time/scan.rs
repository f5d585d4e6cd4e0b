//! Reading a text from left to right, and saying where it went wrong.

use super::ParseTimeError;

/// A place in a text. Cheap to copy, so that one may look ahead.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scanner<'t> {
    /// What the text is meant to be, for messages.
    noun: &'static str,
    /// The whole text, for messages.
    text: &'t str,
    /// What is still to be read of this part.
    rest: &'t str,
    /// Where `rest` begins in `text`.
    at: usize,
}

impl<'t> Scanner<'t> {
    pub(super) fn new(noun: &'static str, text: &'t str) -> Self {
        Self {
            noun,
            text,
            rest: text,
            at: 0,
        }
    }

    /// The parts before and after the first `separator`, if there is one.
    pub(super) fn split_once(self, separator: char) -> Option<(Self, Self)> {
        let (before, after) = self.rest.split_once(separator)?;
        let after_at = self.at + before.len() + separator.len_utf8();
        Some((
            Self {
                rest: before,
                ..self
            },
            Self {
                rest: after,
                at: after_at,
                ..self
            },
        ))
    }

    pub(super) fn rest(self) -> &'t str {
        self.rest
    }

    pub(super) fn at(self) -> usize {
        self.at
    }

    pub(super) fn peek(self) -> Option<char> {
        self.rest.chars().next()
    }

    /// Steps over `token` if it stands here.
    pub(super) fn eat(&mut self, token: &str) -> bool {
        let Some(rest) = self.rest.strip_prefix(token) else {
            return false;
        };
        self.rest = rest;
        self.at += token.len();
        true
    }

    /// Steps over `token`, which must stand here.
    pub(super) fn require(&mut self, token: &str, expected: &str) -> Result<(), ParseTimeError> {
        if self.eat(token) {
            Ok(())
        } else {
            Err(self.unexpected(expected))
        }
    }

    /// Reads exactly `count` ASCII digits (at most 4) as a number.
    pub(super) fn digits(&mut self, count: usize, expected: &str) -> Result<i16, ParseTimeError> {
        let mut number = 0_i16;
        let mut ahead = *self;
        for _ in 0..count {
            let digit = ahead.peek().and_then(|digit| digit.to_digit(10));
            let digit = digit.and_then(|digit| i16::try_from(digit).ok());
            let Some(digit) = digit else {
                return Err(ahead.unexpected(expected));
            };
            number = number.saturating_mul(10).saturating_add(digit);
            ahead.skip();
        }
        *self = ahead;
        Ok(number)
    }

    /// Reads exactly two digits which must make a number from `low` to `high`.
    pub(super) fn two_digits(
        &mut self,
        unit: &str,
        low: i16,
        high: i16,
        context: &str,
    ) -> Result<i8, ParseTimeError> {
        let at = self.at;
        let number = self.digits(2, &format!("two digits of the {unit}"))?;
        match i8::try_from(number) {
            Ok(small) if (low..=high).contains(&number) => Ok(small),
            _ => Err(self.fault(
                at,
                format!("{unit} {number:02}"),
                format!("{low:02} to {high:02}{context}"),
            )),
        }
    }

    pub(super) fn skip_digits(&mut self) {
        while self.peek().is_some_and(|next| next.is_ascii_digit()) {
            self.skip();
        }
    }

    /// Nothing may be left.
    pub(super) fn finish(self, expected: &str) -> Result<(), ParseTimeError> {
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err(self.unexpected(expected))
        }
    }

    /// The error that what stands here is not what was expected.
    pub(super) fn unexpected(self, expected: &str) -> ParseTimeError {
        // Of the whole text: a part may end sooner, as at the '/' of a span.
        let next = self
            .text
            .get(self.at..)
            .and_then(|rest| rest.chars().next());
        let found = next.map_or_else(|| "the end".to_owned(), |next| format!("{next:?}"));
        self.fault(self.at, found, expected)
    }

    /// The error that what stands at byte `at` is wrong.
    pub(super) fn fault(
        self,
        at: usize,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) -> ParseTimeError {
        ParseTimeError::new(self.noun, self.text, Some(at), found, expected)
    }

    fn skip(&mut self) {
        let mut rest = self.rest.chars();
        if let Some(skipped) = rest.next() {
            self.rest = rest.as_str();
            self.at += skipped.len_utf8();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_of_the_whole_text() {
        let (before, mut after) = Scanner::new("span", "2012/20x").split_once('/').unwrap();
        assert_eq!((before.rest(), before.at()), ("2012", 0));
        assert_eq!((after.rest(), after.at()), ("20x", 5));
        assert_eq!(after.digits(4, "a year").unwrap_err().position(), Some(7));
    }

    #[test]
    fn digits_are_ascii() {
        assert!(
            Scanner::new("moment", "２０２１")
                .digits(4, "a year")
                .is_err()
        );
        assert_eq!(
            Scanner::new("moment", "20219").digits(4, "a year"),
            Ok(2021)
        );
    }
}
