//! Segments: a part for each column.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use super::manifest::{Part, Segment as Entry};
use super::note::{Note, Written};
use super::opening::{Fault, Opening};
use super::saving::Saving;
use crate::store::brief::Tellings;
use crate::store::column::{Column, Fixed};
use crate::store::columns::{ByActor, ByDyad, Days, Order, Segment, Starts};

/// Where the columns of a segment were written, by name.
pub(crate) type Saved = Arc<BTreeMap<String, Written>>;

impl Saving<'_> {
    /// A segment, whose columns are written unless they were before.
    pub(super) fn segment(&mut self, segment: &Segment) -> io::Result<Entry> {
        let columns = match self.held_columns(&segment.saved) {
            Some(columns) => columns,
            None => self.columns(segment)?,
        };
        Ok(Entry {
            base: segment.base,
            // Fewer than 2³² events are ever recorded.
            events: u32::try_from(segment.len()).unwrap_or(u32::MAX),
            dated: segment.days.dated(),
            accounts_each: match segment.starts {
                Starts::Alike { each, .. } => Some(each),
                Starts::Any(_) => None,
            },
            columns,
        })
    }

    fn held_columns(&self, note: &Note<Saved>) -> Option<BTreeMap<String, Part>> {
        let saved = note.get()?;
        let held =
            |(name, written): (&String, &Written)| Some((name.clone(), self.held(*written)?));
        saved.iter().map(held).collect()
    }

    fn columns(&mut self, segment: &Segment) -> io::Result<BTreeMap<String, Part>> {
        let (mut parts, mut written) = (BTreeMap::new(), BTreeMap::new());
        for (name, column) in segment.columns() {
            if !column.is_empty() {
                let (part, place) = self.put(&column.to_file())?;
                parts.insert(name.to_owned(), part);
                written.insert(name.to_owned(), place);
            }
        }
        segment.saved.set(Arc::new(written));
        Ok(parts)
    }
}

impl Opening {
    /// A segment as it lies in its packs. Its days are checked; its other columns are read
    /// when they are asked for.
    pub(super) fn segment(&self, entry: &Entry) -> Result<Segment, Fault> {
        let columns = Found {
            opening: self,
            entry,
        };
        let days = Days {
            days: columns.checked("days")?,
            starts: columns.checked("days.starts")?,
            dated: entry.dated,
        };
        let order = match entry.columns.get("order.slots") {
            None => Order::AsRecorded(entry.events),
            Some(_) => Order::Sorted {
                slots: columns.column("order.slots")?,
                numbers: columns.column("order.numbers")?,
            },
        };
        let starts = match entry.accounts_each {
            None => Starts::Any(columns.column("accounts.starts")?),
            Some(each) => Starts::Alike {
                events: entry.events,
                each,
            },
        };
        let mut written = BTreeMap::new();
        for (name, &part) in &entry.columns {
            written.insert(name.clone(), self.part(part)?.written);
        }
        let segment = Segment {
            base: entry.base,
            order,
            days,
            shapes: columns.column("shapes")?,
            firsts: columns.column("firsts")?,
            seconds: columns.column("seconds")?,
            clocks: columns.column("clocks")?,
            by_actor: ByActor {
                keys: columns.column("actors")?,
                starts: columns.column("actors.starts")?,
                positions: columns.column("actors.positions")?,
            },
            by_dyad: ByDyad {
                keys: columns.column("dyads")?,
                starts: columns.column("dyads.starts")?,
                positions: columns.column("dyads.positions")?,
                fences: columns.column("dyads.fences")?,
            },
            starts,
            tellings: Tellings {
                attribution: columns.column("accounts.attributions")?,
                stated: columns.column("accounts.stated")?,
                recorded: columns.column("accounts.recorded")?,
                extras: columns.column("accounts.extras")?,
            },
            saved: Note::of(Arc::new(written)),
        };
        let fits = segment.fits().and_then(|()| {
            let is_as_told = segment.len() == entry.events as usize;
            is_as_told
                .then_some(())
                .ok_or_else(|| "not as many events as it says".into())
        });
        fits.map_err(|what| self.fault(format!("the segment of event {}: {what}", entry.base)))?;
        Ok(segment)
    }
}

/// The columns of a segment by name.
struct Found<'o> {
    opening: &'o Opening,
    entry: &'o Entry,
}

impl Found<'_> {
    /// A column as it lies there; empty if it is not told of.
    fn column<T: Fixed>(&self, name: &str) -> Result<Column<T>, Fault> {
        let Some(part) = self.entry.columns.get(name) else {
            return Ok(Column::default());
        };
        Ok(Column::of_file(self.opening.part(*part)?.mapped))
    }

    /// The same, checked.
    fn checked<T: Fixed>(&self, name: &str) -> Result<Column<T>, Fault> {
        let Some(part) = self.entry.columns.get(name) else {
            return Ok(Column::default());
        };
        Ok(Column::of_file(self.opening.checked(*part)?.mapped))
    }
}
