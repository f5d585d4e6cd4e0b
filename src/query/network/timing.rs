//! When an event can have begun and ended, in seconds.

use crate::query::bounds::over_by;
use crate::time::ticks::{self, EARLIEST, LATEST};
use crate::time::{Basis, Certainty, Duration, Moment, Window};

/// No event is taken to last longer than this many seconds, some 35,000 years.
const LONGEST: i64 = 1 << 40;
const DAY: i64 = 86_400;

/// Where a point in time may lie, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Range {
    pub(crate) low: i64,
    pub(crate) high: i64,
}

impl Range {
    /// Nothing is known of it.
    pub(crate) const OPEN: Self = Self {
        low: EARLIEST,
        high: LATEST,
    };
}

/// What is stated of when an event was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stated {
    pub(super) when: Moment,
    pub(super) basis: Basis,
    pub(super) length: Option<Duration>,
}

/// When an event can have begun and ended.
///
/// It began on some second of its date. It lasted as long as [`Duration`] says that it is
/// taken to have, at least and at most; if its length is stated from below alone, it was
/// over when [`bounds`](super::super::bounds) says that it was at the latest. So a
/// length of a day or more, of an event whose date has no time of day, counts the days
/// that it touched: three days from the 15th lasted from some time of the 15th to some
/// time of the 17th, two days at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Timing {
    pub(crate) begin: Range,
    pub(crate) end: Range,
    /// It lasted at least so long.
    pub(crate) least: i64,
    /// It lasted at most so long, if that is known.
    pub(crate) most: Option<i64>,
    basis: Basis,
    in_doubt: bool,
}

impl Timing {
    /// By what is stated of an event; in a window it began within it.
    pub(super) fn of(stated: Stated, window: Option<&Window>) -> Self {
        let Stated {
            when,
            basis,
            length,
        } = stated;
        let (least, most) = length.map_or((0, None), |length| lasting(length, &when));
        let mut begin = Range {
            low: when.earliest().map_or(EARLIEST, ticks::of),
            high: when.latest().map_or(LATEST, ticks::of),
        };
        let over = over_by(&when, length).map_or(LATEST, ticks::of);
        if let Some(window) = window {
            begin.low = begin.low.max(window.earliest().map_or(EARLIEST, ticks::of));
            begin.high = begin.high.min(window.latest().map_or(LATEST, ticks::of));
        }
        begin.high = begin.high.min(over - least).max(begin.low);
        let longest = most.map_or(LATEST, |most| begin.high.saturating_add(most));
        let end = Range {
            low: begin.low + least,
            high: over.min(longest).max(begin.low + least),
        };
        Self {
            begin,
            end,
            least,
            most,
            basis,
            in_doubt: when.is_qualified(),
        }
    }

    /// Whether the date counts for an answer of this certainty: for a certain one, dates
    /// in doubt and those of reports do not; for one as dated, those in doubt.
    pub(crate) fn counts_for(&self, certainty: Certainty) -> bool {
        match certainty {
            Certainty::Certain => !self.in_doubt && self.basis == Basis::Event,
            Certainty::AsDated => !self.in_doubt,
            Certainty::Possible | Certainty::Never => true,
        }
    }

    /// The same as far as it counts for an answer of this certainty: else the event may
    /// have been at any time, and only its length stands.
    pub(crate) fn for_certainty(self, certainty: Certainty) -> Self {
        if self.counts_for(certainty) {
            return self;
        }
        Self {
            begin: Range::OPEN,
            end: Range::OPEN,
            ..self
        }
    }

    /// The same with what else is known of its ends.
    pub(crate) fn narrowed(self, begin: Range, end: Range) -> Self {
        Self { begin, end, ..self }
    }

    /// The same with a date in doubt.
    pub(crate) fn in_doubt(self) -> Self {
        Self {
            in_doubt: true,
            ..self
        }
    }
}

/// The least and the most that a stated length allows, in seconds, from that date on.
fn lasting(length: Duration, when: &Moment) -> (i64, Option<i64>) {
    let least = length.shortest().as_secs().min(LONGEST);
    let least = if when.ends_by_clock() || least < DAY {
        least
    } else {
        least - DAY
    };
    let most = length.longest().as_secs().min(LONGEST);
    (least, (!length.may_last_the_day()).then_some(most))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> i64 {
        let day: Moment = text.parse().unwrap();
        ticks::of(day.earliest().unwrap())
    }

    fn timing(when: &str, length: &str) -> Timing {
        let stated = Stated {
            when: when.parse().unwrap(),
            basis: Basis::Event,
            length: length.parse().ok(),
        };
        Timing::of(stated, None)
    }

    #[test]
    fn a_call_of_a_day_is_over_that_day() {
        const HOUR: i64 = 3_600;
        let from = day("2021-11-15");
        let last = day("2021-11-16") - 1;
        for (length, begin_high, end_low) in [
            ("", last, from),
            ("PT1H", last + 1 - HOUR - 1, from + HOUR),
            ("almost PT1H", last, from),
            ("at least PT1H", last - HOUR, from + HOUR),
            ("about PT1H", last - HOUR / 2, from + HOUR / 2),
        ] {
            let timing = timing("2021-11-15", length);
            assert_eq!(timing.begin.low, from, "{length}");
            let high = begin_high.min(last);
            assert_eq!(timing.begin.high, high, "{length}");
            assert_eq!(timing.end.low, end_low, "{length}");
        }
        let three_days = timing("2021-11-15", "P3D");
        assert_eq!(
            three_days.begin,
            Range {
                low: from,
                high: last
            }
        );
        assert_eq!(
            (three_days.end.low, three_days.end.high),
            (from + 2 * DAY, last + 2 * DAY)
        );
        assert_eq!(timing("2021-11-15", "PT1H").end.high, last);
        assert_eq!(timing("2021-11-15", "at least PT1H").end.high, last);
        assert_eq!(
            timing("2021-11-15T23:30", "over PT1H").end.high,
            last + 60 + 3_600 + 1_800
        );
        let by_clock = timing("2021-11-15T10:00:00", "PT1H");
        assert_eq!(by_clock.end.low, by_clock.begin.low + HOUR);
        assert_eq!(
            by_clock.end,
            Range {
                low: by_clock.end.low,
                high: by_clock.end.low
            }
        );
    }

    #[test]
    fn nothing_is_known_of_one_undated() {
        let undated = timing("[..]", "");
        assert_eq!((undated.begin, undated.end), (Range::OPEN, Range::OPEN));
        assert_eq!(undated.for_certainty(Certainty::Certain), undated);
    }
}
