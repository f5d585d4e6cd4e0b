//! Dyads over time, as a table.
//!
//! # What is a panel?
//!
//! The dyad-month (or -day, -week, -quarter, -year) is the unit in which political
//! science counts events: how often, in March 2014, did Russia threaten Ukraine? A
//! panel has a row for each dyad and period, also where nothing happened, since no news
//! is a finding and not a gap. Models of conflict are estimated on such tables.
//!
//! # Which rows are there?
//!
//! Dyads are those that at least one event links, or [all pairs](PanelBuilder::among) of
//! actors that are asked for. Periods are those of the window of the view; where that
//! is open, those from the first event counted to the last. A first or last period that
//! the window cuts in two counts what is in the window. And a dyad has a row for a
//! period only if on some day of it both of the two exist: no East Germany in 1995. A
//! state that has a code exists when the
//! [table of countries](crate::model::codes::country) says that its country may have;
//! another can be [said to](PanelBuilder::existing); all others exist always.
//!
//! # What is counted?
//!
//! An event counts once for each dyad that it links, at the level of the view as of its
//! date: two parties of a call, visitor and host, mediator and party, source and
//! target; not those on whose account something is done. It counts in the one period in
//! which it lies, certainly or as dated. What could lie in two, or links two actors only
//! possibly, counts nowhere and is [reported](Panel::left_out).
//!
//! # Literature
//!
//! * J. S. Goldstein, "A Conflict-Cooperation Scale for WEIS Events Data", *Journal of
//!   Conflict Resolution* 36 (2), 1992, 369–385: the scale, summed by dyad and period.
//! * P. A. Schrodt and D. J. Gerner, "Empirical Indicators of Crisis Phase in the Middle
//!   East, 1979–1995", *Journal of Conflict Resolution* 41 (4), 1997, 529–552: monthly
//!   series of directed dyads.
//! * P. A. Schrodt, "Precedents, Progress, and Prospects in Political Event Data",
//!   *International Interactions* 38 (4), 2012, 546–569: on duplicates and their filters.

mod builder;
mod by_period;
mod cell;
mod csv;
mod cut;
mod existence;
mod left_out;
mod member;
mod order;
mod rows;
mod scan;
mod sorts;
mod table;

pub use builder::{Alike, PanelBuilder};
pub use cell::Cell;
pub use left_out::LeftOut;
pub use rows::Row;
pub use table::Panel;

use super::{Period, View};

impl<'g> View<'g> {
    /// A panel of dyads over time: for each dyad and period what passed between the two,
    /// with zeros where nothing did.
    ///
    /// The builder says which dyads, filters and scale; its
    /// [`build`](PanelBuilder::build) counts.
    ///
    /// ```
    /// use demarche::model::codes::{Goldstein, Kind};
    /// use demarche::query::Period;
    /// use demarche::{Accusation, Call, Graph, State};
    ///
    /// let mut graph = Graph::new();
    /// let france = graph.add(State::new("France").iso3("FRA"))?;
    /// let russia = graph.add(State::new("Russia").iso3("RUS"))?;
    /// graph.record(Call::between(france, russia).on("2021-11-15"))?;
    /// graph.record(Accusation::by(russia).against(france).on("2022-01"))?;
    /// graph.record(Call::between(france, russia).on("2022"))?;
    ///
    /// let view = graph.view();
    /// let panel = view.panel(Period::Month).directed().scored_by(&Goldstein).build();
    /// let rows: Vec<String> = panel.rows().map(|row| row.to_string()).collect();
    /// assert_eq!(rows, [
    ///     "France → Russia 2021-11: 1 event, +1.0 on the Goldstein scale (1 of 1 event)",
    ///     "France → Russia 2021-12: 0 events",
    ///     "France → Russia 2022-01: 0 events",
    ///     "Russia → France 2021-11: 1 event, +1.0 on the Goldstein scale (1 of 1 event)",
    ///     "Russia → France 2021-12: 0 events",
    ///     "Russia → France 2022-01: 1 event, -2.0 on the Goldstein scale (1 of 1 event)",
    /// ]);
    /// assert_eq!(panel.left_out().undated(), 1); // some month of 2022
    ///
    /// let november = panel.cell(france, russia, "2021-11")?.expect("both existed");
    /// assert_eq!(november.kind(Kind::Call), 1);
    /// assert_eq!(view.evidence(&november)?[0].what(), "call");
    ///
    /// let mut file = Vec::new();
    /// panel.write_csv(&mut file)?;
    /// let text = String::from_utf8(file)?;
    /// assert!(text.contains("\r\nrussia,Russia,RUS,365,365,france,France,FRA,220,220,2022-01,1,"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Example: filters, and counts relative to how much was reported
    ///
    /// ```
    /// use demarche::query::{Alike, Period};
    /// use demarche::{Graph, NewEvent, State};
    ///
    /// let mut graph = Graph::new();
    /// let one = graph.add(State::new("One"))?;
    /// let other = graph.add(State::new("Other"))?;
    /// for code in ["190", "190", "193", "042"] {
    ///     graph.record(NewEvent::coded(code)?.from(one).to(other).on("2014-03-01"))?;
    /// }
    /// let view = graph.during("2014")?;
    /// let panel = view.panel(Period::Quarter).one_a_day(Alike::Code).per_thousand().build();
    /// let cell = panel.cell(one, other, "2014-01")?.expect("a cell");
    /// assert_eq!((cell.count(), cell.volume()), (3, Some(4)));
    /// assert_eq!(cell.per_thousand(), Some(750.0));
    /// assert_eq!(panel.left_out().to_string(), "0 of 4 events, 1 of 4 links (1 repeated)");
    /// assert_eq!(panel.rows().count(), 4);
    /// # Ok::<(), demarche::Error>(())
    /// ```
    pub fn panel<'v>(&self, period: Period) -> PanelBuilder<'v, 'g> {
        PanelBuilder::new(self, period)
    }
}

#[cfg(test)]
mod tests;
