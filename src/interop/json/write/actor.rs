//! Actors of a document.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::value::OneOrMore;
use super::{Tagged, is_empty, is_false};
use crate::Graph;
use crate::model::{Actor, ActorId, ActorSort, CodeSystem, OrganizationSort};

#[derive(Serialize)]
pub(super) struct Body<'g> {
    key: &'g str,
    name: &'g str,
    #[serde(skip_serializing_if = "is_false")]
    unnamed: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    sort: Option<OrganizationSort>,
    #[serde(skip_serializing_if = "is_empty")]
    aliases: &'g [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    codes: Option<Codes<'g>>,
    #[serde(skip_serializing_if = "is_empty")]
    sectors: &'g [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    merged_into: Option<&'g str>,
}

pub(super) fn tagged<'g>(graph: &'g Graph, id: ActorId, actor: &'g Actor) -> Tagged<Body<'g>> {
    let (tag, sort) = match actor.sort() {
        ActorSort::Leader => ("leader", None),
        ActorSort::State => ("state", None),
        ActorSort::Organization(OrganizationSort::Other) => ("organization", None),
        ActorSort::Organization(sort) => ("organization", Some(sort)),
        ActorSort::Group => ("group", None),
        ActorSort::Unresolved => ("unresolved", None),
    };
    let body = Body {
        key: actor.key(),
        name: actor.name(),
        unnamed: actor.is_unnamed(),
        sort,
        aliases: actor.aliases(),
        codes: (!actor.codes().is_empty()).then_some(Codes(actor)),
        sectors: actor.sectors(),
        merged_into: graph.actors.merged_into(id).map(|into| graph.key_of(into)),
    };
    Tagged { tag, body }
}

/// An actor's codes by their systems, in the systems' own order.
struct Codes<'g>(&'g Actor);

impl Serialize for Codes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut codes = serializer.serialize_map(None)?;
        for system in CodeSystem::ALL {
            let of_system = self.0.codes().iter().filter(|code| code.system == system);
            let values = OneOrMore(of_system.map(|code| code.value.as_str()).collect());
            if !values.is_empty() {
                codes.serialize_entry(system.prefix(), &values)?;
            }
        }
        codes.end()
    }
}
