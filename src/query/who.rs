//! An actor as answers name one.

use std::fmt;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::Graph;
use crate::model::{ActorId, Called};

/// An actor as answers name one: handle, key and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    id: ActorId,
    called: Called,
}

impl Who {
    pub(crate) fn new(graph: &Graph, id: ActorId) -> Self {
        let called = match graph.describe(id) {
            Ok(actor) => actor.called.clone(),
            // An id inside an answer comes out of the graph itself.
            Err(_) => Called::new("", ""),
        };
        Self { id, called }
    }

    /// The handle.
    pub fn id(&self) -> ActorId {
        self.id
    }

    /// The key.
    pub fn key(&self) -> &str {
        self.called.key()
    }

    /// The name, or the description of one unnamed.
    pub fn name(&self) -> &str {
        self.called.name()
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
