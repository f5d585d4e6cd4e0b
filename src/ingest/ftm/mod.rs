//! FollowTheMoney: who owns, heads, sanctions whom, as lines of JSON.
//!
//! # What is an entity?
//!
//! FollowTheMoney ([followthemoney.tech](https://followthemoney.tech)) writes down
//! people, companies and ships, and what is between them, all as *entities*: an id, a
//! schema, and properties, each a list of texts. An ownership is an entity too, which
//! points at an owner and an asset by their ids, and these may stand further down in the
//! file, or in none. OpenSanctions puts its entities together from many data sets, and
//! says of each from which, and when it was first and last seen.
//!
//! | schema | becomes | left out |
//! |---|---|---|
//! | `Person` | a leader, if a position, an occupancy or a topic (`role.pep`, `role.pol`, `role.judge`, `role.diplo`, `role.spy`, `gov`) says that the person is in politics; else unresolved, of the sector `Person` | position (in prose), birth, gender, identity numbers, addresses, notes |
//! | `Organization`, `Company`, `PublicBody`, `PoliticalParty`, `LegalEntity` | an organization, of the sort that the schema says, or a topic (`gov`, `gov.igo`, `mil`, `pol.party`) | registration, dates of founding and end, addresses, notes |
//! | `Territory`, `Country` | the state of the code, or, if it is none, unresolved | what it is a part of |
//! | `Occupancy` with its `Position` | an [office](crate::TieKind::Office) of the position's organization, else its country | the position's other names and seats |
//! | `Directorship`, `Employment`, `Post` | an office of the organization, for each role | |
//! | `Membership` | a [membership](crate::TieKind::Membership) | |
//! | `Ownership`, `Control` | an [ownership](crate::TieKind::Ownership); percentage and shares are [measures](crate::Account::measures) of its accounts | legal basis |
//! | `Family` | a [family tie](crate::TieKind::Family) | |
//! | `Associate`, `UnknownLink` | an [association](crate::TieKind::Association) | |
//! | `Representation`, `Succession` | a [tie](crate::TieKind) of that name | |
//! | `Sanction` | a [sanction](crate::Sanction), or one more account of it | authority's numbers, duration in words, programme's address |
//! | `Call` | a [call](crate::Call), in seconds | telephone numbers |
//! | `Trip` | a [visit](crate::Visit) by who is involved, to a place | vehicle |
//! | `Event` | an event of no kind, of those who are involved | |
//! | `Address` | the place of a trip that points to it | all else |
//! | any other: `Vessel`, `Passport`, `Document` … | unresolved, of the schema as a sector, if a tie or an event points to it; else [passed over](super::Report::passed_over) | |
//!
//! Of every entity that becomes an actor there stay all names in all scripts, also the weak
//! ones, its topics and sectors as sectors, its own id and the ids that it was merged from as
//! [codes](crate::CodeSystem::Ftm), and Wikidata's item; its countries, nationalities and
//! jurisdictions are affiliations, observed on the day on which it was last seen. Codes such as
//! `eu`, `suhh` and `yucs` are the organization, and the states of the past, that they stand
//! for. When an entity was modified, and where it can be read beyond the first address, is left
//! out everywhere.
//!
//! # Who is who
//!
//! Ids tell. An entity is the actor of the graph that has its id; or the one whose own id it has
//! taken up; or Wikidata's item; or one that has its name and no id of FollowTheMoney, such as a
//! leader added by hand. Two entities of one name are two actors.
//!
//! A reference that leads nowhere is [counted and listed](super::Report::dangling_references),
//! and what it says is kept: it goes to an unnamed actor that has the id as its code, and gets
//! its name and sort when the entity comes in a later file.
//!
//! # Dates
//!
//! A property may have several values, where entities were merged: a start on two days is some
//! day from the one to the other (`[2002-10-02..2002-12-31]`), and two holders are two ties. A
//! span without an end has an [unknown](crate::time::Boundary::Unknown) one, unless a status says
//! that it is over (`2012/[..]`), or was current when last seen (`2012/[2026-04-29..]`). What is no
//! date is kept as words of the account.
//!
//! # Sanctions
//!
//! A `Sanction` is a line of some list. Three lists may have the same person under the programme
//! `EU-UKR`: that is one sanction, by the European Union, with three accounts. So listings of the
//! same targets under the same programme and with the same start are one event; one without a
//! start goes to the only start there is, or to the one on which it was listed. In one list that
//! is the step [`SameStory`](super::Step::SameStory), and one account; across lists it is
//! [`Presumed`](super::Step::Presumed). Listings under no programme are left as they are.
//!
//! | of the sanction | is |
//! |---|---|
//! | who imposes it | who runs the programme, by its id (`EU-…`, `US-…`, `SECO-…`), else the country, else the authority |
//! | when | the start; else some day up to the listing, or to when the list was first seen |
//! | in force | from then to the end; without one, to some day after it was last seen to be listed |
//! | measures | provisions |
//! | about | programme and its id |
//!
//! Each account has the authority as its speaker, the list as its publisher, the listing date as
//! when it was stated, and the reason as its words.
//!
//! # Accounts
//!
//! There is one for each data set of an entity, [recorded](crate::Account::recorded) when
//! the entity was first seen, unless the caller [says when](super::ReaderBuilder::recorded) the
//! file came; its row is the entity's id.
//!
//! # Delta streams
//!
//! Lines such as `{"op": "MOD", "entity": {…}}` say what has changed, in their order:
//!
//! * `ADD` adds an entity; one that is there is changed.
//! * `MOD` changes it: names, codes, ties and events that are new are added, and ties and events
//!   that are gone are [retracted](crate::Graph::retract) as of the change, and stay visible to an
//!   earlier [`known_by`](crate::View::known_by). An event that is modified is recorded anew. Names and
//!   codes that are gone stay, as an actor may be looked for by them.
//! * `DEL` retracts the ties and events that rest on the entity. An actor stays, with what others
//!   say of it.
//!
//! As of the change means: when the caller says that the file came, else when the entity last
//! changed, or was last seen if that is before it was recorded.

mod bonds;
mod cast;
mod dates;
mod format;
mod happenings;
mod jurisdiction;
mod listings;
mod on_hand;
mod parse;
mod record;
mod recording;
mod sanctions;
mod schema;
mod stream;
mod testimony;
#[cfg(test)]
mod tests;

use super::{Input, Reader, ReaderBuilder, Records};

pub(crate) use jurisdiction::{code_of, code_of_program};

pub use format::FtmFormat;
pub use record::{FtmEntity, FtmOp};

/// A reader of FollowTheMoney files, for [`Graph::ingest`](crate::Graph::ingest) or
/// entity by entity.
///
/// ```
/// use demarche::{Graph, TieKind, ingest::FtmReader};
///
/// let file = r#"
/// {"id": "o1", "schema": "Ownership", "properties": {"owner": ["p1"], "asset": ["c1"], "startDate": ["2016-03"]}}
/// {"id": "c1", "schema": "Company", "properties": {"name": ["Mill"], "jurisdiction": ["fr"]}}
/// {"id": "p1", "schema": "Person", "properties": {"name": ["Anna Example"], "nationality": ["suhh"]}}
/// {"id": "s1", "schema": "Sanction", "datasets": ["be_list"], "properties": {"entity": ["p1"], "country": ["be"], "programId": ["EU-UKR"], "startDate": ["2022-03-01"]}}
/// {"id": "s2", "schema": "Sanction", "datasets": ["fr_list"], "properties": {"entity": ["p1"], "country": ["fr"], "programId": ["EU-UKR"]}}
/// "#;
/// let mut graph = Graph::new();
/// let report = graph.ingest(FtmReader::from_reader(file.as_bytes())?)?;
/// assert_eq!((report.rows(), report.events(), report.ties()), (5, 1, 3));
///
/// let ownership = graph.ties().find(|tie| tie.kind() == TieKind::Ownership).unwrap();
/// assert_eq!(ownership.from(), graph.actor("ftm:p1")?);
/// assert_eq!(ownership.span().to_string(), "2016-03/");
///
/// let sanctions = graph.view().sanctions_on("Anna Example")?;
/// assert_eq!(sanctions[0].imposers()[0].name(), "European Union");
/// assert_eq!(graph.events().next().unwrap().accounts().len(), 2);
/// # Ok::<(), demarche::Error>(())
/// ```
pub type FtmReader<R = Input> = Reader<FtmFormat, R>;

/// How FollowTheMoney files are to be read.
pub type FtmReaderBuilder = ReaderBuilder<FtmFormat>;

/// The entities of FollowTheMoney files, in the order of the files.
pub type FtmEntities<'r, R = Input> = Records<'r, FtmFormat, R>;
