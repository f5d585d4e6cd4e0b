//! What was read, by line and by id.

use std::collections::HashMap;

use super::record::{FtmEntity, FtmOp};
use super::schema::Schema;

/// An entity of which only what is made use of was kept.
pub(super) type Row = FtmEntity<'static>;

/// All that was read, in order.
#[derive(Debug, Default)]
#[expect(unnameable_types, reason = "it belongs to what seals `Format`")]
pub struct Gathered {
    pub(super) rows: Vec<Row>,
}

impl Gathered {
    pub(super) fn take(&mut self, entity: &FtmEntity<'_>) {
        let schema = Schema::named(entity.schema());
        self.rows
            .push(entity.kept(|property| schema.keeps(property)));
    }

    /// Whether any line is one of a delta stream.
    pub(super) fn is_delta(&self) -> bool {
        self.rows.iter().any(|row| row.op.is_some())
    }

    /// Makes one of the lines of a plain file that have one id, in order of ids, so that
    /// the order of the lines does not matter. Gives how many there were more.
    pub(super) fn merge(&mut self) -> u64 {
        let before = self.rows.len();
        let mut by_id: HashMap<String, Row> = HashMap::with_capacity(before);
        for row in self.rows.drain(..) {
            match by_id.get_mut(row.id.as_ref()) {
                Some(known) => known.absorb(row),
                None => {
                    by_id.insert(row.id.to_string(), row);
                }
            }
        }
        self.rows = by_id.into_values().collect();
        for row in &mut self.rows {
            row.sort();
        }
        self.rows
            .sort_unstable_by(|one, other| one.id.cmp(&other.id));
        before.saturating_sub(self.rows.len()) as u64
    }
}

/// Rows by the ids by which others refer to them.
#[derive(Debug)]
pub(super) struct Index<'d> {
    by_id: HashMap<&'d str, &'d Row>,
    by_referent: HashMap<&'d str, &'d Row>,
}

impl<'d> Index<'d> {
    /// Of several rows of one id the last one that says what it is.
    pub(super) fn of(rows: &'d [Row]) -> Self {
        let mut index = Self {
            by_id: HashMap::with_capacity(rows.len()),
            by_referent: HashMap::new(),
        };
        for row in rows.iter().filter(|row| row.op != Some(FtmOp::Delete)) {
            index.by_id.insert(row.id.as_ref(), row);
            for referent in &row.referents {
                index.by_referent.entry(referent.as_ref()).or_insert(row);
            }
        }
        index
    }

    /// The row of an id; or the one that has taken up what had the id.
    pub(super) fn get(&self, id: &str) -> Option<&'d Row> {
        let own = self.by_id.get(id);
        own.or_else(|| self.by_referent.get(id)).copied()
    }

    /// Whether a row has this very id.
    pub(super) fn has(&self, id: &str) -> bool {
        self.by_id.contains_key(id)
    }
}
