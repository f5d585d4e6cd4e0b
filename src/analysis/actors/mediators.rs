//! Mediators: who links two actors, as they talk with both.
//!
//! The strongest link is a mediation that somebody says took place: an event in which one
//! is the mediator and the two are parties. Short of it, whoever talked with both may have
//! carried word between them: the go-between of the triad, whom Gould and Fernandez call a
//! broker. Nothing is said of the order of the talks, as a journey would ask.
//!
//! Literature: R. V. Gould and R. M. Fernandez, "Structures of Mediation: A Formal Approach
//! to Brokerage in Transaction Networks", *Sociological Methodology* 19 (1989), 89–126.

use std::cmp::Reverse;
use std::fmt;

use serde::Serialize;

use crate::graph::ActorLike;
use crate::model::EventId;
use crate::query::network::{Arc, Edge, Happened};
use crate::query::{Answers, Contact, Evident, Network, Tally, Who};
use crate::time::Certainty;
use crate::{Error, Result};

/// Somebody who links two actors, and by what.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mediator {
    #[serde(flatten)]
    who: Who,
    certainty: Certainty,
    #[serde(skip_serializing_if = "Tally::is_empty")]
    mediations: Tally,
    talks: [Contact; 2],
    #[serde(skip)]
    ids: Vec<EventId>,
}

impl Mediator {
    /// Who.
    pub fn who(&self) -> &Who {
        &self.who
    }

    /// How certain it is that it links the two: that it mediated between them, or that it
    /// talked with the one and with the other. When, is another question.
    pub fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// The mediations between the two, of which somebody says that they were just that.
    pub fn mediations(&self) -> &Tally {
        &self.mediations
    }

    /// Its talks with the one, the mediations among them; that one is the contact.
    pub fn with_one(&self) -> &Contact {
        let [one, _] = &self.talks;
        one
    }

    /// Its talks with the other, likewise.
    pub fn with_other(&self) -> &Contact {
        let [_, other] = &self.talks;
        other
    }

    /// Mediations first; then who talked most with whom it talked less.
    fn rank(&self) -> impl Ord + use<> {
        let talks = self.talks.each_ref().map(|with| with.len());
        let [one, other] = talks;
        Reverse((self.mediations.len(), one.min(other), one + other))
    }
}

impl fmt::Display for Mediator {
    /// Who, and below it the talks with either:
    ///
    /// ```text
    /// Alexander Lukashenko
    ///   Angela Merkel · 1 call · 2021-11-15 · 50 min
    ///   Vladimir Putin · 1 consultation · undated · according to Kremlin
    /// ```
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.who)?;
        if !self.mediations.is_empty() {
            write!(f, " · {}", self.mediations)?;
        }
        for with in &self.talks {
            write!(f, "\n  {with}")?;
        }
        Ok(())
    }
}

impl Evident for Mediator {
    fn events(&self) -> &[EventId] {
        &self.ids
    }
}

impl<'g> Network<'g> {
    /// Who links two actors: those who mediated between them, and those who talked with
    /// both.
    ///
    /// Who mediated comes first, the most mediations first; then who talked the most often
    /// with the one of the two with whom it talked less, for a link is as strong as its
    /// weaker side; then who talked the most often with both; then by key. What is only
    /// possible counts too, and each says how [certain](Mediator::certainty) it is.
    ///
    /// A talk is a call, meeting, visit, negotiation, consultation or mediation. At a
    /// [level](crate::View::level), ask for the actors of that level. On mediation as
    /// brokerage in a triad see Gould and Fernandez (1989, *Structures of Mediation*,
    /// Sociological Methodology 19); here, as they have it not, the two may have talked to
    /// each other as well.
    ///
    /// Costs O(m) in the edges of the network, once; then O(d) in the pairs around the two,
    /// and the events of those found.
    ///
    /// # Errors
    /// When one of the two is not found, or they are the same.
    ///
    /// ```
    /// use demarche::{Call, Consultation, Graph, Leader, Mediation};
    ///
    /// let mut graph = Graph::new();
    /// let merkel = graph.add(Leader::new("Angela Merkel"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// let lukashenko = graph.add(Leader::new("Alexander Lukashenko"))?;
    /// graph.record(Call::between(merkel, lukashenko).on("2021-11-15"))?;
    /// graph.record(Consultation::between(lukashenko, putin))?;
    ///
    /// let network = graph.view().network()?;
    /// assert_eq!(
    ///     network.mediators(merkel, putin)?.to_string(),
    ///     "Alexander Lukashenko\n\
    ///      \x20 Angela Merkel · 1 call · 2021-11-15\n\
    ///      \x20 Vladimir Putin · 1 consultation · undated\n"
    /// );
    ///
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// graph.record(Mediation::by(macron).between(merkel, putin).on("2014-06-06"))?;
    /// let network = graph.view().network()?;
    /// let mediators = network.mediators(merkel, putin)?;
    /// assert_eq!(mediators[0].who().name(), "Emmanuel Macron");
    /// assert_eq!(mediators[0].mediations().len(), 1);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn mediators(
        &self,
        one: impl ActorLike,
        other: impl ActorLike,
    ) -> Result<Answers<Mediator>> {
        let graph = self.view().graph();
        let ends = [graph.actor(one)?, graph.actor(other)?].map(|actor| self.node(actor));
        let [one, other] = ends;
        if let (true, Some(same)) = (one == other, self.actor(one)) {
            let twice = format!("{} twice", Who::new(graph, same));
            return Err(Error::invalid("pair to mediate", twice, "two actors"));
        }
        let ours = self.pairs().around(one);
        let theirs = self.pairs().around(other);
        let mut found: Vec<Mediator> = ours
            .iter()
            .filter(|arc| !ends.contains(&arc.to))
            .filter_map(|&arc| {
                let at = theirs
                    .binary_search_by_key(&arc.to, |other| other.to)
                    .ok()?;
                self.mediator(arc.to, ends, [arc, *theirs.get(at)?])
            })
            .collect();
        found.sort_by(|one, other| {
            let by_rank = one.rank().cmp(&other.rank());
            by_rank.then_with(|| one.who.key().cmp(other.who.key()))
        });
        Ok(found.into())
    }

    /// What links somebody with two others, of whom these are its pairs; `None` if they
    /// are not linked by talk.
    fn mediator(&self, node: u32, ends: [u32; 2], pairs: [Arc; 2]) -> Option<Mediator> {
        let [one, other] = [self.actor(ends[0])?, self.actor(ends[1])?];
        let actor = self.actor(node)?;
        let talks = pairs.map(|pair| self.talks(pair));
        let [with_one, with_other] = &talks;
        if with_one.is_empty() || with_other.is_empty() {
            return None;
        }
        let mut mediations: Vec<(Happened<'g>, Certainty)> = Vec::new();
        let mut numbers: Vec<u32> = with_one.iter().map(|edge| edge.event).collect();
        numbers.dedup();
        for number in numbers {
            let shared = with_other.binary_search_by_key(&number, |edge| edge.event);
            if let (Ok(_), Some(happened)) = (shared, self.happened().get(number as usize)) {
                let certainty = self.mediates(&happened, actor, one, other);
                if certainty.is_possible() {
                    mediations.push((happened, certainty));
                }
            }
        }
        let mediations = self.tally_of(mediations);
        let mut numbers: Vec<u32> = talks.iter().flatten().map(|edge| edge.event).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let id = |number: u32| Some(self.happened().get(number as usize)?.event.id());
        let [with_one, with_other] = talks;
        let talks = [self.contact(one, with_one), self.contact(other, with_other)];
        let [met_one, met_other] = talks.each_ref().map(|with| with.certainty());
        Some(Mediator {
            who: Who::new(self.view().graph(), actor),
            certainty: met_one.and(met_other).or(mediations.certainty()),
            mediations,
            talks,
            ids: numbers.into_iter().filter_map(id).collect(),
        })
    }

    /// The edges of a pair by which the two talked, in order of time.
    fn talks(&self, pair: Arc) -> Vec<Edge> {
        let edges = self
            .pairs()
            .get(pair.edge)
            .map(|pair| self.pairs().edges(pair));
        let edges = edges.unwrap_or(&[]).iter();
        edges
            .filter_map(|&edge| self.edge(edge).copied())
            .filter(|edge| {
                let happened = self.happened().get(edge.event as usize);
                happened.is_some_and(|one| one.event.classification().is_talk())
            })
            .collect()
    }
}
