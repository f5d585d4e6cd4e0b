//! From a graph to a document.

mod account;
mod actor;
mod event;
#[cfg(feature = "arrow")]
mod rest;
mod tie;
mod value;

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

#[cfg(feature = "arrow")]
pub(in crate::interop) use rest::rest_of_event;

use super::VERSION;
use crate::Graph;
use crate::model::ActorId;

/// The document of the graph: see [`interop::json`](crate::interop::json).
///
/// Written as it is walked, so it costs O(1) memory beyond what the serializer
/// takes.
impl Serialize for Graph {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut document = serializer.serialize_map(None)?;
        document.serialize_entry("demarche", &VERSION)?;
        let actors = || {
            self.actors()
                .map(|(id, actor)| actor::tagged(self, id, actor))
        };
        document.serialize_entry("actors", &List(actors))?;
        if self.tie_count() > 0 {
            let ties = || self.ties().map(|tie| tie::tagged(self, tie));
            document.serialize_entry("ties", &List(ties))?;
        }
        if self.event_count() > 0 {
            let events = || self.events().map(|event| event::tagged(self, event));
            document.serialize_entry("events", &List(events))?;
        }
        document.end()
    }
}

/// A list that is made while it is written.
struct List<F>(F);

impl<F, I> Serialize for List<F>
where
    F: Fn() -> I,
    I: Iterator<Item: Serialize>,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for item in self.0() {
            list.serialize_element(&item)?;
        }
        list.end()
    }
}

/// An object of one field: `{"call": {…}}`.
struct Tagged<B> {
    tag: &'static str,
    body: B,
}

impl<B: Serialize> Serialize for Tagged<B> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(Some(1))?;
        object.serialize_entry(self.tag, &self.body)?;
        object.end()
    }
}

impl Graph {
    /// The key of one of its actors.
    fn key_of(&self, actor: ActorId) -> &str {
        // Whom the graph mentions, it holds.
        self.actors.get(actor).map_or("", |actor| actor.key())
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_false(flag: &bool) -> bool {
    !flag
}

/// Whether a value is what an absent field stands for.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

fn is_empty<T>(values: &&[T]) -> bool {
    values.is_empty()
}
