//! Contacts and their spread: with how many an actor deals, and how evenly.
//!
//! An actor that deals with ten others and with one of them nine times in ten is, in
//! effect, tied to little more than one. With p(j) the share of its events that link it
//! with j, the measures are those by which ecologists count species and political
//! scientists parties:
//!
//! * Shannon's *entropy*, −Σ p(j) · ln p(j), in nats, from 0 to ln n;
//! * Herfindahl's (Simpson's) *concentration*, Σ p(j)², from 1/n to 1;
//! * the *effective number* of partners: how many would give the same figure if all were
//!   dealt with alike. Of Herfindahl's it is 1/Σ p(j)², that of Laakso and Taagepera; of
//!   Shannon's it is e to the entropy. Both are Hill numbers, of order 2 and 1;
//! * Pielou's *evenness*, the entropy divided by ln n, from 0 to 1.
//!
//! Literature: C. E. Shannon, "A Mathematical Theory of Communication", *Bell System
//! Technical Journal* 27 (1948), 379–423. M. O. Hill, "Diversity and Evenness: A Unifying
//! Notation and Its Consequences", *Ecology* 54 (1973), 427–432. M. Laakso and
//! R. Taagepera, "'Effective' Number of Parties: A Measure with Application to West
//! Europe", *Comparative Political Studies* 12 (1979), 3–27. E. C. Pielou, "The Measurement
//! of Diversity in Different Types of Biological Collections", *Journal of Theoretical
//! Biology* 13 (1966), 131–144.

use std::cmp::Reverse;
use std::fmt;
use std::ops::Deref;

use serde::Serialize;

use super::centrality::float;
use crate::Result;
use crate::graph::ActorLike;
use crate::model::EventId;
use crate::query::{Contact, Evident, Network, Who};

/// With whom an actor deals, and how evenly.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Spread {
    #[serde(flatten)]
    who: Who,
    count: usize,
    contacts: usize,
    entropy: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    evenness: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    concentration: Option<f64>,
    effective: f64,
    effective_by_entropy: f64,
    partners: Vec<Share>,
}

/// A partner of an actor, and its share in what the actor does with others.
///
/// It derefs to the [`Contact`], and that to a [`Tally`](crate::query::Tally).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Share {
    share: f64,
    #[serde(flatten)]
    contact: Contact,
}

impl Share {
    /// From 0 to 1.
    pub fn share(&self) -> f64 {
        self.share
    }

    /// Who, and what their events come to.
    pub fn contact(&self) -> &Contact {
        &self.contact
    }
}

impl Deref for Share {
    type Target = Contact;

    fn deref(&self) -> &Contact {
        &self.contact
    }
}

impl Evident for Share {
    fn events(&self) -> &[EventId] {
        self.contact.events()
    }
}

impl fmt::Display for Share {
    /// "67 % · Vladimir Putin · 2 calls · 2021-11-15 to 2021-12-02".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.0} % · {}", self.share * 100.0, self.contact)
    }
}

impl Spread {
    fn new(who: Who, contacts: Vec<Contact>) -> Self {
        let all: usize = contacts.iter().map(|contact| contact.len()).sum();
        let partners: Vec<Share> = contacts
            .into_iter()
            .map(|contact| Share {
                share: float(contact.len()) / float(all),
                contact,
            })
            .collect();
        let shares = || partners.iter().map(|partner| partner.share);
        let entropy = shares().map(|share| share * -share.ln()).sum::<f64>();
        let concentration: f64 = shares().map(|share| share * share).sum();
        let count = partners.len();
        let some = count > 0;
        Self {
            who,
            count,
            contacts: all,
            entropy,
            evenness: (count > 1).then(|| entropy / float(count).ln()),
            concentration: some.then_some(concentration),
            effective: if some { 1.0 / concentration } else { 0.0 },
            effective_by_entropy: if some { entropy.exp() } else { 0.0 },
            partners,
        }
    }

    /// Whose spread it is.
    pub fn who(&self) -> &Who {
        &self.who
    }

    /// How many different partners.
    pub fn count(&self) -> usize {
        self.count
    }

    /// How many contacts in all: events, each once for each partner that it links.
    pub fn contacts(&self) -> usize {
        self.contacts
    }

    /// Shannon's entropy in nats: 0 if there is one partner, ln n if n are dealt with
    /// alike.
    pub fn entropy(&self) -> f64 {
        self.entropy
    }

    /// Pielou's evenness: the entropy divided by the most that it can be with so many
    /// partners; `None` with fewer than two.
    pub fn evenness(&self) -> Option<f64> {
        self.evenness
    }

    /// Herfindahl's concentration: the chance that two contacts drawn at random, the one
    /// put back, are with the same partner; `None` without any.
    pub fn concentration(&self) -> Option<f64> {
        self.concentration
    }

    /// The effective number of partners by Laakso and Taagepera: one by the concentration;
    /// 0 without any.
    pub fn effective(&self) -> f64 {
        self.effective
    }

    /// The effective number of partners by Shannon: e to the entropy, in which who is
    /// seldom met counts for more; 0 without any.
    pub fn effective_by_entropy(&self) -> f64 {
        self.effective_by_entropy
    }

    /// The partners, most events first, then by key.
    pub fn partners(&self) -> &[Share] {
        &self.partners
    }
}

impl fmt::Display for Spread {
    /// "Emmanuel Macron: 3 contacts with 2 partners, in effect 1.8", and a partner a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = |many| if many == 1 { "" } else { "s" };
        writeln!(
            f,
            "{}: {} contact{} with {} partner{}, in effect {:.1}",
            self.who,
            self.contacts,
            plural(self.contacts),
            self.count,
            plural(self.count),
            self.effective
        )?;
        for partner in &self.partners {
            writeln!(f, "  {partner}")?;
        }
        Ok(())
    }
}

impl Network<'_> {
    /// With how many others an actor deals, and how evenly: entropy, concentration, and
    /// the effective number of partners.
    ///
    /// An event counts once for each partner that it links the actor with, whichever way;
    /// one that possibly does so counts too. A call of three is a contact with either. For
    /// talks alone, lay out a view of [talks](crate::What::Talk).
    ///
    /// With p(j) the share of contacts with j: entropy is −Σ p(j)·ln p(j) (Shannon 1948),
    /// concentration Σ p(j)² (Herfindahl), the effective number of partners one by that
    /// (Laakso and Taagepera 1979), and evenness the entropy by ln n (Pielou 1966).
    ///
    /// Costs O(m) in the edges of the network, once, and then the actor's events.
    ///
    /// # Errors
    /// When the actor is not found.
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader, What};
    ///
    /// let mut graph = Graph::new();
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// let biden = graph.add(Leader::new("Joe Biden"))?;
    /// graph.record(Call::between(macron, putin).on("2021-11-15"))?;
    /// graph.record(Call::between(macron, putin).on("2021-12-02"))?;
    /// graph.record(Call::between(macron, biden).on("2021-10-22"))?;
    ///
    /// let talks = graph.view().of(What::Talk).network()?;
    /// let spread = talks.spread(macron)?;
    /// assert_eq!(
    ///     spread.to_string(),
    ///     "Emmanuel Macron: 3 contacts with 2 partners, in effect 1.8\n\
    ///      \x20 67 % · Vladimir Putin · 2 calls · 2021-11-15 to 2021-12-02\n\
    ///      \x20 33 % · Joe Biden · 1 call · 2021-10-22\n"
    /// );
    /// assert!((spread.effective() - 1.8).abs() < 1e-9); // 1 / (4/9 + 1/9)
    /// assert!(spread.evenness().is_some_and(|evenness| evenness < 1.0));
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn spread(&self, actor: impl ActorLike) -> Result<Spread> {
        let graph = self.view().graph();
        let actor = graph.actor(actor)?;
        Ok(Spread::new(Who::new(graph, actor), self.partners(actor)))
    }

    /// With whom events link an actor, most events first, then by key.
    pub(super) fn partners(&self, actor: crate::ActorId) -> Vec<Contact> {
        let node = self.node(actor);
        let pairs = self.pairs();
        let around = pairs.around(node).iter().filter(|arc| arc.to != node);
        let mut partners: Vec<Contact> = around
            .filter_map(|arc| {
                let edges = pairs.edges(pairs.get(arc.edge)?).iter();
                let edges = edges.filter_map(|&edge| self.edge(edge).copied());
                Some(self.contact(self.actor(arc.to)?, edges))
            })
            .collect();
        partners.sort_by(|one, other| {
            let rank = |contact: &Contact| Reverse(contact.len());
            let by_rank = rank(one).cmp(&rank(other));
            by_rank.then_with(|| one.key().cmp(other.key()))
        });
        partners
    }
}
