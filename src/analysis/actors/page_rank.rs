//! `PageRank`, in which parallel events count.
//!
//! An actor ranks high whom those turn to who rank high themselves. It is the share of
//! time that somebody spends with an actor who wanders about for ever: from each actor
//! along one of the events that lead from it, all alike, and now and then to anybody.
//! With w(u, v) the number of events that lead from u to v, the rank of v among n actors is
//!
//! > r(v) = (1 − d)/n + d · ( Σ r(u) · w(u, v)/Σₓ w(u, x) + D/n )
//!
//! over all u from whom any event leads, where d is the damping and D the rank of those
//! from whom none does: whoever is there goes to anybody. Ranks sum to one.
//!
//! Literature: S. Brin and L. Page, "The Anatomy of a Large-Scale Hypertextual Web Search
//! Engine", *Computer Networks and ISDN Systems* 30 (1998), 107–117. On actors from whom
//! nothing leads: A. N. Langville and C. D. Meyer, "Deeper Inside `PageRank`", *Internet
//! Mathematics* 1 (2004), 335–380.

use std::fmt;
use std::ops::Deref;

use serde::Serialize;

use super::Centrality;
use super::centrality::float;
use super::neighbours::Neighbours;
use crate::query::{Answers, Network, Way};
use crate::{Error, Result};

/// How [`PageRank`](Network::page_rank) is computed.
///
/// ```
/// use demarche::{analysis::PageRank, query::Way};
///
/// let exact = PageRank::new().damping(0.9).tolerance(1e-12).at_most(1_000);
/// assert_eq!(exact.taking(Way::OfWord), exact); // the default
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageRank {
    way: Way,
    damping: f64,
    tolerance: f64,
    at_most: u32,
}

impl Default for PageRank {
    fn default() -> Self {
        Self::new()
    }
}

impl PageRank {
    /// As word passes, with a damping of 0.85, until ranks change by no more than 10⁻¹⁰ in
    /// all, in 200 rounds at most. That many suffice: each round leaves at most 0.85 of the
    /// change of the last.
    pub fn new() -> Self {
        Self {
            way: Way::OfWord,
            damping: 0.85,
            tolerance: 1e-10,
            at_most: 200,
        }
    }

    /// Along events this way: as word passes, from who acts to who is acted upon, and both
    /// ways in a talk; or either way, whoever acted.
    pub fn taking(mut self, way: Way) -> Self {
        self.way = way;
        self
    }

    /// How likely it is to go on along an event, and not to just anybody: from 0 to less
    /// than 1.
    pub fn damping(mut self, damping: f64) -> Self {
        self.damping = damping;
        self
    }

    /// By how much ranks may change in a round, in all, when they have settled: 0 or more.
    pub fn tolerance(mut self, tolerance: f64) -> Self {
        self.tolerance = tolerance;
        self
    }

    /// In so many rounds at most.
    pub fn at_most(mut self, rounds: u32) -> Self {
        self.at_most = rounds;
        self
    }

    fn checked(self) -> Result<Self> {
        if !(0.0..1.0).contains(&self.damping) {
            let expected = "from 0 to less than 1";
            return Err(Error::invalid(
                "damping of PageRank",
                self.damping,
                expected,
            ));
        }
        if self.tolerance.is_nan() || self.tolerance < 0.0 {
            let expected = "0 or more";
            return Err(Error::invalid(
                "tolerance of PageRank",
                self.tolerance,
                expected,
            ));
        }
        Ok(self)
    }
}

/// The ranks of actors, the highest first, and how exact they are.
///
/// It derefs to the [`Answers`].
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PageRanks {
    ranks: Answers<Centrality>,
    rounds: u32,
    change: f64,
    settled: bool,
}

impl PageRanks {
    /// The ranks, the highest first, then by key. They sum to one.
    pub fn ranks(&self) -> &Answers<Centrality> {
        &self.ranks
    }

    /// How many rounds it took.
    pub fn rounds(&self) -> u32 {
        self.rounds
    }

    /// By how much ranks changed in the last round, in all; 2 before any. They are not further from the
    /// true ones than this times d/(1 − d), where d is the damping.
    pub fn change(&self) -> f64 {
        self.change
    }

    /// Whether that was within the tolerance; if not, more rounds are needed.
    pub fn has_settled(&self) -> bool {
        self.settled
    }
}

impl Deref for PageRanks {
    type Target = Answers<Centrality>;

    fn deref(&self) -> &Answers<Centrality> {
        &self.ranks
    }
}

impl fmt::Display for PageRanks {
    /// One actor a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.ranks.fmt(f)
    }
}

impl Network<'_> {
    /// The `PageRank` of each actor that is linked with another: whom those turn to who rank
    /// high themselves, each event counted.
    ///
    /// The rank of v among n actors is (1 − d)/n + d·(Σ r(u)·w(u, v)/Σₓ w(u, x) + D/n),
    /// where w(u, v) is the number of events that lead from u to v, d the damping, and D
    /// the rank of those from whom no event leads (Brin and Page 1998, *The Anatomy of a
    /// Large-Scale Hypertextual Web Search Engine*).
    ///
    /// Costs O(m) in the edges, once, and then O(n + p) a round, in the n actors that are
    /// linked and the p pairs of them that are; O(n + p) of memory.
    ///
    /// # Errors
    /// When an option is out of its range.
    ///
    /// ```
    /// use demarche::{Accusation, Graph, State, analysis::PageRank};
    ///
    /// let mut graph = Graph::new();
    /// let poland = graph.add(State::new("Poland"))?;
    /// let belarus = graph.add(State::new("Belarus"))?;
    /// let russia = graph.add(State::new("Russia"))?;
    /// for _ in 0..3 {
    ///     graph.record(Accusation::by(poland).against(belarus))?;
    /// }
    /// graph.record(Accusation::by(poland).against(russia))?;
    ///
    /// let network = graph.view().network()?;
    /// let ranks = network.page_rank(PageRank::new())?;
    /// let names: Vec<_> = ranks.iter().map(|rank| rank.who().name()).collect();
    /// assert_eq!(names, ["Belarus", "Russia", "Poland"]);
    /// let sum: f64 = ranks.iter().map(|rank| rank.value()).sum();
    /// assert!(ranks.has_settled() && (sum - 1.0).abs() < 1e-9);
    ///
    /// let wrong = network.page_rank(PageRank::new().damping(1.5)).unwrap_err();
    /// assert_eq!(
    ///     wrong.to_string(),
    ///     "damping of PageRank: found 1.5, expected from 0 to less than 1"
    /// );
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn page_rank(&self, how: PageRank) -> Result<PageRanks> {
        let how = how.checked()?;
        let neighbours = Neighbours::new(self, how.way);
        let mut walk = Walk::new(&neighbours, how.damping);
        let mut rounds = 0;
        // The most that two rankings can differ by; those of nobody do not.
        let mut change = if neighbours.len() == 0 { 0.0 } else { 2.0 };
        while rounds < how.at_most && change > how.tolerance {
            change = walk.go_on();
            rounds += 1;
        }
        let actors = neighbours.actors().iter().copied();
        Ok(PageRanks {
            ranks: Centrality::ranked(self, actors.zip(walk.ranks)),
            rounds,
            change,
            settled: change <= how.tolerance,
        })
    }
}

/// Ranks under way.
struct Walk<'n> {
    neighbours: &'n Neighbours,
    damping: f64,
    /// How many events lead from each actor.
    leaving: Vec<f64>,
    ranks: Vec<f64>,
    next: Vec<f64>,
}

impl<'n> Walk<'n> {
    fn new(neighbours: &'n Neighbours, damping: f64) -> Self {
        let leaving = |number| {
            let ahead = neighbours.ahead(number).iter();
            ahead.map(|neighbour| f64::from(neighbour.events)).sum()
        };
        let count = neighbours.len();
        Self {
            neighbours,
            damping,
            leaving: neighbours.numbers().map(leaving).collect(),
            ranks: vec![1.0 / float(count); count],
            next: vec![0.0; count],
        }
    }

    /// One round; by how much ranks changed in all.
    fn go_on(&mut self) -> f64 {
        let here = || self.ranks.iter().zip(&self.leaving);
        let stuck: f64 = here().filter(|(_, out)| **out == 0.0).map(|at| at.0).sum();
        let anywhere = (1.0 - self.damping + self.damping * stuck) / float(self.ranks.len());
        self.next.fill(anywhere);
        for (number, (rank, leaving)) in (0..).zip(here()) {
            let each = self.damping * rank / leaving;
            for neighbour in self.neighbours.ahead(number) {
                if let Some(next) = self.next.get_mut(neighbour.to as usize) {
                    *next += each * f64::from(neighbour.events);
                }
            }
        }
        std::mem::swap(&mut self.ranks, &mut self.next);
        let changes = self.ranks.iter().zip(&self.next);
        changes.map(|(new, old)| (new - old).abs()).sum()
    }
}
