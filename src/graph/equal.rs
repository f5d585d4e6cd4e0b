//! When two graphs are equal.

mod content;
mod linked;

use std::collections::HashMap;
use std::hash::Hash;

use super::Graph;
use crate::graph::Event;
use crate::model::{Actor, ActorId};

pub(super) use content::{AccountForm, Content, EventForm, Fate, Testimony};
pub(super) use linked::{Likeness, Link, Naming, Signature, settle, settle_by};

/// Equal if the content is, whatever the order in which it came.
///
/// Actors are matched by key; ties and events by all that is said of them, their
/// accounts included. The order of actors, ties and events does not count, nor
/// does that of a graph's aliases, codes, participants and links; what has an
/// order of its own (accounts, words, topics, measures, rows) keeps it.
///
/// A link is compared by the content of the event that it points to, and of those
/// that this one points to in its turn. Without keys, events of the same content
/// cannot be told apart, and need not be.
///
/// Costs O(n) in all that the graphs hold, on average; where links run in
/// circles, up to O(n) for each event that reaches one.
///
/// ```
/// use demarche::{Call, Graph, Leader};
///
/// let mut one = Graph::new();
/// let macron = one.add(Leader::new("Emmanuel Macron"))?;
/// let putin = one.add(Leader::new("Vladimir Putin"))?;
/// one.record(Call::between(macron, putin).on("2021-11-15"))?;
///
/// let mut other = Graph::new();
/// let putin = other.add(Leader::new("Vladimir Putin"))?;
/// let macron = other.add(Leader::new("Emmanuel Macron"))?;
/// assert_ne!(one, other);
/// other.record(Call::between(putin, macron).on("2021-11-15"))?;
/// assert_eq!(one, other);
/// # Ok::<(), demarche::Error>(())
/// ```
impl PartialEq for Graph {
    fn eq(&self, other: &Self) -> bool {
        let counts = |graph: &Self| (graph.actor_count(), graph.tie_count(), graph.event_count());
        if counts(self) != counts(other) {
            return false;
        }
        let Some(counterparts) = counterparts(self, other) else {
            return false;
        };
        let ours = Content::numbered(counterparts);
        let theirs = Content::numbered((0..).zip(other.actors()).map(|(own, _)| own).collect());
        same_ties(self, &ours, other, &theirs) && same_events(self, &ours, other, &theirs)
    }
}

/// For each actor of one graph, in order, the index of the same actor in the
/// other, if all have one.
fn counterparts(one: &Graph, other: &Graph) -> Option<Vec<u32>> {
    one.actors()
        .map(|(own, actor)| {
            let id = other.actors.by_key(actor.key())?;
            let counterpart = other.actors.get(id).ok()?;
            let same = actor_form(actor) == actor_form(counterpart)
                && merged_into(one, own) == merged_into(other, id);
            same.then_some(id.index())
        })
        .collect()
}

/// The key of whom an actor was merged into.
pub(super) fn merged_into(graph: &Graph, actor: ActorId) -> Option<&str> {
    let into = graph.actors.merged_into(actor)?;
    graph.actors.get(into).ok().map(Actor::key)
}

/// An actor, with what has no order put in one.
pub(super) fn actor_form(actor: &Actor) -> Actor {
    let mut form = actor.clone();
    form.aliases.sort_unstable();
    form.codes.sort_by_key(|code| code.system);
    form
}

fn same_ties(one: &Graph, ours: &Content, other: &Graph, theirs: &Content) -> bool {
    let ours = one.ties().map(|tie| ours.tie(tie));
    let theirs = other.ties().map(|tie| theirs.tie(tie));
    same_multiset(one.tie_count(), ours, theirs)
}

fn same_events(one: &Graph, ours: &Content, other: &Graph, theirs: &Content) -> bool {
    if !one.events.has_links() && !other.events.has_links() {
        let of_one = one.events().map(|event| ours.event(event));
        let of_other = other.events().map(|event| theirs.event(event));
        return same_multiset(one.event_count(), of_one, of_other);
    }
    let [of_one, of_other] = likenesses((one, ours), (other, theirs));
    same_multiset(of_one.len(), of_one.iter(), of_other.iter())
}

/// For each event of two graphs, what it is found to be: alike in both, if nothing tells
/// one from the other.
pub(super) fn likenesses(
    (one, ours): (&Graph, &Content),
    (other, theirs): (&Graph, &Content),
) -> [Vec<Likeness>; 2] {
    // The events of both in one row, those of the other graph behind.
    let of_one = one.events().map(|event| ours.event(event));
    let of_other = other.events().map(|event| theirs.event(event));
    let mut numbers = Numbers::default();
    let content: Vec<u32> = of_one
        .chain(of_other)
        .map(|form| numbers.of(form))
        .collect();
    let behind = one.event_count();
    let links: Vec<Vec<Link>> = (one.events().map(|event| links_in_row(event, 0)))
        .chain(other.events().map(|event| links_in_row(event, behind)))
        .collect();
    let mut of_one = settle(&content, &links);
    let of_other = of_one.split_off(behind.min(of_one.len()));
    [of_one, of_other]
}

/// The links of an event, where its graph's events begin at a place in a row.
pub(super) fn links_in_row(event: Event<'_>, first: usize) -> Vec<Link> {
    let links = event.links().iter();
    let mut links: Vec<Link> = links
        .map(|link| (link.kind, first.saturating_add(link.to.index() as usize)))
        .collect();
    // Saying the same again adds nothing.
    links.sort_unstable();
    links.dedup();
    links
}

/// Whether both hold the same, each as often; `count` is how many there are.
fn same_multiset<T: Hash + Eq>(
    count: usize,
    one: impl Iterator<Item = T>,
    other: impl Iterator<Item = T>,
) -> bool {
    let mut surplus: HashMap<T, i64> = HashMap::with_capacity(count);
    for item in one {
        *surplus.entry(item).or_default() += 1;
    }
    for item in other {
        // One that is not there, or not often enough, makes them unequal at once.
        match surplus.get_mut(&item) {
            Some(left @ 1..) => *left -= 1,
            _ => return false,
        }
    }
    surplus.values().all(|&left| left == 0)
}

/// Numbers, the same for what is equal.
#[derive(Debug)]
pub(super) struct Numbers<T>(HashMap<T, u32>);

impl<T> Default for Numbers<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T: Hash + Eq> Numbers<T> {
    pub(super) fn of(&mut self, value: T) -> u32 {
        // There are fewer than 2³² events in a graph; of two graphs, numbers that
        // ran out would only make unequal what is.
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        *self.0.entry(value).or_insert(next)
    }
}

#[cfg(test)]
pub(super) mod samples;
#[cfg(test)]
mod tests;
