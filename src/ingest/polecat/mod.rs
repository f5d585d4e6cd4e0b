//! POLECAT: events coded by machine in PLOVER's terms, the successor of ICEWS.
//!
//! A file has a header and forty columns, separated by tabs, unquoted, in UTF-8 or in
//! Latin-1 (say so: [`latin1`](crate::ingest::ReaderBuilder::latin1)). Each row is what a
//! machine read in one story. Columns are found by their names; other columns are passed
//! over, as are surplus tabs at the ends of rows, and rows may lack the columns that
//! are not named here: some headers name more than the file carries (`Headline`).
//!
//! | column | becomes |
//! |---|---|
//! | Event ID | the reference to the row; the same id again is a [duplicate](super::Report::duplicates) |
//! | Event Date | the event's date: its [own](crate::time::Basis::Event) if the publication date is another, else the report's |
//! | Event Type, Event Mode | [class](crate::model::codes::Class) and [mode](crate::model::codes::Mode); a mode that is none of PLOVER's is the event's text |
//! | Intensity, or Event Intensity | a measure of the account, `intensity` |
//! | Quad Code | nothing, being a function of the type |
//! | Contexts | topics, by the names of the [contexts](crate::model::codes::Context) |
//! | Actor Name, Recipient Name | sources and targets; visitors and hosts in CONSULT *visit*; parties in a CONSULT without a recipient, which is told of all who take part |
//! | Actor Country, Actor COW; Recipient … | affiliations observed on that day, by the number if there is one |
//! | Actor Sectors, or else Primary Actor Sector; Recipient … | sectors |
//! | Actor Title; Recipient … | who has an office is a leader; without a name, the office |
//! | Actor Name Raw; Recipient … | nothing, beside a name or an office; else the name, with the country: `protesters (France)` |
//! | Wikipedia Actor ID; Recipient … | an alias, being the title of a page; without a name, the name |
//! | Placename, City, District, Province, Country, Latitude, Longitude | the account's place |
//! | Source, Publication Date | the account's publisher, and when it stated it |
//! | `GeoNames` ID, Raw Placename, Feature Type, Story People, Story Organizations, Story Locations, Language, Version | nothing; they are in the [record](PolecatRecord) |
//!
//! Missing is `None`, `NA`, `NULL` or nothing. Lists are separated by `;`; see
//! [`PolecatParties`] for how they go together.
//!
//! # Folding
//!
//! Nothing is folded. What ICEWS writes once from each side is one row here, with all
//! parties as actors, so that there are no mirrors. And where several stories tell of
//! one event, their rows have ids of their own: the [rule](super::Folding) presumes two
//! rows of a day to be one by CAMEO's two-sided codes alone, and a type such as CONSULT,
//! mostly without a mode, is too coarse for that: the one may be a call, the other a
//! summit.

mod columns;
mod drafting;
mod format;
mod parties;
mod record;
#[cfg(test)]
mod tests;

use super::{Input, Reader, ReaderBuilder, Records};

pub use format::PolecatFormat;
pub use parties::{PolecatParties, PolecatParty};
pub use record::PolecatRecord;

/// A reader of POLECAT files, for [`Graph::ingest`](crate::Graph::ingest) or row by row.
///
/// ```
/// use demarche::{Graph, Role, ingest::PolecatReader};
///
/// let file = "\
/// Event ID|Event Date|Event Type|Event Mode|Contexts|Actor Name|Actor COW|Recipient Name|Recipient COW|Publication Date
/// 20200102-0001-a1_CONSULT|2020-01-01|CONSULT|phone|diplomatic; military|Ana Blau; Ben Rot; Cem Gelb|220; 461; None|None|None|2020-01-02
/// 20200102-0002-b2_PROTEST|2020-01-02|PROTEST|None|None|Dan Gruen|461|Ben Rot|461|2020-01-02
/// 20200102-0003-c3_QUARREL|2020-01-02|QUARREL|None|None|Dan Gruen|461|Ben Rot|461|2020-01-02
/// ".replace('|', "\t");
///
/// let mut graph = Graph::new();
/// let report = graph.ingest(PolecatReader::from_reader(file.as_bytes())?)?;
/// assert_eq!((report.events(), report.refused()), (2, 1));
/// assert_eq!(report.refusals()[0].found(), "\"QUARREL\"");
///
/// let call = graph.events().next().unwrap();
/// assert_eq!(call.in_role(Role::Party).count(), 3);
/// assert_eq!(call.topics(), ["diplomatic", "military"]);
/// # Ok::<(), demarche::Error>(())
/// ```
pub type PolecatReader<R = Input> = Reader<PolecatFormat, R>;

/// How POLECAT files are to be read.
pub type PolecatReaderBuilder = ReaderBuilder<PolecatFormat>;

/// The rows of POLECAT files, in the order of the files.
pub type PolecatRecords<'r, R = Input> = Records<'r, PolecatFormat, R>;
