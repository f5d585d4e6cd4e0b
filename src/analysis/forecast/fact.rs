//! A fact in numbers.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A fact in numbers: that a relation held of a subject and an object at a time step.
///
/// What the numbers stand for is the caller's: the rows of a benchmark have some already.
/// Time steps are counted evenly (days, say); a fact at a lower number is earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Fact {
    /// Who acts.
    pub subject: u32,
    /// What is done.
    pub relation: u32,
    /// To whom.
    pub object: u32,
    /// At which time step.
    pub time: i32,
}

/// Which end of a fact is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sought {
    /// Whom does the subject do it to? The *tail* of the literature.
    Object,
    /// Who does it to the object? The *head* of the literature, where it is asked as the
    /// object of the inverse relation.
    Subject,
}

impl Sought {
    /// Both, the object first.
    pub const ALL: [Self; 2] = [Self::Object, Self::Subject];
}

impl fmt::Display for Sought {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Object => "object",
            Self::Subject => "subject",
        })
    }
}
