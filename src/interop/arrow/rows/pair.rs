//! Columns that come in twos.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::Date32Builder;
use jiff::civil::Date;

use super::column::Actors;
use crate::Result;
use crate::interop::arrow::Tables;
use crate::model::ActorId;
use crate::store::day_number;

/// Actors as who stands for them today, and whom it was told of, if that is another.
#[derive(Debug)]
pub(super) struct Told {
    standing: Actors,
    recorded: Actors,
}

impl Told {
    pub(super) fn of(tables: &Tables<'_>) -> Self {
        Self {
            standing: Actors::of(&tables.keys),
            recorded: Actors::of(&tables.keys),
        }
    }

    pub(super) fn push(&mut self, tables: &Tables<'_>, actor: Option<ActorId>) {
        let standing = actor.map(|actor| tables.showing.graph().actors.standing_for(actor));
        self.standing.push(standing);
        self.recorded.push(actor.filter(|_| standing != actor));
    }

    pub(super) fn finish(&mut self) -> Result<[ArrayRef; 2]> {
        Ok([self.standing.finish()?, self.recorded.finish()?])
    }
}

/// The first and the last day on which something may have been, of which those are missing
/// that are open.
#[derive(Debug, Default)]
pub(super) struct Bounds {
    earliest: Date32Builder,
    latest: Date32Builder,
}

impl Bounds {
    pub(super) fn push(&mut self, first: Option<Date>, last: Option<Date>) {
        self.earliest.append_option(first.map(day_number));
        self.latest.append_option(last.map(day_number));
    }

    pub(super) fn finish(&mut self) -> [ArrayRef; 2] {
        [
            Arc::new(self.earliest.finish()),
            Arc::new(self.latest.finish()),
        ]
    }
}
