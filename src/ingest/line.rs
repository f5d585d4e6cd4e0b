//! Lines of a text file, one at a time, whatever the file holds.

use std::io::{self, BufRead, BufReader, Read};

use super::Refusal;
use super::field::found;

/// Longer lines are passed over: no row of any format here comes near it, and a
/// file without line ends must not fill the memory.
const LONGEST: usize = 1 << 20;
/// How much is read from the file at a time.
const AT_ONCE: usize = 1 << 16;

/// A line without its end.
#[derive(Clone, Copy, Debug)]
#[expect(unnameable_types, reason = "it belongs to what seals `Format`")]
pub struct Line<'a> {
    pub(super) text: &'a str,
    /// Counted from 1.
    pub(super) number: u64,
    /// Whether the line has an end, or is the last and has none.
    pub(super) ended: bool,
}

/// How the bytes of a file stand for text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    /// ISO 8859-1 as browsers have it: with the letters and quotation marks of
    /// Windows-1252 where it has control characters.
    Latin1,
}

/// What the buffer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Held {
    Line { ended: bool },
    TooLong,
    End,
}

/// A reader of lines that uses one buffer for all.
///
/// Blank lines are passed over; CRLF ends a line as LF does; a byte order mark at
/// the start is dropped.
#[derive(Debug)]
pub(super) struct Lines<R> {
    input: BufReader<R>,
    buffer: Vec<u8>,
    encoding: Encoding,
    /// The line in UTF-8, if it is in another encoding.
    decoded: String,
    number: u64,
    bytes: u64,
    peeked: Option<Held>,
}

impl<R: Read> Lines<R> {
    pub(super) fn new(input: R, encoding: Encoding) -> Self {
        Self {
            input: BufReader::with_capacity(AT_ONCE, input),
            buffer: Vec::new(),
            encoding,
            decoded: String::new(),
            number: 0,
            bytes: 0,
            peeked: None,
        }
    }

    /// Whether there is one more line.
    pub(super) fn is_there(&mut self) -> io::Result<bool> {
        Ok(self.look()? != Held::End)
    }

    /// The next line, which the call after this gives again.
    pub(super) fn peek(&mut self) -> io::Result<Option<Result<Line<'_>, Refusal>>> {
        let held = self.look()?;
        Ok(self.show(held))
    }

    fn look(&mut self) -> io::Result<Held> {
        let held = match self.peeked {
            Some(held) => held,
            None => self.fill()?,
        };
        self.peeked = Some(held);
        Ok(held)
    }

    /// The next line, or why it cannot be read as text; `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Result<Line<'_>, Refusal>>> {
        let held = match self.peeked.take() {
            Some(held) => held,
            None => self.fill()?,
        };
        Ok(self.show(held))
    }

    fn fill(&mut self) -> io::Result<Held> {
        loop {
            self.buffer.clear();
            if self.read_some(LONGEST + 1)? == 0 {
                return Ok(Held::End);
            }
            self.number += 1;
            let ended = self.buffer.last() == Some(&b'\n');
            if !ended && self.buffer.len() > LONGEST {
                self.pass_over()?;
                return Ok(Held::TooLong);
            }
            if self.number == 1 && self.buffer.starts_with(b"\xEF\xBB\xBF") {
                self.buffer.drain(..3);
            }
            if ended {
                self.buffer.pop();
                if self.buffer.last() == Some(&b'\r') {
                    self.buffer.pop();
                }
            }
            if !self.buffer.is_empty() {
                if self.encoding == Encoding::Latin1 {
                    self.decoded.clear();
                    self.decoded
                        .extend(self.buffer.iter().map(|&byte| latin1(byte)));
                }
                return Ok(Held::Line { ended });
            }
        }
    }

    /// Reads up to the end of the line, at most so many bytes.
    fn read_some(&mut self, most: usize) -> io::Result<usize> {
        let most = u64::try_from(most).unwrap_or(u64::MAX);
        let read = (&mut self.input)
            .take(most)
            .read_until(b'\n', &mut self.buffer)?;
        self.bytes += read as u64;
        Ok(read)
    }

    fn pass_over(&mut self) -> io::Result<()> {
        loop {
            self.buffer.clear();
            if self.read_some(AT_ONCE)? == 0 || self.buffer.last() == Some(&b'\n') {
                return Ok(());
            }
        }
    }

    fn show(&self, held: Held) -> Option<Result<Line<'_>, Refusal>> {
        let number = self.number;
        match held {
            Held::End => None,
            Held::TooLong => Some(Err(Refusal::new(
                number,
                1,
                format!("a line of more than {LONGEST} bytes"),
                "a row of a table".to_owned(),
            ))),
            Held::Line { ended } => {
                let text = match self.encoding {
                    Encoding::Utf8 => utf8(&self.buffer, number),
                    Encoding::Latin1 => Ok(self.decoded.as_str()),
                };
                Some(
                    text.and_then(|text| without_nul(text, number))
                        .map(|text| Line {
                            text,
                            number,
                            ended,
                        }),
                )
            }
        }
    }
}

impl<R> Lines<R> {
    /// The bytes of all lines so far.
    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }
}

fn utf8(line: &[u8], number: u64) -> Result<&str, Refusal> {
    str::from_utf8(line).map_err(|error| {
        let (valid, rest) = line.split_at(error.valid_up_to());
        let byte = rest.first().copied().unwrap_or_default();
        Refusal::new(
            number,
            column(&String::from_utf8_lossy(valid), valid.len()),
            format!("the byte {byte:#04X}"),
            "text in UTF-8 (is the file in Latin-1?)".to_owned(),
        )
    })
}

fn without_nul(text: &str, number: u64) -> Result<&str, Refusal> {
    match text.find('\0') {
        None => Ok(text),
        Some(at) => Err(Refusal::new(
            number,
            column(text, at),
            found("\0"),
            "text without NUL bytes".to_owned(),
        )),
    }
}

/// The character of a byte in Windows-1252; those of its five gaps are the control
/// characters of ISO 8859-1 (<https://encoding.spec.whatwg.org/index-windows-1252.txt>).
fn latin1(byte: u8) -> char {
    const FROM_80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž',
        '\u{8F}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}',
        'ž', 'Ÿ',
    ];
    let from_80 = usize::from(byte).checked_sub(0x80);
    from_80
        .and_then(|at| FROM_80.get(at).copied())
        .unwrap_or(char::from(byte))
}

/// The column, in characters from 1, of a byte of a line.
pub(super) fn column(line: &str, byte: usize) -> u64 {
    let before = line.get(..byte).unwrap_or(line);
    before.chars().count() as u64 + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(input: &[u8]) -> Vec<Result<(String, u64, bool), String>> {
        let mut lines = Lines::new(input, Encoding::Utf8);
        let mut all = Vec::new();
        while let Some(line) = lines.next().unwrap() {
            all.push(
                line.map(|line| (line.text.to_owned(), line.number, line.ended))
                    .map_err(|refusal| refusal.to_string()),
            );
        }
        all
    }

    #[test]
    fn ends_blanks_and_marks() {
        let lines = all(b"\xEF\xBB\xBFone\r\n\r\n\ntwo\nthree");
        let expected = [("one", 1, true), ("two", 4, true), ("three", 5, false)];
        assert_eq!(
            lines,
            expected.map(|(text, number, ended)| Ok((text.to_owned(), number, ended)))
        );
        assert!(all(b"").is_empty() && all(b"\n\r\n").is_empty());
    }

    #[test]
    fn what_is_no_text_is_refused_and_the_next_line_read() {
        let lines = all(b"a\xC3\xA9\xE9b\na\0b\nfine");
        assert_eq!(
            lines,
            [
                Err("line 1, column 3: found the byte 0xE9, expected text in UTF-8 (is the file in Latin-1?)".to_owned()),
                Err("line 2, column 2: found \"\\0\", expected text without NUL bytes".to_owned()),
                Ok(("fine".to_owned(), 3, false)),
            ]
        );
    }

    #[test]
    fn latin1_with_what_windows_has_of_its_own() {
        let input = b"Cura\xE7ao\t\x80 \x93x\x94 \x9F\xFF\x81\nna\xEFve\0\nfine";
        let mut lines = Lines::new(&input[..], Encoding::Latin1);
        let line = lines.next().unwrap().unwrap().unwrap().text.to_owned();
        assert_eq!(line, "Curaçao\t€ “x” Ÿÿ\u{81}");
        let refusal = lines.next().unwrap().unwrap().unwrap_err().to_string();
        assert_eq!(
            refusal,
            "line 2, column 6: found \"\\0\", expected text without NUL bytes"
        );
        assert_eq!(lines.next().unwrap().unwrap().unwrap().text, "fine");
        assert_eq!(lines.bytes(), input.len() as u64);
    }

    #[test]
    fn a_line_without_end_is_passed_over_in_bounded_memory() {
        let mut input = vec![b'x'; 5 * LONGEST];
        input.extend(b"\nfine\n");
        input.extend(vec![b'y'; LONGEST]);
        let mut lines = Lines::new(input.as_slice(), Encoding::Utf8);
        let refusal = lines.next().unwrap().unwrap().unwrap_err().to_string();
        assert_eq!(
            refusal,
            "line 1, column 1: found a line of more than 1048576 bytes, expected a row of a table"
        );
        assert_eq!(lines.peek().unwrap().unwrap().unwrap().text, "fine");
        assert_eq!(lines.next().unwrap().unwrap().unwrap().text, "fine");
        assert_eq!(lines.next().unwrap().unwrap().unwrap().text.len(), LONGEST);
        assert!(lines.next().unwrap().is_none());
        assert!(lines.buffer.capacity() <= 4 * LONGEST);
    }
}
