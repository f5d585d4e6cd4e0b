//! Lines of a text file, one at a time, whatever the file holds.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use super::Refusal;
use super::field::found;
use super::quoting::{Quoting, State};

/// Longer lines are passed over: no row of any format here comes near it, and a
/// file without line ends must not fill the memory.
const LONGEST: usize = 1 << 20;
/// How much is read from the file at a time.
const AT_ONCE: usize = 1 << 16;

/// A line without its end; or several, where fields are [quoted](Quoting) and hold
/// line breaks.
#[derive(Clone, Copy, Debug)]
#[expect(unnameable_types, reason = "it belongs to what seals `Format`")]
pub struct Line<'a> {
    pub(super) text: &'a str,
    /// Counted from 1; of several, the first.
    pub(super) number: u64,
    /// Whether the line has an end, or is the last and has none.
    pub(super) ended: bool,
}

impl Line<'_> {
    /// The line and the column, in characters from 1, of a byte of it.
    pub(super) fn position(&self, at: usize) -> (u64, u64) {
        let before = self.text.get(..at).unwrap_or(self.text);
        match before.rfind('\n') {
            None => (self.number, column(self.text, at)),
            Some(last) => {
                let breaks = before.bytes().filter(|&byte| byte == b'\n').count() as u64;
                let begin = last.saturating_add(1);
                let line = self.text.get(begin..).unwrap_or_default();
                (
                    self.number.saturating_add(breaks),
                    column(line, at.saturating_sub(begin)),
                )
            }
        }
    }
}

/// How the bytes of a file stand for text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    /// ISO 8859-1 as browsers have it: with the letters and quotation marks of
    /// Windows-1252 where it has control characters.
    Latin1,
    /// UTF-8, but for lines that are not, which are in Latin-1: files that went
    /// through many hands.
    Mixed,
}

/// What the buffer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Held {
    /// Whether it has an end, and whether it had to be decoded.
    Line {
        ended: bool,
        decoded: bool,
    },
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
    quoting: Option<Quoting>,
    /// What followed a quotation mark that never closes, to be read again line by line.
    again: Cursor<Vec<u8>>,
    /// Of the line held, or the first of several.
    number: u64,
    /// Of the last line read.
    last: u64,
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
            quoting: None,
            again: Cursor::default(),
            number: 0,
            last: 0,
            bytes: 0,
            peeked: None,
        }
    }

    /// Lets rows go over several lines where a field between quotation marks does.
    pub(super) fn quoted(mut self, quoting: Option<Quoting>) -> Self {
        self.quoting = quoting;
        self
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
            self.last += 1;
            self.number = self.last;
            if self.buffer.last() != Some(&b'\n') && self.buffer.len() > LONGEST {
                self.pass_over()?;
                return Ok(Held::TooLong);
            }
            if self.number == 1 && self.buffer.starts_with(b"\xEF\xBB\xBF") {
                self.buffer.drain(..3);
            }
            if let Some(quoting) = self.quoting {
                self.read_on(quoting)?;
            }
            let ended = self.buffer.last() == Some(&b'\n');
            if ended {
                self.buffer.pop();
                if self.buffer.last() == Some(&b'\r') {
                    self.buffer.pop();
                }
            }
            if !self.buffer.is_empty() {
                let decoded = match self.encoding {
                    Encoding::Utf8 => false,
                    Encoding::Latin1 => true,
                    Encoding::Mixed => str::from_utf8(&self.buffer).is_err(),
                };
                if decoded {
                    self.decoded.clear();
                    self.decoded
                        .extend(self.buffer.iter().map(|&byte| latin1(byte)));
                }
                return Ok(Held::Line { ended, decoded });
            }
        }
    }

    /// Reads on while a quotation mark is open. If it is never closed, or not within
    /// the length of a row, the line stands alone, and what followed it is read again,
    /// line by line: one stray mark does not swallow the rows after it, and no byte is
    /// read more than twice.
    fn read_on(&mut self, quoting: Quoting) -> io::Result<()> {
        let alone = self.buffer.len();
        let mut state = quoting.after(State::default(), &self.buffer);
        if state != State::Within || self.is_read_again() {
            return Ok(());
        }
        while state == State::Within {
            let from = self.buffer.len();
            let read = self.read_some((LONGEST + 1).saturating_sub(from))?;
            state = quoting.after(state, self.buffer.get(from..).unwrap_or_default());
            if read == 0 {
                self.again = Cursor::new(self.buffer.split_off(alone));
                self.last = self.number;
                return Ok(());
            }
            self.last += 1;
        }
        Ok(())
    }

    /// Whether there is something to be read again.
    fn is_read_again(&self) -> bool {
        self.again.position() < self.again.get_ref().len() as u64
    }

    /// Reads up to the end of the line, at most so many bytes.
    fn read_some(&mut self, most: usize) -> io::Result<usize> {
        let most = u64::try_from(most).unwrap_or(u64::MAX);
        if self.is_read_again() {
            let before = self.again.position();
            let read = (&mut self.again)
                .chain(&mut self.input)
                .take(most)
                .read_until(b'\n', &mut self.buffer)?;
            let again = self.again.position().saturating_sub(before);
            self.bytes += (read as u64).saturating_sub(again);
            return Ok(read);
        }
        let read = read_line((&mut self.input).take(most), &mut self.buffer)?;
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
            Held::Line { ended, decoded } => {
                let text = if decoded {
                    Ok(self.decoded.as_str())
                } else {
                    utf8(&self.buffer, number)
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

/// As [`BufRead::read_until`], with a search that is quick in long lines.
fn read_line(mut input: impl BufRead, line: &mut Vec<u8>) -> io::Result<usize> {
    let mut read = 0_usize;
    loop {
        let available = match input.fill_buf() {
            Ok(available) => available,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let end = memchr::memchr(b'\n', available).map(|at| at.saturating_add(1));
        let used = end.unwrap_or(available.len());
        line.extend_from_slice(available.get(..used).unwrap_or_default());
        input.consume(used);
        read = read.saturating_add(used);
        if end.is_some() || used == 0 {
            return Ok(read);
        }
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
    match memchr::memchr(0, text.as_bytes()) {
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
