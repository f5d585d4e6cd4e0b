//! From a document to a graph.

mod account;
mod actor;
mod event;
#[cfg(feature = "arrow")]
mod pieces;
mod tie;
mod value;

use std::collections::HashMap;
use std::sync::Arc;

use super::VERSION;
use super::fields::Fields;
use super::flaw::{self, Flaw, LONGEST, Result, quoted};
use super::node::Node;
use crate::Graph;
use crate::graph::Event;
use crate::model::{ActorId, ActorSort, DataSet, EventId, LinkKind};
use crate::store::names::nearness;

/// The fields of a document, in their order.
const FIELDS: [&str; 4] = ["demarche", "actors", "ties", "events"];

#[cfg(feature = "arrow")]
pub(super) use pieces::Piece;

/// The graph that a document describes.
pub(super) fn graph(text: &str) -> crate::Result<Graph> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let document = Node::of_document(text).map_err(|error| flaw::not_json(text, &error))?;
    let mut held = Held::default();
    Reader::into(&mut held)
        .read(document)
        .map_err(|flaw| flaw.locate(text))?;
    Ok(held.graph)
}

/// What is read so far, without the text that it was read from.
#[derive(Debug, Default)]
pub(super) struct Held {
    pub(super) graph: Graph,
    /// Each data set once, as many accounts share it.
    data_sets: HashMap<DataSet, Arc<DataSet>>,
}

/// What is read so far. On the first fault it is to be thrown away, so that nothing is
/// ever half built.
#[derive(Debug)]
struct Reader<'r, 'd> {
    graph: &'r mut Graph,
    data_sets: &'r mut HashMap<DataSet, Arc<DataSet>>,
    /// Links, drawn when all events are there, as they may point forward.
    links: Vec<LinkToBe<'d>>,
    /// Merges of actors, made last, so that until then each is who it is.
    merges: Vec<MergeToBe<'d>>,
}

#[derive(Debug)]
struct MergeToBe<'d> {
    actor: ActorId,
    into: Node<'d>,
}

#[derive(Debug)]
struct LinkToBe<'d> {
    from: EventId,
    kind: LinkKind,
    to: Node<'d>,
}

impl<'r> Reader<'r, '_> {
    fn into(held: &'r mut Held) -> Self {
        Self {
            graph: &mut held.graph,
            data_sets: &mut held.data_sets,
            links: Vec::new(),
            merges: Vec::new(),
        }
    }
}

impl<'d> Reader<'_, 'd> {
    fn read(mut self, document: Node<'d>) -> Result<'d, ()> {
        let fields = Fields::read(document, "a document", FIELDS.into_iter())?;
        let order = |name| FIELDS.iter().position(|&field| field == name);
        if !fields.iter().is_sorted_by_key(|(name, _)| order(name)) {
            let message = format!(
                "the fields are out of order, expected {}",
                FIELDS.join(", ")
            );
            return Err(document.wrong(message));
        }
        let version = fields.require("demarche")?;
        if version.whole_number("the version of the format")? != VERSION {
            return Err(version.unlike(format_args!("version {VERSION} of the format")));
        }
        for actor in fields.require("actors")?.items("the list of actors")? {
            self.actor(actor)?;
        }
        for tie in items(&fields, "ties", "the list of ties")? {
            self.tie(tie)?;
        }
        for event in items(&fields, "events", "the list of events")? {
            self.event(event)?;
        }
        self.draw_links()?;
        self.merge_actors()
    }

    fn merge_actors(&mut self) -> Result<'d, ()> {
        for MergeToBe { actor, into } in std::mem::take(&mut self.merges) {
            let (kept, _) = self.actor_of(into)?;
            if !self.graph.actors.join(kept, actor) {
                return Err(into.unlike("an actor that is not merged into this one in its turn"));
            }
        }
        Ok(())
    }

    fn draw_links(&mut self) -> Result<'d, ()> {
        for LinkToBe { from, kind, to } in std::mem::take(&mut self.links) {
            let target = self.event_of(to)?;
            self.graph
                .link(from, kind, target)
                .map_err(|error| to.wrong(error.to_string()))?;
        }
        Ok(())
    }

    /// The actor of a key, with its sort.
    fn actor_of(&self, node: Node<'d>) -> Result<'d, (ActorId, ActorSort)> {
        let key = node.text("the key of an actor")?;
        let found = self.graph.actors.by_key(&key);
        match found.and_then(|id| Some((id, self.graph.describe(id).ok()?))) {
            Some((id, actor)) => Ok((id, actor.sort())),
            None => Err(unknown(
                node,
                "actor",
                &key,
                self.graph.actors().flat_map(|(_, actor)| {
                    let aliases = actor.aliases().iter().map(String::as_str);
                    aliases
                        .chain([actor.key(), actor.name()])
                        .map(|name| (actor.key(), name))
                }),
            )),
        }
    }

    /// The event of a key, or of a number such as `#17`.
    fn event_of(&self, node: Node<'d>) -> Result<'d, EventId> {
        let text = node.text("the key of an event, or its number as in \"#17\"")?;
        let Some(number) = text.strip_prefix('#') else {
            return self.graph.events.by_key(&text).ok_or_else(|| {
                let keys = self.graph.events().filter_map(Event::key);
                unknown(node, "event", &text, keys.map(|key| (key, key)))
            });
        };
        number
            .parse::<u32>()
            .ok()
            .and_then(|number| self.graph.events.by_index(number.checked_sub(1)?))
            .map(|(id, _)| id)
            .ok_or_else(|| {
                let count = self.graph.event_count();
                node.unlike(format_args!("a number of an event, from #1 to #{count}"))
            })
    }
}

fn items<'d>(fields: &Fields<'d>, name: &str, expected: &str) -> Result<'d, Vec<Node<'d>>> {
    fields
        .find(name)
        .map_or(Ok(Vec::new()), |node| node.items(expected))
}

/// The fault that a key finds nothing, with the keys that may have been meant:
/// those of which a name is near. O(n), for the message alone.
fn unknown<'d, 'k>(
    node: Node<'d>,
    what: &str,
    key: &str,
    names: impl Iterator<Item = (&'k str, &'k str)>,
) -> Flaw<'d> {
    const NEAR: f64 = 0.8;
    const SUGGESTIONS: usize = 3;
    let is_name = key.len() <= LONGEST;
    let mut near: Vec<(f64, &str)> = names
        .filter(|_| is_name)
        .map(|(known, name)| (nearness(key, name), known))
        .filter(|&(score, _)| score >= NEAR)
        .collect();
    near.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(other.1)));
    let mut suggestions: Vec<String> = Vec::new();
    for (_, known) in near {
        let known = format!("{known:?}");
        if suggestions.len() < SUGGESTIONS && !suggestions.contains(&known) {
            suggestions.push(known);
        }
    }
    if suggestions.is_empty() {
        node.wrong(format!("no {what} has the key {}", quoted(key)))
    } else {
        let suggestions = suggestions.join(" or ");
        node.wrong(format!(
            "no {what} has the key {key:?}; did you mean {suggestions}?"
        ))
    }
}
