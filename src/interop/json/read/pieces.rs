//! Items of a document, read one by one.

use super::{Held, Reader};
use crate::interop::json::flaw::Result;
use crate::interop::json::node::Node;

/// An item of one of the lists of a document.
#[derive(Clone, Copy, Debug)]
pub(in crate::interop::json) enum Piece {
    Actor,
    Tie,
    Event,
}

impl Held {
    /// Reads an item more.
    pub(in crate::interop::json) fn read<'d>(
        &mut self,
        piece: Piece,
        item: Node<'d>,
    ) -> Result<'d, ()> {
        let mut reader = Reader::into(self);
        match piece {
            Piece::Actor => reader.actor(item)?,
            Piece::Tie => reader.tie(item)?,
            Piece::Event => reader.event(item)?,
        }
        reader.draw_links()?;
        reader.merge_actors()
    }
}
