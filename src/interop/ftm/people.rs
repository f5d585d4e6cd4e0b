//! Who is who: the ids and codes of actors.

use std::collections::{HashMap, HashSet};

use crate::ingest::ftm::code_of;
use crate::model::{ActorId, CodeSystem};
use crate::{Graph, Result};

/// The ids and codes under which the actors of a graph are written.
#[derive(Debug, Default)]
pub(super) struct People {
    /// By index.
    ids: Vec<String>,
    /// Codes of states and the like, and the first actor that goes by each.
    codes: HashMap<String, ActorId>,
}

impl People {
    /// O(n) in the actors of the graph.
    pub(super) fn of(graph: &Graph) -> Self {
        let mut people = Self::default();
        let mut taken: HashSet<String> = HashSet::new();
        for (id, actor) in graph.actors() {
            let own = actor.code(CodeSystem::Ftm).unwrap_or(actor.key());
            let mut unique = own.to_owned();
            // Two actors of one id would be read as one.
            while !taken.insert(unique.clone()) {
                unique.push('-');
            }
            let at = id.index() as usize;
            if people.ids.len() <= at {
                people.ids.resize(at + 1, String::new());
            }
            if let Some(place) = people.ids.get_mut(at) {
                *place = unique;
            }
            if let Some(code) = code_of(actor) {
                people.codes.entry(code).or_insert(id);
            }
        }
        people
    }

    /// The id of an actor.
    pub(super) fn id(&self, actor: ActorId) -> &str {
        let id = self.ids.get(actor.index() as usize);
        id.map_or("", String::as_str)
    }

    /// The ids of some.
    pub(super) fn all(&self, actors: impl IntoIterator<Item = ActorId>) -> Vec<String> {
        actors
            .into_iter()
            .map(|id| self.id(id).to_owned())
            .collect()
    }

    /// The code that an actor goes by and no other.
    pub(super) fn code(&self, graph: &Graph, actor: ActorId) -> Result<Option<String>> {
        let code = code_of(graph.describe(actor)?);
        Ok(code.filter(|code| self.codes.get(code) == Some(&actor)))
    }
}
