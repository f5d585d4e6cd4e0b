//! From rows to ties and events, in their order.

use std::collections::HashSet;

use super::bonds::{self, Bond};
use super::cast::Cast;
use super::happenings;
use super::listings::{self, Listing};
use super::on_hand::OnHand;
use super::record::FtmOp;
use super::sanctions;
use super::schema::Schema;
use super::stream::{Gathered, Row};
use super::testimony::Testimony;
use crate::ingest::Report;
use crate::ingest::format::sealed::Common;
use crate::{Graph, Result};

/// Records all that was read.
pub(super) fn record(
    mut gathered: Gathered,
    common: &Common,
    graph: &mut Graph,
    report: &mut Report,
) -> Result<()> {
    let (actors, ties) = (graph.actor_count(), graph.tie_count());
    let is_delta = gathered.is_delta();
    if !is_delta {
        report.duplicates = gathered.merge();
    }
    let hand = is_delta.then(|| OnHand::of(graph, &common.data_set.name));
    let rows = &gathered.rows;
    let cast = Cast::of(rows, graph, report)?;
    let mut recording = Recording {
        cast,
        testimony: Testimony::new(common),
        common,
        hand,
        report,
    };
    recording.all(rows)?;
    recording.count(rows);
    report.actors = graph.actor_count().saturating_sub(actors) as u64;
    report.ties = graph.tie_count().saturating_sub(ties) as u64;
    Ok(())
}

struct Recording<'d, 'g, 'r> {
    cast: Cast<'d, 'g>,
    testimony: Testimony<'r>,
    common: &'r Common,
    /// In a delta stream.
    hand: Option<OnHand>,
    report: &'r mut Report,
}

impl<'d> Recording<'d, '_, '_> {
    /// Records new rows together, as they may be listings of one sanction, and what
    /// changes earlier ones in its turn.
    fn all(&mut self, rows: &'d [Row]) -> Result<()> {
        let mut new: Vec<&'d Row> = Vec::new();
        let mut ids: HashSet<&'d str> = HashSet::new();
        for row in rows {
            let is_on_hand = || self.hand.as_ref().is_some_and(|hand| hand.has(&row.id));
            let is_new = match row.op {
                Some(FtmOp::Modify | FtmOp::Delete) => false,
                Some(FtmOp::Add) | None => ids.insert(&row.id) && !is_on_hand(),
            };
            if is_new {
                new.push(row);
            } else {
                self.add(&std::mem::take(&mut new))?;
                self.change(row)?;
            }
        }
        self.add(&new)
    }

    fn add(&mut self, rows: &[&'d Row]) -> Result<()> {
        let mut listings = Vec::new();
        for row in rows {
            match Schema::named(row.schema()) {
                Schema::Sanction => {
                    let listing =
                        Listing::of(row, &mut self.cast, &mut self.testimony, self.report)?;
                    match listing {
                        Some(listing) => listings.push(listing),
                        None => self.pass_over(row),
                    }
                }
                Schema::Call | Schema::Trip | Schema::Event => self.happen(row)?,
                Schema::Link(_) => {
                    let bonds = bonds::bonds(row, &mut self.cast, self.report)?;
                    if bonds.is_empty() {
                        self.pass_over(row);
                    } else {
                        self.report.described += 1;
                    }
                    self.tie(row, bonds)?;
                }
                schema if schema.is_actor() => {
                    self.report.described += 1;
                    let bonds = bonds::bonds(row, &mut self.cast, self.report)?;
                    self.tie(row, bonds)?;
                }
                _ => {}
            }
        }
        self.sanction(listings)
    }

    fn sanction(&mut self, listings: Vec<Listing<'d>>) -> Result<()> {
        for sanction in listings::fold(listings, &self.common.folding) {
            let event =
                sanctions::record(&sanction, &mut self.cast, &mut self.testimony, self.report)?;
            if let (Some(hand), Some(event)) = (&mut self.hand, event) {
                for listing in &sanction {
                    hand.event(&listing.row.id, event);
                }
            }
        }
        Ok(())
    }

    fn happen(&mut self, row: &'d Row) -> Result<()> {
        let event = happenings::record(row, &mut self.cast, &mut self.testimony, self.report)?;
        match (event, &mut self.hand) {
            (None, _) => self.pass_over(row),
            (Some(event), Some(hand)) => hand.event(&row.id, event),
            (Some(_), None) => {}
        }
        Ok(())
    }

    fn tie(&mut self, row: &Row, bonds: Vec<Bond>) -> Result<()> {
        for bond in bonds {
            let tie = bonds::record(bond, row, &mut self.cast, &mut self.testimony)?;
            if let Some(hand) = &mut self.hand {
                hand.tie(&row.id, tie);
            }
        }
        Ok(())
    }

    /// Takes back what is no longer so, and records what is new.
    fn change(&mut self, row: &'d Row) -> Result<()> {
        let is_there = row.op != Some(FtmOp::Delete);
        let bonds = if is_there {
            bonds::bonds(row, &mut self.cast, self.report)?
        } else {
            Vec::new()
        };
        if let Some(hand) = &mut self.hand {
            let graph = &mut *self.cast.graph;
            self.report.retracted += hand.take_back(graph, row, &bonds, &self.testimony)?;
        }
        if !is_there {
            self.report.described += 1;
            return Ok(());
        }
        if bonds.is_empty() {
            return self.add(&[row]);
        }
        self.report.described += 1;
        let hand = self.hand.as_ref();
        let graph = &*self.cast.graph;
        let is_new = |bond: &Bond| !hand.is_some_and(|hand| hand.holds(graph, &row.id, bond));
        let new = bonds.into_iter().filter(is_new).collect();
        self.tie(row, new)
    }

    fn pass_over(&mut self, row: &Row) {
        let schema = row.schema().to_owned();
        *self.report.passed_over.entry(schema).or_default() += 1;
    }

    /// Counts what is neither an actor by its schema nor a tie or an event: as something
    /// described, if anything that is pointed to it.
    fn count(&mut self, rows: &[Row]) {
        for row in rows.iter().filter(|row| row.op != Some(FtmOp::Delete)) {
            let is_described = match Schema::named(row.schema()) {
                Schema::Other => self.cast.actor(row).is_some(),
                Schema::Position | Schema::Address => self.cast.used.contains(row.id.as_ref()),
                _ => continue,
            };
            if is_described {
                self.report.described += 1;
            } else {
                self.pass_over(row);
            }
        }
    }
}
