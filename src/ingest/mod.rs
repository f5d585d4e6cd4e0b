//! What comes in: readers of the field's files, folding, and who is who.
//!
//! # How does a file become a graph?
//!
//! One line for each file, the same for every format: a builder that ends in
//! `from_path` or `from_reader`, and [`Graph::ingest`](crate::Graph::ingest).
//!
//! ```
//! use demarche::{Graph, ingest::IcewsReader};
//!
//! let file = "\
//! Event ID|Event Date|Source Name|Source Sectors|Source Country|CAMEO Code|Target Name|Target Sectors|Target Country|Story ID|Sentence Number|Publisher
//! 1|2018-06-02|Dmitry Medvedev|Government|Russian Federation|041|Binali Yıldırım|Government|Turkey|7|1|Xinhua
//! 2|2018-06-02|Binali Yıldırım|Government|Turkey|041|Dmitry Medvedev|Government|Russian Federation|7|1|Xinhua
//! 3|2018-06-02|Dmitry Medvedev|Government|Russian Federation|041|Binali Yıldırım|Government|Turkey|8|1|Trend
//! 4|2018-06-31|France|NA|France|010|Germany|NA|Germany|9|1|Trend
//! ".replace('|', "\t");
//!
//! let mut graph = Graph::new();
//! let report = graph.ingest(IcewsReader::from_reader(file.as_bytes())?)?;
//! assert_eq!((report.rows(), report.events(), report.refused()), (4, 1, 1));
//!
//! let call = graph.events().next().unwrap();
//! assert_eq!((call.label().as_str(), call.accounts().len()), ("call", 2));
//! assert!(call.is_presumed()); // two stories are presumed to tell of one call
//!
//! let refused = &report.refusals()[0];
//! assert_eq!(refused.position().to_string(), "line 5, column 3");
//! assert_eq!(refused.found(), "\"2018-06-31\"");
//! # Ok::<(), demarche::Error>(())
//! ```
//!
//! Four things happen, each in its own place:
//!
//! | step | what | where |
//! |---|---|---|
//! | read | a row becomes a record, or is refused with line, column, what was found and what was expected | one reader for each format: [`IcewsReader`] |
//! | cast | the names of the file become actors of the graph: those that are there, or new ones | [who is who](self#who-is-who) |
//! | fold | rows that tell of one event become one | [`Folding`] |
//! | record | each event with an account for each story, each account with its rows | [`Report`] |
//!
//! The graph is written to only after all of the file was read, and on a
//! [snapshot](crate::Graph#snapshots): if anything goes wrong, it is as it was.
//!
//! # Bad rows
//!
//! A reader is *lenient* unless told to be strict: rows that cannot be read are
//! counted, the first hundred of them listed in the [`Report`], and the good rows
//! kept. A *strict* reader makes the first bad row an error. An input that is no
//! file of the format at all (empty, a directory, a header without the columns
//! that matter, no header and no good row) is an error either way.
//!
//! # Who is who
//!
//! A row says `Vladimir Putin`, `Police (India)` or `Russia`, with sectors and a
//! country. Each name is one actor: the one that the graph has under that name or
//! alias, if any, so that a leader added by hand gets the events of the files. If
//! several have it, the first one added gets them, and the [`Report`] counts the
//! name as [ambiguous](Report::ambiguous). A new actor is
//!
//! * a **state**, if it has no sectors and its name is kin to its country column:
//!   the same words, or the same but for words such as "Republic of" ("Macedonia",
//!   "the former Yugoslav Republic of Macedonia") or a final n ("Russia", "Russian
//!   Federation"). The other spelling becomes an alias;
//! * an **organization**, if it is a role with a country (`Police (India)`,
//!   `Foreign Affairs (Togo)`, `Media (Nigeria)`) whose words or sectors name a
//!   body, or has the sector of intergovernmental organizations, no country, and a
//!   name to match (`European Union`; but not `Cecilia Malmstrom`);
//! * a **group**, if it is another role with a country (`Citizen (India)`), unless
//!   it is an office with one holder (`Head of Government (Croatia)`);
//! * **unresolved** otherwise, since a file does not say whether `Al Jazeera` is a
//!   person. [`Graph::resolve`](crate::Graph::resolve) tells it later.
//!
//! Publishers are media. The country column becomes an affiliation to that state,
//! observed on the days of the rows.
//!
//! # Cost
//!
//! O(r) in the rows for reading, O(r log r) for folding and recording. While it
//! reads, a row takes about a hundred bytes, and each distinct name and place is
//! held once; the graph itself takes several times that.

mod cast;
mod columns;
mod draft;
mod field;
mod fold;
mod folding;
mod format;
mod icews;
mod input;
mod kin;
mod line;
mod reader;
mod recording;
mod report;
mod source;
mod unfold;
mod who;

pub use folding::{Folding, Step};
pub use format::Format;
pub use icews::{
    IcewsFormat, IcewsParty, IcewsReader, IcewsReaderBuilder, IcewsRecord, IcewsRecords,
};
pub use input::Input;
pub use reader::{Progress, Reader, ReaderBuilder, Records};
pub use report::{Refusal, Report};
pub use source::Source;
