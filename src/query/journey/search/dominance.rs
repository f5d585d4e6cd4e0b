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

    /// Whether links leave the one whatever they leave the other.
    fn is_as_free(&self, one: &Label, other: &Label) -> bool {
        let last_tied = |label: &Label| {
            let event = self.event_of(label.from?.1)?;
            self.court
                .network
                .order()
                .is_entangled(event)
                .then_some(event)
        };
        let last =
            self.court.terms.semantics == Semantics::Contact || last_tied(one) == last_tied(other);
        last && one.tied.iter().all(|&(event, when)| {
            let same = other.tied.binary_search_by_key(&event, |tied| tied.0);
            same.ok()
                .and_then(|nth| other.tied.get(nth))
                .is_some_and(|known| when <= known.1)
        })
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

    fn event_of(&self, edge: u32) -> Option<u32> {
        let edge = self.court.network.edges().get(edge as usize)?;
        Some(edge.event)
    }
}
