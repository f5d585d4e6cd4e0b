//! How many of the pairs that could be linked are.

use std::fmt;

use serde::Serialize;

use crate::query::Network;

/// How dense a network is, and how mutual.
///
/// What [`Network::density`] returns. Actors, pairs and dyads are of those who take part;
/// parallel events count once, and what an actor does to itself not at all.
///
/// The pairs are those of the *dyad census* of Holland and Leinhardt: *mutual*, if each of
/// the two acted upon the other; *asymmetric*, if only the one did; *null*, if neither.
/// Whoever calls or meets another on an equal footing acts upon the other and is acted
/// upon; so in a network of talks nearly all is mutual, and reciprocity says little.
///
/// Literature: P. W. Holland and S. Leinhardt, "A Method for Detecting Structure in
/// Sociometric Data", *American Journal of Sociology* 76 (1970), 492–513. S. Wasserman and
/// K. Faust, *Social Network Analysis*, Cambridge 1994, chapters 4 and 13.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Density {
    actors: usize,
    mutual: usize,
    asymmetric: usize,
}

impl Density {
    /// How many actors take part.
    pub fn actors(self) -> usize {
        self.actors
    }

    /// How many pairs of different actors are linked, whoever acts.
    pub fn pairs(self) -> usize {
        self.mutual + self.asymmetric
    }

    /// How many ordered pairs of different actors are linked, from who acts to who is
    /// acted upon.
    pub fn dyads(self) -> usize {
        2 * self.mutual + self.asymmetric
    }

    /// Of the pairs, how many are linked both ways.
    pub fn mutual(self) -> usize {
        self.mutual
    }

    /// Of the pairs, how many are linked one way only.
    pub fn asymmetric(self) -> usize {
        self.asymmetric
    }

    /// The share of the pairs that are linked, whoever acts: 2p / n(n − 1) for p pairs of
    /// n actors. `None` if nobody takes part.
    pub fn undirected(self) -> Option<f64> {
        self.share(2.0 * number(self.pairs()))
    }

    /// The share of the ordered pairs that are linked: d / n(n − 1) for d dyads of n
    /// actors. `None` if nobody takes part.
    pub fn directed(self) -> Option<f64> {
        self.share(number(self.dyads()))
    }

    /// How many partners an actor has on average, whoever acts. `None` if nobody takes
    /// part.
    pub fn mean_partners(self) -> Option<f64> {
        (self.actors > 0).then(|| 2.0 * number(self.pairs()) / number(self.actors))
    }

    /// The share of the dyads of which the converse is one too. `None` if there are none.
    pub fn reciprocity(self) -> Option<f64> {
        (self.dyads() > 0).then(|| 2.0 * number(self.mutual) / number(self.dyads()))
    }

    fn share(self, linked: f64) -> Option<f64> {
        let actors = number(self.actors);
        (self.actors > 1).then(|| linked / (actors * (actors - 1.0)))
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a graph holds fewer than 2³² actors, and a network fewer edges"
)]
pub(super) fn number(many: usize) -> f64 {
    many as f64
}

impl fmt::Display for Density {
    /// "3 actors, 2 of 3 pairs linked (66.7 %), 1 of them both ways".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} actors", self.actors)?;
        if let Some(share) = self.undirected() {
            let all = self.actors * (self.actors - 1) / 2;
            let (pairs, percent) = (self.pairs(), 100.0 * share);
            write!(f, ", {pairs} of {all} pairs linked ({percent:.1} %)")?;
            write!(f, ", {} of them both ways", self.mutual)?;
        }
        Ok(())
    }
}

impl Network<'_> {
    /// How dense the network is, and how mutual.
    ///
    /// The first question of dyads sorts the edges by dyad, in O(n + m log d) for n actors
    /// of the graph, m edges and d edges of one actor; then O(n + p log p') in the p pairs
    /// and the p' of one actor.
    ///
    /// ```
    /// use demarche::{Accusation, Call, Graph, State};
    ///
    /// let mut graph = Graph::new();
    /// let france = graph.add(State::new("France"))?;
    /// let russia = graph.add(State::new("Russia"))?;
    /// let poland = graph.add(State::new("Poland"))?;
    /// graph.add(State::new("Chad"))?; // takes no part
    /// graph.record(Call::between(france, russia))?;
    /// graph.record(Accusation::by(russia).against(france))?;
    /// graph.record(Accusation::by(poland).against(russia))?;
    ///
    /// let density = graph.view().network()?.density();
    /// assert_eq!((density.actors(), density.pairs(), density.dyads()), (3, 2, 3));
    /// assert_eq!((density.undirected(), density.directed()), (Some(2.0 / 3.0), Some(0.5)));
    /// assert_eq!(density.reciprocity(), Some(2.0 / 3.0));
    /// assert_eq!(
    ///     density.to_string(),
    ///     "3 actors, 2 of 3 pairs linked (66.7 %), 1 of them both ways"
    /// );
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn density(&self) -> Density {
        let dyads = self.undirected_dyads();
        let directed = self.directed_dyads();
        let acts = |from, to| {
            let there = directed.outgoing(from);
            there.binary_search_by_key(&to, |arc| arc.to).is_ok()
        };
        let is_linked = |node: &u32| dyads.outgoing(*node).iter().any(|arc| arc.to != *node);
        let mut density = Density {
            actors: self.nodes().filter(is_linked).count(),
            ..Density::default()
        };
        for dyad in dyads.all().iter().filter(|dyad| dyad.from != dyad.to) {
            if acts(dyad.from, dyad.to) && acts(dyad.to, dyad.from) {
                density.mutual += 1;
            } else {
                density.asymmetric += 1;
            }
        }
        density
    }
}
