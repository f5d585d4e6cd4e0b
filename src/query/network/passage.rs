//! Which edges a path or a journey may take, and which way.

use super::{Edge, Network};
use crate::model::codes::Classification;
use crate::query::What;

/// Which way an edge may be taken.
///
/// ```
/// use demarche::{Accusation, Graph, Organization, State, query::Way};
///
/// let mut graph = Graph::new();
/// let union = graph.add(Organization::new("European Union"))?;
/// let russia = graph.add(State::new("Russia"))?;
/// graph.record(Accusation::by(union).against(russia))?;
///
/// let network = graph.view().network()?;
/// assert!(network.paths(russia, union)?.shortest()?.is_none());
/// assert!(network.paths(russia, union)?.taking(Way::Any).shortest()?.is_some());
/// # Ok::<(), demarche::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Way {
    /// As word passes: both ways in a talk (whoever called or visited whom) and where two
    /// are on an equal footing; else from who acts to who is acted upon.
    #[default]
    OfWord,
    /// Either way, whoever acted.
    Any,
}

/// Which edges may be taken, which way, and past whom.
#[derive(Clone, Debug, Default)]
pub(crate) struct Passage {
    through: Vec<Vec<What>>,
    pub(super) avoided: Vec<u32>,
    way: Way,
}

impl Passage {
    /// Only by events of any of these sorts; said again, of these too.
    pub(crate) fn through(&mut self, any: impl IntoIterator<Item = What>) {
        self.through.push(any.into_iter().collect());
    }

    /// Not by way of these nodes.
    pub(crate) fn avoid(&mut self, node: u32) {
        if let Err(at) = self.avoided.binary_search(&node) {
            self.avoided.insert(at, node);
        }
    }

    /// Whichever way.
    pub(crate) fn take(&mut self, way: Way) {
        self.way = way;
    }

    /// Whether a node is to be avoided.
    pub(crate) fn avoids(&self, node: u32) -> bool {
        self.avoided.binary_search(&node).is_ok()
    }

    /// The nodes to be avoided, ascending.
    pub(crate) fn avoided(&self) -> &[u32] {
        &self.avoided
    }

    /// Whether every edge is of a sort that may be taken.
    pub(crate) fn takes_all(&self) -> bool {
        self.through.is_empty()
    }

    /// Whether the edge is of a sort that may be taken.
    pub(crate) fn takes(&self, network: &Network<'_>, edge: Edge) -> bool {
        self.takes_all()
            || network
                .happened()
                .get(edge.event as usize)
                .is_some_and(|happened| self.takes_sort(happened.event.classification()))
    }

    /// Whether events of this sort may be taken.
    pub(crate) fn takes_sort(&self, sort: Classification) -> bool {
        let is_any = |any: &Vec<What>| any.iter().any(|what| what.holds(sort));
        self.through.iter().all(is_any)
    }

    /// Whether the edge leads away from the node.
    pub(crate) fn leads(&self, edge: Edge, from: u32) -> bool {
        edge.from == from || (edge.to == from && (self.way == Way::Any || edge.passes_back()))
    }
}
