//! Reading what a folder holds.

use std::io;
use std::path::{Path, PathBuf};

use super::manifest::{Manifest, Part};
use super::mapping::Mapped;
use super::note::{Note, Written};
use super::pack::{self, checksum};

/// Why a folder cannot be read.
#[derive(Debug)]
pub(crate) enum Fault {
    Io(PathBuf, io::Error),
    /// What is wrong with a file.
    Damaged(PathBuf, String),
}

/// A graph that is being read: its packs, mapped.
#[derive(Debug)]
pub(crate) struct Opening {
    folder: PathBuf,
    packs: Vec<(u64, Mapped)>,
}

/// A part of a pack.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) mapped: Mapped,
    pub(super) written: Written,
}

impl Found {
    pub(super) fn note(&self) -> Note<Written> {
        Note::of(self.written)
    }
}

impl Opening {
    pub(crate) fn begin(folder: &Path, manifest: &Manifest) -> Result<Self, Fault> {
        let mut packs = Vec::new();
        for pack in &manifest.packs {
            let path = || folder.join(pack::name(pack.number));
            let mapped = pack::open(folder, pack.number, pack.bytes)
                .map_err(|error| Fault::Io(path(), error))?
                .map_err(|what| Fault::Damaged(path(), what))?;
            packs.push((pack.number, mapped));
        }
        Ok(Self {
            folder: folder.to_owned(),
            packs,
        })
    }

    /// Where a part lies, if there is one there.
    pub(super) fn part(&self, part: Part) -> Result<Found, Fault> {
        let Part(pack, from, bytes, checksum) = part;
        let found = self.packs.get(pack as usize).and_then(|(number, mapped)| {
            let written = Written {
                pack: *number,
                from,
                bytes,
                checksum,
            };
            let mapped = mapped.part(from, bytes)?;
            Some(Found { mapped, written })
        });
        found.ok_or_else(|| {
            self.fault(format!(
                "tells of {bytes} bytes from byte {from} of pack {pack}, where there are none"
            ))
        })
    }

    /// The same, if the bytes are those that were written; reads all of them.
    pub(super) fn checked(&self, part: Part) -> Result<Found, Fault> {
        let found = self.part(part)?;
        if checksum(found.mapped.bytes()) == found.written.checksum {
            return Ok(found);
        }
        let Written {
            pack, from, bytes, ..
        } = found.written;
        Err(Fault::Damaged(
            self.folder.join(pack::name(pack)),
            format!("the {bytes} bytes from byte {from} are not those written, by their checksum"),
        ))
    }

    /// What is wrong with what the manifest tells.
    pub(super) fn fault(&self, what: String) -> Fault {
        Fault::Damaged(self.folder.join(super::manifest::NAME), what)
    }
}
