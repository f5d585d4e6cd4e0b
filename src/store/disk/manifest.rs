//! The manifest: what the graph of a folder consists of.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::pack::checksum;

/// The name of the manifest in its folder.
pub(super) const NAME: &str = "manifest";
/// Under which it is written before it takes the place of the one before.
pub(super) const NEXT: &str = "manifest.next";
/// The version of the form in which graphs are saved.
pub(super) const FORMAT: u32 = 1;

/// What a graph consists of, and where each part of it lies.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manifest {
    pub(super) packs: Vec<Pack>,
    pub(super) actors: Table,
    /// Whom each actor that was merged was merged into.
    pub(super) merged: Vec<(u32, u32)>,
    pub(super) ties: Table,
    pub(super) whole: Table,
    pub(super) shapes: Table,
    pub(super) attributions: Table,
    pub(super) places: Table,
    pub(super) codes: Table,
    pub(super) names: Table,
    /// Extents of the arena.
    pub(super) texts: Vec<Part>,
    pub(super) segments: Vec<Segment>,
}

/// A pack and how many bytes it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Pack {
    pub(super) number: u64,
    pub(super) bytes: u64,
}

/// Records in chunks.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Table {
    pub(super) len: u32,
    pub(super) chunks: Vec<Part>,
}

/// A segment of the columns.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Segment {
    /// The first event by order of recording, and how many there are.
    pub(super) base: u32,
    pub(super) events: u32,
    /// How many of the positions are dated.
    pub(super) dated: u32,
    /// How many accounts each event has, if all have as many.
    pub(super) accounts_each: Option<u32>,
    /// By name, those that are not empty.
    pub(super) columns: BTreeMap<String, Part>,
}

/// A part of a pack: which pack by its place in the list, from which byte on, how many,
/// and their checksum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Part(
    pub(super) u32,
    pub(super) u64,
    pub(super) u64,
    pub(super) u64,
);

impl Manifest {
    /// All parts of packs.
    pub(super) fn parts(&self) -> impl Iterator<Item = &Part> {
        let tables = [
            &self.actors,
            &self.ties,
            &self.whole,
            &self.shapes,
            &self.attributions,
            &self.places,
            &self.codes,
            &self.names,
        ];
        let columns = self
            .segments
            .iter()
            .flat_map(|segment| segment.columns.values());
        tables
            .into_iter()
            .flat_map(|table| &table.chunks)
            .chain(&self.texts)
            .chain(columns)
    }

    /// How many bytes of each pack are of the graph.
    pub(super) fn live(&self) -> Vec<u64> {
        let mut live = vec![0_u64; self.packs.len()];
        for Part(pack, _, bytes, _) in self.parts() {
            if let Some(sum) = live.get_mut(*pack as usize) {
                *sum = sum.saturating_add(*bytes);
            }
        }
        live
    }

    /// As it is written: a line that tells what it is and how to check it, and JSON.
    pub(super) fn to_bytes(&self) -> Result<Vec<u8>, serde_json::Error> {
        let body = serde_json::to_vec(self)?;
        let mut bytes = format!("demarche graph {FORMAT} {:016x}\n", checksum(&body)).into_bytes();
        bytes.extend_from_slice(&body);
        Ok(bytes)
    }

    /// What was written; or what is wrong with it.
    pub(super) fn of_bytes(bytes: &[u8]) -> Result<Self, String> {
        let line = bytes.iter().position(|&byte| byte == b'\n');
        let line = line.and_then(|end| bytes.split_at_checked(end));
        let read = line.and_then(|(line, body)| {
            let words = str::from_utf8(line).ok()?.strip_prefix("demarche graph ")?;
            let (format, sum) = words.split_once(' ')?;
            Some((format.parse::<u32>().ok()?, sum, body.get(1..)?))
        });
        let Some((format, sum, body)) = read else {
            return Err("found no first line \"demarche graph …\": it is no graph".into());
        };
        if format != FORMAT {
            return Err(format!(
                "found format {format}, expected {FORMAT}: it was saved by another version of demarche"
            ));
        }
        let found = format!("{:016x}", checksum(body));
        if sum != found {
            return Err(format!(
                "found the checksum {found}, expected {sum}: it is damaged"
            ));
        }
        let manifest: Self = serde_json::from_slice(body).map_err(|error| error.to_string())?;
        manifest.fits()?;
        Ok(manifest)
    }

    /// Whether it tells of no pack twice, and of no more of a pack than there is: else a few
    /// bytes, told of again and again, would take any amount of memory.
    fn fits(&self) -> Result<(), String> {
        let mut numbers = HashSet::new();
        for (pack, live) in self.packs.iter().zip(self.live()) {
            let Pack { number, bytes } = *pack;
            if !numbers.insert(number) {
                return Err(format!("tells of the pack {number:016x} twice"));
            }
            if live > bytes {
                return Err(format!(
                    "tells of {live} bytes of the pack {number:016x}, which has {bytes}"
                ));
            }
        }
        Ok(())
    }

    /// The manifest of a folder, if there is one.
    pub(super) fn read(folder: &Path) -> io::Result<Option<Result<Self, String>>> {
        match fs::read(folder.join(NAME)) {
            Ok(bytes) => Ok(Some(Self::of_bytes(&bytes))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }
}
