//! Going on from the beginning of a journey by one ride.

use super::Search;
use super::label::{Label, Tied, events, nodes, visits};
use super::stand::Step;
use super::stretch::Stretch;
use crate::query::journey::timetable::Ride;
use crate::time::Certainty;

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
        let is_tied = self.is_tied(event);
        let has_tied = !label.tied.is_empty();
        let limited = self.court.terms.wait_most.is_some();
        let again = self.last_event(label) == Some(event);
        let mut all = Vec::new();
        if again || is_tied || has_tied || limited {
            all = events(network, labels, nth);
            if is_taken(&all, &nodes(labels, nth), event, ride.to) {
                return None;
            }
            all.push(event);
        }
        // Whether what the event allows for depends on the others.
        let by_all = |certainty: Certainty| {
            let by_links = has_tied || certainty <= Certainty::Possible;
            let is_so = again || (is_tied && by_links) || (limited && (is_tied || has_tied));
            is_so.then_some(all.as_slice())
        };
        let step = |certainty: Certainty| Step {
            event,
            before: label.steps,
            is_tied,
            ties_any: is_tied || has_tied,
            all: by_all(certainty),
        };
        let sought = step(self.sought.certainty);
        let is_certain = self.sought.certainty > Certainty::Possible;
        if is_certain && sought.all.is_some() && !self.court.admits(&all, self.sought.certainty) {
            return None;
        }
        let stand = self.stand(self.sought, label.stand, sought)?;
        let measured = match self.measure {
            Some(measure) => {
                let step = step(measure.certainty);
                self.stand(measure, label.measured, step)?
            }
            None => stand,
        };
        let mut longer = Label {
            node: ride.to,
            from: Some((nth, ride.edge)),
            first: label.first.or(Some(event)),
            steps: label.steps + 1,
            stand,
            measured,
            tied: label.tied.clone(),
            open: label.open,
            is_dead: false,
        };
        self.note_what_is_possible(&mut longer, event, is_tied);
        Some(longer)
    }

    /// Takes in what is possible by one more step; only of use where links tie events.
    fn note_what_is_possible(&self, label: &mut Label, event: u32, is_tied: bool) {
        let Some(possible) = self.possible().filter(|_| self.ties_any()) else {
            if is_tied {
                label.tied.push(Tied {
                    event,
                    step: label.steps,
                    before: Stretch::NONE,
                    when: label.measured.now,
                });
            }
            return;
        };
        let wait = if label.steps == 1 {
            0
        } else {
            self.court.terms.wait_least
        };
        let before = label.open.waiting(wait);
        if is_tied {
            label.tied.push(Tied {
                event,
                step: label.steps,
                before,
                when: label.measured.now,
            });
            label.open = Stretch::NONE;
        } else if let Some(timing) = possible.timings.get(event as usize) {
            label.open = before.by(self.court.terms, timing);
        }
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
