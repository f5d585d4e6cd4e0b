//! Writing what a folder does not hold yet.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};

use super::files::Files;
use super::manifest::{self, Manifest, Pack, Part};
use super::note::{Note, Written};
use super::pack::{self, NewPack};
use crate::store::tiers;

/// Packs of more bytes than that are never written anew because they are many.
const MOST_MERGED: usize = 1 << 26;

/// What a save did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Report {
    /// How many bytes were written.
    pub(crate) written: u64,
    /// How many bytes the folder holds of the graph.
    pub(crate) held: u64,
}

/// A save that is under way: parts that a pack of the folder holds are left there, the
/// others are put into a new one.
pub(crate) struct Saving<'f> {
    folder: PathBuf,
    files: &'f dyn Files,
    kept: Vec<Pack>,
    /// From the number of a pack that is kept to its place in the manifest.
    places: HashMap<u64, u32>,
    new: NewPack,
}

impl<'f> Saving<'f> {
    /// Begins to save over the graph that a folder holds, if it holds any.
    pub(crate) fn begin(
        folder: &Path,
        files: &'f dyn Files,
        before: Option<&Manifest>,
    ) -> io::Result<Self> {
        let kept = before.map(worth_keeping).unwrap_or_default();
        let places = (0..).zip(&kept).map(|(place, pack)| (pack.number, place));
        Ok(Self {
            folder: folder.to_owned(),
            files,
            places: places.collect(),
            kept,
            new: NewPack::create(folder, files)?,
        })
    }

    /// Where something lies that may have been written before, and is written if not.
    pub(super) fn once(
        &mut self,
        note: &Note<Written>,
        bytes: impl FnOnce() -> io::Result<Vec<u8>>,
    ) -> io::Result<Part> {
        if let Some(part) = note.get().and_then(|written| self.held(written)) {
            return Ok(part);
        }
        let (part, written) = self.put(&bytes()?)?;
        note.set(written);
        Ok(part)
    }

    /// Where in the folder something lies, if its pack is kept.
    pub(super) fn held(&self, written: Written) -> Option<Part> {
        let Written {
            pack,
            from,
            bytes,
            checksum,
        } = written;
        let place = self.places.get(&pack)?;
        Some(Part(*place, from, bytes, checksum))
    }

    pub(super) fn put(&mut self, bytes: &[u8]) -> io::Result<(Part, Written)> {
        let written = self.new.put(bytes)?;
        // The new pack comes behind those that are kept, of which there are fewer.
        let place = u32::try_from(self.kept.len()).unwrap_or(u32::MAX);
        let part = Part(place, written.from, written.bytes, written.checksum);
        Ok((part, written))
    }

    /// Makes what was put into it the graph of the folder, and removes what is no longer
    /// of it.
    pub(crate) fn finish(self, mut next: Manifest) -> io::Result<Report> {
        let Self {
            folder,
            files,
            kept,
            new,
            ..
        } = self;
        let mut report = Report::default();
        next.packs = kept;
        if new.is_empty() {
            files.remove(new.path())?;
        } else {
            let (number, bytes) = new.finish()?;
            next.packs.push(Pack { number, bytes });
            report.written = bytes;
        }
        let bytes = next.to_bytes()?;
        let (path, place) = (folder.join(manifest::NEXT), folder.join(manifest::NAME));
        // Of a save that came no further than this.
        let _ = files.remove(&path);
        let mut file = files.create(&path)?;
        file.write_all(&bytes)?;
        file.sync()?;
        drop(file);
        files.sync_names(&folder)?;
        files.rename(&path, &place)?;
        files.sync_names(&folder)?;
        report.written = report.written.saturating_add(bytes.len() as u64);
        report.held = bytes.len() as u64;
        for pack in &next.packs {
            report.held = report.held.saturating_add(pack.bytes);
        }
        // From here on the folder holds the new graph, whatever becomes of the old packs.
        let _ = remove_others(&folder, files, &next.packs);
        Ok(report)
    }

    /// Gives up, and removes what was written.
    pub(crate) fn abandon(self) {
        let _ = self.files.remove(self.new.path());
        let _ = self.files.remove(&self.folder.join(manifest::NEXT));
    }
}

/// The packs of a graph that are not to be written anew: those of which more than half is
/// of the graph, but for the last ones if these are many of about one size.
fn worth_keeping(before: &Manifest) -> Vec<Pack> {
    let live = before.live();
    let sizes: Vec<usize> = live
        .iter()
        .map(|&bytes| usize::try_from(bytes).unwrap_or(usize::MAX))
        .collect();
    let many = match tiers::to_merge(&sizes, MOST_MERGED) {
        1 => 0,
        many => many,
    };
    let of_use = |&(pack, live): &(&Pack, u64)| live.saturating_mul(2) > pack.bytes;
    let packs = before.packs.iter().zip(live);
    packs
        .take(before.packs.len().saturating_sub(many))
        .filter(of_use)
        .map(|(pack, _)| *pack)
        .collect()
}

/// Removes the packs that are not among these.
fn remove_others(folder: &Path, files: &dyn Files, packs: &[Pack]) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        let is_of_use = |name| packs.iter().any(|one| pack::name(one.number) == name);
        if name.is_some_and(|name| pack::is_name(name) && !is_of_use(name)) {
            files.remove(&path)?;
        }
    }
    Ok(())
}
