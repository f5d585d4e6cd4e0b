//! From tables to a graph.
//!
//! A row is made the item of a [document](crate::interop::json) that it stands for, without
//! being written, and read by the rules of documents, so that there is one place that has
//! them.

mod accounts;
mod actors;
mod columns;
mod events;
mod ties;
mod value;

use std::collections::HashMap;

use arrow_array::RecordBatch;

#[cfg(feature = "parquet")]
pub(crate) use columns::check;

use accounts::{Accounts, Owner};
use actors::Actors;
use columns::{Page, Texts, wrong};
use events::Events;
use ties::Ties;

use super::Table;
use crate::interop::json::Pieces;
use crate::model::LinkKind;
use crate::{Graph, Result};

/// Builds a graph of the batches of its tables: actors, ties, events and accounts.
pub(crate) fn graph<I>(batches: impl Fn(Table) -> Result<I>) -> Result<Graph>
where
    I: Iterator<Item = Result<RecordBatch>>,
{
    let mut reader = Reader::default();
    let mut accounts = Accounts::of(batches(Table::Accounts)?);
    each_page(Table::Actors, batches(Table::Actors)?, |page| {
        reader.actors(page)
    })?;
    each_page(Table::Ties, batches(Table::Ties)?, |page| {
        reader.ties(page, &mut accounts)
    })?;
    each_page(Table::Events, batches(Table::Events)?, |page| {
        reader.events(page, &mut accounts)
    })?;
    accounts.end()?;
    reader.finish()
}

fn each_page<I>(
    table: Table,
    batches: I,
    mut read: impl FnMut(Page<'_>) -> Result<()>,
) -> Result<()>
where
    I: Iterator<Item = Result<RecordBatch>>,
{
    let mut before = 0_u64;
    for batch in batches {
        let batch = batch?;
        read(Page::of(table, &batch, before)?)?;
        before = before.saturating_add(batch.num_rows() as u64);
    }
    Ok(())
}

/// What is read so far.
#[derive(Debug, Default)]
struct Reader {
    pieces: Pieces,
    /// The keys of who was merged into whom, to be made last.
    merges: Vec<(String, String)>,
    /// The numbers of the events, in the order in which they came.
    numbers: Vec<u32>,
    /// Links from an event by its place in that order to one by its number.
    links: Vec<(u32, LinkKind, u32)>,
}

impl Reader {
    fn actors(&mut self, page: Page<'_>) -> Result<()> {
        let actors = Actors::of(page)?;
        for row in page.rows() {
            let item = actors.item(row);
            let added = item.and_then(|item| self.pieces.actor(&item));
            added.map_err(|message| page.wrong(row, message))?;
            let merge = actors.merge(row);
            self.merges
                .extend(merge.map(|(one, into)| (one.to_owned(), into.to_owned())));
        }
        Ok(())
    }

    fn ties<I>(&mut self, page: Page<'_>, accounts: &mut Accounts<I>) -> Result<()>
    where
        I: Iterator<Item = Result<RecordBatch>>,
    {
        let ties = Ties::of(page)?;
        for row in page.rows() {
            let (number, count) = ties.number(row);
            let accounts = accounts.take(Owner::Tie(number), count)?;
            let item = ties.item(row, accounts);
            let added = item.and_then(|item| self.pieces.tie(&item));
            added.map_err(|message| page.wrong(row, message))?;
        }
        Ok(())
    }

    fn events<I>(&mut self, page: Page<'_>, accounts: &mut Accounts<I>) -> Result<()>
    where
        I: Iterator<Item = Result<RecordBatch>>,
    {
        let events = Events::of(page)?;
        for row in page.rows() {
            let (number, count) = events.number(row);
            let accounts = accounts.take(Owner::Event(number), count)?;
            let item = events.item(row, accounts);
            let added = item.and_then(|item| self.pieces.event(&item));
            added.map_err(|message| page.wrong(row, message))?;
            let from = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
            for link in events.links(row) {
                let (kind, to) = link.map_err(|message| page.wrong(row, message))?;
                self.links.push((from, kind, to));
            }
            self.numbers.push(number);
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Graph> {
        self.draw_links()?;
        self.merge_actors()?;
        Ok(self.pieces.into_graph())
    }

    fn draw_links(&mut self) -> Result<()> {
        if self.links.is_empty() {
            return Ok(());
        }
        // Those that are linked to alone, which are few.
        let mut linked: HashMap<u32, Option<u32>> =
            self.links.iter().map(|&(_, _, to)| (to, None)).collect();
        for (index, number) in (0..).zip(&self.numbers) {
            if let Some(known) = linked.get_mut(number)
                && known.replace(index).is_some()
            {
                let message = format_args!("two events of the number {number}");
                return Err(wrong(Table::Events, None, message));
            }
        }
        let graph = self.pieces.graph();
        for (from, kind, number) in std::mem::take(&mut self.links) {
            let fault = |message| wrong(Table::Events, Some(u64::from(from) + 1), message);
            let event = |index: u32| Some(graph.event_at(index)?.id());
            let to = linked.get(&number).copied().flatten().and_then(event);
            let (Some(from), Some(to)) = (event(from), to) else {
                return Err(fault(format!(
                    "a link to event {number}, which is not there"
                )));
            };
            let drawn = graph.link(from, kind, to);
            drawn.map_err(|error| fault(error.to_string()))?;
        }
        Ok(())
    }

    fn merge_actors(&mut self) -> Result<()> {
        let graph = self.pieces.graph();
        for (one, into) in std::mem::take(&mut self.merges) {
            let fault = |message| {
                let message = format!("{one:?} merged into {into:?}, {message}");
                wrong(Table::Actors, None, message)
            };
            let found = |key: &str| graph.actors.by_key(key);
            let (Some(actor), Some(kept)) = (found(&one), found(&into)) else {
                return Err(fault("which is not there"));
            };
            if !graph.actors.join(kept, actor) {
                return Err(fault("which is merged into it in its turn"));
            }
        }
        Ok(())
    }
}

/// Of whom a row tells: whom it was told of, if that is another than who stands for it.
fn told([standing, recorded]: [Texts<'_>; 2], row: usize) -> Option<&str> {
    recorded.get(row).or_else(|| standing.get(row))
}
