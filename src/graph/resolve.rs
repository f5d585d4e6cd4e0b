//! Telling later what an actor is and what else it is called.

use super::Graph;
use crate::model::{
    ActorCode, ActorId, ActorSort, CodeSystem, OrganizationId, OrganizationSort, Sort, UnresolvedId,
};
use crate::{Error, Result};

impl Graph {
    /// Tells what an unresolved actor is, and gives its new handle.
    ///
    /// Its events, ties, names and codes stay.
    ///
    /// ```
    /// use demarche::{Graph, Organization, OrganizationSort, Unresolved};
    ///
    /// let mut graph = Graph::new();
    /// let unresolved = graph.add(Unresolved::new("Al Jazeera"))?;
    /// let al_jazeera = graph.resolve::<Organization>(unresolved)?;
    /// graph.set_sort(al_jazeera, OrganizationSort::Media)?;
    /// assert!(graph.describe(al_jazeera)?.is_media());
    /// # Ok::<(), demarche::Error>(())
    /// ```
    ///
    /// # Errors
    /// When it was told before, or is of another graph.
    pub fn resolve<S: Sort>(&mut self, actor: UnresolvedId) -> Result<S::Id> {
        let id = ActorId::from(self.unresolved(actor)?);
        self.actors.get_mut(id)?.sort = S::sort();
        Ok(S::handle(id))
    }

    /// Says what sort of organization one is.
    ///
    /// # Errors
    /// When it is of another graph.
    pub fn set_sort(&mut self, actor: OrganizationId, sort: OrganizationSort) -> Result<()> {
        let id = ActorId::from(self.organization(actor)?);
        self.actors.get_mut(id)?.sort = ActorSort::Organization(sort);
        Ok(())
    }

    /// Gives an actor another name. One that it has already changes nothing.
    ///
    /// # Errors
    /// When the name is blank or the actor of another graph.
    pub fn add_alias(&mut self, actor: impl Into<ActorId>, alias: impl Into<String>) -> Result<()> {
        let alias = alias.into();
        if alias.trim().is_empty() {
            return Err(Error::invalid("alias", "a blank name", "a name"));
        }
        self.actors.add_alias(actor.into(), &alias)
    }

    /// Gives an actor a code in a system. One that it has already changes nothing.
    ///
    /// # Errors
    /// When the code is blank or the actor of another graph.
    pub fn add_code(
        &mut self,
        actor: impl Into<ActorId>,
        system: CodeSystem,
        value: impl Into<String>,
    ) -> Result<()> {
        let value = value.into();
        if value.trim().is_empty() {
            return Err(Error::invalid("actor code", "a blank code", "a code"));
        }
        let code = ActorCode { system, value };
        self.actors.add_code(actor.into(), code)
    }

    /// Gives an actor sectors, as data files have them.
    pub(crate) fn add_sectors<'a>(
        &mut self,
        actor: ActorId,
        sectors: impl Iterator<Item = &'a str>,
    ) -> Result<()> {
        let known = &self.actors.get(actor)?.sectors;
        let missing: Vec<String> = sectors
            .filter(|&sector| {
                known
                    .binary_search_by(|held| held.as_str().cmp(sector))
                    .is_err()
            })
            .map(str::to_owned)
            .collect();
        if !missing.is_empty() {
            let held = &mut self.actors.get_mut(actor)?.sectors;
            held.extend(missing);
            held.sort_unstable();
            held.dedup();
        }
        Ok(())
    }
}
