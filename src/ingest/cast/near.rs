//! Names that are nearly one.

use crate::Graph;
use crate::model::ActorId;
use crate::store::names::folded;

/// The names that the graph had before the reading, to be compared with.
///
/// A look costs O(n) in them.
#[derive(Debug)]
pub(super) struct Near {
    least: f64,
    known: Vec<(String, ActorId)>,
}

impl Near {
    pub(super) fn of(graph: &Graph, least: f64) -> Self {
        let names = graph
            .actors
            .iter()
            .flat_map(|(id, actor)| actor.names().map(move |name| (folded(name), id)));
        let known = names.collect();
        Self { least, known }
    }

    /// The actor of the nearest name, and how near it is, from 0 to 1 (Jaro–Winkler);
    /// `None` if two are as near.
    pub(super) fn find(
        &self,
        name: &str,
        fits: impl Fn(ActorId) -> bool,
    ) -> Option<(ActorId, f64)> {
        const LONGEST: usize = 200;
        let name = folded(name);
        let mut best: Option<(ActorId, f64)> = None;
        let mut is_tied = false;
        for (known, id) in &self.known {
            if name.len().max(known.len()) > LONGEST {
                continue;
            }
            let score = strsim::jaro_winkler(&name, known);
            let beaten = best.is_some_and(|(_, most)| score < most);
            if score < self.least || beaten || !fits(*id) {
                continue;
            }
            is_tied = best.is_some_and(|(other, most)| score <= most && other != *id);
            best = Some((*id, score));
        }
        best.filter(|_| !is_tied)
    }
}
