//! Files compressed with gzip, and zip archives; as they are, or packed here and then
//! damaged, as the second byte says.

#![no_main]

use std::fs;
use std::io::{Cursor, Write};
use std::path::PathBuf;
use std::sync::LazyLock;

use demarche::Graph;
use demarche::ingest::IcewsReader;
use demarche_fuzz::{Manner, Tells, try_bytes, try_opened};
use flate2::Compression;
use flate2::write::GzEncoder;
use libfuzzer_sys::fuzz_target;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// What stands between two members.
const BETWEEN: u8 = 0x1E;

/// In memory where there is such a place; overwritten by each input.
static FILE: LazyLock<PathBuf> = LazyLock::new(|| {
    let memory = PathBuf::from("/dev/shm");
    let directory = if memory.is_dir() {
        memory
    } else {
        std::env::temp_dir()
    };
    directory.join(format!("demarche-fuzz-{}", std::process::id()))
});

fuzz_target!(|data: &[u8]| {
    let Some((manner, rest)) = Manner::of(data) else {
        return;
    };
    let Some((&sort, bytes)) = rest.split_first() else {
        return;
    };
    let packed = match sort {
        b'g' => damaged(bytes, gzipped),
        b'z' => damaged(bytes, zipped),
        _ => bytes.to_vec(),
    };
    if sort == b'r' {
        let builder = IcewsReader::builder();
        return try_bytes(&builder, manner, bytes, Tells::Events, &Graph::new());
    }
    fs::write(&*FILE, &packed).unwrap();
    let open = || manner.tell(IcewsReader::builder()).from_path(&*FILE);
    try_opened(open, Tells::Events, &Graph::new());
});

/// Packs what follows a number of changes, of three bytes each (where, and what to),
/// and makes them.
fn damaged(bytes: &[u8], pack: impl Fn(&[u8]) -> Vec<u8>) -> Vec<u8> {
    let (&count, rest) = bytes.split_first().unwrap_or((&0, &[]));
    let changes = usize::from(count & 7) * 3;
    let (changes, file) = rest.split_at(changes.min(rest.len()));
    let mut packed = pack(file);
    for change in changes.chunks_exact(3) {
        let at = usize::from(u16::from_le_bytes([change[0], change[1]]));
        // From the end: it is there that an archive says what it holds.
        if let Some(at) = packed.len().checked_sub(at + 1) {
            packed[at] = change[2];
        }
    }
    packed
}

/// Each member a stream of its own.
fn gzipped(file: &[u8]) -> Vec<u8> {
    let streams = file.split(|&byte| byte == BETWEEN).map(|member| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(member).unwrap();
        encoder.finish().unwrap()
    });
    streams.flatten().collect()
}

fn zipped(file: &[u8]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (number, member) in file.split(|&byte| byte == BETWEEN).enumerate() {
        let options = SimpleFileOptions::default();
        archive
            .start_file(format!("{number}.tab"), options)
            .unwrap();
        archive.write_all(member).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
