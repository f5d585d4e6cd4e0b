//! Who is next to whom.

use std::collections::HashSet;

use foldhash::fast::FixedState;
use petgraph::EdgeType;
use petgraph::visit::GetAdjacencyMatrix;

use super::adaptor::NetworkGraph;
use super::kind::{Kind, sorted};
use crate::model::ActorId;

/// Who is next to whom; petgraph calls it an adjacency matrix.
///
/// A set of the dyads, so that it takes O(d) memory in these and not the square of the
/// actors.
#[derive(Clone, Debug)]
pub struct Adjacent {
    dyads: HashSet<(u32, u32), FixedState>,
}

impl<K: Kind, Ty: EdgeType, W> GetAdjacencyMatrix for NetworkGraph<'_, K, Ty, W> {
    type AdjMatrix = Adjacent;

    fn adjacency_matrix(&self) -> Adjacent {
        let dyads = sorted::<Ty>(self.network).all().iter();
        Adjacent {
            dyads: dyads.map(|dyad| (dyad.from, dyad.to)).collect(),
        }
    }

    fn is_adjacent(&self, matrix: &Adjacent, a: ActorId, b: ActorId) -> bool {
        let (Some(one), Some(other)) = (self.node(a), self.node(b)) else {
            return false;
        };
        let dyad = if Ty::is_directed() || one <= other {
            (one, other)
        } else {
            (other, one)
        };
        matrix.dyads.contains(&dyad)
    }
}
