//! What is read: files, the standard input, members of archives; compressed or not.
//!
//! ```text
//! path ─ Files ─ Input ┐
//!                      ├─ Unpacked ─ Lines
//! any reader ──────────┘
//! ```

mod files;
#[cfg(feature = "compression")]
#[path = "input/packed/enabled.rs"]
mod packed;
#[cfg(not(feature = "compression"))]
#[path = "input/packed/disabled.rs"]
mod packed;
#[cfg(test)]
mod tests;
mod unpacked;

use std::fs::File;
use std::io::{self, Read, Stdin};

pub(super) use files::{Files, Opened, is_read_once};
pub(super) use unpacked::Unpacked;

/// What a reader reads that was opened [by its path](super::ReaderBuilder::from_path):
/// a file, the standard input, or a member of an archive.
///
/// # Compressed files
///
/// What is compressed is known by how it begins, whatever its name. With the feature
/// `compression`, files compressed with gzip ([RFC 1952]), several streams one after
/// the other among them, and zip archives ([APPNOTE]) are read as they are; without
/// it, they are an error that says so.
///
/// Each member of a zip archive is a file of its own, in the order of the archive's
/// table of contents: it may have a header, and messages call it `a.zip: 2018.CSV`.
///
/// Decompression goes along with reading and fills no memory. A stream that goes on
/// for more than 64 MiB and is more than 200 times as large as it was compressed is an
/// error: no table is as dull as that.
///
/// [RFC 1952]: https://www.rfc-editor.org/rfc/rfc1952
/// [APPNOTE]: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
#[derive(Debug)]
pub struct Input(From);

#[derive(Debug)]
enum From {
    File(File),
    Stdin(Stdin),
    Member(packed::Member),
}

impl Read for Input {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match &mut self.0 {
            From::File(file) => file.read(buffer),
            From::Stdin(stdin) => stdin.read(buffer),
            From::Member(member) => member.read(buffer),
        }
    }
}
