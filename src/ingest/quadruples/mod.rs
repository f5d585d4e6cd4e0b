//! Benchmark quadruples: ICEWS14 and its kin, the files that link prediction on
//! temporal knowledge graphs is tried on.
//!
//! A row is a fact: head, relation, tail, and when; four columns between tabs or runs
//! of blanks, without a header. There are no stories, places or publishers.
//!
//! | column | becomes |
//! |---|---|
//! | head, tail | source and target, or parties, visitor and host, as the relation has it: `Barack_Obama` is the actor "Barack Obama"; an item of Wikidata (`Q76`) is one by its code too |
//! | relation | the event's [code](crate::model::codes::CameoCode), if it is a name that ICEWS has for one (`Discuss_by_telephone` is `041`) or a code itself; else an event [of that label](crate::NewEvent::other) |
//! | time | the event's date, which ICEWS takes from the story: an event with a code is [dated by report](crate::time::Basis::Report). A date has its unknown parts as `#`: `1926-##-##` |
//! | a fifth column | when it ended, after a date; nothing (`0` or `-1`), after a number |
//! | the line | the reference to the row: `17`, or, for the seventeenth line of the third file, `2000000017` |
//!
//! # By name or by number
//!
//! Many of these sets write numbers, and the names in files of their own. The reader is
//! given those, and told what the time counts, as that differs from set to set and no
//! file says it: days from 1 in ICEWS14, hours from 0 in ICEWS18, days since 2005-01-01
//! in ICEWS05-15. It guesses neither.
//!
//! ```no_run
//! use demarche::{Graph, ingest::QuadrupleReader};
//! use jiff::civil::date;
//!
//! let reader = QuadrupleReader::builder()
//!     .data_set("ICEWS14")
//!     .entities("entity2id.txt")?
//!     .relations("relation2id.txt")?
//!     .days_from(date(2014, 1, 1), 1)
//!     .from_paths(["train.txt", "valid.txt", "test.txt"])?;
//! let mut graph = Graph::new();
//! println!("{}", graph.ingest(reader)?);
//! # Ok::<(), demarche::Error>(())
//! ```
//!
//! # Folding
//!
//! ICEWS writes a call once from each side, and so do its benchmarks. As they have
//! left out the stories, the two rows are [presumed](super::Step::Presumed) to be one
//! event, as are all of the day between the two in a
//! [two-sided](super::Folding::is_two_sided) code: the 958 calls of ICEWS14 are 479. Each
//! row stays an account. To keep every row apart, ask for
//! [`Folding::none`](super::Folding::none).
//!
//! # Facts over a span
//!
//! The sets cut from YAGO and Wikidata say how long a fact held: `1926-##-##` to
//! `1930-05-##`. Their relations (`playsFor`, `isMarriedTo`) are none of the
//! [ties](crate::TieKind) that the graph knows, so such a fact is an event with the
//! relation for a label. It is dated by its start, and lasts
//! [at least](crate::time::Bound) as long as its two ends certainly leave between them;
//! just so long, if both are days. If only the end is known, it began some day up to
//! then. Both ends, as the file has them, are in the reference to the row.

mod builder;
mod clock;
mod drafting;
mod format;
mod names;
mod record;
mod relations;
#[cfg(test)]
mod tests;

use super::{Input, Reader, ReaderBuilder, Records};

pub use format::QuadrupleFormat;
pub use record::{QuadrupleName, QuadrupleRecord};
pub(in crate::ingest) use relations::code_of;

/// A reader of benchmark quadruples, such as ICEWS14, for
/// [`Graph::ingest`](crate::Graph::ingest) or row by row.
///
/// ```
/// use demarche::{Graph, ingest::QuadrupleReader};
///
/// let file = "\
/// Barack_Obama\tDiscuss_by_telephone\tVladimir_Putin\t2014-03-01
/// Vladimir_Putin\tDiscuss_by_telephone\tBarack_Obama\t2014-03-01
/// Barack_Obama\tAccuse\tVladimir_Putin\t2014-03-03
/// 4\t9\t17\t62
/// ";
/// let mut graph = Graph::new();
/// let report = graph.ingest(QuadrupleReader::from_reader(file.as_bytes())?)?;
/// assert_eq!((report.rows(), report.events(), report.refused()), (4, 2, 1));
/// assert_eq!(
///     report.refusals()[0].to_string(),
///     "line 4, column 1: found \"4\", \
///      expected a name (where they are numbers, give the file of their names: `entities`)"
/// );
///
/// let obama = graph.actor("Barack Obama")?;
/// let contacts = graph.view().who_talked_to(obama)?;
/// assert_eq!(contacts.iter().next().unwrap().name(), "Vladimir Putin");
/// # Ok::<(), demarche::Error>(())
/// ```
pub type QuadrupleReader<R = Input> = Reader<QuadrupleFormat, R>;

/// How files of benchmark quadruples are to be read.
pub type QuadrupleReaderBuilder = ReaderBuilder<QuadrupleFormat>;

/// The rows of files of benchmark quadruples, in the order of the files.
pub type QuadrupleRecords<'r, R = Input> = Records<'r, QuadrupleFormat, R>;
