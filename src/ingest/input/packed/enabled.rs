//! Files compressed with gzip, and zip archives.
//!
//! The crate `zip` lends a member only together with the archive, which a reader
//! cannot hold beside it. So it is asked for the table of contents alone, and each
//! member is read from its place in the file.

mod archive;
mod gunzip;
mod ration;

pub(super) use archive::{Archive, Member};
pub(in crate::ingest) use gunzip::Gunzip;
