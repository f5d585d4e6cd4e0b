//! Asking for paths.

use super::cost::Price;
use super::ground::Ground;
use super::{AllShortest, Cost, Hop, Path, Ranked, Simple, Stepwise, Tree};
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
    network: &'n Network<'g>,
    ends: E,
    passage: Passage,
    at_most: Option<u32>,
    price: Price<'n>,
}

/// Paths from one actor to another.
#[derive(Clone, Copy, Debug)]
pub struct Between {
    from: u32,
    to: u32,
}

/// Paths from one actor to all.
#[derive(Clone, Copy, Debug)]
pub struct From {
    from: u32,
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
    pub fn paths_from<'n>(&'n self, from: impl ActorLike) -> Result<Paths<'n, 'g, From>> {
        let from = self.node(self.view().graph().actor(from)?);
        Ok(Paths::new(self, From { from }))
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
    pub fn avoiding(mut self, actor: impl ActorLike) -> Result<Self> {
        let actor = self.network.view().graph().actor(actor)?;
        self.passage.avoid(self.network.node(actor));
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

    fn ground(&self, ends: &[u32]) -> Result<Ground<'n, 'g>> {
        self.ground_of(self.passage.clone(), ends)
    }

    fn ground_of(&self, passage: Passage, ends: &[u32]) -> Result<Ground<'n, 'g>> {
        let pricing = self.price.pricing(self.network)?;
        let gate = passage.gate(self.network, ends);
        Ground::new(self.network, gate, pricing.as_ref())
    }

    fn pattern(
        &self,
        sorts: impl IntoIterator<Item = What>,
        from: Option<u32>,
        to: Option<u32>,
    ) -> Result<Stepwise<'n, 'g>> {
        let ends: Vec<u32> = from.into_iter().chain(to).collect();
        let steps = sorts.into_iter().map(|what| {
            let mut passage = self.passage.clone();
            passage.through([what]);
            self.ground_of(passage, &ends)
        });
        let steps = steps.collect::<Result<Vec<_>>>()?;
        let fits = self.at_most.is_none_or(|most| steps.len() <= most as usize);
        let starts = match from {
            _ if !fits => 0..0,
            Some(from) => from..from.saturating_add(1),
            None => self.network.nodes(),
        };
        // What the pattern itself is not asked the cost of.
        let gate = self.passage.clone().gate(self.network, &ends);
        let ground = Ground::new(self.network, gate, None)?;
        Ok(Stepwise::new(ground, steps, starts, to))
    }
}

impl<'n, 'g> Paths<'n, 'g, Between> {
    /// The shortest path, if there is any: of several, the first in the
    /// [order of paths](super#in-which-order).
    ///
    /// Costs O(m + n log n) in the m edges and n actors, when each step costs one far
    /// less than that as a rule: the search ends where the two meet.
    ///
    /// # Errors
    /// When a cost is none, or a parameter of it is out of its range.
    pub fn shortest(&self) -> Result<Option<Path>> {
        Ok(self.ranked()?.next())
    }

    /// All paths that are as short as the shortest: of the same cost and the same number
    /// of steps; lazily, in the [order of paths](super#in-which-order).
    ///
    /// They are the trails down the graph of those steps that bring nearer to the target
    /// by as much as they cost. Costs O(m + n log n) before the first and, for each, the
    /// pairs around its actors.
    ///
    /// # Errors
    /// As of [`shortest`](Self::shortest).
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader};
    ///
    /// let mut graph = Graph::new();
    /// let merkel = graph.add(Leader::new("Angela Merkel"))?;
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// for name in ["Vladimir Putin", "Joe Biden"] {
    ///     let between = graph.add(Leader::new(name))?;
    ///     graph.record(Call::between(merkel, between))?;
    ///     graph.record(Call::between(between, macron))?;
    ///     graph.record(Call::between(between, macron))?;
    /// }
    /// let network = graph.view().network()?;
    /// // Two calls are alternatives of one step: there are two paths, not four.
    /// assert_eq!(network.paths(merkel, macron)?.all_shortest()?.count(), 2);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn all_shortest(&self) -> Result<AllShortest<'n, 'g>> {
        let ends = self.nodes();
        Ok(AllShortest::new(
            self.ground(&[ends.0, ends.1])?,
            ends,
            self.at_most,
        ))
    }

    /// Loopless paths in the [order of paths](super#in-which-order), shortest first,
    /// lazily: `take(k)` are the k shortest.
    ///
    /// Yen (1971, *Finding the k shortest loopless paths in a network*) as Lawler (1972)
    /// improved it: what is left after each path is parted into sets without a path in
    /// common, so that none is found twice. A set is searched only when its lower bound
    /// is the least of all (as Kurz and Mutzel 2016 do), by A* on what remains to the
    /// target, which is found once for all searches. Steps and not events are what paths
    /// are made of, so that parallel events make no path twice.
    ///
    /// Costs one search O(m + n log n) and, for each path of s steps, s more at worst.
    ///
    /// # Errors
    /// As of [`shortest`](Self::shortest).
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader};
    ///
    /// let mut graph = Graph::new();
    /// let merkel = graph.add(Leader::new("Angela Merkel"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// graph.record(Call::between(merkel, putin))?;
    /// graph.record(Call::between(putin, macron).on("2021-11-15"))?;
    /// graph.record(Call::between(putin, macron).on("2021-12-02"))?;
    /// graph.record(Call::between(merkel, macron))?;
    ///
    /// let network = graph.view().network()?;
    /// let paths: Vec<_> = network.paths(merkel, macron)?.ranked()?.take(5).collect();
    /// assert_eq!(paths.iter().map(|path| path.len()).collect::<Vec<_>>(), [1, 2]);
    /// assert_eq!(
    ///     paths[1].to_string(),
    ///     "Angela Merkel talked to Vladimir Putin (call, undated), \
    ///      who talked to Emmanuel Macron (2 calls, 2021-11-15 to 2021-12-02)"
    /// );
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn ranked(&self) -> Result<Ranked<'n, 'g>> {
        let ends = self.nodes();
        Ok(Ranked::new(
            self.ground(&[ends.0, ends.1])?,
            ends,
            self.at_most,
        ))
    }

    /// All loopless paths, [at most](Self::at_most) so many steps long, lazily: depth
    /// first, in the order of their actors, one after the other.
    ///
    /// No step is taken that leads too far from the target to come to it in time. There
    /// may be as many as the factorial of the actors, and where the bound is loose, long
    /// stretches without one: to look at some, [`ranked`](Self::ranked) is the better
    /// way. Takes O(n) of memory.
    ///
    /// # Errors
    /// As of [`shortest`](Self::shortest).
    pub fn simple(&self) -> Result<Simple<'n, 'g>> {
        let ends = self.nodes();
        Ok(Simple::new(
            self.ground(&[ends.0, ends.1])?,
            ends,
            self.at_most,
        ))
    }

    /// Loopless paths whose nth step is by an event of the nth sort, and which have as
    /// many steps as there are sorts; lazily, in the order of their actors.
    ///
    /// # Errors
    /// As of [`shortest`](Self::shortest).
    pub fn stepwise(&self, sorts: impl IntoIterator<Item = What>) -> Result<Stepwise<'n, 'g>> {
        let Between { from, to } = self.ends;
        self.pattern(sorts, Some(from), Some(to))
    }

    fn nodes(&self) -> (u32, u32) {
        (self.ends.from, self.ends.to)
    }
}

impl<'n, 'g> Paths<'n, 'g, From> {
    /// The shortest path to everybody who is reached: Dijkstra (1959), O(m + n log n).
    ///
    /// # Errors
    /// When a cost is none, or a parameter of it is out of its range.
    ///
    /// ```
    /// use demarche::{Call, Graph, Leader};
    ///
    /// let mut graph = Graph::new();
    /// let merkel = graph.add(Leader::new("Angela Merkel"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// graph.record(Call::between(merkel, putin))?;
    /// graph.record(Call::between(putin, macron))?;
    ///
    /// let network = graph.view().network()?;
    /// let tree = network.paths_from(merkel)?.tree()?;
    /// let reached: Vec<String> = tree.reached().map(|one| one.to_string()).collect();
    /// assert_eq!(
    ///     reached,
    ///     ["Angela Merkel · 0 steps", "Vladimir Putin · 1 step", "Emmanuel Macron · 2 steps"]
    /// );
    /// assert_eq!(tree.path_to(macron)?.unwrap().len(), 2);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn tree(&self) -> Result<Tree<'n, 'g>> {
        let From { from } = self.ends;
        Ok(Tree::new(self.ground(&[from])?, from, self.at_most))
    }

    /// As [between two actors](Paths::stepwise), to anybody.
    ///
    /// # Errors
    /// When a cost is none, or a parameter of it is out of its range.
    ///
    /// ```
    /// use demarche::{Accusation, Call, Graph, Leader, What};
    ///
    /// let mut graph = Graph::new();
    /// let merkel = graph.add(Leader::new("Angela Merkel"))?;
    /// let lukashenko = graph.add(Leader::new("Alexander Lukashenko"))?;
    /// let morawiecki = graph.add(Leader::new("Mateusz Morawiecki"))?;
    /// graph.record(Call::between(merkel, lukashenko).on("2021-11-15"))?;
    /// graph.record(Accusation::by(lukashenko).against(morawiecki).on("2021-11-16"))?;
    ///
    /// let network = graph.view().network()?;
    /// let asked = network.paths_from(merkel)?;
    /// let found: Vec<_> = asked.stepwise([What::Talk, What::Accusation])?.collect();
    /// assert_eq!(
    ///     found[0].to_string(),
    ///     "Angela Merkel talked to Alexander Lukashenko (call, 2021-11-15), \
    ///      who accused Mateusz Morawiecki (accusation, 2021-11-16)"
    /// );
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn stepwise(&self, sorts: impl IntoIterator<Item = What>) -> Result<Stepwise<'n, 'g>> {
        self.pattern(sorts, Some(self.ends.from), None)
    }
}

impl<'n, 'g> Paths<'n, 'g, Anywhere> {
    /// As [between two actors](Paths::stepwise), from anybody to anybody.
    ///
    /// # Errors
    /// When a cost is none, or a parameter of it is out of its range.
    pub fn stepwise(&self, sorts: impl IntoIterator<Item = What>) -> Result<Stepwise<'n, 'g>> {
        self.pattern(sorts, None, None)
    }
}
