//! ICEWS: the Integrated Crisis Early Warning System's coded events.
//!
//! A `.tab` file has a header and twenty columns, separated by tabs, unquoted, in
//! UTF-8. Each row is what a machine read in one sentence of one story.
//!
//! | column | becomes |
//! |---|---|
//! | Event ID, Event Date | with each other the reference to the row (an id alone is not unique); the date is the **story's**, so events are [dated by report](crate::time::Basis::Report) |
//! | Source Name, Source Sectors, Source Country; Target … | participants, their sectors, and affiliations observed on that day |
//! | CAMEO Code | the event's classification; of a visit told by the host (`043`), the account's |
//! | Event Text | nothing, being the code's label; the event's text if the code is in no list (`13y`) |
//! | Intensity | nothing, being a function of the code ([`Icews`](crate::model::codes::Icews)); part of the reference to the row if it is not |
//! | Story ID, Sentence Number | part of the reference to the row; the [folding rule](super::Folding) goes by them |
//! | Publisher | the account's publisher |
//! | City, District, Province, Country, Latitude, Longitude | the account's place |
//!
//! Missing is `NA`, `NULL`, `None` or nothing; a publisher `Unknown` is missing too.

mod builder;
mod columns;
mod drafting;
mod reader;
mod record;
#[cfg(test)]
mod tests;

pub use builder::IcewsReaderBuilder;
pub use reader::{IcewsReader, IcewsRecords};
pub use record::{IcewsParty, IcewsRecord};
