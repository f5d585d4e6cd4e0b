//! Random worlds absorbed and compared.

use demarche::Graph;
use proptest::prelude::*;

use super::cases;
use super::genes::{self, Step};
use super::world::World;

/// The graph that steps lead to.
fn graph(steps: &[Step]) -> Graph {
    World::after(steps).graph
}

/// The graphs of two histories with the same actors.
fn two(one: &[Step], other: &[Step]) -> [Graph; 2] {
    let is_actor = |step: &&Step| matches!(step, Step::Actor { .. });
    let is_of_all = |step: &&Step| !is_actor(step) && !matches!(step, Step::Resolve { .. });
    let actors = || one.iter().filter(is_actor).cloned();
    [one, other].map(|steps| {
        let steps = actors().chain(steps.iter().filter(is_of_all).cloned());
        graph(&steps.collect::<Vec<Step>>())
    })
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn an_empty_graph_becomes_equal_to_what_it_absorbs(steps in genes::steps()) {
        let other = graph(&steps);
        let mut whole = Graph::new();
        let absorbed = whole.absorb(&other).unwrap();
        prop_assert!(whole == other);
        prop_assert_eq!(absorbed.actors_added(), other.actor_count());
        prop_assert_eq!(absorbed.events_added(), other.event_count());
        prop_assert_eq!(absorbed.ties_added(), other.tie_count());
        for event in other.events() {
            let here = whole.event(absorbed.event(event.id()).unwrap()).unwrap();
            prop_assert_eq!(here.when(), event.when());
            prop_assert_eq!(here.accounts().len(), event.accounts().len());
            prop_assert_eq!(here.links().len(), event.links().len());
        }
    }

    #[test]
    fn absorbing_once_more_changes_nothing(one in genes::steps(), other in genes::steps()) {
        let [mut whole, other] = two(&one, &other);
        let before = whole.clone();
        whole.absorb(&other).unwrap();
        prop_assert!(whole.event_count() >= before.event_count().max(other.event_count()));
        let once = whole.clone();
        let again = whole.absorb(&other).unwrap();
        prop_assert!(whole == once);
        prop_assert_eq!(
            (again.actors_added(), again.events_added(), again.ties_added()),
            (0, 0, 0)
        );
        prop_assert_eq!((again.accounts_added(), again.links_added()), (0, 0));
        whole.absorb(&before).unwrap();
        prop_assert!(whole == once);
    }

    #[test]
    fn what_cannot_be_absorbed_changes_nothing(one in genes::steps(), other in genes::steps()) {
        let mut whole = graph(&one);
        let before = whole.clone();
        if whole.absorb(&graph(&other)).is_err() {
            prop_assert!(whole == before);
        }
    }

    #[test]
    fn a_graph_that_holds_nothing_new_changes_nothing(steps in genes::steps()) {
        let mut whole = graph(&steps);
        let same = graph(&steps);
        whole.absorb(&same).unwrap();
        prop_assert!(whole == same);
        whole.absorb(&same.clone()).unwrap();
        prop_assert!(whole == same);
    }

    #[test]
    fn a_clone_that_went_on_brings_home_what_it_learnt(
        before in genes::steps(),
        after in genes::steps(),
    ) {
        let mut world = World::after(&before);
        let mut whole = world.graph.clone();
        for step in &after {
            world.apply(step);
        }
        let difference = whole.difference(&world.graph);
        prop_assert_eq!(difference.is_empty(), whole == world.graph);
        whole.absorb(&world.graph).unwrap();
        prop_assert!(whole == world.graph);
        prop_assert_eq!(whole.event_count(), world.graph.event_count());
    }

    #[test]
    fn graphs_differ_exactly_if_they_are_not_equal(
        steps in genes::steps(),
        other in genes::steps(),
        kept in 0..50_usize,
    ) {
        // Of one history but for some last steps, and of two histories.
        let [one, another] = two(&steps, &other);
        let [same, shorter] = two(&steps, &steps[..kept.min(steps.len())]);
        prop_assert!(one.difference(&same).is_empty());
        for [here, there] in [[&one, &another], [&another, &one], [&one, &shorter]] {
            let difference = here.difference(there);
            prop_assert_eq!(difference.is_empty(), here == there, "{}", difference);
            prop_assert_eq!(difference.is_empty(), difference.to_string().is_empty());
        }
    }
}
