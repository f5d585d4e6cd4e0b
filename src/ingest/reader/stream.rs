//! One file after the other, line by line.

use std::io::{self, Read};

use crate::Result;
use crate::error::{Error, ErrorKind};
use crate::ingest::format::sealed::First;
use crate::ingest::input::{Files, Opened, Unpacked};
use crate::ingest::line::{Encoding, Lines};
use crate::ingest::{Format, Refusal};

/// The lines of a file, compressed or not.
pub(super) type FileLines<R> = Lines<Unpacked<R>>;

/// What a file is called in messages.
#[derive(Debug)]
pub(super) struct Name {
    pub(super) text: String,
    /// Whether refusals name it, there being several.
    pub(super) told: bool,
}

impl Name {
    pub(super) fn fails(&self, source: io::Error) -> Error {
        let path = self.text.clone();
        Error::new(ErrorKind::Io { path, source })
    }
}

/// What was read of the file at hand.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    pub(super) rows: u64,
    /// Counted by [`pour`](super::pour) alone: who reads row by row sees for himself
    /// that none is good.
    pub(super) refused: u64,
    /// Whether it begins like no file of the format.
    pub(super) doubtful: bool,
}

/// The files that come after the first, and how to open the next.
#[derive(Debug)]
pub(super) struct Rest<R> {
    pub(super) files: Files,
    pub(super) next: fn(&mut Files) -> Option<Result<Opened<R>>>,
}

/// All files as one stream; it is in one of them.
#[derive(Debug)]
pub(super) struct Stream<R> {
    pub(super) lines: FileLines<R>,
    pub(super) name: Name,
    pub(super) file: Tally,
    pub(super) ended: bool,
    encoding: Encoding,
    rest: Option<Rest<R>>,
    /// Of the files before.
    files_before: u64,
    rows_before: u64,
    bytes_before: u64,
}

impl<R: Read> Stream<R> {
    /// Opens the first file, and reads its header.
    pub(super) fn open<F: Format>(
        first: Opened<R>,
        rest: Option<Rest<R>>,
        encoding: Encoding,
        format: &mut F,
    ) -> Result<Self> {
        let (name, lines, file) = begin(first, encoding, format)?;
        Ok(Self {
            lines,
            name,
            file,
            ended: false,
            encoding,
            rest,
            files_before: 0,
            rows_before: 0,
            bytes_before: 0,
        })
    }

    /// Whether there is one more line, in this file or in a later one.
    pub(super) fn is_there<F: Format>(&mut self, format: &mut F) -> Result<bool> {
        while !self.ended {
            match self.lines.is_there() {
                Ok(true) => return Ok(true),
                Ok(false) => {
                    // Until it is known that all is well.
                    self.ended = true;
                    self.ended = !self.next_file(format)?;
                }
                Err(source) => {
                    self.ended = true;
                    return Err(self.name.fails(source));
                }
            }
        }
        Ok(false)
    }

    fn next_file<F: Format>(&mut self, format: &mut F) -> Result<bool> {
        let Tally {
            rows,
            refused,
            doubtful,
        } = self.file;
        if doubtful && rows > 0 && refused == rows {
            let found = format!("{rows} rows without a header, none of them good");
            let refusal = Refusal::new(1, 1, found, format.shape().to_owned());
            return Err(refusal.in_file(&self.name.text));
        }
        let opened = self.rest.as_mut().and_then(|rest| {
            let next = rest.next;
            next(&mut rest.files)
        });
        let Some(opened) = opened else {
            return Ok(false);
        };
        let (name, lines, file) = begin(opened?, self.encoding, format)?;
        self.files_before += 1;
        self.rows_before += rows;
        self.bytes_before += self.lines.bytes();
        (self.name, self.lines, self.file) = (name, lines, file);
        Ok(true)
    }
}

impl<R> Stream<R> {
    /// How many files were read before this one.
    pub(super) fn files_before(&self) -> u64 {
        self.files_before
    }

    /// The rows read of all files.
    pub(super) fn rows(&self) -> u64 {
        self.rows_before + self.file.rows
    }

    /// The bytes read of all files, uncompressed.
    pub(super) fn bytes(&self) -> u64 {
        self.bytes_before + self.lines.bytes()
    }

    /// How many bytes there are, where all files are plain ones.
    pub(super) fn total(&self) -> Option<u64> {
        self.rest.as_ref().and_then(|rest| rest.files.total())
    }
}

/// Lets the format look at the first line of a file.
fn begin<F: Format, R: Read>(
    opened: Opened<R>,
    encoding: Encoding,
    format: &mut F,
) -> Result<(Name, FileLines<R>, Tally)> {
    let name = Name {
        text: opened.name,
        told: opened.among_several,
    };
    let unpacked = match Unpacked::of(opened.input) {
        Ok(unpacked) => unpacked,
        Err(source) => return Err(name.fails(source)),
    };
    let mut lines = Lines::new(unpacked, encoding).quoted(format.quoting());
    let first = match lines.peek() {
        Ok(first) => first,
        Err(source) => return Err(name.fails(source)),
    };
    let first = match first {
        Some(Ok(line)) => format.begin(Some(line)),
        // A first row that is no text is refused with the others.
        Some(Err(_)) => format.begin(None),
        None => {
            let expected = format.holds().to_owned();
            Err(Refusal::new(1, 1, "an empty file".to_owned(), expected))
        }
    };
    let first = match first {
        Ok(first) => first,
        Err(refusal) => return Err(refusal.in_file(&name.text)),
    };
    if first == First::Header {
        // What was peeked at is there.
        let _ = lines.next();
    }
    let file = Tally {
        doubtful: first == First::Doubtful,
        ..Tally::default()
    };
    Ok((name, lines, file))
}
