//! Going on from the beginning of a journey by one ride.

use super::Search;
use super::label::{Label, events, nodes, visits};
use crate::query::journey::terms::Semantics;
use crate::query::journey::timetable::Ride;
use crate::time::Certainty;
use crate::time::ticks::LATEST;

impl Search<'_, '_, '_> {
    /// The beginning that is one ride longer, if it can be taken.
    pub(super) fn longer(
        &self,
        labels: &[Label],
        nth: usize,
        label: &Label,
        ride: &Ride,
    ) -> Option<Label> {
        let network = self.court.network;
        let event = network.edges().get(ride.edge as usize)?.event;
        if self.limits.visit_once && visits(labels, nth, ride.to) {
            return None;
        }
        let tied = self.is_tied(event);
        let has_tied = !label.tied.is_empty();
        let limited = self.court.terms.wait_most.is_some();
        let again = self.last_event(label) == Some(event);
        if again || tied || has_tied || limited {
            let before = events(network, labels, nth);
            if is_taken(&before, &nodes(labels, nth), event, ride.to) {
                return None;
            }
            let by_links = has_tied || self.certainty <= Certainty::Possible;
            if again || (tied && by_links) || (limited && (tied || has_tied)) {
                return self.longer_by_all(label, nth, ride, (event, before));
            }
        }
        let mut longer = self.longer_by_times(label, nth, ride, event)?;
        if tied {
            longer.free = self.without_tied(label, longer.now);
            longer.tied.push((event, longer.now));
        }
        Some(longer)
    }

    /// When a journey is there after one more tied event, by its other events.
    ///
    /// What a tied event allows for in a certain answer depends on which comes next.
    fn without_tied(&self, before: &Label, now: i64) -> i64 {
        let terms = self.court.terms;
        match (terms.semantics, self.certainty > Certainty::Possible) {
            (Semantics::Contact, true) => before.free.saturating_add(terms.wait_least),
            _ => now,
        }
    }

    /// One ride longer by what is known of each event alone.
    fn longer_by_times(&self, label: &Label, nth: usize, ride: &Ride, event: u32) -> Option<Label> {
        let terms = self.court.terms;
        let now = ride.times.after(label.now, terms.wait_least)?;
        let timing = self.timings.get(event as usize)?;
        let (late, left, elapsed) = if label.steps == 0 {
            let (late, left) = terms.of_first(self.certainty, timing);
            let elapsed = terms.carrying(timing);
            (late, left, elapsed)
        } else {
            let elapsed = label.elapsed.saturating_add(terms.wait_least);
            let (late, left) = terms.latest(self.certainty, timing, label.late)?;
            (
                late,
                label.left.min(left.saturating_sub(elapsed)),
                elapsed.saturating_add(terms.carrying(timing)),
            )
        };
        let free = ride
            .times
            .after(label.free, terms.wait_least)
            .unwrap_or(now);
        let free = match terms.semantics {
            Semantics::Contact => free,
            Semantics::Transport => now,
        };
        Some(Label {
            node: ride.to,
            from: Some((nth, ride.edge)),
            steps: label.steps + 1,
            now,
            free,
            late,
            left,
            elapsed,
            tied: label.tied.clone(),
            is_dead: false,
        })
    }

    /// One ride longer by what is known of all its events together.
    fn longer_by_all(
        &self,
        label: &Label,
        nth: usize,
        ride: &Ride,
        (event, mut events): (u32, Vec<u32>),
    ) -> Option<Label> {
        let terms = self.court.terms;
        events.push(event);
        let arrived = self.court.admits(&events, self.certainty)?;
        let timing = self.timings.get(event as usize)?;
        let certain = self.certainty > Certainty::Possible;
        let ready = |time: i64| time.saturating_add(terms.wait_least).max(ride.times.key);
        let now = match (terms.semantics, certain) {
            (Semantics::Contact, true) => ready(label.now),
            (Semantics::Transport, true) => ride.times.key,
            (_, false) => arrived,
        };
        let waited = if label.steps == 0 {
            0
        } else {
            terms.wait_least
        };
        let elapsed = label.elapsed.saturating_add(waited);
        let (last, left) = terms.of_first(self.certainty, timing);
        let tied = self.is_tied(event);
        let mut all_tied = label.tied.clone();
        if tied && !all_tied.iter().any(|(known, _)| *known == event) {
            all_tied.push((event, now));
            all_tied.sort_unstable();
        }
        // Where links count, all its events are looked at together after each step.
        let late = if all_tied.is_empty() {
            let late = terms.latest(self.certainty, timing, label.late);
            late.map_or(last, |(late, _)| late)
        } else {
            LATEST
        };
        Some(Label {
            node: ride.to,
            from: Some((nth, ride.edge)),
            steps: label.steps + 1,
            now,
            free: match (terms.semantics, certain, tied) {
                (Semantics::Contact, true, false) => ready(label.free),
                (_, _, true) => self.without_tied(label, now),
                _ => now,
            },
            late,
            left: label.left.min(left.saturating_sub(elapsed)),
            elapsed: elapsed.saturating_add(terms.carrying(timing)),
            tied: all_tied,
            is_dead: false,
        })
    }
}

/// Whether an event was taken before the last step, or word would come by it to one who
/// had it in this event already.
///
/// One event may bring word from one to a second and on to a third, as a mediation does;
/// but not later once more. Without limits and links that needs no look: who is brought
/// word by an event in the end has it no later at once.
fn is_taken(events: &[u32], nodes: &[u32], event: u32, to: u32) -> bool {
    let run = events
        .iter()
        .rev()
        .take_while(|known| **known == event)
        .count();
    let before = events.len() - run;
    events.iter().take(before).any(|known| *known == event)
        || (run > 0 && nodes.iter().take(run + 1).any(|node| *node == to))
}
