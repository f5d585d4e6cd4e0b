//! The steps that may be taken, and what each costs.

use super::cost::Pricing;
use super::{Hop, Toll};
use crate::Result;
use crate::query::Network;
use crate::query::network::{Arc, Edge, Gate, Pair};

/// What paths are searched on: actors, and the steps between them. All events that lead
/// from one actor to another are one step.
#[derive(Clone, Debug)]
pub(super) struct Ground<'n, 'g> {
    network: &'n Network<'g>,
    gate: Gate,
    tolls: Tolls,
}

#[derive(Clone, Debug)]
enum Tolls {
    /// Each step costs one.
    Even,
    /// By number of pair: from the lower node to the higher, and back.
    Table(Vec<[Toll; 2]>),
}

impl<'n, 'g> Ground<'n, 'g> {
    /// O(1) if each step costs one; else each step is priced once, here: O(n + m).
    ///
    /// # Errors
    /// When a cost is none.
    pub(super) fn new(
        network: &'n Network<'g>,
        gate: Gate,
        pricing: Option<&Pricing<'_>>,
    ) -> Result<Self> {
        let mut ground = Self {
            network,
            gate,
            tolls: Tolls::Even,
        };
        if let Some(pricing) = pricing {
            ground.tolls = Tolls::Table(ground.priced(pricing)?);
        }
        Ok(ground)
    }

    fn priced(&self, pricing: &Pricing<'_>) -> Result<Vec<[Toll; 2]>> {
        let mut edges = Vec::new();
        let mut price = |pair: &Pair, from, to| {
            if from == to {
                return Ok(Toll::BARRED);
            }
            edges.clear();
            self.gather(pair, from, &mut edges);
            match Hop::new(self.network, from, to, &edges) {
                Some(hop) if !edges.is_empty() => pricing.toll(&hop, self.network),
                _ => Ok(Toll::BARRED),
            }
        };
        let pairs = self.network.pairs().all().iter();
        pairs
            .map(|pair| {
                let (one, other) = (pair.one, pair.other);
                Ok([price(pair, one, other)?, price(pair, other, one)?])
            })
            .collect()
    }

    pub(super) fn network(&self) -> &'n Network<'g> {
        self.network
    }

    /// How many nodes there are.
    pub(super) fn len(&self) -> usize {
        self.network.actor_count()
    }

    /// The pairs around a node, in the order of the nodes at their other ends.
    pub(super) fn around(&self, node: u32) -> &'n [Arc] {
        self.network.pairs().around(node)
    }

    /// What it costs to step along an arc of [`around`](Self::around) from the node that
    /// it is around; `None` if one may not.
    pub(super) fn ahead(&self, from: u32, arc: Arc) -> Option<Toll> {
        (!self.gate.avoids(arc.to)).then_some(())?;
        self.toll(from, arc.to, arc.edge)
    }

    /// What it costs to step against an arc, to the node that it is around; `None` if one
    /// may not.
    pub(super) fn behind(&self, to: u32, arc: Arc) -> Option<Toll> {
        (!self.gate.avoids(arc.to)).then_some(())?;
        self.toll(arc.to, to, arc.edge)
    }

    /// What a step between two neighbours costs.
    pub(super) fn between(&self, from: u32, to: u32) -> Option<Toll> {
        let around = self.around(from);
        let at = around.binary_search_by_key(&to, |arc| arc.to).ok()?;
        self.toll(from, to, around.get(at)?.edge)
    }

    fn toll(&self, from: u32, to: u32, pair: u32) -> Option<Toll> {
        if from == to {
            return None;
        }
        match &self.tolls {
            Tolls::Even => self.opens(pair, from).then_some(Toll::ONE),
            Tolls::Table(table) => {
                let [up, down] = *table.get(pair as usize)?;
                let toll = if from < to { up } else { down };
                (!toll.is_barred()).then_some(toll)
            }
        }
    }

    /// No step costs less.
    pub(super) fn least(&self) -> Toll {
        match self.tolls {
            Tolls::Even => Toll::ONE,
            Tolls::Table(_) => Toll::NOTHING,
        }
    }

    /// Whether each step costs one, so that costs count steps.
    pub(super) fn is_even(&self) -> bool {
        matches!(self.tolls, Tolls::Even)
    }

    /// Whether a node may be stood on at all.
    pub(super) fn avoids(&self, node: u32) -> bool {
        self.gate.avoids(node)
    }

    /// Whether any edge of a pair may be taken from a node.
    fn opens(&self, pair: u32, from: u32) -> bool {
        let pairs = self.network.pairs();
        pairs.get(pair).is_some_and(|pair| {
            let mut edges = pairs.edges(pair).iter();
            edges.any(|&edge| self.open(edge, from).is_some())
        })
    }

    fn open(&self, number: u32, from: u32) -> Option<Edge> {
        let edge = *self.network.edges().get(number as usize)?;
        self.gate.opens(self.network, edge, from).then_some(edge)
    }

    /// The edges from one node to another, in order of time, the best of each event.
    pub(super) fn edges(&self, from: u32, to: u32) -> Vec<Edge> {
        let mut edges = Vec::new();
        if let Some(pair) = self.network.pairs().between(from, to) {
            self.gather(pair, from, &mut edges);
        }
        edges
    }

    fn gather(&self, pair: &Pair, from: u32, into: &mut Vec<Edge>) {
        let numbers = self.network.pairs().edges(pair).iter();
        for edge in numbers.filter_map(|&number| self.open(number, from)) {
            match into.last_mut() {
                Some(last) if last.event == edge.event => {
                    if edge.certainty > last.certainty {
                        *last = edge;
                    }
                }
                _ => into.push(edge),
            }
        }
    }
}
