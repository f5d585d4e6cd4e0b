//! What the tests of formats check that are read without loss.

use proptest::prelude::*;

use crate::{Call, Graph, Leader, NewAccount, NewEvent, Result, Role, Unresolved};

/// A graph in which somebody is found to be another, who takes part in the same call.
pub(crate) fn merged() -> Graph {
    let mut graph = Graph::new();
    let putin = graph.add(Leader::new("Vladimir Putin")).unwrap();
    let told = graph.add(Unresolved::new("PUTIN")).unwrap();
    let macron = graph.add(Leader::new("Emmanuel Macron")).unwrap();
    graph
        .record(Call::between(macron, putin).on("2021-11-15"))
        .unwrap();
    let call = NewEvent::coded("041").unwrap();
    let call = [macron.into(), putin.into(), told.into()]
        .into_iter()
        .fold(call, |call, who: crate::ActorId| {
            call.with(Role::Party, who)
        });
    graph.record(call.account(NewAccount::by(told))).unwrap();
    graph.merge_actors(putin, told).unwrap();
    graph
}

/// Checks that a graph came back as it was, and in the same order.
pub(crate) fn came_back(
    graph: &Graph,
    back: Result<Graph>,
) -> std::result::Result<(), TestCaseError> {
    let text = graph.to_json();
    let back = back.map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
    prop_assert!(back == *graph, "{}\n{}", text, back.to_json());
    prop_assert_eq!(back.to_json(), text);
    Ok(())
}

/// Checks that what a view showed of a graph was read: all actors, and no more events.
pub(crate) fn came_in_part(
    graph: &Graph,
    part: Result<Graph>,
) -> std::result::Result<(), TestCaseError> {
    let part =
        part.map_err(|error| TestCaseError::fail(format!("{error}\n{}", graph.to_json())))?;
    prop_assert_eq!(part.actor_count(), graph.actor_count());
    prop_assert!(part.event_count() <= graph.event_count());
    Ok(())
}
