//! A whole graph as one JSON document, to be read and written by hand.
//!
//! # What is in a document?
//!
//! All that a graph holds, in one object: first the version of the format, then the
//! actors, then the ties and the events between them. Each actor, tie and event is an
//! object of one field, which says what it is, and whose value says the rest.
//!
//! ```
//! use demarche::Graph;
//!
//! let graph = Graph::from_json(r#"{
//!   "demarche": 1,
//!   "actors": [
//!     {"state": {"name": "France", "codes": {"iso3": "FRA"}}},
//!     {"leader": {"name": "Emmanuel Macron"}},
//!     {"leader": {"key": "putin", "name": "Vladimir Putin", "aliases": ["Владимир Путин"]}},
//!     {"leader": {"name": "Alexander Lukashenko"}},
//!     {"organization": {"name": "Kremlin", "sort": "government_body"}}
//!   ],
//!   "ties": [
//!     {"office": {"from": "emmanuel-macron", "to": "france",
//!                 "title": "President", "span": "2017-05-14/.."}}
//!   ],
//!   "events": [
//!     {"consultation": {"parties": ["putin", "alexander-lukashenko"], "occurrence": "several",
//!                       "links": {"before_end_of": "call"}, "accounts": {"by": "kremlin"}}},
//!     {"call": {"key": "call", "parties": ["emmanuel-macron", "putin"], "on": "2021-11-15",
//!               "lasting": "almost PT2H", "about": ["migration", "Belarus border"]}}
//!   ]
//! }"#)?;
//!
//! let call = graph.event("call")?;
//! assert_eq!(call.duration().unwrap().to_string(), "almost 2 h");
//! assert_eq!(call.participants().len(), 2);
//! assert_eq!(graph.describe(graph.actor("Владимир Путин")?)?.key(), "putin");
//!
//! // What is written out is read back as it was, and written out again as it is.
//! let text = graph.to_json();
//! assert_eq!(Graph::from_json(&text)?, graph);
//! assert_eq!(Graph::from_json(&text)?.to_json(), text);
//! # Ok::<(), demarche::Error>(())
//! ```
//!
//! # How are things written?
//!
//! * An actor is referred to by its **key** and by nothing else, as names may be ambiguous.
//!   A key that is left out is made of the name, as by [`Graph::add`]: `emmanuel-macron`.
//! * An event is referred to by its key, or by its number in the document, from 1, as
//!   `"#17"`. What begins with `#` is always a number. Links may point forward.
//! * Dates, spans and durations are texts in the notation of [`time`](crate::time); numbers
//!   of things are whole numbers or texts such as `"at least 11"`.
//! * Where a list is expected, one value may stand for a list of one.
//! * What is not known is left out. `null` is an error, but for
//!   [one purpose](#what-do-the-tags-of-events-imply).
//!
//! ## Actors
//!
//! Tags: `leader`, `state`, `organization`, `group`, `unresolved`.
//!
//! | field | value | if left out |
//! |---|---|---|
//! | `key` | lower-case letters and digits with single hyphens | made of the name |
//! | `name` | its name, or a description if unnamed | must be there |
//! | `unnamed` | `true` if it is known by a description only | `false` |
//! | `sort` | of an organization, its [sort](crate::OrganizationSort): `"media"` | `"other"` |
//! | `aliases` | other names | none |
//! | `codes` | codes by [system](crate::CodeSystem): `{"iso3": "FRA", "cow": ["220"]}` | none |
//! | `sectors` | sectors, as data files give them | none |
//! | `merged_into` | the key of the actor that stands for it, being found to be the same | it stands for itself |
//!
//! ## Ties
//!
//! Tags: `office`, `membership`, `part_of`, `alliance`, `succession`, `affiliation`,
//! `ownership`, `family`, `association`, `representation`.
//!
//! | field | value | if left out |
//! |---|---|---|
//! | `from` | the holder, member, part, successor, owner or agent | must be there |
//! | `to` | whose office, which whole, whom it succeeds, what it owns, for whom it acts | must be there |
//! | `title` | of an office, its title; of the last four, what the one is to the other | none |
//! | `span` | when it holds: `"2017-05-14/.."` | `"/"`, unknown |
//! | `observed` | of an affiliation, the days on which a file shows it | none |
//! | `retracted` | when it was retracted | it was not |
//! | `accounts` | whose word we have | none |
//!
//! ## Events
//!
//! Tags: every [kind](crate::model::codes::Kind) by its name, `coded` and `other`.
//!
//! | field | value | if left out |
//! |---|---|---|
//! | `key` | a key to be referred to by | it has none |
//! | `label` | of `other` and `coded`, what it is called | none; `other` must have one |
//! | `code`, `class`, `mode` | CAMEO's code, PLOVER's class and mode | [as the tag implies](#what-do-the-tags-of-events-imply) |
//! | `kind` | of `coded`, its kind | as the code or class implies |
//! | `parties`, `visitors`, `hosts`, `mediators`, `sources`, `targets`, `on_account_of` | who takes part in which [role](crate::Role) | nobody; somebody must |
//! | `initiator` | which of them began it | not known |
//! | `on` | when it took place | not known |
//! | `basis` | `"report"` if that is the date of the report | `"event"` |
//! | `lasting` | how long: `"almost PT2H"` | not known |
//! | `occurrence` | `"several"`, or `{"times": 3}` | `"once"` |
//! | `from` | of a transport, where it began: a place | not known |
//! | `at` | where: a name, or `{"name", "country", "coordinates": [north, east]}` | not known |
//! | `about` | topics | none |
//! | `numbers` | how many of what: `{"deaths": "at least 11"}` | none |
//! | `text` | free text: the charge of an accusation | none |
//! | `modality` | `"agreed"`, `"planned"`, `"cancelled"` | `"actual"`; `"agreed"` if the sanction is |
//! | `sanction` | its terms: `{"status", "measures", "in_force"}` | of a `sanction`, imposed |
//! | `links` | how it stands to other events: `[{"before_end_of": "call"}]` | none |
//! | `inferred` | what was inferred and why: `[{"aspect": "date", "why": "…"}]` | nothing |
//! | `presumed` | `true` if rows were presumed to be one event | `false` |
//! | `retracted` | when it was retracted | it was not |
//! | `accounts` | whose word we have | none |
//!
//! ## Accounts
//!
//! | field | value | if left out |
//! |---|---|---|
//! | `by` | the speaker | not known |
//! | `via` | the publisher | not known |
//! | `stance` | `"alleges"`, `"denies"` | `"asserts"` |
//! | `stated`, `recorded` | when it was said, when it came to us, in UTC | not known |
//! | `withdrawn` | when it was withdrawn or superseded | it was not |
//! | `superseded_by` | the number, from 1, of the account that took its place | none did |
//! | `words` | texts, which are verbatim, or `{"text", "wording": "paraphrase"}` | none |
//! | `about` | topics | none |
//! | `on`, `at`, `lasting`, `numbers`, `code` | its own values, as of events | it gives none |
//! | `measures` | what its data set computes: `{"tone": -2.5}` | none |
//! | `confidence` | from 0 to 1 | not given |
//! | `grade` | by the Admiralty system: `"B2"` | not given |
//! | `url` | where it can be read | not given |
//! | `data_set` | a name, or `{"name", "version", "licence"}` | in none |
//! | `rows` | rows of the data set that it rests on | none |
//!
//! # What do the tags of events imply?
//!
//! A kind implies its code, class and mode, as it does in Rust: a `call` is `041`,
//! CONSULT *phone*. One that is given is put in its place, and implies the rest in its
//! turn; `null` says that there is none. A `coded` event is what its `code` implies, or
//! without one its `class` and `mode`. An `other` event has its label alone.
//!
//! # Who may do what?
//!
//! A document is written by hand, so the tag of a kind comes with the rules that the
//! [types](crate::model::may) have in Rust: only a state or an organization is among the
//! `sources` of a `sanction`. But [files](crate::NewEvent::coded) do put any actor in any
//! role, and an unresolved actor may turn out to be one that should not have done what it
//! did. So there is one tag without rules, and whatever breaks those of its kind is written
//! under it: of an event `coded` (with the `kind` where the code does not imply it), of a
//! tie `unchecked`, with its `kind`. Speakers and publishers of accounts are not checked.
//!
//! ```
//! use demarche::{Graph, Position};
//!
//! let with = |event: &str| {
//!     let actors = r#"{"group": {"name": "protesters"}}, {"state": {"name": "Belarus"}}"#;
//!     Graph::from_json(&format!("{{\"demarche\": 1, \"actors\": [{actors}],\n\"events\": [{event}]}}"))
//! };
//! let error = with(r#"{"sanction": {"sources": "protesters"}}"#).unwrap_err();
//! assert_eq!(error.position(), Some(Position { line: 2, column: 37 }));
//! assert_eq!(
//!     error.to_string(),
//!     "line 2, column 37: \"protesters\" is a group, expected a state, an organization or an \
//!      unresolved actor among the \"sources\" of a sanction",
//! );
//! assert!(with(r#"{"coded": {"code": "163", "sources": "protesters"}}"#).is_ok());
//! # Ok::<(), demarche::Error>(())
//! ```
//!
//! # The canonical text
//!
//! [`Graph::to_json`] writes every graph in one way: indented by two spaces, fields in a
//! fixed order, what is absent or implied left out, actors, ties and events in the order in
//! which they were recorded. It is a fixed point: read and written again, it is the same,
//! byte for byte. Numbers are read exactly as they are written.
//!
//! # What is refused
//!
//! Everything that is not described here: unknown fields, fields and keys that are there
//! twice, values of another type, unknown actors and events, dates that do not exist, and
//! whatever is no JSON. The error is told at the line and column where the fault begins, and
//! there is no graph then. Fields of the document itself stand in their order. A byte order
//! mark in front is passed over; a document has at most 4 GiB.
//!
//! # The version
//!
//! A document names the [`VERSION`] of the format that it is written in. It changes when a
//! document could be misread; this version reads 1 alone.

#[cfg_attr(
    not(feature = "arrow"),
    allow(
        dead_code,
        reason = "only tables are read by values that were never written"
    )
)]
mod built;
mod fields;
mod file;
mod flaw;
mod form;
mod node;
#[cfg(feature = "arrow")]
mod pieces;
mod read;
mod rules;
mod write;

use std::path::Path;

use super::output::replace;
use crate::error::ErrorKind;
use crate::{Error, Graph, Result};

#[cfg(feature = "arrow")]
pub(super) use built::{Object, Value};
#[cfg(feature = "arrow")]
pub(super) use pieces::Pieces;
#[cfg(feature = "arrow")]
pub(super) use rules::{ROLES, field_of};
#[cfg(feature = "arrow")]
pub(super) use write::rest_of_event;

/// The version of the format, which a document names in its first field.
pub const VERSION: u64 = 1;

/// Documents of more bytes are refused.
const MOST: u64 = 1 << 32;

impl Graph {
    /// Reads a [JSON document](crate::interop::json).
    ///
    /// Costs O(n log n) in its length, and O(n) memory.
    ///
    /// # Errors
    /// When anything is wrong with the document, at the
    /// [position](Error::position) where that begins.
    ///
    /// ```
    /// use demarche::{Graph, Position};
    ///
    /// let error = Graph::from_json(r#"{
    ///   "demarche": 1,
    ///   "actors": [{"leader": {"name": "Angela Merkel"}}, {"leader": {"name": "Joe Biden"}}],
    ///   "events": [{"call": {"parties": ["angela-merkl", "joe-biden"]}}]
    /// }"#).unwrap_err();
    /// assert!(error.is_in_input());
    /// assert_eq!(error.position(), Some(Position { line: 4, column: 36 }));
    /// assert_eq!(
    ///     error.to_string(),
    ///     "line 4, column 36: no actor has the key \"angela-merkl\"; did you mean \"angela-merkel\"?",
    /// );
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self> {
        check_length(text.as_bytes(), MOST)?;
        read::graph(text)
    }

    /// Reads a [JSON document](crate::interop::json) from a file, in UTF-8.
    ///
    /// # Errors
    /// As for [`from_json`](Self::from_json), and when the file cannot be read; the
    /// message names the file.
    pub fn read_json(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        let bytes = file::read(path, MOST.saturating_add(1)).map_err(|source| io(path, source))?;
        from_bytes(&bytes).map_err(|error| error.in_file(path))
    }

    /// The [canonical document](crate::interop::json#the-canonical-text) of the graph.
    ///
    /// Costs O(n) in all that the graph holds.
    ///
    /// ```
    /// use demarche::{Graph, Leader};
    ///
    /// let mut graph = Graph::new();
    /// graph.add(Leader::new("Angela Merkel"))?;
    /// assert_eq!(graph.to_json(), r#"{
    ///   "demarche": 1,
    ///   "actors": [
    ///     {
    ///       "leader": {
    ///         "key": "angela-merkel",
    ///         "name": "Angela Merkel"
    ///       }
    ///     }
    ///   ]
    /// }
    /// "#);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn to_json(&self) -> String {
        // Nothing in a graph is without a form in JSON, and memory does not fail.
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Writes the [canonical document](crate::interop::json#the-canonical-text) to a
    /// file, in one step: if it fails, a file that was there is as it was.
    ///
    /// # Errors
    /// When the file cannot be written; the message names it.
    ///
    /// ```no_run
    /// use demarche::Graph;
    ///
    /// let graph = Graph::read_json("belarus_border_2021.json")?;
    /// graph.write_json("copy.json")?;
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn write_json(&self, path: impl AsRef<Path>) -> Result<()> {
        let path = path.as_ref();
        replace(path, |file| {
            serde_json::to_writer_pretty(&mut *file, self)?;
            std::io::Write::write_all(file, b"\n")
        })
        .map_err(|source| io(path, source))
    }
}

fn from_bytes(bytes: &[u8]) -> Result<Graph> {
    check_length(bytes, MOST)?;
    match str::from_utf8(bytes) {
        Ok(text) => read::graph(text),
        Err(error) => {
            let position = flaw::position(bytes, error.valid_up_to());
            let message = "found a byte that is not UTF-8, expected text".to_owned();
            Err(flaw::error(position, message))
        }
    }
}

fn check_length(document: &[u8], most: u64) -> Result<()> {
    match usize::try_from(most) {
        Ok(most) if document.len() > most => {
            let message = format!("found more, expected a document of at most {most} bytes");
            Err(flaw::error(flaw::position(document, most), message))
        }
        _ => Ok(()),
    }
}

fn io(path: &Path, source: std::io::Error) -> Error {
    Error::new(ErrorKind::Io {
        path: path.display().to_string(),
        source,
    })
}

#[cfg(test)]
pub(super) mod tests;
