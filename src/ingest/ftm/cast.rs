//! From entities to actors of the graph.

use std::collections::{HashMap, HashSet};

use indexmap::IndexSet;

use super::jurisdiction::Jurisdiction;
use super::record::{FtmEntity, FtmOp};
use super::schema::{COUNTRIES, NAMES, Schema};
use super::stream::{Index, Row};
use crate::ingest::{Dangling, Report};
use crate::model::{ActorId, ActorSort, CodeSystem, OrganizationSort, Unresolved};
use crate::{Graph, Result};

/// Who is who: entities of the input, those of the graph, and strangers.
pub(super) struct Cast<'d, 'g> {
    pub(super) graph: &'g mut Graph,
    pub(super) index: Index<'d>,
    /// By id.
    actors: HashMap<&'d str, ActorId>,
    /// Those to whom rows refer and of whom nothing is known, by id.
    strangers: HashMap<String, ActorId>,
    /// By code.
    jurisdictions: HashMap<String, Option<ActorId>>,
    /// The ids of those who hold an office.
    holders: HashSet<&'d str>,
    /// The ids of positions and addresses that were of use.
    pub(super) used: HashSet<&'d str>,
}

impl<'d, 'g> Cast<'d, 'g> {
    /// Finds or adds everybody who is an actor by schema.
    pub(super) fn of(rows: &'d [Row], graph: &'g mut Graph, report: &mut Report) -> Result<Self> {
        let occupancies = rows.iter().filter(|row| row.schema() == "Occupancy");
        let holders = occupancies.flat_map(|row| row.values("holder")).collect();
        let mut cast = Self {
            graph,
            index: Index::of(rows),
            actors: HashMap::new(),
            strangers: HashMap::new(),
            jurisdictions: HashMap::new(),
            holders,
            used: HashSet::new(),
        };
        for row in rows {
            let is_there = row.op != Some(FtmOp::Delete);
            if is_there && Schema::named(row.schema()).is_actor() {
                cast.play(row, report)?;
            }
        }
        Ok(cast)
    }

    /// The actor that an entity is: one that is there, or a new one.
    fn play(&mut self, row: &'d Row, report: &mut Report) -> Result<ActorId> {
        let known = self.actors.get(row.id.as_ref()).copied();
        let sort = self.sort_of(row);
        let actor = match known {
            Some(known) => known,
            None => match self.known(row, sort, report)? {
                Some(known) => known,
                None => self.add(row)?,
            },
        };
        self.actors.insert(row.id.as_ref(), actor);
        self.describe(actor, row, sort)?;
        Ok(actor)
    }

    fn add(&mut self, row: &Row) -> Result<ActorId> {
        let name = name(row);
        let mut new = Unresolved::new(name.unwrap_or(&row.id));
        new.unnamed = name.is_none();
        Ok(self.graph.add(new)?.into())
    }

    /// Tells the graph what a row says of an actor.
    fn describe(&mut self, actor: ActorId, row: &Row, sort: ActorSort) -> Result<()> {
        let known = self.graph.actors.get(actor)?;
        let is_told = known.sort() != ActorSort::Unresolved;
        let name = name(row).filter(|_| known.is_unnamed());
        if !is_told {
            self.graph.actors.get_mut(actor)?.sort = sort;
        }
        if let Some(name) = name {
            self.graph.actors.name(actor, name)?;
        }
        for name in names(row) {
            self.graph.add_alias(actor, name)?;
        }
        let own = std::iter::once(row.id.as_ref());
        for id in own.chain(row.referents.iter().map(AsRef::as_ref)) {
            self.graph.add_code(actor, CodeSystem::Ftm, id)?;
        }
        for item in wikidata(row) {
            self.graph.add_code(actor, CodeSystem::Wikidata, item)?;
        }
        let topics = row.values("topics").chain(row.values("sector"));
        let told = (sort == ActorSort::Unresolved).then_some(row.schema());
        self.graph.add_sectors(actor, topics.chain(told))
    }

    /// Who in the graph an entity is: by its id, by the id of one that it has taken up,
    /// by Wikidata's, or by a name that somebody has of whom no id is known.
    fn known(
        &mut self,
        row: &Row,
        sort: ActorSort,
        report: &mut Report,
    ) -> Result<Option<ActorId>> {
        if let Some(known) = self.by_id(&row.id) {
            return Ok(Some(known));
        }
        let taken_up = row.referents.iter().filter(|id| !self.index.has(id));
        for id in taken_up {
            let known = self.by_id(id);
            if let Some(known) = known.filter(|&known| self.own_id(known) == Some(id)) {
                return Ok(Some(known));
            }
        }
        for item in wikidata(row) {
            let known = self.graph.actors.by_code(CodeSystem::Wikidata, item);
            let known = known.into_iter().find(|&known| self.could_be(known, sort));
            if known.is_some() {
                return Ok(known);
            }
        }
        if sort == ActorSort::State
            && let Some(known) = self.territory(row)?
        {
            return Ok(Some(known));
        }
        for name in name(row).into_iter().chain(row.values("name")) {
            let mut known: Vec<ActorId> = self.graph.actors.by_name(name);
            known.retain(|&known| self.own_id(known).is_none() && self.could_be(known, sort));
            report.ambiguous += u64::from(known.len() > 1);
            if let Some(&first) = known.first() {
                return Ok(Some(first));
            }
        }
        Ok(None)
    }

    fn territory(&mut self, row: &Row) -> Result<Option<ActorId>> {
        let codes = row.values("territoryCode").chain(row.values("country"));
        for code in codes {
            if let Some(known) = self.jurisdiction(code)? {
                return Ok(Some(known));
            }
        }
        Ok(None)
    }

    /// The actor of an id, first the one whose own it is.
    fn by_id(&self, id: &str) -> Option<ActorId> {
        let found = self.graph.actors.by_code(CodeSystem::Ftm, id);
        // Codes are compared without case, and these ids are told apart by it.
        let exactly = found.into_iter().filter(|&actor| {
            let described = self.graph.actors.get(actor);
            described.is_ok_and(|actor| {
                let mut codes = actor.codes().iter();
                codes.any(|code| code.system == CodeSystem::Ftm && code.value == id)
            })
        });
        exactly.min_by_key(|&actor| (self.own_id(actor) != Some(id), actor))
    }

    fn own_id(&self, actor: ActorId) -> Option<&str> {
        self.graph.actors.get(actor).ok()?.code(CodeSystem::Ftm)
    }

    /// Whether an actor of the graph could be of a sort.
    fn could_be(&self, actor: ActorId, sort: ActorSort) -> bool {
        use ActorSort::{Group, Leader, Organization, State};
        let Ok(known) = self.graph.actors.get(actor) else {
            return false;
        };
        match (sort, known.sort()) {
            // A person without an office may be a leader of whom nobody said so here.
            (_, ActorSort::Unresolved)
            | (ActorSort::Unresolved | Leader, Leader)
            | (State, State)
            | (Group, Group)
            | (Organization(_), Organization(_)) => true,
            _ => false,
        }
    }

    fn sort_of(&self, row: &Row) -> ActorSort {
        let topics = || row.values("topics");
        match Schema::named(row.schema()) {
            Schema::Person => {
                let has_office = row.values("position").next().is_some()
                    || self.holders.contains(row.id.as_ref())
                    || topics().any(is_political);
                if has_office {
                    ActorSort::Leader
                } else {
                    ActorSort::Unresolved
                }
            }
            Schema::Organization(sort) => {
                ActorSort::Organization(topics().find_map(by_topic).unwrap_or(sort))
            }
            Schema::Territory => {
                let mut codes = row.values("territoryCode").chain(row.values("country"));
                let is_country =
                    |code| matches!(Jurisdiction::of_code(code), Jurisdiction::Country(_));
                if row.schema() == "Country" || codes.next().is_some_and(is_country) {
                    ActorSort::State
                } else {
                    ActorSort::Unresolved
                }
            }
            _ => ActorSort::Unresolved,
        }
    }

    /// Whom a row means by an id: an entity of the input, or an actor of the graph that
    /// has it, or an unnamed one that is made for it.
    pub(super) fn whom(
        &mut self,
        row: &Row,
        property: &str,
        id: &str,
        report: &mut Report,
    ) -> Result<ActorId> {
        if let Some(entity) = self.index.get(id) {
            return match self.actors.get(entity.id.as_ref()) {
                Some(&actor) => Ok(actor),
                None => self.play(entity, report),
            };
        }
        let known = self.strangers.get(id).copied();
        if let Some(known) = known.is_none().then(|| self.by_id(id)).flatten() {
            return Ok(known);
        }
        report.dangle(Dangling::new(&row.id, property, id));
        if let Some(known) = known {
            return Ok(known);
        }
        let mut stranger = Unresolved::new(id).code(CodeSystem::Ftm, id);
        stranger.unnamed = true;
        let stranger = self.graph.add(stranger)?.into();
        self.strangers.insert(id.to_owned(), stranger);
        Ok(stranger)
    }

    /// All whom a row means by a property, each once.
    pub(super) fn all(
        &mut self,
        row: &Row,
        property: &str,
        report: &mut Report,
    ) -> Result<Vec<ActorId>> {
        let mut all = IndexSet::new();
        for id in row.values(property) {
            all.insert(self.whom(row, property, id, report)?);
        }
        Ok(all.into_iter().collect())
    }

    /// The actor of an entity of the input, if it was cast.
    pub(super) fn actor(&self, row: &Row) -> Option<ActorId> {
        self.actors.get(row.id.as_ref()).copied()
    }

    /// The state or organization that a country code stands for; `None` for the world.
    pub(super) fn jurisdiction(&mut self, code: &str) -> Result<Option<ActorId>> {
        if let Some(known) = self.jurisdictions.get(code) {
            return Ok(*known);
        }
        let found = self.seat(Jurisdiction::of_code(code))?;
        self.jurisdictions.insert(code.to_owned(), found);
        Ok(found)
    }

    pub(super) fn seat(&mut self, of: Jurisdiction) -> Result<Option<ActorId>> {
        Ok(match of {
            Jurisdiction::Country(country) => Some(self.graph.add_state_of(country)?.into()),
            Jurisdiction::Organization(igo) => Some(self.graph.add_organization_of(igo)?.into()),
            Jurisdiction::Other(name) => {
                let known = self.graph.actors.by_name(&name);
                let mut fitting = known
                    .into_iter()
                    .filter(|&known| self.could_be(known, ActorSort::State));
                Some(match fitting.next() {
                    Some(known) => known,
                    None => self.graph.add(Unresolved::new(name))?.into(),
                })
            }
            Jurisdiction::Nowhere => None,
        })
    }

    /// The states and organizations with which an entity is affiliated, each once.
    pub(super) fn countries(&mut self, row: &Row) -> Result<Vec<ActorId>> {
        let mut all = Vec::new();
        for code in COUNTRIES.iter().flat_map(|property| row.values(property)) {
            let country = self.jurisdiction(code)?;
            all.extend(country.filter(|country| !all.contains(country)));
        }
        Ok(all)
    }
}

/// What an entity is called in the first place.
pub(super) fn name<'r>(row: &'r FtmEntity<'_>) -> Option<&'r str> {
    let caption = row.caption.as_deref();
    // Without a name of its own, a caption is the id or the schema.
    let caption = caption.filter(|&caption| caption != row.id && caption != row.schema());
    caption.or_else(|| names(row).next())
}

fn names<'r>(row: &'r FtmEntity<'_>) -> impl Iterator<Item = &'r str> {
    NAMES.iter().flat_map(|property| row.values(property))
}

fn wikidata<'r>(row: &'r FtmEntity<'_>) -> impl Iterator<Item = &'r str> {
    let is_item = |id: &&str| {
        let digits = id.strip_prefix('Q').unwrap_or_default();
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let own = std::iter::once(row.id.as_ref()).filter(is_item);
    row.values("wikidataId").chain(own)
}

/// Whether a topic is one of those who act in politics, or for a state.
fn is_political(topic: &str) -> bool {
    const ROLES: [&str; 5] = [
        "role.pep",
        "role.pol",
        "role.judge",
        "role.diplo",
        "role.spy",
    ];
    ROLES.contains(&topic) || topic == "gov" || topic.starts_with("gov.")
}

/// What sort of organization a topic tells of.
fn by_topic(topic: &str) -> Option<OrganizationSort> {
    Some(match topic {
        "gov.igo" => OrganizationSort::Intergovernmental,
        "gov.security" | "mil" => OrganizationSort::SecurityForce,
        "pol.party" => OrganizationSort::Party,
        "gov" => OrganizationSort::GovernmentBody,
        _ if topic.starts_with("gov.") => OrganizationSort::GovernmentBody,
        _ => return None,
    })
}
