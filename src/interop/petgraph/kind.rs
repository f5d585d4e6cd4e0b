//! What the edges of a graph are: events or dyads.

use petgraph::{Direction, EdgeType};

use super::arcs::Arcs;
use super::dyad_edge::DyadEdge;
use super::event_edge::EventEdge;
use super::reference::EdgeId;
use crate::query::Network;
use crate::query::network::Dyads as Sorted;

/// What the edges of a [`NetworkGraph`](super::NetworkGraph) are: [`Events`] or [`Dyads`].
pub trait Kind: layout::Layout {}

/// An edge for each dyad of each event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Events {}

/// An edge for each dyad, with all its events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dyads {}

impl Kind for Events {}
impl Kind for Dyads {}

/// The nodes at the ends of an edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(unnameable_types, reason = "sealed: how a network is laid out is ours")]
pub struct Ends {
    pub(super) from: u32,
    pub(super) to: u32,
    /// Whether there is another edge, the other way, of the same number.
    pub(super) twins: bool,
}

#[expect(unnameable_types, reason = "sealed: edges are events or dyads")]
pub(super) mod layout {
    use super::{Arcs, Direction, EdgeId, EdgeType, Ends, Network};

    /// How edges are found in a network; edges are numbered from 0 up to `bound`.
    pub trait Layout {
        /// What an edge stands for.
        type Edge<'n>: Copy;

        /// Where the numbers of edges end.
        fn bound<Ty: EdgeType>(network: &Network<'_>) -> usize;
        /// How many edges there are, twins apart.
        fn count<Ty: EdgeType>(network: &Network<'_>) -> usize;
        /// Whether two edges, one each way, may have the same number.
        fn has_twins<Ty: EdgeType>() -> bool;
        fn ends<Ty: EdgeType>(network: &Network<'_>, number: u32) -> Option<Ends>;
        fn edge<'n, Ty: EdgeType>(network: &'n Network<'n>, number: u32) -> Option<Self::Edge<'n>>;
        /// The edges at a node, in order of number.
        fn arcs<'n, Ty: EdgeType>(
            network: &'n Network<'n>,
            node: u32,
            direction: Direction,
        ) -> Arcs<'n>;
        /// Counts edges through, twins apart.
        fn index<Ty: EdgeType>(network: &Network<'_>, id: EdgeId) -> Option<usize>;
        fn at<Ty: EdgeType>(network: &Network<'_>, index: usize) -> Option<EdgeId>;
    }
}

impl layout::Layout for Events {
    type Edge<'n> = EventEdge<'n>;

    fn bound<Ty: EdgeType>(network: &Network<'_>) -> usize {
        network.edges().len()
    }

    fn count<Ty: EdgeType>(network: &Network<'_>) -> usize {
        if Ty::is_directed() {
            network.by_source().len()
        } else {
            network.edges().len()
        }
    }

    fn has_twins<Ty: EdgeType>() -> bool {
        Ty::is_directed()
    }

    fn ends<Ty: EdgeType>(network: &Network<'_>, number: u32) -> Option<Ends> {
        network.edge(number).map(|edge| Ends {
            from: edge.from,
            to: edge.to,
            twins: Ty::is_directed() && edge.is_mutual() && edge.from != edge.to,
        })
    }

    fn edge<'n, Ty: EdgeType>(network: &'n Network<'n>, number: u32) -> Option<EventEdge<'n>> {
        EventEdge::new(network, number)
    }

    fn arcs<'n, Ty: EdgeType>(
        network: &'n Network<'n>,
        node: u32,
        direction: Direction,
    ) -> Arcs<'n> {
        match direction {
            _ if !Ty::is_directed() => Arcs::either(network, node),
            Direction::Outgoing => Arcs::plain(network, network.outgoing(node)),
            Direction::Incoming => Arcs::plain(network, network.incoming(node)),
        }
    }

    /// Of directed edges, by who acts and then in order of time.
    fn index<Ty: EdgeType>(network: &Network<'_>, id: EdgeId) -> Option<usize> {
        let ends = Self::ends::<Ty>(network, id.number)?;
        if !Ty::is_directed() {
            return Some(id.number as usize);
        }
        let (low, high) = (ends.from.min(ends.to), ends.from.max(ends.to));
        let source = if id.descending { high } else { low };
        network.by_source().position(source, id.number)
    }

    fn at<Ty: EdgeType>(network: &Network<'_>, index: usize) -> Option<EdgeId> {
        if Ty::is_directed() {
            let (source, arc) = network.by_source().at(index)?;
            return Some(EdgeId {
                number: arc.edge,
                descending: source > arc.to,
            });
        }
        (index < network.edges().len()).then_some(EdgeId {
            number: u32::try_from(index).ok()?,
            descending: false,
        })
    }
}

impl layout::Layout for Dyads {
    type Edge<'n> = DyadEdge<'n>;

    fn bound<Ty: EdgeType>(network: &Network<'_>) -> usize {
        sorted::<Ty>(network).all().len()
    }

    fn count<Ty: EdgeType>(network: &Network<'_>) -> usize {
        Self::bound::<Ty>(network)
    }

    fn has_twins<Ty: EdgeType>() -> bool {
        false
    }

    fn ends<Ty: EdgeType>(network: &Network<'_>, number: u32) -> Option<Ends> {
        sorted::<Ty>(network).get(number).map(|dyad| Ends {
            from: dyad.from,
            to: dyad.to,
            twins: false,
        })
    }

    fn edge<'n, Ty: EdgeType>(network: &'n Network<'n>, number: u32) -> Option<DyadEdge<'n>> {
        DyadEdge::new(network, sorted::<Ty>(network), number)
    }

    fn arcs<'n, Ty: EdgeType>(
        network: &'n Network<'n>,
        node: u32,
        direction: Direction,
    ) -> Arcs<'n> {
        let sorted = sorted::<Ty>(network);
        match direction {
            Direction::Outgoing => Arcs::plain(network, sorted.outgoing(node)),
            Direction::Incoming => Arcs::plain(network, sorted.incoming(node)),
        }
    }

    fn index<Ty: EdgeType>(network: &Network<'_>, id: EdgeId) -> Option<usize> {
        Self::ends::<Ty>(network, id.number).map(|_| id.number as usize)
    }

    fn at<Ty: EdgeType>(network: &Network<'_>, index: usize) -> Option<EdgeId> {
        let number = u32::try_from(index).ok()?;
        Self::ends::<Ty>(network, number).map(|_| EdgeId {
            number,
            descending: false,
        })
    }
}

/// The dyads of a network, one way or whichever way.
pub(super) fn sorted<'n, Ty: EdgeType>(network: &'n Network<'_>) -> &'n Sorted {
    if Ty::is_directed() {
        network.directed_dyads()
    } else {
        network.undirected_dyads()
    }
}
