//! The ego network: an actor, its contacts, and what links them among each other.
//!
//! Literature: S. Wasserman and K. Faust, *Social Network Analysis: Methods and
//! Applications*, Cambridge University Press 1994, section 2.3.

use std::cmp::Reverse;
use std::fmt;

use serde::Serialize;

use super::centrality::float;
use crate::Result;
use crate::graph::ActorLike;
use crate::model::EventId;
use crate::query::{Contact, Evident, Network, Pair, Who};

/// An actor, its contacts, and what links them among each other.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EgoNetwork {
    ego: Who,
    size: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    density: Option<f64>,
    contacts: Vec<Contact>,
    ties: Vec<Pair>,
    #[serde(skip)]
    ids: Vec<EventId>,
}

impl EgoNetwork {
    /// The actor in the middle.
    pub fn ego(&self) -> &Who {
        &self.ego
    }

    /// How many contacts it has, itself not counted.
    pub fn size(&self) -> usize {
        self.size
    }

    /// The contacts, with what links the actor with each: most events first, then by key.
    pub fn contacts(&self) -> &[Contact] {
        &self.contacts
    }

    /// Which of them are linked among each other, and by what: most events first, then by
    /// the keys of the two.
    pub fn ties(&self) -> &[Pair] {
        &self.ties
    }

    /// Which share of the pairs of contacts is linked, from 0 to 1; `None` with fewer than
    /// two contacts.
    pub fn density(&self) -> Option<f64> {
        self.density
    }
}

impl Evident for EgoNetwork {
    /// All events that link the actor and its contacts, in order of time.
    fn events(&self) -> &[EventId] {
        &self.ids
    }
}

impl fmt::Display for EgoNetwork {
    /// "Angela Merkel: 3 contacts, 1 pair of them linked (density 0.33)", then a contact and
    /// a pair a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = |many| if many == 1 { "" } else { "s" };
        let (size, ties) = (self.size, self.ties.len());
        write!(f, "{}: {size} contact{}", self.ego, plural(size))?;
        if let Some(density) = self.density {
            let s = plural(ties);
            write!(f, ", {ties} pair{s} of them linked (density {density:.2})")?;
        }
        writeln!(f)?;
        for contact in &self.contacts {
            writeln!(f, "  {contact}")?;
        }
        for pair in &self.ties {
            writeln!(f, "    {pair}")?;
        }
        Ok(())
    }
}

impl Network<'_> {
    /// An actor, its contacts, and what links these among each other: its ego network.
    ///
    /// Two are linked if any event links them, whichever way, and be it only possibly. Its
    /// density is that of the contacts without the actor itself (Wasserman and Faust 1994,
    /// *Social Network Analysis*, section 2.3).
    ///
    /// Costs O(m) in the edges of the network, once; then O(d) in the pairs around the
    /// actor's contacts, and the events that are shown.
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
    /// graph.record(Call::between(merkel, putin).on("2021-11-10"))?;
    /// graph.record(Call::between(merkel, macron).on("2021-11-10"))?;
    /// graph.record(Call::between(macron, putin).on("2021-11-15"))?;
    /// graph.record(Call::between(putin, biden).on("2021-12-07"))?;
    ///
    /// let network = graph.view().network()?;
    /// assert_eq!(
    ///     network.ego_network(merkel)?.to_string(),
    ///     "Angela Merkel: 2 contacts, 1 pair of them linked (density 1.00)\n\
    ///      \x20 Emmanuel Macron · 1 call · 2021-11-10\n\
    ///      \x20 Vladimir Putin · 1 call · 2021-11-10\n\
    ///      \x20   Vladimir Putin – Emmanuel Macron · 1 call · 2021-11-15\n"
    /// );
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn ego_network(&self, actor: impl ActorLike) -> Result<EgoNetwork> {
        let graph = self.view().graph();
        let actor = graph.actor(actor)?;
        let contacts = self.partners(actor);
        let ties = self.ties_among(&contacts);
        let (size, linked) = (contacts.len(), ties.len());
        let pairs = float(size) * (float(size) - 1.0) / 2.0;
        Ok(EgoNetwork {
            ego: Who::new(graph, actor),
            size,
            density: (size > 1).then(|| float(linked) / pairs),
            ids: self.events_of(&contacts, &ties),
            contacts,
            ties,
        })
    }

    /// What links some actors among each other.
    fn ties_among(&self, contacts: &[Contact]) -> Vec<Pair> {
        let node = |contact: &Contact| self.node(contact.who().id());
        let mut nodes: Vec<u32> = contacts.iter().map(node).collect();
        nodes.sort_unstable();
        let pairs = self.pairs();
        let mut ties = Vec::new();
        for &one in &nodes {
            for arc in pairs.around(one).iter().filter(|arc| arc.to > one) {
                let ends = (self.actor(one), self.actor(arc.to), pairs.get(arc.edge));
                let (Some(one), Some(other), Some(pair)) = ends else {
                    continue;
                };
                if nodes.binary_search(&arc.to).is_ok() {
                    let edges = pairs.edges(pair).iter();
                    let edges = edges.filter_map(|&edge| self.edge(edge).copied());
                    ties.push(self.acquaintance(one, other, edges));
                }
            }
        }
        ties.sort_by(|one, other| {
            let rank = |pair: &Pair| Reverse(pair.len());
            rank(one)
                .cmp(&rank(other))
                .then_with(|| one.one().key().cmp(other.one().key()))
                .then_with(|| one.other().key().cmp(other.other().key()))
        });
        ties
    }

    /// The events of contacts and ties, each once, in order of time.
    fn events_of(&self, contacts: &[Contact], ties: &[Pair]) -> Vec<EventId> {
        let of_contacts = contacts.iter().flat_map(Evident::events);
        let of_ties = ties.iter().flat_map(Evident::events);
        let wanted: std::collections::HashSet<EventId> =
            of_contacts.chain(of_ties).copied().collect();
        let all = self.happened().iter().map(|happened| happened.event.id());
        all.filter(|event| wanted.contains(event)).collect()
    }
}
