//! Actors as entities.

use jiff::civil::Date;

use super::Writing;
use super::entity::Entity;
use crate::Result;
use crate::graph::{Account, Tie};
use crate::model::{Actor, ActorId, ActorSort, CodeSystem, OrganizationSort, TieKind};

/// What tells a politician.
const POLITICIAN: &str = "role.pol";

impl<'g> Writing<'_, 'g> {
    /// The entity that an actor is.
    pub(super) fn actor(&self, id: ActorId, actor: &Actor) -> Result<Entity> {
        let schema = schema(actor);
        let mut entity = Entity::new(schema, self.people.id(id))
            .called(actor.name())
            .with("name", [actor.name()])
            .with("alias", actor.aliases())
            .also(others(actor, self.people.id(id)));
        if let Some(item) = actor.code(CodeSystem::Wikidata) {
            entity = entity.with("wikidataId", [item]);
        }
        if actor.sort() == ActorSort::State {
            entity = entity.with("territoryCode", self.people.code(self.graph, id)?);
        }
        let (mut seen, mut accounts): (Option<Date>, Vec<Account<'g>>) = (None, Vec::new());
        for tie in self.ties_from(id) {
            if let Some(code) = self.country(tie)? {
                entity = entity.with("country", [code]);
                seen = seen.max(tie.observed().last().copied());
                accounts.extend(tie.accounts());
            }
        }
        let (topics, sectors): (Vec<&String>, Vec<&String>) = actor
            .sectors()
            .iter()
            .filter(|sector| sector.as_str() != schema)
            .partition(|sector| is_topic(sector));
        entity = entity
            .with("topics", topics)
            .with("topics", self.topic(id, actor))
            .with("sector", sectors.into_iter().filter(|_| has_sector(schema)))
            .told(self.graph, accounts)?
            .seen_on(seen);
        Ok(entity)
    }

    /// The code of a country, if all that a tie says is that an actor belongs to that.
    pub(super) fn country(&self, tie: Tie<'g>) -> Result<Option<String>> {
        let is_actor = self
            .graph
            .describe(tie.from())
            .is_ok_and(|actor| is_schema_of_actors(schema(actor)));
        if tie.kind() != TieKind::Affiliation || !is_actor {
            return Ok(None);
        }
        self.people.code(self.graph, tie.to())
    }

    /// What tells the sort of an actor that the schema does not.
    fn topic(&self, id: ActorId, actor: &Actor) -> Option<&'static str> {
        match actor.sort() {
            ActorSort::Leader => {
                let is_told = self.ties_from(id).any(|tie| has_position(tie))
                    || actor.sectors().iter().any(|sector| is_political(sector));
                (!is_told).then_some(POLITICIAN)
            }
            ActorSort::Organization(sort) => match sort {
                OrganizationSort::Intergovernmental => Some("gov.igo"),
                OrganizationSort::SecurityForce => Some("gov.security"),
                OrganizationSort::Party => Some("pol.party"),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Whether an office has a title, and so a position.
pub(super) fn has_position(tie: Tie<'_>) -> bool {
    tie.kind() == TieKind::Office && tie.title().is_some()
}

/// The other ids of FollowTheMoney that an actor has.
fn others(actor: &Actor, own: &str) -> impl Iterator<Item = String> {
    let codes = actor.codes().iter();
    let ids = codes.filter(|code| code.system == CodeSystem::Ftm);
    ids.filter(move |code| code.value != own)
        .map(|code| code.value.clone())
}

/// The schema that an actor is written under.
fn schema(actor: &Actor) -> &str {
    match actor.sort() {
        ActorSort::Leader => "Person",
        ActorSort::State => "Territory",
        ActorSort::Organization(OrganizationSort::Company) => "Company",
        ActorSort::Organization(
            OrganizationSort::GovernmentBody | OrganizationSort::SecurityForce,
        ) => "PublicBody",
        ActorSort::Organization(_) | ActorSort::Group => "Organization",
        // Read from such a file, it has the schema for a sector.
        ActorSort::Unresolved => {
            let mut sectors = actor.sectors().iter();
            let is_schema = |sector: &&String| {
                sector.starts_with(|letter: char| letter.is_ascii_uppercase())
                    && sector.bytes().all(|byte| byte.is_ascii_alphabetic())
            };
            sectors
                .find(is_schema)
                .map_or("LegalEntity", String::as_str)
        }
    }
}

/// Whether the reader takes an entity of a schema for an actor, whoever points to it.
fn is_schema_of_actors(schema: &str) -> bool {
    matches!(
        schema,
        "Person" | "Territory" | "Company" | "PublicBody" | "Organization" | "LegalEntity"
    )
}

/// Whether a schema has sectors: those of `LegalEntity` have.
fn has_sector(schema: &str) -> bool {
    is_schema_of_actors(schema) && schema != "Territory"
}

/// Whether a sector is a topic of FollowTheMoney, by what it begins with.
fn is_topic(sector: &str) -> bool {
    const FIELDS: [&str; 19] = [
        "asset",
        "corp",
        "crime",
        "debarment",
        "export",
        "fin",
        "forced",
        "geo",
        "gov",
        "invest",
        "mare",
        "mil",
        "poi",
        "pol",
        "reg",
        "rel",
        "role",
        "sanction",
        "wanted",
    ];
    let field = sector.split('.').next().unwrap_or_default();
    FIELDS.contains(&field)
}

/// Whether a topic tells of somebody in politics, as the reader of this crate has it.
fn is_political(topic: &str) -> bool {
    matches!(
        topic,
        "role.pep" | "role.pol" | "role.judge" | "role.diplo" | "role.spy" | "gov"
    ) || topic.starts_with("gov.")
}
