//! Brokerage: how much room an actor's contacts leave it, as they are not linked among
//! each other.
//!
//! Who stands between contacts that do not know each other stands in a *structural hole*,
//! and can broker; whose contacts are all linked is *constrained* by them. With w(i, j) the
//! number of events that link i and j, whichever way, and p(i, j) = w(i, j)/Σₓ w(i, x) the
//! share of i's contacts that it invests in j,
//!
//! > c(i, j) = ( p(i, j) + Σ p(i, q) · p(q, j) )²
//!
//! over all others q is how much j constrains i: directly, and by way of whoever is linked
//! with both. The *constraint* of i is the sum over its contacts. Its *effective size* is
//! the number of its contacts less their redundancy,
//!
//! > Σ ( 1 − Σ p(i, q) · w(j, q)/maxₓ w(j, x) )
//!
//! over its contacts j, and in each over its other contacts q; its *efficiency* is
//! the effective size divided by the number of contacts.
//!
//! Shares of contacts are of all that these do in the network, and not with the actor's
//! contacts alone.
//!
//! Literature: R. S. Burt, *Structural Holes: The Social Structure of Competition*, Harvard
//! University Press 1992, chapter 2.

use std::fmt;

use serde::Serialize;

use super::centrality::float;
use super::neighbours::Neighbours;
use crate::Result;
use crate::graph::ActorLike;
use crate::model::ActorId;
use crate::query::{Answers, Network, Way, Who};

/// How much room an actor's contacts leave it, by Burt's measures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Brokerage {
    #[serde(flatten)]
    who: Who,
    constraint: Option<f64>,
    effective_size: f64,
    efficiency: Option<f64>,
    contacts: Vec<Constraint>,
}

/// How much one contact of an actor constrains it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Constraint {
    #[serde(flatten)]
    who: Who,
    invested: f64,
    constraint: f64,
}

impl Brokerage {
    /// Who.
    pub fn who(&self) -> &Who {
        &self.who
    }

    /// How much its contacts constrain it: the lower, the more of a broker it is. `None`
    /// of who has no contact.
    ///
    /// Of one whose n contacts are linked to nobody else, and with it equally often, it is
    /// 1/n. It may exceed 1, as it does for one with two contacts who are linked.
    pub fn constraint(&self) -> Option<f64> {
        self.constraint
    }

    /// How many of its contacts are not redundant: from 1, if all are linked with each
    /// other as closely as with anybody, to their number, if none are.
    pub fn effective_size(&self) -> f64 {
        self.effective_size
    }

    /// The effective size divided by the number of contacts; `None` of who has none.
    pub fn efficiency(&self) -> Option<f64> {
        self.efficiency
    }

    /// Its contacts, who constrains it the most first, then by key.
    pub fn contacts(&self) -> &[Constraint] {
        &self.contacts
    }
}

impl Constraint {
    /// Who constrains.
    pub fn who(&self) -> &Who {
        &self.who
    }

    /// Which share of the actor's events links it with this contact.
    pub fn invested(&self) -> f64 {
        self.invested
    }

    /// By how much it constrains.
    pub fn constraint(&self) -> f64 {
        self.constraint
    }
}

impl fmt::Display for Brokerage {
    /// "Vladimir Putin · constraint 0.31 · effective size 4.2 of 6".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (who, size) = (&self.who, self.effective_size);
        match self.constraint {
            None => write!(f, "{who} · no contacts"),
            Some(constraint) => write!(
                f,
                "{who} · constraint {constraint:.2} · effective size {size:.1} of {}",
                self.contacts.len()
            ),
        }
    }
}

impl fmt::Display for Constraint {
    /// "Vladimir Putin · constraint 0.31".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} · constraint {:.2}", self.who, self.constraint)
    }
}

impl Network<'_> {
    /// How much room an actor's contacts leave it to broker between them: Burt's
    /// constraint, effective size and efficiency.
    ///
    /// With w(i, j) the number of events that link i and j, whichever way, and p(i, j) =
    /// w(i, j)/Σₓ w(i, x), the constraint of i by its contact j is (p(i, j) + Σ p(i, q)·p(q,
    /// j))² over all others q, and its constraint is the sum over its contacts. Its
    /// effective size is Σ (1 − Σ p(i, q)·w(j, q)/maxₓ w(j, x)) over its contacts j, and in
    /// each over its other contacts q (Burt 1992, *Structural Holes*, chapter 2; as
    /// networkx and igraph have it, over the whole network).
    ///
    /// Costs O(m) in the edges of the network, and O(d) in the pairs around the actor's
    /// contacts.
    ///
    /// # Errors
    /// When the actor is not found.
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader};
    ///
    /// let mut graph = Graph::new();
    /// let merkel = graph.add(Leader::new("Angela Merkel"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// let biden = graph.add(Leader::new("Joe Biden"))?;
    /// for other in [putin, macron, biden] {
    ///     graph.record(Call::between(merkel, other))?;
    /// }
    /// let network = graph.view().network()?;
    /// assert_eq!(
    ///     network.brokerage(merkel)?.to_string(),
    ///     "Angela Merkel · constraint 0.33 · effective size 3.0 of 3"
    /// );
    ///
    /// graph.record(Call::between(macron, biden))?;
    /// let network = graph.view().network()?;
    /// assert_eq!(
    ///     network.brokerage(merkel)?.to_string(),
    ///     "Angela Merkel · constraint 0.61 · effective size 2.3 of 3"
    /// );
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn brokerage(&self, actor: impl ActorLike) -> Result<Brokerage> {
        let actor = self.view().graph().actor(actor)?;
        let neighbours = Neighbours::new(self, Way::Any);
        Ok(Holes::new(&neighbours).around(self, actor))
    }

    /// The same of all actors that are linked with another, the least constrained first,
    /// then by key: brokers first.
    ///
    /// Costs O(m) in the edges of the network, and O(Σ d²) over its actors, each with d
    /// others around it.
    pub fn brokers(&self) -> Answers<Brokerage> {
        let neighbours = Neighbours::new(self, Way::Any);
        let mut holes = Holes::new(&neighbours);
        let actors = neighbours.actors().iter();
        let mut brokers: Vec<Brokerage> = actors.map(|&actor| holes.around(self, actor)).collect();
        brokers.sort_by(|one, other| {
            let least = |broker: &Brokerage| broker.constraint.unwrap_or(f64::INFINITY);
            let by_value = least(one).total_cmp(&least(other));
            by_value.then_with(|| one.who.key().cmp(other.who.key()))
        });
        brokers.into()
    }
}

/// What is computed once for all actors, and a table for one at a time.
struct Holes<'n> {
    neighbours: &'n Neighbours,
    ties: Vec<Ties>,
    shares: Vec<Share>,
}

/// An actor's events with all others: how many, and how many with one at the most.
#[derive(Clone, Copy)]
struct Ties {
    all: f64,
    most: f64,
}

/// What an actor invests in another: itself, and by way of third parties.
#[derive(Clone, Copy)]
struct Share {
    direct: f64,
    indirect: f64,
}

impl Share {
    const NONE: Self = Self {
        direct: 0.0,
        indirect: 0.0,
    };
}

impl<'n> Holes<'n> {
    fn new(neighbours: &'n Neighbours) -> Self {
        let ties = |number| {
            let ahead = neighbours.ahead(number).iter();
            let events = ahead.map(|neighbour| f64::from(neighbour.events));
            Ties {
                all: events.clone().sum(),
                most: events.fold(0.0, f64::max),
            }
        };
        Self {
            neighbours,
            ties: neighbours.numbers().map(ties).collect(),
            shares: vec![Share::NONE; neighbours.len()],
        }
    }

    fn around(&mut self, network: &Network<'_>, actor: ActorId) -> Brokerage {
        let graph = network.view().graph();
        let number = self.neighbours.number(actor);
        let redundancy = number.map_or(0.0, |number| self.fill(number));
        let ahead = number.map_or(&[][..], |number| self.neighbours.ahead(number));
        let mut contacts = Vec::with_capacity(ahead.len());
        for neighbour in ahead {
            let to = neighbour.to as usize;
            let share = self.shares.get_mut(to);
            let who = self.neighbours.actors().get(to);
            if let (Some(share), Some(&who)) = (share, who) {
                contacts.push(Constraint {
                    who: Who::new(graph, who),
                    invested: share.direct,
                    constraint: (share.direct + share.indirect).powi(2),
                });
                *share = Share::NONE;
            }
        }
        let constraint = contacts.iter().map(|by| by.constraint).sum();
        let some = !contacts.is_empty();
        let effective_size = float(contacts.len()) - redundancy;
        contacts.sort_by(|one, other| {
            let by_value = other.constraint.total_cmp(&one.constraint);
            by_value.then_with(|| one.who.key().cmp(other.who.key()))
        });
        Brokerage {
            who: Who::new(graph, actor),
            constraint: some.then_some(constraint),
            effective_size,
            efficiency: some.then(|| effective_size / float(contacts.len())),
            contacts,
        }
    }

    /// Fills the table with what an actor invests in each of its contacts; how redundant
    /// they are in all.
    fn fill(&mut self, number: u32) -> f64 {
        let all = self.ties.get(number as usize).map_or(1.0, |ties| ties.all);
        let contacts = self.neighbours.ahead(number);
        for contact in contacts {
            if let Some(share) = self.shares.get_mut(contact.to as usize) {
                share.direct = f64::from(contact.events) / all;
            }
        }
        let mut redundancy = 0.0;
        for contact in contacts {
            let invested = f64::from(contact.events) / all;
            let Some(&theirs) = self.ties.get(contact.to as usize) else {
                continue;
            };
            for third in self.neighbours.ahead(contact.to) {
                let to = third.to as usize;
                let (Some(share), Some(ties)) = (self.shares.get_mut(to), self.ties.get(to)) else {
                    continue;
                };
                if share.direct > 0.0 {
                    let events = f64::from(third.events);
                    share.indirect += invested * events / theirs.all;
                    redundancy += invested * events / ties.most;
                }
            }
        }
        redundancy
    }
}
