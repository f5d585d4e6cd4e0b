//! What one event has to do with another.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::EventId;

/// How one event stands to another.
///
/// The last four say something about time where dates do not: they count
/// whenever times are compared. They order by the dates of the two and how long the
/// other lasted: an event whose date has no time of day was over on the last of its
/// days, or as many days later as its length takes; one whose length is not known, by
/// the end of the day. *At least*, *over* or *about* so long is double of that at most, or
/// what [`Duration`](crate::time::Duration) says.
///
/// Only what a view certainly believes orders others (actual, asserted, known, not
/// retracted). Only dates that are neither in doubt nor a report's rule a time out, and
/// where links contradict an event's own date, the links are doubted: it stays where its
/// date is, as possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// It says that the other took place.
    Alleges,
    /// It answers the other.
    RespondsTo,
    /// It took place within the other, as a part of it.
    PartOf,
    /// It was over before the other began.
    Before,
    /// It began after the other was over.
    After,
    /// It took place while the other went on.
    During,
    /// It took place before the other was over.
    BeforeEndOf,
}

impl LinkKind {
    /// Whether it orders the two events in time.
    ///
    /// A part takes place during the whole, so [`PartOf`](Self::PartOf) does too.
    pub fn is_order(self) -> bool {
        !matches!(self, Self::Alleges | Self::RespondsTo)
    }
}

impl fmt::Display for LinkKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Alleges => "alleges",
            Self::RespondsTo => "responds to",
            Self::PartOf => "part of",
            Self::Before => "before",
            Self::After => "after",
            Self::During => "during",
            Self::BeforeEndOf => "before the end of",
        })
    }
}

/// A link from one event to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Link {
    /// How it stands.
    pub kind: LinkKind,
    /// To which event.
    pub to: EventId,
}
