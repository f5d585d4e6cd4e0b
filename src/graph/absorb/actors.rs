//! Actors of one key are one.

use super::Absorbed;
use crate::model::{Actor, ActorId, ActorSort, OrganizationSort};
use crate::{Error, Graph, Result};

/// Takes in all actors of another graph; who they are here, by their index there.
pub(super) fn take_in(
    graph: &mut Graph,
    other: &Graph,
    absorbed: &mut Absorbed,
) -> Result<Vec<ActorId>> {
    let here: Vec<ActorId> = other
        .actors()
        .map(|(id, theirs)| {
            let ours = graph.actors.by_key(theirs.key());
            if let Some(ours) = ours {
                unite(graph, ours, theirs)?;
            }
            let here = match ours {
                Some(ours) => ours,
                None => graph
                    .actors
                    .add(theirs.clone(), Some(theirs.key().to_owned()))?,
            };
            absorbed.actors.note(id, here, ours.is_some());
            Ok(here)
        })
        .collect::<Result<_>>()?;
    for ((id, _), &merged) in other.actors().zip(&here) {
        let into = other.actors.merged_into(id);
        let into = into.and_then(|into| here.get(into.index() as usize));
        if let Some(&into) = into
            && graph.actors.standing_for(into) != graph.actors.standing_for(merged)
            && !graph.actors.join(into, merged)
        {
            graph.actors.merge(into, merged);
        }
    }
    Ok(here)
}

fn unite(graph: &mut Graph, id: ActorId, theirs: &Actor) -> Result<()> {
    let ours = graph.actors.get(id)?;
    let sort = more_telling(ours.sort, theirs.sort).ok_or_else(|| contradiction(ours, theirs))?;
    let unnamed = ours.unnamed && theirs.unnamed;
    if (ours.sort, ours.unnamed) != (sort, unnamed) {
        let ours = graph.actors.get_mut(id)?;
        ours.sort = sort;
        ours.unnamed = unnamed;
    }
    for name in theirs.names() {
        if !graph.actors.get(id)?.names().any(|known| known == name) {
            graph.actors.add_alias(id, name)?;
        }
    }
    for code in &theirs.codes {
        if !graph.actors.get(id)?.codes.contains(code) {
            graph.actors.add_code(id, code.clone())?;
        }
    }
    graph.add_sectors(id, theirs.sectors.iter().map(String::as_str))
}

/// The one of two sorts that says more, unless they contradict each other.
fn more_telling(one: ActorSort, other: ActorSort) -> Option<ActorSort> {
    const ANY: ActorSort = ActorSort::Organization(OrganizationSort::Other);
    match (one, other) {
        (sort, ActorSort::Unresolved)
        | (ActorSort::Unresolved, sort)
        | (sort @ ActorSort::Organization(_), ANY)
        | (ANY, sort @ ActorSort::Organization(_)) => Some(sort),
        _ => (one == other).then_some(one),
    }
}

fn contradiction(ours: &Actor, theirs: &Actor) -> Error {
    let sort = |actor: &Actor| match actor.sort {
        ActorSort::Organization(sort) => format!("an organization ({sort})"),
        sort => sort.with_article().to_owned(),
    };
    Error::invalid(
        "actor",
        format_args!(
            "{:?} as {} here and {:?} as {} there, both of the key {:?}",
            ours.name(),
            sort(ours),
            theirs.name(),
            sort(theirs),
            ours.key()
        ),
        "one sort of actor under one key",
    )
}
