//! A panel cut the other way: by period.

use super::Panel;
use super::cell::Cell;
use super::rows::Row;
use crate::query::period::Stretch;

impl Panel {
    /// The rows of one period, in the order of their dyads; none if it is of another
    /// length, or beyond the panel.
    ///
    /// Costs O(d log n) in the dyads and the cells of each.
    ///
    /// ```
    /// use demarche::query::{Period, Stretch};
    /// use demarche::{Call, Graph, Leader};
    /// use jiff::civil::date;
    ///
    /// let mut graph = Graph::new();
    /// let macron = graph.add(Leader::new("Emmanuel Macron"))?;
    /// let putin = graph.add(Leader::new("Vladimir Putin"))?;
    /// graph.record(Call::between(macron, putin).on("2021-11-15"))?;
    /// graph.record(Call::between(macron, putin).on("2022-01-28"))?;
    ///
    /// let panel = graph.view().panel(Period::Month).build();
    /// let december = Stretch::of(Period::Month, date(2021, 12, 1));
    /// let rows: Vec<String> = panel.rows_in(december).map(|row| row.to_string()).collect();
    /// assert_eq!(rows, ["Emmanuel Macron – Vladimir Putin 2021-12: 0 events"]);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn rows_in(&self, stretch: Stretch) -> impl Iterator<Item = Row<'_>> {
        let number = (stretch.period() == self.period).then(|| stretch.number());
        self.pairs().filter_map(move |pair| {
            let number = number?;
            let mut periods = self.periods_of(&pair).into_iter();
            if !periods.any(|(from, to)| from <= number && number <= to) {
                return None;
            }
            Some(Row::new(
                self.two(&pair)?,
                Cell::new(self, number, self.events_in(&pair, number)),
            ))
        })
    }

    /// The periods of the panel, in order.
    #[cfg(feature = "parquet")]
    pub(crate) fn stretches(&self) -> impl Iterator<Item = Stretch> {
        let (first, last) = self.time.unwrap_or((0, -1));
        (first..=last).map(|number| Stretch::numbered(self.period, number))
    }
}
