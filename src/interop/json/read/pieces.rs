//! Items of a document, read one by one.

use std::collections::HashMap;
use std::sync::Arc;

use super::Reader;
use crate::Graph;
use crate::interop::json::flaw::Result;
use crate::interop::json::node::Node;
use crate::model::DataSet;

/// What is read so far, without the text that it was read from.
#[derive(Debug, Default)]
pub(in crate::interop::json) struct Held {
    pub(in crate::interop::json) graph: Graph,
    data_sets: HashMap<DataSet, Arc<DataSet>>,
}

/// An item of one of the lists of a document.
#[derive(Clone, Copy, Debug)]
pub(in crate::interop::json) enum Piece {
    Actor,
    Tie,
    Event,
}

impl Held {
    /// Reads an item more. If it is at fault, nothing is held any longer.
    pub(in crate::interop::json) fn read<'d>(
        &mut self,
        piece: Piece,
        item: Node<'d>,
    ) -> Result<'d, ()> {
        let held = std::mem::take(self);
        let mut reader = Reader {
            graph: held.graph,
            data_sets: held.data_sets,
            ..Reader::default()
        };
        match piece {
            Piece::Actor => reader.actor(item)?,
            Piece::Tie => reader.tie(item)?,
            Piece::Event => reader.event(item)?,
        }
        reader.draw_links()?;
        reader.merge_actors()?;
        self.graph = reader.graph;
        self.data_sets = reader.data_sets;
        Ok(())
    }
}
