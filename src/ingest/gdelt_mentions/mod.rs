//! GDELT's mentions: in which articles the events of 2.0 were found.
//!
//! An event stands once in a file of events, with the article in which it was found
//! first; each article that tells of it, that one among them, is a row of a file of
//! mentions, sixteen columns with tabs, without header. So mentions are accounts of
//! events that are there [already](super::GdeltReader): read the events first.
//!
//! | column | becomes |
//! |---|---|
//! | `GLOBALEVENTID` | whose account it is; part of the reference to the row |
//! | `EventTimeDate` | nothing, being when the event was added |
//! | `MentionTimeDate` | when the account was stated and, unless the [caller says](ReaderBuilder::recorded), recorded, in UTC |
//! | `MentionType` | nothing; see [`GdeltMentionKind`] |
//! | `MentionSourceName` | the account's publisher |
//! | `MentionIdentifier` | the account's URL; a citation that is none is part of the reference to the row |
//! | `SentenceID` | part of the reference to the row |
//! | `Actor1CharOffset`, `Actor2CharOffset`, `ActionCharOffset`, `InRawText`, `MentionDocLen` | nothing |
//! | `Confidence` | the account's confidence, 10 to 100 as 0.1 to 1 |
//! | `MentionDocTone` | a figure of the account, `tone` |
//! | `MentionDocTranslationInfo` | part of the reference to the row |
//! | `Extras` | nothing, being empty |
//!
//! Several mentions in one article are one account, with a reference to each row and the
//! figures of the surest; the rows beyond the first are counted as
//! [same story](super::Step::SameStory). An article that is an account of the event
//! already is not added again, and counted among the
//! [duplicates](super::Report::duplicates), so that a file can be read twice.
//!
//! # Events that are not there
//!
//! are normal: mentions go on for days, and events may have been left out. Such mentions
//! are [counted](super::Report::unknown_events) and kept as [`GdeltPending`], to be
//! tried again after the next file of events.

mod columns;
mod draft;
mod format;
mod kind;
mod pending;
mod record;
#[cfg(test)]
mod tests;
mod told;

use super::{Input, Reader, ReaderBuilder, Records};

pub use format::GdeltMentionsFormat;
pub use kind::GdeltMentionKind;
pub use pending::GdeltPending;
pub use record::GdeltMention;

/// A reader of GDELT's mentions, for [`Graph::ingest`](crate::Graph::ingest) or row by
/// row.
///
/// ```
/// use demarche::Graph;
/// use demarche::ingest::{GdeltMentionsReader, GdeltReader};
///
/// # let nothing = "\t".repeat(8);
/// # let event = format!(
/// #     "7\t20180101\t201801\t2018\t2018.0027\tFRA\tFRANCE\tFRA{0}\t\t\t\t\t\t\t\t\t\t\t1\t010\t010\t01\t1\t0\t6\t1\t6\t-1.2\t\
/// #      0{nothing}0{nothing}0{nothing}20180101001500\thttps://courier.example/1\n", "\t".repeat(7));
/// let mentions = "\
/// 7|20180101001500|20180101001500|1|courier.example|https://courier.example/1|1|-1|5|9|1|100|2000|-1.2||
/// 7|20180101001500|20180101003000|1|wire.example|https://wire.example/a|4|-1|10|60|0|40|900|2.5||
/// ".replace('|', "\t");
///
/// let mut graph = Graph::new();
/// graph.ingest(GdeltReader::from_reader(event.as_bytes())?)?; // event 7
/// let report = graph.ingest(GdeltMentionsReader::from_reader(mentions.as_bytes())?)?;
/// assert_eq!((report.accounts(), report.duplicates()), (1, 1));
///
/// let event = graph.events().next().unwrap();
/// let confidences = event.accounts().map(|account| account.confidence());
/// assert!(confidences.eq([None, Some(0.4)]));
/// # Ok::<(), demarche::Error>(())
/// ```
///
/// # Cost
/// O(n) in the bytes, O(m log m) in the mentions, and O(e) in the events of the graph,
/// once an ingest.
pub type GdeltMentionsReader<R = Input> = Reader<GdeltMentionsFormat, R>;

/// How GDELT's files of mentions are to be read.
pub type GdeltMentionsReaderBuilder = ReaderBuilder<GdeltMentionsFormat>;

/// The rows of GDELT's files of mentions, in the order of the files.
pub type GdeltMentionsRecords<'r, R = Input> = Records<'r, GdeltMentionsFormat, R>;
