//! Files compressed with gzip.

use std::io::{self, Read};

use flate2::read::MultiGzDecoder;

use super::ration::{Counted, check};

/// Decompresses all streams of a gzip file.
#[derive(Debug)]
pub(in crate::ingest) struct Gunzip<R> {
    decoder: MultiGzDecoder<Counted<R>>,
    came_out: u64,
}

impl<R: Read> Gunzip<R> {
    #[expect(clippy::unnecessary_wraps, reason = "fails where the feature is off")]
    pub(in crate::ingest::input) fn of(input: R) -> io::Result<Self> {
        Ok(Self {
            decoder: MultiGzDecoder::new(Counted::new(input)),
            came_out: 0,
        })
    }
}

impl<R: Read> Read for Gunzip<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = match self.decoder.read(buffer) {
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
                let message = "the gzip stream is cut short";
                return Err(io::Error::new(io::ErrorKind::UnexpectedEof, message));
            }
            Err(error) => return Err(error),
        };
        self.came_out += read as u64;
        check(self.decoder.get_ref().count(), self.came_out)?;
        Ok(read)
    }
}
