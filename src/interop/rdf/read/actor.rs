//! Actors of a file.

use super::Reader;
use super::page::Page;
use crate::Result;
use crate::interop::rdf::tell::coded_property;
use crate::interop::rdf::words::Word;
use crate::model::{ActorCode, ActorSort, CodeSystem, NewActor, OrganizationSort, Unresolved};

/// The sorts of actors, each with the class that tells it: the closer ones first.
const SORTS: [(ActorSort, Word); 12] = [
    (ActorSort::Leader, Word::Leader),
    (ActorSort::State, Word::State),
    (ActorSort::Group, Word::Group),
    (ActorSort::Unresolved, Word::Unresolved),
    (
        ActorSort::Organization(OrganizationSort::Intergovernmental),
        Word::IntergovernmentalOrganization,
    ),
    (
        ActorSort::Organization(OrganizationSort::GovernmentBody),
        Word::GovernmentBody,
    ),
    (
        ActorSort::Organization(OrganizationSort::SecurityForce),
        Word::SecurityForce,
    ),
    (
        ActorSort::Organization(OrganizationSort::Company),
        Word::Company,
    ),
    (
        ActorSort::Organization(OrganizationSort::Media),
        Word::MediaOrganization,
    ),
    (
        ActorSort::Organization(OrganizationSort::Party),
        Word::PoliticalParty,
    ),
    (
        ActorSort::Organization(OrganizationSort::ArmedGroup),
        Word::ArmedGroup,
    ),
    (
        ActorSort::Organization(OrganizationSort::Other),
        Word::Organization,
    ),
];

impl<'d> Reader<'d> {
    pub(super) fn add_actor(&mut self, page: Page<'d>) -> Result<()> {
        let (sort, _) = page
            .sort_of(&SORTS, |(_, class)| class)
            .ok_or_else(|| page.wrong("an actor of no sort"))?;
        let name = page.text_of(Word::SchemaName, page.require(Word::SchemaName)?)?;
        let mut actor: NewActor<Unresolved> = Unresolved::new(name);
        actor.sort = sort;
        actor.key = page.text(Word::Key)?.map(str::to_owned);
        actor.unnamed = page.flag(Word::Unnamed)?;
        let owned = |texts: Vec<&str>| texts.into_iter().map(str::to_owned).collect();
        actor.aliases = owned(self.texts(page, Word::SchemaAlternateName)?);
        actor.sectors = owned(page.texts(Word::Sector)?);
        for system in CodeSystem::ALL {
            for value in self.texts(page, coded_property(system))? {
                let value = value.to_owned();
                actor.codes.push(ActorCode { system, value });
            }
        }
        let added = self.graph.add(actor);
        let id = added.map_err(|error| page.because(&error))?;
        self.actors.insert(page.of, id.into());
        Ok(())
    }

    pub(super) fn merge(&mut self, page: Page<'d>) -> Result<()> {
        let (Some(into), Some(&actor)) = (page.one(Word::MergedInto)?, self.actors.get(page.of))
        else {
            return Ok(());
        };
        let into = self.actor(page, Word::MergedInto, into)?;
        if self.graph.actors.join(into, actor) {
            Ok(())
        } else {
            Err(page.wrong("dem:mergedInto of one that is merged into it in its turn"))
        }
    }
}
