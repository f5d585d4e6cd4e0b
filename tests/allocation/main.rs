//! How much memory opening a folder takes, whatever is in it: a bounded multiple of what the
//! folder takes on disk.
//!
//! A program of its own, as a program has one allocator: counting what it gives would slow
//! down all other tests.

#![cfg(test)]

mod counted;
#[path = "../saved/folders.rs"]
mod folders;
mod saved;

use std::fs;

use demarche::{Graph, Result};
use serde_json::{Value, json};

use folders::{add, numbers, rewrite};
use saved::{Saved, TABLES, bytes};

#[test]
fn what_is_whole_takes_little() -> Result<()> {
    let saved = Saved::new()?;
    saved.weigh("whole");
    let mut graph = Graph::open(saved.path())?;
    add(&mut graph, 0..60_000)?;
    graph.save(saved.path())?;
    // Columns are not read.
    let opened = counted::most(|| Graph::open(saved.path()));
    assert!(opened < bytes(saved.path()) / 2, "{opened}");
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
            rewrite(saved.path(), |body| {
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
    assert!(weighed > 20, "{weighed}");
    Ok(())
}

/// A few bytes of a pack that the manifest tells of again and again.
#[test]
fn what_is_told_of_twice_is_refused() -> Result<()> {
    const MANY: u32 = 1_000;
    let saved = Saved::new()?;
    let refused = |what: &str, change: &dyn Fn(&mut Value)| {
        saved.restore();
        rewrite(saved.path(), change);
        saved.weigh(what);
        assert!(Graph::open(saved.path()).unwrap_err().is_damaged());
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
