//! Into which parts a network falls that nothing links.

use petgraph::algo::kosaraju_scc;
use petgraph::graph::DiGraph;
use petgraph::unionfind::UnionFind;
use serde::{Deserialize, Serialize};

use super::group::{Group, groups};
use crate::query::{Answers, Network};

/// How the actors of a component hang together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Joined {
    /// By some chain of events, whoever acts in them.
    #[default]
    Weakly,
    /// By some chain of acts from each to each other: the one acts upon a third, and the
    /// third upon the other. Those on an equal footing act upon each other.
    Strongly,
}

impl Network<'_> {
    /// The components of the network: the largest sets of actors that hang together, the
    /// largest first, then whichever has the actor that was added first.
    ///
    /// Only who takes part is in one; and everybody who does, so that of those who are
    /// joined *strongly* some may be alone.
    ///
    /// By petgraph: weak components by disjoint sets in O(n + m α(n)), strong ones by the
    /// two passes of Kosaraju and Sharir, O(n + m), in the n actors and m edges; O(n + m)
    /// of auxiliary space, and O(m log m) for the evidence.
    ///
    /// Literature: R. E. Tarjan, "Depth-First Search and Linear Graph Algorithms", *SIAM
    /// Journal on Computing* 1 (1972), 146–160. M. Sharir, "A Strong-Connectivity Algorithm
    /// and Its Applications in Data Flow Analysis", *Computers & Mathematics with
    /// Applications* 7 (1981), 67–72.
    ///
    /// ```
    /// use demarche::{Accusation, Call, Graph, State, analysis::structure::Joined};
    ///
    /// let mut graph = Graph::new();
    /// let france = graph.add(State::new("France"))?;
    /// let russia = graph.add(State::new("Russia"))?;
    /// let poland = graph.add(State::new("Poland"))?;
    /// let chad = graph.add(State::new("Chad"))?;
    /// let niger = graph.add(State::new("Niger"))?;
    /// graph.record(Call::between(france, russia))?;
    /// graph.record(Accusation::by(poland).against(russia))?;
    /// graph.record(Call::between(chad, niger))?;
    ///
    /// let network = graph.view().network()?;
    /// let components = network.components(Joined::Weakly);
    /// assert_eq!(components.len(), 2);
    /// assert_eq!(components[0].to_string(), "Russia, France, Poland: 2 pairs, 2 events");
    /// // Nobody acts upon Poland.
    /// assert_eq!(network.components(Joined::Strongly).len(), 3);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn components(&self, joined: Joined) -> Answers<Group> {
        let labels = match joined {
            Joined::Weakly => self.weakly_joined(),
            Joined::Strongly => self.strongly_joined(),
        };
        let dyads = self.undirected_dyads();
        let takes_part = |node: u32| dyads.outgoing(node).iter().any(|arc| arc.to != node);
        let label = |node: u32| {
            let label = labels.get(node as usize).copied();
            label.filter(|_| takes_part(node))
        };
        groups(self, self.actor_count(), label).into()
    }

    /// A label below the number of nodes for each node.
    fn weakly_joined(&self) -> Vec<usize> {
        let mut sets = UnionFind::new(self.actor_count());
        for dyad in self.undirected_dyads().all() {
            sets.union(dyad.from as usize, dyad.to as usize);
        }
        sets.into_labeling()
    }

    /// A label below the number of nodes for each node that takes part.
    fn strongly_joined(&self) -> Vec<usize> {
        let dyads = self.directed_dyads().all().iter();
        let acts = DiGraph::<(), ()>::from_edges(dyads.map(|dyad| (dyad.from, dyad.to)));
        let mut labels = vec![0; self.actor_count()];
        for (label, component) in kosaraju_scc(&acts).into_iter().enumerate() {
            for node in component {
                if let Some(known) = labels.get_mut(node.index()) {
                    *known = label;
                }
            }
        }
        labels
    }
}
