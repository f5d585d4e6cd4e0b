//! On whose word we have it.

use std::collections::HashMap;

use super::cast::Cast;
use super::jurisdiction::Jurisdiction;
use super::record::FtmOp;
use super::stream::Row;
use crate::Result;
use crate::graph::Tie;
use crate::ingest::format::sealed::Common;
use crate::model::{
    ActorId, ActorSort, NewAccount, NewTie, Organization, OrganizationSort, TieKind,
};
use crate::time::{Moment, Span};

/// Makes accounts of rows.
pub(super) struct Testimony<'c> {
    common: &'c Common,
    /// By name.
    publishers: HashMap<String, ActorId>,
    /// By name and country.
    authorities: HashMap<(String, Option<ActorId>), ActorId>,
}

impl<'c> Testimony<'c> {
    pub(super) fn new(common: &'c Common) -> Self {
        Self {
            common,
            publishers: HashMap::new(),
            authorities: HashMap::new(),
        }
    }

    /// When a row came to be known: when the caller says, else when the entity was
    /// first seen, or, if it has changed since, when it did.
    pub(super) fn recorded(&self, row: &Row) -> Moment {
        let said = self.common.recorded;
        if !said.is_unknown() {
            return said;
        }
        let seen = match row.op {
            Some(FtmOp::Modify | FtmOp::Delete) => row.last_change.or(row.last_seen),
            Some(FtmOp::Add) | None => row.first_seen,
        };
        seen.unwrap_or_default()
    }

    /// As of when to take back what was recorded at a moment: as of the change, or, if
    /// the file dates that too early, when the change was seen, or at once.
    pub(super) fn taken_back(&self, row: &Row, recorded: Moment) -> Moment {
        let said = Some(self.common.recorded).filter(|said| !said.is_unknown());
        let all = [said, row.last_change, row.last_seen];
        let mut dated = all.iter().flatten();
        let known = dated.clone().next().is_some();
        match dated.find(|when| !when.at_or_before(&recorded).is_certain()) {
            Some(&when) => when,
            None if known => recorded,
            None => Moment::unknown(),
        }
    }

    /// The accounts of a row, one for each of its data sets.
    pub(super) fn of(&mut self, row: &Row, cast: &mut Cast<'_, '_>) -> Result<Vec<NewAccount>> {
        let mut accounts = Vec::new();
        if row.datasets.is_empty() {
            accounts.push(self.account(row, None, None));
        }
        for name in &row.datasets {
            let publisher = self.publisher(name, cast)?;
            accounts.push(self.account(row, None, Some(publisher)));
        }
        Ok(accounts)
    }

    /// An account that rests on a row.
    pub(super) fn account(
        &self,
        row: &Row,
        speaker: Option<ActorId>,
        publisher: Option<ActorId>,
    ) -> NewAccount {
        let account = NewAccount::of(speaker, publisher)
            .data_set(self.common.data_set.clone())
            .recorded(self.recorded(row))
            .row(row.id.as_ref());
        match row.first("sourceUrl") {
            Some(url) => account.url(url),
            None => account,
        }
    }

    /// The list that a data set is.
    pub(super) fn publisher(&mut self, name: &str, cast: &mut Cast<'_, '_>) -> Result<ActorId> {
        if let Some(&known) = self.publishers.get(name) {
            return Ok(known);
        }
        let found = organization(name, cast);
        let publisher = match found.first() {
            Some(&known) => known,
            None => cast.graph.add(Organization::new(name))?.into(),
        };
        self.publishers.insert(name.to_owned(), publisher);
        Ok(publisher)
    }

    /// The body of a name that speaks for a country: two may have a Ministry of
    /// Finance.
    pub(super) fn authority(
        &mut self,
        name: &str,
        country: Option<ActorId>,
        row: &Row,
        cast: &mut Cast<'_, '_>,
    ) -> Result<ActorId> {
        let key = (name.to_owned(), country);
        if let Some(&known) = self.authorities.get(&key) {
            return Ok(known);
        }
        let authority = match Jurisdiction::named(name) {
            Some(state) => cast.seat(state)?,
            None => None,
        };
        let authority = match authority {
            Some(state) => state,
            None => self.body(name, country, row, cast)?,
        };
        self.authorities.insert(key, authority);
        Ok(authority)
    }

    fn body(
        &self,
        name: &str,
        country: Option<ActorId>,
        row: &Row,
        cast: &mut Cast<'_, '_>,
    ) -> Result<ActorId> {
        let of = |body: ActorId, cast: &Cast<'_, '_>| -> Vec<ActorId> {
            let ties = cast.graph.ties_from(body);
            let is_of = |kind| matches!(kind, TieKind::Affiliation | TieKind::PartOf);
            ties.filter(|tie| is_of(tie.kind())).map(Tie::to).collect()
        };
        let fits = |&body: &ActorId| {
            let whose = of(body, cast);
            match country {
                Some(country) => whose.is_empty() || whose.contains(&country),
                None => true,
            }
        };
        let known = organization(name, cast).into_iter().find(fits);
        let body = if let Some(known) = known {
            known
        } else {
            let new = Organization::new(name).sort(OrganizationSort::GovernmentBody);
            cast.graph.add(new)?.into()
        };
        if let Some(country) = country.filter(|country| !of(body, cast).contains(country)) {
            let account = NewAccount::of(None, None)
                .data_set(self.common.data_set.clone())
                .recorded(self.recorded(row));
            let tie = NewTie::over(TieKind::Affiliation, body, country, Span::UNKNOWN);
            cast.graph.tie(tie.account(account))?;
        }
        Ok(body)
    }
}

/// The organizations of a name, in order of adding.
fn organization(name: &str, cast: &Cast<'_, '_>) -> Vec<ActorId> {
    let mut found = cast.graph.actors.by_name(name);
    found.retain(|&id| {
        let actor = cast.graph.actors.get(id);
        actor.is_ok_and(|actor| matches!(actor.sort(), ActorSort::Organization(_)))
    });
    found
}
