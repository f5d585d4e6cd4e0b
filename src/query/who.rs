//! An actor as answers name one.

use std::fmt;
use std::sync::Arc;

use serde::Serialize;

use crate::Graph;
use crate::model::{Actor, ActorId};

/// An actor as answers name one: handle, key and name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Who {
    #[serde(skip)]
    id: ActorId,
    key: Arc<str>,
    name: Arc<str>,
}

impl Who {
    pub(crate) fn new(graph: &Graph, id: ActorId) -> Self {
        // An id inside an answer comes out of the graph itself.
        let actor = graph.describe(id).ok();
        let text = |of: fn(&Actor) -> &Arc<str>| actor.map(of).cloned().unwrap_or_default();
        Self {
            id,
            key: text(|actor| &actor.key),
            name: text(|actor| &actor.name),
        }
    }

    /// The key, to be kept.
    pub(super) fn shared_key(&self) -> Arc<str> {
        Arc::clone(&self.key)
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
