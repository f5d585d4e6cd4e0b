//! The actors, and how they are found.

use super::beginnings::{Beginning, Beginnings};
use super::chunked::{Chunked, Kept};
use super::hashed::Hashed;
use super::lineage::Lineage;
use super::names::{folded, folds_to, is_key, nearness, slug};
use super::standing::Standing;
use crate::error::ErrorKind;
use crate::model::{Actor, ActorCode, ActorId, Called, CodeSystem};
use crate::parallel;
use crate::{Error, Result};

/// Names this near are worth suggesting.
const NEAR: f64 = 0.8;
/// So many names are suggested at most.
const SUGGESTIONS: usize = 3;

/// All actors by index, with look-up by key, name and code.
#[derive(Clone, Debug, Default)]
pub(crate) struct Register {
    lineage: Lineage,
    pub(super) actors: Chunked<Actor>,
    beginnings: Beginnings,
    keys: Hashed,
    /// Folded.
    names: Hashed,
    /// Canonical.
    codes: Hashed,
    pub(super) standing: Standing,
}

impl Register {
    /// From actors that were saved, and whom each that was merged was merged into; what is
    /// wrong with them, if anything is. O(n log n).
    pub(super) fn of(
        lineage: Lineage,
        actors: Chunked<Actor>,
        merged: &[(u32, u32)],
    ) -> std::result::Result<Self, String> {
        let is_of_actors = |&(one, other): &(u32, u32)| {
            let many = actors.len();
            (one as usize) < many && (other as usize) < many
        };
        let standing = merged
            .iter()
            .all(is_of_actors)
            .then(|| Standing::of_merges(merged))
            .flatten()
            .ok_or("merges of actors that there are not, or in a circle")?;
        let (keys, (names, codes)) =
            parallel::both(|| by_key(&actors), || (by_name(&actors), by_code(&actors)));
        let has_twins = |numbers: Vec<u32>| {
            let keys = numbers.into_iter().filter_map(|index| actors.get(index));
            let mut keys: Vec<&str> = keys.map(Actor::key).collect();
            keys.sort_unstable();
            !keys.is_sorted_by(|one, next| one < next)
        };
        if keys.clashes().any(has_twins) {
            return Err("two actors of one key".into());
        }
        Ok(Self {
            lineage,
            beginnings: actors.iter().map(Actor::key).collect(),
            actors,
            keys,
            names,
            codes,
            standing,
        })
    }

    pub(crate) fn len(&self) -> usize {
        self.actors.len()
    }

    /// About what they take, in bytes.
    pub(crate) fn bytes(&self) -> usize {
        let actor = |actor: &Actor| {
            let codes = size_of_val(actor.codes.as_slice());
            let aliases = actor
                .aliases
                .iter()
                .map(|alias| size_of::<String>() + alias.len());
            actor.called.len() + codes + aliases.sum::<usize>()
        };
        let found = [&self.keys, &self.names, &self.codes].map(Hashed::bytes);
        let found = found.into_iter().chain([self.beginnings.bytes()]);
        found.fold(self.actors.bytes(actor), usize::saturating_add)
    }

    /// Adds an actor under a key of its own.
    pub(crate) fn add(&mut self, mut actor: Actor, key: Option<String>) -> Result<ActorId> {
        let key = match key {
            Some(key) => self.vacant(key)?,
            None => self.make_key(actor.name()),
        };
        actor.called = Called::new(&key, actor.name());
        let (index, stamp) = self.lineage.give().ok_or_else(|| {
            Error::new(ErrorKind::Full {
                what: "actors",
                limit: u64::from(u32::MAX),
            })
        })?;
        self.beginnings.add(&key);
        self.keys.add(self.keys.digest(&*key), index);
        for name in actor.names() {
            self.note_name(name, index);
        }
        for code in &actor.codes {
            self.codes.add(self.codes.digest(canonical(code)), index);
        }
        self.actors.push(actor);
        Ok(ActorId::new(index, stamp))
    }

    fn note_name(&mut self, name: &str, index: u32) {
        self.names.add(self.names.digest(&*folded(name)), index);
    }

    pub(crate) fn add_alias(&mut self, id: ActorId, alias: &str) -> Result<()> {
        let actor = self.get_mut(id)?;
        if !actor.names().any(|known| known == alias) {
            actor.aliases.push(alias.to_owned());
            self.note_name(alias, id.index());
        }
        Ok(())
    }

    /// Names an actor of whom no name was known; it is not found any more by the words
    /// that stood for one.
    pub(crate) fn name(&mut self, id: ActorId, name: &str) -> Result<()> {
        let actor = self.get_mut(id)?;
        actor.called = Called::new(actor.key(), name);
        actor.unnamed = false;
        self.note_name(name, id.index());
        Ok(())
    }

    pub(crate) fn add_code(&mut self, id: ActorId, code: ActorCode) -> Result<()> {
        let actor = self.get_mut(id)?;
        if !actor.codes.contains(&code) {
            let canonical = canonical(&code);
            actor.codes.push(code);
            self.codes.add(self.codes.digest(canonical), id.index());
        }
        Ok(())
    }

    fn vacant(&self, key: String) -> Result<String> {
        if !is_key(&key) {
            return Err(Error::invalid(
                "actor key",
                format_args!("{key:?}"),
                "lower-case letters and digits with single hyphens between them",
            ));
        }
        if self.index_of_key(&key).is_some() {
            return Err(Error::new(ErrorKind::KeyTaken { what: "actor", key }));
        }
        Ok(key)
    }

    /// A key made of the name, numbered from 2 if it is taken.
    ///
    /// Numbers are mostly given out without gaps, so doubling and then halving
    /// finds a free one after a taken one in O(log n) looks, however many share the
    /// key.
    fn make_key(&self, name: &str) -> String {
        let key = slug(name);
        let is_taken = |key: &str| self.index_of_key(key).is_some();
        if !is_taken(&key) {
            return key;
        }
        let numbered = |nth: u64| format!("{key}-{nth}");
        let (mut taken, mut free) = (1_u64, 2_u64);
        while is_taken(&numbered(free)) {
            (taken, free) = (free, free.saturating_mul(2));
        }
        while free.saturating_sub(taken) > 1 {
            let middle = taken.midpoint(free);
            if is_taken(&numbered(middle)) {
                taken = middle;
            } else {
                free = middle;
            }
        }
        numbered(free)
    }

    /// The index of an id, if the id is of this graph.
    #[inline]
    pub(crate) fn check(&self, id: ActorId) -> Result<u32> {
        if self.lineage.stamp(id.index()) == Some(id.stamp()) {
            Ok(id.index())
        } else {
            Err(foreign())
        }
    }

    /// Who stands for an actor: another, if the two were found to be one.
    pub(crate) fn standing_for(&self, id: ActorId) -> ActorId {
        if self.standing.is_empty() {
            return id;
        }
        self.id(self.standing.of(id.index())).unwrap_or(id)
    }

    /// Whom an actor was merged into itself.
    pub(crate) fn merged_into(&self, id: ActorId) -> Option<ActorId> {
        self.id(self.standing.merged_into(id.index())?)
    }

    pub(crate) fn has_merges(&self) -> bool {
        !self.standing.is_empty()
    }

    /// An actor and all for whom it stands, in the order of adding.
    pub(crate) fn behind(&self, id: ActorId) -> Vec<ActorId> {
        let behind = self.indices_behind(id.index()).into_iter();
        behind.filter_map(|index| self.id(index)).collect()
    }

    /// The same, by index.
    pub(crate) fn indices_behind(&self, index: u32) -> Vec<u32> {
        if self.standing.is_empty() {
            return vec![index];
        }
        self.standing.behind(index)
    }

    /// Merges one that stands for itself into another, whoever stands for that; `false`
    /// if it does not, or they are one.
    pub(crate) fn join(&mut self, into: ActorId, other: ActorId) -> bool {
        self.standing.join(into.index(), other.index())
    }

    /// Lets one actor stand for another; `false` if it does already.
    pub(crate) fn merge(&mut self, kept: ActorId, other: ActorId) -> bool {
        self.standing.merge(kept.index(), other.index())
    }

    /// Lets an actor stand for itself; `false` if it does already.
    pub(crate) fn split(&mut self, id: ActorId) -> bool {
        self.standing.split(id.index())
    }

    pub(crate) fn get(&self, id: ActorId) -> Result<&Actor> {
        let index = self.check(id)?;
        self.actors.get(index).ok_or_else(foreign)
    }

    /// An actor, as it is now for as long as it is kept.
    pub(crate) fn keep(&self, id: ActorId) -> Option<Kept<Actor>> {
        self.actors.keep(self.check(id).ok()?)
    }

    pub(crate) fn get_mut(&mut self, id: ActorId) -> Result<&mut Actor> {
        let index = self.check(id)?;
        self.actors.get_mut(index).ok_or_else(foreign)
    }

    /// All actors, in the order in which they were added.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (ActorId, &Actor)> {
        (0..).zip(self.actors.iter()).filter_map(|(index, actor)| {
            Some((ActorId::new(index, self.lineage.stamp(index)?), actor))
        })
    }

    /// The actor of an index.
    #[cfg(feature = "sparql")]
    pub(crate) fn by_index(&self, index: u32) -> Option<(ActorId, &Actor)> {
        Some((self.id(index)?, self.actors.get(index)?))
    }

    /// The key of the actor of an index.
    pub(crate) fn key(&self, index: u32) -> Option<&str> {
        self.actors.get(index).map(Actor::key)
    }

    /// How the key of an actor begins.
    pub(crate) fn beginning(&self, index: u32) -> Option<Beginning> {
        self.beginnings.of(index)
    }

    /// The actor of exactly this key, as recorded.
    pub(crate) fn by_key(&self, key: &str) -> Option<ActorId> {
        self.index_of_key(key).and_then(|index| self.id(index))
    }

    fn index_of_key(&self, key: &str) -> Option<u32> {
        let mut found = self.keys.find(self.keys.digest(key));
        found.find(|&index| self.key(index) == Some(key))
    }

    /// Everyone of this name or alias, in the order of adding.
    pub(crate) fn by_name(&self, name: &str) -> Vec<ActorId> {
        let folded = folded(name);
        let is_theirs = |actor: &Actor| actor.names().any(|name| folds_to(name, &folded));
        let found = self.names.find(self.names.digest(&*folded));
        self.standing_by(self.of_whom(found, is_theirs))
    }

    /// Everyone of this code, in the order of adding.
    pub(crate) fn by_code(&self, system: CodeSystem, value: &str) -> Vec<ActorId> {
        let code = canonical(&ActorCode {
            system,
            value: value.to_owned(),
        });
        let is_theirs = |actor: &Actor| actor.codes.iter().any(|own| canonical(own) == code);
        let found = self.codes.find(self.codes.digest(&code));
        self.standing_by(self.of_whom(found, is_theirs))
    }

    /// Those of the actors found of whom it is true: two texts may have a hash in common.
    fn of_whom(
        &self,
        found: impl Iterator<Item = u32>,
        is_true: impl Fn(&Actor) -> bool,
    ) -> impl Iterator<Item = u32> {
        found.filter(move |&index| self.actors.get(index).is_some_and(&is_true))
    }

    /// Who stands for those found, in the order of adding, each once.
    fn standing_by(&self, found: impl Iterator<Item = u32>) -> Vec<ActorId> {
        let mut standing: Vec<u32> = found.map(|index| self.standing.of(index)).collect();
        standing.sort_unstable();
        standing.dedup();
        let standing = standing.into_iter();
        standing.filter_map(|index| self.id(index)).collect()
    }

    pub(crate) fn id(&self, index: u32) -> Option<ActorId> {
        Some(ActorId::new(index, self.lineage.stamp(index)?))
    }

    /// The names nearest to one that finds nobody, nearest first.
    ///
    /// Costs O(n) in the names; it is for messages.
    pub(crate) fn near(&self, name: &str) -> Vec<String> {
        let mut near: Vec<(f64, &str)> = self
            .actors
            .iter()
            .flat_map(Actor::names)
            .map(|known| (nearness(name, known), known))
            .filter(|&(score, _)| score >= NEAR)
            .collect();
        near.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(other.1)));
        near.dedup_by_key(|&mut (_, known)| known);
        near.into_iter()
            .take(SUGGESTIONS)
            .map(|(_, known)| known.to_owned())
            .collect()
    }
}

/// Codes are compared without case.
fn canonical(code: &ActorCode) -> ActorCode {
    ActorCode {
        system: code.system,
        value: code.value.trim().to_uppercase(),
    }
}

fn by_key(actors: &Chunked<Actor>) -> Hashed {
    let numbered = (0..).zip(actors.iter());
    Hashed::of(numbered.map(|(index, actor)| (actor.key(), index)))
}

fn by_name(actors: &Chunked<Actor>) -> Hashed {
    Hashed::of((0..).zip(actors.iter()).flat_map(|(index, actor)| {
        let names = actor.names().map(folded);
        names.map(move |name| (name, index))
    }))
}

fn by_code(actors: &Chunked<Actor>) -> Hashed {
    Hashed::of((0..).zip(actors.iter()).flat_map(|(index, actor)| {
        let codes = actor.codes.iter().map(canonical);
        codes.map(move |code| (code, index))
    }))
}

#[cold]
fn foreign() -> Error {
    Error::foreign("actor")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Graph;
    use crate::model::Leader;

    #[test]
    fn two_actors_of_one_key_are_not_taken() -> Result<()> {
        let mut graph = Graph::new();
        for nth in 0..1_000 {
            graph.add(Leader::new(format!("Leader {nth}")))?;
        }
        let mut actors = graph.actors.actors;
        let of = |actors| Register::of(Lineage::default(), actors, &[]);
        assert!(of(actors.clone()).is_ok());
        let called = actors.get(7).unwrap().called.clone();
        actors.get_mut(900).unwrap().called = called;
        assert_eq!(of(actors).unwrap_err(), "two actors of one key");
        Ok(())
    }

    #[test]
    fn names_of_one_key_are_numbered_without_gaps() -> Result<()> {
        let mut graph = Graph::new();
        let mut key = |name: &str| -> Result<String> {
            let id = graph.add(Leader::new(name))?;
            Ok(graph.describe(id)?.key().to_owned())
        };
        let first = key("!")?;
        for nth in 2..=3000 {
            // All are signs alone, and no two the same.
            assert_eq!(key(&"!".repeat(nth))?, format!("{first}-{nth}"));
        }
        Ok(())
    }
}
