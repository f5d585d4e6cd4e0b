//! How the actors of two graphs differ.

use super::change::{Change, Facet};
use super::{Differing, Side};
use crate::graph::Graph;
use crate::graph::equal::{actor_form, merged_into};
use crate::model::{Actor, ActorCode, ActorId, ActorSort};

/// Numbers for the actors of a graph that another graph can share.
pub(super) fn own_numbers(graph: &Graph) -> Vec<u32> {
    (0..).zip(graph.actors()).map(|(own, _)| own).collect()
}

/// The numbers of a graph's actors in another; those that are not there have numbers
/// behind.
pub(super) fn numbers(one: &Graph, other: &Graph) -> Vec<u32> {
    let behind = u32::try_from(one.actor_count()).unwrap_or(u32::MAX);
    other
        .actors()
        .map(|(id, actor)| match one.actors.by_key(actor.key()) {
            Some(known) => known.index(),
            None => behind.saturating_add(id.index()),
        })
        .collect()
}

pub(super) fn differing(one: &Graph, other: &Graph) -> Vec<Differing<ActorId>> {
    let of_one = one.actors().filter_map(|(here, actor)| {
        let there = other.actors.by_key(actor.key());
        match there.and_then(|there| Some((there, other.actors.get(there).ok()?))) {
            None => Some(only(Side::Here, here, actor)),
            Some((there, counterpart)) => {
                let mut changes = changes(&actor_form(actor), &actor_form(counterpart));
                let merged = [merged_into(one, here), merged_into(other, there)];
                changes.extend(Change::of(Facet::Merge, merged, |into| {
                    into.map(str::to_owned)
                }));
                (!changes.is_empty()).then(|| Differing {
                    side: Side::Both,
                    there: Some(there),
                    changes,
                    ..only(Side::Here, here, actor)
                })
            }
        }
    });
    let of_other = other
        .actors()
        .filter(|(_, actor)| one.actors.by_key(actor.key()).is_none())
        .map(|(there, actor)| only(Side::There, there, actor));
    of_one.chain(of_other).collect()
}

fn only(side: Side, id: ActorId, actor: &Actor) -> Differing<ActorId> {
    Differing {
        side,
        here: (side == Side::Here).then_some(id),
        there: (side == Side::There).then_some(id),
        key: Some(actor.key().to_owned()),
        what: actor.name().to_owned(),
        times: 1,
        changes: Vec::new(),
    }
}

/// Between two actors in their [form](actor_form).
fn changes(here: &Actor, there: &Actor) -> Vec<Change> {
    let name = |actor: &Actor| (actor.name().to_owned(), actor.unnamed);
    let codes = |actor: &Actor| {
        let told = |code: &ActorCode| (code.clone(), code.to_string());
        actor.codes.iter().map(told).collect()
    };
    [
        Change::of(Facet::Sort, [here.sort, there.sort], |sort| {
            Some(tell_sort(sort))
        }),
        Change::of(Facet::Name, [name(here), name(there)], |(name, unnamed)| {
            Some(if unnamed {
                format!("{name} (unnamed)")
            } else {
                name
            })
        }),
        Change::of_texts(Facet::Aliases, [&here.aliases, &there.aliases]),
        Change::of_list(Facet::Codes, [codes(here), codes(there)]),
        Change::of_texts(Facet::Sectors, [&here.sectors, &there.sectors]),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn tell_sort(sort: ActorSort) -> String {
    match sort {
        ActorSort::Organization(of) => format!("{sort} ({of})"),
        sort => sort.to_string(),
    }
}
