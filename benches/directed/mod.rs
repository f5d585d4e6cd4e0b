//! What a Rust user would take otherwise: a graph of petgraph's, with events as the weights
//! of its edges, and a loop for each question.

use std::collections::HashMap;

use jiff::civil::Date;
use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use crate::world::Row;

/// What happened on which day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Deed {
    pub(crate) day: Date,
    pub(crate) code: &'static str,
}

impl Deed {
    fn is_talk(self) -> bool {
        self.code.starts_with("04")
    }

    /// Whether word passes both ways: in talks, and where two sign an agreement.
    fn passes_back(self) -> bool {
        self.is_talk() || self.code == "057"
    }
}

/// Actors by number, and the events between them in order of time.
#[derive(Clone)]
pub(crate) struct Directed(DiGraph<(), Deed>);

impl Directed {
    pub(crate) fn new(rows: &[Row], actors: usize) -> Self {
        let mut graph = DiGraph::with_capacity(actors, rows.len());
        for _ in 0..actors {
            graph.add_node(());
        }
        let mut directed = Self(graph);
        for &row in rows {
            directed.record(row);
        }
        directed
    }

    pub(crate) fn record(&mut self, row: Row) {
        let (day, code) = (row.day, row.code);
        let (from, to) = (NodeIndex::new(row.source), NodeIndex::new(row.target));
        self.0.add_edge(from, to, Deed { day, code });
    }

    /// How many events there were from one day to another.
    pub(crate) fn count(&self, first: Date, last: Date) -> usize {
        let deeds = self.0.edge_weights();
        deeds
            .filter(|deed| (first..=last).contains(&deed.day))
            .count()
    }

    /// With whom an actor talked, and how often.
    pub(crate) fn talks(&self, actor: usize, first: Date, last: Date) -> HashMap<usize, usize> {
        let mut partners = HashMap::new();
        for direction in [Direction::Outgoing, Direction::Incoming] {
            for edge in self.0.edges_directed(NodeIndex::new(actor), direction) {
                let deed = edge.weight();
                if deed.is_talk() && (first..=last).contains(&deed.day) {
                    let partner = match direction {
                        Direction::Outgoing => edge.target(),
                        Direction::Incoming => edge.source(),
                    };
                    *partners.entry(partner.index()).or_default() += 1;
                }
            }
        }
        partners
    }

    /// The first event between two, whoever acted.
    pub(crate) fn first(&self, one: usize, other: usize) -> Option<Deed> {
        let (one, other) = (NodeIndex::new(one), NodeIndex::new(other));
        let there = self.0.edges_connecting(one, other);
        let back = self.0.edges_connecting(other, one);
        there
            .chain(back)
            .min_by_key(|edge| (edge.weight().day, edge.id()))
            .map(|edge| *edge.weight())
    }

    /// How many events of a code there were in a month.
    pub(crate) fn by_code_and_month(&self) -> HashMap<(i16, i8, &'static str), usize> {
        let mut counts = HashMap::new();
        for &Deed { day, code } in self.0.edge_weights() {
            *counts.entry((day.year(), day.month(), code)).or_default() += 1;
        }
        counts
    }

    /// On which day word reaches each actor; it is passed on from the next day on. One look
    /// at each event is enough, as they were added in order of time.
    pub(crate) fn arrivals(&self, from: usize, first: Date, last: Date) -> Vec<Option<Date>> {
        let mut reached = vec![Date::MAX; self.0.node_count()];
        reached[from] = Date::MIN;
        for edge in self.0.edge_references() {
            let deed = edge.weight();
            if !(first..=last).contains(&deed.day) {
                continue;
            }
            let (source, target) = (edge.source().index(), edge.target().index());
            if reached[source] < deed.day && deed.day < reached[target] {
                reached[target] = deed.day;
            } else if deed.passes_back() && reached[target] < deed.day && deed.day < reached[source]
            {
                reached[source] = deed.day;
            }
        }
        let is_reached = |day: &Date| ![Date::MIN, Date::MAX].contains(day);
        reached
            .into_iter()
            .map(|day| Some(day).filter(is_reached))
            .collect()
    }
}
