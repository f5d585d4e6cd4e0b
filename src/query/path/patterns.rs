//! Asking for paths by the sorts of their steps.

use super::ground::Ground;
use super::{Anywhere, Between, FromOne, Paths, Stepwise};
use crate::Result;
use crate::query::What;

impl<'n, 'g> Paths<'n, 'g, Between> {
    /// Loopless paths whose nth step is by an event of the nth sort, and which have as
    /// many steps as there are sorts; lazily, in the order of their actors.
    ///
    /// # Errors
    /// As of [`shortest`](Self::shortest).
    pub fn stepwise(&self, sorts: impl IntoIterator<Item = What>) -> Result<Stepwise<'n, 'g>> {
        let Between { from, to } = self.ends;
        self.pattern(sorts, Some(from), Some(to))
    }
}

impl<'n, 'g> Paths<'n, 'g, FromOne> {
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

impl<'n, 'g, E> Paths<'n, 'g, E> {
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
