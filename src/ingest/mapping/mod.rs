//! Any list: a file of which the caller says what it holds.
//!
//! # What is a mapping?
//!
//! Most lists of the field are tables, and differ in what their columns are called. A
//! [`Mapping`] says which column is what; [`MappingReader`] reads the file by it, as
//! every reader reads its own format: bad rows are refused with line and column, names
//! become actors, and each event and tie has an account that names the list and the row.
//!
//! | said by | becomes |
//! |---|---|
//! | [`Mapping::of_events`], [`What`] | an event for each row, by CAMEO code, PLOVER class, kind, or label |
//! | [`Mapping::of_ties`], [`Tied`] | a tie for each row: office, membership, alliance, succession, part of, affiliation |
//! | [`Mapping::of_actors`], [`Who`] | an actor for each row |
//! | [`Who`] | participants, or the ends of a tie, as [who is who](super#who-is-who) finds them; a state by its code on the day of the row |
//! | [`Dates`], [`Day`] | the date of an event, as precise as the row has it; the span of a tie |
//! | [`Spot`] | the place of an event, as the account has it |
//! | [`Count`] | numbers: `deaths`, `deaths (low)`, `deaths (high)` |
//! | [`Mapping::measuring`] | figures of the account |
//! | [`Mapping::publisher`], [`speaker`](Mapping::speaker), [`url`](Mapping::url), [`stated`](Mapping::stated) | according to whom |
//! | [`Mapping::id`] | the row of the account; rows of one id are one |
//! | [`Mapping::only`] | which rows are read; the others are counted as [passed over](super::Report::passed_over) |
//!
//! Rows are not folded: a list made by hand has one row for each event.
//!
//! Ready-made mappings for lists that many use are in [`mappings`](super::mappings).
//!
//! # Files
//!
//! Delimited ones (comma, semicolon, tab, any character of ASCII), fields perhaps in
//! quotation marks and then over several lines ([RFC 4180]); a quotation mark that is
//! never closed costs its own row and no other. Or JSON objects, one on each line, with
//! paths for columns.
//!
//! [RFC 4180]: https://www.rfc-editor.org/rfc/rfc4180
//!
//! # A mapping as a file
//!
//! Mappings are serde values, so that one can be kept beside its list:
//!
//! ```
//! use demarche::Graph;
//! use demarche::ingest::{MappingReader, mapping::Mapping};
//!
//! let mapping: Mapping = serde_json::from_str(r#"{
//!     "data_set": "Visits",
//!     "table": "json_lines",
//!     "tells": {"event": {
//!         "what": {"kind": {"constant": "visit"}},
//!         "who": [
//!             {"name": "guest.name", "role": {"constant": "visitor"}},
//!             {"name": "hosts", "role": {"constant": "host"}}
//!         ],
//!         "when": {"start": {"cell": "day"}}
//!     }}
//! }"#).unwrap();
//!
//! let file = r#"{"guest": {"name": "Emmanuel Macron"}, "hosts": ["Vladimir Putin"], "day": "2022-02-07"}"#;
//! let mut graph = Graph::new();
//! graph.ingest(MappingReader::of(mapping)?.from_reader(file.as_bytes())?)?;
//! assert_eq!(graph.events().next().unwrap().label().as_str(), "visit");
//! # Ok::<(), demarche::Error>(())
//! ```

mod cell;
mod check;
mod dating;
mod drafting;
mod figures;
mod format;
mod json;
mod naming;
mod reading;
mod record;
mod table;
#[cfg(test)]
mod tests;
mod texts;
mod tie;
mod ties;
mod value;
mod what;
mod when;
mod who;
mod words;

use super::{Input, Reader, ReaderBuilder, Records};

pub use cell::Cell;
pub use format::MappingFormat;
pub use record::{ActorTold, EventTold, MappingRecord, Telling, TieTold};
pub use tie::Tied;
pub use value::Mapping;
pub use what::{Count, Spot, What};
pub use when::{Dates, Day, Where};
pub use who::Who;

/// A reader of files of which a [`Mapping`] says what they hold, for
/// [`Graph::ingest`](crate::Graph::ingest) or row by row; begun with
/// [`MappingReader::of`](Reader::of).
///
/// ```
/// use demarche::TieKind;
/// use demarche::ingest::MappingReader;
/// use demarche::ingest::mapping::{Cell, Dates, Mapping, Telling, Tied, Who};
/// use demarche::model::CodeSystem;
///
/// let states = |column: &str| Who::state(CodeSystem::Cow, column);
/// let alliance = Tied::new(TieKind::Alliance, states("one"), states("other"), Dates::on("from").to("to"));
/// let mapping = Mapping::of_ties("Pacts", alliance);
///
/// let file = "one,other,from,to\n220,365,1944-12-10,1955\n220,999,1944,1955\n";
/// let mut reader = MappingReader::of(mapping)?.from_reader(file.as_bytes())?;
/// let records: Vec<_> = reader.records().collect();
/// let Telling::Ties(ties) = &records[0].as_ref().unwrap().telling else { panic!() };
/// assert_eq!(ties[0].to.name.as_deref(), Some("Soviet Union"));
/// assert_eq!(ties[0].span, "1944-12-10/1955".parse()?);
/// assert_eq!(
///     records[1].as_ref().unwrap_err().to_string(),
///     "input: line 3, column 5: found \"999\", \
///      expected the code of a country, in the system that the mapping says"
/// );
/// # Ok::<(), demarche::Error>(())
/// ```
pub type MappingReader<R = Input> = Reader<MappingFormat, R>;

/// How files are to be read of which a mapping says what they hold.
pub type MappingReaderBuilder = ReaderBuilder<MappingFormat>;

/// The rows of files of which a mapping says what they hold, in the order of the files.
pub type MappingRecords<'r, R = Input> = Records<'r, MappingFormat, R>;
