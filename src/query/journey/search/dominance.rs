//! Which of two beginnings of a journey is worth following.
//!
//! One is as good as another if whatever goes on from the other can go on from the one,
//! and is then no worse. Where links tie events, what goes on may be bound by any such
//! event on the way: then the one must have come by no other of them than the other, in
//! the same order, and between any two of them, and from the last, all that is possible
//! of the other must be possible of the one.

use super::label::{Label, Tied, events, nodes};
use super::stand::Stand;
use super::stretch::Stretch;
use super::{Goal, Search};
use crate::query::journey::terms::Semantics;
use crate::time::Certainty;

impl Search<'_, '_, '_> {
    /// Whether one beginning is at least as good as another in every respect that bears on
    /// how it can go on.
    pub(super) fn is_as_good(&self, labels: &[Label], one: &Label, other: &Label) -> bool {
        let terms = self.court.terms;
        let limited = terms.wait_most.is_some();
        let counts_steps = self.limits.steps != usize::MAX || self.goal == Goal::Fewest;
        let by_limits = (!counts_steps || one.steps <= other.steps)
            && (!limited || one.stand.late >= other.stand.late);
        one.stand.now <= other.stand.now
            && one.stand.free <= other.stand.free
            && by_limits
            && self.measures_as_well(one, other)
            && self.can_go_on_by_the_last_of(one, other)
            && self.is_as_free(one, other)
            && (!limited || self.has_been_through_less(labels, one, other))
    }

    /// Whether the one can only end as well as the other by what is measured.
    fn measures_as_well(&self, one: &Label, other: &Label) -> bool {
        let level = self.measure.unwrap_or(self.sought);
        let (better, worse) = (one.measured, other.measured);
        let is_sooner = better.now <= worse.now;
        match self.measured_goal() {
            Goal::Fewest => true,
            Goal::Earliest => is_sooner,
            Goal::Latest | Goal::Fastest if level.certainty <= Certainty::Possible => {
                is_sooner && better.left >= worse.left && better.takes <= worse.takes
            }
            Goal::Latest => better.left >= worse.left && self.waits_less(one, other),
            Goal::Fastest => self.takes_less_at_most(one, other),
        }
    }

    /// The same of the time that it takes in the worst choice of times.
    fn takes_less_at_most(&self, one: &Label, other: &Label) -> bool {
        let order = self.court.network.order();
        let (better, worse): (Stand, Stand) = (one.measured, other.measured);
        let is_so = better.now <= worse.now
            && better.left >= worse.left
            && better.takes <= worse.takes
            && self.waits_less(one, other);
        let is_apart = |event: Option<u32>| {
            event.is_none_or(|event| !order.is_tied(event) && !order.is_relay(event))
        };
        match self.court.terms.semantics {
            // An event that comes later can be closer to a tied one than dates say, and to
            // itself if it brings word on in two steps.
            Semantics::Contact => {
                let last = self.last_event(other);
                is_so
                    && better.left_free >= worse.left_free
                    && (last == self.last_event(one)
                        || last.is_none_or(|event| !order.is_relay(event)))
            }
            Semantics::Transport => is_so && (one.first == other.first || is_apart(other.first)),
        }
    }

    /// Whether the one has waited no more often, if it has to wait.
    fn waits_less(&self, one: &Label, other: &Label) -> bool {
        self.court.terms.wait_least == 0 || one.steps <= other.steps
    }

    /// Whether the events of the one that links tie to others leave whatever those of the
    /// other leave.
    fn is_as_free(&self, one: &Label, other: &Label) -> bool {
        let Some(first) = one.tied.first() else {
            return true;
        };
        let terms = self.court.terms;
        if terms.wait_most.is_some() {
            return false;
        }
        let is_certain = self.sought.certainty > Certainty::Possible;
        if is_certain && !self.has_the_same_steps(one, other) {
            return false;
        }
        if self.possible().is_none() {
            return true;
        }
        // Of when it left nothing follows, unless that is asked for.
        let goal = self.measured_goal();
        let since_start = matches!(goal, Goal::Latest | Goal::Fastest);
        let mut rest = other.tied.as_slice();
        for tied in &one.tied {
            let Some((known, left)) = self.passing(&mut rest, tied.event) else {
                return false;
            };
            let mut known = known;
            if terms.semantics == Semantics::Contact {
                known.low = known.low.max(left.when);
            }
            let mut counted = tied.before;
            if tied == first && since_start {
                known.high = known.high.min(other.measured.left);
            } else if tied == first {
                (counted.gap, counted.high) = (known.gap, known.high);
            }
            if !counted.is_as_wide(known) {
                return false;
            }
        }
        let mut known = Stretch::NONE;
        for tied in rest {
            known = self.through(known, tied);
        }
        let known = known.then(other.open);
        let known = Stretch {
            low: known.low.max(other.measured.now),
            ..known
        };
        one.open.is_as_wide(known)
    }

    /// What the other leaves until the step by an event, which its tied steps go on from.
    fn passing(&self, rest: &mut &[Tied], event: u32) -> Option<(Stretch, Tied)> {
        let mut known = Stretch::NONE;
        while let Some((tied, later)) = rest.split_first() {
            *rest = later;
            if tied.event == event {
                return Some((known.then(tied.before), *tied));
            }
            known = self.through(known, tied);
        }
        None
    }

    /// On through a step by a tied event, by its own date.
    fn through(&self, before: Stretch, tied: &Tied) -> Stretch {
        let until = before.then(tied.before);
        let timings = self.possible().map(|level| level.timings);
        match timings.and_then(|timings| timings.get(tied.event as usize)) {
            Some(timing) => until.by(self.court.terms, timing),
            None => until,
        }
    }

    /// Whether the other takes all tied events of the one, as far before and after where it
    /// is and has left as counts.
    fn has_the_same_steps(&self, one: &Label, other: &Label) -> bool {
        let waits = self.court.terms.wait_least > 0;
        one.tied.iter().all(|tied| {
            let same = |known: &&Tied| {
                known.event == tied.event
                    && (!waits || (known.step == tied.step && one.steps == other.steps))
            };
            other.tied.iter().any(|known| same(&known))
        })
    }

    /// Whether the one can do what the other can because of the event by which it came
    /// last: take a relay once more; and, as transport, what links say of that event.
    fn can_go_on_by_the_last_of(&self, one: &Label, other: &Label) -> bool {
        let order = self.court.network.order();
        let (last, others) = (self.last_event(one), self.last_event(other));
        if last == others {
            return true;
        }
        let is_tied = |event: Option<u32>| event.is_some_and(|event| self.is_tied(event));
        let is_relay = others.is_some_and(|event| order.is_relay(event));
        let transport = self.court.terms.semantics == Semantics::Transport;
        let by_links = transport && (is_tied(last) || is_tied(others));
        !by_links && (!is_relay || self.can_take_the_last_of(one, other))
    }

    /// Whether the one comes in time for the event by which the other came last.
    fn can_take_the_last_of(&self, one: &Label, other: &Label) -> bool {
        let wait = self.court.terms.wait_least;
        self.times_of_last(other)
            .is_some_and(|times| times.after(one.stand.now, wait).is_some())
    }

    /// Whether the one has visited nobody, and taken no event, that the other has not.
    fn has_been_through_less(&self, labels: &[Label], one: &Label, other: &Label) -> bool {
        let network = self.court.network;
        let events_of = |label: &Label| {
            label.from.map_or(Vec::new(), |(nth, edge)| {
                let mut all = events(network, labels, nth);
                all.extend(self.event_of(edge));
                all
            })
        };
        let nodes_of = |label: &Label| label.from.map_or(Vec::new(), |(nth, _)| nodes(labels, nth));
        let (events, nodes) = (events_of(other), nodes_of(other));
        events_of(one).iter().all(|event| events.contains(event))
            && (!self.limits.visit_once || nodes_of(one).iter().all(|node| nodes.contains(node)))
    }

    /// The event by which a beginning came last.
    pub(super) fn last_event(&self, label: &Label) -> Option<u32> {
        self.event_of(label.from?.1)
    }

    fn event_of(&self, edge: u32) -> Option<u32> {
        let edge = self.court.network.edges().get(edge as usize)?;
        Some(edge.event)
    }
}
