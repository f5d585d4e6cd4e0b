//! GDELT: the Global Database of Events, Language and Tone, 1.0 and 2.0.
//!
//! Files are named `.CSV` and published zipped (the feature `compression` reads them
//! so); they are tables with tabs, without header and without quotes, in UTF-8. Each row
//! is what a machine read in one article. How many columns it has tells its
//! [version](GdeltVersion), row by row: one file may mix them. The translated feed is
//! like the English one.
//!
//! | column | becomes |
//! |---|---|
//! | `GLOBALEVENTID` | the account's reference to the row; the same id again is a [duplicate](super::Report::duplicates) |
//! | `SQLDATE` | the day of the event, [dated by report](crate::time::Basis::Report): it is guessed from the story, and now and then a year early |
//! | `MonthYear`, `Year`, `FractionDate` | nothing, being the same day |
//! | `Actor1…`, `Actor2… {Code, Name, CountryCode, …}` | participants and their affiliations; the other columns repeat parts of the code |
//! | `IsRootEvent` | a figure if asked for; rows without it can be [passed over](ReaderBuilder::root_events_only) |
//! | `EventCode` | the event's classification; of a visit told by the host (`043`), the account's code |
//! | `EventBaseCode`, `EventRootCode` | nothing, being the first digits of it |
//! | `QuadClass`, `GoldsteinScale` | nothing, being functions of the code; figures if they differ from it, or are asked for |
//! | `NumMentions`, `NumSources`, `NumArticles`, `AvgTone` | figures, [as asked for](ReaderBuilder::measures) |
//! | `Actor1Geo…`, `Actor2Geo…` | part of the reference to the row, [if asked for](ReaderBuilder::actor_places) |
//! | `ActionGeo…` | the account's place, its country by ISO's code: files have FIPS 10-4, in which `RS` is Russia |
//! | `DATEADDED` | when the account was stated, and, unless the [caller says](ReaderBuilder::recorded) when the data came to him, when it was recorded; a day in 1.0, a second in UTC in 2.0 |
//! | `SOURCEURL` | the account's URL, and its publisher: the host without `www.`; a name without an address (`BBC Monitoring`) is the publisher alone |
//!
//! Stories of the backfile (57 columns) are older than the file: their accounts are
//! stated on the day of the event, and recorded when the backfile was made.
//!
//! # What is one event?
//!
//! GDELT has neither stories nor sentences, but addresses. Rows of one address, day and
//! two-sided code on the same two actors, either way, are one event
//! ([same story](super::Step::SameStory)), wherever they place it. Nothing is folded
//! across addresses unless [asked for](ReaderBuilder::folding): one article on travel
//! expenses yields 192 rows of talks. Rows without an address are folded with nothing.
//!
//! # What memory it takes
//!
//! Figures and addresses are most of it. [`measures([])`](ReaderBuilder::measures),
//! [`without_urls`](ReaderBuilder::without_urls) and
//! [`without_places`](ReaderBuilder::without_places) leave out what is not needed, and
//! then it is not read either.
//!
//! # Damaged files
//!
//! Spreadsheets put semicolons for tabs, `12` for `012`, and `2.02E+13` for a time. What
//! they lost cannot be had back: such files and rows are refused with a message that
//! says so. A header that somebody put on is passed over.

mod column;
mod damage;
mod drafting;
mod fields;
mod format;
mod ids;
mod keep;
mod measure;
mod party;
mod place;
mod record;
mod split;
#[cfg(test)]
mod tests;
mod version;

use super::{Input, Reader, ReaderBuilder, Records};

pub(super) use fields::{moment, number, whole};
pub(super) use format::{DATA_SET, LICENCE};

pub use column::GdeltColumn;
pub use format::GdeltFormat;
pub use measure::GdeltMeasure;
pub use party::GdeltActor;
pub use place::GdeltPlace;
pub use record::GdeltRecord;
pub use version::GdeltVersion;

/// A reader of GDELT's events, for [`Graph::ingest`](crate::Graph::ingest) or row by
/// row.
///
/// ```
/// use demarche::{Graph, ingest::GdeltReader};
///
/// let row = |id: u32, one: &str, other: &str| {
///     let actor = |name: &str, code: &str| format!("{code}\t{name}\t{code}{}", "\t".repeat(7));
///     format!(
///         "{id}\t20180101\t201801\t2018\t2018.0027\t{}\t{}\t1\t041\t041\t04\t1\t1.0\t6\t1\t6\t-1.2\t\
///          0{}0{}1\tRussia\tRS\tRS\t\t60\t100\tRS\t20180101234500\thttps://www.example.org/a\n",
///         actor(one, &one[..3]), actor(other, &other[..3]), "\t".repeat(8), "\t".repeat(8),
///     )
/// };
/// let file = row(7, "FRANCE", "RUSSIA") + &row(8, "RUSSIA", "FRANCE") + "9;20180101;201801\n";
///
/// let mut graph = Graph::new();
/// let report = graph.ingest(GdeltReader::from_reader(file.as_bytes())?)?;
/// assert_eq!((report.rows(), report.events(), report.refused()), (3, 1, 1));
///
/// let call = graph.events().next().unwrap();
/// let account = call.accounts().next().unwrap();
/// assert_eq!(account.rows().collect::<Vec<_>>(), ["7", "8"]);
/// assert_eq!(account.stated().to_string(), "2018-01-01T23:45:00Z");
/// assert_eq!(account.place().unwrap().country_name(), Some("RUS"));
/// assert_eq!(account.measure("tone"), Some(-1.2));
/// let publisher = account.publisher().unwrap();
/// assert_eq!(graph.describe(publisher)?.name(), "example.org");
/// # Ok::<(), demarche::Error>(())
/// ```
///
/// # Cost
/// O(n) in the bytes. Of a row only what is kept is read; nothing is allocated for it.
pub type GdeltReader<R = Input> = Reader<GdeltFormat, R>;

/// How GDELT's files of events are to be read.
pub type GdeltReaderBuilder = ReaderBuilder<GdeltFormat>;

/// The rows of GDELT's files of events, in the order of the files.
pub type GdeltRecords<'r, R = Input> = Records<'r, GdeltFormat, R>;
