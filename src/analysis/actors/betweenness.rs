//! Betweenness: on how many shortest paths between others an actor stands.
//!
//! Who stands on the ways between others can pass word on, hold it back, or broker. On a
//! graph without parallel edges, the betweenness of an actor v is
//!
//! > Σ σ(s, t | v) / σ(s, t)
//!
//! over all pairs of other actors s and t of whom the one reaches the other, where σ(s, t)
//! is the number of shortest paths (of the fewest steps) from s to t, and σ(s, t | v) of
//! those that pass v. Two actors are one step apart if any event links them, whether one
//! does or a hundred.
//!
//! It is computed by Brandes' algorithm: one breadth-first search from each actor, and
//! sums of shares on the way back.
//!
//! Literature: L. C. Freeman, "A Set of Measures of Centrality Based on Betweenness",
//! *Sociometry* 40 (1977), 35–41. U. Brandes, "A Faster Algorithm for Betweenness
//! Centrality", *Journal of Mathematical Sociology* 25 (2001), 163–177.

use super::Centrality;
use super::centrality::float;
use super::neighbours::Neighbours;
use super::path_count::PathCount;
use crate::query::{Answers, Network, Way};

/// How betweenness is counted.
///
/// By default, over ordered pairs of actors, [as word passes](Way::OfWord), and not
/// normalised. A [`Way`] alone will do for one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Betweenness {
    way: Way,
    normalised: bool,
}

impl Betweenness {
    /// As word passes, not normalised.
    pub fn new() -> Self {
        Self::default()
    }

    /// Along events this way. As word passes, paths have a direction, and from s to t and
    /// from t to s are two pairs; whichever way ([`Way::Any`]), they are one.
    pub fn taking(mut self, way: Way) -> Self {
        self.way = way;
        self
    }

    /// Divided by the number of pairs of others, so that it is from 0 to 1 and networks of
    /// different size compare: by (n − 1)(n − 2), or half of that whichever way, in the n
    /// actors that are linked with another.
    pub fn normalised(mut self) -> Self {
        self.normalised = true;
        self
    }

    /// What sums over ordered pairs are to be multiplied by.
    fn factor(self, actors: usize) -> f64 {
        match (self.normalised, self.way) {
            (true, _) if actors > 2 => 1.0 / (float(actors - 1) * float(actors - 2)),
            (false, Way::Any) => 0.5,
            _ => 1.0,
        }
    }
}

impl From<Way> for Betweenness {
    fn from(way: Way) -> Self {
        Self::new().taking(way)
    }
}

impl Network<'_> {
    /// On how many shortest paths between others each actor stands, the highest first,
    /// then by key. Actors are listed that are linked with another; of all others it is 0.
    ///
    /// That is the sum of σ(s, t | v)/σ(s, t) over all pairs of other actors s and t of whom
    /// the one reaches the other, where σ(s, t) is the number of shortest paths between them
    /// and σ(s, t | v) of those that pass v (Freeman 1977, *A Set of Measures of Centrality
    /// Based on Betweenness*, Sociometry 40). Two actors are one step apart if any event
    /// links them, whether one does or a hundred. The algorithm is that of Brandes (2001,
    /// *A Faster Algorithm for Betweenness Centrality*, Journal of Mathematical Sociology
    /// 25).
    ///
    /// Costs O(m + n·p) in the m edges, the n actors that are linked and the p pairs of
    /// them that are, and O(n + p) of memory.
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader, analysis::Betweenness, query::Way};
    ///
    /// let mut graph = Graph::new();
    /// let [merkel, lukashenko, putin, macron] =
    ///     ["Angela Merkel", "Alexander Lukashenko", "Vladimir Putin", "Emmanuel Macron"]
    ///         .map(|name| graph.add(Leader::new(name)));
    /// let (merkel, lukashenko, putin, macron) = (merkel?, lukashenko?, putin?, macron?);
    /// graph.record(Call::between(merkel, lukashenko))?;
    /// graph.record(Call::between(lukashenko, putin))?;
    /// graph.record(Call::between(putin, macron))?;
    ///
    /// let network = graph.view().network()?;
    /// let between = network.betweenness(Way::Any);
    /// // Between Merkel and Putin, and between Merkel and Macron.
    /// assert_eq!(between[0].to_string(), "Alexander Lukashenko · 2.0000");
    /// assert_eq!(between[1].to_string(), "Vladimir Putin · 2.0000");
    /// assert_eq!(between[2].value(), 0.0);
    ///
    /// let share = network.betweenness(Betweenness::new().taking(Way::Any).normalised());
    /// assert_eq!(share[0].value(), 2.0 / 3.0);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn betweenness(&self, how: impl Into<Betweenness>) -> Answers<Centrality> {
        let how = how.into();
        let neighbours = Neighbours::new(self, how.way);
        let mut search = Search::new(&neighbours);
        let mut between = vec![0.0; neighbours.len()];
        for source in neighbours.numbers() {
            search.run(source);
            for &node in search.order.iter().skip(1) {
                let found = search.found.get(node as usize);
                if let (Some(found), Some(sum)) = (found, between.get_mut(node as usize)) {
                    *sum += found.dependency;
                }
            }
        }
        let factor = how.factor(neighbours.len());
        let values = between.into_iter().map(|sum| sum * factor);
        Centrality::ranked(self, neighbours.actors().iter().copied().zip(values))
    }
}

/// A search from one actor for all others.
struct Search<'n> {
    neighbours: &'n Neighbours,
    found: Vec<Found>,
    /// The nodes reached, nearest first.
    order: Vec<u32>,
}

/// What a search knows of an actor.
#[derive(Clone, Copy)]
struct Found {
    steps: u32,
    paths: PathCount,
    /// The sum over all others of the share of shortest paths to them that pass it.
    dependency: f64,
}

impl Found {
    const NOT: Self = Self {
        steps: u32::MAX,
        paths: PathCount::NONE,
        dependency: 0.0,
    };
}

impl<'n> Search<'n> {
    fn new(neighbours: &'n Neighbours) -> Self {
        Self {
            neighbours,
            found: vec![Found::NOT; neighbours.len()],
            order: Vec::with_capacity(neighbours.len()),
        }
    }

    fn run(&mut self, source: u32) {
        for node in self.order.drain(..) {
            if let Some(found) = self.found.get_mut(node as usize) {
                *found = Found::NOT;
            }
        }
        self.count_paths(source);
        self.gather();
    }

    /// Counts the shortest paths from the source to each, nearest first.
    fn count_paths(&mut self, source: u32) {
        if let Some(start) = self.found.get_mut(source as usize) {
            start.steps = 0;
            start.paths = PathCount::ONE;
            self.order.push(source);
        }
        let mut next = 0;
        while let Some(&node) = self.order.get(next) {
            next += 1;
            let Some(&here) = self.found.get(node as usize) else {
                continue;
            };
            for neighbour in self.neighbours.ahead(node) {
                let Some(there) = self.found.get_mut(neighbour.to as usize) else {
                    continue;
                };
                if there.steps == u32::MAX {
                    there.steps = here.steps + 1;
                    self.order.push(neighbour.to);
                }
                if there.steps == here.steps + 1 {
                    there.paths = there.paths.plus(here.paths);
                }
            }
        }
    }

    /// Sums up the dependencies, farthest first: of the paths that pass a node, those
    /// that end at the next, and those that pass on from there.
    fn gather(&mut self) {
        for &node in self.order.iter().rev() {
            let Some(&here) = self.found.get(node as usize) else {
                continue;
            };
            let ahead = self.neighbours.ahead(node).iter();
            let dependency = ahead
                .filter_map(|neighbour| self.found.get(neighbour.to as usize))
                .filter(|there| there.steps == here.steps + 1)
                .map(|there| here.paths.share_of(there.paths) * (1.0 + there.dependency))
                .sum();
            if let Some(here) = self.found.get_mut(node as usize) {
                here.dependency = dependency;
            }
        }
    }
}
