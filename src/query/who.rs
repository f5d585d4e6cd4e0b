//! An actor as answers name one.

use std::fmt;

use serde::Serialize;

use crate::Graph;
use crate::model::ActorId;

/// An actor as answers name one: handle, key and name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Who {
    #[serde(skip)]
    id: ActorId,
    key: String,
    name: String,
}

impl Who {
    pub(crate) fn new(graph: &Graph, id: ActorId) -> Self {
        // An id inside an answer comes out of the graph itself.
        let actor = graph.describe(id).ok();
        Self {
            id,
            key: actor
                .map(|actor| actor.key().to_owned())
                .unwrap_or_default(),
            name: actor
                .map(|actor| actor.name().to_owned())
                .unwrap_or_default(),
        }
    }

    /// The handle.
    pub fn id(&self) -> ActorId {
        self.id
    }

    /// The key.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The name, or the description of one unnamed.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.name)
    }
}
