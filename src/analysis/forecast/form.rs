//! Which recurrency counts.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Parameters;

/// Which recurrency a forecast goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// What the two have done before, the more recent the more likely: ψ.
    Strict,
    /// What has been done to that object before, by whomever: ξ.
    Relaxed,
    /// Both, weighted: α·ψ + (1 − α)·ξ.
    Combined,
}

impl Form {
    /// All three, in the order of the paper.
    pub const ALL: [Self; 3] = [Self::Strict, Self::Relaxed, Self::Combined];

    pub(super) fn weights(self, parameters: Parameters) -> Weights {
        match self {
            Self::Strict => Weights {
                strict: 1.0,
                relaxed: 0.0,
            },
            Self::Relaxed => Weights {
                strict: 0.0,
                relaxed: 1.0,
            },
            Self::Combined => {
                let strict = parameters.strict_share();
                Weights {
                    strict,
                    relaxed: 1.0 - strict,
                }
            }
        }
    }
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Strict => "strict",
            Self::Relaxed => "relaxed",
            Self::Combined => "combined",
        })
    }
}

/// What strict and relaxed recurrency weigh in a score.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weights {
    strict: f64,
    relaxed: f64,
}

impl Weights {
    pub(super) fn score(self, strict: f64, relaxed: f64) -> f64 {
        self.strict * strict + self.relaxed * relaxed
    }
}
