//! When: moments, windows, spans and durations, and how sure an answer about
//! them is.
//!
//! # What is a moment, what is a span, what is certainty?
//!
//! Records of politics date things loosely. A call was "on 15 November"; a
//! letter was sent "by the 16th"; a minister took office "in 2012" and left
//! on a day that the list does not give. To turn each into a pair of
//! timestamps would be to invent what nobody said. This module keeps what was
//! said, and lets every answer admit how much it depends on what was not.
//!
//! * A [`Moment`] is **one point** in time, known with uncertainty. It answers
//!   "when?", once: a call began on *some* second of that day.
//! * A [`Span`] is a stretch that something **holds throughout**: an office,
//!   an alliance. Its two ends are moments, or *open* (it still holds, it
//!   always did), or *unknown* (nobody says). These are three different things.
//! * A [`Window`] is a stretch **in which to ask**. There is nothing uncertain
//!   about a question, so its ends are known or open.
//! * A [`Duration`] is **how long**, as stated: "almost two hours".
//! * A [`Certainty`] is what a question about any of them returns: *certain*
//!   if it is so for every choice of times within the bounds, *possible* if
//!   for some, *never* if for none; and *as dated* where the dates are only
//!   those of reports (see [`Basis`]).
//!
//! # Notation
//!
//! | text                       | as a [`Moment`]     | as a [`Span`]         | as a [`Window`]   |
//! |----------------------------|---------------------|-----------------------|-------------------|
//! | `2021-11`                  | one day of November | all November          | all November      |
//! | `2021-11-15`               | once on that day    | all that day          | all that day      |
//! | `~2021`, `?2021`, `%2021`  | about, if right, both | as an end only      | –                 |
//! | `[..2021-11-16]`           | some day up to it   | as an end only        | –                 |
//! | `[2021-10-25..2021-11-15]` | some day within     | as an end only        | –                 |
//! | `[..]`                     | no date known       | as an end only        | –                 |
//! | `2017-05-14/2022-05-13`    | –                   | from … to             | from … to         |
//! | `2012-05-07/..`            | –                   | still holds           | since             |
//! | `2012-05-07/`              | –                   | end unknown           | –                 |
//! | `../2020`, `/2020`         | –                   | always did, start unknown | up to, –      |
//!
//! It is that of EDTF, the extended date/time format of ISO 8601-2:2019. All
//! of these types are read with [`str::parse`] or `TryFrom<&str>`, written
//! with `Display` so that reading gives back the same value, and are such
//! texts in serde.
//!
//! # Example
//!
//! ```
//! use demarche::time::{Certainty, Moment, Span, Window};
//!
//! let office: Span = "2017-05-14/..".parse()?;
//! let call: Moment = "2021-11-15".parse()?;
//! let about: Moment = "~2017".parse()?;
//! let november: Window = "2021-11".parse()?;
//!
//! assert_eq!(office.holds_on(&call), Certainty::Certain);
//! assert_eq!(office.holds_on(&about), Certainty::Possible);
//! assert_eq!(call.within_window(&november), Certainty::Certain);
//!
//! // Unknown is not open: whether it holds today, nobody has said.
//! let ended: Span = "2017-05-14/".parse()?;
//! assert_eq!(ended.holds_on(&call), Certainty::Possible);
//! # Ok::<(), demarche::time::ParseTimeError>(())
//! ```
//!
//! # Civil time, seconds, years
//!
//! Times are civil, on the proleptic Gregorian calendar, from the year -9999
//! to 9999, with the second as the smallest tick. Times given in UTC are put
//! on the same line.

mod allen;
mod basis;
mod bound;
mod certainty;
mod duration;
mod error;
mod moment;
mod point;
mod precision;
mod relations;
#[cfg(test)]
mod samples;
mod scan;
mod serial;
mod span;
pub(crate) mod ticks;
mod window;

pub use allen::Allen;
pub use basis::Basis;
pub use bound::Bound;
pub use certainty::Certainty;
pub use duration::Duration;
pub use error::ParseTimeError;
pub use moment::Moment;
pub use precision::{Precision, Qualifier};
pub use relations::{Relations, RelationsIter};
pub use span::{Boundary, Span};
pub use window::Window;
