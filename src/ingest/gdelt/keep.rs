//! What of a row is kept.

use super::measure::GdeltMeasure;

/// What of a row goes into the graph; the rest is not even looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a choice of its own of the caller"
)]
pub(super) struct Keep {
    /// By their numbers.
    measures: u8,
    pub(super) place: bool,
    pub(super) actor_places: bool,
    pub(super) url: bool,
    pub(super) publisher: bool,
    pub(super) root_events_only: bool,
}

impl Keep {
    pub(super) fn measuring(self, measures: impl IntoIterator<Item = GdeltMeasure>) -> Self {
        let bits = measures.into_iter().map(bit);
        Self {
            measures: bits.fold(0, |all, bit| all | bit),
            ..self
        }
    }

    pub(super) fn measures(self, measure: GdeltMeasure) -> bool {
        self.measures & bit(measure) != 0
    }

    /// Whether the column of a figure is to be read.
    pub(super) fn reads(self, measure: GdeltMeasure) -> bool {
        measure.is_of_code() || self.measures(measure)
    }
}

fn bit(measure: GdeltMeasure) -> u8 {
    1 << (measure as u8)
}

impl Default for Keep {
    fn default() -> Self {
        let nothing = Self {
            measures: 0,
            place: true,
            actor_places: false,
            url: true,
            publisher: true,
            root_events_only: false,
        };
        nothing.measuring([GdeltMeasure::Tone, GdeltMeasure::Mentions])
    }
}
