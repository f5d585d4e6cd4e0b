//! What is compressed, decompressed.

use std::io::{self, Chain, Cursor, Read};

use super::packed::Gunzip;

/// How a file is compressed, by how it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Packing {
    None,
    Gzip,
    Zip,
}

/// The first bytes of an input, and what they say.
pub(super) fn begins(input: &mut impl Read) -> io::Result<(Vec<u8>, Packing)> {
    let mut first = Vec::with_capacity(4);
    input.take(4).read_to_end(&mut first)?;
    let packing = match first.as_slice() {
        [0x1F, 0x8B, ..] => Packing::Gzip,
        // An archive of files, and one without.
        [b'P', b'K', 3, 4] | [b'P', b'K', 5, 6] => Packing::Zip,
        _ => Packing::None,
    };
    Ok((first, packing))
}

/// The first bytes, put back.
type Whole<R> = Chain<Cursor<Vec<u8>>, R>;

/// An input that is decompressed if need be.
#[derive(Debug)]
pub(in crate::ingest) enum Unpacked<R> {
    Plain(Whole<R>),
    Gzip(Box<Gunzip<Whole<R>>>),
}

impl<R: Read> Unpacked<R> {
    pub(in crate::ingest) fn of(mut input: R) -> io::Result<Self> {
        let (first, packing) = begins(&mut input)?;
        let whole = Cursor::new(first).chain(input);
        match packing {
            Packing::None => Ok(Self::Plain(whole)),
            Packing::Gzip => Ok(Self::Gzip(Box::new(Gunzip::of(whole)?))),
            // The table of contents stands at the end.
            Packing::Zip => Err(io::Error::new(
                io::ErrorKind::Unsupported,
                "a zip archive, which can be read only from a file, by its path",
            )),
        }
    }
}

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Plain(input) => input.read(buffer),
            Self::Gzip(input) => input.read(buffer),
        }
    }
}
