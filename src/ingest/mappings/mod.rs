//! Ready-made [mappings](super::mapping) for lists that many use.
//!
//! | list | version | each row is | by |
//! |---|---|---|---|
//! | [UCDP GED](ucdp_ged) | 17.1 to 25.1 | a fight or an assault with deaths | [`ucdp_ged`] |
//! | [ACLED](acled) | files since 2023, and before | a fight, an assault, a protest | [`acled`] |
//! | [COW Formal Alliances](cow_alliances) | 4.1 | an alliance of two states, or a membership in one | [`cow_alliances`], [`cow_alliance_members`] |
//! | [COW Intergovernmental Organizations](cow_igo_members) | 3.0 | a state in a year, with a column for each organization | [`cow_igo_members`] |
//! | [COW State System Membership](cow_states) | 2016 | a spell of a state | [`cow_states`] |
//! | [Archigos](archigos) | 4.1 | a spell of an effective leader | [`archigos`] |
//! | [REIGN](reign) | 2021-03 | a spell of an effective leader | [`reign`] |
//!
//! Each is a plain value, from which one's own can be begun:
//!
//! ```
//! use demarche::ingest::{MappingReader, mappings};
//!
//! let file = "id,type_of_violence,side_a,side_b,date_start,date_end,best,high,low\n";
//! let mapping = mappings::ucdp_ged().version("25.1");
//! let error = MappingReader::of(mapping)?.from_reader(file.as_bytes()).unwrap_err();
//! assert!(error.to_string().starts_with("input: line 1, column 1: found a header without "));
//! # Ok::<(), demarche::Error>(())
//! ```

mod acled;
mod archigos;
mod cow;
mod reign;
#[cfg(test)]
mod tests;
mod ucdp;

pub use acled::{acled, acled_export};
pub use archigos::archigos;
pub use cow::{cow_alliance_members, cow_alliances, cow_igo_members, cow_states};
pub use reign::reign;
pub use ucdp::ucdp_ged;

use super::mapping::Cell;

/// What both lists of leaders say that a spell is.
fn effective_leader() -> Cell {
    Cell::constant("effective leader")
}
