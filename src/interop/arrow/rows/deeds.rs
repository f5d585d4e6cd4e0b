//! Rows of what events make of two actors.

use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;

use super::column::{Actors, Texts};
use super::pair::Bounds;
use super::{Rows, batch, number_of, numbers, truths};
use crate::Result;
use crate::interop::arrow::{Table, Tables};
use crate::query::{Deed, Shown};

#[derive(Debug)]
pub(crate) struct DeedRows {
    schema: SchemaRef,
    event: Vec<u32>,
    from: Actors,
    deed: Texts,
    to: Actors,
    bounds: Bounds,
    counted: Vec<bool>,
}

impl DeedRows {
    pub(crate) fn of(tables: &Tables<'_>) -> Self {
        Self {
            schema: Table::Deeds.schema(),
            event: Vec::new(),
            from: Actors::of(&tables.keys),
            deed: Texts::default(),
            to: Actors::of(&tables.keys),
            bounds: Bounds::default(),
            counted: Vec::new(),
        }
    }

    /// Adds all of an event; how many there are.
    pub(crate) fn push<'g>(&mut self, tables: &Tables<'g>, shown: &Shown<'g>) -> usize {
        let deeds = tables.showing.deeds(shown);
        for &(from, deed, to) in &deeds {
            self.event.push(number_of(shown.event));
            self.from.push(Some(from));
            self.deed.push(Some(name(deed)));
            self.to.push(Some(to));
            self.bounds
                .push(shown.when.first_day(), shown.when.last_day());
            self.counted.push(shown.counts);
        }
        deeds.len()
    }
}

fn name(deed: Deed) -> &'static str {
    match deed {
        Deed::Talked => "talked",
        Deed::Visited => "visited",
        Deed::Accused => "accused",
        Deed::Sanctioned => "sanctioned",
        Deed::Acted => "acted",
    }
}

impl Rows for DeedRows {
    fn len(&self) -> usize {
        self.event.len()
    }

    fn bytes(&self) -> usize {
        0
    }

    fn finish(&mut self) -> Result<RecordBatch> {
        let [earliest, latest] = self.bounds.finish();
        let columns = vec![
            numbers(&mut self.event),
            self.from.finish()?,
            self.deed.finish()?,
            self.to.finish()?,
            earliest,
            latest,
            truths(&mut self.counted),
        ];
        batch(&self.schema, columns)
    }
}
