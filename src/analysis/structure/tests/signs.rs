//! Signs and triads.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::super::{Sign, TriadSort};
use super::world::{views, worlds};
use crate::model::codes::Goldstein;
use crate::query::{Evident, Network};

/// The sum of the scores of each pair, by a plain reading of the edges.
fn sums(network: &Network<'_>) -> BTreeMap<(u32, u32), f64> {
    let mut sums = BTreeMap::new();
    let mut seen = std::collections::BTreeSet::new();
    for edge in network.edges().iter().filter(|edge| edge.from != edge.to) {
        let pair = (edge.from.min(edge.to), edge.from.max(edge.to));
        if seen.insert((pair, edge.event)) {
            let event = network.happened().get(edge.event as usize).unwrap().event;
            let score = event.classification().score(&Goldstein).unwrap_or(0.0);
            *sums.entry(pair).or_insert(0.0) += score;
        }
    }
    sums
}

proptest! {
    #[test]
    fn triads_are_those_of_three_loops(graph in worlds()) {
        for view in views(&graph) {
            let network = view.network().unwrap();
            let signed = network.signed(&Goldstein);
            let sums = sums(&network);
            let sign = |one: u32, other: u32| {
                let sum = *sums.get(&(one.min(other), one.max(other)))?;
                match sum {
                    sum if sum > 0.0 => Some(Sign::Positive),
                    sum if sum < 0.0 => Some(Sign::Negative),
                    _ => None,
                }
            };
            let mut expected = BTreeMap::new();
            let mut strained: BTreeMap<(u32, u32), (usize, usize)> = BTreeMap::new();
            for one in network.nodes() {
                for other in one + 1..network.nodes().end {
                    for third in other + 1..network.nodes().end {
                        let pairs = [(one, other), (one, third), (other, third)];
                        let [Some(a), Some(b), Some(c)] = pairs.map(|(one, other)| sign(one, other)) else {
                            continue;
                        };
                        let sort = TriadSort::of([a, b, c]);
                        expected.insert([one, other, third], sort);
                        // By definition: the product of the signs.
                        prop_assert_eq!(sort.is_balanced(), a.times(b).times(c) == Sign::Positive);
                        for pair in pairs {
                            let count = strained.entry(pair).or_default();
                            count.0 += 1;
                            count.1 += usize::from(!sort.is_balanced());
                        }
                    }
                }
            }
            let found: BTreeMap<[u32; 3], TriadSort> = signed
                .triads()
                .map(|triad| {
                    let members: Vec<u32> =
                        triad.members().iter().map(|who| network.node(who.id())).collect();
                    (members.try_into().unwrap(), triad.sort())
                })
                .collect();
            prop_assert_eq!(&found, &expected);
            prop_assert_eq!(signed.triads().count(), expected.len());

            let census = signed.census();
            for sort in TriadSort::ALL {
                let many = expected.values().filter(|one| **one == sort).count();
                prop_assert_eq!(census.of(sort), many);
            }
            let of = |wanted: Option<Sign>| {
                sums.keys().filter(|(one, other)| sign(*one, *other) == wanted).count()
            };
            prop_assert_eq!(census.pairs(Sign::Positive), of(Some(Sign::Positive)));
            prop_assert_eq!(census.pairs(Sign::Negative), of(Some(Sign::Negative)));
            prop_assert_eq!(census.neutral(), of(None));
            prop_assert_eq!(signed.pairs().count(), sums.len() - of(None));
            for pair in signed.pairs() {
                let ends = (network.node(pair.one().id()), network.node(pair.other().id()));
                prop_assert!((pair.balance().sum() - sums[&ends]).abs() < 1e-9);
            }

            let most = signed.most_unbalanced();
            prop_assert_eq!(most.len(), strained.values().filter(|count| count.1 > 0).count());
            for one in &most {
                let ends = [one.pair().one(), one.pair().other()].map(|who| network.node(who.id()));
                let counts = strained[&(ends[0], ends[1])];
                prop_assert_eq!((one.triads(), one.unbalanced()), counts);
            }
            prop_assert!(most.is_sorted_by_key(|one| (usize::MAX - one.unbalanced(), one.triads())));
        }
    }

    #[test]
    fn thirds_are_who_has_a_sign_with_both(graph in worlds(), one in 0_u32..8, other in 0_u32..8) {
        for view in views(&graph) {
            let network = view.network().unwrap();
            let signed = network.signed(&Goldstein);
            let (one, other) = (network.actor(one).unwrap(), network.actor(other).unwrap());
            let thirds = signed.thirds(one, other).unwrap();
            let with = |one: crate::ActorId, other: crate::ActorId| {
                signed.pairs().find(|pair| {
                    let ends = [pair.one().id(), pair.other().id()];
                    ends == [one, other] || ends == [other, one]
                })
            };
            let pair = with(one, other);
            prop_assert_eq!(thirds.pair(), pair.as_ref());
            let mut many = 0;
            for node in network.nodes() {
                let third = network.actor(node).unwrap();
                let (Some(left), Some(right)) = (with(one, third), with(other, third)) else {
                    continue;
                };
                if one == other {
                    continue;
                }
                many += 1;
                let found = thirds.thirds().iter().find(|known| known.who().id() == third).unwrap();
                prop_assert_eq!(found.speaks_for(), left.sign().times(right.sign()));
                let sort = pair.as_ref().map(|pair| TriadSort::of([pair.sign(), left.sign(), right.sign()]));
                prop_assert_eq!(found.sort(), sort);
                prop_assert_eq!(sort.map(TriadSort::is_balanced),
                    pair.as_ref().map(|pair| pair.sign() == found.speaks_for()));
            }
            prop_assert_eq!(thirds.thirds().len(), many);
            prop_assert!(pair.is_none_or(|pair| !pair.events().is_empty()));
        }
    }
}
