//! Communities of small random webs.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::leiden::{leiden, round};
use super::moving::Moving;
use super::refining::refined;
use super::web::Web;

const NODES: usize = 9;

fn edges() -> impl Strategy<Value = Vec<(u32, u32, f64)>> {
    let node = 0..u32::try_from(NODES).unwrap();
    let edge = (node.clone(), node, (1_u8..5).prop_map(f64::from));
    proptest::collection::vec(edge, 1..24)
}

fn labels() -> impl Strategy<Value = Vec<u32>> {
    proptest::collection::vec(0..u32::try_from(NODES).unwrap(), NODES)
}

fn resolutions() -> impl Strategy<Value = f64> {
    prop_oneof![Just(1.0), Just(0.3), Just(2.5)]
}

/// 1/2m Σ (A − γ k k' / 2m) over all ordered pairs of nodes of one label, each with itself
/// too: as Newman (2004) has it.
fn modularity(edges: &[(u32, u32, f64)], labels: &[u32], resolution: f64) -> f64 {
    let mut matrix = [[0.0; NODES]; NODES];
    for &(one, other, weight) in edges {
        matrix[one as usize][other as usize] += weight;
        matrix[other as usize][one as usize] += weight;
    }
    let at: Vec<f64> = matrix.iter().map(|row| row.iter().sum()).collect();
    let total: f64 = at.iter().sum();
    let mut sum = 0.0;
    for one in 0..NODES {
        for other in 0..NODES {
            if labels[one] == labels[other] {
                sum += matrix[one][other] - resolution * at[one] * at[other] / total;
            }
        }
    }
    sum / total
}

fn is_connected(edges: &[(u32, u32, f64)], members: &BTreeSet<u32>) -> bool {
    let mut reached = BTreeSet::from([*members.first().unwrap()]);
    loop {
        let before = reached.len();
        for (one, other, _) in edges {
            if members.contains(one) && members.contains(other) {
                if reached.contains(one) {
                    reached.insert(*other);
                } else if reached.contains(other) {
                    reached.insert(*one);
                }
            }
        }
        if reached.len() == before {
            return reached == *members;
        }
    }
}

fn parts(labels: &[u32]) -> Vec<BTreeSet<u32>> {
    let mut parts: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
    for (node, label) in (0..).zip(labels) {
        parts.entry(*label).or_default().insert(node);
    }
    parts.into_values().collect()
}

proptest! {
    #[test]
    fn modularity_is_that_of_the_formula(
        edges in edges(), labels in labels(), resolution in resolutions(),
    ) {
        let web = Web::new(NODES, edges.clone());
        let plain = modularity(&edges, &labels, resolution);
        prop_assert!((web.modularity(&labels, resolution) - plain).abs() < 1e-12);
    }

    #[test]
    fn no_move_is_for_the_worse_and_none_for_the_better_is_left(
        edges in edges(), labels in labels(), resolution in resolutions(),
    ) {
        let web = Web::new(NODES, edges.clone());
        let mut moving = Moving::new(&web, resolution, labels);
        for node in web.nodes().chain(web.nodes()) {
            let before = moving.labels().to_vec();
            if let Some(label) = moving.better(node) {
                moving.relabel(node, label);
            }
            let after = modularity(&edges, moving.labels(), resolution);
            prop_assert!(after > modularity(&edges, &before, resolution) - 1e-12);
            // No other label would have been better yet.
            for label in web.nodes() {
                let mut other = before.clone();
                other[node as usize] = label;
                prop_assert!(after > modularity(&edges, &other, resolution) - 1e-9);
            }
        }
        let done = moving.done();
        let reached = modularity(&edges, &done, resolution);
        for node in web.nodes() {
            for label in web.nodes() {
                let mut other = done.clone();
                other[node as usize] = label;
                prop_assert!(modularity(&edges, &other, resolution) < reached + 1e-9);
            }
        }
    }

    #[test]
    fn refined_parts_are_connected_parts_of_parts(
        edges in edges(), labels in labels(), resolution in resolutions(),
    ) {
        let web = Web::new(NODES, edges.clone());
        let finer = refined(&web, resolution, &labels);
        for part in parts(&finer) {
            prop_assert!(is_connected(&edges, &part));
            let whole: BTreeSet<u32> = part.iter().map(|node| labels[*node as usize]).collect();
            prop_assert_eq!(whole.len(), 1);
        }
        let alone: Vec<u32> = web.nodes().collect();
        let worth = |labels: &[u32]| modularity(&edges, labels, resolution);
        prop_assert!(worth(&finer) > worth(&alone) - 1e-9);
    }

    #[test]
    fn gathering_and_taking_to_pieces_keep_what_they_should(
        edges in edges(), labels in labels(), resolution in resolutions(),
    ) {
        let web = Web::new(NODES, edges.clone());
        let gathered = web.gathered(&labels, NODES);
        let each: Vec<u32> = gathered.nodes().collect();
        let plain = modularity(&edges, &labels, resolution);
        prop_assert!((gathered.modularity(&each, resolution) - plain).abs() < 1e-12);
        let pieces = web.pieces(&labels);
        prop_assert!(modularity(&edges, &pieces, resolution) > plain - 1e-12);
        for part in parts(&pieces) {
            prop_assert!(is_connected(&edges, &part));
        }
    }

    #[test]
    fn rounds_better_what_they_find_and_communities_are_connected(
        edges in edges(), labels in labels(), resolution in resolutions(),
    ) {
        let web = Web::new(NODES, edges.clone());
        let worth = |labels: &[u32]| modularity(&edges, labels, resolution);
        prop_assert!(worth(&round(&web, &labels, resolution)) > worth(&labels) - 1e-9);
        let found = leiden(&web, resolution);
        for part in parts(&found) {
            prop_assert!(is_connected(&edges, &part));
        }
        // Nor would two communities be better merged.
        for one in parts(&found) {
            for other in parts(&found) {
                let mut merged = found.clone();
                let label = found[*one.first().unwrap() as usize];
                for node in other {
                    merged[node as usize] = label;
                }
                prop_assert!(worth(&merged) < worth(&found) + 1e-9);
            }
        }
        prop_assert_eq!(leiden(&web, resolution), found);
    }
}

/// Zachary's karate club: the partition of greatest modularity is known (Brandes et al.
/// 2008), and has four communities.
#[test]
fn the_karate_club_falls_into_four() {
    let friends: [&[u32]; 33] = [
        &[1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31],
        &[2, 3, 7, 13, 17, 19, 21, 30],
        &[3, 7, 8, 9, 13, 27, 28, 32],
        &[7, 12, 13],
        &[6, 10],
        &[6, 10, 16],
        &[16],
        &[],
        &[30, 32, 33],
        &[33],
        &[],
        &[],
        &[],
        &[33],
        &[32, 33],
        &[32, 33],
        &[],
        &[],
        &[32, 33],
        &[33],
        &[32, 33],
        &[],
        &[32, 33],
        &[25, 27, 29, 32, 33],
        &[25, 27, 31],
        &[31],
        &[29, 33],
        &[33],
        &[31, 33],
        &[32, 33],
        &[32, 33],
        &[32, 33],
        &[33],
    ];
    let edges: Vec<(u32, u32, f64)> = (0..)
        .zip(friends)
        .flat_map(|(one, others)| others.iter().map(move |other| (one, *other, 1.0)))
        .collect();
    assert_eq!(edges.len(), 78);
    let web = Web::new(34, edges);
    let found = leiden(&web, 1.0);
    assert_eq!(parts(&found).len(), 4);
    assert!((web.modularity(&found, 1.0) - 0.419_789_6).abs() < 1e-6);
}
