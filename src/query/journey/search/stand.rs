//! How the beginning of a journey stands in time, at one certainty.

use super::Search;
use crate::query::journey::arrivals::START;
use crate::query::journey::terms::{Direction, Semantics, Times};
use crate::query::network::Timing;
use crate::time::Certainty;
use crate::time::ticks::LATEST;

/// How the beginning of a journey stands in time, at one certainty: of a possible one, by
/// the choice of times that is best for each figure; else by the one that is worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stand {
    /// The earliest at which it is there.
    pub(super) now: i64,
    /// The same, without events that links tie to others.
    pub(super) free: i64,
    /// The latest at which it can be there, waiting being limited.
    pub(super) late: i64,
    /// The latest at which it can have left.
    pub(super) left: i64,
    /// The same, without events that links tie to others.
    pub(super) left_free: i64,
    /// The least time that it takes.
    pub(super) takes: i64,
}

/// The certainty at which a journey is looked at, and the timings that count for it.
#[derive(Clone, Copy, Debug)]
pub(in crate::query::journey) struct Level<'s> {
    pub(in crate::query::journey) certainty: Certainty,
    pub(in crate::query::journey) timings: &'s [Timing],
}

/// One more step of a journey.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step<'e> {
    pub(super) event: u32,
    /// How many came before.
    pub(super) before: usize,
    /// Whether links tie its event to others.
    pub(super) is_tied: bool,
    /// Whether one is limited by others than the last.
    pub(super) ties_any: bool,
    /// All events with its own, if what it allows for depends on them.
    pub(super) all: Option<&'e [u32]>,
}

impl Stand {
    /// Where all begins.
    pub(super) const START: Self = Self {
        now: START,
        free: START,
        late: LATEST,
        left: LATEST,
        left_free: LATEST,
        takes: 0,
    };
}

impl Level<'_> {
    fn is_possible(&self) -> bool {
        self.certainty <= Certainty::Possible
    }
}

impl Search<'_, '_, '_> {
    /// How a journey stands after one more step, which it is known to be able to take
    /// unless the times of the one event, by itself, tell otherwise.
    pub(super) fn stand(&self, level: Level<'_>, before: Stand, step: Step<'_>) -> Option<Stand> {
        let timing = level.timings.get(step.event as usize)?;
        match step.all {
            Some(all) if level.is_possible() => {
                self.possible_stand(level, timing, before, step, all)
            }
            _ if level.is_possible() => self.stand_by_dates(level, timing, before, step),
            _ => self.certain_stand(level, timing, before, step),
        }
    }

    /// A possible one, by what is known of all its events together.
    fn possible_stand(
        &self,
        level: Level<'_>,
        timing: &Timing,
        before: Stand,
        step: Step<'_>,
        all: &[u32],
    ) -> Option<Stand> {
        let best = self.court.best(all)?;
        Some(Stand {
            now: best.arrives,
            free: best.arrives,
            late: self.late(level, timing, before, step),
            left: best.leaves,
            left_free: best.leaves,
            takes: best.takes,
        })
    }

    /// A possible one, by what is known of the event alone.
    fn stand_by_dates(
        &self,
        level: Level<'_>,
        timing: &Timing,
        before: Stand,
        step: Step<'_>,
    ) -> Option<Stand> {
        let terms = self.court.terms;
        let wait = terms.wait_least;
        let times = Times::new(terms.semantics, level.certainty, Direction::Forward, timing);
        let now = times.after(before.now, wait)?;
        let carrying = terms.carrying(timing);
        let (_, until) = terms.of_first(level.certainty, timing);
        let (late, left, takes) = if step.before == 0 {
            let (late, left) = terms.of_first(level.certainty, timing);
            (late, left, carrying)
        } else {
            let (late, _) = terms.latest(level.certainty, timing, before.late)?;
            let taken = before.takes.saturating_add(wait);
            let since = times.at_soonest().saturating_sub(before.left);
            (
                late,
                before.left.min(until.saturating_sub(taken)),
                taken.saturating_add(carrying).max(since),
            )
        };
        Some(Stand {
            now,
            free: now,
            late,
            left,
            left_free: left,
            takes,
        })
    }

    /// A certain one, or one as dated: each event is at its worst whatever the others,
    /// except that how long it takes depends on how far two of them can be apart.
    fn certain_stand(
        &self,
        level: Level<'_>,
        timing: &Timing,
        before: Stand,
        step: Step<'_>,
    ) -> Option<Stand> {
        let terms = self.court.terms;
        let wait = terms.wait_least;
        let times = Times::new(terms.semantics, level.certainty, Direction::Forward, timing);
        let ready = |time: i64| time.saturating_add(wait).max(times.key);
        let by_itself = step.all.is_none();
        let is_contact = terms.semantics == Semantics::Contact;
        if by_itself && times.after(before.now, wait).is_none() {
            return None;
        }
        let now = if is_contact {
            ready(before.now)
        } else {
            times.key
        };
        // What a tied event allows for depends on which comes next.
        let free = match (is_contact, step.is_tied) {
            (true, true) => before.free.saturating_add(wait),
            (true, false) => ready(before.free),
            (false, _) => now,
        };
        let steps = i64::try_from(step.before).unwrap_or(i64::MAX);
        let (_, left) = terms.of_first(level.certainty, timing);
        let left = match (is_contact, step.before) {
            (true, _) => left.saturating_sub(wait.saturating_mul(steps)),
            (false, 0) => left,
            (false, _) => LATEST,
        };
        let late = if by_itself && step.before > 0 {
            terms.latest(level.certainty, timing, before.late)?.0
        } else {
            self.late(level, timing, before, step)
        };
        Some(Stand {
            now,
            free,
            late,
            left: before.left.min(left),
            left_free: if step.is_tied {
                before.left_free
            } else {
                before.left_free.min(left)
            },
            takes: self.takes_at_most(level, timing, before, step)?,
        })
    }

    /// How long a journey takes in the worst choice of times, after one more step.
    fn takes_at_most(
        &self,
        level: Level<'_>,
        timing: &Timing,
        before: Stand,
        step: Step<'_>,
    ) -> Option<i64> {
        let terms = self.court.terms;
        if !self.measures_length() {
            return Some(0);
        }
        if let Some(all) = step.all {
            return self.court.takes_at_most(all, level.certainty);
        }
        Some(match (terms.semantics, step.before) {
            (Semantics::Contact, 0) => 0,
            (Semantics::Contact, _) => {
                let since = timing.begin.high.saturating_sub(before.left);
                before.takes.saturating_add(terms.wait_least).max(since)
            }
            (Semantics::Transport, 0) => {
                return self.court.takes_at_most(&[step.event], level.certainty);
            }
            (Semantics::Transport, _) => timing.end.high.saturating_sub(before.left),
        })
    }

    /// The latest at which it can be there, where waiting is limited. Where links count,
    /// all its events are looked at together after each step.
    fn late(&self, level: Level<'_>, timing: &Timing, before: Stand, step: Step<'_>) -> i64 {
        let terms = self.court.terms;
        if step.ties_any {
            return LATEST;
        }
        let (last, _) = terms.of_first(level.certainty, timing);
        if step.before == 0 {
            return last;
        }
        let late = terms.latest(level.certainty, timing, before.late);
        late.map_or(last, |(late, _)| late)
    }
}
