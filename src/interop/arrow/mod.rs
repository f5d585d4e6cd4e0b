//! A graph as tables of Apache Arrow, for data frames: feature `arrow`.
//!
//! Record batches go to Polars, DataFusion, DuckDB, pandas and whatever else speaks
//! Arrow, and a graph is built of them again. [`parquet`](crate::interop) writes the same
//! tables to files.
//!
//! ```
//! use demarche::interop::arrow::{Table, Tables};
//! use demarche::{Call, Graph, Leader, NewAccount, Organization};
//!
//! let mut graph = Graph::new();
//! let macron = graph.add(Leader::new("Emmanuel Macron"))?;
//! let putin = graph.add(Leader::new("Vladimir Putin"))?;
//! let kremlin = graph.add(Organization::new("Kremlin"))?;
//! let call = Call::between(macron, putin).on("2021-11-15").lasting("almost PT2H");
//! graph.record(call.account(NewAccount::by(kremlin)))?;
//!
//! let tables = Tables::everything(&graph)?;
//! let rows = |table| -> demarche::Result<usize> {
//!     tables.batches(table).map(|batch| Ok(batch?.num_rows())).sum()
//! };
//! assert_eq!((rows(Table::Actors)?, rows(Table::Events)?, rows(Table::Accounts)?), (3, 1, 1));
//! assert_eq!(rows(Table::Deeds)?, 2); // he talked to him, and he to him
//!
//! let back = Graph::from_arrow(|table| Ok(tables.batches(table)))?;
//! assert_eq!(back, graph);
//! # Ok::<(), demarche::Error>(())
//! ```
//!
//! # Columns
//!
//! Things are counted from 1, in order of recording, as in [documents](super::json). Dates
//! and lengths are texts in the notation of [`time`](crate::time), and beside them stand
//! days as `Date32`, of which those are missing that are open: a `WHERE earliest >= …`
//! asks for what certainly was since, `latest >= …` for what may have been. An actor is
//! its key, as a dictionary of `Int32`; where actors were merged, it is who stands for it
//! today, and a column `…recorded_as` keeps of whom it was told, if of another. Lists are
//! empty where there is nothing. Columns marked with `?` may be null; `Utf8` is a text.
//!
//! ## `actors`
//!
//! | column | type | what it is |
//! |---|---|---|
//! | `actor` | `UInt32` | its number |
//! | `key` | `Utf8` | its key, by which all tables name it |
//! | `name` | `Utf8` | its name, or a description if unnamed |
//! | `sort` | `Utf8` | `leader`, `state`, `organization`, `group`, `unresolved` |
//! | `organization` | `Utf8`? | of an organization, its [sort](crate::OrganizationSort): `media` |
//! | `unnamed` | `Boolean` | whether it is known by a description only |
//! | `aliases` | `List<Utf8>` | other names |
//! | `codes` | `List<Struct>` | its codes: `system` (`Utf8`, as `iso3`) and `code` (`Utf8`) |
//! | `iso3` | `Utf8`? | the first of its codes in ISO 3166-1 alpha-3, for joins |
//! | `sectors` | `List<Utf8>` | sectors, as data files give them |
//! | `merged_into` | actor? | the one that it was found to be |
//!
//! ## `ties`
//!
//! | column | type | what it is |
//! |---|---|---|
//! | `tie` | `UInt32` | its number |
//! | `kind` | `Utf8` | `office`, `membership`… as in [documents](super::json#ties) |
//! | `from_actor` | actor | the holder, member, part, successor, owner or agent |
//! | `from_recorded_as` | actor? | of whom it was told, if of another |
//! | `to_actor` | actor | whose office, which whole, whom it succeeds, what it owns |
//! | `to_recorded_as` | actor? | of whom it was told, if of another |
//! | `title` | `Utf8`? | of an office, its title; what the one is to the other |
//! | `span` | `Utf8` | when it holds: `2017-05-14/..` |
//! | `earliest` | `Date32`? | the first day on which it may hold |
//! | `latest` | `Date32`? | the last |
//! | `observed` | `List<Date32>` | of an affiliation, the days on which a file shows it |
//! | `retracted` | `Utf8`? | when it was retracted |
//! | `accounts` | `UInt32` | how many rows of `accounts` are of it |
//!
//! ## `events`
//!
//! | column | type | what it is |
//! |---|---|---|
//! | `event` | `UInt32` | its number |
//! | `key` | `Utf8`? | its key |
//! | `kind` | `Utf8`? | its [kind](crate::model::codes::Kind): `call` |
//! | `code` | `Utf8`? | CAMEO's code: `041` |
//! | `class` | `Utf8`? | PLOVER's class: `CONSULT` |
//! | `mode` | `Utf8`? | PLOVER's mode: `phone` |
//! | `label` | `Utf8`? | what it is called, if it was given words of its own |
//! | `talk` | `Boolean` | whether somebody talked to somebody, by kind, class or code |
//! | `goldstein` | `Float64`? | its code on the Goldstein scale |
//! | `modality` | `Utf8` | `actual`, `agreed`, `planned`, `cancelled` |
//! | `standing` | `Utf8`? | `asserted`, `alleged`, `denied`, `contested`; none if it was taken back |
//! | `certainty` | `Utf8`? | how certainly it is in the frame of the view: `certain`, `as dated`, `possible` |
//! | `counted` | `Boolean` | whether the view counts it: by default, if it is asserted and actual |
//! | `moment` | `Utf8`? | its own date: `2021-11-15` |
//! | `basis` | `Utf8` | whose date that is: `event` or `report` |
//! | `earliest` | `Date32`? | the first day on which it may have begun, by its own date or else its accounts |
//! | `latest` | `Date32`? | the last |
//! | `lasting` | `Utf8`? | how long: `almost PT2H` |
//! | `participants` | `List<Struct>` | who took part: `role` (`Utf8`, as [`Role`](crate::Role): `party`, `source`, `on_account_of`), `actor` (actor), `recorded_as` (actor?) |
//! | `initiator` | actor? | who began it |
//! | `initiator_recorded_as` | actor? | of whom that was told, if of another |
//! | `place` | `Struct`? | where: `name`, `country` (`Utf8`?), `latitude`, `longitude` (`Float64`?) |
//! | `about` | `List<Utf8>` | topics |
//! | `numbers` | `List<Struct>` | `what` (`Utf8`), how `many` (`Utf8`: `at least 11`), and the figure, `value` (`UInt64`) |
//! | `text` | `Utf8`? | free text: the charge of an accusation |
//! | `links` | `List<Struct>` | its `kind` (`Utf8`: `responds_to`) and to which `event` (`UInt32`) |
//! | `presumed` | `Boolean` | whether rows were presumed to be one event |
//! | `retracted` | `Utf8`? | when it was retracted |
//! | `accounts` | `UInt32` | how many rows of `accounts` are of it |
//! | `rest` | `Utf8`? | what has no column, as JSON: the fields `occurrence`, `from`, `sanction` and `inferred` of [documents](super::json#events) |
//!
//! ## `accounts`
//!
//! First those of ties, then those of events, each in the order of what they are of.
//!
//! | column | type | what it is |
//! |---|---|---|
//! | `tie` | `UInt32`? | of which tie it is |
//! | `event` | `UInt32`? | or of which event |
//! | `nth` | `UInt32` | which of the accounts of that it is |
//! | `speaker` | actor? | who says so |
//! | `speaker_recorded_as` | actor? | of whom that was told, if of another |
//! | `publisher` | actor? | by which outlet we have it |
//! | `publisher_recorded_as` | actor? | of whom that was told, if of another |
//! | `stance` | `Utf8` | `asserts`, `alleges`, `denies` |
//! | `stated` | `Utf8`? | when it was said |
//! | `stated_earliest` | `Date32`? | the first day on which it may have been |
//! | `recorded` | `Utf8`? | when it came to us, in UTC |
//! | `recorded_earliest` | `Date32`? | the first day on which it may have |
//! | `withdrawn` | `Utf8`? | when it was withdrawn or superseded |
//! | `superseded_by` | `UInt32`? | which of the accounts took its place |
//! | `words` | `List<Struct>` | its `text` and its `wording` (`Utf8`: `verbatim`, `paraphrase`, `translation`) |
//! | `about` | `List<Utf8>` | topics |
//! | `moment` | `Utf8`? | its own date of the event |
//! | `lasting` | `Utf8`? | how long it says that lasted |
//! | `place` | `Struct`? | where it says that was: as of events |
//! | `numbers` | `List<Struct>` | how many it says: as of events |
//! | `measures` | `List<Struct>` | what its data set computes: `what` (`Utf8`) and `value` (`Float64`) |
//! | `code` | `Utf8`? | its own code |
//! | `confidence` | `Float64`? | from 0 to 1 |
//! | `grade` | `Utf8`? | by the Admiralty system: `B2` |
//! | `url` | `Utf8`? | where it can be read |
//! | `data_set` | `Utf8`? | in which data set it came |
//! | `data_set_version` | `Utf8`? | the version of that |
//! | `data_set_licence` | `Utf8`? | its licence |
//! | `rows` | `List<Utf8>` | rows of the data set that it rests on |
//!
//! ## `deeds`
//!
//! What events make of each two actors, at the [level](crate::View::level) of the view:
//! the short way to who did what to whom, which no graph is built of. Talks go both ways.
//!
//! | column | type | what it is |
//! |---|---|---|
//! | `event` | `UInt32` | by which event |
//! | `from_actor` | actor | who |
//! | `deed` | `Utf8` | `talked`, `visited`, `accused`, `sanctioned`, and `acted`: did anything |
//! | `to_actor` | actor | to whom |
//! | `earliest` | `Date32`? | as of the event |
//! | `latest` | `Date32`? | as of the event |
//! | `counted` | `Boolean` | as of the event |
//!
//! ## The panel
//!
//! The rows of a [panel](crate::query::Panel::to_arrow) have its own
//! [columns](crate::query::Panel::columns): texts, counts as `UInt64`, figures as `Float64`;
//! and after `period` (`Utf8`) its `first_day` and `last_day` (`Date32`).
//!
//! # The version
//!
//! The metadata of each schema names the version of all this, [`SCHEMA_VERSION`], as
//! [`SCHEMA_KEY`], and the table as [`TABLE_KEY`]. A version changes when a table could be
//! misread; what is of another, or of none, is refused. Columns are found by name, in
//! whatever order; others beside them are passed over.
//!
//! # What is shared, and what is copied
//!
//! The keys of actors are gathered once for each [`Tables`], from the texts that each actor
//! has of its own; all batches share that one array: the column `key` of actors is a slice
//! of it, and every column of actors has a number in it for each row. All other columns are
//! written once, into the very buffers that Arrow then has, and not copied from there.
//!
//! None of them is lent by the store. Arrow could take its memory as it lies there without
//! unsafe code, as `Buffer` does of bytes with an owner; but no column of the store holds
//! what a column here is to hold:
//!
//! | in the store, of events of the common sort | bytes an event | what the column here would need |
//! |---|---|---|
//! | number | none: it is its place | `event`: the number itself |
//! | day | none: a number and a beginning for each *distinct* day | `earliest`, `latest`: a day for each row. Arrow has an encoding by runs; Parquet has no such type |
//! | first and second actor, in two columns | 8 | `participants`: those of one row next to each other, with who was merged since put in the place of each, and nothing where there is no second |
//! | shape: what kind, code, class, mode, modality, basis and roles many events have in common | 2 | `kind`, `code`…: a text for each row. As keys of a dictionary, shapes would repeat its values, of which pandas makes no categories |
//! | time of day | 0 or 2 | `moment`: a text |
//! | attribution of an account: speaker, publisher, stance and data set as one | 4 | `speaker`, `publisher`, `stance`, `data_set`: a column of each |
//! | when an account was stated and recorded | 8 | `stated_earliest`, `recorded_earliest`: a day. It is a day or a minute, times four, with what it is in the remainder |
//! | what else an account has: URL, rows, measures | 0 or 4, and bytes in an arena | `url`, `rows`…: texts one after another. They are packed account by account, each text after its length |
//!
//! And columns of the store are in order of time, a segment each, where tables are in order
//! of recording; in them stands what an event was before it was amended; and beside them
//! lie the events that do not fit in such columns at all. Only the numbers of first and
//! second actors would be as Arrow has them, and only in a table of other columns than
//! these, of events that all are of two, in order of time, and never amended.
//!
//! # What is checked
//!
//! Batches are read by the rules of documents, as [`coded`](super::json#who-may-do-what)
//! events and `unchecked` ties: anybody in any role, but no unknown actor, no key twice, no
//! date that does not exist. Accounts are to come in the order of the ties and events that
//! they are of.

mod panel;
mod read;
mod rows;
pub(crate) mod schema;
mod table;
mod tables;

pub use arrow_array;
pub use arrow_schema;

pub use schema::{SCHEMA_KEY, SCHEMA_VERSION, TABLE_KEY};
pub use table::Table;
pub use tables::{Batches, Tables};

#[cfg(feature = "parquet")]
pub(crate) use panel::PanelRows;
#[cfg(feature = "parquet")]
pub(crate) use read::check;
pub(crate) use read::graph;
#[cfg(feature = "parquet")]
pub(crate) use rows::{AccountRows, ActorRows, DeedRows, EventRows, Rows, TieRows};

use arrow_array::RecordBatch;

use crate::{Graph, Result};

impl Graph {
    /// Builds a graph of the batches of its [tables](crate::interop::arrow): actors, ties,
    /// events and accounts, each asked for by name.
    ///
    /// Costs O(n log n) in what they hold, and beside the graph the memory of a batch of
    /// accounts, 4 bytes for each event, and a few times as many for each link.
    ///
    /// # Errors
    /// When a batch is an error itself, is of another [version](crate::interop::arrow#the-version)
    /// or has no such columns, or when a row is at fault: the message names it.
    ///
    /// ```
    /// use demarche::interop::arrow::{Table, Tables};
    /// use demarche::{Call, Graph, Leader};
    ///
    /// let mut graph = Graph::new();
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// graph.record(Call::between(macron, putin).on("2021-11-15"))?;
    /// let tables = Tables::everything(&graph)?;
    /// assert_eq!(Graph::from_arrow(|table| Ok(tables.batches(table)))?, graph);
    ///
    /// // Events without the actors that they are of are none.
    /// let without = |table| match table {
    ///     Table::Actors => Ok(tables.batches(Table::Actors).take(0)),
    ///     _ => Ok(tables.batches(table).take(usize::MAX)),
    /// };
    /// let error = Graph::from_arrow(without).unwrap_err();
    /// assert!(error.is_in_input());
    /// assert_eq!(error.to_string(), "row 1 of events: no actor has the key \"emmanuel-macron\"");
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn from_arrow<I>(batches: impl Fn(Table) -> Result<I>) -> Result<Self>
    where
        I: IntoIterator<Item = Result<RecordBatch>>,
    {
        graph(|table| Ok(batches(table)?.into_iter()))
    }
}

#[cfg(test)]
mod tests;
