//! Three actors and how each two of them stand.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Sign, SignedPair};
use crate::model::EventId;
use crate::query::{Evident, Who};

/// The sorts of triad, by their signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TriadSort {
    /// +++: three friends.
    AllPositive,
    /// ++−: the friend of a friend is an enemy. The one that is never balanced.
    OneNegative,
    /// +−−: two friends have an enemy in common.
    OnePositive,
    /// −−−: three enemies. Balanced in the weak sense.
    AllNegative,
}

impl TriadSort {
    /// All of them, by the number of negative signs.
    pub const ALL: [Self; 4] = [
        Self::AllPositive,
        Self::OneNegative,
        Self::OnePositive,
        Self::AllNegative,
    ];

    /// That of three signs.
    pub fn of(signs: [Sign; 3]) -> Self {
        let negative = signs.iter().filter(|sign| **sign == Sign::Negative);
        match negative.count() {
            0 => Self::AllPositive,
            1 => Self::OneNegative,
            2 => Self::OnePositive,
            _ => Self::AllNegative,
        }
    }

    /// Whether it is balanced in the sense of Cartwright and Harary (1956): the product of
    /// its signs is positive.
    pub fn is_balanced(self) -> bool {
        matches!(self, Self::AllPositive | Self::OnePositive)
    }

    /// Whether it is balanced in the weak sense of Davis (1967): not exactly one of its
    /// signs is negative.
    pub fn is_weakly_balanced(self) -> bool {
        self != Self::OneNegative
    }
}

impl fmt::Display for TriadSort {
    /// "++−".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::AllPositive => "+++",
            Self::OneNegative => "++−",
            Self::OnePositive => "+−−",
            Self::AllNegative => "−−−",
        })
    }
}

/// Three actors of whom each two have a sign.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Triad {
    sort: TriadSort,
    pairs: [SignedPair; 3],
    #[serde(skip)]
    ids: Vec<EventId>,
}

impl Triad {
    pub(super) fn new(mut pairs: [SignedPair; 3], ids: Vec<EventId>) -> Self {
        pairs.sort_by_key(|pair| (pair.sign(), pair.one().id(), pair.other().id()));
        Self {
            sort: TriadSort::of(pairs.each_ref().map(SignedPair::sign)),
            pairs,
            ids,
        }
    }

    /// Of which sort it is.
    pub fn sort(&self) -> TriadSort {
        self.sort
    }

    /// Its pairs: positive ones first, then in order of adding.
    pub fn pairs(&self) -> &[SignedPair; 3] {
        &self.pairs
    }

    /// Its actors, in order of adding.
    pub fn members(&self) -> Vec<&Who> {
        let mut members: Vec<&Who> = Vec::with_capacity(3);
        for pair in &self.pairs {
            for who in [pair.one(), pair.other()] {
                if members.iter().all(|known| known.id() != who.id()) {
                    members.push(who);
                }
            }
        }
        members.sort_by_key(|who| who.id());
        members
    }

    /// As [`TriadSort::is_balanced`].
    pub fn is_balanced(&self) -> bool {
        self.sort.is_balanced()
    }

    /// As [`TriadSort::is_weakly_balanced`].
    pub fn is_weakly_balanced(&self) -> bool {
        self.sort.is_weakly_balanced()
    }
}

impl Evident for Triad {
    /// The events of its pairs, each once.
    fn events(&self) -> &[EventId] {
        &self.ids
    }
}

impl fmt::Display for Triad {
    /// "+−− balanced: France + Poland (+1.0), France − Belarus (-2.0), …".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verdict = if self.is_balanced() {
            "balanced"
        } else if self.is_weakly_balanced() {
            "weakly balanced"
        } else {
            "unbalanced"
        };
        let [one, other, third] = &self.pairs;
        write!(f, "{} {verdict}: {one}, {other}, {third}", self.sort)
    }
}
