//! A walk along links, breadth first.

use std::collections::{HashMap, HashSet, VecDeque};

use super::{SaidBy, Stage};
use crate::Result;
use crate::model::{EventId, LinkKind};
use crate::query::View;

/// Links as they are walked: from either end.
#[derive(Debug)]
pub(super) struct Walk<'v, 'g> {
    view: &'v View<'g>,
    /// From an event to those that say that they are linked to it, in order of recording.
    linked_from: HashMap<EventId, Vec<(LinkKind, EventId)>>,
}

/// Whether a link leads from the event that has it to what led to that, and not to what
/// followed.
fn leads_back(kind: LinkKind) -> bool {
    !matches!(kind, LinkKind::Before | LinkKind::BeforeEndOf)
}

impl<'v, 'g> Walk<'v, 'g> {
    pub(super) fn new(view: &'v View<'g>) -> Self {
        let mut linked_from: HashMap<EventId, Vec<(LinkKind, EventId)>> = HashMap::new();
        let graph = view.graph();
        if graph.events.has_links() {
            for event in graph.events() {
                for link in event.links() {
                    let known = linked_from.entry(link.to).or_default();
                    known.push((link.kind, event.id()));
                }
            }
        }
        Self { view, linked_from }
    }

    /// What led to an event.
    pub(super) fn back(&self, start: EventId, links: usize) -> Result<Vec<Stage>> {
        self.walk(start, links, true)
    }

    /// What followed from it.
    pub(super) fn on(&self, start: EventId, links: usize) -> Result<Vec<Stage>> {
        self.walk(start, links, false)
    }

    fn walk(&self, start: EventId, links: usize, back: bool) -> Result<Vec<Stage>> {
        let mut seen: HashSet<EventId> = HashSet::from([start]);
        // What was found next to each, in order.
        let mut below: HashMap<EventId, Vec<Stage>> = HashMap::new();
        let mut next = VecDeque::from([(start, 0_usize)]);
        while let Some((nearer, depth)) = next.pop_front() {
            if depth == links {
                continue;
            }
            for (link, said_by, id) in self.next_to(nearer, back)? {
                if !seen.insert(id) {
                    continue;
                }
                let event = self.view.happening_of(id)?;
                if event.certainty().is_possible() {
                    below.entry(nearer).or_default().push(Stage {
                        depth: depth + 1,
                        link,
                        said_by,
                        event,
                    });
                    next.push_back((id, depth + 1));
                }
            }
        }
        Ok(in_order(start, below))
    }

    /// The events next to one, back in time or on: by its own links, then by others'.
    fn next_to(&self, event: EventId, back: bool) -> Result<Vec<(LinkKind, SaidBy, EventId)>> {
        let own = self.view.graph().event(event)?.links().iter();
        let own = own
            .filter(|link| leads_back(link.kind) == back)
            .map(|link| (link.kind, SaidBy::Nearer, link.to));
        let others = self.linked_from.get(&event).into_iter().flatten();
        let others = others
            .filter(|(kind, _)| leads_back(*kind) != back)
            .map(|&(kind, from)| (kind, SaidBy::Itself, from));
        Ok(own.chain(others).collect())
    }
}

/// Each directly below what it is linked to, without recursion: chains may be long.
fn in_order(start: EventId, mut below: HashMap<EventId, Vec<Stage>>) -> Vec<Stage> {
    let mut stages = Vec::new();
    let mut next = below.remove(&start).unwrap_or_default();
    next.reverse();
    while let Some(stage) = next.pop() {
        let farther = below.remove(&stage.event.id()).unwrap_or_default();
        next.extend(farther.into_iter().rev());
        stages.push(stage);
    }
    stages
}
