//! Graphs on disk.
//!
//! ```text
//! folder
//!   lock             held by whoever writes; empty
//!   manifest         one line: "demarche graph 1 <checksum of what follows>"
//!                    then JSON: the packs, and where in them each part of the graph lies
//!   <number>.pack    16 bytes "demarche pack 1\n", the number in 8 bytes, then parts
//! ```
//!
//! A save writes one pack, of the parts that no pack of the folder holds as yet, and a
//! manifest that takes the place of the one before by being renamed. Neither is ever
//! changed afterwards. A part begins at a multiple of eight bytes; the manifest tells its
//! pack, its first byte, its length and its checksum (XXH3, 64 bits). Numbers have the lowest
//! byte first. There are three sorts of parts:
//!
//! | part | form | read |
//! |---|---|---|
//! | chunk of a table: actors, ties, whole events, shapes, attributions, places, codes, names | MessagePack, an array of up to 256 | at once, and checked |
//! | column of a segment | numbers of 2 or 4 bytes, see [`columns`](super::columns) | mapped; the days are checked at once, the others by `verify` |
//! | extent of the arena | up to 64 blocks of 16 KiB | mapped; checked by `verify` |
//!
//! Whatever changes in this changes the version, of the manifest or of packs: a folder that
//! was saved in it is kept in `tests/fixtures`, and held against what is read and written.
//!
//! Ids are saved by index; the graph that is opened draws stamps of its own, as a clone does
//! for what it adds. How actors are found by name, ties by their ends and whole events by
//! day is not saved, but made anew: O(actors + ties + whole events) for the open.
//!
//! # What is written again
//!
//! Each thing that does not change — a segment, a chunk of a table, an extent — has a
//! [note](Note) of where it was written last. If the folder has that pack still, it is not
//! written again: so what is appended is what is written, with up to 255 records of each
//! table and 1 MiB of texts before it, and the manifest: some 50 bytes for each chunk,
//! extent and column. A pack of which less than half is of the graph is not kept, and
//! neither are the last ones if they are four or more of about one size: what they hold is
//! written again, with the new. So there are O(log n) packs up to 64 MiB; larger ones stay
//! until [`compact`](crate::Graph::compact) makes one of all segments.
//!
//! # What survives what
//!
//! 1. The pack is on disk before the manifest is, and the manifest before it is renamed;
//!    so whatever happens at whatever moment, the folder holds the old graph or the new one.
//! 2. Packs that no manifest tells of are left from a save that was cut off, and removed by
//!    the next.
//! 3. Whoever has the folder open keeps what was mapped, though its name be removed (but on
//!    Windows, where it is removed by a later save).
//! 4. No pack, and no more bytes of one than it has, are told of twice, so that opening takes
//!    memory for what is in the folder and not for what it claims, whoever wrote it: fewer
//!    than eighty bytes for one, and 2 MiB.
//! 5. What was read and not checked may have any values; nobody rests on them: a wrong
//!    answer is the worst that comes of it.
//!
//! # Why a map, and why not Arrow
//!
//! A column in a mapped file is a slice, as one in memory is: whatever reads columns is
//! written once, and what is asked for is read by the operating system. Measured on a column
//! of a hundred million sorted numbers (400 MB, in the page cache), each of 20,000 looks
//! being a binary search and then a hundred numbers one after another:
//!
//! | | opened in | a look | read through |
//! |---|---|---|---|
//! | in memory | – | 2.3 µs | 4.5 GB/s |
//! | mapped | 0.04–0.07 ms | 1.7–1.9 µs | 8 GB/s |
//! | blocks of 4 KiB read at need, the cache of 256 MiB behind a lock | 0.01–0.04 ms | 27–40 µs | |
//! | blocks of 64 KiB likewise | 0.03 ms | 81–95 µs | |
//! | Arrow IPC, mapped | 0.1 ms | 2.0–4.2 µs | 6–8 GB/s |
//! | Arrow IPC, read | 680–740 ms | 2.0–2.4 µs | 8 GB/s |
//!
//! So blocks are out, by fifteen times and more. Arrow IPC that is mapped is no slower than
//! our own parts, and no faster, as it is the same bytes. But its columns are as long as each
//! other, where the lists by actor and by dyad, most of a segment, have lengths of their own;
//! it has no checksum for each; and its footer would stand beside a manifest that is needed
//! anyhow. It would be a cover around the same parts, and a heavy dependency.
//! [`interop`](crate::interop) gives Arrow to whom it is for.

mod files;
mod folder;
mod manifest;
mod mapping;
mod note;
mod opening;
mod pack;
mod records;
mod saving;
mod segments;
mod tables;
#[cfg(test)]
mod tests;

pub(crate) use folder::{Locked, open, verify};
pub(crate) use mapping::Mapped;
pub(crate) use note::{Note, Written};
pub(crate) use opening::Fault;
pub(crate) use saving::Report;
pub(crate) use segments::Saved;
pub(crate) use tables::{Stores, Whence};
