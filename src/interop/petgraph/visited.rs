//! Which actors a search has been at.

use petgraph::visit::VisitMap;

use crate::model::ActorId;

/// Which actors a search has been at; petgraph asks for one.
///
/// A byte for each actor of the graph. Actors of another graph are kept apart, so that
/// they are never taken for one of this.
#[derive(Clone, Debug, Default)]
pub struct Visited<'n> {
    actors: &'n [ActorId],
    seen: Vec<bool>,
    strangers: Vec<ActorId>,
}

impl<'n> Visited<'n> {
    pub(super) fn new(actors: &'n [ActorId]) -> Self {
        Self {
            actors,
            seen: vec![false; actors.len()],
            strangers: Vec::new(),
        }
    }

    pub(super) fn reset(&mut self, actors: &'n [ActorId]) {
        self.actors = actors;
        self.seen.clear();
        self.seen.resize(actors.len(), false);
        self.strangers.clear();
    }

    /// Where an actor of the graph is noted.
    fn slot(&self, actor: ActorId) -> Option<usize> {
        let slot = actor.index() as usize;
        (self.actors.get(slot) == Some(&actor)).then_some(slot)
    }

    /// Notes whether it has been at an actor; what was noted before.
    fn note(&mut self, actor: ActorId, now: bool) -> bool {
        if let Some(seen) = self.slot(actor).and_then(|slot| self.seen.get_mut(slot)) {
            return std::mem::replace(seen, now);
        }
        let known = self.strangers.iter().position(|&one| one == actor);
        match (known, now) {
            (None, true) => self.strangers.push(actor),
            (Some(at), false) => drop(self.strangers.swap_remove(at)),
            _ => {}
        }
        known.is_some()
    }
}

impl VisitMap<ActorId> for Visited<'_> {
    fn visit(&mut self, actor: ActorId) -> bool {
        !self.note(actor, true)
    }

    fn is_visited(&self, actor: &ActorId) -> bool {
        match self.slot(*actor) {
            Some(slot) => self.seen.get(slot) == Some(&true),
            None => self.strangers.contains(actor),
        }
    }

    fn unvisit(&mut self, actor: ActorId) -> bool {
        self.note(actor, false)
    }
}
