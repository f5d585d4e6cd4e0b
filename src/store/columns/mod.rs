//! Brief events in columns, in order of time.
//!
//! ```text
//! Segment   of the events base .. base + n, by order of recording
//!   days      day ─→ range of positions; the undated come last
//!   shapes    ┐
//!   firsts    │ by position: 2 + 4 + 4 bytes
//!   seconds   ┘
//!   clocks    by position, 2 bytes, if any event has a time of day
//!   by actor  actor ─→ positions, ascending: 4 bytes for each participant
//!   by dyad   lower, higher ─→ positions, ascending: 4 bytes for each event of two,
//!             and 4 for every 16th
//!   order     recording ⇄ position: nothing if they agree, else 8 bytes
//!   starts    recording ─→ accounts: nothing if each has as many, else 4 bytes
//!   tellings  by account: attribution, stated, recorded: 12 bytes; 16 with extras
//! ```
//!
//! A window is a range of positions. An event of two, its order of recording being that
//! of time, takes 22.25 bytes; 34.25 with one account that has no extras.
//!
//! # Invariants
//!
//! 1. A segment never changes. The newest events [grow](Growing) in the order in which
//!    they come, and become a segment together.
//! 2. Positions are in order of day, those of a day in order of recording; the undated
//!    come last, in order of recording.
//! 3. Each event recorded is at one position, or elsewhere; each position is of one event.
//! 4. A list of positions is ascending, and holds just those at which the actor, or both
//!    of the dyad, take part.
//! 5. Accounts are in order of recording, those of one event together; an event that is
//!    elsewhere has none here.
//!
//! [`Segment::audit`] checks all of these.

mod actors;
mod audit;
mod days;
mod dyads;
mod growing;
mod merge;
mod order;
mod segment;
mod sheet;
mod sort;
mod starts;
mod strand;

pub(super) use actors::ByActor;
pub(super) use days::Days;
pub(super) use dyads::ByDyad;
pub(crate) use growing::Growing;
pub(super) use order::Order;
pub(crate) use order::Place;
pub(crate) use segment::{Segment, Stretch};
pub(crate) use sheet::Sheet;
pub(super) use starts::Starts;
pub(crate) use strand::{Glimpse, Strand};
