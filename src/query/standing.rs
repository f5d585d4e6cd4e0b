//! How an event stands by its accounts.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How an event stands, by the accounts that a view shows of it.
///
/// An account that asserts makes it *asserted*, one that denies *denied*, both
/// *contested*; where the view shows none of either, it is *alleged* at most: by
/// accounts that allege it, if there are any. An event that was recorded without any
/// account stands on the word of whoever recorded it, and is asserted unless another
/// event, which was not retracted, alleges it.
///
/// It is shown as certainly as the most certain of the accounts that make it so; one
/// without any account certainly, and only possibly where a view asks for a date of
/// statement or knowledge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Somebody says so and nobody denies it.
    Asserted,
    /// It is only said to be said.
    Alleged,
    /// It is denied, and nobody asserts it.
    Denied,
    /// Somebody says so and somebody denies it.
    Contested,
}

impl Standing {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Asserted, Self::Alleged, Self::Denied, Self::Contested];
}

impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Asserted => "asserted",
            Self::Alleged => "alleged",
            Self::Denied => "denied",
            Self::Contested => "contested",
        })
    }
}
