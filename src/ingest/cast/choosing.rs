//! Who in the graph is meant by a name or a code.

use super::Casting;
use crate::ingest::mention::HeldCode;
use crate::ingest::report::NearName;
use crate::ingest::who::Portrait;
use crate::model::{Actor, ActorId, ActorSort, CodeSystem};

impl Casting<'_, '_> {
    /// The actor of one of these codes; of several the one added first.
    pub(super) fn with_codes(&mut self, name: &str, codes: &[HeldCode]) -> Option<ActorId> {
        for (system, code) in codes {
            let found = self.graph.actors.by_code(*system, code);
            if let Some(&first) = found.first() {
                self.note_ambiguous(name, &found);
                return Some(first);
            }
        }
        None
    }

    /// The actor of a name that is of the sort, else one that could be, else any
    /// where a name of the sort may be somebody else's. Among several the one that
    /// is written so comes first, then the one added first.
    pub(super) fn choose(
        &mut self,
        name: &str,
        portrait: &Portrait<'_>,
        codes: &[HeldCode],
    ) -> Option<ActorId> {
        let mut fitting: Vec<(u8, bool, ActorId)> = Vec::new();
        for id in self.graph.actors.by_name(name) {
            if let Ok(actor) = self.graph.actors.get(id)
                && let Some(rank) = rank(actor, portrait, codes)
            {
                fitting.push((rank, actor.name() != name, id));
            }
        }
        fitting.sort_unstable();
        let &(rank, spelled, chosen) = fitting.first()?;
        let alike: Vec<ActorId> = fitting
            .iter()
            .filter(|&&(other, so, _)| (other, so) == (rank, spelled))
            .map(|&(_, _, id)| id)
            .collect();
        self.note_ambiguous(name, &alike);
        Some(chosen)
    }

    /// The actor of the nearest name, if near names were asked for and one alone is
    /// the nearest.
    pub(super) fn nearest(
        &mut self,
        portrait: &Portrait<'_>,
        codes: &[HeldCode],
    ) -> Option<ActorId> {
        // What has no name of its own is like too many.
        if portrait.unnamed || portrait.listed.is_some() {
            return None;
        }
        let fits = |id: ActorId| {
            let actor = self.graph.actors.get(id);
            actor.is_ok_and(|actor| rank(actor, portrait, codes).is_some_and(|rank| rank < 2))
        };
        let (found, score) = self.near.as_ref()?.find(&portrait.name, fits)?;
        let key = self.graph.describe(found).ok()?.key().to_owned();
        self.cast.near.push(NearName {
            name: portrait.name.clone().into_owned(),
            key,
            score,
        });
        Some(found)
    }

    fn note_ambiguous(&mut self, name: &str, alike: &[ActorId]) {
        if alike.len() < 2 || self.cast.ambiguous.contains_key(name) {
            return;
        }
        let actors = alike.iter().filter_map(|&id| self.graph.describe(id).ok());
        let keys = actors.map(|actor| actor.key().to_owned()).collect();
        self.cast.ambiguous.insert(name.to_owned(), keys);
    }
}

/// How well an actor of the name fits what is said: 0 is best.
fn rank(actor: &Actor, portrait: &Portrait<'_>, codes: &[HeldCode]) -> Option<u8> {
    use ActorSort::{Group, Leader, Organization, State, Unresolved};
    if contradicts(actor, codes) {
        return None;
    }
    match (portrait.sort, actor.sort()) {
        (Unresolved, State) => portrait.may_be_state.then_some(0),
        (State, State)
        | (Leader, Leader)
        | (Group, Group)
        | (Organization(_), Organization(_))
        | (Unresolved, _) => Some(0),
        (_, Unresolved) => Some(1),
        (Organization(_), Group) | (Group, Organization(_)) => (!portrait.is_sure).then_some(2),
        _ => None,
    }
}

/// Whether the actor has codes in one of these systems, and none of these. A code of
/// CAMEO's says what an actor is, and not who.
fn contradicts(actor: &Actor, codes: &[HeldCode]) -> bool {
    codes.iter().any(|(system, _)| {
        let in_system = || actor.codes().iter().filter(|held| held.system == *system);
        let is_shared = in_system().any(|held| {
            codes
                .iter()
                .any(|(other, code)| other == system && code.eq_ignore_ascii_case(&held.value))
        });
        *system != CodeSystem::Cameo && in_system().next().is_some() && !is_shared
    })
}
