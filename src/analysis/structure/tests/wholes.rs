//! Density, components, centrality and what is disputed.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::super::density::number;
use super::super::{Degree, Joined};
use super::weights;
use super::world::{views, worlds};
use crate::model::Stance;
use crate::query::{Evident, Network, Standing};

/// Who acts upon whom, by a plain reading of the edges.
fn acts(network: &Network<'_>) -> BTreeSet<(u32, u32)> {
    let edges = network.edges().iter().filter(|edge| edge.from != edge.to);
    edges
        .flat_map(|edge| {
            let back = edge.is_mutual().then_some((edge.to, edge.from));
            [Some((edge.from, edge.to)), back]
        })
        .flatten()
        .collect()
}

/// Whom each actor reaches, itself too, by going on for as long as there is more.
fn reach(nodes: &BTreeSet<u32>, acts: &BTreeSet<(u32, u32)>) -> BTreeMap<u32, BTreeSet<u32>> {
    let mut reach: BTreeMap<u32, BTreeSet<u32>> = nodes
        .iter()
        .map(|&node| (node, BTreeSet::from([node])))
        .collect();
    loop {
        let before = reach.clone();
        for (from, to) in acts {
            let further = before[to].clone();
            reach.get_mut(from).unwrap().extend(further);
        }
        if reach == before {
            return reach;
        }
    }
}

proptest! {
    #[test]
    fn density_is_what_counting_says(graph in worlds()) {
        for view in views(&graph) {
            let network = view.network().unwrap();
            let density = network.density();
            let acts = acts(&network);
            let actors: BTreeSet<u32> = acts.iter().flat_map(|&(one, other)| [one, other]).collect();
            let mutual = acts.iter().filter(|(one, other)| acts.contains(&(*other, *one))).count();
            prop_assert_eq!(density.actors(), actors.len());
            prop_assert_eq!(density.dyads(), acts.len());
            prop_assert_eq!(density.pairs(), weights(&network).len());
            prop_assert_eq!(2 * density.mutual(), mutual);
            let n = number(actors.len());
            let of_all = |many: usize, all: f64| (n > 0.0).then(|| number(many) / all);
            let close = |one: Option<f64>, other: Option<f64>| match (one, other) {
                (Some(one), Some(other)) => (one - other).abs() < 1e-12,
                (one, other) => one == other,
            };
            let pairs = density.pairs();
            prop_assert!(close(density.undirected(), of_all(pairs, n * (n - 1.0) / 2.0)));
            prop_assert!(close(density.directed(), of_all(acts.len(), n * (n - 1.0))));
            prop_assert!(close(density.mean_partners(), of_all(2 * pairs, n)));
            prop_assert!(close(density.reciprocity(), of_all(mutual, number(acts.len()))));
        }
    }

    #[test]
    fn components_are_those_who_reach_each_other(graph in worlds()) {
        for view in views(&graph) {
            let network = view.network().unwrap();
            let directed = acts(&network);
            let either = directed.iter().flat_map(|&(one, other)| [(one, other), (other, one)]);
            let either: BTreeSet<_> = either.collect();
            let nodes: BTreeSet<u32> = either.iter().map(|&(one, _)| one).collect();
            for (joined, acts) in [(Joined::Weakly, &either), (Joined::Strongly, &directed)] {
                let reach = reach(&nodes, acts);
                let of = |node: &u32| {
                    let mutual = |other: &&u32| reach[*other].contains(node);
                    reach[node].iter().filter(mutual).copied().collect::<BTreeSet<u32>>()
                };
                let expected: BTreeSet<BTreeSet<u32>> = nodes.iter().map(of).collect();
                let found = network.components(joined);
                let sets = found.iter().map(|group| {
                    group.members().iter().map(|who| network.node(who.id())).collect()
                });
                prop_assert_eq!(sets.collect::<BTreeSet<BTreeSet<u32>>>(), expected.clone());
                prop_assert_eq!(found.len(), expected.len());
                let order: Vec<(usize, u32)> = found
                    .iter()
                    .map(|group| {
                        let nodes = group.members().iter().map(|who| network.node(who.id()));
                        (usize::MAX - group.len(), nodes.min().unwrap())
                    })
                    .collect();
                prop_assert!(order.is_sorted());
                for group in &found {
                    let inside = |node: u32| group.contains(network.actor(node).unwrap());
                    let (mut pairs, mut inner, mut outer) = (0, 0, 0);
                    for ((one, other), weight) in weights(&network) {
                        match (inside(one), inside(other)) {
                            (true, true) => { pairs += 1; inner += weight; }
                            (false, false) => {}
                            _ => outer += weight,
                        }
                    }
                    prop_assert_eq!((group.pairs(), group.inner(), group.outer()), (pairs, inner, outer));
                    let events: BTreeSet<u32> = network
                        .edges()
                        .iter()
                        .filter(|edge| edge.from != edge.to && inside(edge.from) && inside(edge.to))
                        .map(|edge| edge.event)
                        .collect();
                    let events: Vec<_> = events
                        .into_iter()
                        .map(|event| network.happened().get(event as usize).unwrap().event.id())
                        .collect();
                    prop_assert_eq!(group.events(), events);
                }
            }
        }
    }

    #[test]
    fn rankings_count_partners_and_weight(graph in worlds()) {
        for view in views(&graph) {
            let network = view.network().unwrap();
            let (acts, weights) = (acts(&network), weights(&network));
            for by in [
                Degree::Partners,
                Degree::ActsUpon,
                Degree::ActedUponBy,
                Degree::Weight,
            ] {
                let found = network.most_central(by);
                prop_assert_eq!(found.len(), network.density().actors());
                for (nth, one) in found.iter().enumerate() {
                    let node = network.node(one.who().id());
                    let of = |pair: &(u32, u32)| pair.0 == node || pair.1 == node;
                    let score = match by {
                        Degree::Partners => weights.keys().filter(|pair| of(pair)).count(),
                        Degree::ActsUpon => acts.iter().filter(|act| act.0 == node).count(),
                        Degree::ActedUponBy => acts.iter().filter(|act| act.1 == node).count(),
                        Degree::Weight => {
                            weights.iter().filter(|(pair, _)| of(pair)).map(|(_, weight)| weight).sum()
                        }
                    };
                    prop_assert_eq!(one.score(), score);
                    let better = found.iter().filter(|other| other.score() > score).count();
                    prop_assert_eq!(one.rank(), better + 1);
                    prop_assert!(nth == 0 || found[nth - 1].score() >= score);
                }
            }
        }
    }

    #[test]
    fn whatever_is_denied_or_contradicted_is_found(graph in worlds()) {
        for view in views(&graph) {
            let all = view.clone().standing(Standing::ALL);
            let is_disputed = |event: &crate::Event<'_>| {
                let denied = event.accounts().any(|account| account.stance() == Stance::Denies);
                denied || !all.compare_accounts(event.id()).unwrap().conflicts().is_empty()
            };
            let expected: BTreeSet<_> =
                all.events().filter(is_disputed).map(crate::Event::id).collect();
            let found = view.most_contested();
            prop_assert_eq!(found.len(), expected.len());
            let ids: BTreeSet<_> = found.iter().map(|one| one.event().id()).collect();
            prop_assert_eq!(&ids, &expected);
            let heat = |one: &super::super::Disputed| {
                let denying = one.sides().denying().len();
                (one.sides().asserting().len().min(denying), denying, one.conflicts().len())
            };
            prop_assert!(found.iter().map(heat).rev().is_sorted());

            let pairs = view.most_contested_pairs();
            let network = all.network().unwrap();
            for pair in &pairs {
                let ends = [pair.one().id(), pair.other().id()].map(|id| network.node(id));
                let of = |edge: &&crate::query::network::Edge| {
                    [edge.from, edge.to] == ends || [edge.to, edge.from] == ends
                };
                let events: BTreeSet<_> = network
                    .edges()
                    .iter()
                    .filter(of)
                    .map(|edge| network.happened().get(edge.event as usize).unwrap().event.id())
                    .collect();
                prop_assert_eq!(pair.len(), events.len());
                let disputed: BTreeSet<_> = events.intersection(&expected).copied().collect();
                prop_assert_eq!(pair.events().iter().copied().collect::<BTreeSet<_>>(), disputed);
                prop_assert_eq!(pair.disputed(), pair.events().len());
            }
            let linked: BTreeSet<_> = pairs.iter().flat_map(Evident::events).copied().collect();
            let disputed_edges: BTreeSet<_> = network
                .edges()
                .iter()
                .filter(|edge| edge.from != edge.to)
                .map(|edge| network.happened().get(edge.event as usize).unwrap().event.id())
                .filter(|id| expected.contains(id))
                .collect();
            prop_assert_eq!(linked, disputed_edges);
        }
    }
}
