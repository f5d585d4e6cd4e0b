//! Events of about one width, in time order.

use super::postings::Postings;
use super::scope::Scope;

/// The days on which an event may have taken place, and which event it is.
///
/// Days are numbered from 1970-01-01; an event without a bound has the least or
/// greatest number on that side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Entry {
    pub(crate) earliest: i32,
    pub(crate) latest: i32,
    pub(crate) event: u32,
}

impl Entry {
    /// In how many binary digits the number of days is written by which the
    /// bounds are apart: the class of widths that the entry is kept with.
    pub(super) fn width_class(self) -> u32 {
        u64::BITS - self.width().leading_zeros()
    }

    fn width(self) -> u64 {
        i64::from(self.latest)
            .saturating_sub(i64::from(self.earliest))
            .unsigned_abs()
    }

    pub(crate) fn meets(self, from: i32, to: i32) -> bool {
        self.earliest <= to && self.latest >= from
    }
}

/// Events whose bounds are about equally far apart, sorted by the earlier one.
///
/// Whatever meets a window then begins at most `reach` days before it: a slice,
/// found by binary search, in which few are to be passed over, as `reach` is
/// less than twice any width of the class. Where all dates are exact, `reach` is
/// 0 and the slice is the answer.
#[derive(Clone, Debug)]
pub(crate) struct Layer {
    reach: u64,
    entries: Vec<Entry>,
    actors: Postings<u32>,
    dyads: Postings<(u32, u32)>,
}

impl Layer {
    /// Built in O(n log n) from entries in any order; `actors` tells who takes part in an event.
    pub(super) fn build(mut entries: Vec<Entry>, actors: &impl Fn(u32, &mut Vec<u32>)) -> Self {
        entries.sort_unstable();
        let mut of_actor = Vec::with_capacity(entries.len().saturating_mul(2));
        let mut of_dyad = Vec::with_capacity(entries.len());
        let mut who = Vec::new();
        for (position, entry) in (0..).zip(&entries) {
            actors(entry.event, &mut who);
            for (nth, &one) in who.iter().enumerate() {
                of_actor.push((one, position));
                for &other in who.iter().skip(nth + 1) {
                    of_dyad.push((pair(one, other), position));
                }
            }
        }
        Self {
            reach: entries.iter().map(|entry| entry.width()).max().unwrap_or(0),
            entries,
            actors: Postings::build(of_actor),
            dyads: Postings::build(of_dyad),
        }
    }

    /// Several of one class of widths as one, in O(n log r) for the n entries of r
    /// layers: each is in order, and the stable sort merges stretches in order.
    pub(super) fn merge(layers: &[&Self]) -> Self {
        let mut order: Vec<(Entry, usize, usize)> = layers
            .iter()
            .enumerate()
            .flat_map(|(nth, layer)| {
                let entries = layer.entries.iter().enumerate();
                entries.map(move |(at, entry)| (*entry, nth, at))
            })
            .collect();
        order.sort();
        let mut moved: Vec<Vec<u32>> = layers
            .iter()
            .map(|layer| vec![0; layer.entries.len()])
            .collect();
        for (position, &(_, nth, at)) in (0..).zip(&order) {
            if let Some(to) = moved.get_mut(nth).and_then(|layer| layer.get_mut(at)) {
                *to = position;
            }
        }
        let parts = || layers.iter().zip(moved.iter().map(Vec::as_slice));
        Self {
            reach: layers.iter().map(|layer| layer.reach).max().unwrap_or(0),
            entries: order.iter().map(|&(entry, _, _)| entry).collect(),
            actors: Postings::merge(parts().map(|(layer, moved)| (&layer.actors, moved))),
            dyads: Postings::merge(parts().map(|(layer, moved)| (&layer.dyads, moved))),
        }
    }

    /// The class of widths that its entries are of.
    pub(super) fn width_class(&self) -> u32 {
        self.entries.first().map_or(0, |entry| entry.width_class())
    }

    pub(super) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    pub(super) fn bytes(&self) -> usize {
        let entries = self.entries.capacity().saturating_mul(size_of::<Entry>());
        entries
            .saturating_add(self.actors.bytes())
            .saturating_add(self.dyads.bytes())
    }

    /// Passes on every entry within the scope that may fall in the days given.
    pub(super) fn visit(&self, scope: Scope, from: i32, to: i32, visit: &mut impl FnMut(Entry)) {
        // Bounds that do not exist are at the ends of the day numbers already.
        let reach = i64::try_from(self.reach).unwrap_or(i64::MAX);
        let begin = i64::from(from).saturating_sub(reach);
        let starts_before = |entry: &Entry| i64::from(entry.earliest) < begin;
        let starts_by = |entry: &Entry| entry.earliest <= to;
        let mut pass = |entry: &Entry| {
            if entry.latest >= from {
                visit(*entry);
            }
        };
        let positions = match scope {
            Scope::All => {
                let first = self.entries.partition_point(starts_before);
                let end = self.entries.partition_point(starts_by);
                self.entries
                    .get(first..end)
                    .unwrap_or_default()
                    .iter()
                    .for_each(pass);
                return;
            }
            Scope::Actor(actor) => self.actors.of(actor),
            // An actor can be in two roles; it makes no pair with itself.
            Scope::Dyad(one, other) if one == other => self.actors.of(one),
            Scope::Dyad(one, other) => self.dyads.of(pair(one, other)),
        };
        let entry = |position: &u32| self.entries.get(*position as usize);
        let first = positions.partition_point(|at| entry(at).is_some_and(starts_before));
        let end = positions.partition_point(|at| entry(at).is_some_and(starts_by));
        positions
            .get(first..end)
            .unwrap_or_default()
            .iter()
            .filter_map(entry)
            .for_each(&mut pass);
    }
}

/// The two in order.
fn pair(one: u32, other: u32) -> (u32, u32) {
    (one.min(other), one.max(other))
}
