//! Where it lies: the private store under a graph.
//!
//! It knows ids, not questions. Whatever is asked is put together in `query`
//! from a few primitives: an actor, tie or event by its id; actors by key, name
//! or code; ties by either end; the events of anybody, an actor or a dyad that
//! may fall in given days.
//!
//! ```text
//! Register   actors by index   ── hashes of keys, folded names, codes ─→ actors
//!              ├ Beginnings    of keys, to put actors in order without a look at them
//!              └ Standing      ── actor ─→ the actor that it was merged into
//! Ties       ties by index     ── either end ─→ ties
//! Events     events by index   ── key ─→ event, event ─→ events that allege or order it
//!              ├ Held          brief ones in columns, the rest whole
//!              │   ├ Segment   never changes; each ~4 × the next (see `columns`)
//!              │   ├ Growing   the newest, < 512, as they came
//!              │   ├ Briefs    shapes, attributions, places once; an arena of texts
//!              │   └ amended   those of the columns that are whole by now
//!              └ Calendar      ── days × (all | actor | dyad) ─→ whole events
//!                  head: < 512 entries, unsorted
//!                  runs: immutable, each ~4 × the next
//!                    └ layers, one for each class of widths (exact days, 1, 2–3, 4–7 … days)
//!                        entries by earliest day; postings by actor and by dyad
//! disk       a folder a graph: what does not change is written once, and mapped
//! ```
//!
//! A [`Column`](column::Column) of a segment lies in memory, on huge [`pages`] if it is large, or
//! in a mapped file; what reads it sees a slice. How graphs are saved and opened is told in [`disk`].
//!
//! # Invariants
//!
//! 1. Everything grows by an immutable list of `Arc`ed parts and a small newest
//!    part, so that `clone` copies O(log n) pointers and what a snapshot holds is
//!    never changed under it.
//! 2. An index is never reused, and belongs to the stamp under which it was given
//!    out ([`lineage`]). Segments follow each other: each holds the events of a
//!    contiguous range of indices.
//! 3. Every event is found under bounds in days that hold all that it may be dated by in
//!    any view: those of its own date; else the hull of the dates of its accounts, if each
//!    of them asserts it and has one; else as undated. A brief event is dated by nothing
//!    but itself, and lies in its segment at its day. A whole one is filed in the calendar;
//!    once more when its accounts come to allow for other days, and each look gives it
//!    once.
//! 4. Nothing is removed: retracting and withdrawing are marks with a date, as
//!    what was known earlier can still be asked for; a merge is laid over what was
//!    recorded, and lifted again. An event that is amended is copied whole and laid over
//!    its row, which keeps its place.
//! 5. Whether an event is held brief or whole shows nowhere above the store, but for
//!    what counts events [by shape](Sifted): a shape is what modality, basis,
//!    classification and roles many events have in common.
//! 6. Recording moves at most 2¹⁷ events at a time, however many there are; parts beyond
//!    that size are merged by `compact` alone. Tables of keys and of links are not so
//!    bounded: they merge as they grow.
//!
//! The invariants of the columns are [their own](columns). `Events::audit` checks that of
//! contiguity, those of the columns, and that whole events are filed; property tests
//! call it after every step.
//!
//! # What 500 million events would need
//!
//! Events and accounts are numbered by 32 bits: 4.3 thousand million of each. A segment
//! numbers its lists by 32 bits as well, and each event stands in two of them by actor: so
//! a segment holds 2.1 thousand million events. 500 million take 11 GB in order of time,
//! 15 GB in any order, 17 and 21 GB with an account of each; and up to a third more while
//! they are put in order. So memory breaks first, then merging all into one by `compact`,
//! which needs them twice.
//!
//! # Why layers by width
//!
//! "Some time in 2021" and "15 November" cannot be put in one order in which a
//! window is a slice. Kept apart by the width of their bounds they can: what
//! meets a window begins at most one width before it, so a slice of each layer,
//! widened by that, holds all of it and at most about as much again. There are at
//! most 34 layers, and exact days, the bulk, lie in one of their own where the
//! slice is the answer.

mod beginnings;
mod brief;
mod bulk;
mod calendar;
mod chunked;
mod column;
mod columns;
mod course;
pub(crate) mod disk;
mod events;
mod hashed;
mod held;
mod layer;
mod lineage;
mod marks;
mod memory;
pub(crate) mod names;
mod pages;
mod postings;
mod register;
mod scope;
#[cfg(feature = "sparql")]
mod sought;
mod standing;
mod stored;
mod tiered;
mod tiers;
mod ties;

pub(crate) use beginnings::Beginning;
pub(crate) use brief::{Attribution, Extra, Part, Shape, ShapeNumber, When};
pub(crate) use bulk::Bulk;
pub(crate) use chunked::Kept;
pub(crate) use columns::{Glimpse, Sheet};
pub(crate) use course::Course;
pub use memory::Memory;

pub(crate) use events::{Events, day_number, nth_day};
pub(crate) use held::Sifted;
pub(crate) use register::Register;
pub(crate) use scope::Scope;
pub(crate) use stored::{Stored, StoredAccount, StoredAccounts};
pub(crate) use ties::Ties;
