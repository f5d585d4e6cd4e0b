//! An actor and how central it is.

use std::cmp::Ordering;
use std::fmt;

use serde::Serialize;

use crate::model::ActorId;
use crate::query::{Answers, Network, Who};

/// An actor, and how central it is by some measure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Centrality {
    #[serde(flatten)]
    who: Who,
    value: f64,
}

impl Centrality {
    /// Who.
    pub fn who(&self) -> &Who {
        &self.who
    }

    /// How central.
    pub fn value(&self) -> f64 {
        self.value
    }

    /// The highest value first, then by key.
    pub(super) fn ranked(
        network: &Network<'_>,
        values: impl Iterator<Item = (ActorId, f64)>,
    ) -> Answers<Self> {
        let mut ranked: Vec<Self> = values
            .map(|(actor, value)| Self {
                who: Who::new(network.view().graph(), actor),
                value,
            })
            .collect();
        ranked.sort_by(Self::order);
        ranked.into()
    }

    fn order(&self, other: &Self) -> Ordering {
        let by_value = other.value.total_cmp(&self.value);
        by_value.then_with(|| self.who.key().cmp(other.who.key()))
    }
}

impl fmt::Display for Centrality {
    /// "Vladimir Putin · 0.4217".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} · {:.4}", self.who, self.value)
    }
}

#[expect(clippy::cast_precision_loss, reason = "a count, far below 2⁵³")]
pub(super) fn float(count: usize) -> f64 {
    count as f64
}
