//! From the mentions of a draft to actors of the graph.

mod choosing;
mod near;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use indexmap::IndexMap;
use jiff::civil::Date;

use self::near::Near;
use super::draft::{Draft, Number};
use super::format::sealed::Common;
use super::kin::are_kin;
use super::mention::{Mentioned, MentionedCountry};
use super::report::{Ambiguity, NearName, Report};
use super::who::{Identity, Listed, Persona, Portrait, Whole, country_of};
use crate::model::codes::country::Country;
use crate::model::{
    ActorId, ActorSort, CodeSystem, DataSet, Group, Leader, NewAccount, NewTie, Organization,
    OrganizationId, OrganizationSort, State, StateId, Unresolved,
};
use crate::time::{Certainty, Moment};
use crate::{Graph, Result};

/// Who plays whom: actors of the graph by the numbers of the draft.
#[derive(Debug, Default)]
pub(super) struct Cast {
    who: Vec<ActorId>,
    publishers: Vec<ActorId>,
    /// Names that several actors have, with their keys.
    ambiguous: BTreeMap<String, Vec<String>>,
    /// Names that were taken for others.
    near: Vec<NearName>,
    /// Keys of states that were mentioned of days on which they did not exist.
    out_of_time: BTreeSet<String>,
}

impl Cast {
    /// Finds or adds everybody; states first, then publishers, then the rest, so
    /// that it does not matter who comes first in the file.
    pub(super) fn of(draft: &Draft, common: &Common, graph: &mut Graph) -> Result<Self> {
        let mut personas: IndexMap<Identity<'_>, Persona<'_>> = IndexMap::new();
        let mut whose = Vec::new();
        for (mention, days) in draft.mentions() {
            let entry = personas.entry(Identity::of(mention));
            whose.push(entry.index());
            entry.or_default().note(mention, days);
        }
        let portraits: Vec<(Identity<'_>, Portrait<'_>)> = personas
            .iter()
            .map(|(&who, said)| (who, Portrait::of(who, said)))
            .collect();

        let near = common.near_names.map(|least| Near::of(graph, least));
        let mut casting = Casting {
            graph,
            near,
            states: HashMap::new(),
            spelled: HashMap::new(),
            cast: Self::default(),
        };
        casting.states(&portraits, &personas)?;
        for name in &draft.publishers {
            let media = ActorSort::Organization(OrganizationSort::Media);
            let publisher = Portrait {
                is_sure: true,
                ..Portrait::named(&**name, media)
            };
            let publisher = casting.find_or_add(&publisher, &[])?;
            casting.cast.publishers.push(publisher);
        }
        let mut found = Vec::with_capacity(portraits.len());
        for (who, portrait) in &portraits {
            let actor = casting.find_or_add(portrait, who.codes)?;
            casting.complete(actor, portrait, who)?;
            found.push(actor);
        }
        for ((mention, days), &at) in draft.mentions().zip(&whose) {
            let (Some(&actor), Some((_, portrait))) = (found.get(at), portraits.get(at)) else {
                continue;
            };
            casting.cast.who.push(actor);
            casting.note_time(actor, portrait, days)?;
            casting.tie(actor, portrait, mention, days, common)?;
        }
        Ok(casting.cast)
    }

    pub(super) fn who(&self, number: Number) -> Option<ActorId> {
        self.who.get(number as usize).copied()
    }

    /// Tells a report who was hard to tell, listing so many at most.
    pub(super) fn report(&self, most: usize, report: &mut Report) {
        report.ambiguous = self.ambiguous.len() as u64;
        let ambiguities = self.ambiguous.iter().take(most);
        report.ambiguities = ambiguities
            .map(|(name, candidates)| Ambiguity {
                name: name.clone(),
                candidates: candidates.clone(),
            })
            .collect();
        report.near_names.clone_from(&self.near);
        report.out_of_time.clone_from(&self.out_of_time);
    }

    pub(super) fn publisher(&self, number: Number) -> Option<ActorId> {
        self.publishers.get(number as usize).copied()
    }
}

struct Casting<'a, 'g> {
    graph: &'g mut Graph,
    near: Option<Near>,
    /// The states of the table that are known to be there.
    states: HashMap<Country, ActorId>,
    /// The states that are in no table, by how a country column spells them.
    spelled: HashMap<&'a str, ActorId>,
    cast: Cast,
}

impl<'a> Casting<'a, '_> {
    /// The states that are named, or in whose country somebody is.
    fn states(
        &mut self,
        portraits: &[(Identity<'a>, Portrait<'a>)],
        personas: &IndexMap<Identity<'a>, Persona<'a>>,
    ) -> Result<()> {
        let mut spellings: IndexMap<&'a str, Vec<&'a str>> = IndexMap::new();
        for ((who, portrait), said) in portraits.iter().zip(personas.values()) {
            if let Some(Listed::Country(country)) = portrait.listed {
                let state = self.state(country, who.name)?;
                self.states.insert(country, state);
            }
            if let Some(Whole::Listed(Listed::Country(country))) = portrait.whole {
                self.state(country, None)?;
            }
            for &around in &said.countries {
                match (country_of(around), around) {
                    (Some(country), around) => {
                        let state = self.state(country, None)?;
                        if let MentionedCountry::Named(name) = around
                            && !self.graph.actors.by_name(name).contains(&state)
                        {
                            self.graph.add_alias(state, name)?;
                        }
                    }
                    (None, MentionedCountry::Named(country)) => {
                        // `Ruritania`, or the Ruritania of `Police (Ruritania)`.
                        let own_name = match portrait.whole {
                            Some(Whole::Named(whose)) => Some(whose),
                            _ => who.name.filter(|_| portrait.sort == ActorSort::State),
                        };
                        let names = spellings.entry(country).or_default();
                        names.extend(own_name.filter(|name| are_kin(name, country)));
                    }
                    (None, MentionedCountry::Coded(..)) => {}
                }
            }
        }
        self.spelled_states(spellings)
    }

    /// The states of country columns that are in no table, each with the other names
    /// that the file has for it.
    fn spelled_states(&mut self, spellings: IndexMap<&'a str, Vec<&'a str>>) -> Result<()> {
        for (country, mut names) in spellings {
            // The country's own spelling if it stands as a name too, else the
            // shortest: "Ruritania", not "Republic of Ruritania".
            names.sort_unstable_by_key(|&name| (name != country, name.len(), name));
            names.dedup();
            let state = |name: &str| Portrait::named(name.to_owned(), ActorSort::State);
            let known = names
                .iter()
                .chain([&country])
                .find_map(|name| self.choose(name, &state(name), &[]));
            let found = if let Some(known) = known {
                known
            } else {
                let name = names.first().copied().unwrap_or(country);
                self.graph.add(State::new(name))?.into()
            };
            self.tell(found, ActorSort::State)?;
            for name in names.iter().chain([&country]) {
                if self.choose(name, &state(name), &[]).is_none() {
                    self.graph.add_alias(found, *name)?;
                }
            }
            self.spelled.insert(country, found);
        }
        Ok(())
    }

    /// The state that is a country: whoever in the graph has this name for it, or one of
    /// the table's, or else a new one.
    fn state(&mut self, country: Country, name: Option<&str>) -> Result<ActorId> {
        if let Some(&known) = self.states.get(&country) {
            return Ok(known);
        }
        let sought = Portrait::named(country.name(), ActorSort::State);
        let named = [name, Some(country.name())].into_iter().flatten();
        let mut chosen = None;
        for name in named {
            chosen = chosen.or_else(|| self.choose(name, &sought, &[]));
        }
        let state = if let Some(known) = chosen {
            self.tell(known, ActorSort::State)?;
            self.graph.complete_state(StateId(known), country)?;
            known
        } else {
            self.graph.found_state(country)?.into()
        };
        self.states.insert(country, state);
        Ok(state)
    }

    fn find_or_add(
        &mut self,
        portrait: &Portrait<'_>,
        codes: &[(CodeSystem, Box<str>)],
    ) -> Result<ActorId> {
        if let Some(known) = self.with_codes(&portrait.name, codes) {
            self.tell(known, portrait.sort)?;
            return Ok(known);
        }
        if let Some(Listed::Country(country)) = portrait.listed {
            return self.state(country, None);
        }
        let names = std::iter::once(&portrait.name).chain(&portrait.aliases);
        let mut known = None;
        for name in names {
            known = known.or_else(|| self.choose(name, portrait, codes));
        }
        known = known.or_else(|| self.nearest(portrait, codes));
        if let Some(known) = known {
            self.tell(known, portrait.sort)?;
            if let Some(Listed::Igo(igo)) = portrait.listed {
                let is_body = matches!(
                    self.graph.describe(known)?.sort(),
                    ActorSort::Organization(_)
                );
                if is_body {
                    self.graph
                        .complete_organization(OrganizationId(known), igo)?;
                }
            }
            return Ok(known);
        }
        if let Some(Listed::Igo(igo)) = portrait.listed {
            return Ok(self.graph.found_organization(igo)?.into());
        }
        self.add(portrait)
    }

    fn add(&mut self, portrait: &Portrait<'_>) -> Result<ActorId> {
        let name = &*portrait.name;
        Ok(match portrait.sort {
            ActorSort::State => self.graph.add(State::new(name))?.into(),
            ActorSort::Leader => self.graph.add(Leader::new(name))?.into(),
            ActorSort::Organization(sort) => {
                let mut body = Organization::new(name).sort(sort);
                body.unnamed = portrait.unnamed;
                self.graph.add(body)?.into()
            }
            ActorSort::Group => {
                let mut group = Group::new(name);
                group.unnamed = portrait.unnamed;
                self.graph.add(group)?.into()
            }
            ActorSort::Unresolved => {
                let mut actor = Unresolved::new(name);
                actor.unnamed = portrait.unnamed;
                self.graph.add(actor)?.into()
            }
        })
    }

    /// Gives an actor the names, codes and sectors that it lacks.
    fn complete(
        &mut self,
        actor: ActorId,
        portrait: &Portrait<'_>,
        who: &Identity<'_>,
    ) -> Result<()> {
        let names = std::iter::once(&portrait.name).chain(&portrait.aliases);
        for name in names {
            // Spellings of a name that it has are not worth one more.
            let is_known =
                portrait.listed.is_some() && self.graph.actors.by_name(name).contains(&actor);
            if !is_known && self.graph.describe(actor)?.name() != name {
                self.graph.add_alias(actor, &**name)?;
            }
        }
        for (system, code) in who.codes {
            self.graph.add_code(actor, *system, &**code)?;
        }
        if let Some(code) = portrait.cameo {
            self.graph.add_code(actor, CodeSystem::Cameo, code)?;
        }
        let mut sectors: Vec<&str> = portrait.sectors.iter().map(|sector| &**sector).collect();
        sectors.sort_unstable();
        sectors.dedup();
        self.graph.add_sectors(actor, sectors.into_iter())
    }

    /// Tells an actor that was unresolved what it is.
    fn tell(&mut self, actor: ActorId, sort: ActorSort) -> Result<()> {
        let known = self.graph.describe(actor)?.sort();
        if known == ActorSort::Unresolved && sort != ActorSort::Unresolved {
            self.graph.actors.get_mut(actor)?.sort = sort;
        }
        Ok(())
    }

    /// Notes a state that is mentioned of a day on which it did not exist.
    fn note_time(&mut self, actor: ActorId, portrait: &Portrait<'_>, days: &[Date]) -> Result<()> {
        if let Some(Listed::Country(country)) = portrait.listed
            && days
                .iter()
                .any(|&day| country.exists_on(day) == Certainty::Never)
        {
            let key = self.graph.describe(actor)?.key().to_owned();
            self.cast.out_of_time.insert(key);
        }
        Ok(())
    }

    /// Affiliates an actor with the country in which a mention puts it, or, where it
    /// gives none, with whose role the name says: `Ministry (European Union)`.
    fn tie(
        &mut self,
        actor: ActorId,
        portrait: &Portrait<'_>,
        mention: &Mentioned,
        days: &[Date],
        common: &Common,
    ) -> Result<()> {
        if self.graph.describe(actor)?.sort() == ActorSort::State {
            return Ok(());
        }
        let around = mention.country();
        let stated = around.and_then(|around| match (country_of(around), around) {
            (Some(country), _) => self.states.get(&country).copied(),
            (None, MentionedCountry::Named(name)) => self.spelled.get(name).copied(),
            (None, MentionedCountry::Coded(..)) => None,
        });
        let to = match (stated, portrait.whole) {
            (Some(state), _) => Some(state),
            (None, Some(whole)) => self.whole(whole)?,
            (None, None) => None,
        };
        let (Some(to), Some(&first)) = (to.filter(|&to| to != actor), days.iter().min()) else {
            return Ok(());
        };
        let account = account(&common.data_set, common.recorded).stated(first);
        // Whatever `to` is, it is a state or an organization.
        let tie = NewTie::affiliation(actor, StateId(to), first).seen_on(days.to_vec());
        self.graph.tie(tie.account(account))?;
        Ok(())
    }

    fn whole(&mut self, whole: Whole<'_>) -> Result<Option<ActorId>> {
        Ok(match whole {
            Whole::Listed(Listed::Country(country)) => Some(self.state(country, None)?),
            Whole::Listed(Listed::Igo(igo)) => {
                let whole = Portrait::igo(igo);
                Some(self.find_or_add(&whole, &[])?)
            }
            Whole::Named(name) => self.named_whole(name),
        })
    }

    /// The state or organization of a name, if there is one and one alone.
    fn named_whole(&self, name: &str) -> Option<ActorId> {
        let found = self.graph.actors.by_name(name);
        let mut wholes = found.into_iter().filter(|&id| {
            self.graph.describe(id).is_ok_and(|actor| {
                matches!(actor.sort(), ActorSort::State | ActorSort::Organization(_))
            })
        });
        wholes.next().filter(|_| wholes.next().is_none())
    }
}

fn account(data_set: &Arc<DataSet>, recorded: Moment) -> NewAccount {
    NewAccount::of(None, None)
        .data_set(Arc::clone(data_set))
        .recorded(recorded)
}
