//! What is said of a whole is what plain counting over its dyads says.

mod icews;
mod signs;
mod wholes;
mod world;

use std::collections::BTreeMap;

use crate::query::Network;

/// The weight of each pair of different actors, by a plain reading of the edges.
fn weights(network: &Network<'_>) -> BTreeMap<(u32, u32), usize> {
    let mut events: BTreeMap<(u32, u32), Vec<u32>> = BTreeMap::new();
    for edge in network.edges() {
        if edge.from != edge.to {
            let pair = (edge.from.min(edge.to), edge.from.max(edge.to));
            let known = events.entry(pair).or_default();
            if !known.contains(&edge.event) {
                known.push(edge.event);
            }
        }
    }
    let count = |(pair, events): ((u32, u32), Vec<u32>)| (pair, events.len());
    events.into_iter().map(count).collect()
}
