//! ICEWS: the Integrated Crisis Early Warning System's coded events.
//!
//! A `.tab` file has a header and twenty columns, separated by tabs, unquoted, in
//! UTF-8. Each row is what a machine read in one sentence of one story.
//!
//! | column | becomes |
//! |---|---|
//! | Event ID, Event Date | with each other the reference to the row (an id alone is not unique); the date is the **story's**, so events are [dated by report](crate::time::Basis::Report) |
//! | Source Name, Source Sectors, Source Country; Target … | participants, their sectors, and affiliations observed on that day |
//! | CAMEO Code | the event's classification; of a visit told by the host (`043`), the account's |
//! | Event Text | nothing, being the code's label; the event's text if the code is in no list (`13y`) |
//! | Intensity | nothing, being a function of the code ([`Icews`](crate::model::codes::Icews)); a measure of the account if it is not |
//! | Story ID, Sentence Number | part of the reference to the row; the [folding rule](super::Folding) goes by them |
//! | Publisher | the account's publisher |
//! | City, District, Province, Country, Latitude, Longitude | the account's place |
//!
//! Missing is `NA`, `NULL`, `None` or nothing; a publisher `Unknown` is missing too.

mod columns;
mod drafting;
mod format;
mod record;
#[cfg(test)]
mod tests;

use super::{Input, Reader, ReaderBuilder, Records};

pub use format::IcewsFormat;
pub use record::{IcewsParty, IcewsRecord};

/// A reader of ICEWS files, for [`Graph::ingest`](crate::Graph::ingest) or row by row.
///
/// Columns are found by the names in the header, in any order, or, in a file
/// without one, by the standard order.
///
/// ```
/// use demarche::ingest::IcewsReader;
///
/// let file = "\
/// Event ID\tEvent Date\tSource Name\tCAMEO Code\tTarget Name
/// 1\t2018-06-01\tVietnam\t032\tJapan
/// 2\t6/1/2018\tVietnam\t3\tJapan
/// ";
/// let mut reader = IcewsReader::from_reader(file.as_bytes())?;
/// let records: Vec<_> = reader.records().collect();
/// assert_eq!(records[0].as_ref().unwrap().code.as_str(), "032");
/// assert_eq!(
///     records[1].as_ref().unwrap_err().to_string(),
///     "input: line 3, column 20: found \"3\", \
///      expected a CAMEO code of 2 to 4 letters and digits, leading zeros kept"
/// );
/// # Ok::<(), demarche::Error>(())
/// ```
pub type IcewsReader<R = Input> = Reader<IcewsFormat, R>;

/// How ICEWS files are to be read.
pub type IcewsReaderBuilder = ReaderBuilder<IcewsFormat>;

/// The rows of ICEWS files, in the order of the files.
pub type IcewsRecords<'r, R = Input> = Records<'r, IcewsFormat, R>;
