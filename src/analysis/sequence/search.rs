//! A sweep over the acts of each dyad.

use indexmap::IndexMap;
use indexmap::map::Entry;

use super::{Reach, Sequence, Succession, Way};
use crate::analysis::Occasion;
use crate::analysis::lag::{follows, lag};
use crate::analysis::sweep::Sweep;
use crate::graph::Event;
use crate::model::ActorId;
use crate::query::{Act, Bracket, Order, View, What, Who, day_ends, day_of};

/// A search under way.
#[derive(Debug)]
pub(super) struct Search<'v, 'g> {
    view: &'v View<'g>,
    sequence: Sequence,
    acts: Vec<(Act<'g>, Order)>,
}

/// Of a dyad, or one direction of it, the places of first acts and of next ones.
#[derive(Debug, Default)]
struct Group {
    firsts: Vec<usize>,
    nexts: Vec<usize>,
}

impl<'v, 'g> Search<'v, 'g> {
    pub(super) fn new(view: &'v View<'g>, sequence: Sequence) -> Self {
        let acts = view.acts(|event| sequence.is_of(event));
        Self::among(view, sequence, acts)
    }

    pub(super) fn among(view: &'v View<'g>, sequence: Sequence, acts: Vec<Act<'g>>) -> Self {
        let acts = acts.into_iter().filter(|act| sequence.is_of(act.event));
        Self {
            view,
            sequence,
            acts: acts.map(|act| (act, view.order_of(act.event))).collect(),
        }
    }

    pub(super) fn run(&self) -> Vec<Succession> {
        let mut found = Vec::new();
        for group in self.groups().values() {
            self.look_through(group, &mut found);
        }
        found.sort_by_key(|(first, next, _)| (*first, *next));
        // What acts both ways between two is found twice.
        let mut once: IndexMap<_, Succession> = IndexMap::with_capacity(found.len());
        for (.., succession) in found {
            let (from, to) = (succession.from.id(), succession.to.id());
            match once.entry((succession.ids, from.min(to), from.max(to))) {
                Entry::Vacant(new) => {
                    new.insert(succession);
                }
                Entry::Occupied(mut known) => {
                    let certainty = &mut known.get_mut().certainty;
                    *certainty = certainty.or(succession.certainty);
                }
            }
        }
        once.into_values().collect()
    }

    /// The acts of each dyad; if the direction matters, of each direction: that of the
    /// first, or against which the next is.
    fn groups(&self) -> IndexMap<(ActorId, ActorId), Group> {
        let mut groups: IndexMap<(ActorId, ActorId), Group> = IndexMap::new();
        for (nth, (act, _)) in self.acts.iter().enumerate() {
            let there = (act.from, act.to);
            let back = (act.to, act.from);
            let ways = match self.sequence.way {
                Way::Either => [Some((there.min(back), there.min(back))), None],
                Way::Same => [Some((there, there)), Some((back, back))],
                Way::Opposite => [Some((there, back)), Some((back, there))],
            };
            let many = if act.mutual { 2 } else { 1 };
            for (as_first, as_next) in ways.into_iter().take(many).flatten() {
                if holds(self.sequence.first, act.event) {
                    groups.entry(as_first).or_default().firsts.push(nth);
                }
                if holds(self.sequence.next, act.event) {
                    groups.entry(as_next).or_default().nexts.push(nth);
                }
            }
        }
        groups
    }

    fn look_through(&self, group: &Group, found: &mut Vec<(usize, usize, Succession)>) {
        if group.firsts.is_empty() || group.nexts.is_empty() {
            return;
        }
        let days = i64::from(self.sequence.days);
        let nexts = group.nexts.iter().filter_map(|nth| self.acts.get(*nth));
        let sweep = Sweep::new(nexts.clone().map(|(next, _)| next.placed.possible));
        // What is only possibly of the two does not come between others.
        let sure = nexts.filter(|(next, _)| next.certainty.is_as_dated());
        let between = Sweep::new(sure.map(|(next, _)| next.placed.possible));
        for &nth in &group.firsts {
            let Some((first, order)) = self.acts.get(nth) else {
                continue;
            };
            let own = first.placed.possible;
            let last = day_ends(day_of(own.to).saturating_add(days));
            let in_reach = Bracket {
                from: own.from.saturating_add(1),
                to: match self.sequence.reach {
                    Reach::Every => last,
                    Reach::Next => between
                        .earliest_end_after(own.to)
                        .map_or(last, |end| end.min(last)),
                },
            };
            for place in sweep.meeting(in_reach) {
                let Some(&next_nth) = group.nexts.get(place) else {
                    continue;
                };
                let next = self.acts.get(next_nth);
                let succession = next.and_then(|(next, next_order)| {
                    self.succession((first, order), (next, next_order))
                });
                found.extend(succession.map(|one| (nth, next_nth, one)));
            }
        }
    }

    fn succession(
        &self,
        first: (&Act<'_>, &Order),
        next: (&Act<'_>, &Order),
    ) -> Option<Succession> {
        let ((first, order), (next, next_order)) = (first, next);
        if first.id() == next.id() {
            return None;
        }
        let ordered = Order::between((first.id(), order), (next.id(), next_order));
        let days = i64::from(self.sequence.days);
        let follows = follows(&first.placed, &next.placed, ordered, days);
        let certainty = follows.and(first.certainty).and(next.certainty);
        if certainty < self.sequence.at_least || !certainty.is_possible() {
            return None;
        }
        let graph = self.view.graph();
        Some(Succession {
            from: Who::new(graph, first.from),
            to: Who::new(graph, first.to),
            first: Occasion::new(self.view, first.event),
            next: Occasion::new(self.view, next.event),
            lag: lag(&first.placed, &next.placed).within(days),
            certainty,
            ids: [first.id(), next.id()],
        })
    }
}

impl Sequence {
    /// Whether an event can be the first or the next.
    fn is_of(&self, event: Event<'_>) -> bool {
        holds(self.first, event) || holds(self.next, event)
    }
}

fn holds(what: Option<What>, event: Event<'_>) -> bool {
    what.is_none_or(|what| what.holds(event.classification()))
}
