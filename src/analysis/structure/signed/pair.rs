//! Two actors and how they stand.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::EventId;
use crate::query::{Balance, Evident, Who};

/// Whether cooperation outweighs conflict, or conflict cooperation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sign {
    /// Cooperation outweighs conflict.
    Positive,
    /// Conflict outweighs cooperation.
    Negative,
}

impl Sign {
    /// That of a sum of scores; zero has none.
    pub(super) fn of(balance: &Balance) -> Option<Self> {
        let sum = balance.sum();
        if sum > 0.0 {
            Some(Self::Positive)
        } else {
            (sum < 0.0).then_some(Self::Negative)
        }
    }

    /// The product of two: positive if they are the same.
    pub fn times(self, other: Self) -> Self {
        if self == other {
            Self::Positive
        } else {
            Self::Negative
        }
    }
}

impl fmt::Display for Sign {
    /// "+" or "−".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Positive => "+",
            Self::Negative => "−",
        })
    }
}

/// Two actors, and whether cooperation or conflict prevails between them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SignedPair {
    one: Who,
    other: Who,
    sign: Sign,
    balance: Balance,
    #[serde(skip)]
    ids: Vec<EventId>,
}

impl SignedPair {
    pub(super) fn new(
        [one, other]: [Who; 2],
        sign: Sign,
        balance: Balance,
        ids: Vec<EventId>,
    ) -> Self {
        Self {
            one,
            other,
            sign,
            balance,
            ids,
        }
    }

    /// The one: whoever was added first.
    pub fn one(&self) -> &Who {
        &self.one
    }

    /// The other.
    pub fn other(&self) -> &Who {
        &self.other
    }

    /// Which prevails.
    pub fn sign(&self) -> Sign {
        self.sign
    }

    /// By how much.
    pub fn balance(&self) -> Balance {
        self.balance
    }
}

impl Evident for SignedPair {
    fn events(&self) -> &[EventId] {
        &self.ids
    }
}

impl fmt::Display for SignedPair {
    /// "France + Poland (+3.0)".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sum = self.balance.sum();
        write!(f, "{} {} {} ({sum:+.1})", self.one, self.sign, self.other)
    }
}

/// A pair that is in unbalanced triads.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Strained {
    #[serde(flatten)]
    pair: SignedPair,
    triads: usize,
    unbalanced: usize,
}

impl Strained {
    pub(super) fn new(pair: SignedPair, triads: usize, unbalanced: usize) -> Self {
        Self {
            pair,
            triads,
            unbalanced,
        }
    }

    /// The pair.
    pub fn pair(&self) -> &SignedPair {
        &self.pair
    }

    /// In how many triads it is.
    pub fn triads(&self) -> usize {
        self.triads
    }

    /// How many of them are unbalanced, in the sense of Cartwright and Harary.
    pub fn unbalanced(&self) -> usize {
        self.unbalanced
    }
}

impl Evident for Strained {
    /// The events of the pair itself.
    fn events(&self) -> &[EventId] {
        self.pair.events()
    }
}

impl fmt::Display for Strained {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (bad, all) = (self.unbalanced, self.triads);
        write!(f, "{}: {bad} of {all} triads unbalanced", self.pair)
    }
}
