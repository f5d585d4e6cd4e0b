//! What is asked about paths between two actors, and from one to all.

use super::{AllShortest, Between, FromOne, Path, Paths, Ranked, Simple, Tree};
use crate::Result;

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

    fn nodes(&self) -> (u32, u32) {
        (self.ends.from, self.ends.to)
    }
}

impl<'n, 'g> Paths<'n, 'g, FromOne> {
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
        let FromOne { from } = self.ends;
        Ok(Tree::new(self.ground(&[from])?, from, self.at_most))
    }
}
