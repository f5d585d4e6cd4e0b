//! Who stands at the middle.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::density::number;
use super::group::who;
use crate::query::network::Arc;
use crate::query::{Answers, Network, Who};

/// By what an actor is central.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Degree {
    /// How many others events link it with: *degree*.
    #[default]
    Partners,
    /// How many others it acts upon: *out-degree*.
    ActsUpon,
    /// How many others act upon it: *in-degree*, the plainest measure of prestige.
    ActedUponBy,
    /// The sum of the weights of its pairs: *strength*. A call of three counts for two
    /// pairs of each.
    Weight,
}

/// An actor and how central it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Central {
    #[serde(flatten)]
    who: Who,
    rank: usize,
    score: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    share: Option<f64>,
}

impl Central {
    /// Who.
    pub fn who(&self) -> &Who {
        &self.who
    }

    /// The how-manieth it is, from 1; those with one score share the best of their ranks.
    pub fn rank(&self) -> usize {
        self.rank
    }

    /// How many others, or how much weight.
    pub fn score(&self) -> usize {
        self.score
    }

    /// Of others who take part, the share that the score makes: *degree centrality* as
    /// Freeman normalises it. `None` of a weight, which has no greatest.
    pub fn share(&self) -> Option<f64> {
        self.share
    }
}

impl fmt::Display for Central {
    /// "1. France: 12".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}. {}: {}", self.rank, self.who, self.score)
    }
}

impl Network<'_> {
    /// The actors who take part, the most central first, then in order of adding.
    ///
    /// Costs O(n log n + p) in the n actors and p dyads, once edges are sorted by dyad.
    ///
    /// Literature: L. C. Freeman, "Centrality in Social Networks: Conceptual
    /// Clarification", *Social Networks* 1 (1978), 215–239. A. Barrat, M. Barthélemy,
    /// R. Pastor-Satorras and A. Vespignani, "The Architecture of Complex Weighted
    /// Networks", *PNAS* 101 (2004), 3747–3752, for strength.
    ///
    /// ```
    /// use demarche::{Accusation, Call, Graph, State, analysis::structure::Degree};
    ///
    /// let mut graph = Graph::new();
    /// let france = graph.add(State::new("France"))?;
    /// let russia = graph.add(State::new("Russia"))?;
    /// let poland = graph.add(State::new("Poland"))?;
    /// graph.record(Call::between(france, russia))?;
    /// graph.record(Accusation::by(poland).against(russia))?;
    ///
    /// let network = graph.view().network()?;
    /// let most = network.most_central(Degree::Partners);
    /// assert_eq!(most[0].to_string(), "1. Russia: 2");
    /// assert_eq!(most[0].share(), Some(1.0));
    /// assert_eq!((most[1].rank(), most[2].rank()), (2, 2));
    ///
    /// let acts = network.most_central(Degree::ActsUpon);
    /// assert_eq!(acts[0].score(), 1); // each of the three acts upon one other
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn most_central(&self, by: Degree) -> Answers<Central> {
        let mut scores: Vec<(u32, usize)> = self
            .nodes()
            .filter_map(|node| Some((node, self.score(node, by)?)))
            .collect();
        scores.sort_by_key(|(_, score)| std::cmp::Reverse(*score));
        let others = scores.len().saturating_sub(1);
        let mut most: Vec<Central> = Vec::with_capacity(scores.len());
        for (node, score) in scores {
            let rank = match most.last() {
                Some(last) if last.score == score => last.rank,
                _ => most.len() + 1,
            };
            let share = || number(score) / number(others);
            let share = (by != Degree::Weight && others > 0).then(share);
            most.extend(who(self, node).map(|who| Central {
                who,
                rank,
                score,
                share,
            }));
        }
        most.into()
    }

    /// How central a node is; `None` if it takes no part.
    fn score(&self, node: u32, by: Degree) -> Option<usize> {
        let undirected = self.undirected_dyads();
        let directed = self.directed_dyads();
        let around = undirected.outgoing(node);
        if around.iter().all(|arc| arc.to == node) {
            return None;
        }
        let others = |arcs: &[Arc]| arcs.iter().filter(|arc| arc.to != node).count();
        Some(match by {
            Degree::Partners => others(around),
            Degree::ActsUpon => others(directed.outgoing(node)),
            Degree::ActedUponBy => others(directed.incoming(node)),
            Degree::Weight => around
                .iter()
                .filter(|arc| arc.to != node)
                .filter_map(|arc| undirected.get(arc.edge))
                .map(|dyad| undirected.events(dyad).len())
                .sum(),
        })
    }
}
