//! Which of two beginnings of a journey is worth following.

use super::label::{Label, events, nodes};
use super::{Goal, Search};
use crate::query::journey::terms::Semantics;

impl Search<'_, '_, '_> {
    /// Whether one beginning is at least as good as another in every respect that bears on
    /// how it can go on.
    pub(super) fn is_as_good(&self, labels: &[Label], one: &Label, other: &Label) -> bool {
        let terms = self.court.terms;
        let sooner = one.now <= other.now && one.free <= other.free;
        let by_goal = match self.goal {
            Goal::Earliest => true,
            Goal::Latest | Goal::Fastest => one.left >= other.left && one.elapsed <= other.elapsed,
            Goal::Fewest => one.steps <= other.steps,
        };
        let by_limits = (self.limits.steps == usize::MAX || one.steps <= other.steps)
            && (terms.wait_most.is_none() || one.late >= other.late);
        sooner
            && by_goal
            && by_limits
            && self.is_as_free(one, other)
            && (terms.wait_most.is_none() || self.has_been_through_less(labels, one, other))
    }

    /// Whether links, and the event by which it came last, leave the one whatever they leave
    /// the other.
    fn is_as_free(&self, one: &Label, other: &Label) -> bool {
        self.can_go_on_by_the_last_of(one, other)
            && one.tied.iter().all(|&(event, when)| {
                let same = other.tied.binary_search_by_key(&event, |tied| tied.0);
                same.ok()
                    .and_then(|nth| other.tied.get(nth))
                    .is_some_and(|known| when <= known.1)
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
            .is_some_and(|times| times.after(one.now, wait).is_some())
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
