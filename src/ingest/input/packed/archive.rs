//! Zip archives, member by member.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Take};
use std::vec::IntoIter;

use flate2::Crc;
use flate2::read::DeflateDecoder;
use zip::{CompressionMethod, ZipArchive};

use super::ration::{Counted, check};

/// What the table of contents says of a member.
#[derive(Debug)]
struct Entry {
    name: String,
    at: u64,
    compressed: u64,
    size: u64,
    checksum: u32,
    method: CompressionMethod,
    encrypted: bool,
}

/// A zip archive.
#[derive(Debug)]
pub(in crate::ingest::input) struct Archive {
    file: File,
    entries: IntoIter<Entry>,
}

impl Archive {
    /// # Errors
    /// When the table of contents cannot be read, or names no file.
    pub(in crate::ingest::input) fn open(file: File) -> io::Result<Self> {
        let mut archive = ZipArchive::new(file).map_err(unreadable)?;
        let mut entries = Vec::with_capacity(archive.len());
        for number in 0..archive.len() {
            let member = archive.by_index_raw(number).map_err(unreadable)?;
            if member.is_dir() {
                continue;
            }
            entries.push(Entry {
                name: member.name().to_owned(),
                at: member.data_start().ok_or_else(|| {
                    invalid(format!("{}: nobody knows where it begins", member.name()))
                })?,
                compressed: member.compressed_size(),
                size: member.size(),
                checksum: member.crc32(),
                method: member.compression(),
                encrypted: member.encrypted(),
            });
        }
        if entries.is_empty() {
            return Err(invalid("a zip archive without a file in it".to_owned()));
        }
        if overlap(&entries) {
            return Err(invalid(
                "a zip archive whose members share their bytes".to_owned(),
            ));
        }
        Ok(Self {
            file: archive.into_inner(),
            entries: entries.into_iter(),
        })
    }

    /// The next member and its name. Only one is read at a time: all share one place
    /// in the file.
    pub(in crate::ingest::input) fn next_member(&mut self) -> io::Result<Option<(String, Member)>> {
        let Some(entry) = self.entries.next() else {
            return Ok(None);
        };
        if entry.encrypted {
            return Err(unsupported(format!("{} is encrypted", entry.name)));
        }
        let mut file = self.file.try_clone()?;
        file.seek(SeekFrom::Start(entry.at))?;
        let data = Counted::new(file.take(entry.compressed));
        let body = match entry.method {
            CompressionMethod::Stored => Body::Stored(data),
            CompressionMethod::Deflated => Body::Deflated(DeflateDecoder::new(data)),
            other => {
                let name = entry.name;
                return Err(unsupported(format!(
                    "{name} is compressed with {other}, expected deflate or nothing"
                )));
            }
        };
        let member = Member {
            body,
            size: entry.size,
            checksum: entry.checksum,
            seen: Crc::new(),
            came_out: 0,
        };
        Ok(Some((entry.name, member)))
    }
}

/// Whether two members lie in one place: of a few bytes, named many times over, as
/// much comes out as somebody likes, while each member alone is modest.
fn overlap(entries: &[Entry]) -> bool {
    let mut places: Vec<_> = entries
        .iter()
        .filter(|entry| entry.compressed > 0)
        .map(|entry| (entry.at, entry.at.saturating_add(entry.compressed)))
        .collect();
    places.sort_unstable();
    let ends = places.iter().map(|&(_, end)| end);
    let begins = places.iter().skip(1).map(|&(begin, _)| begin);
    ends.zip(begins).any(|(end, begin)| begin < end)
}

/// A member of an archive, decompressed.
#[derive(Debug)]
pub(in crate::ingest::input) struct Member {
    body: Body,
    size: u64,
    checksum: u32,
    seen: Crc,
    came_out: u64,
}

#[derive(Debug)]
enum Body {
    Stored(Counted<Take<File>>),
    Deflated(DeflateDecoder<Counted<Take<File>>>),
}

impl Member {
    /// # Errors
    /// When it is not what the archive says it is.
    fn verify(&self) -> io::Result<()> {
        if self.came_out < self.size {
            let message = "the member of the archive is cut short";
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, message));
        }
        if self.seen.sum() != self.checksum {
            let message = "the member of the archive is damaged: its checksum differs";
            return Err(invalid(message.to_owned()));
        }
        Ok(())
    }
}

impl Read for Member {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let (read, went_in) = match &mut self.body {
            Body::Stored(data) => (data.read(buffer)?, data.count()),
            Body::Deflated(data) => (data.read(buffer)?, data.get_ref().count()),
        };
        if read == 0 && !buffer.is_empty() {
            self.verify()?;
        }
        self.seen.update(buffer.get(..read).unwrap_or_default());
        self.came_out += read as u64;
        check(went_in, self.came_out)?;
        Ok(read)
    }
}

fn unreadable(error: zip::result::ZipError) -> io::Error {
    io::Error::new(
        io::ErrorKind::InvalidData,
        format!("the zip archive cannot be read: {error}"),
    )
}

fn invalid(message: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, message)
}

fn unsupported(message: String) -> io::Error {
    io::Error::new(io::ErrorKind::Unsupported, message)
}
