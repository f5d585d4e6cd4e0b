//! How much memory opening a folder takes, whatever is in it: a bounded multiple of what the
//! folder takes on disk.
//!
//! A program of its own, as a program has one allocator: counting what it gives would slow
//! down all other tests.

#![cfg(test)]

mod counted;
#[path = "../saved/folders.rs"]
mod folders;

use std::fs;
use std::path::{Path, PathBuf};

use demarche::{Graph, Result};
use serde_json::{Value, json};
use twox_hash::XxHash3_64;

use folders::{Temporary, add, graph, manifest, numbers, pack, parts, rewrite};

/// What a byte on disk may come to in memory: an empty text is one byte of MessagePack and 24
/// bytes of a `String`, in a vector that has more room than it needs and is copied as it
/// grows.
const MULTIPLE: usize = 40;
/// What is set aside at once for a vector that says that it is long: `serde` stops at 1 MiB,
/// and vectors are in vectors.
const SET_ASIDE: usize = 2 << 20;

/// A saved graph, and what it consists of.
struct Saved {
    folder: Temporary,
    manifest: PathBuf,
    pack: PathBuf,
    /// As they were saved.
    of_manifest: Vec<u8>,
    of_pack: Vec<u8>,
}

impl Saved {
    fn new() -> Result<Self> {
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

    /// Puts everything back as it was saved.
    fn restore(&self) {
        fs::write(&self.manifest, &self.of_manifest).unwrap();
        fs::write(&self.pack, &self.of_pack).unwrap();
    }

    /// Opens and verifies the folder and holds what that takes against what there is.
    fn weigh(&self, what: impl std::fmt::Display) {
        let bytes = bytes(self.folder.path());
        let may = bytes * MULTIPLE + SET_ASIDE;
        let opened = counted::most(|| Graph::open(self.folder.path()));
        let verified = counted::most(|| Graph::verify(self.folder.path()));
        assert!(
            opened.max(verified) <= may,
            "{what}: opening took {opened} bytes and verifying {verified}, of a folder of {bytes}"
        );
    }

    /// The places of a pack that the tables of a manifest tell of.
    fn tables(&self) -> Vec<(&'static str, std::ops::Range<usize>)> {
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
    fn forge(&self, bytes: &[u8]) {
        fs::write(&self.pack, bytes).unwrap();
        rewrite(self.folder.path(), |body| {
            let mut found = Vec::new();
            parts(body, &mut found);
            for part in found {
                let (from, many) = (place(&part[1]), place(&part[2]));
                part[3] = XxHash3_64::oneshot(&bytes[from..from + many]).into();
            }
        });
    }

    /// The same with bytes behind all others, of which the manifest is told as it may be.
    fn forge_behind(&self, behind: &[u8], tell: impl FnOnce(&mut Value, Value)) {
        let mut bytes = self.of_pack.clone();
        bytes.resize(bytes.len().next_multiple_of(8), 0);
        let part = json!([0, bytes.len(), behind.len(), XxHash3_64::oneshot(behind)]);
        bytes.extend_from_slice(behind);
        fs::write(&self.pack, &bytes).unwrap();
        rewrite(self.folder.path(), |body| {
            body["packs"][0]["bytes"] = bytes.len().into();
            tell(body, part);
        });
    }
}

const TABLES: [&str; 8] = [
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

fn bytes(folder: &Path) -> usize {
    let files = fs::read_dir(folder).unwrap();
    let bytes = files.map(|file| file.unwrap().metadata().unwrap().len());
    usize::try_from(bytes.sum::<u64>()).unwrap()
}

#[test]
fn what_is_whole_takes_little() -> Result<()> {
    let saved = Saved::new()?;
    saved.weigh("whole");
    let mut graph = Graph::open(saved.folder.path())?;
    add(&mut graph, 0..60_000)?;
    graph.save(saved.folder.path())?;
    // Columns are not read.
    let opened = counted::most(|| Graph::open(saved.folder.path()));
    assert!(opened < bytes(saved.folder.path()) / 2, "{opened}");
    Ok(())
}

#[test]
fn what_is_cut_or_flipped_takes_no_more() -> Result<()> {
    let saved = Saved::new()?;
    for (path, whole, every) in [
        (&saved.manifest, &saved.of_manifest, 61),
        (&saved.pack, &saved.of_pack, 499),
    ] {
        for at in (0..whole.len()).step_by(every) {
            let mut bytes = whole.clone();
            bytes[at] ^= 1 << (at % 8);
            fs::write(path, &bytes).unwrap();
            saved.weigh(format_args!("{path:?}, bit {} of byte {at}", at % 8));
            fs::write(path, &whole[..at]).unwrap();
            saved.weigh(format_args!("{path:?} up to byte {at}"));
        }
        saved.restore();
    }
    Ok(())
}

/// Counts, lengths and offsets of a manifest that is whole by its checksum.
#[test]
fn no_number_of_a_manifest_takes_more() -> Result<()> {
    let saved = Saved::new()?;
    let large = [1 << 20, 1 << 31, u64::from(u32::MAX), 1 << 40, u64::MAX];
    for nth in 0.. {
        let mut is_one = false;
        for number in large {
            saved.restore();
            rewrite(saved.folder.path(), |body| {
                let mut found = Vec::new();
                numbers(body, &mut found);
                if let Some(changed) = found.get_mut(nth) {
                    **changed = number.into();
                    is_one = true;
                }
            });
            saved.weigh(format_args!("number {nth} of the manifest is {number}"));
        }
        if !is_one {
            break;
        }
    }
    Ok(())
}

/// Texts, lists and maps of records that say that they are long.
#[test]
fn no_length_in_a_table_takes_more() -> Result<()> {
    let saved = Saved::new()?;
    let list = |byte: u8| matches!(byte, 0x90..=0x9f | 0xdc | 0xdd);
    let map = |byte: u8| matches!(byte, 0x80..=0x8f | 0xde | 0xdf);
    let text = |byte: u8| matches!(byte, 0xa0..=0xbf | 0xd9..=0xdb);
    let mut changed = 0;
    for (table, range) in saved.tables() {
        for at in range.clone() {
            let long = match saved.of_pack[at] {
                byte if list(byte) => 0xdd,
                byte if map(byte) => 0xdf,
                // There are many, and all are read in one way.
                byte if text(byte) && at % 7 == 0 => 0xdb,
                _ => continue,
            };
            let mut bytes = saved.of_pack.clone();
            let head = [long, 0xff, 0xff, 0xff, 0xff];
            for (byte, new) in bytes[at..range.end].iter_mut().zip(head) {
                *byte = new;
            }
            saved.restore();
            saved.forge(&bytes);
            saved.weigh(format_args!(
                "a length at byte {at}, in the table of {table}"
            ));
            changed += 1;
        }
    }
    assert!(changed > 500, "{changed}");
    Ok(())
}

/// One of the lists and maps of a value, by its number.
fn nth_list<'v>(value: &'v mut Value, nth: &mut usize) -> Option<&'v mut Value> {
    if !(value.is_array() || value.is_object()) {
        return None;
    }
    if *nth == 0 {
        return Some(value);
    }
    *nth -= 1;
    match value {
        Value::Array(values) => values.iter_mut().find_map(|value| nth_list(value, nth)),
        Value::Object(fields) => fields.values_mut().find_map(|value| nth_list(value, nth)),
        _ => None,
    }
}

/// Makes a list or a map long, by about so many bytes of what it has or of what is short.
fn lengthen(list: &mut Value, bytes: usize) {
    let many = |value: &Value| bytes / rmp_serde::to_vec_named(value).unwrap().len();
    match list {
        Value::Array(values) => {
            let value = values.last().cloned().unwrap_or_else(|| "".into());
            values.resize(many(&value), value);
        }
        Value::Object(fields) => {
            let value = fields.values().next().cloned().unwrap_or_else(|| 0.into());
            let many = many(&value) / 4;
            fields.extend((0..many).map(|nth| (nth.to_string(), value.clone())));
        }
        _ => {}
    }
}

/// Records that are as long as they say, of what takes a byte or two each.
#[test]
fn many_small_values_take_a_multiple_of_their_bytes() -> Result<()> {
    const BYTES: usize = 300_000;
    let saved = Saved::new()?;
    let mut weighed = 0;
    for (table, range) in saved.tables() {
        let records: Value = rmp_serde::from_slice(&saved.of_pack[range]).unwrap();
        let mut known = Vec::new();
        for nth in 0..30 {
            let mut records = records.clone();
            let Some(list) = nth_list(&mut records, &mut { nth }) else {
                break;
            };
            lengthen(list, BYTES);
            let records = rmp_serde::to_vec_named(&records).unwrap();
            // Those that are as long are of the same, most likely.
            if known.contains(&records.len()) {
                continue;
            }
            known.push(records.len());
            saved.restore();
            saved.forge_behind(&records, |body, part| body[table]["chunks"] = json!([part]));
            saved.weigh(format_args!("list {nth} of the table of {table}"));
        }
        weighed += known.len();
    }
    assert!(weighed > 30, "{weighed}");
    Ok(())
}

/// A few bytes of a pack that the manifest tells of again and again.
#[test]
fn what_is_told_of_twice_is_refused() -> Result<()> {
    const MANY: u32 = 1_000;
    let saved = Saved::new()?;
    let refused = |what: &str, change: &dyn Fn(&mut Value)| {
        saved.restore();
        rewrite(saved.folder.path(), change);
        saved.weigh(what);
        assert!(Graph::open(saved.folder.path()).unwrap_err().is_damaged());
    };
    for table in TABLES {
        refused(table, &|body| {
            let chunk = body[table]["chunks"][0].clone();
            body[table]["chunks"] = vec![chunk; MANY as usize].into();
        });
        refused("a pack, and in each a table", &|body| {
            let chunk = &body[table]["chunks"][0];
            let chunk = |pack: u32| json!([pack, chunk[1], chunk[2], chunk[3]]);
            body[table]["chunks"] = (0..MANY).map(chunk).collect();
            let pack = body["packs"][0].clone();
            body["packs"] = vec![pack; MANY as usize].into();
        });
    }
    refused("texts", &|body| {
        let extent = body["texts"][0].clone();
        body["texts"] = vec![extent; MANY as usize].into();
    });
    refused("segments", &|body| {
        let segment = body["segments"][0].clone();
        let many = segment["events"].as_u64().unwrap();
        let nth = |nth: u32| {
            let mut segment = segment.clone();
            segment["base"] = (u64::from(nth) * many).into();
            segment
        };
        body["segments"] = (0..MANY).map(nth).collect();
    });
    Ok(())
}

/// Segments of one event and of none.
#[test]
fn many_small_segments_take_a_multiple_of_their_bytes() -> Result<()> {
    const MANY: usize = 20_000;
    let saved = Saved::new()?;
    let segments = |events: u32, columns: &dyn Fn(usize, &Value) -> Value| {
        saved.restore();
        saved.forge_behind(&vec![0; MANY * 16], |body, part| {
            let segment = |nth: usize| {
                let base = nth * events as usize;
                let columns = columns(nth, &part);
                json!({ "base": base, "events": events, "dated": 0, "columns": columns,
                    "accounts_each": 0 })
            };
            body["segments"] = (0..MANY).map(segment).collect();
        });
        saved.weigh(format_args!("segments of {events} events"));
    };
    segments(0, &|_, _| json!({}));
    segments(1, &|nth, part| {
        let from = part[1].as_u64().unwrap() + nth as u64 * 16;
        json!({ "shapes": [0, from, 2, 0], "firsts": [0, from + 4, 4, 0],
            "seconds": [0, from + 8, 4, 0] })
    });
    Ok(())
}
