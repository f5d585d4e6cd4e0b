//! Packs: files that are written once.

use std::fs::File;
use std::hash::{BuildHasher, Hasher};
use std::io;
use std::path::{Path, PathBuf};

use twox_hash::XxHash3_64;

use super::files::{Files, Output};
use super::mapping::Mapped;
use super::note::Written;

/// How a pack begins: what it is, and the version of its form.
const MAGIC: &[u8; 16] = b"demarche pack 1\n";
/// The magic, and the number of the pack.
const HEADER: u64 = 24;
/// Parts begin at multiples of that, so that columns of numbers can be read in place.
const ALIGNMENT: u64 = 8;
/// Parts are gathered up to about that size before they are written.
const BUFFER: usize = 1 << 18;

pub(super) fn checksum(bytes: &[u8]) -> u64 {
    XxHash3_64::oneshot(bytes)
}

/// The name of the pack of a number.
pub(super) fn name(number: u64) -> String {
    format!("{number:016x}.pack")
}

/// Whether a file is named as a pack is.
pub(super) fn is_name(name: &str) -> bool {
    name.strip_suffix(".pack").is_some_and(|number| {
        number.len() == 16 && number.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

/// A pack that is being written.
pub(super) struct NewPack {
    path: PathBuf,
    file: Box<dyn Output>,
    number: u64,
    buffer: Vec<u8>,
    /// How many bytes there are, written or in the buffer.
    bytes: u64,
}

impl NewPack {
    pub(super) fn create(folder: &Path, files: &dyn Files) -> io::Result<Self> {
        let number = draw();
        let path = folder.join(name(number));
        let file = files.create(&path)?;
        let mut buffer = Vec::with_capacity(BUFFER);
        buffer.extend_from_slice(MAGIC);
        buffer.extend_from_slice(&number.to_le_bytes());
        Ok(Self {
            path,
            file,
            number,
            buffer,
            bytes: HEADER,
        })
    }

    pub(super) fn put(&mut self, part: &[u8]) -> io::Result<Written> {
        let from = self.bytes.next_multiple_of(ALIGNMENT);
        for _ in self.bytes..from {
            self.buffer.push(0);
        }
        if self.buffer.len().saturating_add(part.len()) > BUFFER {
            self.flush()?;
        }
        if part.len() > BUFFER {
            self.file.write_all(part)?;
        } else {
            self.buffer.extend_from_slice(part);
        }
        let bytes = part.len() as u64;
        self.bytes = from.saturating_add(bytes);
        Ok(Written {
            pack: self.number,
            from,
            bytes,
            checksum: checksum(part),
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.write_all(&self.buffer)?;
        self.buffer.clear();
        Ok(())
    }

    /// Waits until all of it is on disk; gives its number and how many bytes it has.
    pub(super) fn finish(mut self) -> io::Result<(u64, u64)> {
        self.flush()?;
        self.file.sync()?;
        Ok((self.number, self.bytes))
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Whether nothing was put into it.
    pub(super) fn is_empty(&self) -> bool {
        self.bytes == HEADER
    }
}

/// A number that no other pack has: of 64 bits that nobody foresees.
fn draw() -> u64 {
    std::hash::RandomState::new().build_hasher().finish()
}

/// A pack that was written, mapped, if it is the one of that number and has as many bytes;
/// else what is wrong with it.
pub(super) fn open(folder: &Path, number: u64, bytes: u64) -> io::Result<Result<Mapped, String>> {
    let file = File::open(folder.join(name(number)))?;
    let found = file.metadata()?.len();
    if found != bytes {
        return Ok(Err(format!("has {found} bytes, expected {bytes}")));
    }
    if bytes < HEADER {
        return Ok(Err(format!("has {bytes} bytes, expected {HEADER} or more")));
    }
    let mapped = Mapped::whole(&file)?;
    let header = mapped.up_to(usize::try_from(HEADER).unwrap_or(usize::MAX));
    Ok(match header.bytes().split_at_checked(MAGIC.len()) {
        Some((magic, own)) if magic == MAGIC && *own == number.to_le_bytes() => Ok(mapped),
        Some((magic, _)) if magic == MAGIC => Err("is another pack, by its header".into()),
        _ => Err("is no pack of format 1, by its header".into()),
    })
}
