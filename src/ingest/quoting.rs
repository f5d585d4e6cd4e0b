//! Fields between quotation marks, as in CSV ([RFC 4180]): which may hold delimiters,
//! line breaks, and quotation marks written twice.
//!
//! [RFC 4180]: https://www.rfc-editor.org/rfc/rfc4180

use std::borrow::Cow;

use super::field::{Wrong, found};

/// What parts fields, and what may stand around them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(unnameable_types, reason = "it belongs to what seals `Format`")]
pub struct Quoting {
    pub(super) delimiter: u8,
    pub(super) mark: u8,
}

/// Where in a row one is after some bytes of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum State {
    /// Where a field begins.
    #[default]
    Begins,
    /// In a field without marks.
    Bare,
    /// In a field between marks: a line break belongs to it.
    Within,
    /// After a mark in such a field, which ends it unless another follows.
    AfterMark,
}

impl Quoting {
    /// Where one is after these bytes.
    pub(super) fn after(self, state: State, bytes: &[u8]) -> State {
        bytes
            .iter()
            .fold(state, |state, &byte| self.step(state, byte))
    }

    fn step(self, state: State, byte: u8) -> State {
        match state {
            State::Within if byte == self.mark => State::AfterMark,
            State::Begins | State::AfterMark if byte == self.mark => State::Within,
            State::Within => State::Within,
            State::Begins | State::Bare | State::AfterMark if byte == self.delimiter => {
                State::Begins
            }
            State::Begins | State::Bare | State::AfterMark => State::Bare,
        }
    }

    /// The fields of a row, without the marks around them, each with the byte at which
    /// it begins.
    ///
    /// # Errors
    /// When a mark is not closed, or text follows one that closes.
    pub(super) fn split<'a>(
        self,
        row: &'a str,
        mut each: impl FnMut(Cow<'a, str>, usize),
    ) -> Result<(), Wrong> {
        let (mut from, mut state, mut doubled) = (0, State::Begins, false);
        for (at, &byte) in row.as_bytes().iter().enumerate() {
            let next = self.step(state, byte);
            match (state, next) {
                (State::AfterMark, State::Within) => doubled = true,
                (State::AfterMark, State::Bare) => {
                    return Err(Wrong {
                        at,
                        found: found(row.get(at..).unwrap_or_default()),
                        expected: "the end of the field after its closing quotation mark",
                    });
                }
                (_, State::Begins) => {
                    each(self.bare(row, from..at, state, doubled), from);
                    (from, doubled) = (at.saturating_add(1), false);
                }
                _ => {}
            }
            state = next;
        }
        if state == State::Within {
            return Err(Wrong {
                at: from,
                found: found(row.get(from..).unwrap_or_default()),
                expected: "a closing quotation mark",
            });
        }
        each(self.bare(row, from..row.len(), state, doubled), from);
        Ok(())
    }

    /// A field without the marks around it, and with one for each two in it.
    fn bare(
        self,
        row: &str,
        field: std::ops::Range<usize>,
        state: State,
        doubled: bool,
    ) -> Cow<'_, str> {
        if state != State::AfterMark {
            return Cow::Borrowed(row.get(field).unwrap_or_default());
        }
        let within = field.start.saturating_add(1)..field.end.saturating_sub(1);
        let text = row.get(within).unwrap_or_default();
        if !doubled {
            return Cow::Borrowed(text);
        }
        let mark = char::from(self.mark);
        let two: String = [mark, mark].iter().collect();
        Cow::Owned(text.replace(&two, mark.encode_utf8(&mut [0; 4])))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const COMMA: Quoting = Quoting {
        delimiter: b',',
        mark: b'"',
    };

    fn split(row: &str) -> Result<Vec<(String, usize)>, Wrong> {
        let mut fields = Vec::new();
        COMMA.split(row, |text, at| fields.push((text.into_owned(), at)))?;
        Ok(fields)
    }

    #[test]
    fn marks_hold_delimiters_breaks_and_marks() {
        let expected = [
            ("a,b", 0),
            ("", 6),
            ("c\nd", 7),
            ("say \"no\"", 13),
            ("", 26),
        ];
        assert_eq!(
            split("\"a,b\",,\"c\nd\",\"say \"\"no\"\"\",").unwrap(),
            expected.map(|(text, at)| (text.to_owned(), at))
        );
        // A mark within a field that does not begin with one is itself.
        assert_eq!(split("5\" gun,x").unwrap()[0].0, "5\" gun");
        assert_eq!(split("").unwrap(), [(String::new(), 0)]);
        let wrong = split("a,\"b").unwrap_err();
        assert_eq!((wrong.at, wrong.expected), (2, "a closing quotation mark"));
        let wrong = split("\"a\"b,c").unwrap_err();
        assert_eq!((wrong.at, wrong.found.as_str()), (3, "\"b,c\""));
    }

    proptest! {
        /// What another implementation writes is read back.
        #[test]
        fn what_csv_writes_is_read(fields in prop::collection::vec("[a,\"\r\n é]{0,6}", 2..6)) {
            let mut writer = csv::Writer::from_writer(Vec::new());
            writer.write_record(&fields).unwrap();
            let row = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let row = row.strip_suffix('\n').unwrap();
            let read: Vec<String> = split(row).unwrap().into_iter().map(|(text, _)| text).collect();
            prop_assert_eq!(read, fields);
            prop_assert_ne!(COMMA.after(State::default(), row.as_bytes()), State::Within);
        }

        #[test]
        fn any_text_is_split_or_refused(row in "[a,\"\n]{0,20}") {
            let mut whole = 0;
            if let Ok(fields) = split(&row) {
                whole = fields.last().unwrap().1;
            }
            prop_assert!(whole <= row.len());
        }
    }
}
