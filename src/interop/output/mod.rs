//! What all writers have in common: where it goes, how far it has come, what came of it.
//!
//! # What is written, and what if it fails?
//!
//! A writer takes any [`std::io::Write`], which need not be buffered, or the path of a
//! file. Record by record it passes on what it has, so that its memory does not grow with
//! what it writes. A file is put in place in one step, when all of it is on disk: if
//! anything fails before that, the file that was there is as it was, and nothing else is
//! left. What is several files is a folder, which is put in place likewise.
//!
//! What came of it is [`Written`]; how far it has come, while it goes on, is
//! [`Progress`].

mod count;
#[cfg(feature = "parquet")]
mod folder;
mod progress;
mod replace;
mod sink;
mod written;

pub use progress::Progress;
pub use written::Written;

#[cfg(feature = "parquet")]
pub(crate) use count::Count;
#[cfg(feature = "parquet")]
pub(crate) use folder::replace_folder;
pub(crate) use progress::Watcher;
pub(crate) use replace::replace;
pub(crate) use sink::Output;
#[cfg(feature = "parquet")]
pub(crate) use sink::failed;
pub(crate) use sink::{save, write};
