//! Documents in files.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The bytes of a file, of which at most so many are read.
pub(super) fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}
