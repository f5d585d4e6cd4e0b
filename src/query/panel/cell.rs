//! What passed between two actors in a period.

use std::fmt;
use std::ops::Range;

use super::Panel;
use super::sorts::{COLUMNS, Sort, class_column, kind_column, quad_column};
use crate::model::EventId;
use crate::model::codes::{Class, Kind, Quad};
use crate::query::Evident;
use crate::query::period::Stretch;

/// What passed between two actors in a period: how many events, of which sorts, and how
/// cooperative they were.
///
/// A cheap look (`Copy`) into its [`Panel`]. All counts are made when they are asked for,
/// in O(k) of the k events of the cell; [`count`](Self::count) alone is O(1).
#[derive(Clone, Copy)]
pub struct Cell<'p> {
    panel: &'p Panel,
    number: i32,
    start: usize,
    end: usize,
}

/// All counts of a cell at once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Totals {
    pub(crate) columns: [usize; COLUMNS],
    pub(crate) scored: usize,
    pub(crate) sum: f64,
}

impl Totals {
    pub(crate) fn mean(&self) -> Option<f64> {
        (self.scored > 0).then(|| self.sum / figure(self.scored))
    }
}

impl<'p> Cell<'p> {
    pub(super) fn new(panel: &'p Panel, number: i32, events: Range<usize>) -> Self {
        Self {
            panel,
            number,
            start: events.start,
            end: events.end,
        }
    }

    /// Which period it is of.
    pub fn stretch(self) -> Stretch {
        Stretch::numbered(self.panel.period, self.number)
    }

    /// How many events.
    pub fn count(self) -> usize {
        self.end - self.start
    }

    /// Whether there is no event in it.
    pub fn is_zero(self) -> bool {
        self.count() == 0
    }

    /// The events themselves, as [evidence](crate::View::evidence): in order of their days, and
    /// on one day of recording. Those of which only the period is known come first.
    pub fn events(self) -> &'p [EventId] {
        let events = self.panel.events.get(self.start..self.end);
        events.unwrap_or_default()
    }

    /// How many events of a kind. Coded events are of one only if their reader says so.
    pub fn kind(self, kind: Kind) -> usize {
        self.column(kind_column(kind))
    }

    /// How many events of a PLOVER class.
    pub fn class(self, class: Class) -> usize {
        self.column(class_column(class))
    }

    /// How many events of a quad class, in the [reading](Panel::reading) of the panel.
    pub fn quad(self, quad: Quad) -> usize {
        self.column(quad_column(quad))
    }

    /// How many events the [scale](Panel::scale) of the panel has a score for.
    pub fn scored(self) -> usize {
        self.totals().scored
    }

    /// The sum of their scores, 0 if there are none.
    pub fn sum(self) -> f64 {
        self.totals().sum
    }

    /// Their mean score; `None` if there are none, which is not 0, a score between
    /// cooperation and conflict.
    pub fn mean(self) -> Option<f64> {
        self.totals().mean()
    }

    /// How many events the view has in the period, if that was
    /// [asked for](super::PanelBuilder::per_thousand).
    pub fn volume(self) -> Option<usize> {
        self.panel.volume(self.stretch())
    }

    /// How many of the cell's events there are to a thousand of the period; `None` if
    /// that was not asked for, or there is none in the period.
    pub fn per_thousand(self) -> Option<f64> {
        let volume = self.volume().filter(|volume| *volume > 0)?;
        Some(figure(self.count()) * 1_000.0 / figure(volume))
    }

    pub(super) fn panel(self) -> &'p Panel {
        self.panel
    }

    /// In one go through the events, in order of their days and of recording.
    pub(crate) fn totals(self) -> Totals {
        let mut totals = Totals {
            columns: [0; COLUMNS],
            scored: 0,
            sum: 0.0,
        };
        for sort in self.sorts() {
            for column in sort.columns.into_iter().flatten() {
                if let Some(many) = totals.columns.get_mut(column) {
                    *many += 1;
                }
            }
            if let Some(score) = sort.score {
                totals.scored += 1;
                totals.sum += score;
            }
        }
        totals
    }

    fn column(self, column: usize) -> usize {
        let counts = |sort: &&Sort| sort.columns.contains(&Some(column));
        self.sorts().filter(counts).count()
    }

    fn sorts(self) -> impl Iterator<Item = &'p Sort> {
        let numbers = self.panel.sorted.get(self.start..self.end);
        let numbers = numbers.unwrap_or_default().iter();
        numbers.filter_map(|&number| self.panel.sorts.get(number as usize))
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a graph holds fewer than 2³² events"
)]
fn figure(many: usize) -> f64 {
    many as f64
}

impl Evident for Cell<'_> {
    fn events(&self) -> &[EventId] {
        (*self).events()
    }
}

/// The same period, counts and evidence, be they of one panel or of two.
impl PartialEq for Cell<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.stretch() == other.stretch()
            && self.events() == other.events()
            && self.totals() == other.totals()
    }
}

impl fmt::Debug for Cell<'_> {
    /// Without the panel around it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cell")
            .field("stretch", &self.stretch())
            .field("events", &self.events())
            .finish_non_exhaustive()
    }
}

impl fmt::Display for Cell<'_> {
    /// "2014-03: 3 events, +2.5 on the Goldstein scale (2 of 3 events)".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (stretch, count, totals) = (self.stretch(), self.count(), self.totals());
        let events = if count == 1 { "event" } else { "events" };
        write!(f, "{stretch}: {count} {events}")?;
        if totals.scored == 0 {
            return Ok(());
        }
        let (sum, scored, scale) = (totals.sum, totals.scored, self.panel.scale);
        write!(
            f,
            ", {sum:+.1} on the {scale} scale ({scored} of {count} {events})"
        )
    }
}
