//! What is possible between two moments of a journey, by the dates of the events between.

use crate::query::journey::terms::{Semantics, Terms};
use crate::query::network::Timing;
use crate::time::ticks::{EARLIEST, LATEST};

/// A stretch of a journey, from one moment of it to a later one.
///
/// In transport the moments are the end of one event and the beginning or the end of
/// another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    /// The least time between the two.
    pub(super) gap: i64,
    /// The earliest at which the later can be.
    pub(super) low: i64,
    /// The latest at which the earlier can be.
    pub(super) high: i64,
}

impl Stretch {
    /// From a moment to itself, of which nothing is known.
    pub(super) const NONE: Self = Self {
        gap: 0,
        low: EARLIEST,
        high: LATEST,
    };

    /// On to where a next event can be taken.
    pub(super) fn waiting(self, wait: i64) -> Self {
        Self {
            gap: self.gap.saturating_add(wait),
            low: self.low.saturating_add(wait),
            high: self.high,
        }
    }

    /// On by an event that is taken when this stretch is over.
    pub(super) fn by(self, terms: Terms, timing: &Timing) -> Self {
        let (begin, end) = (timing.begin, timing.end);
        let (last, own) = match terms.semantics {
            Semantics::Contact => (
                end.high,
                Self {
                    gap: 0,
                    low: begin.low,
                    high: end.high,
                },
            ),
            Semantics::Transport => (
                begin.high,
                Self {
                    gap: timing.least,
                    low: end.low.max(begin.low.saturating_add(timing.least)),
                    high: begin.high,
                },
            ),
        };
        let until = Self {
            high: self.high.min(last.saturating_sub(self.gap)),
            ..self
        };
        until.then(own)
    }

    /// Followed by another.
    pub(super) fn then(self, next: Self) -> Self {
        let high = self.high.min(next.high.saturating_sub(self.gap));
        let low = next.low.max(self.low.saturating_add(next.gap));
        let gap = self.gap.saturating_add(next.gap);
        Self {
            gap: gap.max(low.saturating_sub(high)),
            low,
            high,
        }
    }

    /// Whether it leaves whatever another leaves.
    pub(super) fn is_as_wide(self, other: Self) -> bool {
        self.gap <= other.gap && self.low <= other.low && self.high >= other.high
    }
}
