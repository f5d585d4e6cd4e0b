//! How much may come out of how little.

use std::io::{self, Read};

/// So much may come out of anything.
const FREE: u64 = 64 << 20;
/// After that, so many bytes for each that went in. Deflate reaches 1032, tables of
/// events 4 to 20.
const MOST: u64 = 200;

/// Counts what is read of it.
#[derive(Debug)]
pub(super) struct Counted<R> {
    input: R,
    count: u64,
}

impl<R> Counted<R> {
    pub(super) fn new(input: R) -> Self {
        Self { input, count: 0 }
    }

    pub(super) fn count(&self) -> u64 {
        self.count
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(buffer)?;
        self.count += read as u64;
        Ok(read)
    }
}

/// # Errors
/// When more came out than any honest file holds.
pub(super) fn check(went_in: u64, came_out: u64) -> io::Result<()> {
    if came_out > FREE && came_out / MOST > went_in {
        return Err(io::Error::new(
            io::ErrorKind::InvalidData,
            format!("decompresses to more than {MOST} times its size, as no table does"),
        ));
    }
    Ok(())
}
