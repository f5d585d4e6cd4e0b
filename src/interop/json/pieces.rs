//! A graph of pieces of a document, for formats that keep it in rows.

use super::built::Value;
use super::read::{Held, Piece};
use crate::Graph;

/// A graph that is built of items of a document: the same rules, without the document.
#[derive(Debug, Default)]
pub(in crate::interop) struct Pieces(Held);

/// What is wrong with an item.
type Result = std::result::Result<(), String>;

impl Pieces {
    /// Adds an actor: `{"leader": {…}}`.
    pub(in crate::interop) fn actor(&mut self, item: &Value<'_>) -> Result {
        self.read(Piece::Actor, item)
    }

    /// Adds a tie.
    pub(in crate::interop) fn tie(&mut self, item: &Value<'_>) -> Result {
        self.read(Piece::Tie, item)
    }

    /// Adds an event.
    pub(in crate::interop) fn event(&mut self, item: &Value<'_>) -> Result {
        self.read(Piece::Event, item)
    }

    /// The graph so far.
    pub(in crate::interop) fn graph(&mut self) -> &mut Graph {
        &mut self.0.graph
    }

    pub(in crate::interop) fn into_graph(self) -> Graph {
        self.0.graph
    }

    fn read(&mut self, piece: Piece, item: &Value<'_>) -> Result {
        self.0
            .read(piece, item.node())
            .map_err(super::flaw::Flaw::into_message)
    }
}
