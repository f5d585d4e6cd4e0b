//! REIGN: rulers, elections and irregular governance.

use jiff::civil::date;

use super::effective_leader;
use crate::ingest::mapping::{Cell, Dates, Day, Mapping, Tied, Who};
use crate::model::{CodeSystem, TieKind};

/// REIGN's list of leaders, edition of March 2021: who in fact led which state since 1945
/// or so.
///
/// | column | becomes |
/// |---|---|
/// | `leader`, `leadid` | a leader and its code; a code that comes with the name of somebody else is left out, and counted |
/// | `ccode` | the state that had this code of COW when the spell began |
/// | `syear`, `smonth`, `sdate` | the first day |
/// | `eyear`, `emonth` | the last month; none: still at the end of February 2021, and ended then or later, or not yet |
/// | the rest | nothing |
///
/// # What this list can and cannot say
///
/// As [`archigos`](super::archigos), which it continues: one effective leader for each
/// state, whoever held which office. Ends have no day: somebody who left in a January may
/// hold or not on any day of it. The file is in UTF-8 but for one line, which is read as
/// Latin-1. A name that was spoilt on its way (`Saca Gonzšlez`) stays as it is; none is one
/// that could be told to be UTF-8 taken for Latin-1, and put right.
///
/// # Literature
///
/// C. Bell, "The Rulers, Elections, and Irregular Governance Dataset (REIGN)", OEF
/// Research, 2016.
///
/// ```
/// use demarche::Graph;
/// use demarche::ingest::{MappingReader, mappings};
///
/// let file = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/reign_small.csv"));
/// let mut graph = Graph::new();
/// graph.ingest(MappingReader::of(mappings::reign())?.from_reader(&file[..])?)?;
/// let tie = graph.ties().next().unwrap();
/// assert_eq!(tie.span(), "1953-01-20/1961-01".parse()?);
/// # Ok::<(), demarche::Error>(())
/// ```
pub fn reign() -> Mapping {
    let leader = Who::named("leader")
        .code(CodeSystem::Reign, "leadid")
        .sort(Cell::constant("leader"));
    let state = Who::state(CodeSystem::Cow, "ccode");
    let spell = Dates::on(Day::parts("syear", "smonth", "sdate"))
        .to(Day::month("eyear", "emonth"))
        .as_of(date(2021, 2, 28));
    let tied = Tied::new(TieKind::Office, leader, state, spell).title(effective_leader());
    Mapping::of_ties("REIGN", tied)
        .version("2021-03")
        .mixed_encoding()
}
