//! Whatever the network, figures are those of their definitions.

use proptest::prelude::*;

use super::world::{Matrix, World, worlds};
use crate::analysis::{Betweenness, Centrality, PageRank};
use crate::query::{Answers, Way};

/// Every path of the fewest steps between two, by trying all that come to nobody twice.
fn shortest(matrix: &Matrix, from: usize, to: usize) -> Vec<Vec<usize>> {
    fn extend(matrix: &Matrix, to: usize, path: &mut Vec<usize>, found: &mut Vec<Vec<usize>>) {
        let last = path[path.len() - 1];
        if last == to {
            found.push(path.clone());
            return;
        }
        for next in 0..matrix.len() {
            if matrix[last][next] > 0.0 && !path.contains(&next) {
                path.push(next);
                extend(matrix, to, path, found);
                path.pop();
            }
        }
    }
    let mut found = Vec::new();
    extend(matrix, to, &mut vec![from], &mut found);
    let least = found.iter().map(Vec::len).min();
    found.retain(|path| Some(path.len()) == least);
    found
}

/// By the definition, over ordered pairs.
fn betweenness(matrix: &Matrix, of: usize) -> f64 {
    let others = || (0..matrix.len()).filter(move |&one| one != of);
    let mut sum = 0.0;
    for from in others() {
        for to in others().filter(|&to| to != from) {
            let paths = shortest(matrix, from, to);
            let passing = paths.iter().filter(|path| path.contains(&of)).count();
            if passing > 0 {
                sum += passing as f64 / paths.len() as f64;
            }
        }
    }
    sum
}

/// By powers of the dense matrix of steps, over those who are linked.
fn page_rank(matrix: &Matrix, linked: &[usize], damping: f64) -> Vec<f64> {
    let n = linked.len() as f64;
    let step = |from: usize, to: usize| {
        let leaving: f64 = linked.iter().map(|&next| matrix[from][next]).sum();
        let along = if leaving > 0.0 {
            matrix[from][to] / leaving
        } else {
            1.0 / n
        };
        damping * along + (1.0 - damping) / n
    };
    let mut ranks = vec![1.0 / n; linked.len()];
    for _ in 0..400 {
        let next = |&to: &usize| {
            let here = linked.iter().zip(&ranks);
            here.map(|(&from, rank)| rank * step(from, to)).sum()
        };
        ranks = linked.iter().map(next).collect();
    }
    ranks
}

/// How much `by` constrains `of`, and how much of a contact it is that no other is.
fn constraint(matrix: &Matrix, of: usize, by: usize) -> (f64, f64) {
    let share = |one: usize, other: usize| {
        let all: f64 = matrix[one].iter().sum();
        if all > 0.0 {
            matrix[one][other] / all
        } else {
            0.0
        }
    };
    let most = matrix[by].iter().copied().fold(0.0, f64::max);
    let thirds = || (0..matrix.len()).filter(move |&third| third != of && third != by);
    let through: f64 = thirds()
        .map(|third| share(of, third) * share(third, by))
        .sum();
    let redundant: f64 = thirds()
        .map(|third| share(of, third) * matrix[by][third] / most)
        .sum();
    ((share(of, by) + through).powi(2), 1.0 - redundant)
}

fn value(ranked: &Answers<Centrality>, of: usize) -> Option<f64> {
    let key = format!("actor-{of}");
    let mut ranked = ranked.iter();
    ranked
        .find(|one| one.who().key() == key)
        .map(Centrality::value)
}

fn is_sorted(ranked: &Answers<Centrality>) -> bool {
    ranked.is_sorted_by(|one, next| {
        let order = next.value().total_cmp(&one.value());
        order
            .then_with(|| one.who().key().cmp(next.who().key()))
            .is_le()
    })
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-8
}

fn contacts(world: &World, of: usize) -> Vec<(usize, f64)> {
    let row = &world.any_way()[of];
    let mut contacts: Vec<(usize, f64)> = row.iter().copied().enumerate().collect();
    contacts.retain(|(_, events)| *events > 0.0);
    contacts.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    contacts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn betweenness_is_the_share_of_all_shortest_paths(world in worlds()) {
        let (graph, _) = world.graph();
        let network = graph.view().network().unwrap();
        let linked = world.linked();
        let pairs = (linked.len() as f64 - 1.0) * (linked.len() as f64 - 2.0);
        for (way, matrix, halves) in [
            (Way::OfWord, world.of_word(), 1.0),
            (Way::Any, world.any_way(), 0.5),
        ] {
            let plain = network.betweenness(way);
            let normal = network.betweenness(Betweenness::from(way).normalised());
            prop_assert!(is_sorted(&plain) && is_sorted(&normal));
            prop_assert_eq!(plain.len(), linked.len());
            for &one in &linked {
                let expected = betweenness(&matrix, one);
                prop_assert!(near(value(&plain, one).unwrap(), expected * halves));
                let share = if pairs > 0.0 { expected / pairs } else { 0.0 };
                prop_assert!(near(value(&normal, one).unwrap(), share));
            }
        }
    }

    #[test]
    fn page_rank_is_that_of_powers_of_the_dense_matrix(
        world in worlds(),
        damping in prop::sample::select(vec![0.0, 0.5, 0.85, 0.95]),
    ) {
        let (graph, _) = world.graph();
        let network = graph.view().network().unwrap();
        let linked = world.linked();
        for (way, matrix) in [(Way::OfWord, world.of_word()), (Way::Any, world.any_way())] {
            let how = PageRank::new().taking(way).damping(damping).at_most(1_000);
            let ranks = network.page_rank(how).unwrap();
            prop_assert!(ranks.has_settled() && is_sorted(&ranks));
            prop_assert_eq!(ranks.len(), linked.len());
            let sum: f64 = ranks.iter().map(Centrality::value).sum();
            prop_assert!(linked.is_empty() || near(sum, 1.0));
            for (&one, expected) in linked.iter().zip(page_rank(&matrix, &linked, damping)) {
                prop_assert!(near(value(&ranks, one).unwrap(), expected));
            }
        }
    }

    #[test]
    fn brokerage_is_that_of_the_dense_matrix(world in worlds()) {
        let (graph, ids) = world.graph();
        let network = graph.view().network().unwrap();
        let matrix = world.any_way();
        let brokers = network.brokers();
        prop_assert_eq!(brokers.len(), world.linked().len());
        prop_assert!(brokers.is_sorted_by_key(|one| one.constraint().unwrap()));
        for (one, &id) in ids.iter().enumerate() {
            let found = network.brokerage(id).unwrap();
            let contacts = contacts(&world, one);
            let by = |&(other, _): &(usize, f64)| constraint(&matrix, one, other);
            let (constraints, sizes): (Vec<f64>, Vec<f64>) = contacts.iter().map(by).unzip();
            prop_assert!(near(found.effective_size(), sizes.iter().sum()));
            prop_assert_eq!(found.constraint().is_some(), !contacts.is_empty());
            prop_assert!(near(found.constraint().unwrap_or(0.0), constraints.iter().sum()));
            prop_assert_eq!(found.contacts().len(), contacts.len());
            prop_assert!(found.contacts().is_sorted_by(|a, b| a.constraint() >= b.constraint()));
            for ((other, events), expected) in contacts.iter().zip(constraints) {
                let key = format!("actor-{other}");
                let by = found.contacts().iter().find(|by| by.who().key() == key).unwrap();
                prop_assert!(near(by.constraint(), expected));
                prop_assert!(near(by.invested(), events / matrix[one].iter().sum::<f64>()));
            }
            let listed = brokers.iter().find(|broker| broker.who().id() == id);
            prop_assert!(listed.is_none_or(|listed| *listed == found));
        }
    }

    #[test]
    fn contacts_are_those_of_plain_counting(world in worlds(), one in 0_usize..8) {
        let (graph, ids) = world.graph();
        let network = graph.view().network().unwrap();
        let one = one % world.actors;
        let expected = contacts(&world, one);
        let all: f64 = expected.iter().map(|(_, events)| events).sum();
        let shares = || expected.iter().map(|(_, events)| events / all);

        let spread = network.spread(ids[one]).unwrap();
        let found: Vec<(usize, f64)> = spread
            .partners()
            .iter()
            .map(|partner| (partner.who().id().index() as usize, partner.len() as f64))
            .collect();
        prop_assert_eq!(&found, &expected);
        prop_assert_eq!(spread.contacts() as f64, all);
        let entropy: f64 = -shares().map(|share| share * share.log2()).sum::<f64>();
        prop_assert!(near(spread.entropy(), entropy * std::f64::consts::LN_2));
        let some = f64::from(u8::from(all > 0.0));
        prop_assert!(near(spread.effective_by_entropy(), some * entropy.exp2()));
        let concentration: f64 = shares().map(|share| share.powi(2)).sum();
        prop_assert!(near(spread.concentration().unwrap_or(0.0), concentration));
        prop_assert!(near(spread.effective() * concentration, some));
        prop_assert!(spread.evenness().is_none_or(|even| (0.0..=1.0 + 1e-9).contains(&even)));

        let ego = network.ego_network(ids[one]).unwrap();
        let listed: Vec<usize> = expected.iter().map(|(other, _)| *other).collect();
        let contact = |nth: usize| ego.contacts()[nth].who().id().index() as usize;
        prop_assert_eq!((0..ego.size()).map(contact).collect::<Vec<_>>(), listed.clone());
        let matrix = world.any_way();
        let mut ties = 0;
        for &a in &listed {
            for &b in listed.iter().filter(|&&b| b > a) {
                let tie = ego.ties().iter().find(|tie| {
                    (tie.one().id(), tie.other().id()) == (ids[a], ids[b])
                });
                prop_assert_eq!(tie.map_or(0, |tie| tie.len()) as f64, matrix[a][b]);
                ties += usize::from(tie.is_some());
            }
        }
        prop_assert_eq!(ego.ties().len(), ties);
        let pairs = listed.len() * listed.len().saturating_sub(1) / 2;
        prop_assert_eq!(ego.density(), (pairs > 0).then(|| ties as f64 / pairs as f64));
    }
}
