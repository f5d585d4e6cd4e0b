//! Files of any format: told by how they begin, and read in one shape.
//!
//! [`FormatName`] says which formats there are and tells that of a file; [`open`] reads
//! a file by what was told; [`AnyReader`] is a reader whose format is a value, not a
//! type.

mod detect;
mod format;
mod name;
mod opening;
mod record;
#[cfg(test)]
mod tests;

use super::{Input, Reader, ReaderBuilder, Records};

pub use format::AnyFormat;
pub use name::FormatName;
pub use opening::open;
pub use record::AnyRecord;

/// A reader of files of a format that is known only when the program runs: begun with
/// [`open`], with [`FormatName::builder`], or made of a builder of one format by
/// [`into_any`](ReaderBuilder::into_any).
///
/// It can do what every reader can; rows are [`AnyRecord`]s.
///
/// ```
/// use demarche::ingest::{AnyReader, FormatName, QuadrupleReader};
/// use demarche::Graph;
/// use jiff::civil::date;
///
/// let icews = "Event ID\tEvent Date\tSource Name\tCAMEO Code\tTarget Name\n\
///              1\t2014-01-03\tFrance\t042\tTogo\n";
/// let numbered = "France\tConsult\tTogo\t4\n";
///
/// let from_1 = QuadrupleReader::builder().days_from(date(2014, 1, 1), 1);
/// let readers: [AnyReader<&[u8]>; 2] = [
///     FormatName::Icews.builder().from_reader(icews.as_bytes())?,
///     from_1.into_any().from_reader(numbered.as_bytes())?,
/// ];
/// let mut graph = Graph::new();
/// for reader in readers {
///     assert_eq!(graph.ingest(reader)?.events(), 1);
/// }
/// assert_eq!(graph.actors().count(), 2);
/// # Ok::<(), demarche::Error>(())
/// ```
///
/// # Cost
/// As the reader of the format, and a choice among the formats for each row.
pub type AnyReader<R = Input> = Reader<AnyFormat, R>;

/// How files are to be read of a format that is known only when the program runs.
pub type AnyReaderBuilder = ReaderBuilder<AnyFormat>;

/// The rows of files of a format that is known only when the program runs, in the order
/// of the files.
pub type AnyRecords<'r, R = Input> = Records<'r, AnyFormat, R>;
