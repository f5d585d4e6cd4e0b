//! The method of Leiden.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::moving::Moving;
use super::refining::refined;
use super::web::Web;

/// A partition whose modularity is less than this below another's is no worse.
const NO_WORSE: f64 = 1e-12;

/// A partition of high modularity, whose every part is connected: a label below the number
/// of nodes for each node.
///
/// Rounds follow each other, each from what the last has found, for as long as they better
/// it.
pub(super) fn leiden(web: &Web, resolution: f64) -> Vec<u32> {
    let mut found: Vec<u32> = web.nodes().collect();
    let mut reached = web.modularity(&found, resolution);
    loop {
        // A part that is not connected is worth less than its pieces.
        let next = web.pieces(&round(web, &found, resolution));
        let modularity = web.modularity(&next, resolution);
        if modularity <= reached + NO_WORSE {
            return found;
        }
        (found, reached) = (next, modularity);
    }
}

/// One round: nodes are moved, parts refined and gathered, until the gathered ones neither
/// move nor merge.
pub(super) fn round(web: &Web, labels: &[u32], resolution: f64) -> Vec<u32> {
    // What each node of the web became a node of.
    let mut whereabouts: Vec<u32> = web.nodes().collect();
    let mut labels = labels.to_vec();
    let mut gathered = web.clone();
    loop {
        labels = Moving::new(&gathered, resolution, labels).done();
        let (parts, many) = renumbered(&refined(&gathered, resolution, &labels));
        if many == gathered.len() {
            return composed(&whereabouts, &labels);
        }
        whereabouts = composed(&whereabouts, &parts);
        // All nodes of a part bear one label; that of any will do.
        let mut of_parts = vec![0; many];
        for (part, label) in parts.iter().zip(&labels) {
            if let Some(of_part) = of_parts.get_mut(*part as usize) {
                *of_part = *label;
            }
        }
        gathered = gathered.gathered(&parts, many);
        labels = renumbered(&of_parts).0;
    }
}

/// What each first leads to, by way of what the second says of it.
fn composed(first: &[u32], second: &[u32]) -> Vec<u32> {
    let next = |nth: &u32| second.get(*nth as usize).copied().unwrap_or(*nth);
    first.iter().map(next).collect()
}

/// The same partition with labels from 0 on, in the order in which they come, and how many
/// there are.
fn renumbered(labels: &[u32]) -> (Vec<u32>, usize) {
    let mut known: HashMap<u32, u32, RandomState> = HashMap::default();
    let labels = labels
        .iter()
        .map(|label| {
            let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
            *known.entry(*label).or_insert(next)
        })
        .collect();
    (labels, known.len())
}
