//! An actor as answers name one.

use std::fmt;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::Graph;
use crate::model::{Actor, ActorId};
use crate::store::Kept;

/// An actor as answers name one: handle, key and name.
///
/// As it was when it was asked for: an answer shares actors with the graph, 256 at a time,
/// and does not change with them.
#[derive(Clone)]
pub struct Who {
    id: ActorId,
    /// An id inside an answer comes out of the graph itself, so there is one.
    actor: Option<Kept<Actor>>,
}

impl Who {
    pub(crate) fn new(graph: &Graph, id: ActorId) -> Self {
        Self {
            id,
            actor: graph.actors.keep(id),
        }
    }

    fn actor(&self) -> Option<&Actor> {
        self.actor.as_ref()?.get()
    }

    /// The handle.
    pub fn id(&self) -> ActorId {
        self.id
    }

    /// The key.
    pub fn key(&self) -> &str {
        self.actor().map_or("", Actor::key)
    }

    /// The name, or the description of one unnamed.
    pub fn name(&self) -> &str {
        self.actor().map_or("", Actor::name)
    }
}

impl PartialEq for Who {
    fn eq(&self, other: &Self) -> bool {
        (self.id, self.key(), self.name()) == (other.id, other.key(), other.name())
    }
}

impl Eq for Who {}

impl fmt::Debug for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Who")
            .field(&self.id)
            .field(&self.key())
            .field(&self.name())
            .finish()
    }
}

impl Serialize for Who {
    /// As key and name: a handle means nothing outside of its graph.
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut who = to.serialize_struct("Who", 2)?;
        who.serialize_field("key", self.key())?;
        who.serialize_field("name", self.name())?;
        who.end()
    }
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
