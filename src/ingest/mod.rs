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
//! | read | a row becomes a record, or is refused with line, column, what was found and what was expected | one reader for each format: [`IcewsReader`], [`GdeltReader`], [`GdeltMentionsReader`], [`FtmReader`] |
//! | cast | the names of the file become actors of the graph: those that are there, or new ones | [who is who](self#who-is-who) |
//! | fold | rows that tell of one event become one | [`Folding`] |
//! | record | each event with an account for each story, each account with its rows | [`Report`] |
//!
//! The graph is written to only after all of the file was read, and on a
//! [snapshot](crate::Graph#snapshots): if anything goes wrong, it is as it was.
//!
//! A list that has no reader of its own is read by a [`mapping`], which says what its
//! columns are; [`mappings`] has some for lists that many use. A file of which nobody
//! said what it is is [opened](open) by how it begins ([`FormatName`]).
//!
//! # What was folded
//!
//! [`Graph::folded`](crate::Graph::folded) lists the events that were made of several
//! rows, with who tells of them and how each came to be there. What was only presumed
//! is taken apart by [`Graph::unfold`](crate::Graph::unfold), and all that was folded,
//! as far as it can be restored, by [`Graph::unfold_rows`](crate::Graph::unfold_rows).
//! Two files are never folded with each other, unless
//! [`Graph::fold_across`](crate::Graph::fold_across) is asked to;
//! [`Graph::unfold_across`](crate::Graph::unfold_across) undoes it.
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
//! A row says `Vladimir Putin`, `Police (India)` or `KREMLIN` with the code `RUSGOV`,
//! perhaps with sectors, a country, an office, or a Wikidata item. What rows say alike
//! is looked up once, by the first of these that finds somebody:
//!
//! | step | who is found |
//! |---|---|
//! | a code of its own (Wikidata, FollowTheMoney, ISO, COW) | the actor of the graph that has it; a country's is that state |
//! | the name | the actor of the graph of that name or alias that may be meant: none of other codes in the same system, no company for a person, no state for a namesake with a country or sectors of its own |
//! | the tables of [countries and organizations of states](crate::model::codes::country) | `Russian Federation`, `RUSSIAN` with the code `RUS`, 365 of COW: one state, added with all its names and codes; `NATO` likewise |
//! | a near name, [if asked for](ReaderBuilder::near_names) | the actor of the nearest name; each match is listed in the [`Report`] |
//! | nobody | a new actor, of the sort that the words tell |
//!
//! If several actors fit alike, the first one added is taken, and the [`Report`] lists
//! [who else](Report::ambiguities) it could have been. A state keeps events of days on
//! which it [did not exist](Report::out_of_time), but COW's codes that changed hands
//! are read as of the day.
//!
//! A new actor is
//!
//! * a **state**, if it has no sectors and its name is that of a country that exists on
//!   its days, or is kin to its country column: the same but for words such as
//!   "Republic of". The other spelling becomes an alias;
//! * an **organization**, if it is a role with a country (`Police (India)`,
//!   `Foreign Affairs (Togo)`) whose words or sectors name a body; or has the sector of
//!   intergovernmental organizations, no country, and a name to match (`European
//!   Union`; but not `Cecilia Malmstrom`);
//! * a **group**, if it is another role with a country (`Citizen (India)`), unless
//!   it is an office with one holder (`Head of Government (Croatia)`);
//! * a **leader**, if a row gives it a title of office;
//! * **unresolved** otherwise, since a file does not say whether `Al Jazeera` is a
//!   person. [`Graph::resolve`](crate::Graph::resolve) tells it later.
//!
//! Of a name with a [CAMEO actor code](crate::model::codes::CameoActor), as in GDELT,
//! more can be told:
//!
//! | name | code | actor |
//! |---|---|---|
//! | `RUSSIA`, `RUSSIAN` | `RUS` | the state Russia |
//! | `RUSSIA`, or none | `RUSGOV` | the organization "Government of Russia", also known as `Government (Russia)` |
//! | `POLICE` | `KENCOP` | the organization `Police (Kenya)`; without a country, an unnamed one |
//! | `KREMLIN` | `RUSGOV` | an organization of that name: one of the few seats of government that stand for it |
//! | `ANGELA MERKEL` | `DEUGOV` | a leader, as it begins with a common given name |
//! | `PRIME MINISTER` | `GBRGOV` | `Prime Minister (United Kingdom)`, unresolved: an office, not a person |
//! | `LAWYER`, `TERRORIST` | `JUD`, `UAF` | groups |
//! | `BERLIN` | `DEU` | unresolved: a city is not silently its state |
//! | `PUTIN`, `COLORADO` | `RUSGOV`, `USACOP` | unresolved, with the sectors "Government", "Police" |
//! | `AL QAIDA` | `IMGMOSALQ` | the armed group of the code, which the name spells |
//! | none | `EUR`, `CVL` | what the code says: `Europe`, unresolved; `Civilians`, a group |
//!
//! Publishers are media. The country becomes an affiliation to that state, observed on
//! the days of the rows.
//!
//! # Cost
//!
//! O(r) in the rows for reading, O(r log r) for folding and recording. While it
//! reads, a row takes about a hundred bytes, and each distinct name and place is
//! held once; the graph itself takes several times that.

mod any;
mod cast;
mod columns;
mod dangling;
mod delimiter;
mod draft;
mod field;
mod fold;
mod fold_across;
mod folded;
mod folding;
mod format;
pub mod ftm;
pub mod gdelt;
pub mod gdelt_mentions;
pub mod icews;
mod input;
mod kin;
mod line;
pub mod mapping;
pub mod mappings;
mod mention;
pub mod polecat;
pub mod quadruples;
mod quoting;
mod reader;
mod recording;
mod report;
mod source;
mod unfold;
mod who;

pub use any::{AnyFormat, AnyReader, AnyReaderBuilder, AnyRecord, AnyRecords, FormatName, open};
pub use dangling::Dangling;
pub use fold_across::FoldedAcross;
pub use folded::{Folded, Joined, Telling};
pub use folding::{Folding, Step};
pub use format::Format;
pub use ftm::{FtmEntities, FtmEntity, FtmFormat, FtmOp, FtmReader, FtmReaderBuilder};
pub use gdelt::{
    GdeltActor, GdeltColumn, GdeltFormat, GdeltMeasure, GdeltPlace, GdeltReader,
    GdeltReaderBuilder, GdeltRecord, GdeltRecords, GdeltVersion,
};
pub use gdelt_mentions::{
    GdeltMention, GdeltMentionKind, GdeltMentionsFormat, GdeltMentionsReader,
    GdeltMentionsReaderBuilder, GdeltMentionsRecords, GdeltPending,
};
pub use icews::{
    IcewsFormat, IcewsParty, IcewsReader, IcewsReaderBuilder, IcewsRecord, IcewsRecords,
};
pub use input::Input;
pub use mapping::{
    MappingFormat, MappingReader, MappingReaderBuilder, MappingRecord, MappingRecords,
};
pub use polecat::{
    PolecatFormat, PolecatParties, PolecatParty, PolecatReader, PolecatReaderBuilder,
    PolecatRecord, PolecatRecords,
};
pub use quadruples::{
    QuadrupleFormat, QuadrupleName, QuadrupleReader, QuadrupleReaderBuilder, QuadrupleRecord,
    QuadrupleRecords,
};
pub use reader::{Progress, Reader, ReaderBuilder, Records};
pub use report::{Ambiguity, NearName, Refusal, Report};
pub use source::Source;
