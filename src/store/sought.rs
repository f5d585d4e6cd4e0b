//! Events that are sought by what many of them have in common.

use super::brief::{Shape, ShapeNumber};
use super::events::Events;
use super::held::Held;
use super::scope::Scope;
use crate::model::codes::CameoCode;

impl Events {
    /// The indices of all events that may fall in the days given (both included) and may be
    /// of a shape that is wanted, ascending, each once: of what is kept whole, all.
    ///
    /// O(n) in the events in columns of these days, at two bytes each.
    pub(crate) fn of_shapes(&self, wanted: impl Fn(&Shape) -> bool, days: (i32, i32)) -> Vec<u32> {
        let wanted: Vec<bool> = self.shapes().map(wanted).collect();
        let mut found: Vec<u32> = self.whole().collect();
        self.events
            .visit_shapes(&wanted, days, |event| found.push(event));
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The indices of all events that are kept whole, in no particular order.
    pub(crate) fn whole(&self) -> impl Iterator<Item = u32> {
        self.events.whole.iter().map(|whole| whole.index)
    }

    /// Whether an account of an event in columns gives it a code of this text.
    pub(crate) fn is_told_as(&self, code: &str) -> bool {
        let mut told = self.events.briefs.codes.iter();
        told.any(|told: &CameoCode| told.as_str() == code)
    }
}

impl Held {
    /// The events in columns, and the newest that are brief, of the shapes that are wanted,
    /// by number; in no particular order.
    fn visit_shapes(&self, wanted: &[bool], (from, to): (i32, i32), mut visit: impl FnMut(u32)) {
        let is_wanted = |shape: ShapeNumber| wanted.get(usize::from(shape)) == Some(&true);
        for segment in &self.segments {
            for position in segment.positions(Scope::All, (from, to)) {
                let shape = segment.shapes.get(position as usize);
                if shape.is_some_and(|&shape| is_wanted(shape)) {
                    visit(segment.event(position));
                }
            }
        }
        for (index, row) in (self.growing.base()..).zip(self.growing.rows()) {
            let (earliest, latest) = row.when.days();
            if is_wanted(row.shape) && earliest <= to && latest >= from {
                visit(index);
            }
        }
    }
}
