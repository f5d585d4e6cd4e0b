//! Asking for paths: what every question about them can be told.

use super::cost::Price;
use super::ground::Ground;
use super::{Cost, Hop};
use crate::Result;
use crate::graph::ActorLike;
use crate::query::network::Passage;
use crate::query::{Network, Way, What};

/// A question about paths: between which ends, by what, past whom, at what cost.
///
/// [`Network::paths`], [`paths_from`](Network::paths_from) and
/// [`paths_anywhere`](Network::paths_anywhere) open one; it is narrowed step by step, and
/// asked by its last method. Whose word counts, when, and what stands as a fact is for the
/// view to say of which the network was made:
/// `graph.during("2021-11")?.according_to("Kremlin")?.network()?`.
#[derive(Debug)]
pub struct Paths<'n, 'g, E> {
    pub(super) network: &'n Network<'g>,
    pub(super) ends: E,
    pub(super) passage: Passage,
    pub(super) at_most: Option<u32>,
    price: Price<'n>,
}

/// Paths from one actor to another.
#[derive(Clone, Copy, Debug)]
pub struct Between {
    pub(super) from: u32,
    pub(super) to: u32,
}

/// Paths from one actor to all.
#[derive(Clone, Copy, Debug)]
pub struct FromOne {
    pub(super) from: u32,
}

/// Paths from anybody to anybody.
#[derive(Clone, Copy, Debug)]
pub struct Anywhere;

impl<'g> Network<'g> {
    /// Asks for paths from one actor to another.
    ///
    /// At a [level](crate::View::level), ask for the actors of that level.
    ///
    /// # Errors
    /// When one of the two is not found.
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader, What};
    ///
    /// let mut graph = Graph::new();
    /// let merkel = graph.add(Leader::new("Angela Merkel"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// graph.record(Call::between(merkel, putin))?;
    /// graph.record(Call::between(putin, macron))?;
    ///
    /// let network = graph.view().network()?;
    /// let talks = || Ok::<_, demarche::Error>(network.paths(merkel, macron)?.through(What::Talk));
    /// assert_eq!(talks()?.shortest()?.unwrap().len(), 2);
    /// assert_eq!(talks()?.at_most(1).shortest()?, None);
    /// assert_eq!(talks()?.avoiding(putin)?.shortest()?, None);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn paths<'n>(
        &'n self,
        from: impl ActorLike,
        to: impl ActorLike,
    ) -> Result<Paths<'n, 'g, Between>> {
        let graph = self.view().graph();
        let ends = Between {
            from: self.node(graph.actor(from)?),
            to: self.node(graph.actor(to)?),
        };
        Ok(Paths::new(self, ends))
    }

    /// Asks for paths from one actor to all that they reach.
    ///
    /// # Errors
    /// When the actor is not found.
    pub fn paths_from<'n>(&'n self, from: impl ActorLike) -> Result<Paths<'n, 'g, FromOne>> {
        let from = self.node(self.view().graph().actor(from)?);
        Ok(Paths::new(self, FromOne { from }))
    }

    /// Asks for paths from anybody to anybody: where a [pattern](Paths::stepwise) occurs.
    pub fn paths_anywhere(&self) -> Paths<'_, 'g, Anywhere> {
        Paths::new(self, Anywhere)
    }
}

impl<'n, 'g, E> Paths<'n, 'g, E> {
    fn new(network: &'n Network<'g>, ends: E) -> Self {
        Self {
            network,
            ends,
            passage: Passage::default(),
            at_most: None,
            price: Price::default(),
        }
    }

    /// Only by events of this sort: a kind, class, mode, code, or [`What`]. Said again,
    /// of that sort too.
    pub fn through(self, what: impl Into<What>) -> Self {
        self.through_any([what.into()])
    }

    /// Only by events of any of these sorts.
    pub fn through_any(mut self, any: impl IntoIterator<Item = What>) -> Self {
        self.passage.through(any);
        self
    }

    /// In so many steps at most.
    pub fn at_most(mut self, steps: u32) -> Self {
        self.at_most = Some(self.at_most.map_or(steps, |most| most.min(steps)));
        self
    }

    /// Not by way of an actor. The ends that were asked for are not avoided.
    ///
    /// # Errors
    /// When the actor is not found.
    pub fn avoiding(self, actor: impl ActorLike) -> Result<Self> {
        self.avoiding_any([actor])
    }

    /// Not by way of any of several actors; likewise.
    ///
    /// # Errors
    /// When one of the actors is not found.
    pub fn avoiding_any<T: ActorLike>(mut self, any: impl IntoIterator<Item = T>) -> Result<Self> {
        for actor in any {
            let actor = self.network.view().graph().actor(actor)?;
            self.passage.avoid(self.network.node(actor));
        }
        Ok(self)
    }

    /// Along events this way: as word passes, which is the default, or either way.
    pub fn taking(mut self, way: Way) -> Self {
        self.passage.take(way);
        self
    }

    /// At this cost; the default is [`Cost::Steps`].
    pub fn by(mut self, cost: Cost) -> Self {
        self.price = Price::By(cost);
        self
    }

    /// At the cost that a closure gives to each step: a number from 0 to 2³¹, rounded to
    /// a multiple of 2⁻³², or infinity for a step that is not to be taken.
    ///
    /// It is asked once of every step that may be taken, before the search.
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader};
    ///
    /// let mut graph = Graph::new();
    /// let merkel = graph.add(Leader::new("Angela Merkel"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// graph.record(Call::between(merkel, macron))?;
    /// for _ in 0..4 {
    ///     graph.record(Call::between(merkel, putin))?;
    ///     graph.record(Call::between(putin, macron))?;
    /// }
    /// let network = graph.view().network()?;
    /// let seldom = |calls: usize| if calls < 2 { f64::INFINITY } else { 1.0 };
    /// let asked = network.paths(merkel, macron)?.by_fn(move |hop| seldom(hop.len()));
    /// assert_eq!(asked.shortest()?.unwrap().len(), 2);
    ///
    /// let wrong = network.paths(merkel, macron)?.by_fn(|_| -1.0);
    /// assert_eq!(
    ///     wrong.shortest().unwrap_err().to_string(),
    ///     "cost of a step: found -1 from Angela Merkel to Vladimir Putin, \
    ///      expected a number from 0 to 2147483648, or infinity"
    /// );
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn by_fn(mut self, cost: impl Fn(&Hop<'_, '_>) -> f64 + 'n) -> Self {
        self.price = Price::Asked(Box::new(cost));
        self
    }

    pub(super) fn ground(&self, ends: &[u32]) -> Result<Ground<'n, 'g>> {
        self.ground_of(self.passage.clone(), ends)
    }

    pub(super) fn ground_of(&self, passage: Passage, ends: &[u32]) -> Result<Ground<'n, 'g>> {
        let pricing = self.price.pricing(self.network)?;
        let gate = passage.gate(self.network, ends);
        Ground::new(self.network, gate, pricing.as_ref())
    }
}
