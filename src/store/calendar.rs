//! Which events may fall in which days.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::layer::{Entry, Layer};
use super::scope::Scope;
use super::tiers::{self, NEWEST};

/// An immutable stretch of the index: one layer for each class of widths.
#[derive(Clone, Debug)]
struct Run {
    len: usize,
    layers: Vec<Layer>,
}

impl Run {
    fn build(entries: Vec<Entry>, actors: &impl Fn(u32, &mut Vec<u32>)) -> Self {
        let len = entries.len();
        let mut by_width: BTreeMap<u32, Vec<Entry>> = BTreeMap::new();
        for entry in entries {
            by_width.entry(entry.width_class()).or_default().push(entry);
        }
        Self {
            len,
            layers: by_width
                .into_values()
                .map(|entries| Layer::build(entries, actors))
                .collect(),
        }
    }

    fn merge(runs: &[Arc<Self>]) -> Self {
        let mut by_width: BTreeMap<u32, Vec<&Layer>> = BTreeMap::new();
        for layer in runs.iter().flat_map(|run| &run.layers) {
            by_width.entry(layer.width_class()).or_default().push(layer);
        }
        Self {
            len: runs.iter().map(|run| run.len).sum(),
            layers: by_width
                .into_values()
                .map(|layers| Layer::merge(&layers))
                .collect(),
        }
    }
}

/// The index of events by time, actor and dyad.
///
/// A list of `Arc`ed runs, each about four times as large as the next, and a
/// small unsorted head. Adding is amortised O(log n): an entry is sorted once, with
/// the head of at most 512, and then moved once for each merge of its run, of which
/// there are O(log n). A look costs
/// O(log² n + h) for the runs, layers and the head of at most 512, and then what
/// it finds. A clone copies O(log n) pointers; adding after a clone copies the
/// head.
#[derive(Clone, Debug, Default)]
pub(crate) struct Calendar {
    runs: Vec<Arc<Run>>,
    head: Arc<Vec<Entry>>,
}

impl Calendar {
    /// Files an event; `actors` tells who takes part in any event filed.
    pub(crate) fn add(&mut self, entry: Entry, actors: &impl Fn(u32, &mut Vec<u32>)) {
        let head = Arc::make_mut(&mut self.head);
        head.push(entry);
        if head.len() >= NEWEST {
            let entries = std::mem::take(head);
            self.runs.push(Arc::new(Run::build(entries, actors)));
            self.settle();
        }
    }

    /// Files many events at once, as a run of their own: sorted, and moved by merges
    /// as other runs are.
    pub(crate) fn extend(&mut self, entries: Vec<Entry>, actors: &impl Fn(u32, &mut Vec<u32>)) {
        if entries.len() < NEWEST {
            for entry in entries {
                self.add(entry, actors);
            }
        } else {
            self.runs.push(Arc::new(Run::build(entries, actors)));
            self.settle();
        }
    }

    /// Merges the last runs if there are too many of about one size.
    fn settle(&mut self) {
        let lens: Vec<usize> = self.runs.iter().map(|run| run.len).collect();
        let many = tiers::to_merge(&lens, tiers::MOST_MERGED);
        if many > 1 {
            let merged = self.runs.split_off(self.runs.len().saturating_sub(many));
            self.runs.push(Arc::new(Run::merge(&merged)));
        }
    }

    /// Makes one run of all.
    pub(crate) fn compact(&mut self) {
        if self.runs.len() > 1 {
            let all = std::mem::take(&mut self.runs);
            self.runs.push(Arc::new(Run::merge(&all)));
        }
    }

    /// All that is filed, in no particular order.
    pub(crate) fn entries(&self) -> impl Iterator<Item = Entry> {
        let layers = self.runs.iter().flat_map(|run| &run.layers);
        layers
            .flat_map(Layer::entries)
            .chain(self.head.iter())
            .copied()
    }

    pub(crate) fn bytes(&self) -> usize {
        let layers = self.runs.iter().flat_map(|run| &run.layers);
        let head = self.head.capacity().saturating_mul(size_of::<Entry>());
        layers.fold(head, |sum, layer| sum.saturating_add(layer.bytes()))
    }

    /// Passes on every entry in the scope that may fall in the days given, in no
    /// particular order.
    pub(crate) fn visit(
        &self,
        scope: Scope,
        (from, to): (i32, i32),
        actors: &impl Fn(u32, &mut Vec<u32>),
        mut visit: impl FnMut(Entry),
    ) {
        for layer in self.runs.iter().flat_map(|run| &run.layers) {
            layer.visit(scope, from, to, &mut visit);
        }
        let mut who = Vec::new();
        for &entry in self.head.iter().filter(|entry| entry.meets(from, to)) {
            if scope != Scope::All {
                actors(entry.event, &mut who);
            }
            if scope == Scope::All || scope.holds(&who) {
                visit(entry);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn filed() -> impl Strategy<Value = Vec<(Entry, Vec<u32>)>> {
        let day = -40..40_i32;
        let bounds = prop_oneof![
            6 => day.clone().prop_map(|day| (day, day)),
            3 => (day.clone(), 0..30_i32).prop_map(|(day, width)| (day, day + width)),
            1 => day.clone().prop_map(|day| (i32::MIN, day)),
            1 => day.prop_map(|day| (day, i32::MAX)),
            1 => Just((i32::MIN, i32::MAX)),
        ];
        let who = prop::collection::btree_set(0..6_u32, 1..4);
        prop::collection::vec((bounds, who), 0..3000).prop_map(|filed| {
            (0..)
                .zip(filed)
                .map(|(event, ((earliest, latest), who))| {
                    let entry = Entry {
                        earliest,
                        latest,
                        event,
                    };
                    (entry, who.into_iter().collect())
                })
                .collect()
        })
    }

    fn scope() -> impl Strategy<Value = Scope> {
        prop_oneof![
            Just(Scope::All),
            (0..6_u32).prop_map(Scope::Actor),
            (0..6_u32, 0..6_u32)
                .prop_filter("two", |(one, other)| one != other)
                .prop_map(|(one, other)| Scope::Dyad(one, other)),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn finds_what_a_loop_finds(
            filed in filed(),
            looks in prop::collection::vec((scope(), -50..50_i32, 0..40_i32), 1..8),
            snapshot_at in 0..3000_usize,
            at_once in 0..3000_usize,
        ) {
            let actors = |event: u32, who: &mut Vec<u32>| who.clone_from(&filed[event as usize].1);
            let mut calendar = Calendar::default();
            let mut snapshot = (calendar.clone(), 0);
            for (nth, (entry, _)) in filed.iter().enumerate() {
                calendar.add(*entry, &actors);
                if nth + 1 == snapshot_at {
                    snapshot = (calendar.clone(), snapshot_at);
                }
            }
            let (one_by_one, many) = filed.split_at(filed.len().saturating_sub(at_once));
            let mut extended = Calendar::default();
            for (entry, _) in one_by_one {
                extended.add(*entry, &actors);
            }
            extended.extend(many.iter().map(|(entry, _)| *entry).collect(), &actors);
            for (calendar, len) in [(calendar, filed.len()), (extended, filed.len()), snapshot] {
                for &(scope, from, length) in &looks {
                    let to = from + length;
                    let mut found = Vec::new();
                    calendar.visit(scope, (from, to), &actors, |entry| found.push(entry.event));
                    found.sort_unstable();
                    let expected: Vec<u32> = filed[..len]
                        .iter()
                        .filter(|(entry, who)| entry.meets(from, to) && scope.holds(who))
                        .map(|(entry, _)| entry.event)
                        .collect();
                    prop_assert_eq!(found, expected);
                }
            }
        }
    }
}
