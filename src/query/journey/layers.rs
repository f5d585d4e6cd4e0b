//! The edges made ready for each certainty and direction, when they are first asked for.

use std::sync::OnceLock;

use super::scan::Scan;
use super::terms::Direction;
use super::timetable::Timetable;
use crate::query::network::Timing;
use crate::time::Certainty;

/// What is made ready of the edges, for one certainty and direction.
#[derive(Debug, Default)]
pub(super) struct Layer {
    /// `None` once it is known that one look at each edge is not enough.
    pub(super) scan: OnceLock<Option<Scan>>,
    pub(super) timetable: OnceLock<Timetable>,
    pub(super) timings: OnceLock<Vec<Timing>>,
}

/// A layer for each certainty and direction.
#[derive(Debug, Default)]
pub(super) struct Layers {
    possible: [Layer; 2],
    as_dated: [Layer; 2],
    certain: [Layer; 2],
}

impl Layers {
    pub(super) fn of(&self, certainty: Certainty, direction: Direction) -> &Layer {
        let [forward, back] = match certainty {
            Certainty::Never | Certainty::Possible => &self.possible,
            Certainty::AsDated => &self.as_dated,
            Certainty::Certain => &self.certain,
        };
        match direction {
            Direction::Forward => forward,
            Direction::Back => back,
        }
    }
}
