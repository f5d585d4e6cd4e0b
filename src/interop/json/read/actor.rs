//! Actors of a document.

use super::{MergeToBe, Reader};
use crate::interop::json::fields::{Fields, nearest};
use crate::interop::json::flaw::{Result, quoted};
use crate::interop::json::node::Node;
use crate::model::{ActorCode, ActorSort, CodeSystem, NewActor, OrganizationSort, Unresolved};

const SORTS: [&str; 5] = ["leader", "state", "organization", "group", "unresolved"];
const FIELDS: [&str; 8] = [
    "key",
    "name",
    "unnamed",
    "sort",
    "aliases",
    "codes",
    "sectors",
    "merged_into",
];

impl<'d> Reader<'_, 'd> {
    pub(super) fn actor(&mut self, node: Node<'d>) -> Result<'d, ()> {
        let (tag, body) = node.only_entry("an actor: an object of one field, its sort")?;
        let tag_text = tag.text("the sort of an actor")?;
        let sort = match &*tag_text {
            "leader" => ActorSort::Leader,
            "state" => ActorSort::State,
            "organization" => ActorSort::Organization(OrganizationSort::Other),
            "group" => ActorSort::Group,
            "unresolved" => ActorSort::Unresolved,
            _ => return Err(tag.wrong(unknown_tag("sort of actor", &tag_text, &SORTS))),
        };
        let is_field = |&field: &&str| field != "sort" || tag_text == "organization";
        let known = FIELDS.into_iter().filter(is_field);
        let fields = Fields::read(body, sort.with_article(), known)?;

        let name = fields.require("name")?;
        let key = fields.string("key")?;
        let mut actor: NewActor<Unresolved> = Unresolved::new(name.text("a name")?);
        actor.sort = match fields.map("sort", |node| node.named("a sort of organization"))? {
            Some(of_organization) => ActorSort::Organization(of_organization),
            None => sort,
        };
        actor.unnamed = fields.map("unnamed", Node::flag)?.unwrap_or(false);
        actor.aliases = fields.texts("aliases")?;
        actor.codes = fields.map("codes", codes)?.unwrap_or_default();
        actor.sectors = fields.texts("sectors")?;
        // What can still be wrong is a key that is none or taken, or a blank name.
        let at = match (&key, fields.find("key")) {
            (Some(_), Some(key)) if !actor.name.trim().is_empty() => key,
            _ => name,
        };
        actor.key = key;
        let actor = self
            .graph
            .add(actor)
            .map_err(|error| at.wrong(error.to_string()))?;
        if let Some(into) = fields.find("merged_into") {
            let actor = actor.into();
            self.merges.push(MergeToBe { actor, into });
        }
        Ok(())
    }
}

/// Codes by their systems: `{"iso3": "FRA", "cow": ["220"]}`.
fn codes(node: Node<'_>) -> Result<'_, Vec<ActorCode>> {
    let systems = CodeSystem::ALL.into_iter().map(CodeSystem::prefix);
    let fields = Fields::read(node, "codes by their systems", systems)?;
    let mut codes = Vec::new();
    for (name, values) in fields.iter() {
        let Some(system) = CodeSystem::of_prefix(name) else {
            continue;
        };
        for value in values.one_or_more()? {
            let value = value.text("a code")?.into();
            codes.push(ActorCode { system, value });
        }
    }
    Ok(codes)
}

/// What to say of a tag that is none.
pub(super) fn unknown_tag(what: &str, found: &str, known: &[&str]) -> String {
    let name = quoted(found);
    match nearest(found, known.iter().copied()) {
        Some(near) => format!("unknown {what} {name}; did you mean {near:?}?"),
        None => format!(
            "unknown {what} {name}, expected one of {}",
            known.join(", ")
        ),
    }
}
