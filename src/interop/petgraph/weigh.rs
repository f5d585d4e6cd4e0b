//! What an edge weighs.

/// What the edges of a [`NetworkGraph`](super::NetworkGraph) weigh: what they are
/// ([`AsIs`]) or what a closure makes of that ([`By`]).
pub trait Weigh<E>: Copy + sealed::Sealed {
    /// What petgraph gets to see.
    type Weight: Copy;

    /// The weight of an edge.
    fn weigh(self, edge: E) -> Self::Weight;
}

/// An edge weighs what it stands for: an [`EventEdge`](super::EventEdge) or a
/// [`DyadEdge`](super::DyadEdge).
#[derive(Clone, Copy, Debug, Default)]
pub struct AsIs;

/// An edge weighs what a closure says:
/// [`NetworkGraph::weighed`](super::NetworkGraph::weighed).
#[derive(Clone, Copy)]
pub struct By<F>(pub(super) F);

#[expect(
    unnameable_types,
    reason = "sealed: a closure says all that can be said"
)]
mod sealed {
    pub trait Sealed {}
}

impl sealed::Sealed for AsIs {}
impl<F> sealed::Sealed for By<F> {}

impl<E: Copy> Weigh<E> for AsIs {
    type Weight = E;

    fn weigh(self, edge: E) -> E {
        edge
    }
}

impl<E, F, T> Weigh<E> for By<F>
where
    F: Fn(E) -> T + Copy,
    T: Copy,
{
    type Weight = T;

    fn weigh(self, edge: E) -> T {
        (self.0)(edge)
    }
}

impl<F> std::fmt::Debug for By<F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("By").finish_non_exhaustive()
    }
}
