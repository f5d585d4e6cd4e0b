//! The frame by shape: how the common sort of event is judged without a look at it.

use std::sync::OnceLock;

use super::View;
use super::judge::{Hit, Judge};
use crate::graph::{Event, Graph};
use crate::model::Modality;
use crate::store::{Shape, ShapeNumber, Stored};
use crate::time::Certainty;

/// How certainly an event is in the frame by its shape alone, if it is dated by a day
/// and nothing more, and lies in the window.
///
/// It decides what the whole of the [`Judge`] would, on events in columns, of a graph
/// in which all of these are asserted by all their accounts and no event is linked to
/// another; and for frames that ask for time, sorts and modality, but not for who, where,
/// about what or on whose word, with a window of whole days.
///
/// The table of all shapes is made for questions that go through many events; single ones
/// are judged by their shape as it is.
#[derive(Clone, Debug)]
pub(super) struct Sieve {
    by_shape: OnceLock<Vec<Certainty>>,
    days: (i32, i32),
}

impl Sieve {
    /// `None` if frame or graph are not that simple. O(1).
    pub(super) fn of(judge: &Judge, graph: &Graph) -> Option<Self> {
        (judge.is_by_shape() && graph.events.is_plain()).then(|| Self {
            by_shape: OnceLock::new(),
            days: judge.days(),
        })
    }

    /// How certainly events of each shape are in the frame, by number, that are dated by a
    /// day of the window. O(s) in the shapes of the graph, once.
    pub(super) fn table(&self, judge: &Judge, graph: &Graph) -> &[Certainty] {
        self.by_shape.get_or_init(|| {
            let shapes = graph.events.shapes();
            shapes.map(|shape| certainty(judge, shape)).collect()
        })
    }

    /// The first and the last day of the window, by number.
    pub(super) fn days(&self) -> (i32, i32) {
        self.days
    }

    /// How many events the view, of which this is the sieve, shows.
    pub(super) fn count(&self, view: &View<'_>) -> usize {
        let sifted = view.graph().events.sift(self.days);
        let by_shape = self.table(view.judge(), view.graph());
        let table: Vec<bool> = by_shape.iter().map(|one| !one.is_never()).collect();
        let holds_all = table.iter().all(|holds| *holds);
        let holds = |shape: &ShapeNumber| table.get(usize::from(*shape)) == Some(&true);
        let in_columns = sifted
            .stretches
            .iter()
            .map(|stretch| match stretch.shapes() {
                shapes if holds_all => shapes.len(),
                shapes => shapes.iter().filter(|shape| holds(shape)).count(),
            });
        let mut count: usize = in_columns.sum();
        for one in &sifted.apart {
            if one.seen.is_some_and(|(_, shape)| holds(&shape)) {
                count = count.saturating_sub(1);
            }
            if view.hit_at(one.index).is_some() {
                count = count.saturating_add(1);
            }
        }
        count
    }

    /// How the event is judged by its shape alone.
    pub(super) fn judged<'g>(&self, judge: &Judge, event: Event<'g>) -> Judged<'g> {
        let Stored::Brief(brief) = event.stored else {
            return Judged::NotYet;
        };
        let Some(day) = brief.bare_day() else {
            return Judged::NotYet;
        };
        let (from, to) = self.days;
        if day < from || day > to {
            return Judged::Out;
        }
        let certainty = match self.by_shape.get() {
            Some(table) => known(table, brief.shape_number()),
            None => certainty(judge, brief.shape()),
        };
        if certainty.is_never() {
            return Judged::Out;
        }
        let when = brief.when();
        Judged::In(Hit {
            event,
            certainty,
            when,
        })
    }
}

/// What a table says of a shape.
pub(super) fn known(table: &[Certainty], shape: ShapeNumber) -> Certainty {
    let known = table.get(usize::from(shape));
    known.copied().unwrap_or(Certainty::Never)
}

/// How a sieve judges an event.
#[derive(Debug)]
pub(super) enum Judged<'g> {
    In(Hit<'g>),
    Out,
    /// It takes a look at the event itself.
    NotYet,
}

/// How certainly events of a shape are in the frame, that are dated by a day of the window.
pub(super) fn certainty(judge: &Judge, shape: &Shape) -> Certainty {
    let fits = match judge.modalities() {
        Some(any) => any.contains(&shape.modality),
        None => shape.modality == Modality::Actual,
    };
    if !fits || !judge.fits_classification(shape.classification) {
        return Certainty::Never;
    }
    // Only a window asks when it was.
    let certainty = match judge.window() {
        Some(window) if !window.is_all() => shape.basis.cap(Certainty::Certain),
        _ => Certainty::Certain,
    };
    if judge.suffices(certainty) {
        certainty
    } else {
        Certainty::Never
    }
}
