//! Archigos: a database of political leaders.

use super::effective_leader;
use crate::ingest::mapping::{Cell, Dates, Mapping, Tied, Where, Who};
use crate::model::{CodeSystem, TieKind};

/// Archigos 4.1: who in fact led which state, from 1875 (some from 1840) to 2015.
///
/// The table in CSV, in UTF-8, one row for each spell.
///
/// | column | becomes |
/// |---|---|
/// | `obsid` | the row |
/// | `leader`, `leadid` | a leader and its code; a code that comes with the name of somebody else is left out, and counted |
/// | `ccode` | the state that had this code of Gleditsch and Ward when the spell began |
/// | `startdate`, `enddate` | the span |
/// | `exit` | `Still in Office`: the end is that day or later, as `[2015-12-31..]` |
/// | the rest | nothing; `yrborn` and `yrdied` have −999 (unknown) and −777 (alive) for years |
///
/// # What this list can and cannot say
///
/// One **effective leader** for each state and day, whoever held which office: Putin leads
/// without a break from 2000 on, and Medvedev is not in the list. The tie is therefore
/// an office by the title *effective leader*, which says so, and neither President nor
/// Prime Minister. Ministers are not in the list.
///
/// Most names are family names alone: `Bush` is two people, told apart by their codes. Who
/// reads a second list into the same graph gets the people of one name as one, unless that
/// list has codes of the same system.
///
/// # Literature
///
/// H. E. Goemans, K. S. Gleditsch and G. Chiozza, "Introducing Archigos: A Dataset of
/// Political Leaders", *Journal of Peace Research* 46 (2), 2009, 269–283.
///
/// ```
/// use demarche::Graph;
/// use demarche::ingest::{MappingReader, mappings};
///
/// let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/archigos_small.csv"));
/// let mut graph = Graph::new();
/// graph.ingest(MappingReader::of(mappings::archigos())?.from_reader(file.as_bytes())?)?;
/// let tie = graph.ties().next().unwrap();
/// assert_eq!(tie.title(), Some("effective leader"));
/// assert_eq!(tie.span(), "2001-02-03/[2015-12-31..]".parse()?);
/// # Ok::<(), demarche::Error>(())
/// ```
pub fn archigos() -> Mapping {
    let leader = Who::named("leader")
        .code(CodeSystem::Archigos, "leadid")
        .sort(Cell::constant("leader"));
    let state = Who::state(CodeSystem::Gw, "ccode");
    let spell = Dates::on("startdate")
        .to("enddate")
        .still(Where::is("exit", ["Still in Office"]));
    let tied = Tied::new(TieKind::Office, leader, state, spell).title(effective_leader());
    Mapping::of_ties("Archigos", tied)
        .version("4.1")
        .licence("CC BY 4.0")
        .id("obsid")
}
