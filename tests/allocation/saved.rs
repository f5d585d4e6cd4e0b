//! Folders that are opened and held against what that may take.

use std::fs;
use std::path::{Path, PathBuf};

use demarche::{Graph, Result};
use serde_json::{Value, json};
use twox_hash::XxHash3_64;

use super::counted;
use super::folders::{Temporary, graph, manifest, pack, parts, rewrite};

/// What a byte on disk may come to in memory: an empty text is one byte of MessagePack and 24
/// bytes of a `String`, in a vector that may have twice the room that it needs, beside the
/// half of it that it has just outgrown.
const MULTIPLE: usize = 80;
/// What is set aside at once for a vector that says that it is long: `serde` stops at 1 MiB,
/// and vectors are in vectors.
const SET_ASIDE: usize = 2 << 20;

/// A saved graph, and what it consists of.
pub(crate) struct Saved {
    folder: Temporary,
    pub(crate) manifest: PathBuf,
    pub(crate) pack: PathBuf,
    /// As they were saved.
    pub(crate) of_manifest: Vec<u8>,
    pub(crate) of_pack: Vec<u8>,
}

impl Saved {
    pub(crate) fn new() -> Result<Self> {
        let folder = Temporary::new("allocation");
        graph(300).save(folder.path())?;
        let (manifest, pack) = (manifest(folder.path()), pack(folder.path()));
        Ok(Self {
            of_manifest: fs::read(&manifest).unwrap(),
            of_pack: fs::read(&pack).unwrap(),
            folder,
            manifest,
            pack,
        })
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Puts everything back as it was saved.
    pub(crate) fn restore(&self) {
        fs::write(&self.manifest, &self.of_manifest).unwrap();
        fs::write(&self.pack, &self.of_pack).unwrap();
    }

    /// Opens and verifies the folder and holds what that takes against what there is.
    pub(crate) fn weigh(&self, what: impl std::fmt::Display) {
        let bytes = bytes(self.path());
        let may = bytes * MULTIPLE + SET_ASIDE;
        let opened = counted::most(|| Graph::open(self.path()));
        let verified = counted::most(|| Graph::verify(self.path()));
        assert!(
            opened.max(verified) <= may,
            "{what}: opening took {opened} bytes and verifying {verified}, of a folder of {bytes}"
        );
    }

    /// The places of a pack that the tables of a manifest tell of.
    pub(crate) fn tables(&self) -> Vec<(&'static str, std::ops::Range<usize>)> {
        let line = self.of_manifest.iter().position(|&byte| byte == b'\n');
        let body: Value = serde_json::from_slice(&self.of_manifest[line.unwrap()..]).unwrap();
        let mut found = Vec::new();
        for table in TABLES {
            for part in body[table]["chunks"].as_array().unwrap() {
                let from = place(&part[1]);
                found.push((table, from..from + place(&part[2])));
            }
        }
        found
    }

    /// Writes a pack of other bytes, and a manifest whose checksums are those of its parts.
    pub(crate) fn forge(&self, bytes: &[u8]) {
        fs::write(&self.pack, bytes).unwrap();
        rewrite(self.path(), |body| {
            let mut found = Vec::new();
            parts(body, &mut found);
            for part in found {
                let (from, many) = (place(&part[1]), place(&part[2]));
                part[3] = XxHash3_64::oneshot(&bytes[from..from + many]).into();
            }
        });
    }

    /// The same with bytes behind all others, of which the manifest is told as it may be.
    pub(crate) fn forge_behind(&self, behind: &[u8], tell: impl FnOnce(&mut Value, Value)) {
        let mut bytes = self.of_pack.clone();
        bytes.resize(bytes.len().next_multiple_of(8), 0);
        let part = json!([0, bytes.len(), behind.len(), XxHash3_64::oneshot(behind)]);
        bytes.extend_from_slice(behind);
        fs::write(&self.pack, &bytes).unwrap();
        rewrite(self.path(), |body| {
            body["packs"][0]["bytes"] = bytes.len().into();
            tell(body, part);
        });
    }
}

pub(crate) const TABLES: [&str; 8] = [
    "actors",
    "ties",
    "whole",
    "shapes",
    "attributions",
    "places",
    "codes",
    "names",
];

fn place(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

pub(crate) fn bytes(folder: &Path) -> usize {
    let files = fs::read_dir(folder).unwrap();
    let bytes = files.map(|file| file.unwrap().metadata().unwrap().len());
    usize::try_from(bytes.sum::<u64>()).unwrap()
}
