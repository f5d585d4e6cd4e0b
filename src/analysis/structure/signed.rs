//! Whether the friend of a friend is a friend: structural balance.

mod census;
mod pair;
mod thirds;
mod triad;
mod triangles;

use std::cmp::Reverse;

use super::group::{ids, who};
use crate::model::codes::Scale;
use crate::query::network::Dyad;
use crate::query::{Answers, Balance, Network};

pub use census::Census;
pub use pair::{Sign, SignedPair, Strained};
pub use thirds::{Third, Thirds};
pub use triad::{Triad, TriadSort};

use triangles::{Triangle, Triangles};

/// A network whose pairs have signs: positive if cooperation outweighs conflict on a named
/// scale, negative if conflict does.
///
/// What [`Network::signed`] returns. Heider (1946) held that people feel ill at ease where
/// the friend of a friend is an enemy. Cartwright and Harary (1956) made a theorem of it: a
/// triad is *balanced* if the product of its three signs is positive (+++ or +−−), and all
/// are if and only if the actors fall into two camps, friendly within and hostile between
/// them (in a network that is complete). Davis (1967) allows for more than two camps and
/// calls −−− balanced too, in the *weak* sense: then only ++− is not.
///
/// The sign of a pair is that of the sum of its events' scores, each event once, whoever
/// acted. Pairs whose sum is zero, or whose events have no score, have no sign and are in
/// no triad here.
///
/// Literature: F. Heider, "Attitudes and Cognitive Organization", *Journal of Psychology*
/// 21 (1946), 107–112. D. Cartwright and F. Harary, "Structural Balance: A Generalization
/// of Heider's Theory", *Psychological Review* 63 (1956), 277–293. J. A. Davis,
/// "Clustering and Structural Balance in Graphs", *Human Relations* 20 (1967), 181–187.
/// On states: Z. Maoz, L. G. Terris, R. D. Kuperman and I. Talmud, "What Is the Enemy of
/// My Enemy?", *Journal of Politics* 69 (2007), 100–115.
///
/// ```
/// use demarche::{Accusation, Call, Graph, State};
/// use demarche::{analysis::structure::TriadSort, model::codes::Goldstein};
///
/// let mut graph = Graph::new();
/// let france = graph.add(State::new("France"))?;
/// let poland = graph.add(State::new("Poland"))?;
/// let belarus = graph.add(State::new("Belarus"))?;
/// let russia = graph.add(State::new("Russia"))?;
/// graph.record(Call::between(france, poland))?;
/// graph.record(Accusation::by(poland).against(belarus))?;
/// graph.record(Accusation::by(france).against(belarus))?;
/// graph.record(Call::between(france, russia))?;
/// graph.record(Call::between(belarus, russia))?;
///
/// let network = graph.view().network()?;
/// let signed = network.signed(&Goldstein);
/// let census = signed.census();
/// assert_eq!(census.of(TriadSort::OnePositive), 1); // France and Poland against Belarus
/// assert_eq!(census.of(TriadSort::OneNegative), 1); // Russia calls both of two at odds
/// assert_eq!(census.balanced_share(), Some(0.5));
///
/// let unbalanced = signed.triads().find(|triad| !triad.is_balanced());
/// assert_eq!(
///     unbalanced.unwrap().to_string(),
///     "++− unbalanced: France + Russia (+1.0), Belarus + Russia (+1.0), France − Belarus (-2.0)"
/// );
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Signed<'n, 'g> {
    network: &'n Network<'g>,
    scale: &'static str,
    /// By number of the dyad, whichever way it goes.
    balances: Vec<Balance>,
    triangles: Triangles,
}

impl<'g> Network<'g> {
    /// The network with a sign for each pair, by how cooperation and conflict balance on a
    /// scale: [`Goldstein`](crate::model::codes::Goldstein) is the usual one.
    ///
    /// Costs O(n + m + p log d) in the n actors, m edges and p pairs, d of one actor, once
    /// edges are sorted by dyad; takes some 70 bytes a pair.
    pub fn signed(&self, scale: &dyn Scale) -> Signed<'_, 'g> {
        let dyads = self.undirected_dyads();
        let happened = self.happened();
        let balance = |dyad: &Dyad| {
            let events = dyads.events(dyad).iter();
            let events = events.filter_map(|number| happened.get(*number as usize));
            Balance::of(events.map(|one| one.event.classification()), scale)
        };
        let balances: Vec<Balance> = dyads.all().iter().map(balance).collect();
        let edges: Vec<(u32, u32, u32)> = (0_u32..)
            .zip(dyads.all().iter().zip(&balances))
            .filter(|(_, (dyad, balance))| dyad.from != dyad.to && Sign::of(balance).is_some())
            .map(|(number, (dyad, _))| (dyad.from, dyad.to, number))
            .collect();
        Signed {
            network: self,
            scale: scale.name(),
            balances,
            triangles: Triangles::new(self.actor_count(), &edges),
        }
    }
}

impl<'n> Signed<'n, '_> {
    /// The scale, by name.
    pub fn scale(&self) -> &'static str {
        self.scale
    }

    /// The pairs that have a sign, in order of adding of the one actor and then the other.
    pub fn pairs(&self) -> impl Iterator<Item = SignedPair> + use<'_, 'n> {
        let dyads = self.network.undirected_dyads().all();
        let numbers = (0_u32..).zip(dyads);
        let numbers = numbers.filter(|(_, dyad)| dyad.from != dyad.to);
        numbers.filter_map(|(number, _)| self.pair(number))
    }

    /// How many pairs there are of each sign, and how many triads of each sort.
    ///
    /// Costs O(s √s) in the s pairs that have a sign, and no space: see
    /// [`triads`](Self::triads).
    pub fn census(&self) -> Census {
        let dyads = self.network.undirected_dyads().all();
        let mut census = Census::default();
        for (dyad, balance) in dyads.iter().zip(&self.balances) {
            if dyad.from != dyad.to {
                census.count_pair(Sign::of(balance));
            }
        }
        for triangle in self.triangles.all() {
            if let Some(sort) = self.sort(&triangle) {
                census.count_triad(sort);
            }
        }
        census
    }

    /// The triads: each three actors of whom each two have a sign, once, as they are found.
    ///
    /// The order is the same each time, and says nothing: those are last in it that have
    /// most partners. All of them cost O(s √s) in the s pairs that have a sign, as many as
    /// s √s / 3 there may be; what is not asked for is not looked for.
    ///
    /// This is the *forward* algorithm in the order of degrees: N. Chiba and T. Nishizeki,
    /// "Arboricity and Subgraph Listing Algorithms", *SIAM Journal on Computing* 14 (1985),
    /// 210–223, for the bound; M. Latapy, "Main-Memory Triangle Computations for Very Large
    /// (Sparse (Power-Law)) Graphs", *Theoretical Computer Science* 407 (2008), 458–473.
    pub fn triads(&self) -> impl Iterator<Item = Triad> + '_ {
        let triangles = self.triangles.all();
        triangles.filter_map(|triangle| self.triad(&triangle))
    }

    /// The pairs that are in an unbalanced triad, in the sense of Cartwright and Harary:
    /// those in most of them first, then those of whose triads the greater share is so,
    /// then in order of adding.
    ///
    /// Costs O(s √s) in the s pairs that have a sign, and O(s) of space.
    ///
    /// ```
    /// use demarche::{Accusation, Call, Graph, State, model::codes::Goldstein};
    ///
    /// let mut graph = Graph::new();
    /// let (one, other) = (graph.add(State::new("One"))?, graph.add(State::new("Other"))?);
    /// graph.record(Accusation::by(one).against(other))?;
    /// for name in ["France", "Poland"] {
    ///     let friend = graph.add(State::new(name))?;
    ///     graph.record(Call::between(friend, one))?;
    ///     graph.record(Call::between(friend, other))?;
    /// }
    ///
    /// let network = graph.view().network()?;
    /// let most = network.signed(&Goldstein).most_unbalanced();
    /// assert_eq!(most[0].to_string(), "One − Other (-2.0): 2 of 2 triads unbalanced");
    /// assert_eq!(most.len(), 5);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn most_unbalanced(&self) -> Answers<Strained> {
        let mut counts = vec![(0_usize, 0_usize); self.balances.len()];
        for triangle in self.triangles.all() {
            let unbalanced = self.sort(&triangle).is_some_and(|sort| !sort.is_balanced());
            for dyad in triangle.dyads {
                if let Some((all, bad)) = counts.get_mut(dyad as usize) {
                    *all += 1;
                    *bad += usize::from(unbalanced);
                }
            }
        }
        let numbered = (0_u32..).zip(counts);
        let mut most: Vec<_> = numbered.filter(|(_, (_, bad))| *bad > 0).collect();
        // Of as many unbalanced ones, the greater share is that of fewer triads.
        most.sort_by_key(|(_, (all, bad))| (Reverse(*bad), *all));
        let strained = most.into_iter().filter_map(|(number, (all, bad))| {
            let pair = self.pair(number)?;
            Some(Strained::new(pair, all, bad))
        });
        strained.collect::<Vec<_>>().into()
    }

    fn sign(&self, dyad: u32) -> Option<Sign> {
        self.balances.get(dyad as usize).and_then(Sign::of)
    }

    /// The sort of a triangle.
    fn sort(&self, triangle: &Triangle) -> Option<TriadSort> {
        let [one, other, third] = triangle.dyads.map(|dyad| self.sign(dyad));
        Some(TriadSort::of([one?, other?, third?]))
    }

    /// The pair of a dyad, if it has a sign.
    fn pair(&self, number: u32) -> Option<SignedPair> {
        let dyads = self.network.undirected_dyads();
        let dyad = dyads.get(number)?;
        let balance = *self.balances.get(number as usize)?;
        let sign = Sign::of(&balance)?;
        let ends = [who(self.network, dyad.from)?, who(self.network, dyad.to)?];
        let ids = ids(self.network, dyads.events(dyad).to_vec());
        Some(SignedPair::new(ends, sign, balance, ids))
    }

    fn triad(&self, triangle: &Triangle) -> Option<Triad> {
        let [one, other, third] = triangle.dyads.map(|dyad| self.pair(dyad));
        let dyads = self.network.undirected_dyads();
        let events = triangle.dyads.iter().filter_map(|dyad| dyads.get(*dyad));
        let events = events
            .flat_map(|dyad| dyads.events(dyad))
            .copied()
            .collect();
        Some(Triad::new(
            [one?, other?, third?],
            ids(self.network, events),
        ))
    }
}
